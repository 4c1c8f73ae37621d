"""Notices when plugins change on the disk: by another program, by hand, or by their author at work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from artstudio.host.presence import Seen, seen
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WAIT_MS: Final = 250  # an editor or an installer writes several files in a row


class Watching(QObject):
    """Watches `plugins` and the folders of all that is linked or was put there by hand.

    `known` answers the stamp (see `seen`) of what is in use by now, None for nothing yet.
    """

    changed = Signal()

    def __init__(self, plugins: Path, known: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._plugins = plugins
        self._known = known
        self._seen: object = None
        self._looking = False
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(lambda _path: self._timer.start())
        self._watcher.fileChanged.connect(lambda _path: self._timer.start())

    def look(self) -> None:
        """Look beside the window what there is, and tell where that is other than what is known."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        in_background(self, "watch plugins", lambda: seen(self._plugins), self._take, self._give_up)

    def _take(self, found: Seen) -> None:
        self._looking = False
        wanted, stamp = found
        if stamp != self._seen and (files := self._watcher.files()):
            # of a file that another one took the place of, Qt may go on watching what nobody sees any more
            self._watcher.removePaths(files)
        self._seen = stamp
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        new = wanted - watched  # files that were replaced among them
        if new:
            new = new - set(self._watcher.addPaths(sorted(new)))  # less what cannot be watched
        known = self._known()
        if known is not None and known != stamp:
            self.changed.emit()
        if self._again or new:  # these may have changed before it was watched
            self._again = False
            self._timer.start()

    def _give_up(self, _error: Exception) -> None:
        self._looking = False
