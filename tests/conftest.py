"""What every test is held to: no display, no network, no home of the user's, and nothing left running."""

from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psutil
import pytest

# Before anything imports Qt or torch. Qt itself is imported only by the tests that ask for it: the layers
# below `ui` are tested as they run, without.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("OMP_NUM_THREADS", "1")

# The same examples every time, however busy the machine is.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("house")

GRACE_S = 2.0
"""How long a thread or process that was told to end may still take to do so."""


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    """An audit hook: it sees every socket of this process, whichever library opens it."""
    if event in ("socket.connect", "socket.sendto"):
        host = args[1][0] if isinstance(args[1], tuple) else None
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    if host not in (None, "", "localhost", "127.0.0.1", "::1"):
        pytest.fail(f"a test may not reach the network: it tried {host}")


sys.addaudithook(_refuse_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The private ARTSTUDIO_HOME of this test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ARTSTUDIO_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a thread, a QThread or a child process behind, and names it."""
    threads_before = set(threading.enumerate())
    children_before = set(psutil.Process().children(recursive=True))
    qthreads = _started_qthreads(monkeypatch)
    yield
    left = [*_threads_left(threads_before), *_qthreads_left(qthreads), *_children_left(children_before)]
    if left:
        pytest.fail(f"{request.node.name} left running: {', '.join(left)}")


def _threads_left(before: set[threading.Thread]) -> list[str]:
    new = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in new:
        thread.join(GRACE_S)
    return [f"thread {thread.name}" for thread in new if thread.is_alive()]


def _started_qthreads(monkeypatch: pytest.MonkeyPatch) -> weakref.WeakSet[Any]:
    """A set that fills with the QThreads started from here on; empty where the test loads no Qt."""
    started: weakref.WeakSet[Any] = weakref.WeakSet()
    if core := sys.modules.get("PySide6.QtCore"):
        start = core.QThread.start

        def noted_start(thread: Any, *args: Any) -> None:
            started.add(thread)
            start(thread, *args)

        monkeypatch.setattr(core.QThread, "start", noted_start)
    return started


def _qthreads_left(started: weakref.WeakSet[Any]) -> list[str]:
    if not started:
        return []
    import shiboken6

    alive = [thread for thread in started if shiboken6.isValid(thread)]
    stuck = [thread for thread in alive if not thread.wait(int(GRACE_S * 1000))]
    return [f"QThread {thread.objectName() or type(thread).__name__}" for thread in stuck]


def _children_left(before: set[psutil.Process]) -> list[str]:
    new = [child for child in psutil.Process().children(recursive=True) if child not in before]
    _, alive = psutil.wait_procs(new, timeout=GRACE_S)
    left = [f"process {child.pid} ({_command(child)})" for child in alive]
    for child in alive:
        child.kill()
    psutil.wait_procs(alive, timeout=GRACE_S)
    return left


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())[:200]
    except psutil.Error:
        return "gone meanwhile"
