"""The Preferences dialog: what it shows is in force, and every change is at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.engine.devices import AUTOMATIC
from artstudio.ui import theme
from artstudio.ui.preferences.folders import FoldersPage
from artstudio.ui.preferences.look import LanguagePage, LookPage
from artstudio.ui.preferences.privacy import PrivacyPage
from artstudio.ui.qthreads import in_background
from artstudio.ui.shortcuts.editor import ShortcutEditor
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session

_WIDTH_PX, _HEIGHT_PX, _LIST_PX = 860, 560, 150


class PreferencesDialog(QDialog):
    """Changes the studio's settings; `Session.settings_changed` tells who must act on it."""

    def __init__(
        self, session: Session, studio: Studio, panes: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`panes` are their titles by id."""
        super().__init__(parent)
        self._session, self._studio = session, studio
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        settings = studio.settings
        self.device = QComboBox()
        self._list_devices()
        self.soundfont = QPushButton()
        self.soundfont.setToolTip(self.tr("Choose an SF2 file to play the music with"))
        self.built_in = QPushButton(self.tr("Built-in sounds"))
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("tone", "bad")
        self._trouble.hide()
        self.undo_mib = QSpinBox()
        self.undo_mib.setRange(16, 65536)
        self.undo_mib.setSingleStep(64)
        self.undo_mib.setSuffix(self.tr(" MiB"))
        self.undo_mib.setValue(settings.undo_mib)
        self.idle_minutes = QDoubleSpinBox()
        self.idle_minutes.setRange(0.5, 24 * 60)
        self.idle_minutes.setDecimals(1)
        self.idle_minutes.setSuffix(self.tr(" minutes"))
        self.idle_minutes.setValue(settings.idle_unload_minutes)
        self.journal = QCheckBox(self.tr("Keep unsaved work, to offer it back after a crash"))
        self.journal.setChecked(settings.journal)
        self.library = QCheckBox(self.tr("Keep every result in the library"))
        self.library.setChecked(settings.library)
        self._lay_out(ShortcutEditor(session.shortcuts, panes))
        self._show_soundfont()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

        for number in (self.undo_mib, self.idle_minutes):
            number.setKeyboardTracking(False)  # half a typed number is no wish
        self.device.activated.connect(lambda: self._set("device", self.device.currentData()))
        self.undo_mib.valueChanged.connect(lambda mib: self._set("undo_mib", mib))
        self.idle_minutes.valueChanged.connect(lambda minutes: self._set("idle_unload_minutes", minutes))
        self.journal.toggled.connect(lambda on: self._set("journal", on))
        self.library.toggled.connect(lambda on: self._set("library", on))
        self.soundfont.clicked.connect(self._choose_soundfont)
        self.built_in.clicked.connect(lambda: self._set("soundfont", ""))
        session.catalog.changed.connect(self._list_devices)

    def use_soundfont(self, path: Path) -> None:
        """Play with `path` from now on, if it is a SoundFont."""
        from artstudio.sound.soundfont import check_soundfont

        in_background(
            self,
            "check SoundFont",
            lambda: check_soundfont(path),
            lambda _none: self._set("soundfont", str(path)),
            self._refuse,
        )

    def _set(self, name: str, value: object) -> None:
        setattr(self._studio.settings, name, value)
        self._trouble.hide()
        self._show_soundfont()
        self._session.settings_changed.emit(name)
        self._session.save_settings()

    def _refuse(self, error: Exception) -> None:
        self._trouble.setText(sentence(error))
        self._trouble.show()

    def _choose_soundfont(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose SoundFont"))
        dialog.setNameFilter(self.tr("SoundFonts (*.sf2 *.SF2)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.use_soundfont(Path(path)))
        dialog.open()

    def _show_soundfont(self) -> None:
        chosen = self._studio.settings.soundfont
        self.soundfont.setText(Path(chosen).name if chosen else self.tr("Choose a SoundFont…"))
        self.built_in.setEnabled(bool(chosen))

    def _list_devices(self) -> None:
        """Automatic, what was found, and the present choice even where it is missing today."""
        chosen = self._studio.settings.device
        titles = {AUTOMATIC: self.tr("Automatic: the graphics card where there is one")}
        titles |= {device.name: device.title for device in self._session.catalog.devices}
        titles.setdefault(chosen, self.tr("{name} (not found)").format(name=chosen))
        self.device.clear()
        for name, title in titles.items():
            self.device.addItem(title, name)
        self.device.setCurrentIndex(self.device.findData(chosen))

    def show_page(self, name: str) -> None:
        """Turn to a page by its name ("shortcuts")."""
        self.list.setCurrentRow(self._names.index(name))

    def _lay_out(self, shortcuts: ShortcutEditor) -> None:
        settings = self._studio.settings
        sounds = QHBoxLayout()
        sounds.addWidget(self.soundfont, 1)
        sounds.addWidget(self.built_in)
        self.look = LookPage(settings, self._set)
        self.language = LanguagePage(settings, self._set)
        self.privacy = PrivacyPage(self._session, self._studio)
        pages: list[tuple[str, str, QWidget]] = [
            ("devices", self.tr("Devices"), _form((self.tr("Models run on"), self.device))),
            (
                "memory",
                self.tr("Memory"),
                _form(
                    (self.tr("Free a model's memory after"), self.idle_minutes),
                    (self.tr("Memory for undo"), self.undo_mib),
                    ("", self.journal),
                    ("", self.library),
                ),
            ),
            ("folders", self.tr("Folders"), FoldersPage(self._studio.folders)),
            ("sound", self.tr("Sound"), _form((self.tr("SoundFont"), sounds), ("", self._trouble))),
            ("look", self.tr("Look"), self.look),
            ("language", self.tr("Language"), self.language),
            ("shortcuts", self.tr("Shortcuts"), shortcuts),
            ("privacy", self.tr("Privacy"), self.privacy),
        ]
        self._names = [name for name, _, _ in pages]
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(_LIST_PX)
        self._stack = QStackedWidget()
        for _, title, page in pages:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, theme.ROW_PX + 4))
            self.list.addItem(item)
            page.setAccessibleName(title)
            room = QScrollArea()
            room.setWidgetResizable(True)
            room.setFrameShape(QFrame.Shape.NoFrame)
            room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            room.setWidget(page)
            self._stack.addWidget(room)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        both = QHBoxLayout()
        both.setSpacing(3 * theme.GAP_PX)
        both.addWidget(self.list)
        both.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.GAP_PX,) * 4)
        column.setSpacing(2 * theme.GAP_PX)
        column.addLayout(both, 1)
        column.addWidget(buttons)


def _form(*rows: tuple[str, QWidget | QHBoxLayout]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(3 * theme.GAP_PX)
    form.setVerticalSpacing(2 * theme.GAP_PX)
    for title, widget in rows:
        form.addRow(title, widget)
    return page
