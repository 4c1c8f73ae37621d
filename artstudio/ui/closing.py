"""How the window ends: asked by the artist, or told to by the system."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from artstudio.engine.job import State
from artstudio.ui.dialogs import ask
from artstudio.ui.qthreads import in_background, join_qthreads

if TYPE_CHECKING:
    from artstudio.engine.job import Job
    from artstudio.studio.studio import Studio
    from artstudio.ui.files import Files
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.safety import Safety
    from artstudio.ui.session import Session


class Closing(QObject):
    """Asks once, about running jobs and unsaved work together, then ends everything in order.

    The artist may have the window close by itself once the jobs are done; closing it again takes that back.

    Attributes:
        ending: The window is closing or closed; nothing is to be started any more.
    """

    ends = Signal()  # the window is about to go; what it looks like can still be read
    closed = Signal()

    def __init__(
        self, session: Session, studio: Studio, window: MainWindow, files: Files, safety: Safety
    ) -> None:
        super().__init__(window)
        self._session, self._studio, self._window = session, studio, window
        self._files, self._safety = files, safety
        self.ending = False
        self._waits = False
        self._changes = "ask"  # or "save", "discard"
        session.feed.ended.connect(self._look, Qt.ConnectionType.QueuedConnection)
        window.closing.connect(self.ask)

    def ask(self) -> None:
        """Close, unless the artist thinks better of it."""
        if self.ending:
            return
        running = self._running()
        if not running:
            self._files.when_safe(lambda: self.end(keep_journal=False))
            return
        name = self._files.name if self._session.project.dirty else ""
        answer, save = ask.ask_closing(self._window, len(running), name)
        self._waits = answer == "wait"
        self._changes = "save" if save else "discard" if name else "ask"
        if answer == "stop":
            self._close()
        elif self._waits:
            self._session.said.emit(self.tr("artstudio closes when the jobs are done."))
            self._look()

    def _running(self) -> list[Job]:
        return [job for job in self._session.feed.jobs if job.state is not State.ENDED]

    def _look(self, _job: object = None) -> None:
        """Whether what was waited for is done."""
        if self._waits and not self.ending and not self._running():
            self._waits = False
            self._close()

    def _close(self) -> None:
        def end() -> None:
            self.end(keep_journal=False)

        if self._changes == "save":
            self._files.save(end)
        elif self._changes == "discard":
            end()
        else:  # there were none when it was asked; what the jobs made may be some
            self._files.when_safe(end)

    def end(self, *, keep_journal: bool) -> None:
        """Stop what runs and close the window; the journal stays for the next start where wanted."""
        if self.ending:
            return
        self.ending = True
        self._studio.settings.window_geometry = self._window.geometry_state()
        self.ends.emit()
        self._window.hide()  # ending the workers may take a moment that nobody need watch
        self._window.shut_down()
        self._session.feed.close()

        def shut_down() -> None:
            self._safety.close(keep=keep_journal)
            self._studio.close()
            self._studio.save_settings()

        def leave(_result: object) -> None:
            self._files.release()
            self._window.let_close()
            join_qthreads()
            self.closed.emit()

        in_background(self, "shut down", shut_down, leave, leave)


class Signals(QObject):
    """SIGTERM and SIGINT as a Qt signal. Python's own handlers wait for bytecode, and Qt's loop runs none."""

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte, Qt.ConnectionType.QueuedConnection)
        self._old_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._old = {
            number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)
        }

    def restore(self) -> None:
        """Handle signals as before."""
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_byte(self) -> None:
        with contextlib.suppress(BlockingIOError):  # two signals at once leave one byte for two calls
            self._reader.recv(64)
        self.received.emit()
