from __future__ import annotations

from typing import get_args

import numpy as np
import PIL.Image
import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.documents.turning import Turn
from artstudio.render.compositor import composite
from artstudio.render.resampling import resampled
from artstudio.sdk import Image, InvalidValue
from artstudio.studio.picture_size import resize_canvas, resize_image, turn_image


def noise(width: int, height: int, seed: int = 0) -> Tiles:
    return Tiles.from_image(Image(np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)))


def sheet() -> Sheet:
    """A group with a layer and one beside it, partly selected; neither side is a multiple of a tile's."""
    layers = (
        Layer("l1", "", noise(150, 90, 1), parent="l2", opacity=0.5),
        Layer("l2", "", Tiles(150, 90), group=True, mode="multiply"),
        Layer("l3", "", noise(150, 90, 2), mode="screen", locked=True),
    )
    selection = Tiles(150, 90).with_changes({(0, 0): 0xFF000000})
    return Sheet(Canvas(150, 90, layers, 0xFF445566, selection))


AS_NUMPY = {
    "mirror": lambda pixels: pixels[:, ::-1],
    "flip": lambda pixels: pixels[::-1],
    "half": lambda pixels: pixels[::-1, ::-1],
    "right": lambda pixels: np.rot90(pixels, -1),
    "left": lambda pixels: np.rot90(pixels),
}


@pytest.mark.parametrize("turn", get_args(Turn))
def test_a_turned_picture_is_turned_to_the_pixel_and_back(turn: Turn) -> None:
    before = sheet()
    project = Project(before)
    project.do(turn_image(before, turn, "Turn"))
    assert np.array_equal(
        composite(project.sheet.canvas).pixels, AS_NUMPY[turn](composite(before.canvas).pixels)
    )
    assert project.sheet.canvas.selection is not None
    project.undo()
    assert project.sheet == before
    assert len(project.history.steps) == 1
    back: dict[Turn, Turn] = {"right": "left", "left": "right"}
    there = turn_image(before, turn, "").apply(before)[0]
    assert turn_image(there, back.get(turn, turn), "").apply(there)[0] == before


@pytest.mark.parametrize("size", [(300, 180), (75, 45), (40, 600), (1, 1), (150, 90)])
@pytest.mark.parametrize("of", [(150, 90), (20, 2500)])
def test_a_resized_layer_is_what_pillow_makes_of_the_whole(
    of: tuple[int, int], size: tuple[int, int]
) -> None:
    pixels = noise(*of)
    shown = resampled(pixels, *size).to_image().pixels.astype(int)
    premultiplied = PIL.Image.fromarray(pixels.to_image().pixels).convert("RGBa")
    wanted = premultiplied.resize(size, PIL.Image.Resampling.LANCZOS)
    alpha = np.asarray(wanted)[..., 3].astype(int)
    assert np.abs(shown[..., 3] - alpha).max() <= 1
    ours = shown[..., :3] * shown[..., 3:] / 255
    theirs = np.minimum(np.asarray(wanted)[..., :3].astype(int), alpha[..., None])
    assert np.abs(ours - theirs).max() <= 2


def test_single_pixels_stay_hard_edged_where_wished() -> None:
    grown = resampled(noise(20, 10), 200, 100, smooth=False)
    wanted = noise(20, 10).to_image().pixels.repeat(10, 0).repeat(10, 1)
    assert np.array_equal(grown.to_image().pixels, wanted)
    assert np.array_equal(resampled(grown, 20, 10, smooth=False).to_image().pixels, wanted[5::10, 5::10])


def test_an_opaque_picture_stays_opaque_to_its_edge() -> None:
    red = Tiles.from_image(Image(np.full((90, 150, 4), (255, 0, 0, 255), np.uint8)))
    grown = resampled(red, 1000, 700).to_image().pixels
    assert (grown == (255, 0, 0, 255)).all()


def test_a_resized_picture_keeps_its_layers_and_is_one_step() -> None:
    before = sheet()
    project = Project(before)
    project.do(resize_image(before, 300, 60, "Image size"))
    canvas = project.sheet.canvas
    assert (canvas.width_px, canvas.height_px) == (300, 60)
    assert [(one.id, one.parent, one.mode, one.locked) for one in canvas.layers] == [
        (one.id, one.parent, one.mode, one.locked) for one in before.canvas.layers
    ]
    assert canvas.selection is not None
    assert (canvas.selection.width_px, canvas.selection.height_px) == (300, 60)
    project.undo()
    assert project.sheet == before


@pytest.mark.parametrize(
    ("anchor", "x", "y"), [((0, 0), 0, 0), ((1, 1), 25, 5), ((2, 0), 50, 0), ((1, 2), 25, 10)]
)
def test_the_canvas_grows_around_its_anchor_and_shrinks_back(anchor: tuple[int, int], x: int, y: int) -> None:
    before = sheet()
    grown = resize_canvas(before, 200, 100, "Canvas size", anchor=anchor).apply(before)[0]
    pixels = composite(grown.canvas).pixels
    assert np.array_equal(pixels[y : y + 90, x : x + 150], composite(before.canvas).pixels)
    assert (pixels[y + 90 :, :] == (0x44, 0x55, 0x66, 255)).all()
    assert resize_canvas(grown, 150, 90, "", anchor=anchor).apply(grown)[0] == before


@pytest.mark.parametrize("size", [(0, 5), (8193, 5), (5, 8193)])
def test_a_size_out_of_range_is_said(size: tuple[int, int]) -> None:
    for resize in (resize_image, resize_canvas):
        with pytest.raises(InvalidValue, match="1 to 8192"):
            resize(sheet(), *size, "")
