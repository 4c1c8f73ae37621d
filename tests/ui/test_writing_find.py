"""Finding and replacing, with words and patterns."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from artstudio.documents.forks import Branch
from artstudio.documents.prose import CharStyle, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.text_edits import Branched
from artstudio.sdk import InvalidValue
from artstudio.ui.writing.finding import Wanted, find_all, replacement
from tests.ui.writing_rig import Desk


def look_for(desk: Desk, text: str, *, count: int) -> None:
    desk.trigger("text.find")
    desk.pane.find_bar.field.setText(text)
    desk.qtbot.waitUntil(lambda: len(desk.pane.find_bar._found) == count)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted("the"), [(0, 3), (10, 13), (15, 18)]),
        (Wanted("the", match_case=True), [(10, 13), (15, 18)]),
        (Wanted("the", whole_words=True), [(0, 3), (15, 18)]),
        (Wanted("."), [(22, 23)]),
        (Wanted(r"\w+n\b", pattern=True), [(10, 14), (19, 22)]),
        (Wanted("^.", pattern=True), [(0, 1), (24, 25)]),
        (Wanted("x*", pattern=True), []),
        (Wanted(""), []),
    ],
)
def test_what_is_found(wanted: Wanted, places: list[tuple[int, int]]) -> None:
    found = find_all("The 🎨 or  then the man.\n画", wanted)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == places


def test_places_count_characters_behind_signs_of_two_units() -> None:
    text = "🎨🎨 ab"
    found = find_all(text, Wanted("ab"))
    assert (found.starts.tolist(), found.ends.tolist()) == ([3], [5])


def test_a_pattern_that_cannot_be_read_is_said_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(InvalidValue, match="pattern cannot be read"):
        find_all("text", Wanted("(", pattern=True))
    desk.open("text")
    desk.pane.find_bar.pattern.setChecked(True)
    desk.trigger("text.find")
    desk.pane.find_bar.field.setText("(")
    desk.qtbot.waitUntil(lambda: "cannot be read" in desk.pane.find_bar.said.text())


def test_a_pattern_without_end_ends() -> None:
    began = time.monotonic()
    with pytest.raises(InvalidValue, match="too long"):
        find_all("b " + "a" * 60 + "!", Wanted("b|(a|aa)+$", pattern=True))
    assert time.monotonic() - began < 10


def test_replacement_says_what_was_caught() -> None:
    assert replacement(r"\2 \1\n\\", ("ab", "a", "b")) == "b a\n\\"
    assert replacement(r"\9", ("a",)) == r"\9"
    assert replacement(r"\1", None) == r"\1"


def test_f3_walks_through_all_places_and_round(desk: Desk) -> None:
    desk.open("one two one two one")
    look_for(desk, "one", count=3)
    bar = desk.pane.find_bar
    desk.qtbot.waitUntil(lambda: desk.editor.span == (0, 3))
    assert bar.said.text() == "1 of 3"
    bar.next()
    assert desk.editor.span == (8, 11)
    bar.next()
    bar.next()
    assert desk.editor.span == (0, 3)
    bar.previous()
    assert desk.editor.span == (16, 19)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.editor.hasFocus()


def test_replace_one_after_the_other_keeps_the_looks(desk: Desk) -> None:
    chars = Runs.collected([(CharStyle(bold=True), 3), (CharStyle(), 4)])
    desk.open(Prose("cat cat", chars, origins=Runs.of("typed", 7)))
    look_for(desk, "cat", count=2)
    bar = desk.pane.find_bar
    bar.other.setText("mouse")
    desk.qtbot.waitUntil(lambda: desk.editor.span == (0, 3))
    bar.replace()
    assert (desk.text, desk.spans) == ("mouse cat", ["mouse:bold"])
    assert desk.editor.span == (6, 9)
    bar.replace()
    assert desk.text == "mouse mouse"
    desk.holds()
    desk.session.undo()
    assert desk.text == "mouse cat"


def test_replace_all_is_one_step(desk: Desk) -> None:
    text = "Anna saw Anna\nand Anna left\nAnna"
    kinds = Runs.collected(
        [(ParagraphStyle("heading1"), 1), (ParagraphStyle(), 1), (ParagraphStyle("quote"), 1)]
    )
    plain = Prose.plain(text)
    before = Prose(text, plain.chars, kinds, plain.origins)
    desk.open(before)
    steps = len(desk.session.project.history.steps)
    bar = desk.pane.find_bar
    bar.pattern.setChecked(True)
    look_for(desk, r"An(n)a", count=4)
    bar.other.setText(r"E\1e")
    bar.replace_all()
    desk.qtbot.waitUntil(lambda: desk.text == "Ene saw Ene\nand Ene left\nEne")
    assert desk.kinds == ["heading1", "body", "quote"]
    assert len(desk.session.project.history.steps) == steps + 1
    desk.holds()
    desk.session.undo()
    assert desk.prose == before
    desk.holds()


def test_replace_all_across_lines_and_with_lines(desk: Desk) -> None:
    desk.open("a\nb\nc;d")
    bar = desk.pane.find_bar
    bar.pattern.setChecked(True)
    look_for(desk, r"\n|;", count=3)
    bar.other.setText(r"\n\n")
    bar.replace_all()
    desk.qtbot.waitUntil(lambda: desk.text == "a\n\nb\n\nc\n\nd")
    desk.holds()


def test_replace_all_keeps_the_alternatives_of_the_text(desk: Desk) -> None:
    desk.open("a cat and ", cursor=10)
    desk.session.do(Branched("Continue", "p1", 10, 10, Branch(Prose.plain("a cat again", "generated"))))
    look_for(desk, "cat", count=2)
    desk.pane.find_bar.other.setText("lynx")
    desk.pane.find_bar.replace_all()
    desk.qtbot.waitUntil(lambda: desk.text == "a lynx and a lynx again")
    fork = desk.session.project.sheet.passage("p1").forks[0]
    assert desk.text[fork.start : fork.end] == "a lynx again"


def test_what_was_found_moves_with_what_is_typed(desk: Desk) -> None:
    desk.open("one two one", cursor=0)
    look_for(desk, "one", count=2)
    desk.qtbot.waitUntil(lambda: desk.editor.span == (0, 3))
    desk.editor.setFocus()
    desk.editor.select(4, 4)
    desk.type("x")
    assert desk.pane.find_bar._found.starts.tolist() == [0, 9]
