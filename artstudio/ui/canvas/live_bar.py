"""The row that shows while a model paints along: which one, how, what is left to paint, keep and close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from artstudio.studio.live import LiveSetting, live_actions
from artstudio.ui import theme
from artstudio.ui.forms.seed import SeedEditor
from artstudio.ui.sign import Sign
from artstudio.ui.tool_button import tool_button
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from artstudio.ui.canvas.live import LivePainting
    from artstudio.ui.session import Session

_STEPS = 100  # of a slider
_SETTLE_MS = 120  # a slider that is dragged asks for a new painting this often at most


class LiveBar(QWidget):
    """Hidden until `open`. Draws the sliders of whatever live action is chosen."""

    def __init__(self, session: Session, live: LivePainting) -> None:
        super().__init__()
        self._session, self._live = session, live
        self._sliders: dict[str, tuple[QSlider, float, float]] = {}
        self._schema_shown = ""
        mark = Sign("brush-variant", theme.ACCENT)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("What paints along"))
        self.choice.setToolTip(self.tr("The model that paints along"))
        self.models = QComboBox()
        self.models.setAccessibleName(self.tr("Model"))
        self.models.setToolTip(self.tr("Whose hand it paints with: the starter, or what you trained"))
        self._room = QHBoxLayout()
        self._room.setSpacing(theme.GAP_PX)
        self.seed = SeedEditor()
        self.seed.setMaximumWidth(150)
        self.left = QLabel()
        self.left.setProperty("dim", True)
        self.peek = tool_button("eye-outline", self.tr("Hold to see the rough"))
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setToolTip(self.tr("Paint it all once more as a layer of its own, one step to undo"))
        self.close_button = tool_button(
            "close", self.tr("Stop painting along"), self.shut, action="canvas.live"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(theme.GAP_PX)
        row.addWidget(mark)
        row.addWidget(self.choice)
        row.addWidget(self.models)
        row.addLayout(self._room)
        row.addWidget(self.seed)
        row.addStretch(1)
        row.addWidget(self.left)
        for widget in (self.peek, self.keep, self.close_button):
            row.addWidget(widget)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._apply)
        self.choice.activated.connect(self._choose)
        self.models.activated.connect(self._settle.start)
        self.seed.changed.connect(self._settle.start)
        self.peek.pressed.connect(lambda: live.peek(True))
        self.peek.released.connect(lambda: live.peek(False))
        self.keep.clicked.connect(live.keep)
        live.changed.connect(self._show_state)
        self.hide()

    def open(self) -> None:
        """Begin to paint along; says why where nothing can."""
        schemas = self._session.catalog.schemas
        found = live_actions(schemas)
        if not found:
            self._session.said.emit(self.tr("No plugin here can paint along yet."))
            return
        plugins = self._session.catalog.plugins
        self.choice.clear()
        for plugin_id, action in found:
            title = f"{plugins[plugin_id].manifest.title}: {action.title}"
            self.choice.addItem(title, (plugin_id, action.name))
        self.choice.setEnabled(len(found) > 1)
        self._choose()
        self.show()
        self._apply()

    def shut(self) -> None:
        """Stop painting along."""
        self._settle.stop()
        self._live.stop()
        self.hide()

    def toggle(self) -> None:
        """Open it, or shut it where it is open."""
        if self.isVisible():
            self.shut()
        else:
            self.open()

    def _choose(self) -> None:
        plugin_id, name = self.choice.currentData()
        self.models.clear()
        for model in self._session.catalog.models.get(plugin_id, []):
            self.models.addItem(model.title, model.folder)
        self.models.setVisible(self.models.count() > 1)
        if self._schema_shown != (shown := f"{plugin_id} {name}"):
            self._schema_shown = shown
            self._fill(self._session.catalog.schemas[plugin_id].action(name).params)
        self._settle.start()

    def _fill(self, params: dict[str, Any]) -> None:
        while (item := self._room.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._sliders.clear()
        for name, entry in params.get("properties", {}).items():
            if entry.get("type") != "number" or entry.get("advanced") or "maximum" not in entry:
                continue
            low, high = float(entry.get("minimum", 0)), float(entry["maximum"])
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, _STEPS)
            slider.setValue(round((float(entry["default"]) - low) / (high - low) * _STEPS))
            slider.setFixedWidth(80)
            slider.setToolTip(entry.get("description", ""))
            slider.setAccessibleName(entry["title"])
            slider.valueChanged.connect(self._settle.start)
            label = QLabel(entry["title"])
            label.setProperty("dim", True)
            self._room.addWidget(label)
            self._room.addWidget(slider)
            self._sliders[name] = (slider, low, high)

    def _apply(self) -> None:
        if not self.isVisible() or self.choice.currentData() is None:
            return
        plugin_id, name = self.choice.currentData()
        params = {
            name: round(low + (high - low) * slider.value() / _STEPS, 4)
            for name, (slider, low, high) in self._sliders.items()
        }
        model = self.models.currentData()
        self._live.start(LiveSetting(plugin_id, name, params, self.seed.value(), model))

    def _show_state(self) -> None:
        waiting = self._live.waiting
        words = counted(waiting, self.tr("{n} part to paint"), self.tr("{n} parts to paint"))
        self.left.setText(words if waiting else "")
        if self._live.setting is None and self.isVisible():
            self.hide()
