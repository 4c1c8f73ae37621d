from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents.prose import BODY, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.prose_differences import differing
from artstudio.documents.runs import Runs
from artstudio.sdk import InvalidValue
from tests.unit.documents.prose_rig import proses, spans

HEADING, VERSE, QUOTE = ParagraphStyle("heading1"), ParagraphStyle("verse"), ParagraphStyle("quote")


def rebuilt(prose: Prose) -> Prose:
    """The same through the constructor, which counts everything anew."""
    return Prose(prose.text, prose.chars, prose.paragraphs, prose.origins)


@given(proses(), proses(), st.data())
def test_putting_back_what_was_there_is_exact(old: Prose, new: Prose, data: st.DataObject) -> None:
    start, end = data.draw(spans(len(old.text)))
    first = data.draw(st.booleans())
    changed = old.replaced(start, end, new, first=first)
    assert changed.text == old.text[:start] + new.text + old.text[end:]
    assert rebuilt(changed) == changed
    assert changed.replaced(start, start + len(new.text), old.part(start, end), first=True) == old
    if not first:
        assert changed.replaced(start, start + len(new.text), old.part(start, end)) == old


@given(proses(), st.data())
def test_a_part_is_a_whole_text(prose: Prose, data: st.DataObject) -> None:
    start, end = data.draw(spans(len(prose.text)))
    part = prose.part(start, end)
    assert rebuilt(part) == part
    assert [part.chars.at(i) for i in range(end - start)] == [prose.chars.at(i) for i in range(start, end)]
    assert prose.replaced(start, end, part) == prose


@given(proses(), st.data())
def test_places_and_paragraphs_agree(prose: Prose, data: st.DataObject) -> None:
    lines = prose.text.split("\n")
    assert prose.paragraph_count == len(lines)
    spans_of = [prose.paragraph_span(i) for i in range(prose.paragraph_count)]
    assert [prose.text[start:end] for start, end in spans_of] == lines
    i = data.draw(st.integers(0, len(prose.text)))
    start, end = prose.paragraph_span(prose.paragraph_at(i))
    assert start <= i <= end


def two_lines() -> Prose:
    return Prose(
        "Title\nline", Runs.of(CharStyle(), 10), Runs.of(HEADING, 1) + Runs.of(VERSE, 1), Runs.of("typed", 10)
    )


def styles(prose: Prose) -> list[str]:
    return [prose.paragraphs.at(i).kind for i in range(prose.paragraph_count)]


def test_new_paragraphs_bring_their_style_but_the_first_joins() -> None:
    new = Prose.plain("a\nb\nc", paragraph=QUOTE)
    assert styles(two_lines().replaced(2, 3, new)) == ["heading1", "quote", "quote", "verse"]
    assert styles(two_lines().replaced(2, 3, new, first=True)) == ["quote", "quote", "quote", "verse"]
    assert styles(two_lines().replaced(4, 7, Prose())) == ["heading1"]
    assert styles(two_lines() + new) == ["heading1", "verse", "quote", "quote"]


def test_looks_of_characters_and_paragraphs_change_apart() -> None:
    bold = two_lines().styled(0, 5, lambda style: replace(style, bold=True))
    assert list(bold.chars) == [(0, 5, CharStyle(bold=True)), (5, 10, CharStyle())]
    assert styles(bold) == ["heading1", "verse"]
    body = bold.restyled(1, 1, lambda _: BODY)
    assert (styles(body), body.chars) == (["heading1", "body"], bold.chars)


def test_pictures_are_equal_by_what_they_hold() -> None:
    assert Picture(b"png", 2, 2) == Picture(b"png", 2, 2) != Picture(b"gnp", 2, 2)
    assert Picture(b"png", 2, 2, "a") != Picture(b"png", 2, 2, "b")
    assert len({Picture(b"png", 2, 2), Picture(b"png", 2, 2)}) == 1


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidValue, match="length"):
        Prose("abc")
    with pytest.raises(InvalidValue, match="length"):
        replace(two_lines(), paragraphs=Runs.of(BODY, 3))
    with pytest.raises(InvalidValue, match="paragraphs of the kind"):
        ParagraphStyle("poem")  # type: ignore[arg-type]
    with pytest.raises(IndexError):
        two_lines().part(3, 11)
    with pytest.raises(IndexError):
        two_lines().paragraph_span(2)


@given(proses(), proses(4), st.data())
def test_what_differs_is_all_that_leads_from_one_to_the_other(
    old: Prose, piece: Prose, data: st.DataObject
) -> None:
    start, end = data.draw(spans(len(old.text)))
    looks = data.draw(spans(len(old.text)))
    changed = old.replaced(start, end, piece, first=data.draw(st.booleans()))
    restyled = old.styled(*looks, lambda _: CharStyle(strike=True))
    lines = sorted(old.paragraph_at(at) for at in looks)
    requoted = old.restyled(lines[0], lines[1], lambda _: QUOTE)
    for new in (changed, restyled, requoted, piece):
        span = differing(old, new)
        assert (span is None) == (old == new)
        if span is not None:
            start, old_end, new_end = span
            assert old.replaced(start, old_end, new.part(start, new_end), first=True) == new
    assert differing(old, rebuilt(old)) is None


def test_one_letter_of_many_is_all_that_differs() -> None:
    old = Prose.plain("a line of it\n" * 500)
    assert differing(old, old.replaced(600, 600, Prose.plain("x"))) == (600, 600, 601)
    assert differing(old, old.styled(40, 45, lambda _: CharStyle(bold=True))) == (40, 45, 45)
    assert differing(old, old.restyled(2, 2, lambda _: QUOTE)) == (38, 38, 38)
