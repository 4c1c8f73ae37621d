"""Answers while one drags: small, newest first, never more than one in work and one waiting."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Put, SetCanvas
from artstudio.documents.tiles import Tiles
from artstudio.media import formats
from artstudio.sdk import Image
from artstudio.ui.candidates.sample import LargeSample
from artstudio.ui.forms.puck import Square
from artstudio.ui.panel.input_list import InputList
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.panel.picks import NAMED, Pick
from artstudio.ui.session import Session
from tests.ui.conftest import grey

ECHO = Path(__file__).parents[1] / "data" / "plugins" / "echo"
WAIT_MS = 20_000
SIDE = 512
LEFT = Qt.MouseButton.LeftButton


def layer(number: int, shade: int) -> Layer:
    pixels = Tiles.from_image(Image(np.full((SIDE, SIDE // 2), shade, np.uint8)))
    return Layer(f"l{number}", f"Grey {shade}", pixels)


@pytest.fixture
def toy_folder(toy_folder: Path) -> Path:
    shutil.copytree(ECHO, toy_folder / "echo", ignore=shutil.ignore_patterns("__pycache__"))
    return toy_folder


@pytest.fixture
def session(toy_session: Session) -> Session:
    toy_session.do(SetCanvas("Begin", Canvas(SIDE // 2, SIDE, (layer(1, 40), layer(2, 200)))))
    return toy_session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> PanelPane:
    """Asked to mix two layers, not yet live."""
    made = PanelPane(session)
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show()
    qtbot.waitUntil(
        lambda: "echo" in session.catalog.schemas and not session.catalog.loading, timeout=WAIT_MS
    )
    made.choose("echo", "mix")
    (pictures,) = made.body.inputs
    assert isinstance(pictures, InputList)
    pictures.add([Pick(NAMED, "l1", "Grey 40"), Pick(NAMED, "l2", "Grey 200")])
    return made


def answer(panel: PanelPane) -> Image | None:
    value = panel.answers.view._value
    assert value is None or isinstance(value, Image)
    return value


def shade(panel: PanelPane) -> int | None:
    made = answer(panel)
    return None if made is None else grey(made)


def go_live(qtbot: QtBot, panel: PanelPane) -> None:
    QTest.mouseClick(panel.answers.switch, LEFT)
    qtbot.waitUntil(lambda: shade(panel) == 120 and not panel.answers.answers.busy, timeout=WAIT_MS)


def test_the_switch_is_there_only_for_actions_that_answer_live(panel: PanelPane) -> None:
    assert panel.answers.isVisible()
    panel.choose("echo", "invert")
    assert not panel.answers.isVisible()


def test_every_change_is_answered_small(qtbot: QtBot, panel: PanelPane, session: Session) -> None:
    go_live(qtbot, panel)
    made = answer(panel)
    assert made is not None
    assert (made.width, made.height) == (64, 128)
    square = panel.findChild(Square)
    assert square is not None
    QTest.keyClick(square, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: shade(panel) == 136, timeout=WAIT_MS)
    session.do(Put("Repaint", "layer", "l1", layer(1, 0)))
    qtbot.waitUntil(lambda: shade(panel) == 120 and not panel.answers.answers.busy, timeout=WAIT_MS)
    panel.answers.side.setCurrentIndex(1)
    panel.answers.side.activated.emit(1)
    qtbot.waitUntil(lambda: (made := answer(panel)) is not None and made.height == 256, timeout=WAIT_MS)
    panel.choose("echo", "invert")
    panel.choose("echo", "mix")
    assert panel.answers.side_px == 256  # remembered
    assert session.feed.jobs == []  # the jobs pane is spared all this


def test_the_newest_wins_and_what_came_between_is_never_asked(
    qtbot: QtBot, panel: PanelPane, session: Session
) -> None:
    go_live(qtbot, panel)
    answers: list[int] = []
    panel.answers.answers.answered.connect(lambda made, _seconds: answers.append(grey(made)))
    square = panel.findChild(Square)
    assert square is not None
    for _ in range(50):  # faster than any worker
        QTest.keyClick(square, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not panel.answers.answers.busy, timeout=WAIT_MS)
    assert answers[-1] == 40
    assert len(answers) <= 10
    assert panel.body.form.values()["across"] == 0


def test_nothing_changed_asks_nothing(qtbot: QtBot, panel: PanelPane, session: Session) -> None:
    go_live(qtbot, panel)
    session.select(playhead_tick=480.0)
    assert not panel.answers.answers.busy


def test_generate_makes_the_full_size_with_what_is_seen(
    qtbot: QtBot, panel: PanelPane, session: Session
) -> None:
    go_live(qtbot, panel)
    seed = panel.body.seed.value()
    QTest.mouseClick(panel.foot.generate, LEFT)
    qtbot.waitUntil(lambda: any(take.candidate for take in session.tray.takes), timeout=WAIT_MS)
    (take,) = session.tray.takes
    assert isinstance(take.value, Image)
    assert (take.value.height, grey(take.value)) == (SIDE, 120)
    assert take.generation.seed == seed == panel.body.seed.value()


def test_what_cannot_be_mixed_is_said_and_the_next_change_is_answered(
    qtbot: QtBot, panel: PanelPane, tmp_path: Path
) -> None:
    go_live(qtbot, panel)
    (pictures,) = panel.body.inputs
    assert isinstance(pictures, InputList)
    formats.write(Image(np.full((64, 64), 9, np.uint8)), tmp_path / "odd.png")
    pictures.take_files([tmp_path / "odd.png"])
    qtbot.waitUntil(panel.answers.problem.isVisible, timeout=WAIT_MS)
    assert panel.answers.problem.text() == "The pictures differ in size."
    pictures.remove([2])
    qtbot.waitUntil(lambda: not panel.answers.problem.isVisible(), timeout=WAIT_MS)


def test_off_means_off_and_another_action_begins_so(qtbot: QtBot, panel: PanelPane) -> None:
    go_live(qtbot, panel)
    panel.choose("echo", "invert")
    panel.choose("echo", "mix")
    assert not panel.answers.switch.isChecked()
    assert answer(panel) is None
    panel.body.form.set_values({"across": 0.0})
    panel._show_problem()
    assert not panel.answers.answers.on
    qtbot.waitUntil(lambda: not panel.answers.answers.busy, timeout=WAIT_MS)


def test_a_click_shows_it_large_and_large_follows(qtbot: QtBot, panel: PanelPane) -> None:
    go_live(qtbot, panel)
    QTest.mouseClick(panel.answers.view, LEFT)
    large = panel.answers.view.findChild(LargeSample)
    assert large is not None
    before = large.grab().toImage().pixelColor(60, 60).red()
    square = panel.findChild(Square)
    assert square is not None
    QTest.keyClick(square, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: large.grab().toImage().pixelColor(60, 60).red() > before, timeout=WAIT_MS)
    large.close()
