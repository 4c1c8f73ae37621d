"""The row above the canvas: tools, colour, brush size, hardness and opacity, zoom."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.canvas.tools import RADIUS_RANGE_PX
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.ui.canvas.tools import BrushSettings

_STEPS = 200  # of the size slider, which is logarithmic: fine where small brushes differ most


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
        self.diameter, self._size_number = self._slider(_STEPS, 90), QDoubleSpinBox()
        self._size_number.setRange(2 * RADIUS_RANGE_PX[0], 2 * RADIUS_RANGE_PX[1])
        self._size_number.setDecimals(0)
        self._size_number.setSuffix(self.tr(" px"))
        self._size_number.setFixedWidth(62)
        self.hardness, self.opacity = self._slider(100, 60), self._slider(100, 60)
        self._labelled(
            row, self.tr("Size"), self.tr("Brush size ([ and ])"), self.diameter, self._size_number
        )
        self._labelled(row, self.tr("Hardness"), self.tr("How sharp the brush's edge is"), self.hardness)
        self._labelled(row, self.tr("Opacity"), self.tr("How opaque a whole stroke is"), self.opacity)
        row.addStretch(1)
        self._zoom = tool_button("", self.tr("Show at 100 % (Ctrl+1)"))
        self._zoom.setMinimumWidth(56)
        self._zoom.clicked.connect(self.actual_size_wanted)
        fit = tool_button("fit-to-page-outline", self.tr("Fit the canvas into the pane (Ctrl+0)"))
        fit.clicked.connect(self.fit_wanted)
        row.addWidget(self._zoom)
        row.addWidget(fit)
        self.diameter.valueChanged.connect(lambda step: settings.set(radius_px=_radius(step)))
        self._size_number.valueChanged.connect(lambda diameter: settings.set(radius_px=diameter / 2))
        self.hardness.valueChanged.connect(lambda percent: settings.set(hardness=percent / 100))
        self.opacity.valueChanged.connect(lambda percent: settings.set(opacity=percent / 100))
        settings.changed.connect(self._show_settings)
        self._show_settings()

    def show_tool(self, tool_id: str) -> None:
        """Mark the tool in use."""
        self._buttons[tool_id].setChecked(True)

    def show_zoom(self, zoom: float) -> None:
        """Show the canvas' scale."""
        self._zoom.setText(f"{zoom * 100:.0f} %")

    def _show_settings(self) -> None:
        brush = self._settings.brush
        for widget, value in (
            (self.diameter, _step(brush.radius_px)),
            (self.hardness, round(brush.hardness * 100)),
            (self.opacity, round(brush.opacity * 100)),
        ):
            widget.blockSignals(True)  # the rounded value must not come back as the artist's wish
            widget.setValue(value)
            widget.blockSignals(False)
        self._size_number.blockSignals(True)
        self._size_number.setValue(brush.radius_px * 2)
        self._size_number.blockSignals(False)
        self.colour.setIcon(_swatch(QColor.fromRgb(brush.colour)))

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

    @staticmethod
    def _slider(most: int, width: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, most)
        slider.setMinimumWidth(36)
        slider.setMaximumWidth(width)
        slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return slider

    @staticmethod
    def _labelled(row: QHBoxLayout, title: str, tip: str, *widgets: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("dim", "true")
        row.addWidget(label)
        for widget in widgets:
            widget.setToolTip(tip)
            widget.setAccessibleName(title)
            row.addWidget(widget, 1 if isinstance(widget, QSlider) else 0)
        row.addSpacing(4)


def _radius(step: int) -> float:
    least, most = RADIUS_RANGE_PX
    return float(least * (most / least) ** (step / _STEPS))


def _step(radius_px: float) -> int:
    least, most = RADIUS_RANGE_PX
    return round(_STEPS * math.log(radius_px / least) / math.log(most / least))


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
