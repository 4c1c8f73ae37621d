"""Notices when plugins change on the disk: by another program, by hand, or by their author at work."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from artstudio.host.installing.records import RECORD_NAME
from artstudio.host.installing.store import Store
from artstudio.sdk.manifest import MANIFEST_NAME
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WAIT_MS: Final = 250  # an editor or an installer writes several files in a row
MOST_FILES: Final = 1000  # of one plugin under development
_SUFFIXES: Final = (".py", ".toml", ".json")
_PASSED_OVER: Final = ("__pycache__", "node_modules", "site-packages")

Seen = tuple[frozenset[str], object]
"""What is to be watched, and a value that differs when something has changed."""


class Watching(QObject):
    """Watches `plugins` and the folders of all that is linked or was put there by hand.

    `known` answers the stamp (see `seen`) of what is in use by now, None for nothing yet.
    """

    changed = Signal()

    def __init__(self, plugins: Path, known: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._plugins = plugins
        self._known = known
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


def seen(plugins: Path) -> Seen:
    """What is to be watched below `plugins` and in linked folders, and how it stands."""
    with contextlib.suppress(OSError):
        plugins.mkdir(parents=True, exist_ok=True)  # what is not there cannot be watched
    store = Store(plugins)
    watched = {str(plugins)}
    stamps: list[object] = []
    linked = []
    for record in store.records():
        stamps.append(record.model_copy(update={"failures": 0}))
        watched.add(str(plugins / record.id))
        if record.linked is not None:
            linked.append(Path(record.linked))
    for folder in (*_by_hand(plugins), *linked):
        for path in _code(folder):
            with contextlib.suppress(OSError):
                found = path.stat()
                watched.add(str(path))
                if not path.is_dir():
                    stamps.append((str(path), found.st_mtime_ns, found.st_size))
    return frozenset(watched), stamps


def _by_hand(plugins: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(
            one
            for one in plugins.iterdir()
            if (one / MANIFEST_NAME).is_file() and not (one / RECORD_NAME).is_file()
        )
    return []


def _code(folder: Path) -> Iterator[Path]:
    """Its folders and the files that say what it does, at most so many."""
    left = MOST_FILES
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one[0] != "." and one not in _PASSED_OVER)
        names = [one for one in sorted(files) if one.endswith(_SUFFIXES) and one[0] != "."]
        for path in (Path(place), *(Path(place, name) for name in names)):
            if not left:
                return
            left -= 1
            yield path
