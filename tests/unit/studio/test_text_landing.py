"""Where texts land: beside what was there, as branches to walk between."""

from __future__ import annotations

import pytest

from artstudio.documents.forks import shown_forks
from artstudio.documents.prose import CharStyle, Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import ReplaceText, Walk
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Text
from artstudio.studio.landing import Where, landing_edit, standing

RECIPE = Recipe("writer", "1", "continue")


def writing(text: str) -> Sheet:
    look = CharStyle(italic=True)
    blank = Sheet.blank(8, 8)
    return Sheet(blank.canvas, passages=(Passage("p1", "Tale", Prose.plain(text, chars=look)),))


def landed(
    sheet: Sheet,
    result: str,
    start: int,
    end: int,
    base: str | None = None,
    *used: str,
    after: str | None = None,
) -> Sheet:
    """`result` made for a span and kept, if `used` still stands there."""
    where = Where(passage_id="p1", start=start, end=end)
    if used:
        where = standing(sheet, where, used)
    edit = landing_edit(
        sheet, Text(result), "Go on", recipe=RECIPE, where=where,
        base=None if base is None else Text(base), after=None if after is None else Text(after),
    )  # fmt: skip
    return edit.apply(sheet)[0]


def branches(sheet: Sheet) -> list[list[str]]:
    """The texts of each fork's branches, the one that shows marked."""
    passage = sheet.passage("p1")
    return [
        [
            f"*{passage.text[fork.start : fork.end]}" if i == fork.shown else branch.prose.text
            for i, branch in enumerate(fork.branches)
        ]
        for fork in shown_forks(passage.forks)
    ]


def test_a_continuation_brings_only_what_is_new_and_takes_the_look_of_what_is_before() -> None:
    sheet = landed(writing("Once upon a time"), "Once upon, then", 0, 9, "Once upon")
    passage = sheet.passage("p1")
    assert passage.text == "Once upon, then a time"
    assert list(passage.prose.origins) == [(0, 9, "typed"), (9, 15, "generated"), (15, 22, "typed")]
    assert list(passage.prose.chars) == [(0, 22, CharStyle(italic=True))]
    assert branches(sheet) == [["", "*, then"]]
    assert passage.forks[0].branches[1].recipe == RECIPE


def test_a_retry_is_one_more_branch() -> None:
    sheet = landed(writing("A "), "A cat", 0, 2, "A ")
    sheet = landed(sheet, "A dog", 0, 2, "A ", "A ")
    assert branches(sheet) == [["", "cat", "*dog"]]
    nothing = Walk("", "p1", "f1", 0).apply(sheet)[0]
    assert branches(landed(nothing, "A cow", 0, 2, "A ", "A ")) == [["", "cat", "dog", "*cow"]]


def test_going_on_from_a_continuation_is_another_fork() -> None:
    sheet = landed(writing("A "), "A cat", 0, 2, "A ")
    sheet = landed(sheet, "A cat sat", 0, 5, "A cat")
    assert branches(sheet) == [["", "*cat"], ["", "* sat"]]


def test_what_fills_a_gap_leaves_both_sides_alone_and_can_be_tried_again() -> None:
    sheet = landed(writing("one three"), "one two three", 0, 9, "one ", "one ", "three", after="three")
    assert (sheet.passage("p1").text, branches(sheet)) == ("one two three", [["", "*two "]])
    assert list(sheet.passage("p1").prose.origins)[::2] == [(0, 4, "typed"), (8, 13, "typed")]
    sheet = landed(sheet, "one 2 three", 0, 9, "one ", "one ", "three", after="three")
    assert (sheet.passage("p1").text, branches(sheet)) == ("one 2 three", [["", "two ", "*2 "]])


def test_what_replaces_a_selection_between_both_sides_keeps_it_as_a_branch() -> None:
    sheet = landed(writing("one 2 three"), "one two three", 0, 11, "one ", after=" three")
    assert branches(sheet) == [["2", "*two"]]


def test_a_translation_stands_beside_what_it_translates() -> None:
    sheet = landed(writing("a cat sat"), "chat", 2, 5, None, "cat")
    assert branches(sheet) == [["cat", "*chat"]]
    sheet = landed(sheet, "Katze", 2, 5, None, "cat")
    assert (sheet.passage("p1").text, branches(sheet)) == ("a Katze sat", [["cat", "chat", "*Katze"]])


def test_where_the_text_was_written_anew_it_lands_as_a_passage() -> None:
    sheet = ReplaceText("", "p1", 0, 1, "another").apply(writing("a cat"))[0]
    sheet = landed(sheet, "chat", 2, 5, None, "cat")
    assert [one.text for one in sheet.passages] == ["another cat", "chat"]
    assert list(sheet.passages[1].prose.origins) == [(0, 4, "generated")]


def test_a_text_file_is_typed_by_somebody() -> None:
    sheet = Sheet.blank(8, 8)
    sheet = landing_edit(sheet, Text("from a file"), "File").apply(sheet)[0]
    assert list(sheet.passages[0].prose.origins) == [(0, 11, "typed")]


def test_what_changes_nothing_is_refused() -> None:
    with pytest.raises(InvalidValue, match="changes nothing"):
        landed(writing("same"), "same", 0, 4, "same")
    with pytest.raises(InvalidValue, match="not there"):
        landed(writing("short"), "longer", 3, 40)
