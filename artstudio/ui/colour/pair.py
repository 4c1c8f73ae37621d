"""The two colours at hand, one before the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from artstudio.ui.colours import Colours


class ColourPair(QWidget):
    """A click takes the colour that the wheel is to change: `chosen` says whether it is the background."""

    accessible_role = QAccessible.Role.ColorChooser

    chosen = Signal(bool)

    def __init__(self, colours: Colours, side_px: int = 28, step_px: int = 16) -> None:
        """Two squares of `side_px`, the second `step_px` further right and down."""
        super().__init__()
        self._colours = colours
        self.front = QRectF(1, 1, side_px, side_px)
        self.back = QRectF(step_px + 1, step_px + 1, side_px, side_px)
        self.background_active = False
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.tr("Foreground and background colour"))
        self.setToolTip(self.tr("The two colours: click one to change it (X swaps, D: black and white)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        colours.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        side_px = int(self.back.right()) + 1
        return QSize(side_px, side_px)

    def activate(self, *, background: bool) -> None:
        """Mark which of the two the wheel changes."""
        self.background_active = background
        self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, colour, active in (
            (self.back, self._colours.background, self.background_active),
            (self.front, self._colours.foreground, not self.background_active),
        ):
            painter.setPen(QPen(QColor(theme.DESK), 4))
            painter.setBrush(QColor.fromRgb(colour))
            painter.drawRoundedRect(box, 4, 4)
            edge, wide = (theme.ACCENT_BRIGHT, 3) if active else (theme.LINE_STRONG, 1)  # not colour alone
            painter.setPen(QPen(QColor(edge), wide))
            painter.drawRoundedRect(box, 4, 4)
        paint_ring(painter, self)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (part := self._at(event.position())) is not None:
            self.chosen.emit(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from one to the other; Return or the space bar does what a click does."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.activate(background=not self.background_active)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.background_active)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        back, front = self._colours.background, self._colours.foreground
        words = (
            self.tr("foreground #{front:06x}, background #{back:06x} chosen")
            if self.background_active
            else self.tr("foreground #{front:06x} chosen, background #{back:06x}")
        )
        self.setAccessibleDescription(words.format(front=front, back=back))
        self.update()

    def _at(self, point: QPointF) -> bool | None:
        if self.front.contains(point):
            return False
        return True if self.back.contains(point) else None
