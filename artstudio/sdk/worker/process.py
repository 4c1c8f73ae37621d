"""What differs between systems about being a child process."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from multiprocessing.connection import Connection

PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Has the kernel end this process when its parent ends (Linux; elsewhere the closed pipe tells)."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)  # it ended before the request took hold
    # Ctrl-C in a terminal reaches the whole group; the host decides what it means for a worker.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def open_connection(descriptor: int) -> Connection:
    """The connection inherited from the host."""
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        return PipeConnection(descriptor)
    os.set_inheritable(descriptor, False)
    return Connection(descriptor)
