"""What a model thinks of the text, as a heat: to look at, to point at, and to go on from."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from artstudio.ui import theme
from artstudio.ui.theme_colours import THEMES
from artstudio.ui.writing import heat_colours
from artstudio.ui.writing.heat_popup import percent, visible
from tests.ui.writer_rig import Atelier

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
TALE = "A cat sat on extraordinary mats."


@pytest.fixture
def hot(atelier: Atelier) -> Atelier:
    """A text that is explained, the cursor at its end."""
    atelier.open(TALE)
    view = atelier.pane.companion.heat
    view.explaining.explain()
    atelier.wait(lambda: view.heat.on)
    return atelier


def grounds(atelier: Atelier) -> dict[str, QColor]:
    """What is painted behind each stretch of the first paragraph by the heat."""
    block = atelier.pane.editor.document().begin()
    text = block.text()
    return {text[a:b]: colour for a, b, colour in atelier.pane.companion.heat.heat._wash(block)}


def point_at(atelier: Atelier, place: int) -> None:
    """Let the mouse rest on a letter."""
    sight = atelier.pane.companion.sight
    box, after = sight.rect(place), sight.rect(place + 1)
    point = QPoint((box.center().x() + after.center().x()) // 2, box.center().y())
    viewport = atelier.pane.editor.viewport()
    # not QTest.mouseMove: it moves the cursor of the whole screen, where windows of earlier tests may lie
    QApplication.sendEvent(
        viewport,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(point), QPointF(viewport.mapToGlobal(point)),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip


def test_an_unlikely_word_is_hotter_and_nothing_is_written(hot: Atelier) -> None:
    found = grounds(hot)
    assert list(found) == ["A", "cat", "sat", "on", "extraordinary", "mats."]
    assert found["extraordinary"].lightnessF() > found["cat"].lightnessF()
    assert hot.text == TALE
    assert hot.pane.companion.heat.bar.isVisible()
    assert hot.session.tray.takes == []


def test_escape_ends_it(hot: Atelier) -> None:
    hot.key(KEY.Key_Escape)
    assert grounds(hot) == {}
    assert not hot.pane.companion.heat.bar.isVisible()


def test_an_edit_ends_it_for_what_was_edited_and_the_rest_moves_along(hot: Atelier) -> None:
    hot.put(10)
    QTest.keyClicks(hot.pane.editor, "xy")
    assert hot.text == "A cat sat xyon extraordinary mats."
    assert list(grounds(hot)) == ["A", "cat", "sat", "extraordinary", "mats."]
    assert not hot.pane.companion.heat.explaining.can_ask
    hot.put(0)
    QTest.keyClicks(hot.pane.editor, "So ")
    assert list(grounds(hot)) == ["A", "cat", "sat", "extraordinary", "mats."]


def test_pointing_at_a_word_shows_what_else_could_stand_there(hot: Atelier) -> None:
    point_at(hot, 15)
    popup = hot.pane.companion.heat.popup
    hot.wait(popup.isVisible)
    assert [row.other for row in popup.rows] == [" extraordinary", " cat", " dog"]
    point_at(hot, 3)
    hot.wait(lambda: popup.isVisible() and popup.rows[0].other == " cat")


def test_a_click_on_another_word_lets_the_text_go_on_from_there(hot: Atelier) -> None:
    hot.choose("continue", length=2)
    hot.panel.choose("quill", "explain")
    point_at(hot, 15)
    popup = hot.pane.companion.heat.popup
    hot.wait(popup.isVisible)
    QTest.mouseClick(popup.rows[2], LEFT)
    assert hot.text == "A cat sat on dog"
    hot.wait(hot.idle)
    assert hot.text == "A cat sat on dog w7.1 w7.2"
    assert hot.branches == [
        [" extraordinary mats.", "* dog w7.1 w7.2"], ["", "* w7.1 w7.2"]
    ]  # fmt: skip
    assert list(grounds(hot)) == ["A", "cat", "sat", "on"]
    hot.pane.companion.walker.outer()
    hot.pane.companion.walker.walk(-1)
    assert hot.text == TALE


def test_all_of_it_goes_by_keys(hot: Atelier) -> None:
    hot.choose("continue", length=1)
    hot.put(3)
    view = hot.pane.companion.heat
    view.at_cursor()
    assert view.popup.isVisible()
    hot.key(KEY.Key_Down)
    hot.key(KEY.Key_Down)
    hot.key(KEY.Key_Return)
    hot.wait(hot.idle)
    assert hot.text == "A dog w7.1"
    view.at_cursor()
    assert not view.popup.isVisible()


def test_one_asks_what_a_word_looks_at(hot: Atelier) -> None:
    view = hot.pane.companion.heat
    hot.put(7)
    view.at_cursor()
    hot.key(KEY.Key_L)
    hot.wait(lambda: view.heat.asked >= 0)
    found = grounds(hot)
    assert list(found) == ["cat", "sat"]
    assert found["cat"] == heat_colours.attention(1.0)
    hot.key(KEY.Key_Escape)
    assert len(grounds(hot)) == 6
    hot.key(KEY.Key_Escape)
    assert grounds(hot) == {}


def test_a_selection_alone_is_explained_where_it_stands(atelier: Atelier) -> None:
    atelier.open(TALE)
    atelier.put(5, 2)
    view = atelier.pane.companion.heat
    view.explaining.explain()
    atelier.wait(lambda: view.heat.on)
    assert list(grounds(atelier)) == ["cat"]


def test_a_result_of_the_panel_is_shown_and_lands_nowhere(atelier: Atelier) -> None:
    atelier.open(TALE)
    atelier.choose("explain")
    QTest.mouseClick(atelier.panel.foot.generate, LEFT)
    atelier.wait(lambda: len(grounds(atelier)) == 6)
    atelier.key(KEY.Key_Escape)
    (take,) = atelier.session.tray.takes
    steps = len(atelier.session.project.history.steps)
    atelier.session.tray.keep([take])
    assert len(grounds(atelier)) == 6
    assert len(atelier.session.project.history.steps) == steps
    assert atelier.text == TALE


def test_letters_outside_the_first_plane_are_counted_rightly(atelier: Atelier) -> None:
    atelier.open("𝄞𝄞 so 𝄞x on")
    view = atelier.pane.companion.heat
    view.explaining.explain()
    atelier.wait(lambda: view.heat.on)
    block = atelier.pane.editor.document().begin()
    units = block.text().encode("utf-16-le")
    found = [units[2 * a : 2 * b].decode("utf-16-le") for a, b, _ in view.heat._wash(block)]
    assert found == ["𝄞𝄞", "so", "𝄞x", "on"]


@pytest.fixture(params=list(THEMES))
def in_theme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    theme.use(qapp, request.param)
    yield
    theme.use(qapp, "dark")
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("in_theme")
def test_the_scale_is_even_to_the_eye_and_letters_stay_readable() -> None:
    shades = [heat_colours.heat(2.0**-bits) for bits in range(3, 13)]
    lights = [_light(colour) for colour in shades]
    away = 1 if _light(QColor(theme.TEXT)) > _light(QColor(theme.SUNKEN)) else -1  # from the ground
    steps = [away * (after - before) for before, after in itertools.pairwise(lights)]
    assert all(step > 0 for step in steps)
    assert max(steps) < 1.5 * min(steps)
    assert heat_colours.heat(1.0).alpha() == 0
    for colour in (heat_colours.heat(0.0), heat_colours.attention(1.0)):
        assert _contrast(QColor(theme.TEXT), colour) >= 4.5


def test_chances_and_spaces_are_readable() -> None:
    assert [percent(share) for share in (1.0, 0.371, 0.0044, 1e-6)] == ["100 %", "37 %", "0.4 %", "< 0.1 %"]
    assert visible(" a\n") == "␣a⏎"


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _light(colour: QColor) -> float:
    """CIE L*."""
    return 116 * math.cbrt(_luminance(colour)) - 16


def _contrast(one: QColor, two: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)
