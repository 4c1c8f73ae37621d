"""Edits of rich text and its forks: each goes back exactly, and forks follow the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artstudio.documents.canvas import Canvas
from artstudio.documents.edits import Edit
from artstudio.documents.forks import MAX_DEPTH, Branch, Fork, every_fork, shown_forks
from artstudio.documents.project import Project
from artstudio.documents.prose import BODY, PLAIN, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Branched, Pin, Prune, ReplaceText, Restyle, Walk
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue
from tests.unit.documents.prose_rig import edited, proses, text_edits

RECIPE = Recipe("writer", "1", "continue")


def sheet_of(passage: Passage) -> Sheet:
    return Sheet(Canvas(1, 1), passages=(passage,))


def writing(text: str, origin: str = "typed") -> Sheet:
    return sheet_of(Passage("p1", "", Prose.plain(text, origin)))  # type: ignore[arg-type]


def after(sheet: Sheet, *edits: Edit) -> Sheet:
    for edit in edits:
        sheet, _ = edit.apply(sheet)
    return sheet


def text(sheet: Sheet) -> str:
    return sheet.passage("p1").text


def forked_texts(sheet: Sheet) -> list[str]:
    """What stands in each fork's stretch, outer ones first."""
    return [text(sheet)[fork.start : fork.end] for fork in shown_forks(sheet.passage("p1").forks)]


def branched(start: int, end: int, text: str, fork_id: str | None = None) -> Branched:
    return Branched("Continue", "p1", start, end, Branch(Prose.plain(text, "generated"), RECIPE), fork_id)


def check_forks(forks: tuple[Fork, ...], length: int) -> None:
    at = 0
    for fork in forks:
        assert at <= fork.start <= fork.end <= length
        at = fork.end
        for number, branch in enumerate(fork.branches):
            shown = number == fork.shown
            assert not (shown and branch.prose.text)
            check_forks(branch.forks, fork.end - fork.start if shown else len(branch.prose.text))


@settings(max_examples=150)
@given(proses(), st.data())
def test_every_edit_goes_back_exactly_and_again_forward(prose: Prose, data: st.DataObject) -> None:
    sheet = sheet_of(Passage("p1", "", prose))
    made: list[tuple[Sheet, Edit]] = []
    for _ in range(5):
        edit = data.draw(text_edits(sheet.passages[0]))
        before = sheet
        sheet, inverse = edit.apply(sheet)
        made.append((before, inverse))
        passage = sheet.passages[0]
        assert replace(passage.prose) == passage.prose
        check_forks(passage.forks, len(passage.text))
        ids = [fork.id for fork in every_fork(passage.forks)]
        assert len(set(ids)) == len(ids)
        assert edit.nbytes > 0
        assert inverse.nbytes > 0
    for before, inverse in reversed(made):
        back, again = inverse.apply(sheet)
        assert back == before
        assert again.apply(back)[0] == sheet
        sheet = back


@settings(max_examples=150)
@given(proses(), st.data())
def test_two_merged_are_as_the_two(prose: Prose, data: st.DataObject) -> None:
    passage = edited(data.draw, Passage("p1", "", prose), 2)
    sheet = sheet_of(passage)
    first = data.draw(text_edits(passage))
    middle, back_first = first.apply(sheet)
    second = data.draw(text_edits(middle.passages[0]))
    end, back_second = second.apply(middle)
    both = first.merged(second)
    if both is not None and not isinstance(first, ReplaceText):
        assert both.apply(sheet)[0] == end
    elif both is not None:  # what its neighbours look like may have been typed in between
        assert text(both.apply(sheet)[0]) == text(end)
    back = back_second.merged(back_first)
    if back is not None:
        assert back.apply(end)[0] == sheet


def test_a_run_of_streaming_is_one_step_which_undo_takes_back_whole() -> None:
    project = Project(writing("Once upon"))
    before = project.sheet
    project.do(branched(9, 9, " a"))
    for word in (" time", " there", " was"):
        end = len(text(project.sheet))
        project.do(ReplaceText("Continue", "p1", end, end, prose=Prose.plain(word, "generated")), merge=True)
    assert forked_texts(project.sheet) == [" a time there was"]
    assert len(project.history.steps) == 1
    project.undo()
    assert project.sheet == before
    project.redo()
    assert forked_texts(project.sheet) == [" a time there was"]


