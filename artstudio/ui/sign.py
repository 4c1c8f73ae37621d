"""A small icon that says something and cannot be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Sign(QLabel):
    """Shows `icon`, as `theme.icon` takes it, in `colour`; painted anew, it follows the theme."""

    def __init__(self, icon: str = "", colour: str | None = None) -> None:
        super().__init__()
        self.setFixedSize(theme.ICON_PX, theme.ICON_PX)
        self.show_icon(icon, colour)

    def show_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another one; "" for none."""
        self._icon = theme.icon(icon, colour) if icon else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon is not None:
            painter = QPainter(self)
            self._icon.paint(painter, QRect(0, 0, self.width(), self.height()))
            painter.end()
