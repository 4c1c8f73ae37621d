from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.selecting import mask_of
from artstudio.documents.tiles import Tiles
from artstudio.render.areas import like_area
from artstudio.render.films import cut_out, film_of, kept_within, laid_over, path_mask, tinted
from artstudio.render.gradients import Gradient
from artstudio.render.transforming import lifted, moved_mask, transformed

W, H = 150, 100
RED = 0xFFFF0000


def block(x: int, y: int, width: int, height: int, colour: int = RED) -> Tiles:
    return film_of(np.full((height, width), colour, np.uint32), x, y, W, H)


def mask(x: int, y: int, width: int, height: int, cover: int = 255) -> Tiles:
    return mask_of(np.full((height, width), cover, np.uint8), x, y, W, H)


def at(tiles: Tiles, x: int, y: int) -> int:
    return int(tiles.region(x, y, 1, 1)[0, 0])


def test_a_film_lies_where_it_was_put() -> None:
    raster = np.random.default_rng(0).integers(1, 255, (70, 90)).astype(np.uint32) << np.uint32(24)
    assert np.array_equal(film_of(raster, 13, 21, W, H).region(13, 21, 90, 70), raster)
    assert film_of(raster, -80, -60, W, H).bounds() == (0, 0, 10, 10)
    assert film_of(raster, W, 0, W, H).bounds() is None


def test_tinting_is_as_dense_as_the_mask() -> None:
    film = tinted(mask(0, 0, 150, 100, 128), 0xFF8000)
    assert at(film, 5, 5) == 0x80804000
    assert at(tinted(mask(0, 0, 9, 9), 0xFF8000, 0.5), 5, 5) >> 24 == 128


def test_paint_is_laid_within_the_selection() -> None:
    under, film = block(0, 0, W, H, 0xFFFFFFFF), block(0, 0, W, H)
    laid = laid_over(under, film, selection=mask(20, 20, 80, 30))
    assert (at(laid, 30, 30), at(laid, 110, 30), at(laid, 30, 60)) == (RED, 0xFFFFFFFF, 0xFFFFFFFF)
    half = laid_over(under, film, selection=mask(20, 20, 80, 30, 128))
    assert at(half, 30, 30) == 0xFFFF7F7F
    assert laid_over(under, film).get(0, 0) == RED  # whole tiles stay one colour


def test_an_alpha_lock_keeps_what_is_empty_empty() -> None:
    laid = laid_over(block(10, 10, 30, 30, 0xFFFFFFFF), block(0, 0, W, H), alpha_locked=True)
    assert (at(laid, 20, 20), at(laid, 60, 20)) == (RED, 0)


def test_cutting_out_and_keeping_share_the_pixels_between_them() -> None:
    pixels, chosen = block(0, 0, W, H), mask(10, 10, 100, 60)
    inside, outside = kept_within(pixels, chosen), cut_out(pixels, chosen)
    assert (at(inside, 20, 20), at(outside, 20, 20)) == (RED, 0)
    assert (at(inside, 120, 20), at(outside, 120, 20)) == (0, RED)
    assert laid_over(outside, inside) == pixels
    assert cut_out(pixels, None).bounds() is None
    assert kept_within(pixels, None) is pixels


def test_a_path_s_mask_is_smooth_or_hard() -> None:
    path = QPainterPath()
    path.addEllipse(QRectF(-20, 20, 100, 70))
    smooth, hard = path_mask(path, W, H), path_mask(path, W, H, antialiased=False)
    assert at(smooth, 30, 50) == at(hard, 30, 50) == 0xFF000000
    assert smooth.bounds() == (0, 20, 80, 70)
    assert set(np.unique(hard.region(0, 0, W, H))) == {0, 0xFF000000}
    assert len(np.unique(smooth.region(0, 0, W, H))) > 10
    path.translate(0, -500)
    assert path_mask(path, W, H).bounds() is None


