"""Preferences: where the artist's things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.base.paths import Folders


class FoldersPage(QWidget):
    """Shows them; another place for all is chosen outside, before artstudio starts."""

    def __init__(self, folders: Folders) -> None:
        super().__init__()
        form = QFormLayout()
        for title, path in (
            (self.tr("Models you trained"), folders.models),
            (self.tr("Plugins"), folders.plugins),
            (self.tr("Settings"), folders.config),
            (self.tr("Unsaved work"), folders.journals),
            (self.tr("Cache"), folders.cache),
            (self.tr("Logs"), folders.logs),
        ):
            form.addRow(title, self._row(title, path))
        note = QLabel(
            self.tr("To keep everything in one place, a stick for instance, set ARTSTUDIO_HOME to a folder.")
        )
        note.setWordWrap(True)
        note.setProperty("dim", "true")
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(note)
        column.addStretch(1)

    def _row(self, title: str, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        label = QLabel(str(path))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setProperty("dim", "true")
        show = QPushButton(self.tr("Show"))
        show.setAccessibleName(f"{show.text()}: {title}")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        line.addWidget(label, 1)
        line.addWidget(show)
        return row
