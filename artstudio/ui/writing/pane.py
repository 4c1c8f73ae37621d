"""The text pane: the passages and an editor bound to the selected one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.edits import Put
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.writing import Passage
from artstudio.ui import theme
from artstudio.ui.actions import Action
from artstudio.ui.tool_button import tool_button
from artstudio.ui.writing.editor import PassageEditor
from artstudio.ui.writing.runs import TypingRun

if TYPE_CHECKING:
    from artstudio.documents.project import Change
    from artstudio.ui.session import Session

_ID = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 4


class WritingPane(QWidget):
    """Typing is edits of the project; runs of typing become one undo step."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: str | None = None  # the passage in the editor
        self._published = (0, 0)  # the cursor and anchor last told to the session
        self._filling = False
        self._run = TypingRun()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setEditTriggers(
            QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed
        )
        self.editor = PassageEditor()
        self.editor.setAccessibleName(self.tr("Text"))
        self.editor.setPlaceholderText(self.tr("Write here, or drop a text file on the window."))
        self.counts = QLabel()
        self.counts.setProperty("dim", "true")
        head = QHBoxLayout()
        head.setSpacing(2)
        title = QLabel(self.tr("Passages"))
        title.setProperty("dim", "true")
        head.addWidget(title, 1)
        self.add_button = tool_button("plus", self.tr("New passage"), self.add)
        self.delete_button = tool_button("trash-can-outline", self.tr("Delete the passage"), self.delete)
        for button in (self.add_button, self.delete_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.editor, 1)
        column.addWidget(self.counts)
        self.setFocusProxy(self.editor)

        self.editor.replaced.connect(self._on_typed)
        self.editor.cursor_moved.connect(self._on_cursor)
        self.list.currentItemChanged.connect(self._on_row)
        self.list.itemChanged.connect(self._on_renamed)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._on_selection)
        session.project_replaced.connect(self._on_other_project)
        self._fill()
        self._load()

    def pane_actions(self) -> list[Action]:
        """What the Text menu offers."""
        return [
            Action("text.new", self.tr("&New passage"), "text", self.add, ("Ctrl+Alt+N",), icon="plus"),
            Action("text.rename", self.tr("&Rename passage"), "text", self.rename, when=self._any),
            Action(
                "text.delete", self.tr("&Delete passage"), "text", self.delete, when=self._any,
                icon="trash-can-outline",
            ),
        ]  # fmt: skip

    def add(self) -> None:
        """A new passage after the others, ready to be written in."""
        passage = self._new_passage("")
        self._session.do(Put(self.tr("New passage"), "passage", passage.id, passage))
        self._session.select(passage_id=passage.id, cursor=0, anchor=0)
        self.editor.setFocus()

    def delete(self) -> None:
        """Remove the passage that is shown; its neighbour is shown next."""
        if self._shown is None:
            return
        ids = [passage.id for passage in self._session.project.sheet.passages]
        at = ids.index(self._shown)
        next_id = (ids[:at] + ids[at + 1 :])[max(0, at - 1)] if len(ids) > 1 else None
        self._session.do(Put(self.tr("Delete passage"), "passage", self._shown, None))
        self._session.select(passage_id=next_id, cursor=0, anchor=0)

    def rename(self) -> None:
        """Let the artist type another title into the list."""
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    def _any(self) -> bool:
        return self._shown is not None

    def _new_passage(self, text: str) -> Passage:
        passage_id = self._session.project.sheet.fresh_id("passage")
        title = self.tr("Passage {n}").format(n=passage_id.removeprefix("p"))
        return Passage.plain(passage_id, title, text)

    # ------------------------------------------------------------------------------------- the artist's doing

    def _on_typed(self, start: int, end: int, text: str) -> None:
        if self._shown is None:
            passage = self._new_passage(text)
            self._shown = passage.id
            self._session.do(Put(self.tr("Typing"), "passage", passage.id, passage), origin=self)
            self._run = TypingRun()
        else:
            edit = ReplaceText(self.tr("Typing"), self._shown, start, end, text)
            self._session.do(edit, origin=self, merge=self._run.takes(start, end, text))
        self._show_counts()

    def _on_cursor(self, cursor: int, anchor: int) -> None:
        self._run.cursor_moved(cursor)
        self._published = (cursor, anchor)
        if self._shown is not None:
            self._session.select(passage_id=self._shown, cursor=cursor, anchor=anchor)

    def _on_row(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self._session.select(passage_id=item.data(_ID), cursor=0, anchor=0)

    def _on_renamed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        passage = self._session.project.sheet.passage(item.data(_ID))
        title = item.text().strip()
        if title and title != passage.title:
            edit = Put(self.tr("Rename passage"), "passage", passage.id, replace(passage, title=title))
            self._session.do(edit)
        else:
            self._fill()

    # ---------------------------------------------------------------------------------------- what is shown

    def _on_change(self, change: Change) -> None:
        if change.old.passages is change.new.passages:
            return
        if [(one.id, one.title) for one in change.old.passages] != [
            (one.id, one.title) for one in change.new.passages
        ]:
            self._fill()
        if change.origin is self:
            return
        self._run = TypingRun()
        passage = next((one for one in change.new.passages if one.id == self._shown), None)
        if passage is not None:
            self.editor.show_text(passage.text)
            self._show_counts()
        elif self._session.selection.passage_id != self._shown:
            self._load()

    def _on_selection(self) -> None:
        selection = self._session.selection
        if selection.passage_id != self._shown:
            self._load()
        elif (selection.cursor, selection.anchor) != self._published:
            self.editor.select(selection.cursor, selection.anchor)

    def _on_other_project(self) -> None:
        self._fill()
        self._load()

    def _fill(self) -> None:
        passages = self._session.project.sheet.passages
        self._filling = True
        self.list.clear()
        for passage in passages:
            item = QListWidgetItem(passage.title)
            item.setData(_ID, passage.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self._mark_row()
        self._filling = False
        self.list.setVisible(bool(passages))
        rows = min(len(passages), _ROWS_SHOWN)
        self.list.setFixedHeight(rows * (self.list.sizeHintForRow(0) if rows else 0) + 8)

    def _mark_row(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == self._session.selection.passage_id:
                self.list.setCurrentRow(row)

    def _load(self) -> None:
        """Show the selected passage, or an empty page."""
        self._shown = self._session.selection.passage_id
        self._run = TypingRun()
        text = self._session.project.sheet.passage(self._shown).text if self._shown else ""
        self.editor.load(text)
        self.editor.select(self._session.selection.cursor, self._session.selection.anchor)
        self._filling = True
        self._mark_row()
        self._filling = False
        self.delete_button.setEnabled(self._shown is not None)
        self._show_counts()

    def _show_counts(self) -> None:
        number = QLocale().toString
        self.counts.setText(
            self.tr("{words} words · {characters} characters").format(
                words=number(self.editor.words), characters=number(self.editor.characters)
            )
        )
        self.delete_button.setEnabled(self._shown is not None)
