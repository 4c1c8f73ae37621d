"""A lock between processes that ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import os
import sys
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_to_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FileLock:
    """Holds `path` as a lock file. The system lets go of it when the process dies, so none is ever stale."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self) -> bool:
        """Takes the lock; False if somebody has it, here or elsewhere. `OSError` if no file can be made."""
        while self._file is None:
            file = self._path.open("ab")
            if not _try_to_lock(file):
                file.close()
                return False
            if self._is_the_one_on_disk(file):
                self._file = file
            else:
                file.close()  # its holder removed it just now: take the next one
        return True

    def release(self) -> None:
        """Lets go, and removes the file."""
        if self._file is not None:
            file, self._file = self._file, None
            if sys.platform == "win32":  # an open file cannot be removed there
                file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
            file.close()

    def _is_the_one_on_disk(self, file: BinaryIO) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return False


def claim(folder: Path) -> tuple[FileLock, bool]:
    """A lock to hold while what lies in `folder` is in use, and whether nobody else holds one.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    places = (folder / f".in-use-{number}.lock" for number in count(1))
    own = next((place, lock) for place in places if (lock := FileLock(place)).acquire())
    others = [FileLock(place) for place in folder.glob(".in-use-*.lock") if place != own[0]]
    dead = [lock for lock in others if lock.acquire()]
    for lock in dead:
        lock.release()
    return own[1], len(dead) == len(others)
