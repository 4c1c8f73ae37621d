"""The panel of a brush's rarer settings, opened from the brush's row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.render.brush import Brush
    from artstudio.ui.canvas.tools import BrushSettings

_WIDTH_PX: Final = 300


class BrushPanel(QFrame):
    """Spacing, smoothing, smudging, pressure and symmetry; closes when one clicks elsewhere."""

    def __init__(self, settings: BrushSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._settings = settings
        self._shows: list[Callable[[Brush], None]] = []
        self.setProperty("panel", "true")
        self.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        column.addLayout(self._grid)
        self.spacing = self._percent(
            self.tr("Spacing"),
            self.tr("From dab to dab, in parts of the brush's diameter"),
            "spacing",
            2,
            100,
        )
        self.smoothing = self._percent(
            self.tr("Smoothing"),
            self.tr("How far the stroke lags behind a trembling hand; it still ends where the pen does"),
            "smoothing",
        )
        self.length = self._percent(
            self.tr("Smudge length"), self.tr("How long smudging holds the colour it took up"), "length"
        )
        column.addWidget(_heading(self.tr("The pen's pressure changes")))
        self.pressure = {
            "pressure_sizes": self._switch(column, self.tr("Size"), "pressure_sizes"),
            "pressure_fades": self._switch(column, self.tr("Opacity"), "pressure_fades"),
            "pressure_flows": self._switch(column, self.tr("Flow"), "pressure_flows"),
        }
        column.addWidget(_heading(self.tr("Symmetry")))
        column.addLayout(self._symmetry())
        settings.changed.connect(self._show_settings)
        self._show_settings()

    def _percent(self, title: str, tip: str, field: str, least: int = 0, most: int = 100) -> QSlider:
        row = self._grid.rowCount()
        label = QLabel(title)
        label.setProperty("dim", "true")
        slider, number = QSlider(Qt.Orientation.Horizontal), QSpinBox()
        number.setSuffix(" %")
        number.setFixedWidth(58)
        for widget in (slider, number):
            widget.setRange(least, most)
            widget.setToolTip(tip)
            widget.setAccessibleName(title)
            widget.valueChanged.connect(lambda value: self._settings.set(**{field: value / 100}))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(number, row, 2)

        def show(brush: Brush) -> None:
            for widget in (slider, number):
                _quietly(widget, round(getattr(brush, field) * 100))

        self._shows.append(show)
        return slider

    def _switch(self, column: QVBoxLayout, title: str, field: str) -> QCheckBox:
        box = QCheckBox(title)
        box.toggled.connect(lambda on: self._settings.set(**{field: on}))
        column.addWidget(box)
        self._shows.append(lambda brush: box.setChecked(getattr(brush, field)))
        return box

    def _symmetry(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(4)
        self.symmetry: dict[str, QToolButton] = {}
        for kind, icon, tip in (
            ("none", "circle-off-outline", self.tr("No symmetry")),
            ("vertical", "reflect-horizontal", self.tr("Left and right: about the vertical middle line")),
            ("horizontal", "reflect-vertical", self.tr("Top and bottom: about the horizontal middle line")),
            ("both", "border-inside", self.tr("About both middle lines")),
            ("radial", "snowflake", self.tr("Turned about the canvas' middle")),
        ):
            button = tool_button(icon, tip, partial(self._settings.set, symmetry=kind), checkable=True)
            group.addButton(button)
            row.addWidget(button)
            self.symmetry[kind] = button
        row.addStretch(1)
        self.sectors = QSpinBox()
        self.sectors.setRange(2, 32)
        self.sectors.setPrefix("× ")
        self.sectors.setFixedWidth(64)
        self.sectors.setToolTip(self.tr("How often the stroke is repeated around the middle"))
        self.sectors.setAccessibleName(self.tr("Sectors"))
        self.sectors.valueChanged.connect(lambda sectors: self._settings.set(sectors=sectors))
        row.addWidget(self.sectors)

        def show(brush: Brush) -> None:
            self.symmetry[brush.symmetry].setChecked(True)
            self.sectors.setEnabled(brush.symmetry == "radial")
            _quietly(self.sectors, brush.sectors)

        self._shows.append(show)
        return row

    def _show_settings(self) -> None:
        for show in self._shows:
            show(self._settings.brush)


def _quietly(widget: QSlider | QSpinBox, value: int) -> None:
    """Show a value; rounded as it is, it must not come back as the artist's wish."""
    widget.blockSignals(True)
    widget.setValue(value)
    widget.blockSignals(False)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", "true")
    return label
