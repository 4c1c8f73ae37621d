"""Files that are either whole or not there."""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING

from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step.

    Raises:
        BadFile: the folder is missing, may not be written to, or the disk is full.
    """
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
        reason = error.strerror or error
        raise BadFile(
            "cannot write {path} ({reason}): choose another folder", path=path, reason=reason
        ) from error


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
