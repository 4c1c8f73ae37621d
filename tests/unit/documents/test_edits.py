from __future__ import annotations

from dataclasses import replace

import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Edit, PaintTiles, Put, SetCanvas, SetMaps, Together
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Tempo


def layer(name: str, size: int = 64) -> Layer:
    return Layer(name, name, Tiles(size, size))


def sheet() -> Sheet:
    canvas = Canvas(64, 64, (layer("l1"), layer("l2"), layer("l3")))
    return Sheet(canvas, passages=(Passage.plain("p1", "", "text"),))


def order(of: Sheet) -> list[str]:
    return [one.id for one in of.canvas.layers]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Put("", "layer", "l4", layer("l4")), ["l1", "l2", "l3", "l4"]),
        (Put("", "layer", "l4", layer("l4"), 1), ["l1", "l4", "l2", "l3"]),
        (Put("", "layer", "l1", layer("l1"), 2), ["l2", "l3", "l1"]),
        (Put("", "layer", "l3", layer("l3"), 0), ["l3", "l1", "l2"]),
        (Put("", "layer", "l2", layer("l2")), ["l1", "l2", "l3"]),
        (Put("", "layer", "l2", None), ["l1", "l3"]),
    ],
)
def test_put_adds_moves_and_removes_and_its_inverse_restores(edit: Edit, expected: list[str]) -> None:
    before = sheet()
    after, inverse = edit.apply(before)
    assert order(after) == expected
    assert inverse.apply(after)[0] == before


def test_together_goes_back_in_reverse_order() -> None:
    edit = Together("", (ReplaceText("", "p1", 0, 4, "a long text"), ReplaceText("", "p1", 7, 11, "word")))
    before = sheet()
    after, inverse = edit.apply(before)
    assert after.passage("p1").text == "a long word"
    assert inverse.apply(after)[0] == before


@pytest.mark.parametrize(
    "edit",
    [
        Put("", "layer", "l9", None),
        Put("", "layer", "l9", layer("l1")),
        Put("", "layer", "l9", layer("l9"), 4),
        Put("", "layer", "l9", layer("l9", size=65)),
        Put("", "layer", "p1", Passage("p1", "")),
        PaintTiles("", "l9", {(0, 0): 1}),
        PaintTiles("", "l1", {(0, 0): 1, (1, 0): 1}),
        ReplaceText("", "p9", 0, 0, "x"),
        ReplaceText("", "p1", 0, 5, "x"),
        ReplaceText("", "p1", 3, 2, "x"),
        SetMaps("", ticks_per_quarter=0),
        SetMaps("", tempos=(Tempo(0, 0),)),
    ],
)
def test_an_edit_that_does_not_fit_changes_nothing(edit: Edit) -> None:
    project = Project(sheet())
    before = project.sheet
    told: list[object] = []
    project.subscribe(told.append)
    for tried in (edit, Together("", (PaintTiles("", "l1", {(0, 0): 9}), edit))):
        with pytest.raises(InvalidValue):
            project.do(tried)
    assert project.sheet is before
    assert (project.history.steps, project.dirty, told) == ((), False, [])


def test_a_canvas_of_another_size_shares_its_tiles_and_comes_back_whole() -> None:
    whole = Layer("l1", "a", Tiles(128, 128).with_changes({(0, 0): 5, (1, 1): 6}))
    before = Sheet(Canvas(128, 128, (whole,)))
    after, inverse = SetCanvas("", before.canvas.resized(64, 64)).apply(before)
    assert after.layer("l1").pixels == Tiles(64, 64).with_changes({(0, 0): 5})
    assert inverse.apply(after)[0].canvas is before.canvas


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 8193)])
def test_a_canvas_has_1_to_8192_pixels_a_side(width: int, height: int) -> None:
    with pytest.raises(InvalidValue, match=f"not {width} × {height}"):
        Sheet.blank(width, height)
    Sheet.blank(8192, 1)


def test_fresh_ids_follow_the_highest_in_use() -> None:
    assert sheet().fresh_id("layer") == "l4"
    assert sheet().fresh_id("track") == "t1"
    ids = replace(sheet(), passages=(Passage("p7", ""), Passage("odd", ""))).fresh_ids("passage")
    assert [next(ids), next(ids)] == ["p8", "p9"]


@pytest.mark.parametrize("change", [{"opacity": 1.5}, {"mode": "dissolve"}])
def test_impossible_layers_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        replace(layer("l1"), **change)  # type: ignore[arg-type]
