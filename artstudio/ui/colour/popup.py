"""A wheel that opens beside a swatch, for a quick change without the colour pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from artstudio.ui.colour.wheel import ColourWheel, Hsv

if TYPE_CHECKING:
    from artstudio.ui.colours import Colours


class ColourPopup(QFrame):
    """Changes the foreground or the background; closes with a click elsewhere."""

    def __init__(self, colours: Colours, parent: QWidget, *, background: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._colours, self._background = colours, background
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "true")
        self.wheel = ColourWheel()
        column = QVBoxLayout(self)
        column.addWidget(self.wheel)
        colour = QColor.fromRgb(colours.background if background else colours.foreground)
        hsv: Hsv = (max(colour.hsvHueF(), 0.0), colour.hsvSaturationF(), colour.valueF())
        self.wheel.show_colour(hsv)
        self.wheel.picked.connect(self._pick)

    def open_beside(self, widget: QWidget) -> None:
        """Show at the right of `widget`."""
        self.move(widget.mapToGlobal(QPoint(widget.width() + 4, -self.sizeHint().height() // 2)))
        self.show()
        self.wheel.setFocus()

    def _pick(self, hsv: Hsv) -> None:
        rgb = QColor.fromHsvF(hsv[0] % 1, hsv[1], hsv[2]).rgb() & 0xFFFFFF
        if self._background:
            self._colours.set(background=rgb)
        else:
            self._colours.set(foreground=rgb)
