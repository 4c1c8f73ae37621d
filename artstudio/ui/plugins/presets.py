"""The presets of a plugin's actions: renamed, removed, given to others and taken from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.sdk.errors import StudioError
from artstudio.studio.presets import SUFFIX, Preset, Presets
from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from artstudio.studio.studio import Studio
    from artstudio.ui.plugins.roster import Entry
    from artstudio.ui.session import Session

_ROLE = Qt.ItemDataRole.UserRole


class PresetsPage(QWidget):
    """Names are changed in place (F2)."""

    failed = Signal(object)

    def __init__(self, session: Session, studio: Studio) -> None:
        super().__init__()
        self._session = session
        self._presets = Presets(studio.folders.config / "presets")
        self._plugin_id = ""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Presets"))
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        self._nothing = QLabel(
            self.tr("None are saved yet: choose Presets beside an action, and “Save as…”.")
        )
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("dim", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rename = self._button("pencil", self.tr("Rename"), self._rename)
        self.delete = self._button("delete-outline", self.tr("Remove"), self._delete)
        self.export = self._button("export", self.tr("Export…"), self._export)
        self.bring_in = self._button("import", self.tr("Import…"), self._import)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_PX)
        for button in (self.rename, self.delete, self.export, self.bring_in):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        self._plugin_id = entry.id
        self._fill()

    def export_to(self, path: Path) -> None:
        """Write the chosen preset to a file."""
        if (preset := self._chosen) is not None:
            self._try(lambda: self._presets.export(preset, path))

    def import_from(self, path: Path) -> None:
        """Take a preset from a file over, of whatever plugin it is."""

        def take() -> None:
            preset = self._presets.bring_in(path)
            if preset.plugin != self._plugin_id:
                words = self.tr("{name} is a preset of {plugin}: it is kept there.")
                self._session.said.emit(words.format(name=preset.name, plugin=preset.plugin))

        self._try(take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @property
    def _chosen(self) -> Preset | None:
        row = self.list.currentRow()
        preset: Preset | None = self.list.item(row).data(_ROLE) if row >= 0 else None
        return preset

    def _fill(self) -> None:
        kept = self._chosen
        schema = self._session.catalog.schemas.get(self._plugin_id)
        titles = {} if schema is None else {action.name: action.title for action in schema.actions}
        presets = self._presets.of(self._plugin_id)
        self.list.blockSignals(True)
        self.list.clear()
        for preset in presets:
            item = QListWidgetItem(theme.icon("tune-variant", theme.TEXT_DIM), preset.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            action = titles.get(preset.action, preset.action)
            item.setToolTip(self.tr("For {action}").format(action=action))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, item.toolTip())
            item.setData(_ROLE, preset)
            self.list.addItem(item)
        self.list.setCurrentRow(presets.index(kept) if kept in presets else 0 if presets else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(presets))
        self._nothing.setVisible(not presets)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.rename, self.delete, self.export):
            button.setEnabled(self._chosen is not None)

    def _rename(self) -> None:
        if self._chosen is not None:
            self.list.editItem(self.list.currentItem())

    def _renamed(self, item: QListWidgetItem) -> None:
        preset, name = item.data(_ROLE), item.text().strip()
        if name != preset.name:
            self._try(lambda: self._presets.rename(preset, name))

    def _delete(self) -> None:
        if (preset := self._chosen) is not None:
            self._try(lambda: self._presets.delete(preset))

    def _export(self) -> None:
        preset = self._chosen
        if preset is None:
            return
        dialog = QFileDialog(self, self.tr("Export preset"), preset.name + SUFFIX)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(preset.name + SUFFIX)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def _import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import preset"), "", self.tr("Presets (*.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.import_from(Path(path)))
        dialog.open()

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except StudioError as error:
            self.failed.emit(error)
        self._fill()

    def _button(self, icon: str, text: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(theme.icon(icon), text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: clicked())
        return button
