from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, QThread

from artstudio.sdk import Image, Notice, Output, Preview, Progress, Text
from artstudio.ui.qthreads import Bridge, in_background, join_qthreads, start_qthread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def bridge(qapp: object) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()
    assert join_qthreads()


@pytest.fixture
def arrived(bridge: Bridge) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    bridge.emitted.connect(lambda job, event: found.append((job, event)))
    return found


def void(_: object) -> None:
    return None


def send(bridge: Bridge, job: Any, count: int) -> None:
    for n in range(count):
        bridge(job, Notice(str(n)))


def test_work_runs_on_a_qthread_and_can_be_waited_for(qapp: object) -> None:
    seen: list[object] = []
    start_qthread("painter", lambda: seen.append(QThread.currentThread().objectName()))
    assert join_qthreads()
    assert seen == ["painter"]


def test_a_thread_may_start_another(qapp: object) -> None:
    seen: list[str] = []
    start_qthread("first", lambda: start_qthread("second", lambda: seen.append("second")))
    assert join_qthreads()
    assert seen == ["second"]


def test_joining_gives_up_on_a_thread_that_goes_on(qapp: object) -> None:
    go = threading.Event()
    start_qthread("stuck", lambda: void(go.wait(5)))
    assert not join_qthreads(timeout_s=0.02)
    go.set()
    assert join_qthreads()


def test_events_arrive_in_the_thread_of_the_window(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]]
) -> None:
    threads: list[bool] = []
    bridge.emitted.connect(lambda *_: threads.append(threading.current_thread() is threading.main_thread()))
    job: Any = object()
    start_qthread("job", lambda: bridge(job, Notice("hello")))
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads == [True]
    assert arrived == [(job, Notice("hello"))]


def test_of_progress_only_the_newest_comes_and_all_else_in_order(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]]
) -> None:
    job: Any = object()
    made = Text("done")

    def work() -> None:
        for n in range(1_000):
            bridge(job, Progress(n, 1_000))
            bridge(job, Preview(Text(str(n))))
        bridge(job, Output(made))
        bridge(job, Preview(Text("next")))
        bridge(job, Notice("slow"))
        bridge(job, None)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()  # the window takes nothing meanwhile
    qtbot.waitUntil(lambda: arrived[-1:] == [(job, None)])
    assert [event for _, event in arrived] == [
        Progress(999, 1_000),
        Preview(Text("999")),
        Output(made),
        Preview(Text("next")),
        Notice("slow"),
        None,
    ]


def test_two_jobs_do_not_swallow_each_other(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]]
) -> None:
    one: Any = object()
    other: Any = object()
    for n in range(3):
        bridge(one, Progress(n, 3))
        bridge(other, Progress(n, 3))
    qtbot.waitUntil(lambda: len(arrived) == 2)
    assert arrived == [(one, Progress(2, 3)), (other, Progress(2, 3))]


def test_pictures_are_replaced_without_being_compared(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]]
) -> None:
    job: Any = object()
    newest = Image(np.zeros((4, 4), np.uint8))
    for picture in (Image(np.full((4, 4), 9, np.uint8)), newest):
        bridge(job, Preview(picture))
    qtbot.waitUntil(lambda: len(arrived) == 1)
    assert arrived[0][1].value is newest


def test_the_window_is_woken_at_most_thirty_times_a_second(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]]
) -> None:
    job: Any = object()
    began = time.monotonic()

    def work() -> None:
        n = 0
        while time.monotonic() - began < 0.3:
            bridge(job, Progress(n, 1))
            n += 1

    start_qthread("eager", work)
    qtbot.waitUntil(lambda: time.monotonic() - began > 0.35)
    assert 3 <= len(arrived) <= 13


def test_a_flood_waits_for_the_window_and_loses_nothing(
    qtbot: QtBot, bridge: Bridge, arrived: list[tuple[Any, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bridge, "ROOM", 10)
    job: Any = object()
    start_qthread("flood", lambda: send(bridge, job, 500))
    qtbot.waitUntil(lambda: len(arrived) == 500)
    assert [event.sentence for _, event in arrived] == [str(n) for n in range(500)]


def test_closing_frees_a_job_that_waits(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bridge, "ROOM", 1)
    job: Any = object()
    start_qthread("flood", lambda: send(bridge, job, 5))
    bridge.close()
    assert join_qthreads()


def test_an_errand_brings_its_result_home(qtbot: QtBot) -> None:
    owner, found = QObject(), list[object]()

    def then(result: int) -> None:
        found.append((result, threading.current_thread() is threading.main_thread()))

    in_background(owner, "sum", lambda: 1 + 1, then, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(2, True)]
    assert join_qthreads()


def test_an_errand_that_fails_says_so(qtbot: QtBot) -> None:
    owner, errors = QObject(), list[Exception]()
    in_background(owner, "divide", lambda: 1 // 0, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert join_qthreads()


def test_an_errand_outlives_who_asked_for_it(qtbot: QtBot) -> None:
    owner, found = QObject(), list[object]()
    go, errands = threading.Event(), list[QObject]()
    in_background(owner, "late", lambda: go.wait(5), found.append, found.append)
    errands += owner.children()
    with qtbot.waitSignal(errands[0].destroyed):
        owner.deleteLater()
    go.set()
    assert join_qthreads()
    assert found == []
