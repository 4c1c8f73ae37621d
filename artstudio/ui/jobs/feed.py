"""Every job of the window, as its panes hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.engine.job import State
from artstudio.ui.qthreads import Bridge

if TYPE_CHECKING:
    from artstudio.engine.job import Job


class JobFeed(QObject):
    """Queue a job with `listener`; then the jobs pane shows it and its events come here, in their order.

    A `Job` may have gone on by the time its event is heard in the window: what happens after the last of
    its events hangs on `ended`, not on the state the job is in.

    Attributes:
        jobs: Those queued, running and ended ones that were not cleared away, oldest first.
        awaited: Those of the jobs under way whose results a pane, and not the session, takes.
    """

    added = Signal(object)  # Job
    changed = Signal(object)  # Job: its state, progress or notices
    ended = Signal(object)  # Job, after all it reported
    removed = Signal(object)  # Job
    reported = Signal(object, object)  # Job, Event (or what a listener made of it)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: list[Job] = []
        self.awaited: set[Job] = set()
        self._bridge = Bridge(self)
        self._bridge.emitted.connect(self._take)

    def listener(self, job: Job, event: object) -> None:
        """Take an event (or what another listener made of it), None for a change of state; in any thread."""
        self._bridge(job, job.state if event is None else event)

    def wait_for(self, job: Job) -> None:
        """Let whoever takes what `job` makes stay in the window until it has."""
        self.awaited.add(job)

    def clear_ended(self) -> None:
        """Take the jobs that have ended off the list."""
        for job in [job for job in self.jobs if job.state is State.ENDED]:
            self.jobs.remove(job)
            self.removed.emit(job)

    def close(self) -> None:
        """Hear of nothing more, so that the jobs' threads can end."""
        self._bridge.close()

    def _take(self, job: Job, event: object) -> None:
        if job not in self.jobs:
            self.jobs.append(job)
            self.added.emit(job)
        if not isinstance(event, State):
            self.reported.emit(job, event)
        elif event is State.ENDED:
            self.awaited.discard(job)
            self.ended.emit(job)
        self.changed.emit(job)
