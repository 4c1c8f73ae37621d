from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from artstudio.ui.canvas.tools.crop import CropTool
from artstudio.ui.canvas.tools.frame import Frame
from artstudio.ui.canvas.tools.transform import TransformTool
from artstudio.ui.canvas.tools.transform_row import TransformRow
from artstudio.ui.qthreads import join_qthreads
from tests.ui.tools_rig import RED, SHIFT, CanvasRig


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[CanvasRig]:
    QGuiApplication.clipboard().clear()
    yield CanvasRig(qtbot)
    assert join_qthreads()


def transform(rig: CanvasRig) -> TransformTool:
    rig.pane.choose_tool("transform")
    tool = rig.pane.tool("transform")
    assert isinstance(tool, TransformTool)
    rig.qtbot.waitUntil(lambda: tool.frame is not None)
    return tool


def bounds(rig: CanvasRig) -> tuple[int, int, int, int] | None:
    return rig.session.project.sheet.layer("l1").pixels.bounds()


def test_the_layer_is_moved_and_seen_moving(rig: CanvasRig) -> None:
    rig.pane.choose_tool("move")
    rig.press(40, 40)
    rig.move(90, 60)
    rig.settle()
    assert (rig.seen(100, 70), rig.seen(30, 30)) == ("#ff0000", "#ffffff")
    assert bounds(rig) == (20, 20, 40, 40)
    rig.release(90, 60)
    rig.settle()
    assert bounds(rig) == (70, 40, 40, 40)
    assert rig.steps == ["Move"]


