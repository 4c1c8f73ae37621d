from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Half-transparent red in the rectangle (70, 20) to (90, 30) of one layer."""
    pixels = np.zeros((100, 130, 4), np.uint8)
    pixels[20:30, 70:90] = (255, 0, 0, 128)
    session = Session(None, Project(Sheet.blank(130, 100)))
    session.do(Put("Add", "layer", "l1", Layer("l1", "Red", Tiles.from_image(Image(pixels)))))
    session.select(layer_id="l1")
    QGuiApplication.clipboard().clear()
    yield session
    assert join_qthreads()


def verb(pane: CanvasPane, name: str) -> None:
    action = next(one for one in pane.pane_actions() if one.id == f"edit.{name}")
    assert action.possible
    action.callback()


def test_a_layer_is_cut_and_pasted_in_one_step_each(session: Session, qtbot: QtBot) -> None:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    before = session.project.sheet
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        verb(pane, "cut")
    qtbot.waitUntil(lambda: session.project.sheet.layer("l1").pixels.bounds() is None)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (20, 10)
    assert image.pixelColor(5, 5).alpha() == 128
    with qtbot.waitSignal(session.changed):
        verb(pane, "paste")
    pasted = session.project.sheet.canvas.layers[-1]
    assert pasted.id == session.selection.layer_id
    assert pasted.pixels.bounds() == (70, 20, 20, 10)  # where it was
    session.undo()
    session.undo()
    assert session.project.sheet == before


def test_of_a_picture_larger_than_the_canvas_the_middle_is_pasted(session: Session, qtbot: QtBot) -> None:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    image.setPixelColor(200, 150, QColor("white"))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(session.changed):
        verb(pane, "paste")
    pixels = session.project.sheet.canvas.layers[-1].pixels
    assert pixels.bounds() == (0, 0, 130, 100)
    assert pixels.region(65, 50, 1, 1)[0, 0] == 0xFFFFFFFF


def test_a_locked_layer_is_neither_cut_nor_cleared(session: Session, qtbot: QtBot) -> None:
    from dataclasses import replace

    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    locked = replace(session.project.sheet.layer("l1"), locked=True)
    session.do(Put("Lock", "layer", "l1", locked))
    possible = {one.id: one.possible for one in pane.pane_actions()}
    verbs = {name: possible[f"edit.{name}"] for name in ("cut", "copy", "paste", "delete")}
    assert verbs == {"cut": False, "copy": True, "paste": False, "delete": False}
