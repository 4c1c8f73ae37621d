"""What artstudio is and on whose work it stands."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.base.paths import resources
from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

LICENCES_NAME = "licences.txt"


class AboutDialog(QDialog):
    """Two pages: what this is, and the licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About artstudio"))
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.windowTitle())
        self.pages.addTab(self._about(), self.tr("About"))
        self.licences = QPlainTextEdit(licences())
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.pages.addTab(self.licences, self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)
        column.addWidget(buttons)
        self.resize(560, 420)

    def show_licences(self) -> None:
        """Turn to the licences."""
        self.pages.setCurrentWidget(self.licences)

    def _about(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.setSpacing(10)
        title = QLabel(f"artstudio {artstudio_version()}")
        font: QFont = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        theme.dress(title, "color: $ACCENT_BRIGHT;")
        column.addWidget(title)
        for text in (
            self.tr("A studio for pictures, music and writing with models that run on your own machine."),
            self.tr("Nothing you make leaves this machine unless you send it."),
            self.tr("Free software under the Apache License 2.0."),
        ):
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        return page


def artstudio_version() -> str:
    """The installed version, "" in a checkout that was not installed."""
    try:
        return version("artstudio")
    except PackageNotFoundError:
        return ""


def licences() -> str:
    """The licences of what comes with artstudio or is needed by it."""
    return (resources() / LICENCES_NAME).read_text("utf-8")
