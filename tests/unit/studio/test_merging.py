from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents import pile
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import composite
from artstudio.sdk import Image, InvalidValue
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.merging import flatten, layer_picture, merge_down, merge_group


def noise(seed: int, *, solid: bool = False) -> Tiles:
    pixels = np.random.default_rng(seed).integers(0, 256, (70, 90, 4), np.uint8)
    pixels[:, :, 3] = 255 if solid else np.maximum(pixels[:, :, 3], 60)
    return Tiles.from_image(Image(pixels))


def sheet(mode: str = "normal") -> Sheet:
    """From the top: top, group(b, a), ground."""
    layers = (
        Layer("ground", "Ground", noise(1, solid=True)),
        Layer("a", "A", noise(2), opacity=0.8, parent="group"),
        Layer("b", "B", noise(3), opacity=0.5, mode=mode, parent="group"),
        Layer("group", "Group", Tiles(90, 70), opacity=0.6, mode=mode, group=True),
        Layer("top", "Top", noise(4), opacity=0.4, mode=mode),
    )
    return Sheet(Canvas(90, 70, layers))


def difference(one: Sheet, other: Sheet) -> int:
    pixels = [composite(each.canvas).pixels.astype(int) for each in (one, other)]
    return int(np.abs(pixels[0] - pixels[1]).max())


@pytest.mark.parametrize("mode", ["normal", "multiply", "difference", "luminosity"])
def test_a_group_merged_down_looks_as_before_and_is_one_step(mode: str) -> None:
    before = sheet(mode)
    project = Project(before)
    project.do(merge_down(before, "group", "Merge down"))
    merged = project.sheet
    assert [(one.id, one.name) for one in merged.canvas.layers] == [("ground", "Ground"), ("top", "Top")]
    assert difference(before, merged) <= 1
    project.undo()
    assert project.sheet == before
    assert len(project.history.steps) == 1


def test_layers_merge_within_their_group() -> None:
    before = sheet()
    after = merge_down(before, "b", "").apply(before)[0]
    one = after.layer("a")
    assert (one.parent, one.opacity, one.mode) == ("group", 1.0, "normal")
    assert difference(before, after) <= 2
    with pytest.raises(InvalidValue, match="nothing below A"):
        merge_down(before, "a", "")


def test_the_lower_one_keeps_its_mode() -> None:
    canvas = sheet().canvas
    both = (canvas.layers[0], replace(canvas.layers[1], parent=None, mode="multiply", opacity=1.0),
            replace(canvas.layers[2], parent=None, mode="multiply", opacity=1.0))  # fmt: skip
    before = Sheet(replace(canvas, layers=both))
    after = merge_down(before, "b", "").apply(before)[0]
    assert after.layer("a").mode == "multiply"
    assert len(after.canvas.layers) == 2


@pytest.mark.parametrize("field", ["visible", "locked"])
@pytest.mark.parametrize("changed", ["ground", "group"])
def test_nothing_hidden_or_locked_is_merged(field: str, changed: str) -> None:
    one = sheet().layer(changed)
    layers = tuple(
        replace(one, **{field: field == "locked"}) if each.id == changed else each  # type: ignore[arg-type]
        for each in sheet().canvas.layers
    )
    closed = Sheet(replace(sheet().canvas, layers=layers))
    with pytest.raises(InvalidValue, match=r"(Ground|Group) is (hidden|locked): \w+ it to merge it"):
        merge_down(closed, "group", "")


@pytest.mark.parametrize("mode", ["normal", "screen", "hue"])
def test_a_group_becomes_a_layer_that_looks_the_same(mode: str) -> None:
    before = sheet(mode)
    after = merge_group(before, "group", "").apply(before)[0]
    made = after.layer("group")
    assert (made.group, made.opacity, made.mode, len(after.canvas.layers)) == (False, 0.6, mode, 3)
    assert difference(before, after) == 0


@pytest.mark.parametrize("background", [0xFFFFFFFF, None])
def test_flattening_leaves_one_layer_that_shows_what_an_export_shows(background: int | None) -> None:
    sketched = tuple(replace(one, rough=one.id == "top") for one in sheet("multiply").canvas.layers)
    before = Sheet(Canvas(90, 70, sketched, background))
    project = Project(before)
    project.do(flatten(before, "Flattened", "Flatten"))
    assert [layer.name for layer in project.sheet.canvas.layers] == ["Flattened"]
    assert difference(before, project.sheet) == 0
    project.undo()
    assert project.sheet == before
    with pytest.raises(InvalidValue, match="no layer to flatten"):
        flatten(Sheet.blank(8, 8), "", "")


def test_a_group_is_a_picture_of_all_that_it_holds() -> None:
    before = sheet("multiply")
    alone = tuple(replace(one, parent=None) for one in before.canvas.layers[1:3])
    shown = composite(Canvas(90, 70, alone, background=None)).pixels
    assert np.array_equal(layer_picture(before, "group").pixels, shown)
    assert np.array_equal(layer_picture(before, "a").pixels, before.layer("a").pixels.to_image().pixels)


def test_a_result_lands_above_the_layer_or_group_that_is_selected() -> None:
    picture = Image(np.full((70, 90, 4), 200, np.uint8))
    for selected, parent in (("group", None), ("a", "group"), ("top", None), (None, None)):
        before = sheet()
        after = landing_edit(before, picture, "Result", where=Where(layer_id=selected)).apply(before)[0]
        landed = next(one for one in after.canvas.layers if one.name == "Result")
        assert landed.parent == parent
        assert pile.below(after.canvas, landed.id) == after.layer(selected or "top")
