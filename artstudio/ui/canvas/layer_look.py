"""How the selected layer shows: its blending mode, opacity, locks and rough mark."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from artstudio.documents.canvas import MODES, Layer
from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button


class LayerLook(QWidget):
    """Shows a layer's settings and says what the artist sets."""

    mode_chosen = Signal(str)
    opacity_set = Signal(float, bool)  # 0-1; whether it goes on with the gesture of the last one
    toggled = Signal(str)  # "locked", "alpha_locked" or "rough"

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._dragging = False  # the opacity slider: one gesture, one step
        self.mode = QComboBox()
        for mode, title in self._mode_titles().items():
            self.mode.addItem(title, mode)
        self.mode.setToolTip(self.tr("How the layer mixes with those below"))
        self.mode.setAccessibleName(self.tr("Blending mode"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setToolTip(self.tr("Opacity of the layer"))
        self.opacity.setAccessibleName(self.tr("Opacity of the layer"))
        self._percent = QLabel()
        self._percent.setMinimumWidth(38)
        look = QHBoxLayout()
        look.setSpacing(2)
        look.addWidget(self.mode, 1)
        self.toggles: dict[str, QToolButton] = {}
        for flag, icon, tip in (
            ("locked", "lock-outline", self.tr("Lock the layer: nothing paints on it")),
            ("alpha_locked", "checkerboard", self.tr("Lock transparency: paint only where there is paint")),
            ("rough", "draw", self.tr("Rough sketch: models may see it, pictures leave it out")),
        ):
            toggle = tool_button(icon, tip, partial(self.toggled.emit, flag), checkable=True)
            look.addWidget(toggle)
            self.toggles[flag] = toggle
        shine = QHBoxLayout()
        shine.addWidget(self.opacity, 1)
        shine.addWidget(self._percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(look)
        column.addLayout(shine)
        self.mode.activated.connect(lambda: self.mode_chosen.emit(self.mode.currentData()))
        self.opacity.sliderPressed.connect(self._on_pressed)
        self.opacity.valueChanged.connect(self._on_opacity)

    def show_layer(self, layer: Layer | None) -> None:
        """Show what is set for `layer`; nothing can be set for None."""
        self._filling = True
        self.setEnabled(layer is not None)
        self.toggles["alpha_locked"].setEnabled(layer is not None and not layer.group)
        self.opacity.setValue(round(layer.opacity * 100) if layer else 100)
        for flag, toggle in self.toggles.items():
            toggle.setChecked(layer is not None and getattr(layer, flag))
        self._percent.setText(f"{self.opacity.value()} %")
        self.mode.setCurrentIndex(self.mode.findData(layer.mode if layer else "normal"))
        self._filling = False

    def _on_pressed(self) -> None:
        self._dragging = False  # the first value of a drag starts a step, the others join it

    def _on_opacity(self, percent: int) -> None:
        if not self._filling:
            self.opacity_set.emit(percent / 100, self._dragging)
            self._dragging = self.opacity.isSliderDown()

    def _mode_titles(self) -> dict[str, str]:
        titles = {
            "normal": self.tr("Normal"),
            "multiply": self.tr("Multiply"),
            "screen": self.tr("Screen"),
            "overlay": self.tr("Overlay"),
            "darken": self.tr("Darken"),
            "lighten": self.tr("Lighten"),
            "color-dodge": self.tr("Colour dodge"),
            "color-burn": self.tr("Colour burn"),
            "hard-light": self.tr("Hard light"),
            "soft-light": self.tr("Soft light"),
            "difference": self.tr("Difference"),
            "color": self.tr("Colour"),
            "luminosity": self.tr("Luminosity"),
            "hue": self.tr("Hue"),
            "saturation": self.tr("Saturation"),
            "plus": self.tr("Add"),
        }
        return {mode: titles[mode] for mode in MODES}