def test_only_what_is_chosen_moves_and_the_selection_with_it(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((20, 20), (40, 60))
    rig.pane.choose_tool("move")
    rig.drag((30, 30), (130, 30))
    assert (rig.pixel(30, 30), rig.pixel(50, 30), rig.pixel(130, 30)) == (0, RED, RED)
    assert rig.mask is not None
    assert rig.mask.bounds() == (120, 20, 20, 40)
    rig.session.undo()
    assert rig.mask.bounds() == (20, 20, 20, 40)
    assert bounds(rig) == (20, 20, 40, 40)


def test_arrow_keys_nudge(rig: CanvasRig) -> None:
    rig.pane.choose_tool("move")
    rig.key(Qt.Key.Key_Right)
    rig.key(Qt.Key.Key_Down, SHIFT)
    assert bounds(rig) == (21, 30, 40, 40)


def test_a_handle_scales_and_enter_applies(rig: CanvasRig) -> None:
    tool = transform(rig)
    rig.drag((60, 60), (100, 80))
    assert tool.frame is not None
    assert (tool.frame.across, tool.frame.down) == pytest.approx((2, 1.5))
    assert rig.seen(85, 70) == "#ff0000"
    assert rig.steps == []
    rig.key(Qt.Key.Key_Return)
    assert rig.steps == ["Transform"]
    found = bounds(rig)
    assert found is not None
    assert all(abs(a - b) <= 2 for a, b in zip(found, (20, 20, 80, 60), strict=True))  # soft edges


def test_shift_keeps_the_ratio(rig: CanvasRig) -> None:
    tool = transform(rig)
    rig.press(60, 60)
    frame = tool.frame
    assert frame is not None
    kept = frame.dragged("se", frame.point("se"), frame.point("se") * 2, constrained=True)
    assert kept.across == pytest.approx(kept.down)
    rig.release(60, 60)


def test_outside_the_frame_turns(rig: CanvasRig) -> None:
    tool = transform(rig)
    rig.drag((40, 100), (100, 40))  # from below the middle to its right: a quarter turn back
    assert tool.frame is not None
    assert tool.frame.angle == pytest.approx(-90, abs=1)


def test_escape_takes_a_transformation_back(rig: CanvasRig) -> None:
    tool = transform(rig)
    rig.drag((40, 40), (120, 90))
    assert rig.seen(120, 90) == "#ff0000"
    rig.key(Qt.Key.Key_Escape)
    rig.qtbot.waitUntil(lambda: tool.frame is not None and not tool.frame.moved)
    assert (rig.seen(120, 90), rig.seen(30, 50)) == ("#ffffff", "#ff0000")
    assert rig.steps == []


def test_another_tool_applies_what_is_under_way(rig: CanvasRig) -> None:
    transform(rig)
    rig.drag((40, 40), (120, 90))
    rig.pane.choose_tool("brush")
    rig.settle()
    assert bounds(rig) == (100, 70, 40, 40)
    assert rig.steps == ["Transform"]


def test_mirrored_pixels_stay_exact(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((20, 20), (30, 60))
    rig.do("edit.delete")
    rig.do("select.none")
    tool = transform(rig)
    tool.mirror()
    tool.change(x=100)
    rig.settle()
    rig.key(Qt.Key.Key_Return)
    assert bounds(rig) == (85, 20, 30, 40)
    assert rig.pixel(85, 20) == rig.pixel(114, 59) == RED


def test_numbers_set_the_frame(rig: CanvasRig) -> None:
    tool = transform(rig)
    row = rig.pane.findChild(TransformRow)
    assert row is not None
    row.across.setValue(50)
    row.angle.setValue(90)
    assert tool.frame == Frame(QRectF(20, 20, 40, 40), 40, 40, 0.5, 1.0, 90)
    row.ratio.setChecked(True)
    row.down.setValue(200)
    assert tool.frame is not None
    assert (tool.frame.across, tool.frame.down) == (1.0, 2.0)
    row.apply.click()
    rig.settle()
    found = bounds(rig)
    assert found is not None
    assert all(abs(a - b) <= 2 for a, b in zip(found, (0, 20, 80, 40), strict=True))


def test_a_frame_scaled_from_a_side_keeps_the_other_side_in_place() -> None:
    frame = Frame(QRectF(20, 20, 40, 40), 40, 40, angle=30)
    left = frame.point("w")
    wider = frame.dragged("e", frame.point("e"), frame.point("e") * 2 - frame.point("w"))
    assert wider.across == pytest.approx(2)
    assert wider.down == pytest.approx(1)
    assert (wider.point("w") - left).manhattanLength() < 1e-9


def test_crop_cuts_to_the_frame(rig: CanvasRig) -> None:
    rig.pane.choose_tool("crop")
    rig.drag((10, 10), (90, 70))
    assert rig.steps == []
    rig.key(Qt.Key.Key_Return)
    canvas = rig.session.project.sheet.canvas
    assert (canvas.width_px, canvas.height_px) == (80, 60)
    assert bounds(rig) == (10, 10, 40, 40)
    assert rig.steps == ["Crop"]
    rig.session.undo()
    assert rig.session.project.sheet.canvas.width_px == 200


def test_a_crop_frame_is_adjusted_moved_and_given_up(rig: CanvasRig) -> None:
    rig.pane.choose_tool("crop")
    tool = rig.pane.tool("crop")
    assert isinstance(tool, CropTool)
    rig.drag((10, 10), (90, 70))
    rig.drag((90, 40), (110, 40))
    assert tool.rect == QRectF(10, 10, 100, 60)
    rig.drag((50, 40), (60, 45))
    assert tool.rect == QRectF(20, 15, 100, 60)
    rig.key(Qt.Key.Key_Escape)
    assert tool.rect == QRectF(0, 0, 200, 150)
    rig.key(Qt.Key.Key_Return)
    assert rig.steps == []


def test_the_canvas_is_cropped_to_the_selection(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((30, 30), (100, 90))
    rig.do("canvas.crop_to_selection")
    canvas = rig.session.project.sheet.canvas
    assert (canvas.width_px, canvas.height_px, canvas.selection) == (70, 60, None)


def test_what_is_chosen_is_copied_and_pasted_in_place(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((40, 40), (120, 80))
    with rig.qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        rig.do("edit.copy")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (20, 20)
    rig.do("edit.paste")
    pasted = rig.session.project.sheet.canvas.layers[-1]
    assert pasted.pixels.bounds() == (40, 40, 20, 20)
    assert rig.session.selection.layer_id == pasted.id


def test_the_whole_picture_is_copied_merged(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((50, 50), (70, 70))
    with rig.qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        rig.do("edit.copy_merged")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (20, 20)
    assert (image.pixelColor(1, 1).name(), image.pixelColor(15, 15).name()) == ("#ff0000", "#ffffff")


def test_cut_takes_away_only_what_is_chosen(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((20, 20), (40, 60))
    with rig.qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        rig.do("edit.cut")
    assert bounds(rig) == (40, 20, 20, 40)
