"""A result over the picture it was made of: divided, zoomed and moved together."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from artstudio.sdk import Image
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.candidates.split_view import SplitView
from artstudio.ui.candidates.tray import Take
from artstudio.ui.session import Session

ECHO = Path(__file__).parents[1] / "data" / "plugins" / "echo"
WAIT_MS = 20_000
LEFT = Qt.MouseButton.LeftButton
BEFORE, AFTER = 200, 55


def flat(shade: int, side: int = 64) -> Image:
    return Image(np.full((side, side), shade, np.uint8))


@pytest.fixture
def view(qtbot: QtBot) -> SplitView:
    made = SplitView(flat(BEFORE, 100), flat(AFTER, 100))
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def shade(view: SplitView, x: int, y: int = 60) -> int:
    return QColor(view.grab().toImage().pixelColor(x, y)).red()


def edge_of_before(view: SplitView) -> int:
    """How many pixels of one row show what was before."""
    image = view.grab().toImage()
    return sum(image.pixelColor(x, 60).red() == BEFORE for x in range(image.width()))


def test_before_is_left_of_the_divider_and_after_right_of_it(view: SplitView) -> None:
    assert shade(view, 100) == BEFORE
    assert shade(view, 200) == AFTER
    assert abs(view.divider_x() - 150) < 1


def test_the_divider_follows_the_mouse_and_the_keys_and_stops_at_the_ends(view: SplitView) -> None:
    QTest.mousePress(view, LEFT, pos=QPoint(152, 150))
    QTest.mouseMove(view, QPoint(90, 40))
    assert shade(view, 110) == AFTER
    QTest.mouseMove(view, QPoint(-50, 40))
    QTest.mouseRelease(view, LEFT, pos=QPoint(-50, 40))
    assert view.split == 0
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.split == pytest.approx(0.29)
    assert view.accessibleDescription() == "29 % before"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert shade(view, 250) == BEFORE


def test_both_zoom_and_move_together(view: SplitView) -> None:
    width = edge_of_before(view)
    wheel = QWheelEvent(
        QPointF(150, 150), view.mapToGlobal(QPointF(150, 150)), QPoint(), QPoint(0, -240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, wheel)
    assert edge_of_before(view) < width
    assert view.split == 0.5
    QTest.mousePress(view, LEFT, pos=QPoint(210, 150))
    QTest.mouseMove(view, QPoint(260, 150))
    QTest.mouseRelease(view, LEFT, pos=QPoint(260, 150))
    assert view.divider_x() == pytest.approx(200, abs=1)
    QTest.mouseClick(view.full_button, LEFT)
    assert view.zoom == 1
    QTest.keyClick(view, Qt.Key.Key_F)
    assert edge_of_before(view) == width
    assert view.divider_x() == pytest.approx(150, abs=1)


def test_a_large_picture_is_shown_whole_and_smooth(qtbot: QtBot) -> None:
    stripes = np.zeros((900, 900), np.uint8)
    stripes[:, ::2] = 200
    view = SplitView(Image(stripes), flat(AFTER, 900), 1.0)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    assert 80 < shade(view, 100) < 120  # the stripes have become one grey


@pytest.fixture
def toy_folder(toy_folder: Path) -> Path:
    shutil.copytree(ECHO, toy_folder / "echo", ignore=shutil.ignore_patterns("__pycache__"))
    return toy_folder


@pytest.fixture
def pane(qtbot: QtBot, toy_session: Session) -> CandidatesPane:
    made = CandidatesPane(toy_session)
    qtbot.addWidget(made)
    made.resize(900, 220)
    made.show()
    return made


def inverted(qtbot: QtBot, session: Session, *shades: int) -> list[Take]:
    for one in shades:
        generation = Generation("echo", "invert", {"picture": flat(one)})
        session.tray.start(generation, "Invert", "image", Where())
    qtbot.waitUntil(lambda: all(take.candidate for take in session.tray.takes), timeout=WAIT_MS)
    return list(session.tray.takes)


def test_a_card_opens_what_was_before_and_keeps_from_there(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    (take,) = inverted(qtbot, toy_session, BEFORE)
    card = pane.card(take)
    assert card.before.isVisible()
    QTest.keyClick(card, Qt.Key.Key_B)
    window = pane.findChild(CompareWindow)
    assert window is not None
    (view,) = window.findChildren(SplitView)
    assert shade(view, round(view.divider_x()) - 30, view.height() // 2 + 40) == BEFORE
    assert shade(view, round(view.divider_x()) + 30, view.height() // 2 + 40) == 255 - BEFORE
    keep = next(button for button in window.findChildren(QPushButton) if button.text() == "Keep")
    QTest.mouseClick(keep, LEFT)
    assert toy_session.project.sheet.canvas.layers[0].pixels.to_image().pixels[0, 0, 0] == 255 - BEFORE


def test_compared_results_show_after_first(qtbot: QtBot, pane: CandidatesPane, toy_session: Session) -> None:
    inverted(qtbot, toy_session, 10, 20)
    pane.compare()
    window = pane.findChild(CompareWindow)
    assert window is not None
    assert [view.split for view in window.findChildren(SplitView)] == [0.0, 0.0]
    window.close()


def test_what_was_made_of_no_single_picture_has_no_before(
    qtbot: QtBot, pane: CandidatesPane, toy_session: Session
) -> None:
    toy_session.tray.start(Generation("toy", "fill", params={"grey": 9}), "Fill", "image", Where())
    both = Generation("echo", "mix", {"pictures": [flat(1), flat(2)]})
    toy_session.tray.start(both, "Mix", "image", Where())
    qtbot.waitUntil(lambda: all(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    for take in toy_session.tray.takes:
        assert not pane.card(take).before.isVisible()
        assert take.candidate is not None
        assert take.candidate.base is None
