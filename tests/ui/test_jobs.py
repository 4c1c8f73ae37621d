"""The jobs pane over the engine's own queue with scripted work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from artstudio.engine.job import Control, Crashed, Outcome, State
from artstudio.sdk import InvalidValue, Notice, Progress
from artstudio.ui.jobs.pane import JobsPane
from artstudio.ui.jobs.words import duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from artstudio.sdk.events import Event
    from artstudio.ui.session import Session


@pytest.fixture
def pane(qtbot: QtBot, toy_session: Session) -> JobsPane:
    made = JobsPane(toy_session)
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    return made


class Script:
    """Work that reports once and then waits to be let go."""

    def __init__(self, end: Exception | None = None) -> None:
        self.go = threading.Event()
        self.end = end

    def __call__(self, control: Control) -> Iterator[Event]:
        yield Progress(2, 8, "bars")
        while not self.go.wait(0.005):
            yield Progress(3, 8, "bars")
        if self.end is not None:
            raise self.end


def submit(session: Session, work: Any, title: str = "Compose", *, interactive: bool = True) -> Any:
    assert session.studio is not None
    return session.studio.queue.submit(title, work, interactive=interactive, listener=session.feed.listener)


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_counting_towards_an_unknown_end_names_no_total(
    qtbot: QtBot, pane: JobsPane, toy_session: Session
) -> None:
    go = threading.Event()

    def reading(_control: Control) -> Iterator[Event]:
        while not go.wait(0.005):
            yield Progress(12, 0, "pictures read")

    job = submit(toy_session, reading)
    qtbot.waitUntil(lambda: job in pane._rows and pane.row(job).words.text() == "12 pictures read · Working")
    go.set()
    qtbot.waitUntil(lambda: pane.row(job).words.text() == "Done")


def test_a_job_shows_how_far_it_is_and_ends_as_done(
    qtbot: QtBot, pane: JobsPane, toy_session: Session
) -> None:
    script = Script()
    job = submit(toy_session, script)
    qtbot.waitUntil(lambda: job in pane._rows and "3 / 8 bars" in pane.row(job).words.text())
    assert pane.row(job).bar.value() == 375
    assert pane.summary.text() == "1 running"
    assert not pane.clear_button.isEnabled()
    script.go.set()
    qtbot.waitUntil(lambda: pane.row(job).words.text() == "Done")
    assert not pane.row(job).bar.isVisible()
    assert not pane.row(job).stop.isVisible()
    click(pane.clear_button)
    assert pane._rows == {}


def test_stop_cancels_the_running_and_the_waiting(qtbot: QtBot, pane: JobsPane, toy_session: Session) -> None:
    first, second = (submit(toy_session, Script(), title) for title in ("One", "Two"))
    qtbot.waitUntil(lambda: pane.summary.text() == "1 running, 1 waiting")
    assert pane.row(second).words.text() == "Waiting for its turn"
    click(pane.row(second).stop)
    qtbot.waitUntil(lambda: pane.row(second).words.text() == "Stopped")
    click(pane.row(first).stop)
    qtbot.waitUntil(lambda: pane.row(first).words.text() == "Stopped")
    assert [first.outcome, second.outcome] == [Outcome.CANCELLED] * 2


def test_only_background_work_can_be_paused_and_it_says_so(
    qtbot: QtBot, pane: JobsPane, toy_session: Session
) -> None:
    script = Script()
    job = submit(toy_session, script, "Train", interactive=False)
    qtbot.waitUntil(lambda: job in pane._rows and pane.row(job).pause.isVisible())
    click(pane.row(job).pause)
    qtbot.waitUntil(lambda: pane.row(job).words.text() == "Paused")
    assert pane.row(job).pause.toolTip() == "Go on"
    click(pane.row(job).pause)
    qtbot.waitUntil(lambda: job.state is State.RUNNING and pane.row(job).words.text() != "Paused")
    script.go.set()
    qtbot.waitUntil(lambda: pane.row(job).words.text() == "Done")


def test_a_failure_is_one_sentence_that_can_be_copied(
    qtbot: QtBot, pane: JobsPane, toy_session: Session
) -> None:
    script = Script(InvalidValue("{bars} bars are too many: ask for fewer", bars=900))
    script.go.set()
    job = submit(toy_session, script)
    qtbot.waitUntil(lambda: job in pane._rows and job.outcome is Outcome.FAILED)
    qtbot.waitUntil(pane.row(job).copy.isVisible)
    assert pane.row(job).words.text() == "900 bars are too many: ask for fewer."
    assert not pane.row(job).log_button.isVisible()
    click(pane.row(job).copy)
    assert "900 bars are too many" in QGuiApplication.clipboard().text()


def test_a_crash_shows_its_log_on_demand(qtbot: QtBot, pane: JobsPane, toy_session: Session) -> None:
    crash = Crashed("the worker ended on its own: try again")
    crash.log = "Segmentation fault"
    script = Script(crash)
    script.go.set()
    job = submit(toy_session, script)
    qtbot.waitUntil(lambda: job in pane._rows and pane.row(job).log_button.isVisible())
    assert not pane.row(job).log.isVisible()
    click(pane.row(job).log_button)
    assert pane.row(job).log.toPlainText() == "Segmentation fault"
    assert pane.row(job).log.isVisible()


def test_a_notice_is_what_remains_to_be_read(qtbot: QtBot, pane: JobsPane, toy_session: Session) -> None:
    def work(control: Control) -> Iterator[Event]:
        yield Notice("worked on the processor: the GPU is full")

    job = submit(toy_session, work)
    qtbot.waitUntil(lambda: job in pane._rows and "processor" in pane.row(job).words.text())


def test_jobs_that_began_before_the_pane_are_listed(qtbot: QtBot, toy_session: Session) -> None:
    job = submit(toy_session, lambda control: iter(()))
    qtbot.waitUntil(lambda: job in toy_session.feed.jobs)
    pane = JobsPane(toy_session)
    qtbot.addWidget(pane)
    assert pane.row(job).title.text() == "Compose"


def test_durations_read_like_words() -> None:
    assert [duration(s) for s in (0.2, 8.4, 61, 3_599, 4_800)] == [
        "1 s",
        "8 s",
        "1 min",
        "1 h 0 min",
        "1 h 20 min",
    ]
