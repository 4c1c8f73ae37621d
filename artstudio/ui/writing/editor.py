"""The text editor of a passage: says what was typed as replacements, shows replacements made elsewhere.

It has no undo of its own; undo is the project's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from artstudio.ui.writing.strings import Units, differing_span, word_count, words_gained

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent


class PassageEditor(QPlainTextEdit):
    """Positions in its signals and methods are characters (code points)."""

    replaced = Signal(int, int, str)  # start, end, text: what the artist did to the text
    cursor_moved = Signal(int, int)  # cursor, anchor

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() + 1.5)
        self.setFont(font)
        self.document().setDocumentMargin(12)
        self._text = ""
        self._units = Units("")
        self._words = 0
        self._loading = False
        self.document().contentsChange.connect(self._on_contents)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.selectionChanged.connect(self._on_cursor)

    @property
    def words(self) -> int:
        """How many words there are."""
        return self._words

    @property
    def characters(self) -> int:
        """How many characters there are."""
        return len(self._text)

    def load(self, text: str) -> None:
        """Show another text from its beginning."""
        self._loading = True
        self._text, self._units, self._words = text, Units(text), word_count(text)
        self.setPlainText(text)
        self._loading = False

    def show_text(self, text: str) -> None:
        """Change to `text`, touching only where it differs, and put the cursor behind that place."""
        start, old_end, new_end = differing_span(self._text, text)
        if (start, old_end) == (new_end, new_end):
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_units(self._text, start))
        cursor.setPosition(self._units.to_units(self._text, old_end), QTextCursor.MoveMode.KeepAnchor)
        self._loading = True
        cursor.insertText(text[start:new_end])
        self._take(text, start, old_end, new_end)
        self._loading = False
        self.setTextCursor(cursor)

    def select(self, cursor: int, anchor: int) -> None:
        """Put cursor and anchor; out of range means the end."""
        text_cursor = self.textCursor()
        for at, mode in (
            (anchor, QTextCursor.MoveMode.MoveAnchor),
            (cursor, QTextCursor.MoveMode.KeepAnchor),
        ):
            text_cursor.setPosition(self._units.to_units(self._text, min(at, len(self._text))), mode)
        self.setTextCursor(text_cursor)

    # ------------------------------------------------------------------------------------- from the widget

    def _on_contents(self, position: int, removed: int, added: int) -> None:
        if self._loading:
            return
        # Qt counts the invisible end of the last paragraph when an edit touches it, and reports more than
        # changed where it only lays out anew (as it does under an input method): hold to the text, then trim.
        end = min(position + added, self.document().characterCount() - 1)
        now = self._read(position, end)
        start = self._units.to_characters(self._text, position)
        stop = self._units.to_characters(self._text, position + removed)
        was = self._text[start:stop]
        skip, was_end, now_end = differing_span(was, now)
        if was[skip:was_end] == now[skip:now_end]:
            return
        text = self._text[:start] + now + self._text[stop:]
        self._take(text, start + skip, start + was_end, start + now_end)
        self.replaced.emit(start + skip, start + was_end, now[skip:now_end])

    def _take(self, text: str, start: int, old_end: int, new_end: int) -> None:
        self._words += words_gained(self._text, text, start, old_end, new_end)
        self._units.replaced(self._text[start:old_end], text[start:new_end])
        self._text = text

    def _read(self, start: int, end: int) -> str:
        """The document's text between two unit positions."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _on_cursor(self) -> None:
        if self._loading:
            return
        cursor = self.textCursor()
        to_characters = self._units.to_characters
        self.cursor_moved.emit(
            to_characters(self._text, cursor.position()), to_characters(self._text, cursor.anchor())
        )

    # ------------------------------------------------------------------------------------------- behaviour

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()  # else the editor would claim Ctrl+Z and do nothing with it
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)  # files are the window's

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo and their separator: never enabled here
            menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()
