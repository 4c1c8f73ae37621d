"""Handles around a frame: painted, and found under the pointer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from artstudio.ui import theme
from artstudio.ui.canvas.tools.frame import SIDES

if TYPE_CHECKING:
    from artstudio.ui.canvas.tools.base import Bench
    from artstudio.ui.canvas.tools.frame import Frame, Grip

_GRIP_PX: Final = 8.0
_REACH_PX: Final = 9.0


def grip_at(bench: Bench, frame: Frame, at: QPointF) -> Grip:
    """What a press at a place of the canvas takes hold of: a handle, the inside, or else the turning."""
    on_screen = bench.view.to_widget(at)
    nearest, least = None, _REACH_PX
    for grip in SIDES:
        apart = bench.view.to_widget(frame.point(grip)) - on_screen
        distance = (apart.x() ** 2 + apart.y() ** 2) ** 0.5
        if distance < least:
            nearest, least = grip, distance
    if nearest is not None:
        return nearest
    inside = QPolygonF(frame.corners()).containsPoint(at, Qt.FillRule.WindingFill)
    return "move" if inside else "turn"


def cursor_for(bench: Bench, frame: Frame, grip: Grip) -> Qt.CursorShape:
    """The pointer that says what a press would do."""
    if grip not in SIDES:
        return Qt.CursorShape.SizeAllCursor if grip == "move" else Qt.CursorShape.PointingHandCursor
    middle = bench.view.to_widget(QPointF(frame.x, frame.y))
    away = bench.view.to_widget(frame.point(grip)) - middle
    eighths = round(math.degrees(math.atan2(away.y(), away.x())) / 45) % 4
    return (
        Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeFDiagCursor,
        Qt.CursorShape.SizeVerCursor, Qt.CursorShape.SizeBDiagCursor,
    )[eighths]  # fmt: skip


def paint_frame(painter: QPainter, bench: Bench, frame: Frame, *, grips: bool = True) -> None:
    """The frame's edge and its handles, seen on dark and on light paint."""
    view = bench.view
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = QPolygonF([view.to_widget(corner) for corner in frame.corners()])
    for colour, width in ((theme.DESK, 2.5), (theme.ACCENT_BRIGHT, 1.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPolygon(corners)
    if not grips:
        return
    painter.setPen(QPen(QColor(theme.DESK), 1))
    painter.setBrush(QColor(theme.TEXT))
    for grip in SIDES:
        at = view.to_widget(frame.point(grip))
        painter.drawRect(QRectF(at.x() - _GRIP_PX / 2, at.y() - _GRIP_PX / 2, _GRIP_PX, _GRIP_PX))
