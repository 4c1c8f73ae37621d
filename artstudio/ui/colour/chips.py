"""Small fields of colour in rows, to take one from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

_CHIP_PX: Final = 20
_GAP_PX: Final = 2


class ColourChips(QWidget):
    """`picked` carries the colour 0xRRGGBB that was clicked, and whether it is for the background.

    `menu_wanted` carries the index of the chip that was clicked with the right button, and where on screen.
    Arrow keys go from chip to chip; Return or the space bar takes one, with Alt for the background.
    """

    accessible_role = QAccessible.Role.ColorChooser

    picked = Signal(int, bool)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.colours: Sequence[int] = ()
        self._current: int | None = None
        self._at_key = 0  # the chip that the keys are at
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)

    def show_colours(self, colours: Sequence[int], current: int | None = None) -> None:
        """Show `colours`, the one at hand marked."""
        self.colours, self._current = tuple(colours), current
        self._go_to(min(self._at_key, len(self.colours) - 1))
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
            if marked:  # also without seeing that its edge is of another colour
                painter.setPen(QPen(QColor(theme.DESK), 1))
                painter.drawRoundedRect(self.chip(i).adjusted(3, 3, -3, -3), 2, 2)
        if self.colours:
            paint_ring(painter, self, self.chip(self._at_key))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            background = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.picked.emit(self.colours[index], background)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -len(self.colours), Qt.Key.Key_End: len(self.colours),
        }  # fmt: skip
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self._go_to(self._at_key + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.colours:
            background = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.picked.emit(self.colours[self._at_key], background)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == event.Reason.Keyboard and self.colours:
            here = self.chip(self._at_key).center()
            self.menu_wanted.emit(self._at_key, self.mapToGlobal(here))
        elif (index := self._at(event.pos())) is not None:
            self.menu_wanted.emit(index, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(event.pos())
            QToolTip.showText(event.globalPos(), "" if index is None else f"#{self.colours[index]:06x}", self)
            return True
        return super().event(event)

    def _go_to(self, index: int) -> None:
        self._at_key = min(max(index, 0), max(len(self.colours) - 1, 0))
        self.setAccessibleDescription(f"#{self.colours[self._at_key]:06x}" if self.colours else "")
        self.update()

    def _at(self, point: QPoint) -> int | None:
        return next((i for i in range(len(self.colours)) if self.chip(i).contains(point)), None)

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    @staticmethod
    def _columns(width: int) -> int:
        return max(1, (width + _GAP_PX) // (_CHIP_PX + _GAP_PX))
