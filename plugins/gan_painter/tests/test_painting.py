"""Painting: sizes, seeds, pieces without seams."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from painter_toys import landscape

from artstudio_gan_painter import noise
from artstudio_gan_painter.model import Painter, load
from artstudio_gan_painter.painting import Request, painted, pieces, spans


@pytest.fixture(scope="module")
def painter(toy_model: Path) -> Painter:
    return load(toy_model).painter.eval()


@pytest.mark.parametrize(("width", "height"), [(64, 64), (37, 53), (1, 1), (130, 16)])
def test_a_painting_is_as_large_as_its_rough(painter: Painter, width: int, height: int) -> None:
    assert painted(painter, landscape(width, height)).shape == (height, width, 3)


def test_the_same_seed_gives_the_same_bytes_and_another_something_else(painter: Painter) -> None:
    rough = landscape(64, 64)
    first, again, other = (painted(painter, rough, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_large_picture_is_painted_in_pieces_that_fit_together(painter: Painter) -> None:
    rough = landscape(320, 240)
    whole = painted(painter, rough).astype(int)
    *_, (done, count, joined) = pieces(painter, Request(rough), window=192)
    assert done == count > 1
    difference = np.abs(joined.astype(int) - whole)
    assert np.quantile(difference, 0.99) <= 3  # a piece sees a little less around it than the whole does
    columns = np.abs(np.diff(joined.astype(int), axis=1)).mean((0, 2))
    assert columns.max() < 1.5 * np.median(columns)  # nowhere a vertical edge


def test_a_part_painted_alone_fits_into_the_whole(painter: Painter) -> None:
    rough = landscape(256, 256)
    whole = painted(painter, rough).astype(int)
    *_, (_, _, part) = pieces(painter, Request(rough[64:], y=64))
    assert np.quantile(np.abs(part[64:].astype(int) - whole[128:]), 0.99) <= 3


def test_strength_nought_leaves_the_rough(painter: Painter) -> None:
    rough = landscape(48, 48)
    *_, (_, _, same) = pieces(painter, Request(rough, strength=0.0))
    assert np.array_equal(same, rough)


def test_detail_leaves_the_coarse_part_alone(painter: Painter) -> None:
    rough = landscape(96, 96)
    calm, rich = (list(pieces(painter, Request(rough, detail=detail)))[-1][2] for detail in (0.0, 1.5))
    assert np.diff(rich.astype(int), axis=1).std() > np.diff(calm.astype(int), axis=1).std()
    assert abs(rich.mean() - calm.mean()) < 2


@pytest.mark.parametrize("length", [1, 512, 513, 700, 2048])
def test_spans_cover_everything_once(length: int) -> None:
    found = spans(length)
    assert found[0].first == 0
    assert found[-1].last == length
    assert all(one.last == next_.first for one, next_ in pairwise(found))
    assert all(one.start % 16 == 0 and one.start <= one.first < one.last <= one.end for one in found)


def test_noise_belongs_to_its_place() -> None:
    whole = noise.plane(5, 4, 0, 0, 40, 30)
    assert np.array_equal(noise.plane(5, 4, 8, 6, 12, 10), whole[6:16, 8:20])
    assert abs(whole.mean()) < 0.1
    assert abs(whole.std() - 1) < 0.1
    assert not np.array_equal(noise.plane(6, 4, 0, 0, 40, 30), whole)
    assert abs(np.corrcoef(whole.ravel(), noise.plane(5, 8, 0, 0, 40, 30).ravel())[0, 1]) < 0.1
