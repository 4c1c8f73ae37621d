"""The list of passages above the text: chosen, renamed, added and deleted here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from artstudio.documents.edits import Put
from artstudio.documents.prose import Prose
from artstudio.ui import theme
from artstudio.ui.actions import Action
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.documents.project import Change
    from artstudio.ui.session import Session
    from artstudio.ui.writing.scribe import Scribe

_ID: Final = Qt.ItemDataRole.UserRole
_ROWS_SHOWN: Final = 4


class PassageList(QWidget):
    """Shows which passage the session has selected, and selects."""

    written_in = Signal()  # a passage was added, to be written in

    def __init__(self, session: Session, scribe: Scribe) -> None:
        super().__init__()
        self._session, self._scribe = session, scribe
        self._filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setEditTriggers(
            QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed
        )
        head = QHBoxLayout()
        head.setSpacing(2)
        title = QLabel(self.tr("Passages"))
        title.setProperty("dim", "true")
        head.addWidget(title, 1)
        self.add_button = tool_button("plus", self.tr("New passage"), self.add, action="text.new")
        self.delete_button = tool_button(
            "trash-can-outline", self.tr("Delete the passage"), self.delete, action="text.delete"
        )
        for button in (self.add_button, self.delete_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.currentItemChanged.connect(self._on_row)
        self.list.itemChanged.connect(self._on_renamed)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self.fill)
        self.fill()

    def actions_offered(self) -> list[Action]:
        """Entries of the Text menu."""
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
        passage = self._scribe.fresh_passage(Prose())
        self._session.do(Put(self.tr("New passage"), "passage", passage.id, passage))
        self._session.select(passage_id=passage.id, cursor=0, anchor=0)
        self.written_in.emit()

    def delete(self) -> None:
        """Remove the passage that is shown; its neighbour is shown next."""
        shown = self._session.selection.passage_id
        if shown is None:
            return
        ids = [passage.id for passage in self._session.project.sheet.passages]
        at = ids.index(shown)
        next_id = (ids[:at] + ids[at + 1 :])[max(0, at - 1)] if len(ids) > 1 else None
        self._session.do(Put(self.tr("Delete passage"), "passage", shown, None))
        self._session.select(passage_id=next_id, cursor=0, anchor=0)

    def rename(self) -> None:
        """Let the artist type another title into the list."""
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    def fill(self) -> None:
        """Show the passages there are."""
        passages = self._session.project.sheet.passages
        self._filling = True
        self.list.clear()
        for passage in passages:
            item = QListWidgetItem(passage.title)
            item.setData(_ID, passage.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self._filling = False
        self.mark()
        self.list.setVisible(bool(passages))
        rows = min(len(passages), _ROWS_SHOWN)
        self.list.setFixedHeight(rows * (self.list.sizeHintForRow(0) if rows else 0) + 8)

    def mark(self) -> None:
        """Mark the passage that is selected."""
        self._filling = True
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == self._session.selection.passage_id:
                self.list.setCurrentRow(row)
        self._filling = False
        self.delete_button.setEnabled(self._any())

    def _any(self) -> bool:
        return self._session.selection.passage_id is not None

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
            self.fill()

    def _on_change(self, change: Change) -> None:
        if change.old.passages is not change.new.passages and [
            (one.id, one.title) for one in change.old.passages
        ] != [(one.id, one.title) for one in change.new.passages]:
            self.fill()
