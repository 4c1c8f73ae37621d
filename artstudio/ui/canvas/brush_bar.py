"""The brush's row above the canvas: its colour and its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.canvas.brush_options import BrushOptions
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.ui.canvas.tools import BrushSettings


class BrushBar(QWidget):
    """Emits what the artist wants; shows what `BrushSettings` holds."""

    def __init__(self, settings: BrushSettings) -> None:
        super().__init__()
        self._settings = settings
        self._dialog: QColorDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        self.colour = tool_button("", self.tr("Colour"))
        self.colour.clicked.connect(self._choose_colour)
        row.addWidget(self.colour)
        row.addWidget(_divider())
        self.options = BrushOptions(settings)
        row.addWidget(self.options, 10)
        row.addStretch(1)
        settings.changed.connect(self._show_settings)
        self._show_settings()

    def _show_settings(self) -> None:
        self.colour.setIcon(_swatch(QColor.fromRgb(self._settings.brush.colour)))

    def _choose_colour(self) -> None:
        if self._dialog is None:
            self._dialog = QColorDialog(self)
            self._dialog.setOptions(
                QColorDialog.ColorDialogOption.NoButtons | QColorDialog.ColorDialogOption.DontUseNativeDialog
            )
            self._dialog.currentColorChanged.connect(
                lambda colour: self._settings.set(colour=colour.rgb() & 0xFFFFFF)
            )
        self._dialog.setCurrentColor(QColor.fromRgb(self._settings.brush.colour))
        self._dialog.show()
        self._dialog.raise_()


def _divider() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setProperty("hairline", "true")
    return line


def _swatch(colour: QColor) -> QIcon:
    pixmap = QPixmap(theme.ICON_PX * 2, theme.ICON_PX * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(QColor(theme.LINE_STRONG))
    painter.drawRoundedRect(pixmap.rect().adjusted(3, 3, -4, -4), 7, 7)
    painter.end()
    return QIcon(pixmap)
