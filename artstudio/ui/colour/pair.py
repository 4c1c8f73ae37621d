"""The two colours at hand, one before the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from artstudio.ui.colours import Colours

_SIDE_PX: Final = 28
_STEP_PX: Final = 16


class ColourPair(QWidget):
    """A click takes the colour that the wheel is to change: `chosen` says whether it is the background."""

    chosen = Signal(bool)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self.background_active = False
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.tr("Foreground and background colour"))
        self.setToolTip(self.tr("Foreground and background: click the one to change"))
        colours.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE_PX + _STEP_PX + 2, _SIDE_PX + _STEP_PX + 2)

    def activate(self, *, background: bool) -> None:
        """Mark which of the two the wheel changes."""
        self.background_active = background
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, colour, active in (
            (_BACK, self._colours.background, self.background_active),
            (_FRONT, self._colours.foreground, not self.background_active),
        ):
            painter.setPen(QPen(QColor(theme.DESK), 4))
            painter.setBrush(QColor.fromRgb(colour))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QPen(QColor(theme.ACCENT_BRIGHT if active else theme.LINE_STRONG), 1.5))
            painter.drawRoundedRect(box, 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (part := self._at(event.position())) is not None:
            self.chosen.emit(part)

    @staticmethod
    def _at(point: QPointF) -> bool | None:
        if _FRONT.contains(point):
            return False
        return True if _BACK.contains(point) else None


_FRONT: Final = QRectF(1, 1, _SIDE_PX, _SIDE_PX)
_BACK: Final = QRectF(_STEP_PX + 1, _STEP_PX + 1, _SIDE_PX, _SIDE_PX)
