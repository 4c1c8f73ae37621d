"""Keeps Qt's document and a prose the same: reads what was done to one, shows what changed in the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from artstudio.documents.prose import PLAIN, Prose
from artstudio.documents.spans import differing_span
from artstudio.ui.writing.differences import differing_runs
from artstudio.ui.writing.looks import block_format, char_format
from artstudio.ui.writing.strings import Units

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

    from artstudio.documents.prose import CharStyle, Kind

# Qt would make paragraphs of these, or takes no such characters; each is shown as another of the same width
_FOREIGN: Final = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_SHOWN_AS: Final = {"\r": "␍", "\u2028": "↵", "\u2029": "¶"}
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor


class Binding(QObject):
    """One document's. Positions are characters; those of Qt are UTF-16 units.

    Attributes:
        prose: What the document shows.
    """

    edited = Signal(int, int, str)  # start, end, text: what the artist did to the text

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.prose = Prose()
        self._units = Units("")
        self._writing = False
        self._pending: tuple[int, int, int] | None = None
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._read)

    @property
    def settled(self) -> bool:
        """Whether the document says what `prose` says; not in the midst of a change."""
        return not self._writing and self._pending is None

    def to_units(self, at: int) -> int:
        """Where a character is in the document."""
        return self._units.to_units(min(at, len(self.prose.text)))

    def to_characters(self, at: int) -> int:
        """Which character is there."""
        return self._units.to_characters(min(at, self._units.length))

    # ---------------------------------------------------------------------------------- from prose to Qt

    def load(self, prose: Prose) -> None:
        """Show another prose."""
        self._writing = True
        self.prose, self._units = prose, Units(prose.text)
        self._document.setPlainText(_showable(prose.text))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for first, end, style in prose.paragraphs:
            if block_format(style).isEmpty() and char_format(PLAIN, style.kind).isEmpty():
                continue
            block = self._document.findBlockByNumber(first)
            for _ in range(first, end):
                self._settle_block(cursor, block, first)
                block, first = block.next(), first + 1
        for start, stop, look in prose.chars:
            if look != PLAIN:
                self._settle_chars(cursor, start, stop, look)
        cursor.endEditBlock()
        self._pending, self._writing = None, False

    def look_again(self) -> None:
        """Make everything look as the theme now says; the text and where the cursor is stay."""
        cursor = QTextCursor(self._document)
        self._writing = True
        cursor.beginEditBlock()
        for first, end, style in self.prose.paragraphs:
            if not char_format(PLAIN, style.kind).isEmpty():
                for number in range(first, end):
                    self._settle_block(cursor, self._document.findBlockByNumber(number), number)
        for start, stop, look in self.prose.chars:
            if look != PLAIN:
                self._settle_chars(cursor, start, stop, look)
        cursor.endEditBlock()
        self._pending, self._writing = None, False

    def show(self, prose: Prose) -> tuple[int, int] | None:
        """Change to `prose`, touching only where it differs; where in it the text is new, if it is.

        What an input method composes meanwhile stays as it is.
        """
        old = self.prose
        if old is prose:
            return None
        new_text = None
        start = old_end = end = 0
        if old.text != prose.text:  # at once where both are one object
            start, old_end, end = differing_span(old.text, prose.text)
            new_text = prose.text[start:end]
        first, last = prose.paragraph_at(start), prose.paragraph_at(end)
        touched = [(first, last)] if new_text is not None else []
        tail = len(prose.text) - end
        for a, b, at in (
            (old.chars.part(0, start), prose.chars.part(0, start), 0),
            (old.chars.part(old_end, len(old.text)), prose.chars.part(end, end + tail), end),
        ):
            if (span := differing_runs(a, b)) is not None:
                touched.append((prose.paragraph_at(at + span[0]), prose.paragraph_at(at + span[1])))
        behind = prose.paragraph_count - 1 - last
        old_last = old.paragraph_count - behind
        for one, two, at in (
            (old.paragraphs.part(0, first), prose.paragraphs.part(0, first), 0),
            (
                old.paragraphs.part(old_last, old.paragraph_count),
                prose.paragraphs.part(last + 1, prose.paragraph_count),
                last + 1,
            ),
        ):
            if (span := differing_runs(one, two)) is not None:
                touched.append((at + span[0], at + span[1] - 1))
        if new_text is None and old.paragraphs.at(first) != prose.paragraphs.at(first):
            touched.append((first, first))
        cursor = QTextCursor(self._document)
        self._writing = True
        cursor.beginEditBlock()
        if new_text is not None:
            self._replace(cursor, self.to_units(start), self.to_units(old_end), new_text)
            self._units.replaced(start, old_end, new_text)
        self.prose = prose
        for one_first, one_last in touched:
            self._settle(cursor, one_first, one_last)
        cursor.endEditBlock()
        self._pending, self._writing = None, False
        return None if new_text is None else (start, end)

    def take(self, prose: Prose, start: int, end: int) -> None:
        """The document already says what `prose` says from `start` to `end`; see that it looks so."""
        self.prose = prose
        first, last = prose.paragraph_at(start), prose.paragraph_at(end)
        cursor = QTextCursor(self._document)
        self._writing = True
        cursor.beginEditBlock()
        if self._document.blockCount() != prose.paragraph_count:
            begin, stop = prose.paragraph_span(first)[0], prose.paragraph_span(last)[1]
            behind = self.to_units(len(prose.text)) - self.to_units(stop)
            until = self._document.characterCount() - 1 - behind
            self._replace(cursor, self.to_units(begin), until, prose.text[begin:stop])
        self._settle(cursor, first, last)
        cursor.endEditBlock()
        self._pending, self._writing = None, False

    def _replace(self, cursor: QTextCursor, start: int, end: int, text: str) -> None:
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.insertText(_showable(text))

    def _settle(self, cursor: QTextCursor, first: int, last: int) -> None:
        """Give paragraphs `first` to `last` the looks that the prose says, where they differ."""
        block = self._document.findBlockByNumber(first)
        for number in range(first, last + 1):
            if not block.isValid():
                break
            self._settle_block(cursor, block, number)
            block = block.next()

    def _settle_block(self, cursor: QTextCursor, block: QTextBlock, number: int) -> None:
        prose = self.prose
        style = prose.paragraphs.at(number)
        looks = block_format(style)
        if block.blockFormat() != looks:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(looks)
        empty = char_format(PLAIN, style.kind)
        if block.charFormat() != empty:
            cursor.setPosition(block.position())
            cursor.setBlockCharFormat(empty)
        start, end = prose.paragraph_span(number)
        wanted = [
            (one, two, char_format(look, style.kind)) for one, two, look in prose.chars.part(start, end)
        ]
        if not wanted or _looks(block) == self._in_units(wanted, start, block.position()):
            return
        for one, two, form in wanted:
            cursor.setPosition(self.to_units(start + one))
            cursor.setPosition(self.to_units(start + two), _KEEP)
            cursor.setCharFormat(form)

    def _in_units(
        self, wanted: list[tuple[int, int, QTextCharFormat]], start: int, begin: int
    ) -> list[tuple[int, int, QTextCharFormat]]:
        joined: list[tuple[int, int, QTextCharFormat]] = []
        for one, two, form in wanted:
            a, b = self.to_units(start + one) - begin, self.to_units(start + two) - begin
            if joined and joined[-1][2] == form:
                joined[-1] = (joined[-1][0], b, form)
            else:
                joined.append((a, b, form))
        return joined

    def _settle_chars(self, cursor: QTextCursor, start: int, end: int, look: CharStyle) -> None:
        """Characters of one look, through all the paragraphs they are in."""
        prose = self.prose
        for number in range(prose.paragraph_at(start), prose.paragraph_at(end - 1) + 1):
            begin, stop = prose.paragraph_span(number)
            kind: Kind = prose.paragraphs.at(number).kind
            one, two = max(begin, start), min(stop, end)
            if one < two:
                cursor.setPosition(self.to_units(one))
                cursor.setPosition(self.to_units(two), _KEEP)
                cursor.setCharFormat(char_format(look, kind))

    # ---------------------------------------------------------------------------------- from Qt to prose

    def _note(self, position: int, removed: int, added: int) -> None:
        if not self._writing:
            self._pending = (position, removed, added)

    def _read(self) -> None:
        if self._writing or self._pending is None:
            return
        (position, removed, added), self._pending = self._pending, None
        # Qt counts the invisible end of the last paragraph when an edit touches it, and reports more than
        # changed where it only lays out anew (as it does under an input method): hold to the text, then trim.
        end = min(position + added, self._document.characterCount() - 1)
        now = self._text(position, end)
        text = self.prose.text
        start, stop = self.to_characters(position), self.to_characters(position + removed)
        was = text[start:stop]
        skip, was_end, now_end = differing_span(_showable(was), now)
        gone, new = was[skip:was_end], now[skip:now_end]
        if gone == new:
            return
        self._units.replaced(start + skip, start + was_end, new)
        self.edited.emit(start + skip, start + was_end, new)

    def _text(self, start: int, end: int) -> str:
        """The document's text between two of Qt's positions."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(max(start, end), _KEEP)
        return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")


def _looks(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """The block's spans of one look each, counted from its beginning."""
    found: list[tuple[int, int, QTextCharFormat]] = []
    place, at = block.begin(), block.position()
    while not place.atEnd():
        fragment = place.fragment()
        start, form = fragment.position() - at, fragment.charFormat()
        if found and found[-1][2] == form:  # typed piece by piece
            found[-1] = (found[-1][0], start + fragment.length(), form)
        else:
            found.append((start, start + fragment.length(), form))
        place += 1
    return found


def _showable(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    return _FOREIGN.sub(lambda found: _SHOWN_AS.get(found[0], "\ufffd"), text)
