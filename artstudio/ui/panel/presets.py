"""The Presets menu beside the action: named settings to use again and to share."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton, QWidget

from artstudio.base.paths import Folders
from artstudio.sdk.errors import InvalidValue, StudioError
from artstudio.studio.presets import SUFFIX, Preset, Presets, fitting
from artstudio.ui.phrases import phrase
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from artstudio.sdk.schema import ActionSchema
    from artstudio.ui.panel.body import Body
    from artstudio.ui.session import Session


class Panel(Protocol):
    """What is asked of the panel."""

    body: Body

    @property
    def shown(self) -> tuple[str, ActionSchema] | None: ...


class PresetsMenu(QMenu):
    """What can be done with the presets of the action that the panel shows; filled each time it opens.

    Attributes:
        button: Opens it.
    """

    def __init__(self, session: Session, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._panel = session, panel
        folders = session.studio.folders if session.studio is not None else Folders.default()
        self._presets = Presets(folders.config / "presets")
        self._last: Preset | None = None  # applied or saved last
        self.setTitle(self.tr("Presets"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.entries)
        self.button = tool_button("tune-variant", self.tr("Presets: settings kept by name"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self)

    def entries(self) -> list[QAction]:
        """What stands in it now: the presets, then what can be done with them."""
        self.clear()
        shown = self._panel.shown
        if shown is None:
            return []
        plugin_id, action = shown
        presets = self._presets.of(plugin_id, action.name)
        for preset in presets:
            self._add(preset.name, partial(self.apply, preset))
        self.addSeparator()
        self._add(self.tr("Save as…"), self._ask_name)
        if self._last in presets:
            last = self._last
            words = self.tr("Update “{name}”").format(name=last.name)
            self._add(words, lambda: self.save_as(last.name))
        if presets:
            share = self.addMenu(self.tr("Export"))
            for preset in presets:
                entry = share.addAction(preset.name.replace("&", "&&"))
                entry.triggered.connect(lambda _=False, preset=preset: self._ask_export(preset))
        self._add(self.tr("Import…"), self._ask_import)
        return self.actions()

    def apply(self, preset: Preset) -> None:
        """Show what a preset says, as far as the action still takes it; the rest is told."""
        shown = self._panel.shown
        if shown is None:
            return
        try:
            params, refused = fitting(shown[1].params, self._presets.params(preset))
        except StudioError as error:
            self._session.failed.emit(error)
            return
        form = self._panel.body.form
        form.set_values(params)
        form.changed.emit()
        self._last = preset
        words = self.tr("The settings are those of {name}.").format(name=preset.name)
        self._session.said.emit(" ".join([words, *(phrase(f"{one}.") for one in refused)]))

    def save_as(self, name: str) -> None:
        """Keep what the form says under a name."""
        shown = self._panel.shown
        if shown is None:
            return
        preset = Preset(shown[0], shown[1].name, name.strip())
        values, _ = fitting(shown[1].params, self._panel.body.form.values())
        try:
            if preset != self._last and preset in self._presets.of(preset.plugin, preset.action):
                words = "there is already a preset called {name}: choose another name"
                raise InvalidValue(words, name=preset.name)
            self._presets.save(preset, values)
        except StudioError as error:
            self._session.failed.emit(error)
            return
        self._last = preset
        self._session.said.emit(self.tr("These settings are kept as {name}.").format(name=preset.name))

    def _add(self, text: str, call: Callable[[], object]) -> None:
        action = self.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda: call())

    def _ask_name(self) -> None:
        dialog = QInputDialog(self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save preset"))
        dialog.setLabelText(self.tr("A name for these settings:"))
        dialog.textValueSelected.connect(self.save_as)
        dialog.open()

    def _ask_export(self, preset: Preset) -> None:
        dialog = QFileDialog(self.parentWidget(), self.tr("Export preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(preset.name + SUFFIX)
        self._open(dialog, lambda path: self._presets.export(preset, path))

    def _ask_import(self) -> None:
        dialog = QFileDialog(self.parentWidget(), self.tr("Import preset"))
        dialog.setNameFilter(self.tr("Presets (*.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self._bring_in)

    def _bring_in(self, path: Path) -> None:
        preset, shown = self._presets.bring_in(path), self._panel.shown
        if shown is not None and (preset.plugin, preset.action) == (shown[0], shown[1].name):
            self.apply(preset)
        else:
            words = self.tr("{name} is a preset of {action} of {plugin}: it is kept there.")
            values = {"name": preset.name, "action": preset.action, "plugin": preset.plugin}
            self._session.said.emit(words.format(**values))

    def _open(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        def chosen(path: str) -> None:
            try:
                then(Path(path))
            except StudioError as error:
                self._session.failed.emit(error)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()
