"""Another language while the window is open: panes and menus are made anew as soon as nothing is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from artstudio.engine.job import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.session import Session

_LOOK_MS: Final = 200


class Retranslation(QObject):
    """Calls `rebuild` when the application's language has changed and no job runs that a pane listens to."""

    def __init__(self, session: Session, window: MainWindow, rebuild: Callable[[], None]) -> None:
        super().__init__(window)
        self._session, self._rebuild = session, rebuild
        self._said = False
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        window.language_changed.connect(self._look)

    def _look(self) -> None:
        studio = self._session.studio
        if studio is not None and any(job.state is not State.ENDED for job in studio.queue.jobs()):
            if not self._said:
                self._said = True
                self._session.said.emit(
                    self.tr("The panes change their language when the running jobs have ended.")
                )
            self._timer.start()
            return
        self._said = False
        self._rebuild()
