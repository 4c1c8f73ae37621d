"""Choosing an action, grouped by what it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel

from artstudio.ui import theme
from artstudio.ui.choice_box import ChoiceBox

if TYPE_CHECKING:
    from artstudio.ui.catalog import Catalog

_ROLE = Qt.ItemDataRole.UserRole
_ICONS = {
    "image": "palette",
    "score": "music-note",
    "text": "text",
    "audio": "waveform",
    "video": "movie-open-outline",
    "tilemap": "map-outline",
}


class ActionChooser(ChoiceBox):
    """All actions of all plugins. `chosen` tells plugin id and action name."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(12)
        # until one is asked for, the first of the list is current
        self._wanted: tuple[str, str] | None = None
        self.setModel(QStandardItemModel(self))
        self.setMaxVisibleItems(24)
        self.setAccessibleName(self.tr("Action"))
        self.setToolTip(self.tr("Action"))  # on Linux screen readers hear the choice as the name, then this
        self.setWhatsThis(self.tr("What is to be made, and by which plugin. The form below belongs to it."))
        self.activated.connect(self._tell)
        self._headings = {
            "image": self.tr("Pictures"),
            "score": self.tr("Music"),
            "text": self.tr("Writing"),
            "audio": self.tr("Sound"),
            "video": self.tr("Films"),
            "tilemap": self.tr("Maps"),
        }

    @property
    def current(self) -> tuple[str, str] | None:
        """Plugin id and action name, None where there is none to choose."""
        data = self.currentData(_ROLE)
        return tuple(data) if data else None

    def fill(self, catalog: Catalog) -> None:
        """List what `catalog` holds, keeping the choice where it is still there."""
        with QSignalBlocker(self):
            self._items().clear()
            for kind, heading in self._headings.items():
                entries = [
                    (action.title, plugin_id, action.name)
                    for plugin_id, schema in catalog.schemas.items()
                    for action in schema.actions
                    if action.outputs[:1] == (kind,)
                ]
                if entries:
                    self._add_heading(heading)
                for title, plugin_id, name in entries:
                    item = QStandardItem(f"{title}  ·  {catalog.plugins[plugin_id].manifest.title}")
                    item.setIcon(theme.icon(_ICONS[kind], theme.ACCENT_BRIGHT))
                    item.setData([plugin_id, name], _ROLE)
                    self._items().appendRow(item)
            if catalog.problems:
                self._add_heading(self.tr("Cannot be used"))
            for plugin_id, reason in catalog.problems.items():
                item = QStandardItem(theme.icon("alert-circle-outline", theme.WARN), f"{plugin_id}: {reason}")
                item.setToolTip(reason)
                item.setEnabled(False)
                self._items().appendRow(item)
            if self._wanted is None or not self.choose(*self._wanted):
                self._choose_first()

    def choose(self, plugin_id: str, action: str) -> bool:
        """Select an action; False where there is none such."""
        for row in range(self.count()):
            if self.itemData(row, _ROLE) == [plugin_id, action]:
                self.setCurrentIndex(row)
                self._wanted = plugin_id, action
                return True
        return False

    def _choose_first(self) -> None:
        rows = [row for row in range(self.count()) if self.itemData(row, _ROLE)]
        self.setCurrentIndex(rows[0] if rows else -1)

    def _add_heading(self, title: str) -> None:
        item = QStandardItem(title)
        item.setEnabled(False)
        item.setForeground(QColor(theme.TEXT_DIM))
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self._items().appendRow(item)

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def _tell(self) -> None:
        if self.current is not None:
            self._wanted = self.current
            self.chosen.emit(*self.current)
