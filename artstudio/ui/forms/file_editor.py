"""A file that the artist chooses as a parameter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton

from artstudio.ui import theme
from artstudio.ui.dialogs.ask import ask_file
from artstudio.ui.forms.editors import Editor

if TYPE_CHECKING:
    from artstudio.ui.forms.editors import Schema


class FileEditor(Editor):
    """Shows a file's name; its value is the absolute path, "" for none.

    A recipe knows such a file by {"file": name, "sha256": hex}: shown that, the editor asks for the file.
    """

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._suffixes = tuple(str(suffix) for suffix in schema.get("suffixes", ()))
        self._title = str(schema.get("title", ""))
        self._path, self._wanted = "", ""
        self._line = QLineEdit()
        self._line.setReadOnly(True)
        self._line.setPlaceholderText(self.tr("none"))
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.clicked.connect(self._ask)
        self._clear = QToolButton()
        self._clear.setAutoRaise(True)
        self._clear.setIcon(theme.icon("close", theme.TEXT_DIM))
        self._clear.setToolTip(self.tr("Use no file"))
        self._clear.clicked.connect(lambda: self._take(""))
        self._hold(QHBoxLayout(self), self._line, self._clear, self._choose)

    def describe(self, name: str, help_text: str) -> None:
        super().describe(name, help_text)
        self._clear.setAccessibleName(self.tr("Use no file for {name}").format(name=name))

    def value(self) -> str:
        return self._path

    def set_value(self, value: Any) -> None:
        self._wanted = str(value.get("file", "")) if isinstance(value, Mapping) else ""
        self._path = value if isinstance(value, str) else ""
        self._show()

    def problem(self) -> str:
        if self._wanted:
            return self.tr("Choose the file {name}, or none.").format(name=self._wanted)
        if not self._path:
            return ""
        name = Path(self._path).name
        if not Path(self._path).is_file():
            return self.tr("{name} is not there any more.").format(name=name)
        if self._suffixes and not name.lower().endswith(self._suffixes):
            return self.tr("It must be a file {kinds}.").format(kinds=" / ".join(self._suffixes))
        return ""

    def asks(self) -> bool:
        return bool(self._wanted)

    def _ask(self) -> None:
        folder = Path(self._path).parent if self._path else None
        if (path := ask_file(self, self._title, self._suffixes, folder)) is not None:
            self._take(str(path.absolute()))

    def _take(self, path: str) -> None:
        self._path, self._wanted = path, ""
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self._line.setText(Path(self._path).name if self._path else self._wanted)
        self._line.setToolTip(self._path)
        self._line.setCursorPosition(0)
        self._line.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setEnabled(bool(self._path or self._wanted))
