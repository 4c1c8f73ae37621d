"""What a plugin's workers printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from artstudio.studio.studio import Studio
    from artstudio.ui.plugins.roster import Entry

EVERY_MS = 500


class LogPage(QWidget):
    """Follows the log while it is seen, and stays where it is scrolled to unless that is the end."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._plugin_id = ""
        self._shown = ""
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(self.tr("It has printed nothing yet."))
        self.text.setAccessibleName(self.tr("What the plugin printed"))
        self.copy = QPushButton(theme.icon("content-copy"), self.tr("Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        self._plugin_id = entry.id
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        text = self._studio.host.log(self._plugin_id)
        if text == self._shown:
            return
        self._shown = text
        bar = self.text.verticalScrollBar()
        at, at_end = bar.value(), bar.value() == bar.maximum()
        self.text.setPlainText(text)
        bar.setValue(bar.maximum() if at_end else at)
