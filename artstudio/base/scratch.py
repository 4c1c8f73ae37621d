"""Private folders for what passes between processes, in memory where the system has a place for that.

A process that is killed cannot tidy up; whoever makes the next folder removes those of the dead.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import psutil

_PREFIX = "artstudio-"
_SHARED_MEMORY = Path("/dev/shm")
_ROOMY_BYTES = 2**30


def scratch_folder() -> Path:
    """A new empty folder that only this user can enter. Whoever asked removes it."""
    root = _root()
    _sweep(root)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=root))


def _root() -> Path:
    try:
        if _SHARED_MEMORY.is_dir() and shutil.disk_usage(_SHARED_MEMORY).free > _ROOMY_BYTES:
            return _SHARED_MEMORY
    except OSError:
        pass
    return Path(tempfile.gettempdir())


def _sweep(root: Path) -> None:
    for folder in root.glob(f"{_PREFIX}*-*"):
        pid = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if pid.isdecimal() and not psutil.pid_exists(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)
