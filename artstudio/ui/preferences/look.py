"""Preferences: theme and motion, and the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from artstudio.ui import languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.base.settings import Settings


class LookPage(QWidget):
    """Changes hold at once, also for what is on the screen already."""

    def __init__(self, settings: Settings, change: Callable[[str, object], None]) -> None:
        super().__init__()
        self.theme = QComboBox()
        for name, title in (
            ("dark", self.tr("Dark")),
            ("light", self.tr("Light")),
            ("contrast", self.tr("High contrast")),
        ):
            self.theme.addItem(title, name)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.motion = QCheckBox(self.tr("Reduce motion: nothing moves that need not"))
        self.motion.setChecked(settings.reduced_motion)
        self.start_page = QCheckBox(self.tr("Show the start page in an empty window"))
        self.start_page.setChecked(settings.start_page)
        form = QFormLayout(self)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow("", self.motion)
        form.addRow("", self.start_page)
        self.theme.activated.connect(lambda: change("theme", self.theme.currentData()))
        self.motion.toggled.connect(lambda on: change("reduced_motion", on))
        self.start_page.toggled.connect(lambda on: change("start_page", on))


class LanguagePage(QWidget):
    """The languages that came with artstudio, each by its own name."""

    def __init__(self, settings: Settings, change: Callable[[str, object], None]) -> None:
        super().__init__()
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for name, own_name in languages.available():
            self.language.addItem(own_name, name)
        chosen = self.language.findData(settings.language)
        self.language.setCurrentIndex(max(0, chosen))
        self.note = QLabel(self.tr("It changes at once; while jobs are running, as soon as they have ended."))
        self.note.setProperty("dim", "true")
        self.note.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", self.note)
        self.language.activated.connect(lambda: change("language", self.language.currentData()))
