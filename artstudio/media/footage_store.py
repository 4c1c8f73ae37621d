"""The store of footage: a folder of files `<SHA-256>.mkv` that all open projects share and nobody changes."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.media.footage import PART_SUFFIX, SUFFIX
from artstudio.sdk import BadFile, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

log = logging.getLogger(__name__)

KEPT_S: Final = 24 * 60 * 60.0  # what was written or asked for within a day is not swept away

_one_at_a_time = threading.Lock()  # finding a file and sweeping it away


def find_footage(folder: Path, name: str) -> Path | None:
    """Where the footage `name` lies, None where it is missing. It is then safe from `sweep` for a day."""
    path = folder / f"{name}{SUFFIX}"
    with _one_at_a_time:
        try:
            os.utime(path)
        except OSError:
            return path if path.is_file() else None
    return path


def keep_footage(folder: Path, name: str, nbytes: int, blocks: Iterable[bytes]) -> Path:
    """The file of the footage `name`, written from its `blocks` where it is not there yet.

    `nbytes` is how long it is: a file of another length under its name does not count.

    Raises:
        BadFile: the disk is full or cannot be written.
        InvalidValue: the blocks are not what `name`, their SHA-256, says.
    """
    known = find_footage(folder, name)
    try:
        if known is not None and known.stat().st_size == nbytes:
            return known
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(PART_SUFFIX, ".footage-", folder)
        try:
            digest = hashlib.sha256()
            with os.fdopen(descriptor, "wb") as file:
                for block in blocks:
                    digest.update(block)
                    file.write(block)
                file.flush()
                os.fsync(file.fileno())
            if digest.hexdigest() != name:
                raise InvalidValue("the footage {name} is not what its name says", name=name)
            path = folder / f"{name}{SUFFIX}"
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BadFile(
            "the film cannot be unpacked into {folder} ({reason}): free some space there",
            folder=folder, reason=error.strerror or error,
        ) from error  # fmt: skip
    return path


def sweep(folder: Path, needed: Callable[[], set[str]]) -> None:
    """Removes what nobody wrote or asked for within a day and `needed` does not name.

    `needed` is asked only where there is something to remove; where it raises, nothing is removed.
    """
    if not (old := [path for path in _files(folder) if _is_old(path)]):
        return
    names = needed()
    for path in old:
        with _one_at_a_time, contextlib.suppress(OSError):
            if path.stem not in names and _is_old(path):  # it may have been asked for meanwhile
                path.unlink()
                log.info("removed %s, which no work refers to", path)


def _files(folder: Path) -> list[Path]:
    patterns = (f"*{SUFFIX}", f".footage-*{PART_SUFFIX}")
    return [path for pattern in patterns for path in sorted(folder.glob(pattern))]


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > KEPT_S
    except OSError:
        return False
