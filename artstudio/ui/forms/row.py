"""One parameter of a form: its label, its editor, a way back to the default, the place for its problem."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from artstudio.ui import theme
from artstudio.ui.forms.editors import Editor, JsonEditor, editor_for
from artstudio.ui.forms.file_editor import FileEditor
from artstudio.ui.forms.name_label import NameLabel

LABEL_PX = 92
RESET_PX = 20


class Row:
    """The widgets of one parameter; whoever draws the form lays them out."""

    def __init__(self, name: str, schema: dict[str, Any]) -> None:
        self.name = name
        self.advanced = bool(schema.get("advanced"))
        title = str(schema.get("title", name))
        self.label: QLabel | NameLabel = NameLabel(title) if schema.get("nameable") else QLabel(title)
        self.label.setFixedWidth(LABEL_PX)
        self.editor = _editor(schema)
        self.default = schema["default"] if "default" in schema else self.editor.value()
        self.editor.set_value(self.default)
        help_text = str(schema.get("description", ""))
        self.label.setToolTip(help_text)
        if isinstance(self.label, QLabel):
            self.label.setWordWrap(True)
            self.label.setBuddy(self.editor)
        self.editor.setToolTip(help_text)
        self.editor.setWhatsThis(help_text or self.label.text())
        self.editor.describe(self.label.text(), help_text)
        self.reset = QToolButton()
        self.reset.setAutoRaise(True)
        self.reset.setIcon(theme.icon("restore", theme.TEXT_DIM))
        self.reset.setIconSize(QSize(14, 14))
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "bad")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a recipe
        self.problem.hide()

    def refresh(self) -> None:
        """Show whether the value is usable and whether it differs from the default."""
        problem = self.editor.problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # rows must not jump when a value is changed
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(bool(problem) or self.editor.value() != self.default)


def _editor(schema: dict[str, Any]) -> Editor:
    """The schema's widget, or a line of JSON for one that cannot show its own default."""
    if schema.get("type") == "string" and schema.get("format") == "file":
        return FileEditor(schema)
    editor = editor_for(schema)
    if "default" in schema:
        editor.set_value(schema["default"])
        if editor.value() != schema["default"]:
            editor.deleteLater()
            editor = JsonEditor()
    return editor
