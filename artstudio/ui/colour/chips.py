"""Small fields of colour in rows, to take one from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent, QResizeEvent

_CHIP_PX: Final = 20
_GAP_PX: Final = 2


class ColourChips(QWidget):
    """`picked` carries the colour 0xRRGGBB that was clicked, and whether it is for the background.

    `menu_wanted` carries the index of the chip that was clicked with the right button, and where on screen.
    """

    accessible_role = QAccessible.Role.ColorChooser

    picked = Signal(int, bool)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.colours: Sequence[int] = ()
        self._current: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)

    def show_colours(self, colours: Sequence[int], current: int | None = None) -> None:
        """Show `colours`, the one at hand marked."""
        self.colours, self._current = tuple(colours), current
        self._fit()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-max(len(self.colours), 1) // self._columns(width))
        return rows * (_CHIP_PX + _GAP_PX)

    def sizeHint(self) -> QSize:
        return QSize(8 * (_CHIP_PX + _GAP_PX), self.heightForWidth(max(self.width(), _CHIP_PX)))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (_CHIP_PX + _GAP_PX), _CHIP_PX + _GAP_PX)

    def chip(self, index: int) -> QRect:
        """Where a chip lies."""
        columns, step = self._columns(self.width()), _CHIP_PX + _GAP_PX
        return QRect(index % columns * step, index // columns * step, _CHIP_PX, _CHIP_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, colour in enumerate(self.colours):
            marked = colour == self._current
            painter.setPen(QPen(QColor(theme.ACCENT_BRIGHT if marked else theme.LINE), 2 if marked else 1))
            painter.setBrush(QColor.fromRgb(colour))
            painter.drawRoundedRect(self.chip(i).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            background = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.picked.emit(self.colours[index], background)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (index := self._at(event.pos())) is not None:
            self.menu_wanted.emit(index, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(event.pos())
            QToolTip.showText(event.globalPos(), "" if index is None else f"#{self.colours[index]:06x}", self)
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> int | None:
        return next((i for i in range(len(self.colours)) if self.chip(i).contains(point)), None)

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    @staticmethod
    def _columns(width: int) -> int:
        return max(1, (width + _GAP_PX) // (_CHIP_PX + _GAP_PX))
