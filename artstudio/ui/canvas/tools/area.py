"""Selects a rectangle or an ellipse by dragging from corner to corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from artstudio.ui.canvas.tools.base import CLICK_PX, shift
from artstudio.ui.canvas.tools.choose import ChooseTool

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.documents.selecting import How
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench


class AreaTool(ChooseTool):
    """Shift held after the press makes sides equal; before it, it adds."""

    def __init__(self, bench: Bench, title: str, form: Literal["rectangle", "ellipse"]) -> None:
        super().__init__(bench, title)
        self._form = form
        self._start: QPointF | None = None
        self._end = QPointF()
        self._how: How = "replace"
        self._shift_adds = False

    def press(self, point: PenPoint) -> None:
        self._start = self._end = QPointF(point.x, point.y)
        self._how, self._shift_adds = self.how(), shift()

    def move(self, point: PenPoint) -> None:
        if self._start is None:
            return
        self._end = QPointF(point.x, point.y)
        if not shift():
            self._shift_adds = False  # let go once, it squares from then on
        elif not self._shift_adds:
            self._end = squared(self._start, self._end)
        self.redraw()

    def release(self) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        if self.bench.screen_distance(start, self._end) < CLICK_PX:
            if self._how == "replace":
                self.choose_nothing()
        else:
            self.choose_path(self._how, self._path(start))
        self.redraw()

    def cancel(self) -> None:
        if self._start is not None:
            self._start = None
            self.redraw()

    def paint(self, painter: QPainter) -> None:
        if self._start is not None:
            self.paint_path(painter, self._path(self._start))

    def _path(self, start: QPointF) -> QPainterPath:
        corners = [QPointF(round(at.x()), round(at.y())) for at in (start, self._end)]
        path, box = QPainterPath(), QRectF(*corners).normalized()
        if self._form == "rectangle":
            path.addRect(box)
        else:
            path.addEllipse(box)
        return path


def squared(start: QPointF, end: QPointF) -> QPointF:
    """`end` moved so that it spans a square with `start`."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    side = max(abs(dx), abs(dy))
    return QPointF(start.x() + (side if dx >= 0 else -side), start.y() + (side if dy >= 0 else -side))
