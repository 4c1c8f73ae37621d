"""How likely a model finds each token of the text, as a heat behind it; nothing of it is in the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.documents.spans import differing_span
from artstudio.ui.writing import heat_colours

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextBlock

    from artstudio.documents.project import Change
    from artstudio.sdk.media import Token
    from artstudio.studio.generate import Generation
    from artstudio.ui.session import Session
    from artstudio.ui.writing.decorations import Line, Wash
    from artstudio.ui.writing.sight import Sight


class Heat(QObject):
    """At most one, in one editor. What is edited is no longer known; the rest moves along.

    Attributes:
        tokens: In order; their places are those of the passage. Empty where no heat is shown.
        asked: The number of the token whose attention is shown, -1 for none.
        generation: What explained it, as long as the text is as it was then.
        start: Where the text that was explained begins.
    """

    changed = Signal()

    def __init__(self, session: Session, sight: Sight) -> None:
        super().__init__(sight.editor)
        self._session, self._sight = session, sight
        self.passage_id: str | None = None
        self.tokens: tuple[Token, ...] = ()
        self._starts: list[int] = []
        self._most = 0.0  # attention
        self.asked = -1
        self.generation: Generation | None = None
        self.start = 0
        sight.editor.galley.decorations.washes.append(self._wash)
        sight.editor.galley.decorations.lines.append(self._line)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self.end)

    @property
    def on(self) -> bool:
        """Whether there is one in the passage that the editor shows."""
        return bool(self.tokens) and self.passage_id == self._sight.scribe.passage_id

    def show(
        self, passage_id: str, start: int, tokens: Sequence[Token], generation: Generation, asked: int = -1
    ) -> None:
        """Show what a model thinks of the text from `start` on, where the tokens' places count from."""
        self.passage_id, self.start, self.generation = passage_id, start, generation
        self._set(tuple(replace(one, start=one.start + start, end=one.end + start) for one in tokens), asked)

    def end(self) -> None:
        """Show the text as it is."""
        self.generation = None
        self._set((), -1)

    def back(self) -> bool:
        """From the attention to the heat, from the heat to the text; False where there was nothing."""
        if not self.on:
            return False
        if self.asked >= 0:
            self._set(self.tokens, -1)
        else:
            self.end()
        return True

    def token_at(self, place: int) -> int:
        """The number of the token at a place, -1 for none."""
        number = bisect_right(self._starts, place) - 1
        return number if self.on and number >= 0 and place < self.tokens[number].end else -1

    def look_of(self, number: int) -> str:
        """A token's own text."""
        token = self.tokens[number]
        return self._session.project.sheet.passage(self.passage_id or "").text[token.start : token.end]

    def _set(self, tokens: tuple[Token, ...], asked: int) -> None:
        self.tokens, self.asked = tokens, asked
        self._starts = [one.start for one in tokens]
        self._most = max((one.attention for one in tokens), default=0.0)
        self._sight.editor.galley.repaint()
        self.changed.emit()

    def _line(self, block: QTextBlock) -> Iterable[Line]:
        """Below the word that is asked about; its colour is one of many."""
        if self.on and self.asked >= 0:
            token, begin = self.tokens[self.asked], block.position()
            low, high = self._sight.span_of(block)
            one, two = self._letters(max(token.start, low), min(token.end, high))
            if one < two:
                yield self._sight.unit(one) - begin, self._sight.unit(two) - begin, Qt.PenStyle.SolidLine

    def _wash(self, block: QTextBlock) -> Iterable[Wash]:
        if not self.on:
            return
        low, high = self._sight.span_of(block)
        begin = block.position()
        first = max(0, bisect_right(self._starts, low) - 1)
        for number in range(first, len(self.tokens)):
            token = self.tokens[number]
            if token.start >= high:
                break
            one, two = self._letters(max(token.start, low), min(token.end, high))
            if one >= two:
                continue
            if self.asked < 0:
                colour = heat_colours.heat(token.probability)
            elif number == self.asked:
                colour = heat_colours.heat(0.0)
            else:
                colour = heat_colours.attention(token.attention / self._most if self._most else 0.0)
            if colour.alpha():
                yield self._sight.unit(one) - begin, self._sight.unit(two) - begin, colour

    def _letters(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without the spaces it begins with: words are read more easily with gaps between them."""
        shown = self._sight.shown[0]
        text = self._sight.editor.prose.text[start - shown : max(start, end) - shown]
        spaces = len(text) - len(text.lstrip(" "))
        return (start + spaces, end) if spaces < len(text) else (start, end)

    def _on_change(self, change: Change) -> None:
        if not self.tokens or change.old.passages is change.new.passages:
            return
        old = next((one for one in change.old.passages if one.id == self.passage_id), None)
        new = next((one for one in change.new.passages if one.id == self.passage_id), None)
        if new is None:
            self.end()
        elif old is not None and old.text is not new.text:
            start, old_end, new_end = differing_span(old.text, new.text)
            if (start, old_end) != (new_end, new_end):
                self._edited(start, old_end, new_end - old_end)

    def _edited(self, start: int, end: int, grown: int) -> None:
        """The text from `start` to `end` is another, and what is behind it has moved."""
        kept = [
            one if one.end <= start else replace(one, start=one.start + grown, end=one.end + grown)
            for one in self.tokens
            if one.end <= start or one.start >= end
        ]
        self.generation = None
        self._set(tuple(kept), -1)
