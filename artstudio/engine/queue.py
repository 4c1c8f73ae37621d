"""The job queue: one lane a device; interactive jobs first, background ones wait meanwhile."""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
from collections.abc import Callable
from typing import Any

from artstudio.engine.job import Crashed, Job, Outcome, State, Work
from artstudio.sdk.errors import StudioError

Listener = Callable[[Job, Any], None]
Starter = Callable[[str, Callable[[], None]], None]

KEPT_JOBS = 200
_log = logging.getLogger(__name__)


def start_thread(name: str, target: Callable[[], None]) -> None:
    """Runs `target` on a thread of its own: the starter of the command line and of tests."""
    threading.Thread(target=target, name=name, daemon=True).start()


class Queue:
    """Starts each job on a thread that `start` makes.

    A lane runs at most one interactive and one background job; while the interactive one runs, the
    background one is paused. A listener hears everything the work yields, and None whenever the job's
    state changed, in the job's own thread.
    """

    def __init__(self, start: Starter = start_thread) -> None:
        self._start = start
        self._numbers = itertools.count(1)
        self._lock = threading.RLock()
        self._jobs: list[Job] = []
        self._listeners: dict[Job, Listener] = {}
        self._closed = False

    def submit(
        self,
        title: str,
        work: Work,
        *,
        lane: str = "cpu",
        interactive: bool = True,
        listener: Listener | None = None,
    ) -> Job:
        """Queues `work`; it starts as soon as its lane is free."""
        with self._lock:
            job = Job(next(self._numbers), title, lane, interactive, work)
            if listener is not None:
                self._listeners[job] = listener
            closed = self._closed
            if not closed:
                self._jobs.append(job)
                ended = [old for old in self._jobs if old.stage is State.ENDED]
                for old in ended[: max(0, len(self._jobs) - KEPT_JOBS)]:
                    self._jobs.remove(old)
        if closed:
            self._end(job, Outcome.CANCELLED, None)
            return job
        self._tell(job, None)
        self._start_next(lane)
        return job

    def jobs(self) -> list[Job]:
        """All running and queued jobs and the latest ended ones, oldest first."""
        with self._lock:
            return list(self._jobs)

    def cancel(self, job: Job) -> None:
        """Stops a job: at its next `yield` when it runs, at once when it waits."""
        job.control.cancel()
        with self._lock:
            waiting = job.stage is State.QUEUED
            if waiting:
                job.stage = State.RUNNING  # nobody else may start it now
        if waiting:
            self._end(job, Outcome.CANCELLED, None)

    def pause(self, job: Job) -> None:
        """Holds a job back at its next `yield`."""
        job.control.pause()
        self._tell(job, None)

    def resume(self, job: Job) -> None:
        """Lets a paused job go on."""
        job.control.resume()
        self._tell(job, None)

    def forget(self, job: Job) -> None:
        """Takes an ended job off the list."""
        with self._lock:
            if job.stage is State.ENDED and job in self._jobs:
                self._jobs.remove(job)

    def close(self, timeout_s: float = 5.0) -> None:
        """Cancels everything and waits for the running jobs' threads to finish."""
        with self._lock:
            self._closed = True
            left = [job for job in self._jobs if job.stage is not State.ENDED]
        for job in left:
            self.cancel(job)
        for job in left:
            job.wait(timeout_s)

    def _running(self, lane: str, interactive: bool) -> Job | None:
        for job in self._jobs:
            if job.lane == lane and job.interactive is interactive and job.stage is State.RUNNING:
                return job
        return None

    def _start_next(self, lane: str) -> None:
        ready = []
        with self._lock:
            if self._closed:
                return
            for interactive in (True, False):
                if self._running(lane, interactive) is None:
                    waiting = (j for j in self._jobs if j.lane == lane and j.stage is State.QUEUED)
                    job = next((j for j in waiting if j.interactive is interactive), None)
                    if job is not None:
                        job.stage = State.RUNNING
                        ready.append(job)
            background = self._running(lane, False)
            if background is not None:
                if self._running(lane, True) is not None:
                    background.control.pause("interactive job")
                else:
                    background.control.resume("interactive job")
        if background is not None and background not in ready:
            self._tell(background, None)
        for job in ready:
            try:
                self._start(f"job {job.number}", lambda job=job: self._run(job))  # type: ignore[misc]
            except RuntimeError as error:  # the system has no thread to give
                failure = StudioError("{title} cannot be started: {reason}", title=job.title, reason=error)
                self._end(job, Outcome.FAILED, failure)

    def _run(self, job: Job) -> None:
        self._tell(job, None)
        outcome = Outcome.DONE
        error: StudioError | None = None
        try:
            with contextlib.closing(job.work(job.control)) as events:  # type: ignore[type-var]
                for event in events:
                    job.note(event)
                    self._tell(job, event)
                    if job.control.cancelled:
                        break
            if job.control.cancelled:
                outcome = Outcome.CANCELLED
        except Crashed as crash:
            outcome, error = Outcome.CRASHED, crash
        except StudioError as failure:
            outcome, error = Outcome.FAILED, failure
        except Exception as unexpected:  # noqa: BLE001  # a job's thread must always report an outcome
            _log.exception("job %s failed unexpectedly", job.title)
            outcome = Outcome.FAILED
            error = StudioError("something went wrong: {reason}; the log has the details", reason=unexpected)
        if job.control.cancelled and outcome is not Outcome.DONE:
            outcome, error = Outcome.CANCELLED, None
        self._end(job, outcome, error)

    def _end(self, job: Job, outcome: Outcome, error: StudioError | None) -> None:
        with self._lock:
            job.stage, job.outcome, job.error = State.ENDED, outcome, error
        self._tell(job, None)
        with self._lock:
            self._listeners.pop(job, None)
        job.ended.set()
        self._start_next(job.lane)

    def _tell(self, job: Job, event: object) -> None:
        listener = self._listeners.get(job)
        if listener is None:
            return
        try:
            listener(job, event)
        except Exception:  # noqa: BLE001  # what listens must not change what the job does
            _log.exception("a listener of job %s failed", job.title)
