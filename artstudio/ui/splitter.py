"""Two or more parts side by side, whose dividers the arrow keys move, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_STEP_PX = 24


class Splitter(QSplitter):
    """As Qt's, with dividers to be gone to by Tab."""

    def createHandle(self) -> QSplitterHandle:
        return _Divider(self.orientation(), self)


class _Divider(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Divider"))
        self.setToolTip(self.tr("Drag, or use the arrow keys"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.orientation() == Qt.Orientation.Horizontal
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Right) if across else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in (back, on):
            place = self.x() if across else self.y()
            self.moveSplitter(place + (_STEP_PX if event.key() == on else -_STEP_PX))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_ring(painter, self)
        painter.end()
