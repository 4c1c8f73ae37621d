"""What differs between systems about being a child process."""

from __future__ import annotations

import os
import sys
from multiprocessing.connection import Connection


def open_connection(descriptor: int) -> Connection:
    """The connection inherited from the host."""
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        return PipeConnection(descriptor)
    os.set_inheritable(descriptor, False)
    return Connection(descriptor)
