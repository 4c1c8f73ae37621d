"""Selects what a line drawn by hand, or from point to point, goes around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from artstudio.ui.canvas.tools.base import CLICK_PX
from artstudio.ui.canvas.tools.choose import ChooseTool

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.documents.selecting import How
    from artstudio.ui.canvas.options_row import OptionsRow
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench

_CLOSES_PX: Final = 8.0  # on screen, from the first point


class LassoTool(ChooseTool):
    """A drag goes round in one go; clicks set corners, until the first is met again or Enter closes."""

    def __init__(self, bench: Bench, title: str) -> None:
        super().__init__(bench, title)
        self._points: list[QPointF] = []
        self._kept = 0  # points of the gestures before this one
        self._drawn_px = 0.0
        self._hover: QPointF | None = None
        self._how: How = "replace"

    def press(self, point: PenPoint) -> None:
        at = QPointF(point.x, point.y)
        if not self._points:
            self._how = self.how()
        elif self._meets(at, self._points[0]) or self._meets(at, self._points[-1]):
            self.confirm()  # back at the first corner, or clicked twice
            return
        self._kept, self._drawn_px = len(self._points), 0.0
        self._points.append(at)
        self._hover = None
        self.redraw()

    def move(self, point: PenPoint) -> None:
        if self._points:
            at = QPointF(point.x, point.y)
            self._drawn_px += self.bench.screen_distance(at, self._points[-1])
            self._points.append(at)
            self.redraw()

    def release(self) -> None:
        if not self._points:
            return
        if self._drawn_px < CLICK_PX:
            del self._points[self._kept + 1 :]
        elif self._kept == 0:
            self.confirm()

    def hover(self, at: QPointF) -> None:
        if self._points:
            self._hover = at
            self.redraw()

    def confirm(self) -> None:
        points = self._points
        self.cancel()
        if len(points) > 2:
            self.choose_path(self._how, _closed(points))

    def cancel(self) -> None:
        if self._points:
            self._points = []
            self.redraw()

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace and self._points:
            self._points.pop()
            self.redraw()
            return True
        return False

    def paint(self, painter: QPainter) -> None:
        if not self._points:
            return
        path = QPainterPath(self._points[0])
        for at in [*self._points[1:], *([self._hover] if self._hover else [])]:
            path.lineTo(at)
        self.paint_path(painter, path)

    def add_options(self, row: OptionsRow) -> None:
        row.hint(self.tr("Draw, or click from corner to corner; Enter closes"))
        row.line()

    def _meets(self, one: QPointF, other: QPointF) -> bool:
        return len(self._points) > 2 and self.bench.screen_distance(one, other) <= _CLOSES_PX


def _closed(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # a line that crosses itself leaves no hole
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path