def test_typing_takes_the_look_before_it_but_no_link_or_picture() -> None:
    look = CharStyle(bold=True, link="https://example.org", picture=Picture(b"", 1, 1))
    start = sheet_of(Passage("p1", "", Prose.plain("ab", chars=look)))
    for at in (0, 1, 2):
        typed = after(start, ReplaceText("", "p1", at, at, "x")).passage("p1").prose
        assert typed.chars.at(at) == CharStyle(bold=True)
    assert after(writing(""), ReplaceText("", "p1", 0, 0, "x")).passage("p1").prose.chars.at(0) == PLAIN


@pytest.mark.parametrize(
    ("start", "end", "origin"),
    [(0, 0, "typed"), (1, 1, "edited"), (1, 3, "edited"), (2, 4, "typed"), (4, 4, "typed")],
)
def test_typing_inside_generated_text_edits_it(start: int, end: int, origin: str) -> None:
    prose = after(writing("made", "generated"), ReplaceText("", "p1", start, end, "x")).passage("p1").prose
    assert prose.origins.at(start) == origin
    beside = after(
        writing("made", "generated"), ReplaceText("", "p1", 2, 2, "x"), ReplaceText("", "p1", 3, 3, "y")
    )
    assert list(beside.passage("p1").prose.origins) == [
        (0, 2, "generated"),
        (2, 4, "edited"),
        (4, 6, "generated"),
    ]


@pytest.mark.parametrize(
    ("kind", "next_kind"), [("heading2", "body"), ("bullet", "bullet"), ("verse", "verse")]
)
def test_a_new_line_goes_on_with_a_list_but_not_with_a_heading(kind: str, next_kind: str) -> None:
    style = ParagraphStyle(kind, 2 if kind == "bullet" else 0)  # type: ignore[arg-type]
    start = sheet_of(Passage("p1", "", Prose.plain("ab", paragraph=style)))
    prose = after(start, ReplaceText("", "p1", 2, 2, "\nc")).passage("p1").prose
    assert prose.paragraphs.at(0) == style
    assert prose.paragraphs.at(1) == replace(style, kind=next_kind)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ forks


def test_every_retry_stays_a_branch_to_walk_to() -> None:
    sheet = after(writing("Once, "), branched(6, 6, "one."), branched(0, 0, "two, two.", "f1"))
    assert text(sheet) == "Once, two, two."
    texts = []
    for shown in (0, 1, 2):
        sheet = after(sheet, Walk("", "p1", "f1", shown))
        texts.append(text(sheet))
    assert texts == ["Once, ", "Once, one.", "Once, two, two."]
    (fork,) = sheet.passage("p1").forks
    assert [branch.recipe for branch in fork.branches] == [None, RECIPE, RECIPE]


def test_what_is_typed_into_a_branch_stays_with_it() -> None:
    sheet = after(
        writing("A "),
        branched(2, 2, "cat"),
        ReplaceText("", "p1", 5, 5, "!"),
        ReplaceText("", "p1", 3, 3, "o"),
    )
    assert forked_texts(sheet) == ["coat"]
    back = after(sheet, Walk("", "p1", "f1", 0))
    assert text(back) == "A !"
    assert text(after(back, Walk("", "p1", "f1", 1))) == "A coat!"
    assert list(after(back, Walk("", "p1", "f1", 1)).passage("p1").prose.origins)[2] == (3, 4, "edited")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (ReplaceText("", "p1", 0, 2, ""), ["cat"]),  # before it
        (ReplaceText("", "p1", 2, 2, "big "), ["cat"]),  # at its beginning
        (ReplaceText("", "p1", 3, 4, "u"), ["cut"]),  # inside
        (ReplaceText("", "p1", 5, 5, " sat"), ["cat"]),  # typed at its end
        (ReplaceText("", "p1", 5, 5, prose=Prose.plain(" sat", "generated")), ["cat sat"]),
        (ReplaceText("", "p1", 1, 4, "-"), ["t"]),  # across its beginning
        (ReplaceText("", "p1", 4, 6, "-"), ["ca"]),  # across its end
        (ReplaceText("", "p1", 2, 5, ""), []),
        (ReplaceText("", "p1", 1, 6, "gone"), []),
    ],
)
def test_a_fork_follows_the_text(edit: ReplaceText, expected: list[str]) -> None:
    sheet = after(writing("A  end"), branched(2, 2, "cat"), edit)
    assert forked_texts(sheet) == expected
    assert edit.text in text(sheet)


