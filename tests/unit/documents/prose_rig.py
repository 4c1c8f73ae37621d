"""Rich text of every kind, for property tests."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from artstudio.documents.canvas import Canvas
from artstudio.documents.edits import Edit
from artstudio.documents.forks import Branch, shown_forks
from artstudio.documents.prose import ALIGNS, KINDS, ORIGINS, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Branched, Pin, Prune, ReplaceText, Restyle, Walk
from artstudio.documents.writing import Passage

PICTURES = (Picture(b"one", 3, 2, "a cat"), Picture(b"two", 1, 1))
STYLES = st.builds(
    CharStyle,
    bold=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "https://example.org/ü"]),
    picture=st.sampled_from([None, None, *PICTURES]),
)
PARAGRAPHS = st.builds(
    ParagraphStyle, kind=st.sampled_from(KINDS), level=st.integers(0, 8), align=st.sampled_from(ALIGNS)
)


@st.composite
def proses(draw: st.DrawFn, most: int = 10) -> Prose:
    text = draw(st.text("ab\n\n字𝄞", max_size=most))
    size, lines = len(text), text.count("\n") + 1
    return Prose(
        text,
        Runs.collected((draw(STYLES), 1) for _ in range(size)),
        Runs.collected((draw(PARAGRAPHS), 1) for _ in range(lines)),
        Runs.collected((draw(st.sampled_from(ORIGINS)), 1) for _ in range(size)),
    )


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, length))


@st.composite
def text_edits(draw: st.DrawFn, passage: Passage) -> Edit:
    """Any edit that fits the passage, of all kinds."""
    prose = passage.prose
    start, end = draw(spans(len(prose.text)))
    kinds = ["type", "replace", "looks", "paragraphs", "branch"]
    forks = list(shown_forks(passage.forks))
    kind = draw(st.sampled_from(kinds + ["retry", "walk", "walk", "prune", "pin"] * bool(forks)))
    match kind:
        case "type":
            return ReplaceText("Typing", passage.id, start, end, draw(st.text("ab\n字", max_size=3)))
        case "replace":
            new = draw(proses(5))
            return ReplaceText("Paste", passage.id, start, end, prose=new, first=draw(st.booleans()))
        case "looks":
            return Restyle("Bold", passage.id, start, end, Runs.of(draw(STYLES), end - start))
        case "paragraphs":
            first, last = prose.paragraph_at(start), prose.paragraph_at(end)
            looks = Runs.of(draw(PARAGRAPHS), last + 1 - first)
            return Restyle("Quote", passage.id, 0, 0, None, first, looks)
        case "branch":
            branch = Branch(draw(proses(5)))
            return Branched("Continue", passage.id, start, end, branch, grows=draw(st.booleans()))
    fork = draw(st.sampled_from(forks))
    index = draw(st.integers(0, len(fork.branches) - 1))
    match kind:
        case "retry":
            return Branched("Retry", passage.id, 0, 0, Branch(draw(proses(5))), fork.id)
        case "prune" if index != fork.shown and not fork.branches[index].pinned:
            return Prune("Prune", passage.id, fork.id, index)
        case "pin":
            return Pin("Pin", passage.id, fork.id, index, draw(st.booleans()))
    return Walk("Walk", passage.id, fork.id, index)


def edited(draw: Callable[[st.SearchStrategy[Edit]], Edit], passage: Passage, times: int) -> Passage:
    """A passage after some edits."""
    sheet = Sheet(Canvas(1, 1), passages=(passage,))
    for _ in range(times):
        sheet, _ = draw(text_edits(sheet.passages[0])).apply(sheet)
    return sheet.passages[0]
