"""A ring of hues around a square of saturation and brightness."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QConicalGradient, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_RING: Final = 0.14  # of the diameter
_GAP_PX: Final = 4.0
_LEAST_PX: Final = 140
_WANTED_PX: Final = 200

Hsv = tuple[float, float, float]  # hue 0-1 (red at 0), saturation 0-1, value 0-1


class ColourWheel(QWidget):
    """`picked` carries an `Hsv` while the artist drags in the ring or the square."""

    accessible_role = QAccessible.Role.ColorChooser

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._hsv: Hsv = (0.0, 0.0, 0.0)
        self._held: Literal["ring", "square", ""] = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self.setAccessibleName(self.tr("Colour wheel"))
        self.setToolTip(self.tr("Ring: hue. Square: saturation to the right, brightness upwards"))

    def show_colour(self, hsv: Hsv) -> None:
        """Mark a colour."""
        self._hsv = hsv
        hue, saturation, value = hsv
        self.setAccessibleDescription(
            self.tr("Hue {hue}°, saturation {saturation} %, brightness {brightness} %").format(
                hue=round(hue * 360), saturation=round(saturation * 100), brightness=round(value * 100)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WANTED_PX, _WANTED_PX)

    def hue_point(self, hue: float) -> QPointF:
        """Where a hue (0-1) lies on the ring, in the widget's coordinates."""
        radius = self._radius() * (1 - _RING)
        angle = math.tau * hue
        return self._middle() + QPointF(radius * math.cos(angle), -radius * math.sin(angle))

    def square_point(self, saturation: float, value: float) -> QPointF:
        """Where a saturation and a value (0-1) lie in the square."""
        square = self._square()
        return QPointF(square.left() + square.width() * saturation, square.bottom() - square.height() * value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        self._paint_square(painter)
        hue, saturation, value = self._hsv
        reach = self._radius() * _RING
        self._mark(painter, self.hue_point(hue), reach * 0.7)
        self._mark(painter, self.square_point(saturation, value), 6.0)
        paint_ring(painter, self, self._square().adjusted(-4, -4, 4, 4))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            by = event.position() - self._middle()
            distance = math.hypot(by.x(), by.y())
            if self._square().adjusted(-2, -2, 2, 2).contains(event.position()):
                self._held = "square"
            elif distance > self._radius() * (1 - 2 * _RING) - _GAP_PX:
                self._held = "ring"
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hue, saturation, value = self._hsv
        steps = {
            Qt.Key.Key_Left: (0, -0.01, 0), Qt.Key.Key_Right: (0, 0.01, 0), Qt.Key.Key_Up: (0, 0, 0.01),
            Qt.Key.Key_Down: (0, 0, -0.01), Qt.Key.Key_PageUp: (1 / 72, 0, 0),
            Qt.Key.Key_PageDown: (-1 / 72, 0, 0),
        }  # fmt: skip
        if (step := steps.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            self._pick((hue + step[0]) % 1, saturation + step[1], value + step[2])

    def _follow(self, at: QPointF) -> None:
        hue, saturation, value = self._hsv
        if self._held == "ring":
            by = at - self._middle()
            self._pick(math.atan2(-by.y(), by.x()) / math.tau % 1, saturation, value)
        elif self._held == "square":
            square = self._square()
            across = (at.x() - square.left()) / square.width()
            self._pick(hue, across, (square.bottom() - at.y()) / square.height())

    def _pick(self, hue: float, saturation: float, value: float) -> None:
        self._hsv = (hue, min(max(saturation, 0.0), 1.0), min(max(value, 0.0), 1.0))
        self.update()
        self.picked.emit(self._hsv)

    def _paint_ring(self, painter: QPainter) -> None:
        hues = QConicalGradient(self._middle(), 0)
        for part in range(25):
            hues.setColorAt(part / 24, QColor.fromHsvF(part / 24 % 1, 0.9, 0.95))
        radius = self._radius()
        ring = QPainterPath()
        ring.addEllipse(self._middle(), radius, radius)
        ring.addEllipse(self._middle(), radius * (1 - 2 * _RING), radius * (1 - 2 * _RING))
        painter.fillPath(ring, hues)

    def _paint_square(self, painter: QPainter) -> None:
        square = self._square()
        colour = QLinearGradient(square.topLeft(), square.topRight())
        colour.setColorAt(0, QColor(255, 255, 255))
        colour.setColorAt(1, QColor.fromHsvF(self._hsv[0] % 1, 1, 1))
        dark = QLinearGradient(square.topLeft(), square.bottomLeft())
        dark.setColorAt(0, QColor(0, 0, 0, 0))
        dark.setColorAt(1, QColor(0, 0, 0))
        painter.fillRect(square, colour)
        painter.fillRect(square, dark)

    @staticmethod
    def _mark(painter: QPainter, at: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.DESK, 3.5), (theme.TEXT, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, radius, radius)

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - 2

    def _square(self) -> QRectF:
        half = (self._radius() * (1 - 2 * _RING) - _GAP_PX) / math.sqrt(2)
        middle = self._middle()
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
