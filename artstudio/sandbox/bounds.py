"""What a worker gives up besides files and system calls: privileges, growth, its life after the studio."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artstudio.sandbox.rules import Rules

OPEN_FILES = 4096
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP = 1, 24
_CAPABILITY_VERSION_3 = 0x20080522
_CAPSET = {"x86_64": 126, "aarch64": 91}


def die_with_parent() -> None:
    """Has the kernel end this process when its parent ends (Linux; elsewhere the closed pipe tells)."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)  # it ended before the request took hold


def limit(rules: Rules) -> None:
    """No core dumps, no file beyond `rules.file_bytes`, first to go when the machine's memory is full."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, rules.file_bytes),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, bound))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("800")


def drop_privileges() -> None:
    """Gives up every capability: a studio that is run by root keeps its workers from acting as root."""
    if sys.platform != "linux":
        return
    number = _CAPSET.get(os.uname().machine)
    if number is None or os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None)
    for capability in range(64):
        libc.prctl(_PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0)
    head = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    libc.syscall(ctypes.c_long(number), head, bytes(24))
