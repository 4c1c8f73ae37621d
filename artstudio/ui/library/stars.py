"""Five stars to be set by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from artstudio.library.entry import MOST_STARS
from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.library.words import stars

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_STAR_PX = 20


class Stars(QWidget):
    """Left and right, or a digit, set them; a click on the last one takes it away."""

    accessible_role = QAccessible.Role.Indicator

    set_by_hand = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.setFixedSize(MOST_STARS * _STAR_PX + 4, _STAR_PX + 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Stars (0 to 5 in the list)"))
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Show so many."""
        self.number = number
        self.setAccessibleName(stars(number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MOST_STARS * _STAR_PX + 4, _STAR_PX + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, self)
        for i in range(MOST_STARS):
            lit = i < self.number
            icon = theme.icon("star" if lit else "star-outline", theme.WARN if lit else theme.TEXT_DIM)
            icon.paint(painter, QRect(2 + i * _STAR_PX, 2, _STAR_PX, _STAR_PX))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            number = min(int((event.position().x() - 2) // _STAR_PX) + 1, MOST_STARS)
            self._set(number - 1 if number == self.number else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._set(self.number + (1 if key == Qt.Key.Key_Right else -1))
        elif event.text() and event.text() in "012345":
            self._set(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _set(self, number: int) -> None:
        number = min(max(number, 0), MOST_STARS)
        if number != self.number:
            self.show_number(number)
            self.set_by_hand.emit(number)
