from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image
from artstudio.ui.canvas.image_commands import ImageCommands
from artstudio.ui.dialogs import canvas_size, image_size
from artstudio.ui.dialogs.canvas_size import CanvasSize, CanvasSizeDialog
from artstudio.ui.dialogs.image_size import ImageSize, ImageSizeDialog
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: object) -> Session:
    pixels = np.full((20, 30, 4), (255, 0, 0, 255), np.uint8)
    pixels[0, 0] = (0, 0, 255, 255)
    layer = Layer("l1", "Ink", Tiles.from_image(Image(pixels)))
    return Session(None, Project(Sheet(Canvas(30, 20, (layer,)))))


@pytest.fixture
def commands(session: Session, qtbot: QtBot) -> ImageCommands:
    window = QWidget()
    qtbot.addWidget(window)
    return ImageCommands(session, window)


def size(session: Session) -> tuple[int, int]:
    return session.project.sheet.canvas.width_px, session.project.sheet.canvas.height_px


def test_the_picture_takes_the_size_that_was_chosen_in_one_step(
    session: Session, commands: ImageCommands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_size, "ask_image_size", lambda *_: ImageSize(60, 40, smooth=False))
    commands.ask_image_size()
    qtbot.waitUntil(lambda: size(session) == (60, 40))
    monkeypatch.setattr(canvas_size, "ask_canvas_size", lambda *_: CanvasSize(64, 40, (2, 1)))
    commands.ask_canvas_size()
    qtbot.waitUntil(lambda: size(session) == (64, 40))
    assert join_qthreads()
    assert session.project.sheet.layer("l1").pixels.bounds() == (4, 0, 60, 40)
    assert [step.label for step in session.project.history.steps] == ["Image size", "Canvas size"]
    session.undo()
    session.undo()
    assert size(session) == (30, 20)


@pytest.mark.parametrize(("turn", "corner"), [("mirror", (29, 0)), ("flip", (0, 19)), ("half", (29, 19)),
                                              ("right", (19, 0)), ("left", (0, 29))])  # fmt: skip
def test_a_turn_of_the_menu_puts_the_corner_where_it_belongs(
    session: Session, commands: ImageCommands, qtbot: QtBot, turn: str, corner: tuple[int, int]
) -> None:
    action = next(one for one in commands.actions() if one.id == f"image.{turn}")
    with qtbot.waitSignal(session.changed):
        action.callback()
    assert join_qthreads()
    x, y = corner
    assert session.project.sheet.layer("l1").pixels.region(x, y, 1, 1)[0, 0] == 0xFF0000FF
    assert session.project.history.steps[0].label == action.text.replace("&", "")


def test_the_other_side_follows_while_the_proportions_are_kept(qtbot: QtBot) -> None:
    dialog = ImageSizeDialog(None, 300, 200)
    qtbot.addWidget(dialog)
    dialog.width_box.setValue(600)
    assert dialog.answer() == ImageSize(600, 400, True)
    dialog.height_box.setValue(100)
    assert dialog.answer() == ImageSize(150, 100, True)
    dialog.keep_shape.setChecked(False)
    dialog.width_box.setValue(10)
    assert dialog.answer() == ImageSize(10, 100, True)
    assert dialog.outcome.text() == "300 × 200 becomes 10 × 100 pixels"


def test_a_size_in_percent(qtbot: QtBot) -> None:
    dialog = ImageSizeDialog(None, 301, 200)
    qtbot.addWidget(dialog)
    dialog.unit.setCurrentIndex(1)
    assert dialog.answer() == ImageSize(301, 200, True)
    dialog.height_box.setValue(50)
    assert (dialog.width_box.value(), dialog.answer().width_px, dialog.answer().height_px) == (50, 150, 100)
    dialog.width_box.setValue(10**9)
    dialog.filter.setCurrentIndex(1)
    assert dialog.answer() == ImageSize(8192, 5443, False)


def test_the_canvas_dialog_names_its_anchors(qtbot: QtBot) -> None:
    dialog = CanvasSizeDialog(None, 300, 200)
    qtbot.addWidget(dialog)
    assert dialog.answer() == CanvasSize(300, 200, (1, 1))
    right = next(one for one in dialog.anchors.buttons() if one.toolTip() == "The right edge")
    right.click()
    dialog.height_box.setValue(9000)
    assert dialog.answer() == CanvasSize(300, 8192, (2, 1))
