"""Jobs that keep up with the artist's hand: one at a time, beside all others and in no list of them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.engine.job import Control, Job
    from artstudio.sdk import Event
    from artstudio.ui.session import Session


class LiveLane(QObject):
    """Whoever uses it keeps the newest wish, and starts it when `ended` says that the last job is over."""

    ended = Signal(object)  # Job, in the window's thread and after what it emitted before
    _over = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._over.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is queued or running; then none may be started."""
        return self._job is not None

    def start(self, title: str, plugin: str, work: Callable[[Control], None]) -> None:
        """Run `work` beside the window, on the warm worker of `plugin` if it asks for one."""
        studio = self._session.studio
        assert studio is not None

        def events(control: Control) -> Iterator[Event]:
            work(control)
            yield from ()

        def listener(job: Job, event: Event | None) -> None:
            if event is None and job.outcome is not None:
                with contextlib.suppress(RuntimeError):  # the pane, and with it this, has gone meanwhile
                    self._over.emit(job)

        # not the device's lane: it is the artist's hand that waits
        self._job = studio.queue.submit(title, events, lane=f"live {plugin}", listener=listener)

    def cancel(self) -> None:
        """Stop the job, if there is one; `ended` comes all the same."""
        if self._job is not None and self._session.studio is not None:
            self._session.studio.queue.cancel(self._job)

    def _forget(self, job: Job) -> None:
        self._job = None
        if self._session.studio is not None:
            self._session.studio.queue.forget(job)
        self.ended.emit(job)
