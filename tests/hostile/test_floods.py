"""A plugin that takes without end is stopped at its bound, with a sentence; without the bound it goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from artstudio.engine.job import Control, Crashed
from artstudio.host import process, schemas
from artstudio.host.discovery import Found
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.requests import RunRequest, TrainRequest
from artstudio.sdk import Event, Notice
from artstudio.sdk.errors import StudioError
from artstudio.sdk.manifest import read_manifest
from tests.hostile.conftest import PLUGINS, needs_a_full_sandbox, stolen

MIB = 2**20

# Each takes 300 MiB of something (or 100 threads), then waits long enough to be looked at.
WAIT = "\nimport threading; threading.Event().wait(facts.get('wait', 1.5)); loot = 'kept'"
TAKING = {
    "memory": "hoard = bytearray(300 << 20)",
    "the disk": "open('flood', 'wb').write(bytes(300 << 20))",
    "the disk, many small files": """
import os
for number in range(80_000): os.close(os.open(f'f{number}', os.O_CREAT | os.O_WRONLY))
""",
    "the disk, in a file without a name": """
import os
hidden = open('flood', 'wb'); os.unlink('flood'); hidden.write(bytes(300 << 20)); hidden.flush()
""",
    "the disk, in a file that is only mapped": """
import mmap, os
hidden = open('flood', 'w+b'); hidden.write(bytes(300 << 20)); hidden.flush(); os.unlink('flood')
kept = mmap.mmap(hidden.fileno(), 300 << 20); hidden.close()
""",
    "the disk, in a file of memory": """
import os
hidden = os.memfd_create('flood'); os.truncate(hidden, 300 << 20)
os.posix_fallocate(hidden, 0, 300 << 20)
""",
    "threads": """
import threading
stop = threading.Event()
for _ in range(100): threading.Thread(target=stop.wait, daemon=True).start()
""",
}

MakeHost = Callable[..., Host]


@pytest.fixture
def make_host(tmp_path: Path) -> Iterator[MakeHost]:
    """Makes hosts with the burglar in them."""
    made: list[Host] = []

    def make(**options: Any) -> Host:
        place = tmp_path / str(len(made))
        shelf = ModelShelf(place / "starters", place / "own")
        made.append(
            Host(PLUGINS, place / "user", place / "cache", shelf, idle_s=0.0, packages=False, **options)
        )
        return made[-1]

    yield make
    for host in made:
        host.close()


@needs_a_full_sandbox()
@pytest.mark.parametrize("what", TAKING)
def test_taking_without_end_is_stopped(what: str, make_host: MakeHost) -> None:
    bounded = make_host(memory_limit_bytes=256 * MIB, disk_limit_bytes=256 * MIB, thread_limit=64)
    with pytest.raises(Crashed) as stopped:
        stolen(bounded, TAKING[what] + WAIT, {"wait": 60})
    assert str(stopped.value).startswith("Burglar ")
    assert "limit" in str(stopped.value)
    assert stolen(bounded, "loot = 'fine'") == "fine"  # the next job has a worker again
    loose = make_host(memory_limit_bytes=4096 * MIB, disk_limit_bytes=4096 * MIB, thread_limit=4096)
    assert stolen(loose, TAKING[what] + WAIT) == "kept"


PRINTING = """
import threading, time
printed, over = 0, threading.Event()
threading.Timer(1.0, over.set).start()
def flood():
    global printed
    while not over.is_set():
        print('x' * 1999, flush=True); printed += 2000
threading.Thread(target=flood, daemon=True).start()
over.wait(); loot = printed
"""


def test_a_log_that_never_ends_waits_in_its_pipe(
    make_host: MakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = make_host()
    held_back = int(stolen(bounded, PRINTING))
    assert held_back < 2 * process.LOG_BYTES_PER_S + MIB
    assert len(bounded.log("burglar").splitlines()) <= process.LOG_LINES
    monkeypatch.setattr(process, "LOG_BYTES_PER_S", 2**40)
    loose = make_host()
    monkeypatch.setattr(process, "LOG_LINES", 10**9)
    assert int(stolen(loose, PRINTING)) > held_back


MESSAGES = """
from artstudio.sdk import Notice
import itertools
def events(run):
    for number in itertools.count(): yield Notice(str(number))
"""


def test_messages_that_never_end_come_slowly(
    make_host: MakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def heard() -> int:
        control, count = Control(), 0
        began = time.monotonic()
        request = TrainRequest("burglar", (), tmp_path / "run", params={"code": MESSAGES})
        for event in make_host().train(request, control):
            count += isinstance(event, Notice)
            if time.monotonic() - began > 1.0:
                control.cancel()
        return count

    held_back = heard()
    assert held_back < 3 * process.MESSAGES_PER_S
    monkeypatch.setattr(process, "MESSAGES_PER_S", 10**9)
    assert heard() > held_back


def test_one_that_never_answers_is_ended_when_it_is_cancelled(make_host: MakeHost) -> None:
    host = make_host()
    control = Control()
    events: Iterator[Event] = host.run(
        RunRequest("burglar", "attack", params={"code": "while True: pass"}), control
    )
    threading.Timer(1.5, control.cancel).start()
    began = time.monotonic()
    assert list(events) == []
    assert time.monotonic() - began > 1.4  # nothing but the guard ends it
    assert not host.is_warm("burglar")


MINING = """
import threading
def mine():
    while True: pass
threading.Thread(target=mine, daemon=True).start(); loot = 'begun'
"""


def test_one_that_computes_on_without_a_job_is_ended(make_host: MakeHost) -> None:
    bounded, loose = make_host(idle_cpu_s=0.5), make_host(idle_cpu_s=3600.0)
    began = time.monotonic()
    for host in (bounded, loose):
        assert stolen(host, MINING) == "begun"
    while bounded.is_warm("burglar") and time.monotonic() - began < 60:
        threading.Event().wait(0.05)
    assert not bounded.is_warm("burglar")
    assert "Burglar went on computing when its job was done" in bounded.log("burglar")
    assert loose.is_warm("burglar")


def test_one_that_never_describes_itself_is_given_up(
    make_host: MakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sleeper"
    (folder / "sleeper").mkdir(parents=True)
    (folder / "artstudio-plugin.toml").write_text(
        'id = "sleeper"\nversion = "1"\napi = ">=1"\ntitle = "Sleeper"\nentry = "sleeper:Sleeper"\n'
    )
    (folder / "sleeper" / "__init__.py").write_text("while True: pass\n")
    monkeypatch.setattr(schemas, "_PATIENCE_S", 1.0)
    with pytest.raises(StudioError, match="Sleeper did not describe itself"):
        schemas.read_schema(Found(read_manifest(folder), folder, "user"))
