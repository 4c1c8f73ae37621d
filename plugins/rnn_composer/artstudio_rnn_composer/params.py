"""The parameters of every action and training; the window and the command line are drawn from these."""

from __future__ import annotations

from typing import Literal

from artstudio.sdk import Params, field

KeyChoice = Literal[
    "any", "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B",
    "Cm", "C#m", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm",
]  # fmt: skip
MetreChoice = Literal["2/4", "3/4", "4/4", "2/2", "3/8", "6/8", "9/8", "12/8", "3/2", "6/4"]
Ensemble = Literal["song", "choir", "piano", "melody"]


class _Playing(Params):
    density: float = field(
        0.5, ge=0, le=1, step=0.05, title="Density", help="0 is sparse, 0.5 as the model likes it, 1 full"
    )
    temperature: float = field(
        0.85, ge=0.1, le=2, step=0.05, title="Boldness", help="Low stays with what is likely, high surprises"
    )
    top_p: float = field(
        0.95, ge=0.1, le=1, step=0.01, title="Choice", advanced=True,
        help="Only the likeliest notes that together reach this share are played",
    )  # fmt: skip


class ComposeParams(_Playing):
    """From nothing."""

    ensemble: Ensemble = field(
        "song", title="Ensemble", help="Melody and piano, four-part choir, piano alone, or a melody alone"
    )
    key: KeyChoice = field("any", title="Key", help="m is minor")
    metre: MetreChoice = field("4/4", title="Metre")
    tempo: float = field(92, ge=20, le=300, step=1, unit="bpm", title="Tempo", help="Quarter notes a minute")
    bars: int = field(16, ge=1, le=64, title="Bars")
    ending: bool = field(True, title="Ending", help="Let the last bars come to a close")


class ContinueParams(_Playing):
    """From the end of a tune."""

    bars: int = field(8, ge=1, le=64, title="Bars")
    ending: bool = field(False, title="Ending", help="Let the last bars come to a close")


class LearnParams(Params):
    """Training."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 2,000 where no time is given"
    )
    rate: float = field(
        0.0, ge=0, le=0.1, title="Learning rate", advanced=True,
        help="0 chooses: 0.002 for a new model, 0.0005 for one that can already play",
    )  # fmt: skip
    hidden: int = field(
        480, ge=16, le=2048, step=16, title="Units", advanced=True, help="Of each layer; only for a new model"
    )
    dropout: float = field(
        0.0, ge=0, le=0.7, step=0.05, title="Dropout", advanced=True,
        help="Some forgetting against learning by heart; 0 chooses: 0.2 for fewer than 200 pieces",
    )  # fmt: skip
    rows: int = field(12, ge=1, le=256, title="Rows", advanced=True, help="Pieces heard side by side")
    patience: int = field(
        10,
        ge=1,
        le=1000,
        title="Patience",
        advanced=True,
        help="Measurements without progress before stopping early",
    )
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)
