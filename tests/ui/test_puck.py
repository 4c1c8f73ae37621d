"""A puck on a square: dragged, stepped and typed, two numbers of a form at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from artstudio.sdk import Params, field
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.puck import Square

LEFT = Qt.MouseButton.LeftButton


class Mix(Params):
    across: float = field(0.5, ge=0, le=1, step=0.01, title="Across", puck="x")
    down: float = field(-1.0, ge=-2, le=2, step=0.5, title="Down", puck="y")
    amount: float = field(1.0, ge=0, le=1, title="Amount")


class Lone(Params):
    across: float = field(0.5, ge=0, le=1, title="Across", puck="x")


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(Mix.model_json_schema())
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    return made


@pytest.fixture
def square(form: Form) -> Square:
    found = form.findChild(Square)
    assert found is not None
    return found


def point(square: Square, x: float, y: float) -> QPoint:
    area = square.area()
    return QPoint(round(area.left() + x * area.width()), round(area.top() + y * area.height()))


def picture(colour: str) -> QImage:
    made = QImage(20, 10, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_it_stands_where_the_numbers_say_and_takes_the_place_of_their_sliders(
    form: Form, square: Square
) -> None:
    assert (square.x_share, square.y_share) == (0.5, 0.25)
    sliders = [one for one in form.findChildren(QSlider) if one.isVisible()]
    assert len(sliders) == 1  # the amount's
    assert square.accessibleName() == "Across and Down"
    assert square.accessibleDescription() == "Across 0.5, Down -1"


def test_a_drag_sets_both_numbers_and_never_leaves_the_square(
    qtbot: QtBot, form: Form, square: Square
) -> None:
    with qtbot.waitSignal(form.changed):
        QTest.mousePress(square, LEFT, pos=point(square, 0.25, 0.75))
    assert form.values()["across"] == pytest.approx(0.25, abs=0.01)
    assert form.values()["down"] == pytest.approx(1.0, abs=0.04)
    QTest.mouseMove(square, square.rect().bottomRight() + QPoint(50, 80))
    QTest.mouseRelease(square, LEFT, pos=QPoint(0, 0))
    assert form.values()["across"] <= 1
    assert form.problem() == ""


def test_arrow_keys_step_and_a_double_click_centres(form: Form, square: Square) -> None:
    QTest.keyClick(square, Qt.Key.Key_Right)
    QTest.keyClick(square, Qt.Key.Key_Down)
    assert form.values() == {"across": 0.51, "down": -0.5, "amount": 1.0}
    QTest.keyClick(square, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert form.values()["across"] == 0.41
    QTest.mouseDClick(square, LEFT, pos=point(square, 0.9, 0.9))
    assert form.values() == {"across": 0.5, "down": 0.0, "amount": 1.0}
    for _ in range(80):
        QTest.keyClick(square, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert form.values()["down"] == -2


def test_a_typed_number_and_a_reset_move_the_puck(form: Form, square: Square) -> None:
    row = next(row for row in form.rows if row.name == "across")
    line = row.editor.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "0.8")
    assert square.x_share == 0.8
    QTest.mouseClick(row.reset, LEFT)
    assert square.x_share == 0.5
    form.set_values({"across": 0.1, "down": 2.0})
    assert square.x_share == pytest.approx(0.1)
    assert square.y_share == 1


def test_pictures_stand_in_the_corners_that_the_words_name(form: Form, square: Square) -> None:
    red, green, blue = picture("#f00"), picture("#0f0"), picture("#00f")

    def colour(x: float, y: float) -> QColor:
        return square.grab().toImage().pixelColor(point(square, x, y))

    square.place(0.0, 0.0)
    form.show_pictures([red, green])
    assert "left and right" in form._pucks["across"].puck.words.text()
    assert colour(0.12, 0.45).red() > 200  # wholly seen
    assert 40 < colour(0.88, 0.45).green() < 200  # faint: the puck is far from it
    form.show_pictures([red, green, blue])
    assert "the whole lower edge" in form._pucks["across"].puck.words.text()
    assert colour(0.12, 0.15).red() > 200
    assert colour(0.45, 0.85).blue() > 40 + colour(0.45, 0.85).red()
    assert colour(0.86, 0.86).green() < 60  # no corner repeats another
    square.place(0.9, 1.0)
    assert colour(0.45, 0.85).blue() > 200  # wholly seen, all along the edge


def test_a_mark_without_its_partner_stays_a_slider(qtbot: QtBot) -> None:
    form = Form(Lone.model_json_schema())
    qtbot.addWidget(form)
    form.show()
    assert form.findChild(Square) is None
    assert any(one.isVisible() for one in form.findChildren(QSlider))
