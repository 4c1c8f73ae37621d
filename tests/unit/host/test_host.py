"""What well-behaved plugins get from the host."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from artstudio.engine.devices import CPU
from artstudio.engine.job import Control, Job, Outcome
from artstudio.engine.queue import Listener, Queue
from artstudio.host.host import Host
from artstudio.host.requests import EvaluateRequest, RunRequest, TrainRequest
from artstudio.sdk import (
    Event,
    Image,
    InvalidValue,
    ManifestError,
    Media,
    Metrics,
    Notice,
    OutOfDeviceMemory,
    Output,
    Preview,
    Progress,
    Score,
    Text,
    Track,
    notes_array,
)
from artstudio.sdk.worker.events import MOST_VALUES
from tests.unit.host.conftest import PLUGINS, SOON_S, Submit, make_host, said, wait_ended

TUNE = Score((Track(notes_array([(0, 480, 60, 90), (480, 480, 64, 90)]), "Tune"),))


def hears(begun: threading.Event) -> Listener:
    """A listener that tells of the first event."""
    return lambda job, event: begun.set() if event else None


def run(host: Host, request: RunRequest) -> list[Event]:
    return list(host.run(request, Control()))


def test_values_go_there_and_back(host: Host) -> None:
    pictures = [Image(np.full((3, 2), shade, np.uint8)) for shade in (10, 20)]
    media: dict[str, Media | list[Media] | None] = {"score": TUNE, "pictures": [*pictures]}
    events = run(host, RunRequest("calm", "copy", media))
    assert [e for e in events if isinstance(e, Preview)] == [Preview(TUNE)]
    outputs = [e for e in events if isinstance(e, Output)]
    assert outputs == [Output(TUNE, "score"), Output(pictures[0]), Output(pictures[1])]
    assert Progress(1, 3) in events


def test_a_worker_is_kept_for_the_next_job_and_ended_on_request(host: Host) -> None:
    (pid,) = said(host, "calm", "pid")
    assert said(host, "calm", "pid") == [pid]
    assert host.is_warm("calm")
    assert host.memory_bytes()["calm"] > 10 * 2**20
    assert host.unload("calm")
    assert wait_ended(int(pid))
    assert (host.is_warm("calm"), host.memory_bytes()) == (False, {})
    assert said(host, "calm", "pid") != [pid]


def test_warming_comes_before_the_first_job(host: Host) -> None:
    assert said(host, "calm", "is-warm") == ["False"]
    assert list(host.warm("calm", "cpu", Control())) == []
    assert said(host, "calm", "is-warm") == ["True"]


def test_two_plugins_at_once(queue: Queue, submit: Submit) -> None:
    both = threading.Barrier(2)
    met: list[bool] = []

    def meet(job: Job, event: Event | None) -> None:
        if isinstance(event, Progress) and len(met) < 2:
            both.wait(SOON_S)
            met.append(True)

    jobs = [submit("calm", "tick", listener=meet), submit("rogue", "waits", lane="cuda:0", listener=meet)]
    while len(met) < 2 and not any(job.ended.is_set() for job in jobs):
        jobs[0].wait(0.02)
    for job in jobs:
        queue.cancel(job)
    assert all(job.wait(SOON_S) for job in jobs)
    assert [job.outcome for job in jobs] == [Outcome.CANCELLED] * 2
    assert len(met) == 2


def test_a_run_is_told_its_seed_device_and_model_and_gets_an_empty_folder(host: Host, tmp_path: Path) -> None:
    for _ in range(2):
        (told,) = said(host, "calm", "told", seed=9, device="cuda:3")
        assert json.loads(told) == [9, "cuda:3", "None", []]
    (tmp_path / "mine").mkdir()
    (told,) = said(host, "calm", "told", model=tmp_path / "mine")
    assert json.loads(told)[2] == str(tmp_path / "mine")


@pytest.mark.parametrize("listed", [False, True])
def test_a_model_from_elsewhere_gets_a_worker_of_its_own(host: Host, tmp_path: Path, listed: bool) -> None:
    if listed:
        host.shelf.use_folder(host.found("calm"), tmp_path)
    (shared,) = said(host, "calm", "pid")
    (own,) = said(host, "calm", "pid", model=tmp_path)
    assert shared != own
    assert wait_ended(int(shared))  # what it may read was settled when it started
    assert said(host, "calm", "pid", model=tmp_path) == [own]  # and that one is kept for the next job
    assert said(host, "calm", "pid") == [own]


def test_the_worker_is_told_no_secrets(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "PYTHONSTARTUP", "SSH_AUTH_SOCK", "HF_TOKEN"):
        monkeypatch.setenv(name, "hunter2")
    host.unload("calm")
    environment = json.loads(said(host, "calm", "environment")[0])
    assert "hunter2" not in environment.values()
    assert environment["HOME"] != os.environ.get("HOME")
    assert environment["PATH"] == os.environ["PATH"]


def test_the_current_folder_hides_no_library_from_a_worker(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("raise ImportError('not me')")
    monkeypatch.chdir(tmp_path)
    host.unload("calm")
    assert said(host, "calm", "count", params={"steps": 1}) == ["1"]


def test_fast_progress_is_merged(host: Host) -> None:
    began_s = time.monotonic()
    events = run(host, RunRequest("calm", "count", params={"steps": 100_000}))
    spent_s = time.monotonic() - began_s
    steps = [event for event in events if isinstance(event, Progress)]
    assert len(steps) <= 31 * spent_s + 3
    assert steps[-1] == Progress(100_000, 100_000)


def test_a_worker_waits_for_a_host_that_is_slower(host: Host) -> None:
    control, outputs = Control(), []
    for event in host.run(RunRequest("calm", "heap", params={"steps": 12}), control):
        assert isinstance(event, Output)
        outputs.append(event)
        assert not control.wait_cancelled(0.02)  # the worker could make all of them meanwhile
    assert len(outputs) == 13
    assert outputs[-1].name == "most"
    most = outputs[-1].value
    assert isinstance(most, Text)
    assert int(most.text) <= MOST_VALUES


def test_a_worker_that_waits_for_room_is_cancelled_and_serves_on(host: Host) -> None:
    (pid,) = said(host, "calm", "pid")
    for taken in (1, 2, 3):
        control = Control()
        events = host.run(RunRequest("calm", "heap", params={"steps": 1_000}), control)
        for _ in range(taken):
            next(events)
        control.wait_cancelled(0.05)
        if taken == 2:
            control.cancel()
            assert list(events) == []
        else:
            events.close()
        assert said(host, "calm", "pid") == [pid], "the same worker"


def test_wrong_requests_are_answered_with_a_sentence_and_cost_nothing(host: Host) -> None:
    (pid,) = said(host, "calm", "pid")
    with pytest.raises(InvalidValue, match="steps = 0: input should be greater than or equal to 1"):
        run(host, RunRequest("calm", "count", params={"steps": 0}))
    with pytest.raises(InvalidValue, match="there is no parameter loud; known are none"):
        run(host, RunRequest("calm", "pid", params={"loud": True}))
    with pytest.raises(InvalidValue, match="too long"):
        run(host, RunRequest("calm", "count", params={"steps": "9" * 70_000}))
    with pytest.raises(ManifestError, match="there is no action paint; known are: copy, count"):
        run(host, RunRequest("calm", "paint"))
    with pytest.raises(ManifestError, match="there is no plugin nobody; known are: calm, rogue"):
        run(host, RunRequest("nobody", "paint"))
    assert said(host, "calm", "pid") == [pid]


def test_a_stop_takes_hold_at_the_next_yield_and_the_worker_stays(
    host: Host, queue: Queue, submit: Submit
) -> None:
    (pid,) = said(host, "calm", "pid")
    spent_s = []
    for _ in range(3):
        running = threading.Event()
        job = submit("calm", "tick", listener=hears(running))
        assert running.wait(SOON_S)
        began_s = time.monotonic()
        queue.cancel(job)
        assert job.wait(SOON_S)
        spent_s.append(time.monotonic() - began_s)
        assert job.outcome is Outcome.CANCELLED
    assert min(spent_s) < 0.2
    assert said(host, "calm", "pid") == [pid]


def test_a_stop_on_hearing_an_event_leaves_the_worker_for_the_next_job(
    host: Host, queue: Queue, submit: Submit
) -> None:
    (pid,) = said(host, "calm", "pid")
    job = submit("calm", "tick", listener=lambda job, event: queue.cancel(job) if event else None)
    assert job.wait(SOON_S)
    assert job.outcome is Outcome.CANCELLED
    assert said(host, "calm", "pid") == [pid]


def test_steering_that_comes_too_late_does_not_reach_the_next_job(host: Host) -> None:
    for late in ("cancel", "pause"):
        (pid,) = said(host, "calm", "pid")
        control = Control()
        for event in host.run(RunRequest("calm", "count"), control):
            if isinstance(event, Output):  # the worker has said all but its end
                getattr(control, late)()
                # on a busy machine it may still come in time, and nobody else would take it back
                threading.Timer(0.5, control.resume).start()
        assert said(host, "calm", "count") == ["3"]
        assert said(host, "calm", "pid") == [pid]


def test_full_accelerator_memory_is_tried_again_smaller_then_on_the_cpu(host: Host) -> None:
    smaller = run(host, RunRequest("calm", "tight", device="cuda:0"))
    assert smaller[0] == Notice("The memory of cuda:0 is full: trying again in smaller pieces.")
    assert [e.value.text for e in smaller if isinstance(e, Output)] == ["cuda:0 0.5"]  # type: ignore[union-attr]
    on_cpu = run(host, RunRequest("calm", "tighter", device="cuda:0"))
    notices = [e.sentence for e in on_cpu if isinstance(e, Notice)]
    assert notices[-1] == "The memory of cuda:0 is full: trying again on the CPU."
    assert [e.value.text for e in on_cpu if isinstance(e, Output)] == ["cpu 1.0"]  # type: ignore[union-attr]
    with pytest.raises(OutOfDeviceMemory):  # never after a result: it would come twice
        run(host, RunRequest("calm", "too-tight", device="cuda:0"))


def test_training_runs_at_low_priority_in_a_worker_of_its_own(host: Host, tmp_path: Path) -> None:
    request = TrainRequest("calm", (), tmp_path / "run", params={"steps": 5})
    events = list(host.train(request, Control()))
    if sys.platform != "win32":
        assert Notice("nice 10") in events
    assert wait_ended(int((tmp_path / "run" / "pid").read_text()))
    assert not host.is_warm("calm")


def test_a_training_is_held_back_and_let_go_on(host: Host, queue: Queue, tmp_path: Path) -> None:
    request = TrainRequest("calm", (tmp_path,), tmp_path / "run")
    began = threading.Event()
    job = queue.submit(
        "Train",
        lambda c: host.train(request, c),
        listener=lambda job, event: began.set() if isinstance(event, Progress) else None,
    )
    assert began.wait(SOON_S)
    moment = threading.Event()

    def moves(wanted: bool) -> bool:
        for _ in range(100):
            before = (tmp_path / "run" / "ticks").read_text()
            moment.wait(0.1)
            if ((tmp_path / "run" / "ticks").read_text() != before) is wanted:
                return True
        return False

    queue.pause(job)
    assert moves(False)
    queue.resume(job)
    assert moves(True)
    queue.cancel(job)
    assert job.wait(SOON_S)
    assert job.outcome is Outcome.CANCELLED


def test_a_job_that_is_stopped_while_it_waits_for_the_worker_never_reaches_it(
    host: Host, queue: Queue, submit: Submit
) -> None:
    begun = threading.Event()
    first = submit("calm", "tick", listener=hears(begun))
    assert begun.wait(SOON_S)
    control = Control()
    control.cancel()
    assert list(host.run(RunRequest("calm", "count"), control)) == []
    assert not first.ended.is_set()
    assert not host.unload("calm")  # at work
    queue.cancel(first)
    assert first.wait(SOON_S)


def test_evaluation_gives_metrics(host: Host, tmp_path: Path) -> None:
    request = EvaluateRequest("calm", (tmp_path, tmp_path / "missing"), tmp_path)
    assert list(host.evaluate(request, Control())) == [Metrics({"files": 2.0}, 1)]


def test_an_idle_worker_returns_its_memory(tmp_path: Path) -> None:
    host = make_host(tmp_path, idle_s=0.2)
    (pid,) = said(host, "calm", "pid")
    assert wait_ended(int(pid))
    assert not host.is_warm("calm")
    host.close()


def test_closing_ends_a_worker_at_work(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    events = host.run(RunRequest("rogue", "spin"), Control())
    assert next(events) == Progress(0, 1)
    host.close()
    events.close()
    assert host.memory_bytes() == {}


def test_the_cpu_is_always_among_the_devices(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artstudio.host.host._LINUX_ACCELERATORS", ())
    assert host.devices()[0] == CPU


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("action", ["pid", "spin"])
def test_workers_end_with_a_studio_that_is_killed(tmp_path: Path, action: str) -> None:
    plugin = "calm" if action == "pid" else "rogue"
    program = f"""
