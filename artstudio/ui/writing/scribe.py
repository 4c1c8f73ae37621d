"""Every change that the artist makes to the passage in the editor becomes an edit of the project here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.documents.edits import Put, Together
from artstudio.documents.prose import PICTURE, Prose
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.writing import Passage
from artstudio.ui.writing import keys, markdown_typing, styling
from artstudio.ui.writing.runs import TypingRun

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from artstudio.documents.edits import Edit
    from artstudio.documents.prose import Align, CharStyle, Kind, ParagraphStyle
    from artstudio.ui.session import Session
    from artstudio.ui.writing.editor import PassageEditor
    from artstudio.ui.writing.rewrites import Rewrite
    from artstudio.ui.writing.styling import Emphasis


class Scribe(QObject):
    """Places are characters of the whole passage, of which the editor shows the part from `part_start` on.

    Attributes:
        passage_id: Of the passage in the editor; None before there is one.
        part_start: The first character that the editor shows.
        part_behind: How many characters there are behind what the editor shows.
        typed_span: Where the last edit whose origin this is changed the text: start, end before, end after.
        next_look: How what is typed next looks, where that was set apart; None: like what is before it.
    """

    look_set = Signal()  # `next_look` is another

    def __init__(self, session: Session, editor: PassageEditor) -> None:
        super().__init__(editor)
        self._session, self._editor = session, editor
        self.passage_id: str | None = None
        self.part_start = self.part_behind = 0
        self.next_look: CharStyle | None = None
        self.typed_span = (0, 0, 0)
        self._next_at = 0
        self._run = TypingRun()
        editor.replaced.connect(self._on_replaced)
        editor.key.connect(self._on_key)

    @property
    def prose(self) -> Prose:
        """The whole text of the passage."""
        return self._session.project.sheet.passage(self.passage_id).prose if self.passage_id else Prose()

    @property
    def shown_part(self) -> Prose:
        """What the editor is to show."""
        whole = self.prose
        if not self.part_start and not self.part_behind:
            return whole
        return whole.part(self.part_start, len(whole.text) - self.part_behind)

    @property
    def span(self) -> tuple[int, int]:
        """What is selected, as places of the whole passage."""
        start, end = self._editor.span
        return start + self.part_start, end + self.part_start

    @property
    def look(self) -> CharStyle:
        """How what is selected, or typed next, looks."""
        if self.next_look is not None:
            return self.next_look
        return styling.look_at(self._editor.prose, *self._editor.span)

    @property
    def style(self) -> ParagraphStyle:
        """What the paragraph of the cursor is."""
        prose = self._editor.prose
        return prose.paragraphs.at(prose.paragraph_at(self._editor.span[0]))

    def cursor_moved(self, at: int) -> None:
        """The cursor now stands at `at`, for whatever reason."""
        self._run.cursor_moved(at)
        if self.next_look is not None and at != self._next_at:
            self._look_next(None, at)

    def ends_run(self) -> None:
        """What is typed next is a step of its own."""
        self._run = TypingRun()

    # ------------------------------------------------------------------------------------------- changes

    def fresh_passage(self, prose: Prose) -> Passage:
        """A passage with the next number."""
        passage_id = self._session.project.sheet.fresh_id("passage")
        title = self.tr("Passage {n}").format(n=passage_id.removeprefix("p"))
        return Passage(passage_id, title, prose)

    def do(self, edit: Edit, cursor: int | None = None) -> None:
        """Make an edit as a step of its own, and put the cursor at a place of the whole passage."""
        self.ends_run()
        self._session.do(edit)
        if cursor is not None:
            self._session.select(passage_id=self.passage_id, cursor=cursor, anchor=cursor)

    def put(self, label: str, new: Prose, span: tuple[int, int] | None = None) -> None:
        """Rich text in place of the selection, or of a span; the cursor stands behind it."""
        start, end = self.span if span is None else span
        self.begin_passage()
        assert self.passage_id is not None
        whole = self.prose
        begin, stop = whole.paragraph_span(whole.paragraph_at(start))
        first = begin == start and stop <= end  # an empty line takes the style of what comes in
        cursor = start + len(new.text)
        self.do(ReplaceText(label, self.passage_id, start, end, prose=new, first=first), cursor)

    def put_apart(self, label: str, new: Prose) -> None:
        """Rich text as a paragraph of its own, in place of the selection."""
        prose, (start, end) = self._editor.prose, self._editor.span
        before, behind = prose.text[max(0, start - 1) : start], prose.text[end : end + 1]
        plain = Prose.plain("\n")
        if before not in ("", "\n", PICTURE):
            new = plain + new
        if behind not in ("", "\n", PICTURE):
            new = new + plain
        self.put(label, new)

    def drop(self, label: str, new: Prose, place: int) -> None:
        """Rich text dropped at a place; what is selected goes there if it is that very text."""
        start, end = self.span
        if start == end or self.passage_id is None or self.prose.part(start, end) != new:
            self.put(label, new, (place, place))
        elif not start <= place <= end:
            size = end - start
            away = ReplaceText(label, self.passage_id, start, end)
            to = place - size if place > end else place
            there = ReplaceText(label, self.passage_id, to, to, prose=new)
            self.do(Together(label, (away, there)), to + size)

    def begin_passage(self) -> None:
        """Make a passage if there is none to write in."""
        if self.passage_id is None:
            passage = self.fresh_passage(Prose())
            self._session.do(Put(self.tr("New passage"), "passage", passage.id, passage))
            self._session.select(passage_id=passage.id, cursor=0, anchor=0)

    def emphasize(self, name: Emphasis) -> None:
        """Switch bold, italic... of what is selected, or of what is typed next."""
        start, end = self.span
        if start == end:
            look = self.look
            self._look_next(styling.switched(look, name, not getattr(look, name)), start - self.part_start)
        elif self.passage_id is not None:
            labels = {
                "bold": self.tr("Bold"), "italic": self.tr("Italic"), "underline": self.tr("Underline"),
                "strike": self.tr("Strike out"), "code": self.tr("Code"),
            }  # fmt: skip
            self.do(styling.emphasized(self.prose, self.passage_id, labels[name], (start, end), name))

    def link(self, address: str) -> None:
        """Let what is selected lead to an address; the address itself is written where nothing is."""
        start, end = self.span
        if start == end:
            if address:
                look = replace(self.look, link=address)
                self.put(self.tr("Link"), Prose.plain(address, chars=look))
        elif self.passage_id is not None:
            self.do(styling.linked(self.prose, self.passage_id, self.tr("Link"), (start, end), address))

    def clear_looks(self) -> None:
        """Take emphasis and links away from what is selected."""
        if self.passage_id is not None and self.span[0] < self.span[1]:
            label = self.tr("Clear formatting")
            self.do(styling.cleared(self.prose, self.passage_id, label, self.span))

    def set_kind(self, kind: Kind, label: str) -> None:
        """Make the selected paragraphs headings, items, verse...; body text again if they are."""
        self.begin_passage()
        assert self.passage_id is not None
        self.do(styling.of_kind(self.prose, self.passage_id, label, self.span, kind))

    def align(self, align: Align) -> None:
        """Set the selected paragraphs flush, centred or justified."""
        self.begin_passage()
        assert self.passage_id is not None
        self.do(styling.aligned(self.prose, self.passage_id, self.tr("Align"), self.span, align))

    def deepen(self, by: int) -> bool:
        """Move list items further in or out; False where there are none."""
        if self.passage_id is None:
            return False
        edit = styling.deeper(self.prose, self.passage_id, self.tr("Indent"), self.span, by)
        if edit is not None:
            self.do(edit)
        return edit is not None

    # ------------------------------------------------------------------------------- from the editor

    def _on_replaced(self, start: int, end: int, text: str) -> None:
        start, end = start + self.part_start, end + self.part_start
        self.typed_span = (start, end, start + len(text))
        label = self.tr("Typing")
        if self.passage_id is None:
            prose = Prose.plain(text) if self.next_look is None else Prose.plain(text, chars=self.next_look)
            passage = self.fresh_passage(prose)
            self.passage_id = passage.id
            self._session.do(Put(label, "passage", passage.id, passage), origin=self)
            self.ends_run()
        else:
            merge = self._run.takes(start, end, text)
            prose_of_look = self._in_next_look(start, end, text)
            edit = ReplaceText(label, self.passage_id, start, end, text, prose_of_look)
            self._session.do(edit, origin=self, merge=merge)
        self._took(start, start + len(text))
        if text and self.next_look is not None:
            self._look_next(None, 0)
        if text and not self._editor.composing:
            self._make(
                markdown_typing.at_typed(self._editor.prose, start + len(text) - self.part_start, text)
            )

    def _took(self, start: int, end: int) -> None:
        """The editor already shows what was typed from `start` to `end`."""
        self._editor.take(self.shown_part, start - self.part_start, end - self.part_start)

    def _in_next_look(self, start: int, end: int, text: str) -> Prose | None:
        if self.next_look is None or not text or "\n" in text:
            return None
        origins = self.prose.origins
        inside = start > 0 and end < len(origins) and "typed" not in (origins.at(start - 1), origins.at(end))
        return Prose.plain(text, "edited" if inside else "typed", self.next_look)

    def _look_next(self, look: CharStyle | None, at: int) -> None:
        self.next_look, self._next_at = look, at
        self.look_set.emit()

    def _on_key(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bare = modifiers == Qt.KeyboardModifier.NoModifier
        shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        prose, span = self._editor.prose, self._editor.span
        key = event.key()
        done = False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (bare or shifted):
            done = self._make(keys.at_return(prose, *span)) or self._new_line()
        elif key == Qt.Key.Key_Backspace and bare:
            done = self._make(keys.at_backspace(prose, *span))
        elif key == Qt.Key.Key_Tab and bare:
            done = self.deepen(1)
        elif key == Qt.Key.Key_Backtab and shifted:
            done = self.deepen(-1)
        if done:
            event.accept()

    def _new_line(self) -> bool:
        self._editor.textCursor().insertText("\n")
        self._editor.ensureCursorVisible()
        return True

    def _make(self, rewrite: Rewrite | None) -> bool:
        if rewrite is None:
            return False
        self.begin_passage()
        assert self.passage_id is not None
        at = self.part_start
        edit = ReplaceText(
            self.tr("Format"), self.passage_id, rewrite.start + at, rewrite.end + at,
            prose=rewrite.new, first=rewrite.first,
        )  # fmt: skip
        self.do(edit, rewrite.cursor + at)
        if rewrite.look is not None:
            self._look_next(rewrite.look, rewrite.cursor)
        return True
