"""Preferences: theme and motion, and the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from artstudio.base.paths import resources

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
        for name in languages():
            self.language.addItem(own_name(name), name)
        chosen = self.language.findData(settings.language)
        self.language.setCurrentIndex(max(0, chosen))
        self.note = QLabel(self.tr("What is on the screen already may change only with the next start."))
        self.note.setProperty("dim", "true")
        self.note.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", self.note)
        self.language.activated.connect(lambda: change("language", self.language.currentData()))


def languages() -> list[str]:
    """English and every language with a translation in the resources: "en", "zh_CN"."""
    folder = resources() / "translations"
    names = {path.stem.removeprefix("artstudio_") for path in folder.glob("artstudio_*.qm")}
    return ["en", *sorted(names - {"en"})]


def own_name(name: str) -> str:
    """A language as those who speak it call it, with its capital."""
    if name == "en":
        return "English"
    locale = QLocale(name)
    title = locale.nativeLanguageName() or name
    return title[:1].upper() + title[1:]
