"""The loss curves, live.

Painted here: loading a plotting library would hold the window up for most of a second.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from artstudio.ui import theme
from artstudio.ui.words import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from artstudio.ui.training.courses import Course

Points = list[tuple[int, float]]
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 48, 12, 26, 24
TICKS = 5
_MOST_MARKS = 60  # squares on the curve of what was set aside


class Curves(QWidget):
    """Loss over steps: on what is learned from, and on what was set aside. Lower is better."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self) -> None:
        super().__init__()
        self.learned: Points = []
        self.held_out: Points = []
        self.best: tuple[int, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 160)
        self.setAccessibleName(self.tr("Loss curves"))

    def sizeHint(self) -> QSize:
        return QSize(460, 260)

    def show_course(self, course: Course | None) -> None:
        """Draw the curves of a training, None for none."""
        self.learned = course.losses if course is not None else []
        self.held_out = course.held_out if course is not None else []
        self.best = course.best if course is not None else None
        self.setAccessibleDescription(", ".join(self._said()))
        self.update()

    def _said(self) -> list[str]:
        """The end of each curve and the best point, in words."""
        said = [
            f"{title} {points[-1][1]:.4g}"
            for title, points in (
                (self.tr("learned from"), self.learned),
                (self.tr("set aside"), self.held_out),
            )
            if points
        ]
        if self.best is not None:
            words = self.tr("best {loss} at step {step}")
            said.append(words.format(loss=f"{self.best[1]:.4g}", step=self.best[0]))
        return said

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.SUNKEN))
        points = [*self.learned, *self.held_out]
        if not points:
            painter.setPen(QColor(theme.TEXT_DIM))
            words = self.tr("The curves show here once it learns. Lower is better.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
            return
        plot = QRectF(self.rect()).adjusted(LEFT_PX, TOP_PX, -RIGHT_PX, -BOTTOM_PX)
        steps = nice_ticks(0, max(step for step, _ in points))
        losses = nice_ticks(*span(self.learned, self.held_out))

        def at(point: tuple[float, float]) -> QPointF:
            x = plot.left() + (point[0] - steps[0]) / (steps[-1] - steps[0]) * plot.width()
            share = (point[1] - losses[0]) / (losses[-1] - losses[0])
            return QPointF(x, plot.bottom() - min(max(share, 0.0), 1.0) * plot.height())

        for step in steps:
            x = at((step, losses[0])).x()
            _grid(painter, QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            label = QRectF(x - 40, plot.bottom() + 4, 80, 16)
            painter.drawText(label, Qt.AlignmentFlag.AlignHCenter, number(round(step)))
        for loss in losses:
            y = at((0, loss)).y()
            _grid(painter, QPointF(plot.left(), y), QPointF(plot.right(), y))
            label = QRectF(0, y - 8, LEFT_PX - 6, 16)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{loss:g}")
        _curve(painter, [at(p) for p in thinned(self.learned, int(plot.width()))], theme.TEXT_DIM, 1.0)
        _curve(painter, [at(p) for p in self.held_out], theme.ACCENT_BRIGHT, 2.0)
        for point in thinned(self.held_out, _MOST_MARKS):  # told apart by squares, not by colour alone
            _square(painter, at(point), theme.ACCENT_BRIGHT)
        if self.best is not None:
            _diamond(painter, at(self.best))
        self._legend(painter, plot)
        painter.end()

    def _legend(self, painter: QPainter, plot: QRectF) -> None:
        entries = [self.tr("learned from"), self.tr("set aside")]
        if self.best is not None:
            entries.append(self.tr("best {loss}").format(loss=f"{self.best[1]:.4g}"))
        x = plot.left()
        for which, text in enumerate(entries):
            middle = QPointF(x + 6, 13)
            if which < 2:
                colour, wide = ((theme.TEXT_DIM, 1.0), (theme.ACCENT_BRIGHT, 2.0))[which]
                _curve(painter, [QPointF(x, 13), QPointF(x + 12, 13)], colour, wide)
            if which == 1:
                _square(painter, middle, theme.ACCENT_BRIGHT)
            elif which == 2:
                _diamond(painter, middle)
            painter.setPen(QColor(theme.TEXT))
            painter.drawText(QPointF(x + 15, 17), text)
            x += 15 + painter.fontMetrics().horizontalAdvance(text) + 18


def nice_ticks(low: float, high: float) -> list[float]:
    """About `TICKS` round numbers, evenly spaced, from at most `low` to at least `high`."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(n * step, 12) for n in range(first, last + 1)]


def thinned(points: Points, columns: int) -> Points:
    """About two points a column, the lowest and the highest, so that a long run stays quick to draw."""
    if len(points) <= 4 * columns:
        return points
    size = math.ceil(len(points) / columns)
    kept: Points = []
    for i in range(0, len(points), size):
        piece = points[i : i + size]
        ends = {min(piece, key=lambda p: p[1]), max(piece, key=lambda p: p[1])}
        kept += sorted(ends)
    return kept


def span(*curves: Points) -> tuple[float, float]:
    """What to show of all `curves`: a wild beginning must not press all that follows into the lowest rows.

    Each curve is judged by itself, so that a short one is not taken for the wild beginning of a long one.
    """
    ordered = [sorted(loss for _, loss in points) for points in curves if points]
    high = max(losses[min(len(losses) - 1, math.ceil(len(losses) * 0.98))] for losses in ordered)
    return min(losses[0] for losses in ordered), high


def _grid(painter: QPainter, start: QPointF, end: QPointF) -> None:
    painter.setPen(QPen(QColor(theme.LINE), 1))
    painter.drawLine(start, end)
    painter.setPen(QColor(theme.TEXT_DIM))


def _curve(painter: QPainter, points: list[QPointF], colour: str, width: float) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    if width > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for point in points[-200:]:
            painter.drawEllipse(point, 2.2, 2.2)


def _square(painter: QPainter, at: QPointF, colour: str) -> None:
    painter.fillRect(QRectF(at.x() - 2.5, at.y() - 2.5, 5, 5), QColor(colour))


def _diamond(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(theme.SUNKEN), 1))
    painter.setBrush(QColor(theme.WARN))
    corners = [QPointF(at.x() + x, at.y() + y) for x, y in ((-6, 0), (0, -6), (6, 0), (0, 6))]
    painter.drawPolygon(QPolygonF(corners))
