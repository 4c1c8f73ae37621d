"""One window at a time for a project file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Self

from artstudio.base.lock import FileLock
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from pathlib import Path


class ProjectLock:
    """Guards a project file against a second window; use it with `with`, or `acquire` and `release`.

    In a folder that cannot be written there is nothing to guard, since nothing can be saved there.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        path = path.resolve()
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))

    def acquire(self) -> None:
        """Raises `BadFile` if the file is open in another window."""
        with contextlib.suppress(OSError):
            if not self._lock.acquire():
                raise BadFile(
                    "{name} is open in another window: go on there, or close it first", name=self._name
                )

    def release(self) -> None:
        """Lets others open the file."""
        self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()


def sweep_unfinished(folder: Path) -> None:
    """Removes what was killed while it wrote a project file in `folder`, but not what is being written."""
    for part in folder.glob(".*.artstudio.part"):
        lock = FileLock(part.with_suffix(".lock"))
        with contextlib.suppress(OSError):
            if lock.acquire():
                part.unlink(missing_ok=True)
                lock.release()
