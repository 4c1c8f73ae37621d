"""Text that is not there yet: what a model is writing, seen at its place in the editor, in no document.

It is shown as an input method shows what it composes: one paragraph is laid out anew, nothing else moves.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from artstudio.ui.writing.sight import Sight

_SHARE: Final = 0.2  # of the window's time that showing may take: of a huge paragraph fewer frames are seen
_LINE: Final = "\u2028"


class Ghost(QObject):
    """At most one, in one editor."""

    def __init__(self, sight: Sight) -> None:
        super().__init__(sight.editor)
        self._sight = sight
        self._text = ""
        self._start = self._end = 0  # what it will replace
        self._blocks: list[QTextBlock] = []  # those that look otherwise than they are
        self._on = self._busy = False
        self._cost_s = 0.0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._show)
        self._touched = False  # whether a paragraph that looks otherwise was edited
        document = sight.editor.document()
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._text_changed)

    @property
    def text(self) -> str:
        """What is seen, "" where nothing is."""
        return self._text if self._on else ""

    def show(self, start: int, end: int, text: str) -> None:
        """Let `text` be seen at `start`; what stands from there to `end`, and goes, is dimmed."""
        first = not self._on
        self._start, self._end, self._text, self._on = start, end, text, True
        if first:
            self._show()
        elif not self._later.isActive():
            self._later.start(round(self._cost_s * (1 / _SHARE - 1) * 1000))

    def clear(self) -> None:
        """Show the text as it is."""
        self._on, self._text = False, ""
        self._later.stop()
        self._lay_out(self._take_away())

    def moved(self, start: int, end: int) -> None:
        """The text around it has changed: it is at another place now."""
        self._start, self._end = start, end

    def _note(self, position: int, _removed: int, added: int) -> None:
        self._touched = self._touched or any(
            not block.isValid()
            or (position <= block.position() + block.length() and block.position() <= position + added)
            for block in self._blocks
        )

    def _text_changed(self) -> None:
        touched, self._touched = self._touched, False
        if self._on and touched and not self._busy:
            self._later.start(0)  # it would be laid out at the old place

    def _show(self) -> None:
        if not self._on:
            return
        began_s = time.perf_counter()
        first = not self._blocks
        follows = first or self._in_sight()
        before = self._take_away()
        self._put()
        self._lay_out([*self._blocks, *(one for one in before if one not in self._blocks)])
        if follows:
            self._scroll_to_end(first)
        self._cost_s = time.perf_counter() - began_s

    def _put(self) -> None:
        sight = self._sight
        low, high = sight.shown
        if not low <= self._start <= high or sight.editor.composing:
            return
        block = sight.block(self._start)
        at = sight.unit(self._start) - block.position()
        shown = self._text.replace("\n", _LINE)
        size = len(shown.encode("utf-16-le", "replace")) // 2
        block.layout().setPreeditArea(at, shown)
        looks = [_look(at, size, theme.GHOST)]
        gone = sight.unit(min(self._end, high)) - block.position() - at
        if gone > 0:
            here = min(gone, block.length() - 1 - at)
            looks.append(_look(at + size, here, theme.TEXT_OFF))
        block.layout().setFormats(looks)
        self._blocks = [block]
        gone -= block.length() - at
        while gone > 0 and (block := block.next()).isValid():
            block.layout().setFormats([_look(0, min(gone, block.length() - 1), theme.TEXT_OFF)])
            self._blocks.append(block)
            gone -= block.length()

    def _take_away(self) -> list[QTextBlock]:
        """What paragraphs are to be laid out as they are."""
        blocks, self._blocks = [one for one in self._blocks if one.isValid()], []
        for block in blocks:
            block.layout().setPreeditArea(-1, "")
            block.layout().clearFormats()
        return blocks

    def _lay_out(self, blocks: list[QTextBlock]) -> None:
        self._busy = True
        for block in blocks:
            self._sight.editor.document().markContentsDirty(block.position(), block.length() - 1)
        self._busy = False

    def _bottom(self) -> float:
        """Where the last line of it ends in the viewport."""
        block = self._blocks[0]
        layout = block.layout()
        at = layout.preeditAreaPosition() + len(layout.preeditAreaText().encode("utf-16-le")) // 2
        line = layout.lineForTextPosition(at)
        editor = self._sight.editor
        top = editor.galley.blockBoundingRect(block).top() - editor.verticalScrollBar().value()
        return top + line.y() + line.height() if line.isValid() else top

    def _in_sight(self) -> bool:
        """Whether its end is to be seen, so that the view may go along as it grows."""
        if not self._blocks or not self._blocks[0].isValid():
            return True
        editor = self._sight.editor
        return 0 <= self._bottom() <= editor.viewport().height() + 4 * editor.galley.em

    def _scroll_to_end(self, first: bool) -> None:
        """Go along with its end while the artist waits there; at first find it, above the view as well."""
        editor = self._sight.editor
        waits = self._start <= self._sight.place(editor.textCursor().position()) <= self._end
        if not self._blocks or not waits:
            return
        bar, bottom = editor.verticalScrollBar(), self._bottom()
        below = bottom + editor.galley.em - editor.viewport().height()
        if first and bottom < editor.galley.em:
            bar.setValue(round(bar.value() + bottom - 2 * editor.galley.em))
        elif below > 0:
            bar.setMaximum(max(bar.maximum(), round(bar.value() + below)))
            bar.setValue(round(bar.value() + below))


def _look(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    span.start, span.length, span.format = start, length, form
    return span
