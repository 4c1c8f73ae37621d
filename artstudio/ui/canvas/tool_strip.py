"""The tools, one above the other, at the left of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QToolButton, QWidget

from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.canvas.shelf import ToolSpec

_BUTTON_PX: Final = 30
_LINE_PX: Final = 7
_MARGIN_PX: Final = 4


class ToolStrip(QWidget):
    """One column, or two where the pane is too low for it."""

    tool_chosen = Signal(str)

    def __init__(self, specs: Iterable[ToolSpec], foot: QWidget) -> None:
        """`foot` stands below the tools."""
        super().__init__()
        self.buttons: dict[str, QToolButton] = {}
        self._groups: dict[int, list[QToolButton]] = {}
        self._lines: list[QFrame] = []
        self._columns = 0
        self._foot = foot
        group = QButtonGroup(self)
        for spec in specs:
            button = tool_button(spec.icon, spec.title, checkable=True, action=f"canvas.{spec.id}")
            button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys still mean the canvas
            button.setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
            button.clicked.connect(lambda _=False, wanted=spec.id: self.tool_chosen.emit(wanted))
            group.addButton(button)
            self.buttons[spec.id] = button
            self._groups.setdefault(spec.group, []).append(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._grid.setSpacing(0)
        self._lay_out(1)

    def show_tool(self, tool_id: str) -> None:
        """Mark the tool in hand."""
        self.buttons[tool_id].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        one_column = self._height_px([len(group) for group in self._groups.values()])
        self._lay_out(1 if one_column <= self.height() else 2)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Low enough for two columns, whichever there are now."""
        rows = [-(-len(group) // 2) for group in self._groups.values()]
        return QSize(super().minimumSizeHint().width(), self._height_px(rows))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
            self._grid.setRowMinimumHeight(at, 0)
        row = 0
        for buttons in self._groups.values():
            if row:
                line = QFrame()
                line.setFixedHeight(_LINE_PX)
                line.setFrameShape(QFrame.Shape.HLine)
                line.setProperty("hairline", "true")
                self._grid.addWidget(line, row, 0, 1, columns)
                self._lines.append(line)
                row += 1
            for i, button in enumerate(buttons):
                self._grid.addWidget(button, row + i // columns, i % columns)
            row += -(-len(buttons) // columns)
        self._grid.addWidget(self._foot, row, 0, 1, columns, Qt.AlignmentFlag.AlignHCenter)
        self._grid.setRowMinimumHeight(row, self._foot.height() + 2 * _LINE_PX)
        self._grid.setRowStretch(row + 1, 1)

    def _height_px(self, rows: list[int]) -> int:
        """With groups of so many rows."""
        tools = sum(rows) * _BUTTON_PX + (len(rows) - 1) * _LINE_PX
        return tools + self._foot.height() + 2 * _LINE_PX + 2 * _MARGIN_PX
