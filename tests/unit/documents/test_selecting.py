from __future__ import annotations

import numpy as np
import pytest

from artstudio.documents.selecting import (
    FULL,
    Cover,
    combined,
    cover_of,
    everything,
    feathered,
    grown,
    inverted,
    mask_of,
    spread,
)
from artstudio.documents.tiles import Tiles

W, H = 150, 100


def box(x: int, y: int, width: int, height: int, cover: int = 255) -> Tiles:
    return mask_of(np.full((height, width), cover, np.uint8), x, y, W, H)


def at(mask: Tiles | None, x: int, y: int) -> int:
    return int(cover_of(mask, x, y, 1, 1)[0, 0])


def test_a_mask_and_its_cover_are_the_same() -> None:
    cover = np.random.default_rng(1).integers(0, 256, (40, 90)).astype(np.uint8)
    mask = mask_of(cover, 30, 20, W, H)
    assert np.array_equal(cover_of(mask, 30, 20, 90, 40), cover)
    assert not (mask.region(0, 0, W, H) & 0xFFFFFF).any()
    assert mask_of(cover, -50, -30, W, H).bounds() == (0, 0, 40, 10)  # what reaches beyond is left out


def test_masks_are_combined() -> None:
    one, other = box(10, 10, 60, 60), box(40, 40, 100, 50)
    places = ((20, 20), (50, 50), (120, 60), (5, 5))
    for how, wanted in {
        "replace": (0, 255, 255, 0), "add": (255, 255, 255, 0),
        "subtract": (255, 0, 0, 0), "intersect": (0, 255, 0, 0),
    }.items():  # fmt: skip
        assert tuple(at(combined(one, other, how), *place) for place in places) == wanted  # type: ignore[arg-type]


def test_with_everything_chosen_one_begins_anew_or_takes_away() -> None:
    other = box(40, 40, 30, 30)
    assert combined(None, other, "add") == other
    assert combined(None, other, "intersect") == other
    left = combined(None, other, "subtract")
    assert (at(left, 50, 50), at(left, 149, 99)) == (0, 255)


def test_where_nothing_is_left_there_is_no_mask() -> None:
    mask = box(10, 10, 20, 20)
    assert combined(mask, mask, "subtract") is None
    assert combined(mask, box(60, 60, 9, 9), "intersect") is None
    assert inverted(everything(W, H), W, H) is None
    assert inverted(inverted(mask, W, H), W, H) == mask


def test_everything_costs_nearly_nothing() -> None:
    assert everything(640, 640).get(3, 3) == FULL


def slowly_spread(cover: Cover, px: int) -> Cover:
    out = np.zeros_like(cover)
    padded = np.pad(cover, px)
    for dy in range(-px, px + 1):
        for dx in range(-px, px + 1):
            if dx * dx + dy * dy <= px * px + px * 0.5:
                part = padded[px + dy :, px + dx :][: cover.shape[0], : cover.shape[1]]
                out = np.maximum(out, part)
    return out


@pytest.mark.parametrize("px", [1, 2, 3, 7, 12])
def test_spreading_is_by_a_disc(px: int) -> None:
    cover = np.zeros((50, 60), np.uint8)
    cover[25, 30], cover[5, 2] = 255, 90
    assert np.array_equal(spread(cover, px), slowly_spread(cover, px))


def test_growing_and_shrinking() -> None:
    mask = box(40, 30, 30, 20)
    assert (grown(mask, 5) or mask).bounds() == (35, 25, 40, 30)
    assert (grown(mask, -5) or mask).bounds() == (45, 35, 20, 10)
    assert grown(mask, -10) is None
    whole = everything(W, H)
    assert grown(whole, -5) == whole  # the canvas' edge is no edge of the mask


@pytest.mark.parametrize("px", [2, 10, 40])
def test_feathering_fades_evenly_to_both_sides(px: int) -> None:
    mask = feathered(box(75, 0, 75, H), px)
    row = cover_of(mask, 0, 50, W, 1)[0].astype(int)
    assert (np.diff(row) >= 0).all()
    assert abs(row[74] + row[75] - 255) <= 6
    assert row[max(0, 75 - 2 * px - 2)] <= 2
    assert row[149] == 255  # towards the canvas' edge nothing fades
    assert np.abs(np.diff(row)).max() <= 255 / px + 40
