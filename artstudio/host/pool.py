"""The workers in use: one a plugin, kept warm between jobs and unloaded when idle."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from artstudio.host.grants import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.engine.job import Control
    from artstudio.host.discovery import Found
    from artstudio.host.grants import Grants
    from artstudio.host.process import WorkerProcess

WAIT_S = 0.05


class _Seat:
    """One plugin's place: its worker, who uses it, and the timer that unloads it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.worker: WorkerProcess | None = None
        self.timer: threading.Timer | None = None
        self.retired = False


class Pool:
    """Lends workers to jobs. `start` makes one; it is called with the plugin and what is granted to it.

    Attributes:
        idle_s: How long a worker waits for its next request before it ends; 0: for ever.
    """

    def __init__(
        self,
        start: Callable[[Found, Grants], WorkerProcess],
        idle_s: float,
        own_idle_s: Callable[[str], float | None] = lambda _plugin_id: None,
    ) -> None:
        """`own_idle_s` answers, by plugin id, what is set for one plugin alone."""
        self._start = start
        self.idle_s = idle_s
        self._own_idle_s = own_idle_s
        self._seats: dict[str, _Seat] = {}
        self._lock = threading.Lock()
        self._closed = False

    @contextlib.contextmanager
    def worker(
        self, plugin: Found, control: Control, grants: Grants = NOTHING
    ) -> Iterator[WorkerProcess | None]:
        """The plugin's worker for one request, started where there is none; None when cancelled first.

        One that was not granted what this request needs is ended, and another takes its place: what a
        process may reach is settled when it starts.
        """
        seat = self._seat(plugin.id)
        while not seat.lock.acquire(timeout=WAIT_S):
            if control.cancelled:
                yield None
                return
        try:
            if seat.timer is not None:
                seat.timer.cancel()
            if seat.worker is not None and (
                seat.retired or not (seat.worker.alive and seat.worker.grants.cover(grants))
            ):
                seat.worker.close()
                seat.worker = None
            if seat.worker is None:
                seat.retired = False
                seat.worker = self._start(plugin, grants)
            yield seat.worker
        finally:
            if seat.worker is not None and (self._closed or seat.retired or not seat.worker.alive):
                seat.worker.close()
                seat.worker = None
            own_s = self._own_idle_s(plugin.id)
            idle_s = self.idle_s if own_s is None else own_s
            if seat.worker is not None and idle_s > 0:
                seat.timer = threading.Timer(idle_s, self.unload, [plugin.id])
                seat.timer.daemon = True
                seat.timer.start()
            seat.lock.release()

    def ready(self, plugin_id: str) -> bool:
        """Whether the plugin's worker is started."""
        worker = self._seat(plugin_id).worker
        return worker is not None and worker.alive

    def unload(self, plugin_id: str) -> bool:
        """Ends a plugin's idle worker; False when it is at work."""
        seat = self._seat(plugin_id)
        if not seat.lock.acquire(blocking=False):
            return False
        try:
            if seat.timer is not None:
                seat.timer.cancel()
            worker, seat.worker = seat.worker, None  # from here on it counts as gone
            if worker is not None:
                worker.close()
        finally:
            seat.lock.release()
        return True

    def retire(self, plugin_id: str) -> None:
        """Ends a plugin's worker: at once when it is idle, else as soon as its job has ended."""
        self._seat(plugin_id).retired = True
        self.unload(plugin_id)

    def started(self) -> list[str]:
        """The ids of the plugins that have a worker."""
        with self._lock:
            return [name for name, seat in self._seats.items() if seat.worker is not None]

    def memory_bytes(self) -> dict[str, int]:
        """Resident memory of every started worker, by plugin id."""
        with self._lock:
            seats = dict(self._seats)
        return {
            name: worker.memory_bytes() for name, seat in seats.items() if (worker := seat.worker) is not None
        }

    def close(self) -> None:
        """Ends all workers, busy ones too."""
        self._closed = True
        with self._lock:
            seats = dict(self._seats)
        for name, seat in seats.items():
            if not self.unload(name) and seat.worker is not None:
                seat.worker.kill()

    def _seat(self, plugin_id: str) -> _Seat:
        with self._lock:
            return self._seats.setdefault(plugin_id, _Seat())
