"""What the panel shows."""

from __future__ import annotations

from typing import Literal

from artstudio.sdk import Params, field


class StylizeParams(Params):
    """How to paint."""

    strength: float = field(
        0.8, ge=0, le=1, step=0.05, title="Strength", help="0 leaves the picture as it is, 1 is all style"
    )
    strokes: float = field(
        1.0, ge=0.25, le=4, step=0.05, title="Stroke size",
        help="1: strokes are as large in the picture as they are in the style's; more is coarser",
    )  # fmt: skip
    colours: float = field(
        0.0, ge=0, le=1, step=0.05, title="Keep the colours",
        help="1 keeps the picture's own colours, 0 takes the style's",
    )  # fmt: skip
    mode: Literal["fast", "iterative"] = field(
        "fast", title="Mode",
        help="Fast paints at once; iterative works on the picture step by step and comes nearer to the style",
    )  # fmt: skip
    steps: int = field(
        60, ge=1, le=1000, title="Steps",
        help="Of the iterative mode: so many at a small size, half as many at each size twice as large",
    )  # fmt: skip
    across: float = field(
        0.5, ge=0, le=1, step=0.01, title="Across", puck="x",
        help="Between several styles: towards those at the left or at the right",
    )  # fmt: skip
    down: float = field(
        0.5, ge=0, le=1, step=0.01, title="Down", puck="y",
        help="Between three or four styles: towards the upper or the lower ones",
    )  # fmt: skip


class LearnParams(Params):
    """Training."""

    styles: str = field(
        "",
        title="Styles are in",
        help="A part of the names of the files, folders or ZIPs with styles; empty: every picture is both",
    )
    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 6,000 where no time is given"
    )
    seeing: float = field(
        0.3, ge=0.01, le=1, step=0.05, title="Share for learning to see", advanced=True,
        help="Of the time, before painting is learned; only for a new model, others see already",
    )  # fmt: skip
    rate: float = field(
        0.0, ge=0, le=0.01, title="Learning rate", advanced=True,
        help="0 chooses: 0.001 for a new model, 0.0005 for one that has learned before",
    )  # fmt: skip
    rows: int = field(8, ge=2, le=256, title="Crops a step", advanced=True)
    side_px: int = field(128, ge=32, le=512, step=8, unit="px", title="Side of a crop", advanced=True)
    width: int = field(
        32, ge=8, le=128, step=4, title="Width", advanced=True,
        help="Channels at half the picture's size, the others in proportion; only for a new model",
    )  # fmt: skip
    patience: int = field(
        20, ge=1, le=1000, title="Patience", advanced=True,
        help="Measurements without progress before stopping early",
    )  # fmt: skip
    measure_every: int = field(400, ge=1, le=100_000, unit="steps", title="Measure every", advanced=True)
