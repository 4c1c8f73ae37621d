"""Threads for the window's jobs, and the one way by which what they report reaches it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, SignalInstance, Slot

from artstudio.sdk.events import Preview, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.engine.job import Job
    from artstudio.sdk.media import Media

T = TypeVar("T")
_started: set[_Driver] = set()
_lock = threading.Lock()


class _Driver(QThread):
    def __init__(self, name: str, target: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._target: Callable[[], None] | None = target

    def run(self) -> None:
        target, self._target = self._target, None  # a finished thread holds on to no job
        if target is not None:
            target()


def start_qthread(name: str, target: Callable[[], None]) -> None:
    """Run `target` on a QThread of its own: the engine's `Starter` in the window.

    May be called from any thread. `join_qthreads` waits for all that were started.
    """
    driver = _Driver(name, target)
    with _lock:
        # A QThread must not be collected while it runs, nor by the very thread it is.
        _started.difference_update([other for other in _started if other.isFinished() and other.wait(0)])
        _started.add(driver)
    driver.start()


def join_qthreads(timeout_s: float = 5.0) -> bool:
    """Wait until every thread started here has ended; False where one still runs after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while True:
        with _lock:
            if not _started:
                return True
            driver = next(iter(_started))
        if not driver.wait(max(0, int((deadline - time.monotonic()) * 1000))):
            return False
        with _lock:
            _started.discard(driver)


class _Errand(QObject):
    done = Signal(object)
    failed = Signal(object)


def in_background(
    owner: QObject,
    name: str,
    work: Callable[[], T],
    then: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Run `work` on a thread of its own; what it returns or raises comes back in `owner`'s thread.

    For short errands without progress (reading a schema, a file); what takes long is a job. Nothing comes
    back once `owner` is gone.
    """
    errand = _Errand(owner)
    for signal, slot in ((errand.done, then), (errand.failed, failed)):
        signal.connect(slot, Qt.ConnectionType.QueuedConnection)
        signal.connect(errand.deleteLater, Qt.ConnectionType.QueuedConnection)

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  # whatever it is, `failed` says it in the window
            _emit(errand.failed, error)
        else:
            _emit(errand.done, result)

    start_qthread(name, run)


def _emit(signal: SignalInstance, value: object) -> None:
    with contextlib.suppress(RuntimeError):  # the owner, and with it the signal, has gone meanwhile
        signal.emit(value)


class Bridge(QObject):
    """A queue listener that carries events from the jobs' threads into the one this object lives in.

    Of `Progress` and `Preview` only the newest of each job is kept until the window takes it, at most
    `RATE_HZ` times a second; everything else arrives, in its order. A job that reports faster than the
    window can take waits here, so a flood costs the job and not the window.
    """

    RATE_HZ = 30
    ROOM = 2_000  # events waiting for the window before a job has to wait
    SLICE_S = 0.008  # how long one delivery may keep the window from anything else

    emitted = Signal(object, object)  # Job, its event or None where its state changed
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Job, object]] = deque()
        self._changed = threading.Condition()
        self._awake = False
        self._closed = False
        self._home = threading.get_ident()
        self._last_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._deliver)
        self._woken.connect(self._schedule)  # queued when emitted by another thread

    def __call__(self, job: Job, event: object) -> None:
        """Take one event, or what a listener in between made of it, in whatever thread."""
        with self._changed:
            if isinstance(event, Progress | Preview):
                if self._replaced(job, event):
                    return
            elif threading.get_ident() != self._home:
                self._changed.wait_for(lambda: self._closed or len(self._waiting) < self.ROOM)
            if self._closed:
                return
            self._waiting.append((job, event))
            wake, self._awake = not self._awake, True
            if wake:
                self._woken.emit()

    def _replaced(self, job: Job, event: Progress | Preview[Media]) -> bool:
        """Put `event` in the place of an older one of its kind, if nothing else of the job came since."""
        for i in range(len(self._waiting) - 1, -1, -1):
            other_job, other = self._waiting[i]
            if other_job is job:
                if type(other) is type(event):
                    self._waiting[i] = (job, event)
                    return True
                if not isinstance(other, Progress | Preview):
                    return False
        return False

    def close(self) -> None:
        """Drop what waits and everything that comes; jobs held up here go on."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        self._timer.stop()

    @Slot()
    def _schedule(self) -> None:
        since_s = time.monotonic() - self._last_s
        self._timer.start(max(0, round((1 / self.RATE_HZ - since_s) * 1000)))

    @Slot()
    def _deliver(self) -> None:
        began_s = self._last_s = time.monotonic()
        while time.monotonic() - began_s < self.SLICE_S:
            with self._changed:
                if not self._waiting:
                    self._awake = False
                    return
                job, event = self._waiting.popleft()
                self._changed.notify_all()
            self.emitted.emit(job, event)
        self._schedule()
