"""Jobs: lanes, who goes first, pausing, stopping, and exactly one outcome each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from artstudio.engine.job import Control, Crashed, Job, Outcome, State
from artstudio.engine.queue import KEPT_JOBS, Queue, start_thread
from artstudio.sdk import Event, InvalidValue, Notice, Progress, TrainStep

SOON_S = 10.0


class Gate:
    """Work that yields once for each `step` it is granted, and notes what happens to it."""

    def __init__(self, steps: int = 1_000_000) -> None:
        self.began = threading.Event()
        self.closed = threading.Event()
        self.tickets = threading.Semaphore(0)
        self.steps = steps
        self.control = Control()

    def __call__(self, control: Control) -> Iterator[Event]:
        self.control = control
        self.began.set()
        try:
            for done in range(self.steps):
                assert self.tickets.acquire(timeout=SOON_S)
                yield Progress(done + 1, self.steps)
        finally:
            self.closed.set()

    def step(self, count: int = 1) -> None:
        self.tickets.release(count)


class Ear:
    """A listener that keeps what it hears, by job."""

    def __init__(self) -> None:
        self.states: dict[int, list[State]] = {}
        self.events: dict[int, list[Event]] = {}
        self.heard = threading.Condition()

    def __call__(self, job: Job, event: Event | None) -> None:
        with self.heard:
            if event is None:
                self.states.setdefault(job.number, []).append(job.state)
            else:
                self.events.setdefault(job.number, []).append(event)
            self.heard.notify_all()

    def wait(self, ready: Callable[[], bool]) -> None:
        with self.heard:
            assert self.heard.wait_for(ready, SOON_S)


@pytest.fixture
def queue() -> Iterator[Queue]:
    made = Queue()
    yield made
    made.close()


def nothing(control: Control) -> Iterator[Event]:
    yield from ()


def raising(error: BaseException) -> Callable[[Control], Iterator[Event]]:
    def work(control: Control) -> Iterator[Event]:
        yield Progress(1, 2)
        raise error

    return work


def test_a_job_runs_to_its_end_and_tells_of_it(queue: Queue) -> None:
    ear, gate = Ear(), Gate(2)
    job = queue.submit("Paint", gate, listener=ear)
    gate.step(2)
    assert job.wait(SOON_S)
    assert (job.state, job.outcome, job.error) == (State.ENDED, Outcome.DONE, None)
    assert ear.states[job.number] == [State.QUEUED, State.RUNNING, State.ENDED]
    assert ear.events[job.number] == [Progress(1, 2), Progress(2, 2)]
    assert queue.jobs() == [job]


@pytest.mark.parametrize(
    ("error", "outcome", "sentence"),
    [
        (InvalidValue("too wide"), Outcome.FAILED, "too wide"),
        (Crashed("it crashed"), Outcome.CRASHED, "it crashed"),
        (ZeroDivisionError("oh"), Outcome.FAILED, "something went wrong: oh; the log has the details"),
    ],
)
def test_each_way_to_fail_has_its_outcome(
    queue: Queue, error: Exception, outcome: Outcome, sentence: str
) -> None:
    ear = Ear()
    job = queue.submit("Paint", raising(error), listener=ear)
    assert job.wait(SOON_S)
    assert (job.outcome, str(job.error)) == (outcome, sentence)
    assert ear.states[job.number].count(State.ENDED) == 1


def test_a_lane_runs_one_interactive_job_at_a_time_in_order(queue: Queue) -> None:
    first, second, other = Gate(1), Gate(1), Gate(1)
    jobs = [queue.submit(str(i), gate) for i, gate in enumerate((first, second))]
    elsewhere = queue.submit("other", other, lane="cuda:0")
    other.step()
    assert elsewhere.wait(SOON_S)  # another lane does not wait
    assert first.began.wait(SOON_S)
    assert jobs[1].state is State.QUEUED
    second.step()
    first.step()
    assert jobs[1].wait(SOON_S)
    assert jobs[0].outcome is Outcome.DONE


def test_a_background_job_waits_while_an_interactive_one_runs(queue: Queue) -> None:
    training, painting, ear = Gate(), Gate(1), Ear()
    background = queue.submit("Train", training, interactive=False, listener=ear)
    assert training.began.wait(SOON_S)
    interactive = queue.submit("Paint", painting)
    assert painting.began.wait(SOON_S)  # it did not wait for the training
    assert background.state is State.PAUSED
    assert training.control.paused
    painting.step()
    assert interactive.wait(SOON_S)
    ear.wait(lambda: ear.states[background.number][-1] is State.RUNNING)
    assert not training.control.paused
    assert State.PAUSED in ear.states[background.number]
    queue.cancel(background)
    training.step()
    assert background.wait(SOON_S)


def test_the_artists_pause_outlasts_an_interactive_job(queue: Queue) -> None:
    training = Gate()
    background = queue.submit("Train", training, interactive=False)
    assert training.began.wait(SOON_S)
    queue.pause(background)
    assert queue.submit("Paint", nothing).wait(SOON_S)
    held = background.state
    queue.resume(background)
    assert (held, background.state) == (State.PAUSED, State.RUNNING)
    queue.cancel(background)
    training.step()
    assert background.wait(SOON_S)


def test_background_jobs_of_a_lane_wait_for_each_other(queue: Queue) -> None:
    first, second = Gate(1), Gate(1)
    jobs = [queue.submit("Train", gate, interactive=False) for gate in (first, second)]
    assert first.began.wait(SOON_S)
    assert jobs[1].state is State.QUEUED
    second.step()
    first.step()
    assert jobs[1].wait(SOON_S)


def test_stopping_a_running_job_closes_its_work(queue: Queue) -> None:
    gate, ear = Gate(), Ear()
    job = queue.submit("Paint", gate, listener=ear)
    assert gate.began.wait(SOON_S)
    queue.cancel(job)
    gate.step()
    assert job.wait(SOON_S)
    assert job.outcome is Outcome.CANCELLED
    assert gate.closed.is_set()
    queue.cancel(job)  # again: nothing more happens
    assert ear.states[job.number].count(State.ENDED) == 1


def test_stopping_a_waiting_job_never_starts_it_and_lets_the_next_one_go(queue: Queue) -> None:
    running, waiting, last = Gate(1), Gate(1), Gate(1)
    first, second, third = (queue.submit("Paint", gate) for gate in (running, waiting, last))
    queue.cancel(second)
    assert second.wait(SOON_S)
    assert second.outcome is Outcome.CANCELLED
    last.step()
    running.step()
    assert third.wait(SOON_S)
    assert first.outcome is third.outcome is Outcome.DONE
    assert not waiting.began.is_set()


def test_an_error_after_a_stop_is_a_stop(queue: Queue) -> None:
    def work(control: Control) -> Iterator[Event]:
        assert control.wait_cancelled(SOON_S)
        raise InvalidValue("half done")
        yield

    job = queue.submit("Paint", work)
    queue.cancel(job)
    assert job.wait(SOON_S)
    assert (job.outcome, job.error) == (Outcome.CANCELLED, None)


def test_a_listener_that_fails_changes_nothing(queue: Queue) -> None:
    def broken(job: Job, event: Event | None) -> None:
        raise RuntimeError("the window is gone")

    gate = Gate(1)
    gate.step()
    job = queue.submit("Paint", gate, listener=broken)
    assert job.wait(SOON_S)
    assert job.outcome is Outcome.DONE


def test_a_thread_that_cannot_be_started_fails_the_job_and_not_the_lane() -> None:
    refuse = True

    def start(name: str, target: Callable[[], None]) -> None:
        if refuse:
            raise RuntimeError("can't start new thread")
        start_thread(name, target)

    queue = Queue(start)
    job = queue.submit("Paint", nothing)
    assert job.outcome is Outcome.FAILED
    assert str(job.error) == "Paint cannot be started: can't start new thread"
    refuse = False
    assert queue.submit("Paint", nothing).wait(SOON_S)
    queue.close()


def test_closing_ends_everything_and_takes_nothing_more() -> None:
    queue, gate, ear = Queue(), Gate(), Ear()
    running, waiting = queue.submit("a", gate), queue.submit("b", Gate())
    assert gate.began.wait(SOON_S)
    gate.step()
    queue.close(SOON_S)
    assert running.outcome is waiting.outcome is Outcome.CANCELLED
    late = queue.submit("c", nothing, listener=ear)
    assert late.outcome is Outcome.CANCELLED
    assert late.ended.is_set()
    assert ear.states[late.number] == [State.ENDED]


def test_only_ended_jobs_can_be_forgotten(queue: Queue) -> None:
    gate = Gate(1)
    job = queue.submit("Paint", gate)
    queue.forget(job)
    assert queue.jobs() == [job]
    gate.step()
    assert job.wait(SOON_S)
    queue.forget(job)
    assert queue.jobs() == []


def test_the_list_of_ended_jobs_stays_short(queue: Queue) -> None:
    for _ in range(KEPT_JOBS + 20):
        assert queue.submit("Paint", nothing).wait(SOON_S)
    kept = queue.jobs()
    assert len(kept) == KEPT_JOBS
    assert kept[-1].number == KEPT_JOBS + 20


def test_time_left_follows_the_pace_since_the_first_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("artstudio.engine.job.time.monotonic", lambda: now)
    job = Job(1, "Paint", "cpu", True, nothing)
    assert job.seconds_left is None
    job.note(Progress(2, 10))
    assert job.seconds_left is None  # nothing to go by yet
    now += 6
    job.note(Progress(4, 10))
    assert job.seconds_left == pytest.approx(18)
    job.note(Progress(0, 10))  # it began anew
    assert job.seconds_left is None
    now += 1
    job.note(TrainStep(5, 0.5, 0.25))  # another total: fractions of a budget
    now += 10
    job.note(TrainStep(9, 0.5, 0.5))
    assert job.seconds_left == pytest.approx(20)


def test_notices_are_kept(queue: Queue) -> None:
    def work(control: Control) -> Iterator[Event]:
        yield Notice("Worked on the CPU.")

    job = queue.submit("Paint", work)
    assert job.wait(SOON_S)
    assert job.notices == ["Worked on the CPU."]
