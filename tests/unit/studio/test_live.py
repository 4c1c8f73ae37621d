"""Which part a live painting does next, and what the model is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.tiles import TILE, Tiles
from artstudio.studio.live import (
    MARGIN_PX,
    WINDOW_TILES,
    above_the_rough,
    next_window,
    selection_mask,
    sketch,
    sketched,
    top_rough,
)

RED, BLUE = 0xFFFF0000, 0xFF0000FF


def layer(name: str, colour: int = RED, size: tuple[int, int] = (1024, 768), **fields: object) -> Layer:
    pixels = Tiles(*size).with_changes({(1, 1): colour})
    return replace(Layer(name, name, pixels), **fields)  # type: ignore[arg-type]


def test_the_part_touched_last_comes_first_with_its_neighbours() -> None:
    window = next_window(Canvas(1024, 768), [(0, 0), (9, 9), (10, 9)])
    assert set(window.places()) == {(9, 9), (10, 9)}
    x, y, width, height = window.seen
    assert (x, y) == (9 * TILE - MARGIN_PX, 9 * TILE - MARGIN_PX)
    assert (x + width, y + height) == (11 * TILE + MARGIN_PX, 10 * TILE + MARGIN_PX)


def test_parts_cover_everything_and_stay_on_the_canvas() -> None:
    canvas = Canvas(1000, 700)
    dirty = dict.fromkeys((tx, ty) for ty in range(11) for tx in range(16))
    parts = 0
    while dirty:
        window = next_window(canvas, list(dirty))
        x, y, width, height = window.seen
        assert x >= 0
        assert y >= 0
        assert x + width <= canvas.width_px
        assert y + height <= canvas.height_px
        assert x % 16 == y % 16 == 0  # where noise begins anew
        before = len(dirty)
        for at in window.places():
            dirty.pop(at, None)
        assert len(dirty) < before
        parts += 1
    assert parts == -(-16 // WINDOW_TILES) * -(-11 // WINDOW_TILES)


def test_a_small_canvas_is_painted_in_one_go() -> None:
    window = next_window(Canvas(256, 256), [(tx, ty) for ty in range(4) for tx in range(4)])
    assert window.seen == (0, 0, 256, 256)


def test_the_model_sees_only_the_visible_rough_layers() -> None:
    canvas = Canvas(
        1024, 768, (layer("a"), layer("b", BLUE, rough=True), layer("c", rough=True, visible=False))
    )
    assert [one.id for one in sketch(canvas).layers] == ["b"]
    picture = sketched(canvas, (TILE, TILE, 2 * TILE, TILE))
    assert picture.pixels[0, 0].tolist() == [0, 0, 255, 255]
    assert picture.pixels[0, -1].tolist() == [0, 0, 0, 0]  # no paper where nothing is rough


def test_without_a_rough_layer_it_sees_everything() -> None:
    canvas = Canvas(1024, 768, (layer("a"),))
    assert sketch(canvas) is canvas
    assert sketched(canvas, (0, 0, 8, 8)).pixels[0, 0].tolist() == [255, 255, 255, 255]


@pytest.mark.parametrize("grouped", [False, True])
def test_the_painting_lies_right_above_the_rough(grouped: bool) -> None:
    rough = layer("r", rough=True, parent="g" if grouped else None)
    group = Layer("g", "g", Tiles(1024, 768), group=True)
    layers = (layer("a"), rough, *((group,) if grouped else ()), layer("z"))
    painting = layer("p", BLUE)
    shown = above_the_rough(Canvas(1024, 768, layers), painting)
    assert [one.id for one in shown.layers] == ["a", "r", *(["g"] if grouped else []), "p", "z"]
    assert top_rough(Canvas(1024, 768, layers)) == ("g" if grouped else "r")
    assert above_the_rough(Canvas(1024, 768, (layer("a"),)), painting).layers[-1].id == "p"


def test_the_selection_becomes_a_white_mask() -> None:
    chosen = Tiles(1024, 768).with_changes({(0, 0): 0x80000000})
    mask = selection_mask(Canvas(1024, 768, selection=chosen), (0, 0, 128, 64))
    assert mask is not None
    assert np.unique(mask.pixels[..., :3]).tolist() == [255]
    assert mask.pixels[0, [0, -1], 3].tolist() == [128, 0]
    assert selection_mask(Canvas(1024, 768)) is None
