"""Another language while the window is open: panes and menus are made anew, and go on where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.session import Session


class Retranslation(QObject):
    """Calls `rebuild` when the application's language has changed.

    Jobs go on meanwhile; only one whose result a pane takes by itself (`JobFeed.awaited`) is waited for,
    and that is said.
    """

    def __init__(self, session: Session, window: MainWindow, rebuild: Callable[[], None]) -> None:
        super().__init__(window)
        self._session, self._rebuild = session, rebuild
        self._waits = False
        window.language_changed.connect(self.begin)
        # when all others have heard of it
        session.feed.ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Let the window speak the language of now, as soon as that can be."""
        awaited = self._session.feed.awaited
        self._waits = bool(awaited)
        if awaited:
            words = self.tr("The panes change their language when this has ended: {jobs}.")
            self._session.said.emit(words.format(jobs=", ".join(sorted(job.title for job in awaited))))
        else:
            self._rebuild()

    def _go_on(self) -> None:
        if self._waits and not self._session.feed.awaited:
            self._waits = False
            self._rebuild()
