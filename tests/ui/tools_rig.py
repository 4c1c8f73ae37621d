"""A canvas pane with one layer, driven by the mouse as an artist would."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.project import Project
from artstudio.documents.selecting import cover_of
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.canvas.tools.draft import Draft
from artstudio.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
RED = 0xFFFF0000


class CanvasRig:
    """200 by 150 pixels at 100 %, with a red square from (20, 20) to (60, 60) on the layer "l1"."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session(None, Project(Sheet.blank(200, 150)))
        pixels = np.zeros((150, 200, 4), np.uint8)
        pixels[20:60, 20:60] = (255, 0, 0, 255)
        self.session.do(Put("Add", "layer", "l1", Layer("l1", "Sky", Tiles.from_image(Image(pixels)))))
        self.session.select(layer_id="l1")
        self.pane = CanvasPane(self.session)
        qtbot.addWidget(self.pane)
        self.pane.resize(700, 560)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        view = self.pane.view
        # an even room has its middle, and so the canvas' corner, on a whole pixel
        self.pane.resize(700 + view.width() % 2, 560 + view.height() % 2)
        view.set_zoom(1.0)
        self.said: list[str] = []
        self.session.said.connect(self.said.append)
        self.session.failed.connect(lambda error: self.said.append(repr(error)))

    def at(self, x: float, y: float) -> QPoint:
        return self.pane.view.to_widget(QPointF(x, y)).toPoint()

    def press(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.pane.view, LEFT, keys, self.at(x, y))

    def move(self, x: float, y: float) -> None:
        QTest.mouseMove(self.pane.view, self.at(x, y))

    def release(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.pane.view, LEFT, keys, self.at(x, y))

    def drag(self, *path: tuple[float, float], keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(*path[0], keys)
        for point in path[1:]:
            self.move(*point)
        self.release(*path[-1], keys)
        self.settle()

    def settle(self) -> None:
        """Wait for what is worked out beside the window."""
        self.qtbot.waitUntil(lambda: not self.pane.steps.busy)
        self.qtbot.waitUntil(lambda: not any(one.busy for one in self.pane.findChildren(Draft)))

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.pane.view, key, keys)
        self.settle()

    def do(self, action_id: str) -> None:
        action = next(one for one in self.pane.pane_actions() if one.id == action_id)
        assert action.possible
        action.callback()
        self.settle()

    @property
    def mask(self) -> Tiles | None:
        return self.session.project.sheet.canvas.selection

    def chosen(self, x: int, y: int) -> int:
        return int(cover_of(self.mask, x, y, 1, 1)[0, 0])

    def pixel(self, x: int, y: int, layer_id: str = "l1") -> int:
        return int(self.session.project.sheet.layer(layer_id).pixels.region(x, y, 1, 1)[0, 0])

    def seen(self, x: float, y: float) -> str:
        return QColor(self.pane.view.grab().toImage().pixelColor(self.at(x, y))).name()

    @property
    def steps(self) -> list[str]:
        return [step.label for step in self.session.project.history.steps[1:]]
