"""A text pane over a project of one passage, with hands to write in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from artstudio.documents.edits import Put
from artstudio.documents.project import Project
from artstudio.documents.prose import Prose
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.ui.session import Session
from artstudio.ui.writing.binding import _looks
from artstudio.ui.writing.looks import block_format, char_format
from artstudio.ui.writing.pane import WritingPane

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat
    from pytestqt.qtbot import QtBot

_KEYS = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace, "\t": Qt.Key.Key_Tab}


class Desk:
    """Places are characters."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session(None, Project(Sheet.blank(64, 64)))
        self.pane = WritingPane(self.session)
        qtbot.addWidget(self.pane)
        self.pane.resize(520, 600)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.editor = self.pane.editor
        self.editor.setFocus()

    def open(self, prose: Prose | str, cursor: int = 0) -> None:
        """Show a passage."""
        prose = Prose.plain(prose) if isinstance(prose, str) else prose
        self.session.do(Put("Import", "passage", "p1", Passage("p1", "P1", prose)))
        self.session.select(passage_id="p1", cursor=cursor, anchor=cursor)

    @property
    def prose(self) -> Prose:
        return self.session.project.sheet.passages[0].prose

    @property
    def text(self) -> str:
        return self.prose.text

    @property
    def kinds(self) -> list[str]:
        """What each paragraph is, with the depth of lists."""
        styles = [self.prose.paragraphs.at(i) for i in range(self.prose.paragraph_count)]
        return [style.kind + (str(style.level) if style.level else "") for style in styles]

    @property
    def spans(self) -> list[str]:
        """Every run of letters that is not plain, with its emphasis: "so:bold"."""
        found = []
        for start, end, look in self.prose.chars:
            names = [
                name for name in ("bold", "italic", "underline", "strike", "code") if getattr(look, name)
            ]
            if look.link:
                names.append(look.link)
            if names:
                found.append(f"{self.text[start:end]}:{'+'.join(names)}")
        return found

    def type(self, keys: str) -> None:
        """Letters, and Return, Backspace and Tab by their signs."""
        self.type_only(keys)
        self.holds()

    def type_only(self, keys: str) -> None:
        """The same where the widget shows other signs than the project holds, or a part."""
        for key in keys:
            if key in _KEYS:
                QTest.keyClick(self.editor, _KEYS[key])
            elif key.isascii():
                QTest.keyClicks(self.editor, key)
            else:  # QTest knows only keys that Latin keyboards have
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
                QApplication.sendEvent(self.editor, event)

    def select(self, start: int, end: int) -> None:
        self.editor.select(end, start)

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.editor, event)

    def trigger(self, action_id: str) -> None:
        """What the menu entry does."""
        next(action for action in self.pane.pane_actions() if action.id == action_id).callback()
        self.holds()

    def holds(self) -> None:
        """See that the widget shows exactly what the project holds."""
        prose, document = self.prose, self.editor.document()
        assert document.blockCount() == prose.paragraph_count
        assert self.editor.toPlainText().replace("\u00a0", " ") == prose.text.replace("\u00a0", " ")
        for number in range(prose.paragraph_count):
            block, style = document.findBlockByNumber(number), prose.paragraphs.at(number)
            assert block.blockFormat() == block_format(style), number
            start, end = prose.paragraph_span(number)
            wanted: list[tuple[int, int, QTextCharFormat]] = []
            for one, two, look in prose.chars.part(start, end):
                units = [self.editor.binding.to_units(start + at) - block.position() for at in (one, two)]
                form = char_format(look, style.kind)
                if wanted and wanted[-1][2] == form:
                    wanted[-1] = (wanted[-1][0], units[1], form)
                else:
                    wanted.append((units[0], units[1], form))
            assert _looks(block) == wanted, number
