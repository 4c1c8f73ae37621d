"""Where a plugin is to come from: typed, chosen or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

SUFFIXES = (".zip", ".whl")


class SourceBar(QWidget):
    """A line with its buttons."""

    install_wanted = Signal(str)
    link_wanted = Signal(Path)
    updates_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("What to install"))
        self.line.setPlaceholderText(
            self.tr("A folder, ZIP or wheel, a git address, or a name on the package index")
        )
        self.line.returnPressed.connect(self._install)
        self.line.textChanged.connect(lambda _text: self._show_ready())
        self.install = self._button("download", self.tr("Install…"), self._install)
        self.install.setToolTip(self.tr("Shows first what would be installed"))
        self.folder = self._button("folder-open-outline", self.tr("Choose folder…"), self._choose_folder)
        self.file = self._button("zip-box-outline", self.tr("Choose file…"), self._choose_file)
        self.link = self._button("link-variant", self.tr("Link folder…"), self._choose_link)
        self.link.setToolTip(self.tr("Use a plugin that you are writing where it lies"))
        self.updates = self._button("update", self.tr("Check for updates"), self.updates_wanted.emit)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(theme.GAP_PX)
        first.addWidget(self.line, 1)
        first.addWidget(self.install)
        for button in (self.folder, self.file, self.link):
            second.addWidget(button)
        second.addStretch(1)
        second.addWidget(self.updates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(first)
        column.addLayout(second)
        self._busy = False
        self._show_ready()

    def set_busy(self, busy: bool) -> None:
        """While something is under way nothing else can be begun."""
        self._busy = busy
        for button in (self.folder, self.file, self.link, self.updates):
            button.setEnabled(not busy)
        self._show_ready()

    def _show_ready(self) -> None:
        self.install.setEnabled(not self._busy and bool(self.line.text().strip()))

    def _install(self) -> None:
        if self.install.isEnabled():
            self.install_wanted.emit(self.line.text().strip())

    def _choose_folder(self) -> None:
        self._ask_folder(self.tr("Install from folder"), lambda path: self.install_wanted.emit(path))

    def _choose_link(self) -> None:
        title = self.tr("Link a plugin that you are writing")
        self._ask_folder(title, lambda path: self.link_wanted.emit(Path(path)))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Install from file"), "", self.tr("Plugins (*.zip *.whl)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.install_wanted.emit)
        dialog.open()

    def _ask_folder(self, title: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _button(self, icon: str, text: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(theme.icon(icon), text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: clicked())
        return button


def dropped_source(data: QMimeData) -> str:
    """The folder, ZIP or wheel that is being dragged; "" for anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) == 1 and (paths[0].suffix.lower() in SUFFIXES or paths[0].is_dir()):
        return str(paths[0])
    return ""
