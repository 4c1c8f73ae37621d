"""Looking at the canvas: turned, mirrored, close up; where the pen is and what marks see stays right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import composite
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.session import Session
from tests.ui.canvas_rig import Exposed

LEFT = Qt.MouseButton.LeftButton
RED, GREEN, BLUE, WHITE = "#ff0000", "#00ff00", "#0000ff", "#ffffff"
SPOTS = {(32, 32): RED, (608, 32): GREEN, (32, 352): BLUE, (608, 352): WHITE, (320, 200): WHITE}


@pytest.fixture
def session(qapp: QApplication) -> Session:
    pixels = Tiles(640, 384).with_changes({(0, 0): 0xFFFF0000, (9, 0): 0xFF00FF00, (0, 5): 0xFF0000FF})
    return Session(None, Project(Sheet(Canvas(640, 384, (Layer("l1", "Corners", pixels),)))))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> CanvasPane:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.settings.set(hardness=1.0, radius_px=5, colour=0)
    return pane


def do(pane: CanvasPane, name: str) -> None:
    next(one for one in pane.pane_actions() if one.id == f"canvas.{name}").callback()


def at(pane: CanvasPane, x: float, y: float) -> QPoint:
    return pane.view.to_widget(QPointF(x, y)).toPoint()


def colours(pane: CanvasPane) -> dict[tuple[int, int], str]:
    for _ in range(5):
        pane.view.repaint()  # a large picture comes in several repaints
    picture = pane.view.grab().toImage()
    return {spot: picture.pixelColor(at(pane, *spot)).name() for spot in SPOTS}


@pytest.mark.parametrize(
    "verbs",
    [
        ["rotate_left"], ["rotate_right"] * 6, ["mirror_view"], ["rotate_right", "mirror_view"],
        ["mirror_view"] + ["rotate_left"] * 3 + ["zoom_out"], ["rotate_right"] * 12,
    ],
)  # fmt: skip
def test_however_it_lies_each_point_shows_its_colour(pane: CanvasPane, verbs: list[str]) -> None:
    for verb in verbs:
        do(pane, verb)
    assert colours(pane) == SPOTS
    point = QPointF(123, 45)
    assert (pane.view.to_canvas(pane.view.to_widget(point)) - point).manhattanLength() < 1e-6


def test_turning_keeps_the_middle_and_5_sets_the_view_upright(pane: CanvasPane) -> None:
    pane.view.set_zoom(1.0)
    middle = QPointF(pane.view.rect().center())
    before = pane.view.to_canvas(middle)
    do(pane, "rotate_right")
    do(pane, "rotate_right")
    assert pane.view.angle == 30
    assert (pane.view.to_canvas(middle) - before).manhattanLength() < 2
    do(pane, "rotate_reset")
    assert pane.view.angle == 0
    assert at(pane, 100, 50).y() == at(pane, 500, 50).y()


def test_a_turned_canvas_still_fits(pane: CanvasPane) -> None:
    for _ in range(3):
        do(pane, "rotate_left")
        assert all(pane.view.rect().contains(at(pane, *corner)) for corner in ((0, 0), (640, 0), (640, 384)))


def test_shift_and_space_turn_by_dragging(session: Session, pane: CanvasPane) -> None:
    middle = pane.view.rect().center()
    QTest.keyPress(pane.view, Qt.Key.Key_Space)
    QTest.mousePress(pane.view, LEFT, Qt.KeyboardModifier.ShiftModifier, middle + QPoint(100, 0))
    QTest.mouseMove(pane.view, middle + QPoint(0, 100))
    QTest.mouseRelease(pane.view, LEFT, Qt.KeyboardModifier.ShiftModifier, middle + QPoint(0, 100))
    QTest.keyRelease(pane.view, Qt.Key.Key_Space)
    assert pane.view.angle == pytest.approx(90, abs=2)
    assert not session.project.dirty


def test_the_pen_paints_where_it_is_seen_in_a_turned_and_mirrored_view(
    session: Session, pane: CanvasPane
) -> None:
    do(pane, "mirror_view")
    do(pane, "rotate_left")
    QTest.mousePress(pane.view, LEFT, pos=at(pane, 300, 150))
    QTest.mouseMove(pane.view, at(pane, 340, 150))
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 340, 150))
    assert composite(session.project.sheet.canvas, (320, 150, 1, 1)).pixels[0, 0].tolist() == [0, 0, 0, 255]
    picture = pane.view.grab().toImage()
    assert picture.pixelColor(at(pane, 310, 150)).name() == "#000000"


def test_the_mirror_s_entry_says_whether_it_is_on(pane: CanvasPane) -> None:
    entry = next(one for one in pane.pane_actions() if one.id == "canvas.mirror_view")
    assert entry.checked is not None
    assert not entry.checked()
    entry.callback()
    assert entry.checked()


def test_a_turned_or_mirrored_view_says_so_and_a_click_sets_it_right(pane: CanvasPane) -> None:
    button = pane.turn_button
    assert button.isHidden()
    do(pane, "rotate_left")
    do(pane, "mirror_view")
    assert not button.isHidden()
    assert button.text() == "15°"  # the mirror turns the other way round
    button.click()
    assert (pane.view.angle, pane.view.mirrored) == (0, False)
    assert button.isHidden()


def test_pixels_are_told_apart_from_800_percent(pane: CanvasPane) -> None:
    def lines() -> bool:
        spot = at(pane, 320, 200)
        row = pane.view.grab(QRect(spot + QPoint(-12, 3), spot + QPoint(12, 3))).toImage()
        return len({row.pixelColor(x, 0).name() for x in range(row.width())}) > 1

    pane.view.set_outline(0)
    pane.view.set_zoom(7.9)
    assert not lines()
    pane.view.set_zoom(8.0)
    assert lines()


def test_marks_are_painted_in_the_widget_s_own_coordinates(pane: CanvasPane) -> None:
    def mark(painter: QPainter) -> None:
        painter.fillRect(
            QRect(at(pane, 320, 200) - QPoint(2, 2), at(pane, 320, 200) + QPoint(2, 2)), QColor(RED)
        )

    pane.view.decorate(mark)
    for verb in ("rotate_left", "mirror_view", "zoom_in"):
        do(pane, verb)
        assert pane.view.grab().toImage().pixelColor(at(pane, 320, 200)).name() == RED


def test_update_marks_paints_them_anew(pane: CanvasPane, qtbot: QtBot) -> None:
    painted: list[bool] = []
    pane.view.decorate(lambda painter: painted.append(True))
    QApplication.processEvents()
    painted.clear()
    pane.view.update_marks()
    qtbot.waitUntil(lambda: bool(painted))


def test_moving_the_pointer_repaints_only_around_the_brush(pane: CanvasPane, qtbot: QtBot) -> None:
    pane.view.set_zoom(1.0)
    QTest.mouseMove(pane.view, at(pane, 200, 200))
    QApplication.processEvents()
    exposed = Exposed(pane.view)
    QTest.mouseMove(pane.view, at(pane, 210, 200))
    qtbot.waitUntil(lambda: bool(exposed.rects))
    assert 0 < max(rect.width() for rect in exposed.rects) < 60
