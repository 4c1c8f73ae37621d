"""The frame that widgets which paint themselves show while they have the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

WIDTH_PX = 2


def paint_ring(painter: QPainter, widget: QWidget, box: QRect | QRectF | None = None) -> None:
    """Frame `box` of `widget` (all of it if None) from within, if `widget` has the focus."""
    if widget.hasFocus():
        inset = WIDTH_PX / 2
        frame = QRectF(widget.rect() if box is None else box).adjusted(inset, inset, -inset, -inset)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ACCENT_BRIGHT), WIDTH_PX))
        painter.drawRoundedRect(frame, 3, 3)
        painter.restore()
