from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.tiles import Tiles
from artstudio.ui.canvas.row_room import RowRoom
from artstudio.ui.colour.popup import ColourPopup
from artstudio.ui.qthreads import join_qthreads
from tests.ui.tools_rig import ALT, CTRL, LEFT, RED, CanvasRig

BLUE = 0xFF0000FF


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[CanvasRig]:
    rig = CanvasRig(qtbot)
    rig.session.colours.set(foreground=0x0000FF)
    yield rig
    assert join_qthreads()


def set_layer(rig: CanvasRig, **fields: object) -> None:
    layer = replace(rig.session.project.sheet.layer("l1"), **fields)  # type: ignore[arg-type]
    rig.session.do(Put("Set", "layer", "l1", layer))


def test_fill_stops_at_another_colour_and_is_one_step(rig: CanvasRig) -> None:
    rig.pane.choose_tool("fill")
    rig.drag((40, 40))
    assert (rig.pixel(21, 21), rig.pixel(100, 100)) == (BLUE, 0)
    assert rig.steps == ["Fill"]
    rig.drag((100, 100))
    assert rig.pixel(100, 100) == BLUE
    assert rig.pixel(0, 149) == BLUE


def test_fill_keeps_within_the_selection(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((80, 20), (120, 60))
    rig.pane.choose_tool("fill")
    rig.drag((90, 30))
    assert (rig.pixel(100, 40), rig.pixel(130, 40), rig.pixel(100, 61)) == (BLUE, 0, 0)
    rig.drag((150, 140))  # outside
    assert rig.pixel(150, 140) == 0
    assert "outside" in rig.said[0]


def test_fill_and_shapes_respect_the_alpha_lock(rig: CanvasRig) -> None:
    set_layer(rig, alpha_locked=True)
    rig.pane.choose_tool("fill")
    rig.drag((100, 100))
    assert rig.pixel(100, 100) == 0
    rig.pane.choose_tool("gradient")
    rig.session.colours.set(background=0x0000FF)
    rig.drag((0, 0), (199, 0))
    assert (rig.pixel(100, 100), rig.pixel(40, 40)) == (0, BLUE)


@pytest.mark.parametrize("fields", [{"locked": True}, {"visible": False}, {"group": True}])
@pytest.mark.parametrize("tool", ["fill", "gradient", "line", "move", "transform"])
def test_layers_that_cannot_be_worked_on_say_why(rig: CanvasRig, tool: str, fields: dict[str, bool]) -> None:
    set_layer(rig, **fields)
    steps = len(rig.steps)
    rig.pane.choose_tool(tool)
    rig.drag((40, 40), (60, 50))
    assert "Sky" in rig.said[0]
    assert len(rig.steps) == steps


def test_a_locked_group_locks_what_is_in_it(rig: CanvasRig) -> None:
    canvas = rig.session.project.sheet.canvas
    group = Layer("l2", "Group", Tiles(canvas.width_px, canvas.height_px), group=True, locked=True)
    rig.session.do(Put("Group", "layer", "l2", group))
    set_layer(rig, parent="l2")
    rig.pane.choose_tool("fill")
    rig.drag((40, 40))
    assert "Group" in rig.said[0]
    assert rig.pixel(40, 40) == RED


def test_a_gradient_is_seen_while_dragging_and_runs_between_the_two_colours(rig: CanvasRig) -> None:
    rig.session.colours.set(foreground=0x000000, background=0xFF0000)
    rig.pane.choose_tool("gradient")
    rig.press(0, 75)
    rig.move(200, 75)
    rig.settle()
    assert rig.seen(5, 20) != "#ffffff"
    assert rig.steps == []
    rig.release(200, 75)
    rig.settle()
    reds = [rig.pixel(x, 75) >> 16 & 0xFF for x in (1, 50, 100, 150, 198)]
    assert reds == sorted(reds)
    assert reds[0] < 8
    assert reds[-1] > 247
    assert rig.steps == ["Gradient"]


def test_escape_drops_a_gradient(rig: CanvasRig) -> None:
    rig.pane.choose_tool("gradient")
    rig.press(0, 75)
    rig.move(200, 75)
    rig.settle()
    rig.key(Qt.Key.Key_Escape)
    rig.release(200, 75)
    rig.settle()
    assert rig.steps == []
    assert rig.seen(5, 10) == "#ffffff"


def test_a_radial_gradient_fades_to_nothing(rig: CanvasRig) -> None:
    rig.pane.choose_tool("gradient")
    tool = rig.pane.tool("gradient")
    tool.kind, tool.to_nothing = "radial", True  # type: ignore[attr-defined]
    rig.drag((130, 75), (170, 75))
    alphas = [rig.pixel(130 + r, 75) >> 24 for r in (1, 15, 30)]
    assert alphas == sorted(alphas, reverse=True)
    assert rig.pixel(130, 20) >> 24 == 0


def test_shapes_are_drawn_as_outline_or_filled(rig: CanvasRig) -> None:
    rig.pane.settings.set(radius_px=2.0, opacity=1.0)
    rig.pane.choose_tool("rectangle")
    rig.drag((100, 20), (160, 60))
    assert (rig.pixel(130, 20), rig.pixel(130, 40)) == (BLUE, 0)
    rig.pane.tool("rectangle").fills = "fill"  # type: ignore[attr-defined]
    rig.drag((100, 80), (160, 120))
    assert rig.pixel(130, 100) == BLUE
    rig.pane.choose_tool("ellipse")
    rig.drag((10, 80), (80, 140))
    assert (rig.pixel(45, 80), rig.pixel(45, 110), rig.pixel(11, 81)) == (BLUE, 0, 0)
    rig.pane.choose_tool("line")
    rig.drag((10, 10), (190, 10))
    assert (rig.pixel(100, 10), rig.pixel(100, 14)) == (BLUE, 0)
    assert rig.steps == ["Rectangle", "Rectangle", "Ellipse", "Line"]


def test_the_selection_is_filled_and_cleared(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((30, 30), (90, 50))
    rig.do("canvas.fill_foreground")
    assert (rig.pixel(80, 40), rig.pixel(80, 60), rig.pixel(25, 25)) == (BLUE, 0, RED)
    rig.do("edit.delete")
    assert (rig.pixel(80, 40), rig.pixel(40, 40), rig.pixel(25, 25)) == (0, 0, RED)


def test_a_key_borrows_the_eyedropper_while_painting(rig: CanvasRig) -> None:
    for keys in (ALT, CTRL):
        rig.session.colours.set(foreground=0x123456)
        rig.drag((40, 40), keys=keys)
        assert rig.session.colours.foreground == 0xFF0000
    assert rig.steps == []
    assert rig.pane.tool_id == "brush"
    rig.drag((100, 100), (120, 100))
    assert rig.steps == ["Brush stroke"]


def test_colours_painted_with_are_remembered(rig: CanvasRig) -> None:
    rig.session.colours.set(foreground=0x00FF00)
    set_layer(rig, name="Cloud")
    assert not rig.session.colours.recent  # only looked at
    rig.drag((100, 100), (120, 100))
    rig.session.colours.set(foreground=0x0000FF)
    rig.pane.choose_tool("fill")
    rig.drag((40, 40))
    assert rig.session.colours.recent == (0x0000FF, 0x00FF00)


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen platform, of every popup
def test_the_strip_s_swatches_open_a_wheel(rig: CanvasRig) -> None:
    for part, name in ((rig.pane.pair.front, "foreground"), (rig.pane.pair.back, "background")):
        QTest.mouseClick(rig.pane.pair, LEFT, pos=part.bottomRight().toPoint() - QPoint(2, 2))
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ColourPopup)
        wheel = popup.wheel
        QTest.mouseClick(wheel, LEFT, pos=wheel.square_point(1, 1).toPoint())
        QTest.mouseClick(wheel, LEFT, pos=wheel.hue_point(1 / 3).toPoint())
        colour = getattr(rig.session.colours, name)
        assert colour >> 8 & 0xFF > 245
        assert colour & 0xFF < 12
        popup.close()


def test_what_a_deleted_layer_was_to_get_is_let_go(rig: CanvasRig) -> None:
    layer = rig.session.project.sheet.layer("l1")
    other = replace(layer, id="l2")
    rig.session.do(Put("Add", "layer", "l2", other))
    rig.pane.choose_tool("fill")
    rig.press(40, 40)
    rig.session.do(Put("Delete", "layer", "l1", None))
    rig.release(40, 40)
    rig.settle()
    assert [one.id for one in rig.session.project.sheet.canvas.layers] == ["l2"]
    assert rig.steps[-1] == "Delete"


def test_every_tool_has_a_row_of_options_and_a_button(rig: CanvasRig) -> None:
    for tool_id, button in rig.pane.strip.buttons.items():
        button.click()
        assert rig.pane.tool_id == tool_id
        assert button.isChecked()
        assert rig.pane.specs[tool_id].title == button.toolTip()
        row = rig.pane.options.currentWidget()
        assert isinstance(row, QWidget)
        assert row.isVisible()
    rig.settle()


def test_where_the_row_of_options_is_too_long_an_arrow_leads_to_its_end(rig: CanvasRig, qtbot: QtBot) -> None:
    rig.pane.choose_tool("fill")
    room = rig.pane.options.currentWidget()
    assert isinstance(room, RowRoom)
    left, right = room.arrows
    rig.pane.resize(420, 400)
    qtbot.waitUntil(right.isVisible)
    assert not left.isVisible()
    last = room.findChildren(QCheckBox)[-1]
    while right.isVisible():
        right.click()
    at = last.mapTo(room, QPoint(0, 0))
    assert at.x() + last.width() <= room.width()
    assert left.isVisible()
    rig.pane.resize(1600, 400)
    qtbot.waitUntil(lambda: not (left.isVisible() or right.isVisible()))
