"""What the Plugins window has done beside it: installs, updates, repairs. They stand among the jobs too."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.engine.job import Outcome
from artstudio.host.installing.running import Stopped
from artstudio.ui.phrases import phrase
from artstudio.ui.qthreads import start_qthread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.engine.job import Control, Job
    from artstudio.host.installing.planning import Prepared
    from artstudio.host.installing.running import Say
    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session

T = TypeVar("T")
LANE = "plugins"


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


class Errands(QObject):
    """One after the other, in a lane of their own. What they hold of the disk is let go by `close`."""

    began = Signal(str)  # what is being done
    said = Signal(str)  # one line of how far it has come
    ended = Signal()
    failed = Signal(object)  # StudioError
    _told = Signal(object, str)  # Job or its number, from its thread

    def __init__(self, session: Session, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._feed = studio, session.feed
        self._then: dict[Job, Callable[[Any], None]] = {}
        self._held: list[Prepared] = []
        self._feed.reported.connect(self._take)
        self._feed.ended.connect(self._end)
        self._told.connect(
            lambda _job, line: self.said.emit(phrase(line)), Qt.ConnectionType.QueuedConnection
        )

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._then)

    def begin(self, title: str, work: Callable[[Say, Control], T], then: Callable[[T], None]) -> None:
        """Have `work` done; `then` gets what it returns, in the window's thread, unless it was stopped."""

        def say(line: str) -> None:
            with contextlib.suppress(RuntimeError):  # the window, and with it the signal, has gone
                self._told.emit(None, line)

        def run(control: Control) -> Iterator[object]:
            with contextlib.suppress(Stopped):
                yield _Result(work(say, control))

        job = self._studio.queue.submit(title, run, lane=LANE, listener=self._feed.listener)
        self._then[job] = then
        self._feed.wait_for(job)
        self.began.emit(title)

    def stop(self) -> None:
        """Stop what is under way; what was installed before stays."""
        for job in list(self._then):
            self._studio.queue.cancel(job)

    def hold(self, prepared: Prepared) -> None:
        """Let go of `prepared` at the end, if `let_go` has not come before."""
        self._held.append(prepared)

    def let_go(self, prepared: Prepared) -> None:
        """Throw away what was fetched for a plan."""
        if prepared in self._held:
            self._held.remove(prepared)
            start_qthread("staging", prepared.close)

    def close(self) -> None:
        """Throw away all that was fetched and not used, here and now."""
        while self._held:
            self._held.pop().close()

    def _take(self, job: Job, event: object) -> None:
        if isinstance(event, _Result) and job in self._then and not job.control.cancelled:
            self._then[job](event.value)

    def _end(self, job: Job) -> None:
        if self._then.pop(job, None) is None:
            return
        self.ended.emit()
        if job.error is not None and job.outcome is not Outcome.CANCELLED:
            self.failed.emit(job.error)
