"""A job: one run of a generator of events, from the queue to exactly one outcome."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Notice, Progress, TrainStep


class State(Enum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Outcome(Enum):
    """How a job ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    CRASHED = "crashed"


class Crashed(StudioError):
    """The process that did the work ended on its own or had to be killed. `log` is its last output."""

    log: str = ""


class Control:
    """How a job is steered from other threads: the work looks at it, the queue and the artist set it."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._holders: set[str] = set()

    def cancel(self) -> None:
        """Asks the work to stop at its next chance."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def wait_cancelled(self, timeout_s: float) -> bool:
        """Waits until `cancel` is called, at most `timeout_s`; says whether it was."""
        return self._cancelled.wait(timeout_s)

    def pause(self, holder: str = "artist") -> None:
        """Asks the work to wait; it goes on when every `holder` has called `resume`."""
        self._holders.add(holder)

    def resume(self, holder: str = "artist") -> None:
        """Takes one holder's `pause` back."""
        self._holders.discard(holder)

    @property
    def paused(self) -> bool:
        """Whether anybody holds the work back."""
        return bool(self._holders)


# What a job yields: events of the sdk, and values of the layer above that made the job.
Work = Callable[[Control], Iterator[object]]


@dataclass(eq=False)
class Job:
    """One piece of work as the jobs pane shows it.

    `lane` is the device it needs; `interactive` jobs go first and hold background ones back.
    """

    number: int
    title: str
    lane: str
    interactive: bool
    work: Work = field(repr=False)
    control: Control = field(default_factory=Control, repr=False)
    stage: State = field(default=State.QUEUED, repr=False)
    outcome: Outcome | None = None
    error: StudioError | None = None
    progress: Progress | None = None
    notices: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event, repr=False)
    _first: Progress | None = field(default=None, repr=False)
    _first_s: float = field(default=0.0, repr=False)

    @property
    def state(self) -> State:
        """Where the job stands; a running job that somebody holds back is paused."""
        return State.PAUSED if self.stage is State.RUNNING and self.control.paused else self.stage

    def note(self, event: object) -> None:
        """Keeps what the jobs pane shows of an event."""
        if isinstance(event, TrainStep):
            event = Progress(event.fraction, 1.0)
        if isinstance(event, Progress):
            anew = self._first is None or event.done < self._first.done or event.total != self._first.total
            if anew:
                self._first, self._first_s = event, time.monotonic()
            self.progress = event
        elif isinstance(event, Notice):
            self.notices.append(event.sentence)

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the pace since the first progress; None while there is nothing to go by."""
        if self.progress is None or self._first is None:
            return None
        done = self.progress.done - self._first.done
        if done <= 0 or self.progress.done > self.progress.total:
            return None
        spent_s = time.monotonic() - self._first_s
        return spent_s * (self.progress.total - self.progress.done) / done

    def wait(self, timeout_s: float | None = None) -> bool:
        """Blocks until the job has ended; False when the time ran out first."""
        return self.ended.wait(timeout_s)
