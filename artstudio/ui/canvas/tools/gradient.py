"""Lays a gradient over the layer, from where the pen goes down to where it is lifted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from artstudio.render.gradients import Gradient
from artstudio.ui import theme
from artstudio.ui.canvas.tools.base import shift
from artstudio.ui.canvas.tools.film_tool import FilmTool

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.tools.base import Bench


class GradientTool(FilmTool):
    """From the foreground to the background colour, or to nothing; Shift keeps to steps of 15 degrees."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, "")
        self.title = self.tr("Gradient")
        self.kind: Literal["linear", "radial"] = "linear"
        self.to_nothing = False
        self.reversed = False
        self.opacity = 100  # percent

    def film(self) -> Callable[[Canvas], Tiles]:
        colours, alpha = self.session.colours, round(self.opacity * 2.55) << 24
        first = alpha | colours.foreground
        second = colours.foreground if self.to_nothing else alpha | colours.background
        if self.reversed:
            first, second = second, first
        end = stepped(self.start, self.end) if shift() else self.end
        gradient = Gradient(self.start.toTuple(), end.toTuple(), first, second, self.kind)

        def make(canvas: Canvas) -> Tiles:
            box = canvas.selection.bounds() if canvas.selection else None
            within = QRect(*box) if box else QRect(0, 0, canvas.width_px, canvas.height_px)
            return gradient.film(canvas.width_px, canvas.height_px, within)

        return make

    def paint(self, painter: QPainter) -> None:
        if not self.dragging:
            return
        end = stepped(self.start, self.end) if shift() else self.end
        a, b = self.bench.view.to_widget(self.start), self.bench.view.to_widget(end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.DESK, 3.0), (theme.TEXT, 1.2)):  # seen on dark and on light paint
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(a, b)
            painter.drawEllipse(a, 4, 4)
            painter.drawEllipse(b, 4, 4)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.title)
        row.choice(
            [
                ("linear", "blur-linear", self.tr("Along a line")),
                ("radial", "blur-radial", self.tr("From the middle outwards")),
            ],
            self.kind,
            lambda kind: setattr(self, "kind", kind),
        )
        row.line()
        row.number(
            self.tr("Opacity"), self.tr("How opaque the gradient is"), (1, 100), self.opacity,
            lambda value: setattr(self, "opacity", value), suffix=self.tr(" %"),
        )  # fmt: skip
        row.check(
            self.tr("To transparent"), self.tr("Fade to nothing, not to the background colour"),
            self.to_nothing, lambda on: setattr(self, "to_nothing", on),
        )  # fmt: skip
        row.check(
            self.tr("Reverse"), self.tr("Begin with the second colour"), self.reversed,
            lambda on: setattr(self, "reversed", on),
        )  # fmt: skip
        return row


def stepped(start: QPointF, end: QPointF) -> QPointF:
    """`end` turned about `start` to the next multiple of 15 degrees."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length, step = math.hypot(dx, dy), math.pi / 12
    angle = round(math.atan2(dy, dx) / step) * step
    return QPointF(start.x() + length * math.cos(angle), start.y() + length * math.sin(angle))
