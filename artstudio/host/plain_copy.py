"""Copying a folder that a plugin wrote: its files, and nothing that it may have linked to.

A link in such a folder may lead to the artist's own files, which a worker cannot read but the studio can.
Nothing is followed, and what is looked at is what is copied: each folder and file is opened once, without
following, and judged by its open descriptor, as the plugin may change names meanwhile.
"""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING, Final

from artstudio.sdk.errors import BadModel

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES: Final = 20_000
_DEEPEST: Final = 32
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_READ: Final = os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_BY_DESCRIPTOR: Final = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


def copy_plain(folder: Path, target: Path) -> None:
    """Copies `folder` to `target`, which must not exist; on an error it may be there in part.

    Raises:
        BadModel: it holds a link, a file that has another name elsewhere, something that is no plain file, or
            more than 20,000 files.
        OSError: it cannot be read or written.
    """
    _Copy().folder(folder, target)


class _Copy:
    def __init__(self) -> None:
        self._files = 0

    def folder(self, path: Path, target: Path, above: int | None = None, depth: int = 0) -> None:
        """`above` is the open folder that holds it, where the system has such."""
        if depth > _DEEPEST:
            raise BadModel("the model holds folders in folders without end: it is not kept")
        if path.is_symlink():
            raise _refusal(path)
        target.mkdir()
        if not _BY_DESCRIPTOR:
            for name in sorted(entry.name for entry in path.iterdir()):
                self._entry(path, name, target, None, depth)
            return
        try:
            opened = os.open(path.name if above is not None else path, _READ | os.O_DIRECTORY, dir_fd=above)
        except NotADirectoryError:
            raise _refusal(path) from None
        try:
            with os.scandir(opened) as entries:
                names = sorted(entry.name for entry in entries)
            for name in names:
                self._entry(path, name, target, opened, depth)
        finally:
            os.close(opened)

    def _entry(self, path: Path, name: str, target: Path, above: int | None, depth: int) -> None:
        where = name if above is not None else path / name
        kind = os.stat(where, dir_fd=above, follow_symlinks=False)
        if stat.S_ISDIR(kind.st_mode):
            self.folder(path / name, target / name, above, depth + 1)
            return
        if not stat.S_ISREG(kind.st_mode):
            raise _refusal(path / name)
        self._files += 1
        if self._files > MOST_FILES:
            raise BadModel("the model holds more than {most} files: it is not kept", most=MOST_FILES)
        try:
            descriptor = os.open(where, _READ, dir_fd=above)
        except OSError:
            if (path / name).is_symlink():
                raise _refusal(path / name) from None
            raise
        with os.fdopen(descriptor, "rb") as source:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
                raise _refusal(path / name)
            with (target / name).open("xb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)


def _refusal(path: Path) -> BadModel:
    return BadModel(
        "the model holds {name}, which is a link or no plain file and may lead to other files of yours: "
        "it is not kept",
        name=path.name,
    )
