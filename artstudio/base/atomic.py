"""Files that are either whole or not there."""

from __future__ import annotations

import contextlib
import glob
import os
import threading
from typing import TYPE_CHECKING

from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to be written, which takes its place in one step if the body ends well.

    One writer at a time: what a killed one left is written over by the next.

    Raises:
        BadFile: the folder is missing, may not be written to, or the disk is full; `path` is as it was.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch()
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step. What a killed process left of it before goes.

    Raises:
        BadFile: the folder is missing, may not be written to, or the disk is full.
    """
    _sweep(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _sweep(path: Path) -> None:
    """Removes what processes that are no more left of `path`."""
    with contextlib.suppress(OSError):
        for left in path.parent.glob(f".{glob.escape(path.name)}.*-*.part"):
            process_id = left.name.removeprefix(f".{path.name}.").partition("-")[0]
            if process_id.isdecimal() and not _lives(int(process_id)):
                left.unlink(missing_ok=True)


def _lives(process_id: int) -> bool:
    import psutil  # only where something was left: not at every start

    lives: bool = psutil.pid_exists(process_id)
    return lives


def read_bytes(path: Path, limit_mib: int) -> bytes:
    """The whole of a file of at most `limit_mib` MiB.

    Raises:
        BadFile: it is missing, empty, unreadable or larger.
    """
    try:
        size = path.stat().st_size
        if size > limit_mib << 20:
            raise BadFile(
                "{name} has {size} MiB, more than the {limit} MiB that are read: cut it into parts",
                name=path.name, size=-(-size >> 20), limit=limit_mib,
            )  # fmt: skip
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise BadFile(
            "cannot read {path} ({reason}): choose another file", path=path, reason=reason
        ) from error
    if not data:
        raise BadFile("{name} is empty: choose another file", name=path.name)
    return data


def _unwritable(path: Path, error: OSError) -> BadFile:
    reason = error.strerror or error
    return BadFile("cannot write {path} ({reason}): choose another folder", path=path, reason=reason)
