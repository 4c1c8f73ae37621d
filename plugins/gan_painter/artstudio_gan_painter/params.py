"""The parameters of every action and training; the window and the command line are drawn from these."""

from __future__ import annotations

from artstudio.sdk import Params, field


class Look(Params):
    """How a rough is painted over."""

    strength: float = field(
        1.0, ge=0, le=1, step=0.05, title="Strength", help="0 leaves the rough as it is, 1 paints all of it"
    )
    detail: float = field(
        1.0, ge=0, le=2, step=0.05, title="Detail", help="Low is calm and smooth, high is rich in brushwork"
    )


class PaintParams(Look):
    """Over a rough."""

    x: int = field(
        0, ge=0, le=16384, step=16, unit="px", title="From the left", advanced=True,
        help="Where the rough lies in a larger picture, so that parts painted alone fit together",
    )  # fmt: skip
    y: int = field(0, ge=0, le=16384, step=16, unit="px", title="From the top", advanced=True)


class FillParams(Params):
    """How to fill a hole."""

    detail: float = field(
        1.0, ge=0, le=2, step=0.05, title="Detail", help="Low is calm and smooth, high is rich in brushwork"
    )
    feather: int = field(
        8, ge=0, le=128, unit="px", title="Soft edge", help="Over how many pixels the new joins the old"
    )
    left: int = field(0, ge=0, le=2048, unit="px", title="Add at the left", advanced=True)
    right: int = field(0, ge=0, le=2048, unit="px", title="Add at the right", advanced=True)
    top: int = field(0, ge=0, le=2048, unit="px", title="Add at the top", advanced=True)
    bottom: int = field(0, ge=0, le=2048, unit="px", title="Add at the bottom", advanced=True)


class DreamParams(Look):
    """From nothing."""

    width: int = field(512, ge=64, le=4096, step=16, unit="px", title="Width")
    height: int = field(512, ge=64, le=4096, step=16, unit="px", title="Height")
    count: int = field(1, ge=1, le=16, title="How many", help="Different pictures of one run")
    boldness: float = field(
        0.8, ge=0.1, le=1.5, step=0.05, title="Boldness",
        help="Low stays with what is usual among the pictures learned from, high is stranger",
    )  # fmt: skip


class VaryParams(Look):
    """Away from a picture along what the model knows."""

    amount: float = field(
        0.5, ge=0, le=2, step=0.05, title="Amount", help="How far each variation is from the picture"
    )
    count: int = field(1, ge=1, le=16, title="How many", help="Variations of one run")
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


class DreamLessonParams(Params):
    """Training the dreams alone."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 2,000 where no time is given"
    )
    rate: float = field(0.0002, ge=0, le=0.01, title="Learning rate", advanced=True)
    rows: int = field(32, ge=2, le=1024, step=2, title="Sketches a step", advanced=True)
    patience: int = field(
        20, ge=1, le=1000, title="Patience", advanced=True,
        help="Measurements without progress before stopping early",
    )  # fmt: skip
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)


class LearnParams(Params):
    """Training."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 2,000 where no time is given"
    )
    rate: float = field(
        0.0, ge=0, le=0.01, title="Learning rate", advanced=True,
        help="0 chooses: 0.0003 for a new model, 0.0001 for one that can already paint",
    )  # fmt: skip
    rows: int = field(8, ge=1, le=256, title="Crops a step", advanced=True)
    side: int = field(
        128, ge=32, le=512, step=16, unit="px", title="Crop", advanced=True, help="256 where there is a GPU"
    )
    width: int = field(
        48, ge=4, le=256, step=4, title="Width", advanced=True,
        help="Channels at half the picture's size, the other layers in proportion; only for a new model",
    )  # fmt: skip
    patience: int = field(
        20,
        ge=1,
        le=1000,
        title="Patience",
        advanced=True,
        help="Measurements without progress before stopping early",
    )
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)
