"""Replacing a file so that, whatever happens, the old or the new one is there whole, and older ones are kept.

The versions before the last lie beside the file, `.NAME.versions/1` the newest: on the same disk a version is
a second name for the same bytes and costs no copying.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import logging
import os
import shutil
import threading
from typing import TYPE_CHECKING, BinaryIO

from artstudio.sdk import BadFile, StudioError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

_one_at_a_time = threading.Lock()


def replace_file(path: Path, write: Callable[[BinaryIO], None], *, keep: int = 0) -> None:
    """Replaces `path` by what `write` writes, and keeps up to `keep` older versions of it.

    Raises:
        BadFile: the disk is full, the folder read-only or missing. The file is then as it was.
        StudioError: `write` raised it. The file is then as it was.
    """
    path = path.resolve()  # a link stays a link
    temporary = path.with_name(f".{path.name}.part")
    with _one_at_a_time:
        try:
            with temporary.open("wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                if keep and filecmp.cmp(path, temporary, shallow=False):
                    temporary.unlink()  # nothing new: the older versions are worth more than another copy
                    return
                shutil.copymode(path, temporary)
                _keep_version(path, keep)
            temporary.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise _not_saved(path, error) from error
        except StudioError:  # what is to be written cannot be had
            temporary.unlink(missing_ok=True)
            raise


def versions(path: Path) -> list[Path]:
    """The kept versions of a file before its last, newest first."""
    folder = _folder(path.resolve())
    if not folder.is_dir():
        return []
    numbered = [one for one in folder.iterdir() if one.stem.isdecimal()]
    return sorted(numbered, key=lambda one: int(one.stem))


def sync_folder(folder: Path) -> None:
    """Makes a rename in `folder` last through a power cut, where the system has a way to."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _folder(path: Path) -> Path:
    return path.with_name(f".{path.name}.versions")


def _keep_version(path: Path, keep: int) -> None:
    """The present file becomes version 1. Not worth failing a save for: at worst a version is missing."""
    if keep < 1:
        return
    folder = _folder(path)
    try:
        folder.mkdir(exist_ok=True)
        for number in range(keep - 1, 0, -1):
            older = folder / f"{number}{path.suffix}"
            if older.exists():
                older.replace(folder / f"{number + 1}{path.suffix}")
        newest = folder / f"1{path.suffix}"
        try:
            os.link(path, newest)
        except OSError:  # this file system has no second names
            shutil.copyfile(path, newest)
    except OSError:
        log.warning("no older version of %s could be kept", path, exc_info=True)


def _not_saved(path: Path, error: OSError) -> BadFile:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BadFile(
            "{name} was not saved because the disk is full: free some space, or save to another disk",
            name=path.name,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BadFile(
            "{name} was not saved because {folder} is read-only: save to another folder",
            name=path.name, folder=path.parent,
        )  # fmt: skip
    return BadFile(
        "{name} was not saved ({reason}): save to another folder",
        name=path.name,
        reason=error.strerror or error,
    )
