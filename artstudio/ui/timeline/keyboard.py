"""The piano at the left of the roll: shows which row is which, sounds when clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.timeline.colours import mix
from artstudio.ui.timeline.pitches import is_black, pitch_name

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from artstudio.ui.timeline.view import View

WIDTH_PX = 58
BLACK_WIDTH = 0.62
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 12,
    Qt.Key.Key_PageDown: -12,
    Qt.Key.Key_Return: 0,
    Qt.Key.Key_Enter: 0,
}


class Keyboard(QWidget):
    """Keys in line with the rows of the roll."""

    accessible_role = QAccessible.Role.Canvas

    pressed = Signal(int)

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._lit = -1
        self._down = -1
        self.setFixedWidth(WIDTH_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Keyboard"))
        view.pitch.changed.connect(self.update)

    def light(self, pitch: int) -> None:
        """Show the key under the mouse; -1 for none."""
        if pitch != self._lit:
            self._lit = pitch
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pitch, width = self._view.pitch, self.width()
        ivory, ebony = QColor(theme.IVORY), QColor(theme.EBONY)
        painter.fillRect(self.rect(), ivory)
        font = QFont(self.font())
        font.setPixelSize(round(min(max(pitch.row_px - 3, 7), 11)))
        painter.setFont(font)
        seam = QPen(mix(theme.IVORY, theme.EBONY, 0.45), 1)
        high, low = pitch.pitch(0), pitch.pitch(self.height())
        for note in range(low, high + 1):
            top, row = pitch.y(note), pitch.row_px
            lit = note in (self._lit, self._down)
            if is_black(note):
                painter.fillRect(QRectF(0, top, width, row), QColor(theme.ACCENT_BRIGHT) if lit else ivory)
                key = QRectF(0, top, width * BLACK_WIDTH, row)
                painter.fillRect(key, QColor(theme.ACCENT_DIM) if lit else ebony)
                painter.setPen(seam)
                painter.drawLine(
                    round(width * BLACK_WIDTH), round(top + row / 2), width, round(top + row / 2)
                )
                continue
            if lit:
                painter.fillRect(QRectF(0, top, width, row), QColor(theme.ACCENT_BRIGHT))
            if note % 12 in (0, 5):  # B-C and E-F: the seams that no black key covers
                painter.setPen(seam)
                painter.drawLine(0, round(top + row) - 1, width, round(top + row) - 1)
            if (note % 12 == 0 and row >= 7) or lit:
                painter.setPen(QColor(theme.ON_ACCENT if lit else theme.EBONY))
                where = QRectF(0, top, width - 5, row)
                painter.drawText(
                    where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, pitch_name(note)
                )
        painter.fillRect(QRectF(width - 1, 0, 1, self.height()), QColor(theme.LINE))
        paint_ring(painter, self)
        painter.end()

    def event(self, event: QEvent) -> bool:
        own = isinstance(event, QKeyEvent) and event.key() in _STEPS
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the timeline's own keys wait
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from key to key and let it sound; Return lets it sound again."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        view = self._view.pitch
        here = self._lit if self._lit >= 0 else view.pitch(self.height() / 2)
        pitch = min(max(here + step, 0), 127)
        view.reveal(pitch)
        self.light(pitch)
        self.setAccessibleDescription(pitch_name(pitch))
        self.pressed.emit(pitch)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pitch = self._view.pitch.pitch(event.position().y())
        self.light(pitch)
        if event.buttons() & Qt.MouseButton.LeftButton and pitch != self._down:
            self._press(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._down = -1
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.light(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pitch = self._view.pitch
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pitch.zoom(1.0015 ** event.angleDelta().y(), event.position().y())
        else:
            pitch.scroll_to(pitch.top_px - event.angleDelta().y() / 2)
        event.accept()

    def _press(self, event: QMouseEvent) -> None:
        self._down = self._view.pitch.pitch(event.position().y())
        self.pressed.emit(self._down)
        self.update()