def test_a_gradient_runs_from_colour_to_colour() -> None:
    film = Gradient((0, 0), (W, 0), 0xFF000000, 0xFFFFFFFF).film(W, H, QRect(0, 0, W, H))
    greys = (film.region(0, 50, W, 1)[0] & 0xFF).astype(int)
    assert (np.diff(greys) >= 0).all()
    assert greys[0] < 4
    assert greys[-1] > 251
    part = Gradient((0, 0), (W, 0), RED, RED).film(W, H, QRect(70, 0, 10, 10))
    assert part.bounds() == (64, 0, 64, 64)


def test_whole_pixel_moves_and_mirrors_are_exact() -> None:
    luck = np.random.default_rng(3)
    raster = luck.integers(0, 2**24, (30, 40)).astype(np.uint32) | np.uint32(0xFF000000)
    moved = transformed(raster, 10, 10, QTransform.fromTranslate(33, -4), W, H)
    assert np.array_equal(moved.region(43, 6, 40, 30), raster)
    mirrored = transformed(
        raster, 10, 10, QTransform.fromTranslate(-100, 0) * QTransform(-1, 0, 0, 1, 0, 0), W, H
    )
    assert np.array_equal(mirrored.region(50, 10, 40, 30), raster[:, ::-1])


@pytest.mark.parametrize("scale", [0.1, 0.5, 2.0])
def test_scaling_keeps_the_colour_and_the_size(scale: float) -> None:
    raster = np.full((60, 60), RED, np.uint32)
    film = transformed(raster, 0, 0, QTransform.fromScale(scale, scale), W, H)
    bounds = film.bounds()
    assert bounds is not None
    assert abs(bounds[2] - min(W, 60 * scale)) <= 2
    assert at(film, int(30 * scale), int(30 * scale)) == RED


def test_shrinking_averages_rather_than_skips() -> None:
    raster = np.full((100, 100), RED, np.uint32)
    raster[:, ::2] = 0xFF0000FF
    film = transformed(raster, 0, 0, QTransform.fromScale(0.1, 0.1), W, H)
    inner = film.region(2, 2, 6, 6)
    reds = inner >> np.uint32(16) & np.uint32(0xFF)
    assert ((reds > 100) & (reds < 155)).all()


def test_lifted_pixels_laid_down_in_place_change_nothing() -> None:
    pixels, chosen = block(10, 10, 90, 60), mask(40, 0, 50, 100)
    taken = lifted(pixels, chosen)
    assert taken is not None
    assert taken.laid_down(QTransform()) == pixels
    assert taken.box == QRectF(40, 10, 50, 60)
    assert lifted(pixels, mask(120, 0, 10, 10)) is None
    assert moved_mask(chosen, QTransform.fromTranslate(500, 0)) is None


def test_areas_are_found_in_the_picture_or_in_one_layer() -> None:
    below, above = Layer("l1", "a", block(0, 0, 60, H)), Layer("l2", "b", block(30, 0, 60, H, 0xFF00FF00))
    canvas = Canvas(W, H, (below, above))
    merged, alone = like_area(canvas, (10, 10)), like_area(canvas, (10, 10), pixels=below.pixels)
    assert merged is not None
    assert alone is not None
    assert at(merged, 29, 50) >> 24 == 255
    assert at(merged, 40, 50) == 0
    assert at(alone, 59, 50) >> 24 == 255
    assert like_area(canvas, (W, 0)) is None
    assert like_area(canvas, (10, 10), within=mask(70, 0, 30, 30)) is None


def test_apart_areas_are_found_too_if_wished() -> None:
    pixels = laid_over(block(0, 0, 20, 20), block(100, 50, 20, 20))
    canvas = Canvas(W, H, (Layer("l1", "a", pixels),))
    one = like_area(canvas, (5, 5), contiguous=True, smooth=False)
    both = like_area(canvas, (5, 5), contiguous=False, smooth=False)
    assert one is not None
    assert both is not None
    assert (one.bounds(), both.bounds()) == ((0, 0, 20, 20), (0, 0, 120, 70))
