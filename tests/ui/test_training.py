"""The training window with a real plugin that learns in a real worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from artstudio.engine.job import Outcome, State
from artstudio.studio.training import TrainingPlan, new_run
from artstudio.ui.training.curves import nice_ticks, span, thinned
from artstudio.ui.training.data_list import DataList, count
from artstudio.ui.training.window import TrainingWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session

WAIT_MS = 20_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "my shades"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.png", "b.PNG", "deep/c.txt", "deep/d.exe", ".hidden.png"):
        (folder / name).write_bytes(b"x")
    return folder


@pytest.fixture
def window(qtbot: QtBot, toy_session: Session) -> TrainingWindow:
    toy_session.catalog.load()
    made = TrainingWindow(toy_session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not toy_session.catalog.loading, timeout=WAIT_MS)
    return made


def drop(target: DataList, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, plain)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, mime, left, plain))


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def start(qtbot: QtBot, window: TrainingWindow, data: Path, steps: int) -> None:
    drop(window.setup.data, [data])
    window.setup.timed.setChecked(False)
    window.setup._form.set_values({"steps": steps})
    click(window.setup.start)
    qtbot.waitUntil(lambda: window.chosen is not None and window.chosen.running, timeout=WAIT_MS)


def test_it_says_what_is_missing_before_one_can_start(
    qtbot: QtBot, window: TrainingWindow, data: Path
) -> None:
    setup = window.setup
    assert setup.plugin.currentText() == "Toy"
    assert not setup.start.isEnabled()
    assert setup._problem.text() == "Add a folder or files to learn from: .png .txt"
    drop(setup.data, [data])
    qtbot.waitUntil(lambda: "2 .png, 1 .txt" in setup.data.list.item(0).text())
    assert setup.name.text() == "my shades"
    assert setup.start.isEnabled()
    setup.name.selectAll()
    QTest.keyClick(setup.name, Qt.Key.Key_Backspace)
    assert "name" in setup._problem.text()
    assert not setup.start.isEnabled()


def test_a_folder_with_nothing_to_learn_from_is_refused(
    qtbot: QtBot, window: TrainingWindow, data: Path
) -> None:
    (data / "empty").mkdir()
    drop(window.setup.data, [data / "empty"])
    qtbot.waitUntil(lambda: "nothing that can be read" in window.setup.data.list.item(0).text())
    assert "nothing to learn from in there" in window.setup._problem.text()
    assert not window.setup.start.isEnabled()
    window.setup.data.list.item(0).setSelected(True)
    QTest.keyClick(window.setup.data.list, Qt.Key.Key_Delete)
    assert window.setup.data.paths == []


def test_a_training_draws_its_curves_and_leaves_a_model(
    qtbot: QtBot, window: TrainingWindow, toy_session: Session, data: Path
) -> None:
    start(qtbot, window, data, steps=20)
    course = window.chosen
    assert course is not None
    qtbot.waitUntil(lambda: course.kept is not None, timeout=WAIT_MS)
    assert [step for step, _ in window.view.curves.learned] == list(range(1, 21))
    assert window.view.curves.held_out == [(n, 2 / n) for n in (5, 10, 15, 20)]
    assert window.view.curves.best == (20, 0.1)
    assert len(course.samples) == 4
    assert "finished" in window.list.item(0).text()
    assert "kept as my shades" in window.view.words.text()
    assert not window.view.resume.isVisible()
    qtbot.waitUntil(lambda: [m.title for m in toy_session.catalog.models["toy"]] == ["my shades"])
    assert not course.run.folder.exists()


def test_stopped_it_keeps_the_best_and_goes_on_later(
    qtbot: QtBot, window: TrainingWindow, toy_session: Session, data: Path
) -> None:
    start(qtbot, window, data, steps=400)
    course = window.chosen
    assert course is not None
    qtbot.waitUntil(lambda: len(course.held_out) >= 2, timeout=WAIT_MS)
    click(window.view.stop)
    qtbot.waitUntil(lambda: course.kept is not None, timeout=WAIT_MS)
    assert course.job is not None
    assert course.job.outcome is Outcome.CANCELLED
    assert window.view.resume.isVisible()
    learned = len(course.losses)
    click(window.view.resume)
    qtbot.waitUntil(lambda: len(course.losses) > learned + 5, timeout=WAIT_MS)
    steps = [step for step, _ in course.losses]
    assert steps == sorted(set(steps))  # none twice
    assert steps[-1] - len(steps) <= 1  # the stop may come between a step and its report
    click(window.view.stop)
    qtbot.waitUntil(lambda: not course.running, timeout=WAIT_MS)
    click(window.view.discard)
    assert window.list.count() == 0
    qtbot.waitUntil(lambda: not course.run.folder.exists())


def test_paused_it_waits(qtbot: QtBot, window: TrainingWindow, data: Path) -> None:
    start(qtbot, window, data, steps=400)
    course = window.chosen
    assert course is not None
    assert course.job is not None
    qtbot.waitUntil(lambda: len(course.losses) >= 2, timeout=WAIT_MS)
    click(window.view.pause)
    qtbot.waitUntil(lambda: "paused" in window.list.item(0).text())
    assert course.job.state is State.PAUSED
    assert window.view.pause.text() == "Go on"
    click(window.view.pause)
    seen = len(course.losses)
    qtbot.waitUntil(lambda: len(course.losses) > seen + 2, timeout=WAIT_MS)
    click(window.view.stop)
    qtbot.waitUntil(lambda: not course.running, timeout=WAIT_MS)


def test_a_run_cut_off_by_a_crash_is_offered_at_the_next_start(
    qtbot: QtBot, toy_session: Session, toy_studio: Studio, data: Path
) -> None:
    run = new_run(toy_studio, TrainingPlan("toy", (str(data),), "dusk", params={"steps": 6}))
    (run.folder / "state").write_text("4")
    (run.folder / "metrics.jsonl").write_text('{"step": 4, "loss": 0.5, "held_out": null}\n{"step"')
    toy_session.catalog.load()
    window = TrainingWindow(toy_session)
    qtbot.addWidget(window)
    window.open_for("toy")
    qtbot.waitUntil(lambda: window.list.count() == 1 and not toy_session.catalog.loading, timeout=WAIT_MS)
    assert window.list.item(0).text() == "dusk  ·  toy  ·  can be resumed"
    assert window.view.curves.learned == [(4, 0.5)]
    click(window.view.resume)
    course = window.chosen
    assert course is not None
    qtbot.waitUntil(lambda: course.finished, timeout=WAIT_MS)
    assert [step for step, _ in course.losses] == [4, 5, 6]
    qtbot.waitUntil(lambda: course.kept is not None, timeout=WAIT_MS)


def test_a_run_that_had_learned_nothing_begins_anew(
    qtbot: QtBot, window: TrainingWindow, toy_session: Session, toy_studio: Studio, data: Path
) -> None:
    run = new_run(toy_studio, TrainingPlan("toy", (str(data),), "dusk", params={"steps": 3}))
    (run.folder / "state").write_text("2")  # of no use: nothing was reported yet
    window.courses.load()
    qtbot.waitUntil(lambda: window.list.count() == 1)
    click(window.view.resume)
    course = window.chosen
    assert course is not None
    qtbot.waitUntil(lambda: course.finished, timeout=WAIT_MS)
    assert [step for step, _ in course.losses] == [1, 2, 3]


def test_data_that_is_gone_is_said_in_one_sentence(
    qtbot: QtBot, window: TrainingWindow, toy_session: Session, data: Path
) -> None:
    errors: list[BaseException] = []
    toy_session.failed.connect(errors.append)
    drop(window.setup.data, [data])
    qtbot.waitUntil(lambda: "1 .txt" in window.setup.data.list.item(0).text())
    data.rename(data.with_name("moved"))
    click(window.setup.start)
    qtbot.waitUntil(lambda: bool(errors))
    assert "there is nothing at" in str(errors[0])
    assert window.list.count() == 0


def test_counting_passes_over_hidden_files_and_takes_single_ones(data: Path) -> None:
    assert count(data) == {".png": 2, ".txt": 1, ".exe": 1}
    assert count(data / "b.PNG") == {".png": 1}


def test_axes_have_round_numbers_and_hold_the_data() -> None:
    assert nice_ticks(0, 1000) == [0, 200, 400, 600, 800, 1000]
    assert nice_ticks(0.31, 0.52)[0] <= 0.31
    assert nice_ticks(2, 2)[-1] > 2


def test_a_short_curve_far_above_a_long_one_is_in_sight_and_a_wild_beginning_is_not() -> None:
    learned = [(0, 90.0), *((n, 0.05) for n in range(1, 400))]
    assert span(learned, [(200, 0.94)]) == (0.05, 0.94)
    assert span(learned, []) == (0.05, 0.05)


def test_a_long_curve_is_thinned_but_keeps_its_spikes() -> None:
    points = [(n, 1.0) for n in range(100_000)]
    points[50_000] = (50_000, 9.0)
    kept = thinned(points, 500)
    assert len(kept) <= 1_000
    assert (50_000, 9.0) in kept
    assert kept == sorted(kept)
