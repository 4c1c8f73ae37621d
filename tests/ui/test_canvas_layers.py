from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import TILE, Tiles
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


def order(session: Session) -> list[str]:
    return [layer.id for layer in session.project.sheet.canvas.layers]


@pytest.mark.parametrize("flag", ["locked", "alpha_locked", "rough"])
def test_a_layer_is_locked_or_marked_as_a_sketch_in_one_step(
    session: Session, pane: LayersPane, flag: str
) -> None:
    steps = len(session.project.history.steps)
    pane._toggles[flag].click()
    assert getattr(session.project.sheet.layer("l2"), flag)
    assert len(session.project.history.steps) == steps + 1
    session.select(layer_id="l1")
    assert not pane._toggles[flag].isChecked()
    session.undo()
    assert not getattr(session.project.sheet.layer("l2"), flag)


def test_a_dragged_row_moves_its_layer_in_one_step(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    top = QModelIndex()
    assert pane.list.model().moveRow(top, 0, top, 3)  # what dropping the top row below the last one does
    qtbot.waitUntil(lambda: order(session) == ["l3", "l1", "l2"])
    assert session.selection.layer_id == "l3"
    session.undo()
    assert order(session) == ["l1", "l2", "l3"]
    assert [pane.list.item(row).text() for row in range(3)] == ["Layer 3", "Layer 2", "Layer 1"]


def test_a_thumbnail_follows_what_is_painted(session: Session, pane: LayersPane, qtbot: QtBot) -> None:
    red = np.full((TILE, TILE), 0xFFFF0000, np.uint32)
    red[0, 0] = 0
    with qtbot.waitSignal(pane._thumbnails.made, check_params_cb=lambda id_, _icon: id_ == "l2"):
        session.do(PaintTiles("Paint", "l2", {(1, 0): red}))
    assert join_qthreads()
    picture = pane.list.item(1).icon().pixmap(THUMBNAIL_PX).toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(picture.width() * 3 // 4, middle).name() == "#ff0000"
    assert picture.pixelColor(picture.width() // 4, middle).name() != "#ff0000"


def test_a_small_picture_keeps_shape_and_colours(qapp: QApplication) -> None:
    tiles = Tiles(1024, 512).with_changes({(tx, ty): 0xFF00FF00 for tx in range(8) for ty in range(8)})
    image = small_image(tiles, THUMBNAIL_PX)
    assert (image.width(), image.height()) == (THUMBNAIL_PX.width(), THUMBNAIL_PX.height() // 2)
    assert image.pixelColor(2, 2).name() == "#00ff00"
    assert image.pixelColor(image.width() - 2, 2).alpha() == 0
