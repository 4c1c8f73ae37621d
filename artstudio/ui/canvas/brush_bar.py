"""The row above the canvas: tools, colour, the brush's settings, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.canvas.brush_options import BrushOptions
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.ui.canvas.tools import BrushSettings


class BrushBar(QWidget):
    """Emits what the artist wants; shows what `BrushSettings` holds."""

    tool_chosen = Signal(str)
    fit_wanted = Signal()
    actual_size_wanted = Signal()

    def __init__(self, settings: BrushSettings, tools: Iterable[tuple[str, str, str]]) -> None:
        """`tools` are (id, icon, tooltip)."""
        super().__init__()
        self._settings = settings
        self._dialog: QColorDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        self._tools = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for tool_id, icon, tip in tools:
            button = tool_button(icon, tip, checkable=True)
            button.clicked.connect(lambda _=False, wanted=tool_id: self.tool_chosen.emit(wanted))
            self._tools.addButton(button)
            self._buttons[tool_id] = button
            row.addWidget(button)
        self.colour = tool_button("", self.tr("Colour"))
        self.colour.clicked.connect(self._choose_colour)
        row.addWidget(self.colour)
        row.addWidget(_divider())
        self.options = BrushOptions(settings)
        row.addWidget(self.options, 10)
        row.addStretch(1)
        self._end = row
        self._zoom = tool_button("", self.tr("Show at 100 % (Ctrl+1)"))
        self._zoom.setMinimumWidth(56)
        self._zoom.clicked.connect(self.actual_size_wanted)
        fit = tool_button("fit-to-page-outline", self.tr("Fit the canvas into the pane (Ctrl+0)"))
        fit.clicked.connect(self.fit_wanted)
        row.addWidget(self._zoom)
        row.addWidget(fit)
        settings.changed.connect(self._show_settings)
        self._show_settings()

    def add(self, widget: QWidget) -> None:
        """Add a widget beside the zoom."""
        self._end.insertWidget(self._end.indexOf(self._zoom), widget)

    def show_tool(self, tool_id: str) -> None:
        """Mark the tool in use."""
        self._buttons[tool_id].setChecked(True)

    def show_zoom(self, zoom: float) -> None:
        """Show the canvas' scale."""
        self._zoom.setText(f"{zoom * 100:.0f} %")

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
    line.setStyleSheet(f"color: {theme.LINE};")
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
