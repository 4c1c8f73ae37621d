from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.tiles import Tiles
from artstudio.render.dabs import Brush, Stroke
from artstudio.sdk import Image

HARD = Brush(radius_px=10, hardness=1, colour=0xFF0000)


def painted(pixels: Tiles, brush: Brush, *path: tuple[float, ...], alpha_locked: bool = False) -> np.ndarray:
    stroke = Stroke(pixels, brush, alpha_locked=alpha_locked)
    for point in path:
        stroke.move_to(*point)
    return pixels.with_changes(dict(stroke.take())).to_image().pixels


def full(width: int, height: int) -> Tiles:
    return Tiles.from_image(Image(np.full((height, width, 4), (0, 0, 255, 255), np.uint8)))


def test_a_dab_is_a_disc_of_the_brush_s_radius_and_colour() -> None:
    alpha = painted(Tiles(100, 100), HARD, (50, 50))[:, :, 3]
    assert alpha.astype(float).sum() / 255 == pytest.approx(np.pi * 100, rel=0.02)
    assert painted(Tiles(100, 100), HARD, (50, 50))[50, 50].tolist() == [255, 0, 0, 255]
    assert alpha[50, 62] == 0


def test_a_stroke_has_no_gaps_however_fast_the_pen() -> None:
    assert (painted(Tiles(600, 100), HARD, (20, 50), (580, 50))[50, 20:580, 3] == 255).all()


def test_a_stroke_crosses_tiles_and_patches_without_a_seam() -> None:
    slow = painted(Tiles(600, 600), HARD, (250, 250), (262, 262))
    shifted = painted(Tiles(600, 600), HARD, (350, 350), (362, 362))
    assert np.array_equal(slow[200:300, 200:300], shifted[300:400, 300:400])


def test_a_half_opaque_stroke_is_even_where_it_crosses_itself() -> None:
    brush = replace(HARD, opacity=0.5)
    once = painted(Tiles(100, 100), brush, (20, 50), (80, 50))
    back_and_forth = painted(Tiles(100, 100), brush, (20, 50), (80, 50), (20, 50))
    assert once[50, 50, 3] == pytest.approx(128, abs=1)
    assert back_and_forth[50, 50, 3] == once[50, 50, 3]


def test_taking_piece_by_piece_ends_in_the_same_picture() -> None:
    pixels, brush = Tiles(200, 100), replace(HARD, opacity=0.5, hardness=0.3)
    stroke, live = Stroke(pixels, brush), pixels
    for x in range(20, 180, 10):
        stroke.move_to(x, 50)
        live = live.with_changes(dict(stroke.take()))
    whole = painted(pixels, brush, *((x, 50) for x in range(20, 180, 10)))
    assert np.array_equal(live.to_image().pixels, whole)
    assert stroke.take() == {}


def test_a_soft_brush_fades_towards_its_edge() -> None:
    row = painted(Tiles(100, 100), replace(HARD, hardness=0.2, radius_px=30), (50, 50))[50, :, 3].astype(int)
    assert row[50] > row[60] > row[70] > row[78] >= 0
    assert (np.diff(row[50:82]) <= 0).all()


def test_pressure_makes_the_brush_smaller_only_where_it_should() -> None:
    def area(brush: Brush) -> float:
        return float(painted(Tiles(100, 100), brush, (50, 50, 0.5))[:, :, 3].sum()) / 255

    assert area(HARD) == pytest.approx(np.pi * 25, rel=0.03)
    assert area(replace(HARD, pressure_sizes=False)) == pytest.approx(np.pi * 100, rel=0.02)


def test_the_eraser_takes_paint_away() -> None:
    pixels = painted(full(100, 100), replace(HARD, erases=True), (50, 50))
    assert pixels[50, 50, 3] == 0
    assert pixels[10, 10].tolist() == [0, 0, 255, 255]


def test_a_locked_alpha_keeps_the_shape() -> None:
    pixels = Tiles(128, 64).with_changes({(0, 0): 0xFF0000FF})
    after = painted(pixels, HARD, (60, 32), (70, 32), alpha_locked=True)
    assert after[32, 60].tolist() == [255, 0, 0, 255]
    assert (after[:, 64:, 3] == 0).all()


def test_painting_beyond_the_edge_is_cut_off() -> None:
    stroke = Stroke(Tiles(70, 70), HARD)
    stroke.move_to(-50, 30)
    assert stroke.take() == {}
    stroke.move_to(75, 69)
    changed = stroke.take()
    assert set(changed) <= {(tx, ty) for tx in (0, 1) for ty in (0, 1)}
    assert Tiles(70, 70).with_changes(dict(changed)).to_image().pixels[69, 69, 3] == 255


def test_the_layer_below_the_stroke_is_not_touched() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 4), np.uint8)
    pixels = Tiles.from_image(Image(noise))
    before = pixels.to_image().pixels.copy()
    painted(pixels, HARD, (30, 30))
    assert np.array_equal(pixels.to_image().pixels, before)


def test_going_over_what_is_covered_is_no_news() -> None:
    stroke = Stroke(Tiles(200, 100), HARD)
    stroke.move_to(50, 50)
    assert stroke.news((0, 0)) == (40, 40, 60, 60)
    assert stroke.news((0, 0)) is None
    stroke.move_to(60, 50)
    news = stroke.news((0, 0))
    assert news is not None
    assert 45 <= news[0] < 60
    assert news[2] == 70
    for _ in range(30):  # the soft pixel around the edge fills up
        stroke.move_to(50, 50)
        stroke.move_to(60, 50)
    stroke.patch((0, 0))
    stroke.take()
    assert stroke.news((0, 0)) is not None  # looking or taking is not asking for news
    stroke.move_to(50, 50)
    assert stroke.news((0, 0)) is None
