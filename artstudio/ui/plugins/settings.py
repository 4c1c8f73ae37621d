"""What is set for one plugin alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QWidget

from artstudio.ui import theme
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.studio.studio import Studio
    from artstudio.ui.plugins.roster import Entry
    from artstudio.ui.session import Session

_LEAST_GIB, _LEAST_MINUTES = 0.25, 0.5


class SettingsPage(QWidget):
    """Every change holds at once, or from the plugin's next job on where it works just now."""

    def __init__(self, session: Session, studio: Studio) -> None:
        super().__init__()
        self._session, self._studio = session, studio
        self._plugin_id = ""
        self.memory = _number(4096, self.tr(" GiB"), self.tr("As for all plugins"))
        self.minutes = _number(24 * 60, self.tr(" minutes"), self.tr("As for all plugins"))
        self.device = QComboBox()
        form = QFormLayout(self)
        form.setContentsMargins(10, 10, 10, 10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(3 * theme.GAP_PX)
        form.setVerticalSpacing(2 * theme.GAP_PX)
        for name, widget in (
            (self.tr("Memory at most"), self.memory),
            (self.tr("Free its memory after"), self.minutes),
            (self.tr("Runs on"), self.device),
        ):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        note = QLabel(self.tr("A plugin that uses more memory than this is ended. Your work stays as it is."))
        note.setWordWrap(True)
        note.setProperty("dim", True)
        form.addRow("", note)
        self.memory.valueChanged.connect(self._set_memory)
        self.minutes.valueChanged.connect(self._set_minutes)
        self.device.activated.connect(lambda: self._set(device=str(self.device.currentData())))

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        own = self._studio.settings.of(entry.id)
        titles = {"": self.tr("As for all plugins")}
        titles |= {device.name: device.title for device in self._session.catalog.devices}
        titles.setdefault(own.device, self.tr("{name} (not found)").format(name=own.device))
        if entry.id == self._plugin_id and self.device.count() == len(titles):
            return  # what is being typed stays
        self._plugin_id = entry.id
        with QSignalBlocker(self.memory), QSignalBlocker(self.minutes):
            self.memory.setValue(own.memory_gib or 0)
            self.minutes.setValue(own.unload_minutes or 0)
        self.device.clear()
        for name, title in titles.items():
            self.device.addItem(title, name)
        self.device.setCurrentIndex(self.device.findData(own.device))

    def _set_memory(self, gib: float) -> None:
        self._set(memory_gib=max(gib, _LEAST_GIB) if gib else None)
        host, plugin_id = self._studio.host, self._plugin_id
        # an idle worker was started with the bound before
        in_background(
            self, "unload", lambda: host.unload(plugin_id), lambda _ended: None, self._session.failed.emit
        )

    def _set_minutes(self, minutes: float) -> None:
        self._set(unload_minutes=max(minutes, _LEAST_MINUTES) if minutes else None)

    def _set(self, **changes: object) -> None:
        self._studio.settings.set_for(self._plugin_id, **changes)
        self._session.settings_changed.emit("plugins")
        self._session.save_settings()


def _number(most: float, unit: str, none: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, most)
    box.setDecimals(2)
    box.setSingleStep(0.5)
    box.setSuffix(unit)
    box.setSpecialValueText(none)  # at zero
    box.setKeyboardTracking(False)  # half a typed number is no wish
    return box
