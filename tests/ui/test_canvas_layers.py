from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put
from artstudio.documents.pile import siblings
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import TILE, Tiles
from artstudio.ui.canvas.layer_menu import layer_actions, menu_of
from artstudio.ui.canvas.layer_rows import _SHOWN_ROLE, NAME
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.thumbnails import THUMBNAIL_PX, small_image
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session(None, Project(Sheet.blank(128, 64)))
    for number in (1, 2, 3):
        layer = Layer(f"l{number}", f"Layer {number}", Tiles(128, 64))
        session.do(Put("Add", "layer", layer.id, layer))
    session.select(layer_id="l2")
    return session


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> LayersPane:
    pane = LayersPane(session)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def drop(pane: LayersPane, dragged: str | None, on: str, share: float) -> None:
    """Let go of a row, or of those that are marked, over another one, `share` of its height down."""
    tree = pane.tree
    if dragged is not None:
        tree.setCurrentItem(tree.item_of(dragged))
    rect = tree.visualItemRect(tree.item_of(on))
    at = QPointF(rect.center().x(), rect.top() + share * rect.height())
    data = tree.model().mimeData(tree.selectedIndexes())
    action = Qt.DropAction.MoveAction
    tree.dropEvent(QDropEvent(at, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def order(session: Session) -> list[str]:
    return [layer.id for layer in session.project.sheet.canvas.layers]


@pytest.mark.parametrize("flag", ["locked", "alpha_locked", "rough"])
def test_a_layer_is_locked_or_marked_as_a_sketch_in_one_step(
    session: Session, pane: LayersPane, flag: str
) -> None:
    steps = len(session.project.history.steps)
    pane.look.toggles[flag].click()
    assert getattr(session.project.sheet.layer("l2"), flag)
    assert len(session.project.history.steps) == steps + 1
    session.select(layer_id="l1")
    assert not pane.look.toggles[flag].isChecked()
    session.undo()
    assert not getattr(session.project.sheet.layer("l2"), flag)


def test_a_dragged_row_moves_its_layer_in_one_step(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    drop(pane, "l3", "l1", 0.9)
    qtbot.waitUntil(lambda: order(session) == ["l3", "l1", "l2"])
    assert session.selection.layer_id == "l3"
    session.undo()
    assert order(session) == ["l1", "l2", "l3"]
    assert [pane.tree.model().index(row, NAME).data() for row in range(3)] == [
        "Layer 3",
        "Layer 2",
        "Layer 1",
    ]


def test_a_thumbnail_follows_what_is_painted(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    red = np.full((TILE, TILE), 0xFFFF0000, np.uint32)
    red[0, 0] = 0
    with qtbot.waitSignal(pane._thumbnails.made, check_params_cb=lambda id_, _icon: id_ == "l2"):
        session.do(PaintTiles("Paint", "l2", {(1, 0): red}))
    assert join_qthreads()
    picture = pane.tree.item_of("l2").icon(NAME).pixmap(THUMBNAIL_PX).toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(picture.width() * 3 // 4, middle).name() == "#ff0000"
    assert picture.pixelColor(picture.width() // 4, middle).name() != "#ff0000"


def test_a_small_picture_keeps_shape_and_colours(qapp: QApplication) -> None:
    tiles = Tiles(1024, 512).with_changes({(tx, ty): 0xFF00FF00 for tx in range(8) for ty in range(8)})
    image = small_image(tiles, THUMBNAIL_PX)
    assert (image.width(), image.height()) == (THUMBNAIL_PX.width(), THUMBNAIL_PX.height() // 2)
    assert image.pixelColor(2, 2).name() == "#00ff00"
    assert image.pixelColor(image.width() - 2, 2).alpha() == 0


# --------------------------------------------------------------------------------------------------- groups


def tree(session: Session) -> str:
    """The pile as text, bottom first: "l1 l4(l2) l3"."""
    canvas = session.project.sheet.canvas

    def inside(parent: str | None) -> str:
        return " ".join(
            one.id + (f"({inside(one.id)})" if one.group else "") for one in siblings(canvas, parent)
        )

    return inside(None)


def test_a_layer_is_grouped_dragged_in_and_out_and_let_go(
    session: Session, pane: LayersPane, qtbot: QtBot
) -> None:
    pane.commands.group()
    assert tree(session) == "l1 l4(l2) l3"
    assert session.selection.layer_id == "l4"
    steps = len(session.project.history.steps)
    drop(pane, "l3", "l4", 0.5)  # onto the group
    qtbot.waitUntil(lambda: tree(session) == "l1 l4(l2 l3)")
    assert pane.tree.item_of("l3").parent() is pane.tree.item_of("l4")
    drop(pane, "l1", "l2", 0.9)  # below the lowest in it
    qtbot.waitUntil(lambda: tree(session) == "l4(l1 l2 l3)")
    drop(pane, "l2", "l4", 0.1)  # above it
    qtbot.waitUntil(lambda: tree(session) == "l4(l1 l3) l2")
    drop(pane, "l2", "l4", 0.9)  # between it and its topmost
    qtbot.waitUntil(lambda: tree(session) == "l4(l1 l3 l2)")
    assert len(session.project.history.steps) == steps + 4
    session.select(layer_id="l4")
    pane.commands.ungroup()
    assert tree(session) == "l1 l3 l2"
    for _ in range(5):
        session.undo()
    assert tree(session) == "l1 l4(l2) l3"


def test_several_layers_are_grouped_dragged_copied_and_deleted_at_once(
    session: Session, pane: LayersPane, qtbot: QtBot
) -> None:
    def mark(*ids: str) -> None:
        pane.tree.setCurrentItem(pane.tree.item_of(ids[0]))
        for layer_id in ids[1:]:
            pane.tree.item_of(layer_id).setSelected(True)

    mark("l1", "l3")
    pane.commands.group()
    assert tree(session) == "l2 l4(l1 l3)"
    assert pane.tree.marked() == ["l4"]
    mark("l1", "l3")
    drop(pane, None, "l2", 0.9)  # below the lowest
    qtbot.waitUntil(lambda: tree(session) == "l1 l3 l2 l4()")
    mark("l3", "l1", "l2")
    drop(pane, None, "l4", 0.5)
    qtbot.waitUntil(lambda: tree(session) == "l4(l1 l3 l2)")
    mark("l1", "l3")
    pane.duplicate_button.click()
    assert tree(session) == "l4(l1 l5 l3 l6 l2)"
    mark("l1", "l2", "l5")
    steps = len(session.project.history.steps)
    pane.delete_button.click()
    assert tree(session) == "l4(l3 l6)"
    assert session.selection.layer_id == "l6"
    mark("l4", "l3")  # a group and what it holds
    pane.delete_button.click()
    assert tree(session) == ""
    assert len(session.project.history.steps) == steps + 2


def test_a_drop_that_changes_nothing_is_no_step(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    pane.commands.group()
    steps = len(session.project.history.steps)
    for on, share in (("l4", 0.5), ("l2", 0.5), ("l4", 0.1), ("l3", 0.9)):
        drop(pane, "l4", on, share)  # into itself, or where it is
    with qtbot.waitSignal(session.selection_changed):  # what was queued before this has been done
        QTimer.singleShot(0, lambda: session.select(layer_id="l1"))
    assert tree(session) == "l1 l4(l2) l3"
    assert len(session.project.history.steps) == steps


def test_below_the_last_row_is_the_bottom_of_the_pile(
    session: Session, pane: LayersPane, qtbot: QtBot
) -> None:
    pane.resize(240, 500)
    pane.commands.group()
    below = QPoint(60, pane.tree.viewport().height() - 2)
    assert pane.tree.itemAt(below) is None
    assert pane.tree.drop_place(below) == (None, None)


def test_a_folded_group_hides_its_rows_and_takes_in_nothing_new(session: Session, pane: LayersPane) -> None:
    pane.commands.group()
    pane.tree.item_of("l4").setExpanded(False)
    pane.add_button.click()
    assert tree(session) == "l1 l4(l2) l5 l3"
    session.do(Put("Rename", "layer", "l1", replace(session.project.sheet.layer("l1"), name="A")))
    assert not pane.tree.item_of("l4").isExpanded()
    session.select(layer_id="l2")  # what is selected is seen
    assert pane.tree.item_of("l4").isExpanded()
    pane.tree.item_of("l4").setExpanded(False)
    assert session.selection.layer_id == "l4"
    pane.tree.item_of("l4").setExpanded(True)
    pane.add_button.click()
    assert tree(session) == "l1 l4(l2 l6) l5 l3"


def test_a_group_is_duplicated_and_deleted_with_what_it_holds(session: Session, pane: LayersPane) -> None:
    pane.commands.group()
    pane.duplicate_button.click()
    assert tree(session) == "l1 l4(l2) l5(l6) l3"
    assert session.project.sheet.layer("l5").name == "Group 4 copy"
    session.select(layer_id="l4")
    pane.delete_button.click()
    assert tree(session) == "l1 l5(l6) l3"
    assert session.selection.layer_id == "l1"
    session.undo()
    session.undo()
    assert tree(session) == "l1 l4(l2) l3"


def test_layers_in_a_hidden_group_look_hidden(session: Session, pane: LayersPane) -> None:
    pane.commands.group()
    row = pane.tree.visualItemRect(pane.tree.item_of("l4"))
    QTest.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, row.center().y()))
    assert not session.project.sheet.layer("l4").visible
    assert pane.tree.item_of("l2").data(NAME, _SHOWN_ROLE) is False
    assert session.selection.layer_id == "l4"


def test_merging_down_happens_beside_the_window(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    session.do(PaintTiles("Paint", "l2", {(0, 0): 0xFF00FF00}))
    pane.merge_button.click()
    qtbot.waitUntil(lambda: tree(session) == "l1 l3")
    assert join_qthreads()
    assert session.project.sheet.layer("l1").pixels.get(0, 0) == 0xFF00FF00
    assert session.selection.layer_id == "l1"
    assert not pane.merge_button.isEnabled()
    session.undo()
    assert tree(session) == "l1 l2 l3"


def test_what_is_painted_while_layers_merge_is_merged_too(
    session: Session, pane: LayersPane, qtbot: QtBot
) -> None:
    pane.merge_button.click()
    session.do(PaintTiles("Paint", "l2", {(1, 0): 0xFF0000FF}))
    qtbot.waitUntil(lambda: tree(session) == "l1 l3")
    assert join_qthreads()
    assert session.project.sheet.layer("l1").pixels.get(1, 0) == 0xFF0000FF


def test_a_hidden_layer_is_not_merged_but_said_to_be(
    session: Session, pane: LayersPane, qtbot: QtBot
) -> None:
    pane.commands.toggle_visible("l1")
    with qtbot.waitSignal(session.failed) as said:
        pane.merge_button.click()
    assert str(said.args[0]) == "Layer 1 is hidden: show it to merge it"
    assert join_qthreads()


def test_flattening_leaves_one_selected_layer(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    pane.commands.flatten()
    qtbot.waitUntil(lambda: len(session.project.sheet.canvas.layers) == 1)
    assert join_qthreads()
    assert session.project.sheet.canvas.layers[0].name == "Flattened"
    assert session.selection.layer_id == session.project.sheet.canvas.layers[0].id


def test_the_right_button_offers_what_can_be_done(session: Session, pane: LayersPane) -> None:
    session.select(layer_id="l1")
    menu = menu_of(layer_actions(pane.commands, pane.rename), pane)
    can = {one.objectName(): one.isEnabled() for one in menu.actions() if one.objectName()}
    assert can["layer.group"]
    assert can["layer.delete"]
    assert not can["layer.merge_down"]
    assert not can["layer.ungroup"]
    next(one for one in menu.actions() if one.objectName() == "layer.group").trigger()
    assert tree(session) == "l4(l1) l2 l3"
