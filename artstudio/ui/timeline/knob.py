"""A small knob for a value with a middle, such as pan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

SIZE_PX = 22
SWEEP_DEGREES = 270
DRAG_PX = 120  # from one end to the other


class Knob(QAbstractSlider):
    """Drag up and down to turn; a double click goes back to `rest`."""

    def __init__(self, low: int, high: int, rest: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setValue(rest)
        self.setPageStep(8)
        self._rest = rest
        self._from: tuple[float, int] | None = None
        self.setFixedSize(QSize(SIZE_PX, SIZE_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        low, high = self.minimum(), self.maximum()

        def angle(value: float) -> float:
            return 225 - SWEEP_DEGREES * (value - low) / (high - low)

        def arc(colour: str, start: float, end: float) -> None:
            painter.setPen(QPen(QColor(colour), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(box, round(angle(start) * 16), round((angle(end) - angle(start)) * 16))

        arc(theme.LINE_STRONG, low, high)
        on = theme.ACCENT if self.isEnabled() else theme.TEXT_OFF
        if self.value() != self._rest:
            arc(on, self._rest, self.value())
        paint_ring(painter, self)
        painter.translate(box.center())
        painter.rotate(90 - angle(self.value()))
        painter.setPen(QPen(QColor(theme.TEXT), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(0, -box.height() / 2 + 1), QPointF(0, -box.height() / 2 + 5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = (event.globalPosition().y(), self.value())
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from:
            y, value = self._from
            turned = (y - event.globalPosition().y()) / DRAG_PX * (self.maximum() - self.minimum())
            self.setValue(round(value + turned))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._from = None
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.setValue(self._rest)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.setValue(self.value() + round(event.angleDelta().y() / 120) * 4)
        event.accept()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        super().sliderChange(change)
        self.update()
