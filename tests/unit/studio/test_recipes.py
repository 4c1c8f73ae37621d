"""Recipes that travel in picture files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.media import formats
from artstudio.sdk import BadFile, Image
from artstudio.studio.files import export, open_file, read_media
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.recipes import exported_recipe, parsed_recipe, recipe_in
from artstudio.studio.studio import Studio

MADE = Recipe("toy", "1.0.0", "fill", "mine", "ab" * 32, {"grey": 7, "words": "绘"}, 41, ("cd" * 32,))
OTHER = replace(MADE, seed=9)


def layer(name: str, recipe: Recipe | None = None, *, side: int = 96, **fields: object) -> Layer:
    pixels = Tiles.from_image(Image(np.full((side, side, 4), 90, np.uint8))).resized(96, 96)
    return Layer(name, name, pixels, recipe=recipe, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((), None),
        ((layer("l1"),), None),
        ((layer("l1", MADE),), MADE),
        ((layer("l1", MADE), layer("l2")), MADE),  # painted over by hand
        ((layer("l1", MADE), layer("l2", OTHER)), OTHER),
        ((layer("l1", MADE), layer("l2", OTHER, visible=False)), MADE),
        ((layer("l1", MADE), layer("l2", OTHER, rough=True)), MADE),
        ((layer("l1", MADE), layer("l2", OTHER), layer("l3")), None),
        ((layer("l1", MADE, side=40),), None),  # a small part of the picture
        ((layer("l1", MADE, parent="g"), Layer("g", "g", Tiles(96, 96), group=True)), MADE),
        ((layer("l1", MADE, parent="g"), Layer("g", "g", Tiles(96, 96), group=True, visible=False)), None),
    ],
)
def test_which_recipe_an_exported_picture_carries(layers: tuple[Layer, ...], expected: Recipe | None) -> None:
    assert exported_recipe(Canvas(96, 96, layers)) == expected


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_what_is_exported_opens_as_a_layer_with_its_recipe(
    studio: Studio, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    export(studio, Sheet(Canvas(96, 96, (layer("l1", MADE),))), path)
    (opened,) = open_file(path, tmp_path).sheet.canvas.layers
    assert opened.recipe == MADE
    first = path.read_bytes()
    export(studio, Sheet(Canvas(96, 96, (layer("l1", MADE),))), path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    "text",
    [
        None, "", "{", "[]", "3", '{"seed": 1}', "[" * 100_000,
        json.dumps({**MADE.to_json(), "plugin": 5}),
        json.dumps({**MADE.to_json(), "params": "x"}),
        json.dumps({**MADE.to_json(), "more": 1}),
        json.dumps({**MADE.to_json(), "params": {"grey": float("nan")}}),
        '{"seed": ' + "9" * 5000 + "}",
    ],
)  # fmt: skip
def test_what_is_no_recipe_is_none(text: str | None) -> None:
    assert parsed_recipe(text) is None


def test_a_recipe_of_nonsense_leaves_the_picture_readable(tmp_path: Path) -> None:
    formats.write(Image(np.zeros((4, 4, 3), np.uint8)), tmp_path / "a.png", '{"no": "recipe"}')
    assert recipe_in(tmp_path / "a.png") is None
    assert open_file(tmp_path / "a.png", tmp_path).sheet.canvas.layers[0].recipe is None
    assert recipe_in(tmp_path / "missing.png") is None


def test_a_picture_lands_where_it_is_dropped() -> None:
    sheet = Sheet.blank(200, 100)
    picture = Image(np.full((10, 20, 4), 255, np.uint8))
    dropped, _ = landing_edit(sheet, picture, "p", where=Where(centre_px=(50.0, 30.0))).apply(sheet)
    assert dropped.canvas.layers[0].pixels.bounds() == (40, 25, 20, 10)
    whole, _ = landing_edit(
        sheet, Image(np.full((100, 200, 4), 255, np.uint8)), "p", where=Where(centre_px=(5.0, 5.0))
    ).apply(sheet)
    assert whole.canvas.layers[0].pixels.bounds() == (0, 0, 200, 100)


def test_a_picture_larger_than_a_canvas_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    formats.write(Image(np.zeros((1, 8193, 3), np.uint8)), tmp_path / "wide.png")
    for read in (read_media, lambda path: open_file(path, tmp_path)):
        with pytest.raises(BadFile, match="8193 × 1 pixels"):
            read(tmp_path / "wide.png")