def test_forks_make_a_tree() -> None:
    sheet = after(writing("I "), branched(2, 2, "see a cat now"), branched(8, 11, "dog"))
    assert forked_texts(sheet) == ["see a dog now", "dog"]
    hidden = after(sheet, Walk("", "p1", "f1", 0), ReplaceText("", "p1", 0, 1, "We"))
    assert forked_texts(hidden) == [""]
    with pytest.raises(InvalidValue, match="not in the text"):
        Walk("", "p1", "f2", 0).apply(hidden)
    again = after(hidden, Walk("", "p1", "f1", 1), Walk("", "p1", "f2", 0))
    assert (text(again), forked_texts(again)) == ("We see a cat now", ["see a cat now", "cat"])


def test_one_that_lies_around_others_takes_them_along() -> None:
    sheet = after(writing("a b c"), branched(2, 3, "BB"), branched(0, 4, "all", None))
    assert (text(sheet), forked_texts(sheet)) == ("all c", ["all"])
    back = after(sheet, Walk("", "p1", "f2", 0))
    assert (text(back), forked_texts(back)) == ("a BB c", ["a BB", "BB"])
    assert text(after(back, Walk("", "p1", "f1", 0))) == "a b c"


def test_continuing_at_the_end_goes_beside_not_inside() -> None:
    sheet = writing("")
    for number in range(200):  # a novel; inside one another they would be too deep
        end = len(text(sheet))
        sheet = after(sheet, branched(end, end, f"{number}. "))
    forks = sheet.passage("p1").forks
    assert len(forks) == 200
    assert text(after(sheet, Walk("", "p1", forks[100].id, 0))).startswith("0. 1. 2.")


def test_too_many_inside_one_another_are_refused() -> None:
    sheet = after(writing("x" * 300), branched(0, 300, "y" * 300))
    for depth in range(1, MAX_DEPTH):
        sheet = after(sheet, branched(depth, 300 - depth, "z" * (300 - 2 * depth)))
    with pytest.raises(InvalidValue, match="prune some"):
        after(sheet, branched(100, 101, ""))
    assert len(forked_texts(sheet)) == MAX_DEPTH


def test_pruning_leaves_the_text_and_the_last_one_dissolves_the_fork() -> None:
    sheet = after(writing("A "), branched(2, 2, "cat"), branched(0, 0, "dog", "f1"))
    one = after(sheet, Prune("", "p1", "f1", 0))
    assert text(one) == "A dog"
    assert text(after(one, Walk("", "p1", "f1", 0))) == "A cat"
    inner = after(one, branched(3, 4, "i"), Prune("", "p1", "f1", 0))
    assert forked_texts(inner) == ["i"]
    assert text(after(inner, Walk("", "p1", "f2", 0))) == "A dog"


def test_a_pinned_branch_is_not_pruned() -> None:
    sheet = after(writing(""), branched(0, 0, "cat"), Pin("", "p1", "f1", 0))
    with pytest.raises(InvalidValue, match="pinned"):
        Prune("", "p1", "f1", 0).apply(sheet)
    free = after(sheet, Pin("", "p1", "f1", 0, pinned=False), Prune("", "p1", "f1", 0))
    assert free.passage("p1").forks == ()


def test_a_poem_in_an_empty_paragraph_is_verse_from_its_first_line() -> None:
    poem = Prose.plain("one\ntwo", "generated", paragraph=ParagraphStyle("verse"))
    sheet = after(writing("a\n\nb"), Branched("Poem", "p1", 2, 2, Branch(poem)))
    kinds = [sheet.passage("p1").prose.paragraphs.at(i).kind for i in range(4)]
    assert kinds == ["body", "verse", "verse", "body"]
    back = after(sheet, Walk("", "p1", "f1", 0)).passage("p1").prose
    assert (back.text, list(back.paragraphs)) == ("a\n\nb", [(0, 3, BODY)])


@pytest.mark.parametrize(
    "edit",
    [
        ReplaceText("", "p1", 3, 2, prose=Prose()),
        Restyle("", "p1", 0, 5, Runs.of(PLAIN, 5)),
        Restyle("", "p1", 0, 2, Runs.of(PLAIN, 1)),
        Restyle("", "p1", 0, 0, None, 1, Runs.of(BODY, 1)),
        Branched("", "p1", 0, 9, Branch(Prose())),
        Branched("", "p1", 0, 0, Branch(Prose()), "f9"),
        Walk("", "p1", "f9", 0),
        Walk("", "p1", "f1", 2),
        Prune("", "p1", "f1", 1),
        Prune("", "p1", "f1", 5),
        Pin("", "p1", "f1", -1),
    ],
)
def test_what_does_not_fit_raises(edit: Edit) -> None:
    with pytest.raises(InvalidValue):
        edit.apply(after(writing("a"), branched(1, 1, "b")))
