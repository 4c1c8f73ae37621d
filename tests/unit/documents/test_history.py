"""Undo and redo over everything at once: the promise that no step loses anything."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Edit, PaintTiles, Put, Together
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue
from tests.helpers.random_edits import paint, put, random_edit, retype, set_canvas, set_maps, together, track


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_thousand_mixed_edits_are_undone_and_redone_exactly(seed: int) -> None:
    rng = random.Random(seed)
    project = Project(Sheet.blank(200, 130))
    states = [project.sheet]
    for _ in range(1000):
        project.do(random_edit(project.sheet, rng))
        states.append(project.sheet)
    for state in reversed(states[:-1]):
        assert project.undo()
        assert project.sheet == state
    assert not project.undo()
    for state in states[1:]:
        assert project.redo()
        assert project.sheet == state
    assert not project.redo()
    for position in rng.choices(range(len(states)), k=20):
        project.go_to(position)
        assert project.sheet == states[position]


@pytest.mark.parametrize("seed", [4, 5])
def test_merged_steps_lead_back_to_where_they_began_and_forth_again(seed: int) -> None:
    rng = random.Random(seed)
    project = Project(Sheet.blank(200, 130))
    states = [project.sheet]  # at each position
    make = random_edit
    for number in range(600):
        if number % 10 == 0:  # runs of one kind, as a hand works
            make = rng.choice([put, paint, retype, set_maps, set_canvas, together, random_edit])
        project.do(make(project.sheet, rng), merge=rng.random() < 0.7)
        del states[project.history.position :]
        states.append(project.sheet)
    assert len(states) < 500, "nothing was merged"
    for position in (*reversed(range(len(states))), *range(len(states))):
        project.go_to(position)
        assert project.sheet == states[position]


def test_a_run_of_typing_is_one_step() -> None:
    project = Project(replace(Sheet.blank(), passages=(Passage.plain("p1", "", "one three"),)))
    for i, letter in enumerate("two "):
        project.do(ReplaceText("Typing", "p1", 4 + i, 4 + i, letter), merge=i > 0)
    project.do(ReplaceText("Typing", "p1", 7, 8, ""), merge=True)  # the backspace key
    assert project.sheet.passage("p1").text == "one twothree"
    assert [step.label for step in project.history.steps] == ["Typing"]
    project.undo()
    assert project.sheet.passage("p1").text == "one three"
    project.redo()
    assert project.sheet.passage("p1").text == "one twothree"


def test_typing_elsewhere_is_a_step_of_its_own() -> None:
    project = Project(replace(Sheet.blank(), passages=(Passage.plain("p1", "", "one three"),)))
    project.do(ReplaceText("Typing", "p1", 0, 0, "x"))
    project.do(ReplaceText("Typing", "p1", 8, 8, "y"), merge=True)
    assert len(project.history.steps) == 2


def test_a_stroke_is_one_step_and_keeps_only_the_first_pixels() -> None:
    start = Tiles(64, 64).with_changes({(0, 0): 7})
    project = Project(Sheet(Canvas(64, 64, (Layer("l1", "a", start),))))
    for colour in (8, 9, 10):
        project.do(PaintTiles("Brush", "l1", {(0, 0): colour}), merge=True)
    assert len(project.history.steps) == 1
    project.undo()
    assert project.sheet.layer("l1").pixels == start


def test_dragging_two_tracks_is_one_step_that_does_not_grow() -> None:
    rng, project = random.Random(0), Project(Sheet.blank())
    for name in ("t1", "t2"):
        project.do(Put("Add", "track", name, track(project.sheet, name, rng)))
    before = project.sheet
    sizes: list[int] = []
    for _ in range(20):
        moved = tuple(Put("Move", "track", name, track(project.sheet, name, rng)) for name in ("t1", "t2"))
        project.do(Together("Move notes", moved), merge=bool(sizes))
        sizes.append(project.history.nbytes)
    assert len(project.history.steps) == 3
    assert len(set(sizes)) == 1
    project.undo()
    assert project.sheet == before


def painting(budget_nbytes: int) -> Project:
    return Project(Sheet(Canvas(64, 64, (Layer("l1", "a", Tiles(64, 64)),))), budget_nbytes=budget_nbytes)


def stroke(number: int) -> Edit:
    return PaintTiles(
        f"Stroke {number}",
        "l1",
        {(0, 0): np.full((64, 64), 9, np.uint32) + np.eye(64, dtype=np.uint32) * number},
    )


def test_beyond_the_budget_the_oldest_steps_go_and_the_rest_still_works() -> None:
    project = painting(budget_nbytes=5 * 17_000)
    states = []
    for number in range(1, 21):
        project.do(stroke(number))
        states.append(project.sheet)
    left = len(project.history.steps)
    assert 3 <= left < 8
    assert project.history.nbytes <= 5 * 17_000
    for state in reversed(states[-left - 1 : -1]):
        assert project.undo()
        assert project.sheet == state
    assert not project.undo()
    assert project.dirty, "the way back to the opened file is gone"
    assert project.history.saved is None


def test_the_last_step_is_kept_however_large() -> None:
    project = painting(budget_nbytes=1)
    project.do(stroke(1))
    project.do(stroke(2))
    assert [step.label for step in project.history.steps] == ["Stroke 2"]
    assert project.undo()


def test_an_opacity_slider_costs_no_pixels() -> None:
    project = painting(budget_nbytes=10**9)
    project.do(stroke(1))
    before = project.history.nbytes
    project.do(Put("Opacity", "layer", "l1", replace(project.sheet.layer("l1"), opacity=0.5)))
    assert project.history.nbytes - before < 1000


def test_a_new_edit_forgets_what_was_undone() -> None:
    project = painting(10**9)
    project.do(stroke(1))
    project.undo()
    project.do(stroke(2))
    assert [step.label for step in project.history.steps] == ["Stroke 2"]
    assert not project.redo()


def test_dirty_follows_the_saved_state_through_undo_and_redo() -> None:
    project = painting(10**9)
    assert not project.dirty
    project.do(stroke(1))
    assert project.dirty
    project.mark_saved(project.sheet)
    assert not project.dirty
    project.undo()
    assert project.dirty
    project.redo()
    assert not project.dirty
    project.undo()
    project.do(stroke(2))
    project.undo()
    assert project.dirty, "the saved state was on the branch that is gone"


def test_what_was_painted_while_saving_stays_unsaved() -> None:
    project = painting(10**9)
    project.do(stroke(1))
    taken = project.sheet
    project.do(stroke(2))
    project.mark_saved(taken)
    assert project.dirty
    assert project.history.saved == 1
    project.undo()
    assert not project.dirty


def test_what_was_undone_while_saving_is_the_saved_state() -> None:
    project = painting(10**9)
    project.do(stroke(1))
    taken = project.sheet
    project.undo()
    project.mark_saved(taken)
    assert project.dirty
    project.redo()
    assert not project.dirty


def test_typing_on_after_saving_does_not_swallow_the_saved_state() -> None:
    project = Project(replace(Sheet.blank(), passages=(Passage("p1", ""),)))
    project.do(ReplaceText("Typing", "p1", 0, 0, "a"))
    project.mark_saved(project.sheet)
    project.do(ReplaceText("Typing", "p1", 1, 1, "b"), merge=True)
    assert project.dirty
    project.undo()
    assert not project.dirty
    assert project.sheet.passage("p1").text == "a"


def test_a_gesture_does_not_go_on_after_an_undo() -> None:
    project = painting(10**9)
    project.do(stroke(1))
    project.do(stroke(2))
    project.undo()
    project.do(stroke(3), merge=True)
    assert [step.label for step in project.history.steps] == ["Stroke 1", "Stroke 3"]


def test_recovered_work_is_dirty_until_it_is_saved() -> None:
    project = Project(Sheet.blank(8, 8), saved=False)
    assert project.dirty
    project.mark_saved(project.sheet)
    assert not project.dirty


@pytest.mark.parametrize("position", [-1, 2])
def test_a_position_that_does_not_exist_is_refused(position: int) -> None:
    project = painting(10**9)
    project.do(stroke(1))
    before = project.sheet
    with pytest.raises(InvalidValue, match="history"):
        project.go_to(position)
    assert project.sheet is before
