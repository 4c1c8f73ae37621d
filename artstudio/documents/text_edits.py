"""Edits of passages: text replaced, looks changed, alternatives added, walked through and removed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artstudio.documents import forks as tree
from artstudio.documents.footprint import SMALL_NBYTES, forks_nbytes
from artstudio.documents.forks import Branch, Fork
from artstudio.documents.prose import BODY, PLAIN, CharStyle, Origin, ParagraphStyle, Prose, typed_look
from artstudio.documents.runs import Runs
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.writing import Passage


@dataclass(frozen=True)
class ReplaceText:
    """Replaces the characters `start` to `end` (Unicode code points, not UTF-16 units) of a passage.

    With `prose` None, `text` is put there in the looks of what is before it, as "typed", or as "edited" where
    it stands inside generated text. With `first` the first paragraph of `prose` brings its style, too.
    The passage's forks follow the text, or become `forks`.
    """

    label: str
    passage_id: str
    start: int
    end: int
    text: str = ""
    prose: Prose | None = None
    first: bool = False
    forks: tuple[Fork, ...] | None = None
    weight: int = 0  # bytes of branches that only this edit keeps alive

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + self.weight + (self.prose.nbytes if self.prose else 4 * len(self.text))

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        old = passage.prose
        _check_span(old, self.start, self.end)
        new = as_typed(old, self.start, self.end, self.text) if self.prose is None else self.prose
        forks = self.forks
        if forks is None and passage.forks:
            size = len(new.text)
            grows = size > 0 and new.origins.at(0) == "generated"
            forks = tree.followed(passage.forks, self.start, self.end, size, grows=grows)
        return _rewritten(
            sheet, passage, self.label, self.start, self.end, new, forks or (), first=self.first
        )

    def merged(self, later: Edit) -> Edit | None:
        """Merges a run of typing: both touch the same stretch of text."""
        if not isinstance(later, ReplaceText) or later.passage_id != self.passage_id:
            return None
        size = len(self.text if self.prose is None else self.prose.text)
        written_to = self.start + size
        if later.start > written_to or later.end < self.start:
            return None
        if later.forks is None and self.forks is not None:
            return None
        skip, until = max(0, later.start - self.start), min(size, max(0, later.end - self.start))
        merged = replace(
            self,
            start=min(self.start, later.start),
            end=self.end + max(0, later.end - written_to),
            forks=later.forks,
            weight=later.weight if self.forks is None else self.weight + later.weight,
        )
        if self.prose is None or later.prose is None:
            inside = self.start <= later.start and later.end <= written_to
            if self.prose is not None or later.prose is not None or not inside:
                return None
            return replace(merged, text=self.text[:skip] + later.text + self.text[until:])
        before = later.start < self.start
        if before and self.first and not later.first:
            return None
        at_first = before or not self.prose.paragraph_at(skip)
        return replace(
            merged,
            prose=self.prose.replaced(skip, until, later.prose, first=later.first or before),
            first=self.first or (later.first and at_first),
        )


@dataclass(frozen=True)
class Restyle:
    """Gives other looks to the characters from `start` to `end`, to paragraphs from `first_paragraph` on."""

    label: str
    passage_id: str
    start: int
    end: int
    chars: Runs[CharStyle] | None
    first_paragraph: int = 0
    paragraphs: Runs[ParagraphStyle] | None = None

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + sum(part.nbytes for part in (self.chars, self.paragraphs) if part is not None)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        old = passage.prose
        _check_span(old, self.start, self.end)
        chars: Runs[CharStyle] = Runs() if self.chars is None else self.chars
        paragraphs: Runs[ParagraphStyle] = Runs() if self.paragraphs is None else self.paragraphs
        last = self.first_paragraph + len(paragraphs)
        if self.chars is not None and len(chars) != self.end - self.start:
            raise InvalidValue("these styles are of a text of another length")
        if self.first_paragraph < 0 or last > old.paragraph_count:
            raise InvalidValue("the passage has only {n} paragraphs", n=old.paragraph_count)
        back = replace(
            self,
            chars=None if self.chars is None else old.chars.part(self.start, self.end),
            paragraphs=None if self.paragraphs is None else old.paragraphs.part(self.first_paragraph, last),
        )
        new = old.with_looks(self.start, chars, self.first_paragraph, paragraphs)
        return with_passage(sheet, replace(passage, prose=new)), back

    def merged(self, later: Edit) -> Edit | None:
        """Merges two that are about the same characters and paragraphs."""
        if not isinstance(later, Restyle) or self._about() != later._about():
            return None
        return later

    def _about(self) -> tuple[object, ...]:
        chars, paragraphs = (None if part is None else len(part) for part in (self.chars, self.paragraphs))
        return self.passage_id, self.start, self.end, chars, self.first_paragraph, paragraphs


@dataclass(frozen=True)
class Branched:
    """Puts a branch in place of the text from `start` to `end`, which is kept as an alternative to it.

    With `fork_id` it is one more branch of that fork, wherever that is by now. With `grows` what begins at
    the end of a branch is a part of it, and goes and comes with it. Text that stands for whole paragraphs
    brings the style of the first one, too.
    """

    label: str
    passage_id: str
    start: int
    end: int
    branch: Branch
    fork_id: str | None = None
    grows: bool = False

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + self.branch.prose.nbytes

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        prose, new = passage.prose, self.branch.prose
        if self.fork_id is None:
            start, end = self.start, self.end
            _check_span(prose, start, end)
            name = tree.fresh_fork_id(passage.forks)
            stood = prose.part(start, end)
            forks = tree.forked(passage.forks, start, end, stood, name, self.branch, grows=self.grows)
        else:
            path, fork, start = tree.found(passage.forks, self.fork_id)
            end = start + fork.end - fork.start
            added = replace(fork, branches=(*fork.branches, self.branch))
            walked = tree.walked(added, len(fork.branches), prose.part(start, end))
            forks = tree.changed_at(passage.forks, path, (walked,), walked.end - fork.end)
        return _rewritten(sheet, passage, self.label, start, end, new, forks)

    def merged(self, later: Edit) -> Edit | None:  # noqa: ARG002 - its inverse, a `ReplaceText`, is what merges
        return None


@dataclass(frozen=True)
class Walk:
    """Shows another branch of a fork."""

    label: str
    passage_id: str
    fork_id: str
    shown: int

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        path, fork, start = tree.found(passage.forks, self.fork_id)
        if self.shown == fork.shown:
            return _with_forks(sheet, passage, self.label, passage.forks)
        end = start + fork.end - fork.start
        walked = tree.walked(fork, self.shown, passage.prose.part(start, end))
        forks = tree.changed_at(passage.forks, path, (walked,), walked.end - fork.end)
        new = fork.branches[self.shown].prose
        return _rewritten(sheet, passage, self.label, start, end, new, forks)

    def merged(self, later: Edit) -> Edit | None:
        same = isinstance(later, Walk) and (later.passage_id, later.fork_id) == (
            self.passage_id,
            self.fork_id,
        )
        return later if same else None


@dataclass(frozen=True)
class Prune:
    """Removes a branch that does not show; a fork of which one is left is a fork no more."""

    label: str
    passage_id: str
    fork_id: str
    index: int

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        path, fork, _ = tree.found(passage.forks, self.fork_id)
        left = tree.pruned(fork, self.index)
        return _with_forks(sheet, passage, self.label, tree.changed_at(passage.forks, path, left, 0))

    def merged(self, later: Edit) -> Edit | None:  # noqa: ARG002 - each is a decision
        return None


@dataclass(frozen=True)
class Pin:
    """Marks a branch as one to keep, which cannot be pruned then, or takes the mark away."""

    label: str
    passage_id: str
    fork_id: str
    index: int
    pinned: bool = True

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        passage = sheet.passage(self.passage_id)
        path, fork, _ = tree.found(passage.forks, self.fork_id)
        if not 0 <= self.index < len(fork.branches):
            raise InvalidValue("there is no alternative {n} here", n=self.index + 1)
        pinned = fork.with_branch(self.index, replace(fork.branches[self.index], pinned=self.pinned))
        return _with_forks(sheet, passage, self.label, tree.changed_at(passage.forks, path, (pinned,), 0))

    def merged(self, later: Edit) -> Edit | None:  # noqa: ARG002 - each is a decision
        return None


def _rewritten(
    sheet: Sheet,
    passage: Passage,
    label: str,
    start: int,
    end: int,
    new: Prose,
    forks: tuple[Fork, ...],
    *,
    first: bool | None = None,
) -> tuple[Sheet, Edit]:
    """The sheet with `new` in place of a span, and what leads back exactly.

    With `first` None the first paragraph brings its style where whole paragraphs are replaced.
    """
    old = passage.prose
    first = _whole(old, start, end) if first is None else first
    prose = old.replaced(start, end, new, first=first)
    changed = replace(passage, prose=prose, forks=forks)
    weight = forks_nbytes(passage.forks, forks)
    back = ReplaceText(
        label, passage.id, start, start + len(new.text),
        prose=old.part(start, end), first=True, forks=passage.forks, weight=weight,
    )  # fmt: skip
    return with_passage(sheet, changed), back


def _with_forks(sheet: Sheet, passage: Passage, label: str, forks: tuple[Fork, ...]) -> tuple[Sheet, Edit]:
    """The sheet with other forks of the same text, and what leads back."""
    return _rewritten(sheet, passage, label, 0, 0, Prose(), forks, first=False)


def _whole(prose: Prose, start: int, end: int) -> bool:
    starts = start == 0 or prose.text[start - 1] == "\n"
    return starts and (end == len(prose.text) or prose.text[end] == "\n")


def _check_span(prose: Prose, start: int, end: int) -> None:
    if not 0 <= start <= end <= len(prose.text):
        raise InvalidValue(
            "the passage has {n} characters, {start} to {end} is not among them",
            n=len(prose.text), start=start, end=end,
        )  # fmt: skip


def as_typed(prose: Prose, start: int, end: int, text: str) -> Prose:
    """`text` as if typed in place of `start` to `end`: it looks like what is before that."""
    if start:
        look = typed_look(prose.chars.at(start - 1))
    else:
        look = typed_look(prose.chars.at(end)) if end < len(prose.text) else PLAIN
    inside = start > 0 and end < len(prose.text)
    made = inside and "typed" not in (prose.origins.at(start - 1), prose.origins.at(end))
    origin: Origin = "edited" if made else "typed"
    return Prose.plain(text, origin, look, _next_paragraph(prose.paragraphs.at(prose.paragraph_at(start))))


def _next_paragraph(style: ParagraphStyle) -> ParagraphStyle:
    """What comes after a paragraph of this style: a list goes on, a heading does not."""
    ends = style.kind == "rule" or style.kind.startswith("heading")
    return replace(style, kind=BODY.kind) if ends else style


def with_passage(sheet: Sheet, passage: Passage) -> Sheet:
    """The sheet with a passage in place of the one of the same id."""
    passages = tuple(passage if one.id == passage.id else one for one in sheet.passages)
    return replace(sheet, passages=passages)
