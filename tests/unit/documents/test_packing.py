"""Packed steps: the same history for less memory."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import PaintTiles, Put, SetCanvas
from artstudio.documents.history import History
from artstudio.documents.packed_edits import packed, unpacked
from artstudio.documents.packing import PackedTiles
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import At, Tile, Tiles
from tests.helpers.random_edits import random_edit


def soft(number: int) -> Tile:
    """A tile as a soft brush leaves it: a ramp with a little grain."""
    rng = np.random.default_rng(number)
    ramp = np.linspace(0, 200, 64, dtype=np.uint8)[:, None, None] + rng.integers(0, 4, (64, 64, 4), np.uint8)
    ramp[:, :, 3] = 255
    return np.ascontiguousarray(ramp).view(np.uint32)[:, :, 0]


def pack_all(history: History) -> int:
    """Packs as the window's thread and its helper do; how many steps that were."""
    number = 0
    while (step := history.to_pack()) is not None:
        assert history.put_packed(step, packed(step.edit))
        number += 1
    return number


def painting(near_nbytes: int = 0, budget_nbytes: int = 1 << 30) -> Project:
    project = Project(Sheet(Canvas(256, 256, (Layer("l1", "a", Tiles(256, 256)),))))
    project.history = History(budget_nbytes, near_nbytes)
    return project


def stroke(number: int) -> PaintTiles:
    changes: dict[At, Tile | int | None] = {(tx, ty): soft(number + tx) for tx in range(4) for ty in range(2)}
    return PaintTiles(f"Stroke {number}", "l1", changes)


def test_packed_tiles_are_what_they_were() -> None:
    noise = np.random.default_rng(0).integers(0, 2**32, (64, 64), np.uint32)
    shared = soft(1)
    tiles: dict[At, Tile | int | None] = {
        (0, 0): noise, (1, 0): shared, (2, 0): 0xFF102030, (3, 0): None, (9, 9): shared,
    }  # fmt: skip
    held = PackedTiles(tiles)
    assert held.keys() == tiles.keys()
    for at, tile in tiles.items():
        assert np.array_equal(held[at], tile) if isinstance(tile, np.ndarray) else held[at] == tile  # type: ignore[arg-type]
    alone = PackedTiles({(1, 0): shared})
    assert PackedTiles({(1, 0): shared, (9, 9): shared}).nbytes < 1.5 * alone.nbytes


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_packed_history_undoes_and_redoes_exactly(seed: int) -> None:
    rng = random.Random(seed)
    project = Project(Sheet.blank(200, 130))
    project.history = History(near_nbytes=0)
    states = [project.sheet]
    for number in range(300):
        project.do(random_edit(project.sheet, rng))
        states.append(project.sheet)
        if number % 20 == 0:
            pack_all(project.history)
    for step in project.history.steps[::3]:
        project.history.put_unpacked(step, unpacked(step.edit))
    for position in (*reversed(range(len(states))), *range(len(states)), *rng.choices(range(300), k=20)):
        project.go_to(position)
        assert project.sheet == states[position]
        if position % 30 == 0:
            pack_all(project.history)


def test_far_steps_are_packed_and_near_ones_are_not() -> None:
    project = painting(near_nbytes=4 * 8 * 16384)
    for number in range(0, 300, 10):
        project.do(stroke(number))
    before = project.history.nbytes
    assert 20 <= pack_all(project.history) <= 26
    assert project.history.nbytes < 0.6 * before
    assert [step.packed for step in project.history.steps[-4:]] == [False] * 4
    project.go_to(3)
    assert pack_all(project.history) > 0, "what was undone lies far from the present too"


def test_steps_that_come_near_again_are_unpacked_and_stay_so() -> None:
    project = painting(near_nbytes=8 * 8 * 16384)
    for number in range(0, 300, 10):
        project.do(stroke(number))
    states = project.sheet
    pack_all(project.history)
    assert project.history.to_unpack() is None, "what is near was never packed"
    project.go_to(15)
    history = project.history
    number = 0
    while (step := history.to_unpack()) is not None:
        assert history.put_unpacked(step, unpacked(step.edit))
        number += 1
    assert 4 <= number <= 10
    assert not any(step.packed for step in history.steps[13:15])
    near = history.steps[11:15]
    pack_all(history)
    assert history.steps[11:15] == near, "packed and unpacked in turns"
    project.go_to(30)
    assert project.sheet == states


