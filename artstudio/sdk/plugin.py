"""The shape of a plugin: a class whose decorated methods are its actions, trainings and evaluation."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from artstudio.sdk.errors import ManifestError

F = TypeVar("F", bound=Callable[..., Any])

ACTION_MARK: Final = "__artstudio_action__"
TRAINING_MARK: Final = "__artstudio_training__"
EVALUATION_MARK: Final = "__artstudio_evaluation__"


@dataclass(frozen=True, slots=True)
class Run:
    """What an action is told about its run, besides its media and parameters.

    `seed` decides every random choice. `device` is a torch device name. `model` is the folder of the
    chosen model (the starter when the artist chose none), None for a plugin without models. `scratch`
    is an empty folder that vanishes with the run. `threads` is how many CPU threads to use at most.
    `shrink` is below 1 when a first attempt ran out of accelerator memory: work in smaller pieces.
    """

    seed: int
    device: str = "cpu"
    model: Path | None = None
    scratch: Path = Path()
    threads: int = 1
    shrink: float = 1.0


@dataclass(frozen=True, slots=True)
class TrainRun:
    """What a training or evaluation is told.

    `data` are the folders, ZIPs and files to learn from. `base` is the model folder to start from
    (None: from nothing; for `evaluate` the model to judge). `folder` belongs to this run: checkpoints
    go below it, and with `resume` it holds what an interrupted run left there. `seconds` is the time
    budget (None: the parameters say when to stop); `began` is the clock's reading at the start.
    """

    seed: int
    data: tuple[Path, ...]
    folder: Path
    base: Path | None = None
    resume: bool = False
    seconds: float | None = None
    device: str = "cpu"
    threads: int = 1
    began: float = field(default_factory=time.monotonic)

    def spent(self) -> float:
        """The share of the time budget that is used up: 0 at the start, 1 and more at its end."""
        return 0.0 if self.seconds is None else (time.monotonic() - self.began) / max(self.seconds, 1e-3)


@dataclass(frozen=True, slots=True)
class Many:
    """How many values a list argument takes: `Annotated[list[Image], Many(2, 8)]`; `most` None sets no limit.

    The studio refuses other numbers in one sentence before the action is called.

    Raises:
        ManifestError: no number lies between the two.
    """

    least: int = 0
    most: int | None = None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < max(self.least, 1)):
            raise ManifestError(
                "Many({least}, {most}) lets nothing through", least=self.least, most=self.most
            )


@dataclass(frozen=True, slots=True)
class ActionMark:
    """What `@action` notes on a method."""

    title: str
    icon: str
    live: bool


@dataclass(frozen=True, slots=True)
class TrainingMark:
    """What `@training` notes on a method."""

    title: str
    formats: tuple[str, ...]


class Plugin:
    """Derive from this; one instance lives in each worker process, so it may keep loaded models.

    Constructing it must be cheap and import nothing heavy: the host does so to read the schema.
    """

    def warm(self, run: Run) -> None:
        """Load what the first job will need (imports, the model). Called ahead of time."""


def action(title: str, *, icon: str = "", live: bool = False) -> Callable[[F], F]:
    """Marks a method as an action.

    Its signature is `(self, run: Run, <media arguments>, params: P) -> Results[Kind]`; a media argument
    is annotated `Image`, `Image | None` or `list[Image]` (with `Many`, a list of so many); `params` may be
    left out. The docstring is the action's help. A `live` action is fast enough to run again on every change:
    one with the parameters `x` and `y` paints along with the brush, any other answers in the panel.
    """

    def mark(method: F) -> F:
        setattr(method, ACTION_MARK, ActionMark(title, icon, live))
        return method

    return mark


def training(title: str, *, formats: tuple[str, ...]) -> Callable[[F], F]:
    """Marks a method as a way to train: `(self, run: TrainRun, params: P) -> Training`.

    `formats` are the suffixes it reads (".mid"); the method's name is the `--task` of the command line.
    """

    def mark(method: F) -> F:
        setattr(method, TRAINING_MARK, TrainingMark(title, formats))
        return method

    return mark


def evaluation(method: F) -> F:
    """Marks the method that judges a model on data: `(self, run: TrainRun) -> Evaluation`."""
    setattr(method, EVALUATION_MARK, True)
    return method