import pathlib, sys
from artstudio.engine.job import Control
from artstudio.host.requests import RunRequest
from tests.unit.host.conftest import make_host
host = make_host(pathlib.Path({str(tmp_path)!r}))
events = host.run(RunRequest({plugin!r}, {action!r}), Control())
next(events)
print(host._pool._seats[{plugin!r}].worker.pid, flush=True)
sys.stdin.read()
"""
    top = PLUGINS.parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=top
    ) as studio:
        assert studio.stdout is not None
        pid = int(studio.stdout.readline())
        studio.kill()
    assert wait_ended(pid)


def test_a_plugin_that_cannot_be_imported_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "builtin" / "bad"
    folder.mkdir(parents=True)
    manifest = (PLUGINS / "calm" / "artstudio-plugin.toml").read_text().replace("calm_plugin.", "nowhere.")
    (folder / "artstudio-plugin.toml").write_text(manifest)
    host = make_host(tmp_path, tmp_path / "builtin")
    for ask in (lambda: host.schema("calm"), lambda: said(host, "calm", "pid")):
        with pytest.raises(Exception, match="No module named 'nowhere'") as failed:
            ask()
        assert "\n" not in str(failed.value)
    host.close()


def test_a_manifest_inside_its_package_works_as_a_wheel_puts_it(tmp_path: Path) -> None:
    package = tmp_path / "builtin" / "calm_plugin"
    package.mkdir(parents=True)
    for path in (PLUGINS / "calm" / "calm_plugin").glob("*.py"):
        (package / path.name).write_text(path.read_text())
    (package / "artstudio-plugin.toml").write_text((PLUGINS / "calm" / "artstudio-plugin.toml").read_text())
    host = make_host(tmp_path, tmp_path / "builtin")
    assert said(host, "calm", "count") == ["3"]
    host.close()
