"""Which third-party plugins there are and how their files stand, to notice when that changes."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.host.installing.records import RECORD_NAME
from artstudio.host.installing.store import Store
from artstudio.sdk.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES: Final = 1000  # of one plugin under development
_SUFFIXES: Final = (".py", ".toml", ".json")
_PASSED_OVER: Final = ("__pycache__", "node_modules", "site-packages")

Seen = tuple[frozenset[str], object]
"""What is to be watched, and a value that differs when something has changed."""


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