def test_a_full_history_unpacks_nothing_ahead() -> None:
    project = painting(budget_nbytes=12 * 8 * 16384, near_nbytes=4 * 8 * 16384)
    for number in range(0, 400, 10):
        project.do(stroke(number))
        pack_all(project.history)
    project.history.limit(project.history.nbytes)
    project.go_to(3)
    project.history.limit(project.history.nbytes)
    assert project.history.to_unpack() is None


def test_a_removed_layer_and_another_canvas_are_packed() -> None:
    project = painting()
    project.do(stroke(1))
    full = project.sheet
    project.do(Put("Remove", "layer", "l1", None))
    smaller = project.sheet
    project.do(SetCanvas("Size", Canvas(64, 64)))
    project.do(SetCanvas("Size", full.canvas))
    project.do(SetCanvas("Size", Canvas(32, 32)))
    for number in range(3):
        project.do(SetCanvas("Size", Canvas(8, 8 + number)))
    before = project.history.nbytes
    assert pack_all(project.history) >= 2
    assert project.history.nbytes < 0.7 * before
    project.go_to(4)
    assert project.sheet == full
    project.go_to(2)
    assert project.sheet == smaller
    project.go_to(1)
    assert project.sheet == full


def test_pixels_that_a_layer_shares_with_its_successor_stay_shared() -> None:
    layer = Layer("l1", "a", Tiles(256, 256).with_changes(stroke(1).changes))
    sheet = Sheet(Canvas(256, 256, (layer,)))
    _, inverse = Put("Name", "layer", "l1", replace(layer, name="b")).apply(sheet)
    assert packed(inverse) is inverse


def test_noise_is_left_as_it_is() -> None:
    noise = np.random.default_rng(0).integers(0, 2**32, (64, 64), np.uint32)
    edit = PaintTiles("Noise", "l1", {(0, 0): noise})
    assert packed(edit) is edit


def test_a_packed_history_fits_more_steps_into_its_budget() -> None:
    budget_nbytes = 12 * 8 * 16384
    counts = []
    for packs in (False, True):
        project = painting(budget_nbytes=budget_nbytes)
        for number in range(0, 400, 10):
            project.do(stroke(number))
            if packs:
                pack_all(project.history)
        counts.append(len(project.history.steps))
        assert project.history.nbytes <= budget_nbytes
    assert counts[1] > 1.6 * counts[0]


def test_a_step_that_is_gone_meanwhile_takes_nothing() -> None:
    project = painting()
    for number in (10, 20, 30):
        project.do(stroke(number))
    step = project.history.to_pack()
    assert step is not None
    project.undo()
    project.undo()
    project.undo()
    project.do(stroke(40))
    before = project.history.steps
    assert not project.history.put_packed(step, packed(step.edit))
    assert project.history.steps is before


def test_the_saved_state_is_found_without_unpacking_the_way_there() -> None:
    project = painting()
    for number in range(0, 60, 10):
        project.do(stroke(number))
    project.go_to(3)
    taken = project.sheet
    project.go_to(6)
    pack_all(project.history)
    steps = project.history.steps
    project.mark_saved(taken)
    assert project.history.saved == 3
    assert project.history.steps is steps
    project.go_to(2)
    project.go_to(3)
    assert not project.dirty


def test_a_stroke_keeps_only_the_tiles_that_it_changed() -> None:
    project = painting()
    project.do(stroke(1))
    again = {**stroke(1).changes, (0, 0): soft(99)}
    project.do(PaintTiles("Brush", "l1", again))
    edit = project.history.steps[-1].edit
    assert isinstance(edit, PaintTiles)
    assert set(edit.changes) == {(0, 0)}
