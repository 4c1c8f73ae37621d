from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents.tiles import TILE, Tiles, changed_tiles
from artstudio.sdk import Image, InvalidValue

RED = 0xFFFF0000


def noise(width: int, height: int, seed: int = 0) -> Image:
    return Image(np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8))


@pytest.mark.parametrize("size", [(1, 1), (64, 64), (65, 63), (200, 130)])
def test_pixels_survive_the_way_to_an_image_and_back(size: tuple[int, int]) -> None:
    tiles = Tiles.from_image(noise(*size))
    image = tiles.to_image()
    assert (image.width, image.height) == size
    assert Tiles.from_image(image) == tiles


def test_opaque_colours_are_kept_exactly() -> None:
    image = Image(noise(70, 70).pixels[:, :, :3])
    assert Tiles.from_image(image).to_image() == image


def test_pixels_are_premultiplied_as_qt_has_them() -> None:
    half_red = Image(np.array([[[255, 0, 0, 128]]], np.uint8))
    assert Tiles.from_image(half_red).get(0, 0) == 0x80800000


@given(st.integers(-70, 140), st.integers(-70, 140), st.integers(1, 150), st.integers(1, 150))
def test_a_region_is_a_cut_of_the_whole(x: int, y: int, width: int, height: int) -> None:
    tiles = Tiles.from_image(noise(100, 90))
    padded = np.zeros((90 + 400, 100 + 400), np.uint32)
    padded[200:290, 200:300] = tiles.region(0, 0, 100, 90)
    expected = padded[y + 200 : y + 200 + height, x + 200 : x + 200 + width]
    assert np.array_equal(tiles.region(x, y, width, height), expected)


def test_a_change_shares_all_other_tiles_and_is_found_by_identity() -> None:
    old = Tiles.from_image(noise(256, 256))
    new = old.with_changes({(1, 2): RED})
    assert changed_tiles(old, new) == {(1, 2)}
    assert new.get(0, 0) is old.get(0, 0)
    assert new.get(1, 2) == RED
    assert old == Tiles.from_image(noise(256, 256))


def test_writing_what_is_there_already_changes_nothing() -> None:
    old = Tiles.from_image(noise(128, 128))
    assert changed_tiles(old, old.with_changes({(0, 0): np.array(old.get(0, 0))})) == set()


def test_the_painter_may_go_on_using_its_array() -> None:
    brush = np.add.outer(np.arange(TILE, dtype=np.uint32), np.arange(TILE, dtype=np.uint32))
    tiles = Tiles(64, 64).with_changes({(0, 0): brush})
    brush[0, 0] = 77
    kept = tiles.get(0, 0)
    assert isinstance(kept, np.ndarray)
    assert kept[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        kept[0, 0] = 1


def test_a_tile_of_one_colour_costs_no_array_and_an_empty_one_nothing() -> None:
    tiles = Tiles(128, 64).with_changes(
        {(0, 0): np.full((64, 64), RED, np.uint32), (1, 0): np.zeros((64, 64), np.uint32)}
    )
    assert list(tiles.items()) == [((0, 0), RED)]
    assert tiles.nbytes < 100


def test_what_lies_beyond_the_edge_does_not_count() -> None:
    everywhere = np.full((64, 64), RED, np.uint32)
    other = everywhere.copy()
    other[40:] = 5
    assert Tiles(64, 40).with_changes({(0, 0): other}) == Tiles(64, 40).with_changes({(0, 0): everywhere})


def test_bounds_hold_exactly_what_is_painted() -> None:
    tile = np.zeros((64, 64), np.uint32)
    tile[10, 20] = tile[30, 25] = RED
    assert Tiles(200, 200).bounds() is None
    assert Tiles(200, 200).with_changes({(1, 2): tile}).bounds() == (84, 138, 6, 21)
    assert Tiles(200, 70).with_changes({(3, 1): RED}).bounds() == (192, 64, 8, 6)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (5, -7), (64, 0)])
@pytest.mark.parametrize("size", [(50, 60), (130, 140)])
def test_resizing_moves_and_cuts_the_pixels(x: int, y: int, size: tuple[int, int]) -> None:
    tiles = Tiles.from_image(noise(100, 90)).with_changes({(0, 0): RED, (1, 1): RED})
    resized = tiles.resized(*size, x, y)
    assert np.array_equal(resized.region(0, 0, *size), tiles.region(-x, -y, *size))


def test_growing_shares_the_tiles_inside() -> None:
    tiles = Tiles.from_image(noise(100, 90))
    assert tiles.resized(300, 300).get(0, 0) is tiles.get(0, 0)


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (8193, 1), (-1, 4)])
def test_impossible_sizes_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(InvalidValue, match="1 to 8192 pixels"):
        Tiles(*size)


def test_misfitting_tiles_are_refused() -> None:
    with pytest.raises(InvalidValue, match="no tile"):
        Tiles(64, 64).with_changes({(1, 0): RED})
    with pytest.raises(InvalidValue, match="64 × 64"):
        Tiles(64, 64).with_changes({(0, 0): np.zeros((32, 64), np.uint32)})
