"""Every job of the window, as its panes hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.engine.job import State
from artstudio.ui.qthreads import Bridge

if TYPE_CHECKING:
    from artstudio.engine.job import Job


class JobFeed(QObject):
    """Give `listener` to whatever queues a job; then the jobs pane shows it and its events come here.

    Attributes:
        jobs: Those queued, running and ended ones that were not cleared away, oldest first.
    """

    added = Signal(object)  # Job
    changed = Signal(object)  # Job: its state, progress or notices
    removed = Signal(object)  # Job
    reported = Signal(object, object)  # Job, Event (or what a listener made of it)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: list[Job] = []
        self.listener = Bridge(self)
        self.listener.emitted.connect(self._take)

    def clear_ended(self) -> None:
        """Take the jobs that have ended off the list."""
        for job in [job for job in self.jobs if job.state is State.ENDED]:
            self.jobs.remove(job)
            self.removed.emit(job)

    def close(self) -> None:
        """Hear of nothing more, so that the jobs' threads can end."""
        self.listener.close()

    def _take(self, job: Job, event: object) -> None:
        if job not in self.jobs:
            self.jobs.append(job)
            self.added.emit(job)
        if event is not None:
            self.reported.emit(job, event)
        self.changed.emit(job)
