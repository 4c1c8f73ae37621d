from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from artstudio.ui.canvas.tools import area
from artstudio.ui.qthreads import join_qthreads
from tests.ui.tools_rig import ALT, SHIFT, CanvasRig


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[CanvasRig]:
    yield CanvasRig(qtbot)
    assert join_qthreads()


def test_a_rectangle_is_selected_in_one_step_and_undone(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((30, 40), (80, 90))
    assert rig.mask is not None
    assert rig.mask.bounds() == (30, 40, 50, 50)
    assert rig.steps == ["Select a rectangle"]
    rig.session.undo()
    assert rig.mask is None


def test_keys_add_take_away_and_intersect(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((10, 10), (60, 60))
    rig.drag((100, 10), (150, 60), keys=SHIFT)
    assert (rig.chosen(20, 20), rig.chosen(120, 20), rig.chosen(80, 20)) == (255, 255, 0)
    rig.drag((20, 20), (120, 30), keys=ALT)
    assert (rig.chosen(40, 25), rig.chosen(110, 25), rig.chosen(40, 40)) == (0, 0, 255)
    rig.drag((0, 35), (70, 150), keys=SHIFT | ALT)
    assert rig.mask is not None
    assert rig.mask.bounds() == (10, 35, 50, 25)


def test_the_buttons_choose_the_mode_too(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((10, 10), (60, 60))
    rig.pane.bench.choosing.how = "add"
    rig.drag((100, 10), (150, 60))
    assert (rig.chosen(20, 20), rig.chosen(120, 20)) == (255, 255)


def test_an_ellipse_has_smooth_edges(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_ellipse")
    rig.drag((20, 20), (101, 101))
    assert rig.chosen(60, 60) == 255
    assert rig.chosen(22, 22) == 0
    partly = {rig.chosen(x, 30) for x in range(20, 101)} - {0, 255}
    assert partly


def test_a_click_lets_the_selection_go(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((10, 10), (60, 60))
    rig.drag((120, 120))
    assert rig.mask is None


def test_the_lasso_goes_round_in_one_drag(rig: CanvasRig) -> None:
    rig.pane.choose_tool("lasso")
    rig.drag((10, 10), (90, 10), (90, 90), (10, 90))
    assert (rig.chosen(50, 50), rig.chosen(120, 50)) == (255, 0)


def test_the_lasso_goes_from_corner_to_corner_by_clicks(rig: CanvasRig) -> None:
    rig.pane.choose_tool("lasso")
    for corner in ((10, 10), (100, 10), (150, 140), (100, 100)):
        rig.press(*corner)
        rig.release(*corner)
    rig.key(Qt.Key.Key_Backspace)  # not that one
    assert rig.mask is None
    rig.press(100, 100)
    rig.release(100, 100)
    rig.key(Qt.Key.Key_Return)
    assert (rig.chosen(90, 50), rig.chosen(140, 135), rig.chosen(20, 90)) == (255, 0, 0)


def test_escape_forgets_a_lasso_under_way(rig: CanvasRig) -> None:
    rig.pane.choose_tool("lasso")
    for corner in ((10, 10), (100, 10), (100, 100)):
        rig.press(*corner)
        rig.release(*corner)
    rig.key(Qt.Key.Key_Escape)
    rig.key(Qt.Key.Key_Return)
    assert rig.steps == []


def test_the_wand_takes_what_looks_alike(rig: CanvasRig) -> None:
    rig.pane.choose_tool("wand")
    rig.drag((40, 40))
    assert (rig.chosen(21, 58), rig.chosen(100, 100)) == (255, 0)
    rig.drag((100, 100))
    assert (rig.chosen(40, 40), rig.chosen(5, 5)) == (0, 255)


def test_all_none_and_inverse(rig: CanvasRig) -> None:
    rig.do("select.all")
    assert (rig.chosen(0, 0), rig.chosen(199, 149)) == (255, 255)
    rig.do("select.none")
    assert rig.mask is None
    rig.pane.choose_tool("select_rect")
    rig.drag((10, 10), (60, 60))
    rig.do("select.invert")
    assert (rig.chosen(30, 30), rig.chosen(100, 100)) == (0, 255)


def test_the_layer_s_paint_is_selected(rig: CanvasRig) -> None:
    rig.do("select.layer")
    assert rig.mask is not None
    assert rig.mask.bounds() == (20, 20, 40, 40)


@pytest.mark.parametrize(("name", "bounds"), [("grow", (46, 46, 28, 28)), ("shrink", (54, 54, 12, 12))])
def test_growing_and_shrinking_ask_for_pixels(
    rig: CanvasRig, name: str, bounds: tuple[int, int, int, int]
) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((50, 50), (70, 70))
    rig.do(f"select.{name}")
    dialog = rig.pane.findChild(QInputDialog)
    assert dialog is not None
    dialog.accept()
    rig.settle()
    assert rig.mask is not None
    assert rig.mask.bounds() == bounds


def test_a_feathered_edge_fades(rig: CanvasRig) -> None:
    rig.pane.bench.choosing.feather_px = 12
    rig.pane.choose_tool("select_rect")
    rig.drag((50, 30), (150, 120))
    across = [rig.chosen(x, 75) for x in (30, 46, 50, 54, 100)]
    assert across == sorted(across)
    assert across[0] == 0
    assert across[-1] == 255
    assert 90 < across[2] < 165


def test_ants_walk_while_there_is_a_selection(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((50, 30), (150, 120))
    ants = rig.pane.ants
    assert ants is not None
    rig.qtbot.waitUntil(lambda: ants.walking)
    assert ants.outline is not None
    box = ants.outline.boundingRect()
    assert (box.x(), box.y(), box.width(), box.height()) == (50, 30, 100, 90)
    edge = {rig.seen(x, 30) for x in range(60, 140)}
    assert len(edge) == 2  # light and dark stripes
    rig.do("select.none")
    assert not ants.walking
    assert {rig.seen(x, 30) for x in range(100, 140)} == {"#ffffff"}


def test_ants_rest_while_the_canvas_is_hidden(rig: CanvasRig) -> None:
    rig.pane.choose_tool("select_rect")
    rig.drag((50, 30), (150, 120))
    ants = rig.pane.ants
    assert ants is not None
    rig.qtbot.waitUntil(lambda: ants.walking)
    rig.pane.hide()
    assert not ants.walking
    rig.pane.show()
    assert ants.walking


def test_shift_after_the_press_makes_a_square(rig: CanvasRig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.pane.choose_tool("select_rect")
    rig.press(50, 30)
    monkeypatch.setattr(area, "shift", lambda: True)  # no test event carries a key while the mouse moves
    rig.move(80, 110)
    rig.release(80, 110, SHIFT)
    rig.settle()
    assert rig.mask is not None
    assert rig.mask.bounds() == (50, 30, 80, 80)
