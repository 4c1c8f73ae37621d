"""What a run may yield. The host shows the events as they come; `yield` is where cancel takes hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from artstudio.sdk.media import Media

M = TypeVar("M", bound=Media)


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units of work (0: nobody knows how many); `what` names the unit ("bars", "rows")."""

    done: float
    total: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Preview(Generic[M]):
    """The whole result as far as it is made. Previews may be dropped when they come too fast."""

    value: M


@dataclass(frozen=True, slots=True)
class Output(Generic[M]):
    """One finished result; an action may yield several. Never dropped."""

    value: M
    name: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence the artist should read, such as "worked on the CPU, the GPU's memory is full"."""

    sentence: str


@dataclass(frozen=True, slots=True)
class TrainStep:
    """One point of the loss curves. `held_out` is the loss on set-aside data, where just measured.

    `fraction` (0-1) says how much of the run's budget is spent.
    """

    step: int
    loss: float
    fraction: float
    held_out: float | None = None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A usable model was written into `folder`; `best` when its held-out loss is the lowest so far."""

    folder: Path
    step: int
    held_out: float | None = None
    best: bool = True


@dataclass(frozen=True, slots=True)
class Metrics:
    """What an evaluation found over `n` items of data."""

    metrics: Mapping[str, float] = field(default_factory=dict)
    n: int = 0


RunEvent = Progress | Notice | Preview[Media] | Output[Media]
TrainEvent = Progress | Notice | TrainStep | Checkpoint | Preview[Media]
EvaluateEvent = Progress | Notice | Metrics
Event = Progress | Notice | Preview[Media] | Output[Media] | TrainStep | Checkpoint | Metrics

# The return annotations of a plugin's methods: `-> Results[Image]`, `-> Training`, `-> Evaluation`.
Results = Iterator[Progress | Notice | Preview[M] | Output[M]]
Training = Iterator[TrainEvent]
Evaluation = Iterator[EvaluateEvent]
