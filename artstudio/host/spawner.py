"""Starts processes from one thread that lives as long as the program.

On Linux a worker asks the kernel to end it with its parent, and the kernel takes "parent" to be the
thread that started it: a worker started by a job's own thread would die with that job.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

Start = Callable[[], "subprocess.Popen[bytes]"]

_requests: queue.SimpleQueue[tuple[Start, Future[subprocess.Popen[bytes]]]] = queue.SimpleQueue()
_thread: threading.Thread | None = None
_lock = threading.Lock()


def spawn(start: Start) -> subprocess.Popen[bytes]:
    """Calls `start` on the long-lived thread and returns (or raises) what it did."""
    global _thread
    with _lock:
        if _thread is None:
            _thread = threading.Thread(target=_serve, name="spawner", daemon=True)
            _thread.start()
    future: Future[subprocess.Popen[bytes]] = Future()
    _requests.put((start, future))
    return future.result()


def _serve() -> None:
    while True:
        start, future = _requests.get()
        try:
            future.set_result(start())
        except BaseException as error:  # noqa: BLE001  # handed to whoever asked
            future.set_exception(error)
