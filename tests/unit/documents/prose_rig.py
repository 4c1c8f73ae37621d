"""Rich text of every kind, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from artstudio.documents.prose import ALIGNS, KINDS, ORIGINS, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.runs import Runs

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
