"""The parameters of every action and training; the window and the command line are drawn from these."""

from __future__ import annotations

from typing import Literal

from artstudio.sdk import Params, field

PATH_HELP = (
    "growing: one part after another turns, another seed in another order; "
    "together: everything at once; straight: plainly mixed codes"
)
GRAIN_HELP = "How much of the fine surface that a code cannot hold is made up"


class MorphParams(Params):
    """The way of a film through pictures."""

    frames: int = field(49, ge=2, le=100_000, title="Frames", help="Both ends count")
    fps: float = field(24.0, ge=1, le=120, unit="/s", title="Frames a second")
    path: Literal["growing", "together", "straight"] = field("growing", title="Path", help=PATH_HELP)
    easing: Literal["even", "smooth", "in", "out"] = field(
        "even", title="Easing", help="even: the same change in every frame; smooth: lingers at each picture"
    )
    loop: bool = field(
        False, title="Loop", help="Goes on to the first picture again; the last frame is the first"
    )
    grain: float = field(0.0, ge=0, le=2, step=0.1, title="Grain", help=GRAIN_HELP)
    width: int = field(
        0, ge=0, le=4096, step=2, unit="px", title="Width", advanced=True, help="0: as the first picture"
    )
    height: int = field(
        0, ge=0, le=4096, step=2, unit="px", title="Height", advanced=True, help="0: as the first picture"
    )


class BlendParams(Params):
    """A place between up to four pictures."""

    across: float = field(0.5, ge=0, le=1, step=0.01, title="Across", puck="x")
    down: float = field(0.5, ge=0, le=1, step=0.01, title="Down", puck="y")
    path: Literal["growing", "together", "straight"] = field("growing", title="Path", help=PATH_HELP)
    grain: float = field(0.0, ge=0, le=2, step=0.1, title="Grain", help=GRAIN_HELP)


class DenoiseParams(Params):
    """How strongly a picture is cleaned."""

    strength: float = field(
        1.0, ge=0, le=3, step=0.05, title="Strength",
        help="1 cleans as the picture itself asks for; less keeps more of its grain, more smoothes further",
    )  # fmt: skip


class SampleParams(Params):
    """From nothing."""

    width: int = field(256, ge=64, le=2048, step=16, unit="px", title="Width")
    height: int = field(256, ge=64, le=2048, step=16, unit="px", title="Height")
    boldness: float = field(
        1.0, ge=0.1, le=1.5, step=0.05, title="Boldness",
        help="Low stays with what is usual among the pictures learned from, high is stranger",
    )  # fmt: skip
    grain: float = field(1.0, ge=0, le=2, step=0.1, title="Grain", help=GRAIN_HELP)


class VaryParams(Params):
    """Around a picture."""

    amount: float = field(
        0.3, ge=0, le=1, step=0.05, title="Amount", help="How far it goes towards another picture"
    )
    grain: float = field(0.5, ge=0, le=2, step=0.1, title="Grain", help=GRAIN_HELP)
    direction_1: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 1", nameable=True)
    direction_2: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 2", nameable=True)
    direction_3: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 3", nameable=True)
    direction_4: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 4", nameable=True)
    direction_5: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 5", nameable=True)
    direction_6: float = field(0.0, ge=-3, le=3, step=0.1, title="Direction 6", nameable=True)

    def directions(self) -> tuple[float, ...]:
        """All sliders, in standard deviations of what the model draws."""
        return (
            self.direction_1, self.direction_2, self.direction_3,
            self.direction_4, self.direction_5, self.direction_6,
        )  # fmt: skip


class LearnParams(Params):
    """Training."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 3,000 where no time is given"
    )
    rate: float = field(
        0.0, ge=0, le=0.01, title="Learning rate", advanced=True,
        help="0 chooses: 0.001 for a new model, 0.0003 for one that has learned before",
    )  # fmt: skip
    rows: int = field(8, ge=2, le=256, step=2, title="Crops a step", advanced=True)
    width: int = field(
        48, ge=8, le=256, step=4, title="Width", advanced=True,
        help="Channels at half the picture's size, the other layers in proportion; only for a new model",
    )  # fmt: skip
    surface_every: int = field(
        2, ge=0, le=1000, unit="steps", title="Learn the surface every", advanced=True, help="0: never"
    )
    codes_every: int = field(
        2, ge=0, le=1000, unit="steps", title="Learn usual codes every", advanced=True, help="0: never"
    )
    cleaning_every: int = field(
        3, ge=0, le=1000, unit="steps", title="Learn cleaning every", advanced=True, help="0: never"
    )
    patience: int = field(
        20, ge=1, le=1000, title="Patience", advanced=True,
        help="Measurements without progress before stopping early",
    )  # fmt: skip
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)
