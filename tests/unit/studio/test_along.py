"""What of a text a model is given, and how what it wrote comes into the text."""

from __future__ import annotations

import pytest

from artstudio.documents.forks import fresh_fork_id, shown_forks
from artstudio.documents.prose import CharStyle, Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Prune, Walk
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Text
from artstudio.studio.along import (
    MOST_GIVEN,
    Place,
    Written,
    fork_at,
    landed,
    new_part,
    of_length,
    retry_place,
    text_after,
    text_before,
)

RECIPE = Recipe("quill", "1", "continue", params={"length": 200})


def tale(text: str) -> Sheet:
    prose = Prose.plain(text, chars=CharStyle(italic=True))
    return Sheet(Sheet.blank(8, 8).canvas, passages=(Passage("p1", "Tale", prose),))


def land(sheet: Sheet, place: Place, *texts: str, shown: int = 0) -> tuple[Sheet, Place]:
    edit, there = landed(sheet, "Go on", place, [Written(text, RECIPE) for text in texts], shown)
    after, back = edit.apply(sheet)
    assert back.apply(after)[0] == sheet
    return after, there


def shows(sheet: Sheet) -> list[str]:
    passage = sheet.passage("p1")
    return [passage.text, *(passage.text[fork.start : fork.end] for fork in shown_forks(passage.forks))]


def test_a_model_gets_whole_paragraphs_where_it_can() -> None:
    text = "a" * 30_000 + "\n" + "b" * 15_000 + "\n" + "c" * 4_000
    assert text_before(text, len(text)) == "b" * 15_000 + "\n" + "c" * 4_000
    assert text_before(text, 10) == "a" * 10
    assert text_before(text, 30_000) == "a" * MOST_GIVEN
    assert text_after(text, 30_001) == text[30_001:]
    assert text_after(text, 29_000) == "a" * 1_000 + "\n" + "b" * 15_000
    assert text_after(text, 0) == "a" * MOST_GIVEN


def test_only_what_is_new_is_written() -> None:
    assert new_part("one two", {"text": Text("one")}) == " two"
    assert new_part("one two three", {"before": Text("one "), "after": Text(" three")}) == "two"
    assert new_part("another", {"text": Text("one")}) == "another"
    assert new_part("aa", {"before": Text("aa"), "after": Text("a")}) == "aa"  # the two may not overlap


def test_what_was_stopped_has_the_length_it_got_to() -> None:
    assert of_length(RECIPE, 7).params == {"length": 7}
    assert of_length(RECIPE, None) == RECIPE
    assert of_length(Recipe("quill", "1", "fill"), 7).params == {}


def test_going_on_from_what_was_made_comes_and_goes_with_it() -> None:
    sheet, place = land(tale("A "), Place("p1", 2, 2), "cat", "dog")
    assert shows(sheet) == ["A cat", "cat"]
    sheet, place = land(sheet, Place("p1", place.end, place.end), " sat", shown=0)
    assert shows(sheet) == ["A cat sat", "cat sat", " sat"]
    sheet = Walk("", "p1", "f1", 2).apply(sheet)[0]
    assert shows(sheet) == ["A dog", "dog"]
    sheet = Walk("", "p1", "f1", 1).apply(sheet)[0]
    assert shows(sheet) == ["A cat sat", "cat sat", " sat"]
    retry = retry_place(sheet, "p1", 9)
    assert retry == Place("p1", 5, 9, "f2")
    sheet, _ = land(sheet, retry, " ran")
    assert shows(sheet) == ["A cat ran", "cat ran", " ran"]


def test_one_can_go_on_as_often_as_one_likes() -> None:
    sheet = tale("")
    place = Place("p1", 0, 0)
    for _ in range(100):
        edit, place = landed(sheet, "Go on", place, [Written("x", RECIPE)], 0)
        sheet, _ = edit.apply(sheet)
        place = Place("p1", place.end, place.end)
    assert sheet.passage("p1").text == "x" * 100


def test_what_is_written_takes_the_look_of_its_place_and_equal_alternatives_are_one() -> None:
    sheet, place = land(tale("A end"), Place("p1", 2, 2), "cat ", "cat ", "dog ", shown=2)
    passage = sheet.passage("p1")
    assert passage.text == "A dog end"
    assert list(passage.prose.chars) == [(0, 9, CharStyle(italic=True))]
    assert len(passage.forks[0].branches) == 3
    assert place == Place("p1", 2, 6, "f1")


def test_a_fork_that_was_pruned_meanwhile_is_begun_anew() -> None:
    sheet, place = land(tale("A "), Place("p1", 2, 2), "cat")
    sheet = Prune("", "p1", "f1", 0).apply(sheet)[0]
    assert sheet.passage("p1").forks == ()
    sheet, _ = land(sheet, place, "dog")
    assert shows(sheet) == ["A dog", "dog"]
    assert fresh_fork_id(sheet.passage("p1").forks) == "f2"


def test_of_forks_at_one_place_the_one_that_ends_there_is_meant() -> None:
    sheet, _ = land(tale("A  end"), Place("p1", 2, 2), "cat")
    forks = sheet.passage("p1").forks
    assert fork_at(forks, 1) is None
    assert [fork_at(forks, at).id for at in (2, 3, 5)] == ["f1"] * 3  # type: ignore[union-attr]
    nothing = Walk("", "p1", "f1", 0).apply(sheet)[0].passage("p1").forks
    assert fork_at(nothing, 2) == nothing[0]


def test_nothing_or_nowhere_is_said_in_one_sentence() -> None:
    with pytest.raises(InvalidValue, match="nothing was written"):
        landed(tale("A"), "Go on", Place("p1", 1, 1), [Written("", RECIPE)], 0)
    with pytest.raises(InvalidValue, match="not there any more"):
        landed(tale("A"), "Go on", Place("p1", 5, 6), [Written("x", RECIPE)], 0)
    with pytest.raises(InvalidValue, match="there is no passage p9"):
        landed(tale("A"), "Go on", Place("p9", 0, 0), [Written("x", RECIPE)], 0)


def test_the_place_moves_with_the_text_around_it() -> None:
    place = Place("p1", 5, 8)
    assert place.followed(0, 0, 3) == Place("p1", 8, 11)
    assert place.followed(5, 5, 2) == Place("p1", 7, 10)
    assert place.followed(8, 9, 0) == Place("p1", 5, 8)
    assert place.followed(4, 10, 1) == Place("p1", 5, 5)
    assert place.followed(6, 7, 0) == Place("p1", 5, 7)
