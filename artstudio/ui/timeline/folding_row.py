"""A row of controls that fits any width: what has no room moves into a menu at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

GAP_PX = 8
SPACING_PX = 3
SIDE_PX = 8


class FoldingRow(QWidget):
    """Add widgets from left to right; the one with the highest `fold` is the first to go.

    Buttons can still be had from the menu, with their own menus and marks; anything else that folds should
    be there to look at only.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folds: dict[QWidget, int] = {}  # in the order of the row
        self._more = tool_button("chevron-double-right", self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE_PX, 3, SIDE_PX, 3)
        self._row.setSpacing(SPACING_PX)
        self._row.addWidget(self._more)

    def add(self, widget: QWidget, fold: int = 0, stretch: int = 0) -> None:
        """Put `widget` at the end of the row; with a `fold` of 0 it always stays."""
        self._folds[widget] = fold
        self._row.insertWidget(self._row.count() - 1, widget, stretch)

    def add_gap(self, fold: int = 0) -> None:
        """Part what belongs together from what does not."""
        gap = QWidget()
        gap.setFixedWidth(GAP_PX)
        self.add(gap, fold)

    def minimumSizeHint(self) -> QSize:
        stay = [widget for widget, fold in self._folds.items() if not fold]
        return QSize(self._room_for([*stay, self._more]), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text in the row has changed
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        shown = dict(self._folds)
        folded: list[QWidget] = []
        for widget, fold in sorted(self._folds.items(), key=lambda item: -item[1]):
            more = [self._more] if any(isinstance(one, QToolButton) for one in folded) else []
            if not fold or self._room_for([*shown, *more]) <= self.width():
                break
            del shown[widget]
            folded.append(widget)
        for widget in self._folds:
            widget.setVisible(widget in shown)
        self._more.setVisible(any(isinstance(one, QToolButton) for one in folded))

    @staticmethod
    def _room_for(widgets: list[QWidget]) -> int:
        return 2 * SIDE_PX + sum(map(_least_px, widgets)) + SPACING_PX * (len(widgets) - 1)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for widget in self._folds:
            if widget.isHidden() and isinstance(widget, QToolButton):
                action = self._menu.addAction(widget.icon(), widget.toolTip() or widget.text())
                action.setCheckable(widget.isCheckable())
                action.setChecked(widget.isChecked())
                if widget.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
                    action.setMenu(widget.menu())
                else:
                    action.triggered.connect(widget.click)


def _least_px(widget: QWidget) -> int:
    match widget.sizePolicy().horizontalPolicy():
        case QSizePolicy.Policy.Ignored:
            return widget.minimumWidth()
        case QSizePolicy.Policy.Fixed | QSizePolicy.Policy.Minimum:
            hint = widget.sizeHint()
        case _:
            hint = widget.minimumSizeHint()
    return max(widget.minimumWidth(), min(hint.width(), widget.maximumWidth()))
