"""How large the canvas is seen, at the right above it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from artstudio.ui.tool_button import tool_button


class ViewBar(QWidget):
    """Says the scale; emits what the artist wants."""

    fit_wanted = Signal()
    actual_size_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 6, 4)
        row.setSpacing(4)
        self._zoom = tool_button("", self.tr("Show at 100 %"), action="canvas.zoom_100")
        self._zoom.setMinimumWidth(56)
        self._zoom.clicked.connect(self.actual_size_wanted)
        fit = tool_button("fit-to-page-outline", self.tr("Fit the canvas into the pane"), action="canvas.fit")
        fit.clicked.connect(self.fit_wanted)
        row.addWidget(self._zoom)
        row.addWidget(fit)
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Add a widget before the scale."""
        self._row.insertWidget(0, widget)

    def show_zoom(self, zoom: float) -> None:
        """Show the canvas' scale, 1.0 for a screen pixel a canvas pixel."""
        self._zoom.setText(f"{zoom * 100:.0f} %")
