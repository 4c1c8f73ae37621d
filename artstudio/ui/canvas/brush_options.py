"""The brush's settings in a row: kind, size, hardness, opacity, flow, pressure; the rest in a panel."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from artstudio.render.brush import KINDS, Brush
from artstudio.ui import theme
from artstudio.ui.canvas.brush_panel import BrushPanel
from artstudio.ui.canvas.brush_sample import sample_icon
from artstudio.ui.canvas.kind_popup import PICTURE, KindPopup, open_below
from artstudio.ui.canvas.tools import RADIUS_RANGE_PX
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.ui.canvas.tools import BrushSettings

_STEPS: Final = 200  # of the size slider, which is logarithmic: fine where small brushes differ most
_SAMPLE: Final = QSize(52, 18)
_FIRST: Final[
    dict[str, dict[str, Any]]
] = {  # what a kind starts with, where that is not what every brush does
    "soft": {"hardness": 0.2, "flow": 0.35, "spacing": 0.08},
    "textured": {"hardness": 0.6, "pressure_flows": True},
    "ink": {"hardness": 1.0, "spacing": 0.05, "smoothing": 0.25},
}
_OF_A_KIND: Final = (
    "radius_px", "hardness", "flow", "opacity", "spacing", "smoothing",
    "pressure_sizes", "pressure_fades", "pressure_flows",
)  # fmt: skip


class BrushOptions(QWidget):
    """Shows what `BrushSettings` holds and sets it. Each kind of brush keeps settings of its own."""

    def __init__(self, settings: BrushSettings) -> None:
        super().__init__()
        self._settings = settings
        self._by_kind: dict[str, Brush] = {}
        self._panel: BrushPanel | None = None
        self._kinds: KindPopup | None = None
        self._sampled: Brush | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.kind = tool_button("", self.tr("Kind of brush"), lambda: open_below(self.kinds(), self.kind))
        self.kind.setIconSize(_SAMPLE)
        row.addWidget(self.kind)
        row.addSpacing(4)
        self.diameter, self.size_number = self._slider(_STEPS, 90), QDoubleSpinBox()
        self.size_number.setRange(2 * RADIUS_RANGE_PX[0], 2 * RADIUS_RANGE_PX[1])
        self.size_number.setDecimals(0)
        self.size_number.setSuffix(self.tr(" px"))
        self.size_number.setFixedWidth(62)
        self._labelled(row, self.tr("Size"), self.tr("Brush size ([ and ])"), self.diameter, self.size_number)
        self.hardness, self.opacity, self.flow = (self._slider(100, 56) for _ in range(3))
        self._labelled(row, self.tr("Hardness"), self.tr("How sharp the brush's edge is"), self.hardness)
        self._labelled(row, self.tr("Opacity"), self.tr("How opaque a whole stroke is"), self.opacity)
        self._labelled(row, self.tr("Flow"), self.tr("How much each dab of the stroke gives"), self.flow)
        self.by_size = self._toggle(
            row, "diameter-outline", self.tr("Pressure changes the size"), "pressure_sizes"
        )
        self.by_opacity = self._toggle(
            row, "circle-opacity", self.tr("Pressure changes the opacity"), "pressure_fades"
        )
        self.more = tool_button(
            "tune-variant",
            self.tr("Brush settings: spacing, smoothing, pressure, symmetry"),
            lambda: open_below(self.panel(), self.more),
        )
        row.addWidget(self.more)
        row.addStretch(1)
        self.diameter.valueChanged.connect(lambda step: settings.set(radius_px=_radius(step)))
        self.size_number.valueChanged.connect(lambda diameter: settings.set(radius_px=diameter / 2))
        for slider, field in ((self.hardness, "hardness"), (self.opacity, "opacity"), (self.flow, "flow")):
            slider.valueChanged.connect(lambda percent, field=field: settings.set(**{field: percent / 100}))
        settings.changed.connect(self._show_settings)
        theme.changes.changed.connect(self._show_theme)
        self._show_settings()

    def choose_kind(self, kind: str) -> None:
        """Take a kind of brush, one of `KINDS`, with the settings it had last."""
        brush = self._settings.brush
        if kind == brush.kind:
            return
        self._by_kind[brush.kind] = brush
        wanted = self._by_kind.get(kind) or replace(_first(kind), radius_px=brush.radius_px)
        self._settings.set(kind=kind, **{name: getattr(wanted, name) for name in _OF_A_KIND})

    def panel(self) -> BrushPanel:
        """The panel of the rarer settings, opened or not."""
        if self._panel is None:
            self._panel = BrushPanel(self._settings, self)
        return self._panel

    def kinds(self) -> KindPopup:
        """The choice of kinds, opened or not."""
        if self._kinds is None:
            names = {
                "round": self.tr("Round"),
                "soft": self.tr("Soft (airbrush)"),
                "textured": self.tr("Textured (bristles)"),
                "ink": self.tr("Ink"),
            }
            pictures = ((kind, names[kind], sample_icon(_first(kind), PICTURE)) for kind in KINDS)
            self._kinds = KindPopup(pictures, self)
            self._kinds.chosen.connect(self.choose_kind)
        self._kinds.buttons[self._settings.brush.kind].setChecked(True)
        return self._kinds

    def _show_theme(self) -> None:
        self._sampled = None
        if self._kinds is not None:
            self._kinds.deleteLater()
            self._kinds = None
        self._show_settings()

    def _show_settings(self) -> None:
        brush = self._settings.brush
        values: tuple[tuple[QSlider, int], ...] = (
            (self.diameter, _step(brush.radius_px)),
            (self.hardness, round(brush.hardness * 100)),
            (self.opacity, round(brush.opacity * 100)),
            (self.flow, round(brush.flow * 100)),
        )
        for widget, value in values:
            widget.blockSignals(True)  # the rounded value must not come back as the artist's wish
            widget.setValue(value)
            widget.blockSignals(False)
        self.size_number.blockSignals(True)
        self.size_number.setValue(brush.radius_px * 2)
        self.size_number.blockSignals(False)
        self.hardness.setEnabled(brush.kind != "ink")
        self.by_size.setChecked(brush.pressure_sizes)
        self.by_opacity.setChecked(brush.pressure_fades)
        look = Brush(kind=brush.kind, hardness=brush.hardness, flow=brush.flow, spacing=brush.spacing)
        if look != self._sampled:
            self._sampled = look
            self.kind.setIcon(sample_icon(look, _SAMPLE))

    def _toggle(self, row: QHBoxLayout, icon: str, tip: str, field: str) -> QToolButton:
        button = tool_button(icon, tip, checkable=True)
        button.toggled.connect(lambda on: self._settings.set(**{field: on}))
        row.addWidget(button)
        return button

    @staticmethod
    def _slider(most: int, width: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, most)
        slider.setMinimumWidth(30)
        slider.setMaximumWidth(width)
        slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return slider

    @staticmethod
    def _labelled(row: QHBoxLayout, title: str, tip: str, *widgets: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("dim", "true")
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(label)
        for widget in widgets:
            widget.setToolTip(tip)
            widget.setAccessibleName(title)
            row.addWidget(widget, 1 if isinstance(widget, QSlider) else 0)
        row.addSpacing(4)


def _first(kind: str) -> Brush:
    """A brush of that kind as it is before anyone changes it."""
    return replace(Brush(kind=kind), **_FIRST.get(kind, {}))


def _radius(step: int) -> float:
    least, most = RADIUS_RANGE_PX
    return float(least * (most / least) ** (step / _STEPS))


def _step(radius_px: float) -> int:
    least, most = RADIUS_RANGE_PX
    return round(_STEPS * math.log(radius_px / least) / math.log(most / least))
