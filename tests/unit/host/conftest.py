"""A host with two plugins in real worker processes: one that behaves and one that does everything wrong."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from artstudio.engine.job import Control, Job
from artstudio.engine.queue import Listener, Queue
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.requests import RunRequest
from artstudio.sdk import Media, Output, Text

PLUGINS = Path(__file__).parent / "plugins"
LIMIT_BYTES = 256 * 2**20
SOON_S = 20.0


def make_host(folder: Path, builtin: Path = PLUGINS, **options: Any) -> Host:
    """A host that keeps its cache, models and user plugins in `folder`."""
    shelf = ModelShelf(folder / "starters", folder / "own")
    options = {"idle_s": 0.0, "memory_limit_bytes": LIMIT_BYTES, "packages": False} | options
    return Host(builtin, folder / "user", folder / "cache", shelf, **options)


@pytest.fixture(scope="session")
def _host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    made = make_host(tmp_path_factory.mktemp("host"))
    yield made
    made.close()


@pytest.fixture
def host(_host: Host) -> Iterator[Host]:
    """The host that most tests share; its workers end with each test."""
    yield _host
    for plugin_id in _host.memory_bytes():
        assert _host.unload(plugin_id)


@pytest.fixture
def queue() -> Iterator[Queue]:
    made = Queue()
    yield made
    made.close()


def said(
    host: Host, plugin: str, action: str, media: dict[str, Media] | None = None, **fields: Any
) -> list[str]:
    """The texts that an action gives."""
    request = RunRequest(plugin, action, media or {}, **fields)
    outputs = [event.value for event in host.run(request, Control()) if isinstance(event, Output)]
    return [value.text for value in outputs if isinstance(value, Text)]


Submit = Callable[..., Job]


@pytest.fixture
def submit(host: Host, queue: Queue) -> Submit:
    """Queues an action of the shared host."""

    def submit(plugin: str, action: str, *, lane: str = "cpu", listener: Listener | None = None) -> Job:
        request = RunRequest(plugin, action)
        return queue.submit(action, lambda c: host.run(request, c), lane=lane, listener=listener)

    return submit


def wait_ended(pid: int) -> bool:
    """Waits until a process has ended, reaped or not; False when it has not soon."""
    try:
        if sys.platform == "linux":
            descriptor = os.pidfd_open(pid)
            try:
                return bool(select.select([descriptor], [], [], SOON_S)[0])
            finally:
                os.close(descriptor)
        psutil.Process(pid).wait(SOON_S)
    except (ProcessLookupError, psutil.NoSuchProcess):
        return True
    except psutil.TimeoutExpired:
        return False
    return True
