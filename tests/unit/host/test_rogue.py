"""Whatever a plugin does costs its own job only: the next job of the same plugin works."""

from __future__ import annotations

import time

import psutil
import pytest

from artstudio.engine.job import Control, Crashed, Job, Outcome
from artstudio.engine.queue import Queue
from artstudio.host.host import Host
from artstudio.host.process import CANCEL_GRACE_S
from artstudio.host.requests import RunRequest
from artstudio.sdk import Event, InvalidValue, Progress
from artstudio.sdk.errors import PluginFailed, StudioError
from tests.unit.host.conftest import SOON_S, Submit, said

CRASHES = {
    "segfault": "crashed (signal",
    "exits": "ended on its own (exit code 3)",
    "eat": "GiB of memory, the limit is 0.2 GiB",
    "garbage": "broke the protocol (a message of",
    "hello": "greeted twice",
    "unknown": "broke the protocol",
    "damaged": "sent a damaged value",
    "damaged-number": "sent a damaged value",
    "hangs-up": "ended on its own",
}
REFUSALS = {
    "leaves": "Rogue failed in its own code: SystemExit: goodbye",
    "raises": "Rogue failed in its own code: KeyError: '{lost}'",
    "refuses": "the {picture} is too wide",
    "no-event": "the plugin yielded a str, which is no event",
    "long": "over the limit of 65536",
    "long-at-last": "over the limit of 65536",
    "long-error": "the plugin failed and cannot say why",
}


@pytest.mark.parametrize("action", CRASHES)
def test_a_crash_is_told_and_the_next_job_works(host: Host, action: str) -> None:
    with pytest.raises(Crashed) as crash:
        list(host.run(RunRequest("rogue", action), Control()))
    assert CRASHES[action] in str(crash.value)
    assert str(crash.value).startswith("Rogue ")
    assert "\n" not in str(crash.value)
    assert len(said(host, "rogue", "fine")) == 1


@pytest.mark.parametrize("action", REFUSALS)
def test_an_error_is_told_and_the_worker_goes_on(host: Host, action: str) -> None:
    before = said(host, "rogue", "fine")
    with pytest.raises(StudioError) as failure:
        list(host.run(RunRequest("rogue", action), Control()))
    assert not isinstance(failure.value, Crashed)
    assert REFUSALS[action] in str(failure.value)
    assert said(host, "rogue", "fine") == before


def test_errors_keep_their_class_and_their_values_for_translation(host: Host) -> None:
    with pytest.raises(InvalidValue) as failure:
        list(host.run(RunRequest("rogue", "refuses"), Control()))
    assert failure.value.template == "{what} is too wide"
    assert failure.value.values == {"what": "the {picture}"}


def test_the_log_holds_the_traceback_and_stays_short(host: Host) -> None:
    with pytest.raises(StudioError):
        list(host.run(RunRequest("rogue", "raises"), Control()))
    assert 'raise KeyError("{lost}")' in host.log("rogue")
    assert said(host, "rogue", "prints") == ["printed"]
    assert len(host.log("rogue")) < 1_000_000


def stop_at_once(job: Job, event: Event | None) -> None:
    if event is not None:
        job.control.cancel()


@pytest.mark.parametrize("action", ["spin", "half"])
def test_a_worker_that_never_yields_is_killed_after_the_grace_and_replaced(
    host: Host, queue: Queue, submit: Submit, action: str
) -> None:
    (pid,) = said(host, "rogue", "fine")
    job = submit("rogue", action, listener=stop_at_once)
    began_s = time.monotonic()
    assert job.wait(SOON_S)
    assert job.outcome is Outcome.CANCELLED
    assert time.monotonic() - began_s > CANCEL_GRACE_S * 0.9
    assert not psutil.pid_exists(int(pid))
    assert said(host, "rogue", "fine") != [pid]


def test_a_flood_of_messages_stays_within_bounds(host: Host) -> None:
    memory = psutil.Process().memory_info().rss
    events = host.run(RunRequest("rogue", "flood"), Control())
    assert next(events) == Progress(0, 1)
    began_s = time.monotonic()
    count = 1
    while time.monotonic() - began_s < 1.5:
        assert next(events) == Progress(0, 1)
        count += 1
    events.close()  # the listener is never kept from stopping it
    assert 100 < count < 500 * (time.monotonic() - began_s) + 500
    assert psutil.Process().memory_info().rss - memory < 32 * 2**20
    assert len(said(host, "rogue", "fine")) == 1


def test_another_protocol_version_is_refused_with_a_sentence(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.unload("rogue")
    with monkeypatch.context() as newer:
        newer.setattr("artstudio.host.process.PROTOCOL", 99)
        with pytest.raises(Crashed, match="speaks protocol version 2, this studio speaks 99"):
            said(host, "rogue", "fine")
    assert len(said(host, "rogue", "fine")) == 1


def test_a_failure_without_a_class_of_ours_is_the_plugins(host: Host) -> None:
    with pytest.raises(StudioError) as failure:
        list(host.run(RunRequest("rogue", "raises"), Control()))
    assert type(failure.value) in (StudioError, PluginFailed)
