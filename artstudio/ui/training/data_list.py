"""What a model is to learn from: folders and files, dropped or chosen, with what was found in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
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

from artstudio.ui import theme
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import number

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

MOST_FILES = 200_000  # looked at in one folder; whoever has more need not know the exact number


class DataList(QWidget):
    """Holds paths. Counting what lies in them is done beside the window."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._formats: tuple[str, ...] = ()
        self._counts: dict[Path, Counter[str] | None] = {}
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setFixedHeight(104)
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("Data to learn from"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._hint = QLabel(self.list)
        self._hint.setProperty("dim", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.folder_button = QPushButton(theme.icon("folder-plus-outline"), self.tr("Folder…"))
        self.folder_button.clicked.connect(self._ask_folder)
        self.files_button = QPushButton(theme.icon("file-plus-outline"), self.tr("Files…"))
        self.files_button.clicked.connect(self._ask_files)
        self.remove_button = QPushButton(theme.icon("minus"), self.tr("Remove"))
        self.remove_button.setToolTip(self.tr("Take the selected ones off the list (Delete)"))
        self.remove_button.clicked.connect(self.remove_selected)
        self.total = QLabel()
        self.total.setProperty("dim", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.folder_button, self.files_button, self.remove_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self.total)
        self._show()

    @property
    def paths(self) -> list[Path]:
        return list(self._counts)

    def set_formats(self, formats: tuple[str, ...]) -> None:
        """Suffixes that count (".mid")."""
        self._formats = formats
        self._show()

    def add(self, paths: list[Path]) -> None:
        """Put folders or files on the list and count what is in them."""
        for path in paths:
            if path not in self._counts:
                self._counts[path] = None
                self._count(path)
        self._show()

    def remove_selected(self) -> None:
        """Take the selected ones off the list."""
        for item in self.list.selectedItems():
            self._counts.pop(item.data(Qt.ItemDataRole.UserRole), None)
        self._show()

    def problem(self) -> str:
        """Why there is nothing to learn from, or "" (also while it is still being counted)."""
        formats = " ".join(self._formats)
        if not self._counts:
            return self.tr("Add a folder or files to learn from: {formats}").format(formats=formats)
        if any(found is None or self._usable(found) for found in self._counts.values()):
            return ""
        return self.tr("There is nothing to learn from in there; what can be read: {formats}").format(
            formats=formats
        )

    def _usable(self, found: Counter[str]) -> int:
        return sum(n for suffix, n in found.items() if suffix in self._formats)

    def _count(self, path: Path) -> None:
        def refuse(_error: Exception) -> None:
            self._counted(path, Counter())

        in_background(
            self, "count data", lambda: count(path), lambda found: self._counted(path, found), refuse
        )

    def _counted(self, path: Path, found: Counter[str]) -> None:
        if path in self._counts:
            self._counts[path] = found
            self._show()

    def _show(self) -> None:
        self.list.clear()
        total: Counter[str] = Counter()
        for path, found in self._counts.items():
            item = QListWidgetItem(theme.icon("folder-outline" if path.is_dir() else "file-outline"), "")
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(str(path))
            usable = {s: n for s, n in (found or {}).items() if s in self._formats}
            words = ", ".join(f"{number(n)} {suffix}" for suffix, n in sorted(usable.items()))
            if found is None:
                words = self.tr("counting…")
            elif not usable:
                words = self.tr("nothing that can be read")
                item.setForeground(QColor(theme.WARN))
            item.setText(f"{path.name}  ·  {words}")
            self.list.addItem(item)
            total.update(usable)
        parts = ", ".join(f"{number(n)} {suffix}" for suffix, n in sorted(total.items()))
        self.total.setText(self.tr("In all: {parts}").format(parts=parts) if parts else "")
        self.total.setVisible(len(self._counts) > 1)
        formats = " ".join(self._formats)
        self._hint.setText(self.tr("Drop a folder or files here\n{formats}").format(formats=formats))
        self._hint.setVisible(not self._counts)
        self._hint.setGeometry(self.list.rect())
        self.remove_button.setEnabled(bool(self._counts))
        self.changed.emit()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder to learn from"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose files to learn from"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Files") + " (" + " ".join(f"*{s}" for s in self._formats) + ")")
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_selected()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._hint.setGeometry(self.list.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


def count(path: Path) -> Counter[str]:
    """How many files of each suffix lie in `path`, or the one that it is."""
    if path.is_file():
        return Counter([path.suffix.lower()])
    found: Counter[str] = Counter()
    for i, file in enumerate(path.rglob("*")):
        if i >= MOST_FILES:
            break
        if not file.name.startswith(".") and file.is_file():
            found[file.suffix.lower()] += 1
    return found
