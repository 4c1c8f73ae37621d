"""Where an action's input of one value comes from: the project's current things, or a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artstudio.media.formats import suffixes
from artstudio.ui import theme
from artstudio.ui.choice_box import ChoiceBox
from artstudio.ui.panel.sources import FILE, NOTHING, Bound, bind, sources, what_is_used
from artstudio.ui.phrases import phrase

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from artstudio.documents.sheet import Sheet
    from artstudio.sdk.schema import InputSchema
    from artstudio.ui.session import Selection

translate = QCoreApplication.translate


class InputRow(QWidget):
    """Lets the artist choose where one input comes from."""

    changed = Signal()

    def __init__(self, schema: InputSchema, label_px: int, action: str = "") -> None:
        super().__init__()
        self.schema = schema
        self.files: list[Path] = []
        self._title = ""  # what the file is called, where that is not its name
        self._last = 0
        self.setAcceptDrops(True)
        label = QLabel(phrase(schema.name.replace("_", " ").capitalize()))
        label.setFixedWidth(label_px)
        self.box = ChoiceBox(10)
        for source, title in sources(schema, action):
            self.box.addItem(title, source)
        if schema.optional:
            self.box.addItem(translate("Inputs", "Nothing"), NOTHING)
        self.box.addItem(translate("Inputs", "A file…"), FILE)
        self.box.setAccessibleName(label.text())
        self.box.setWhatsThis(
            translate("Inputs", "What the action works on: something of the project, or a file.")
        )
        label.setBuddy(self.box)
        self.hint = QLabel()
        self.hint.setProperty("dim", True)
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_PX)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        below = QHBoxLayout()
        below.addSpacing(label_px + theme.GAP_PX)
        below.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)
        self.box.activated.connect(self._choose)

    @property
    def source(self) -> str:
        return str(self.box.currentData())

    def take_files(self, files: list[Path], title: str = "") -> None:
        """Use a file; of several the first. It is called `title`, or by its name where none is given."""
        self.files, self._title = files[:1], title
        self.box.setCurrentIndex(self.box.findData(FILE))
        self._last = self.box.currentIndex()
        names = ", ".join(path.name for path in self.files)
        self.box.setItemText(self.box.currentIndex(), title or names or translate("Inputs", "A file…"))
        self.changed.emit()

    @property
    def chosen(self) -> tuple[list[Path], str] | None:
        """What `take_files` was given, while that is what is used."""
        return (self.files, self._title) if self.source == FILE and self.files else None

    def remembered(self) -> str:
        """What `recall` takes at another time."""
        return self.source

    def recall(self, kept: object) -> None:
        """Select a source that was chosen at another time; a file would have to be chosen anew."""
        index = self.box.findData(kept)
        if index >= 0 and kept != FILE:
            self.box.setCurrentIndex(index)
            self._last = index

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), self.schema.kind):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files(dropped_files(event.mimeData(), self.schema.kind))
        event.acceptProposedAction()

    def refresh(self, sheet: Sheet, selection: Selection) -> None:
        """Say what would be used as things stand."""
        hint = what_is_used(self.source, sheet, selection)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def problem(self) -> str:
        """What is missing before one can begin, or ""."""
        return translate("Inputs", "Choose a file first.") if self.source == FILE and not self.files else ""

    def bound(self, sheet: Sheet, selection: Selection) -> Bound:
        return bind(self.schema.name, self.source, next(iter(self.files), None), sheet, selection)

    def _choose(self, index: int) -> None:
        if self.box.itemData(index) != FILE:
            self._last = index
            self.changed.emit()
            return
        self.box.setCurrentIndex(self._last)  # until files are really chosen
        dialog = file_dialog(self, self.schema.kind, many=False)
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def dropped_files(mime: QMimeData, kind: str) -> list[Path]:
    """Those of the dragged files that an input of `kind` can be read from."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes(kind)]


def file_dialog(parent: QWidget, kind: str, *, many: bool) -> QFileDialog:
    """Asks for files of `kind`; to be opened, and deleted when it has finished."""
    pattern = " ".join(f"*{suffix}" for suffix in suffixes(kind))
    title = translate("Inputs", "Choose files") if many else translate("Inputs", "Choose a file")
    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(f"{translate('Inputs', 'Files')} ({pattern})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
    return dialog
