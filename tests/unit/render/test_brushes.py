"""What the kinds of brushes and their settings do to a stroke."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from artstudio.documents.tiles import Tiles
from artstudio.render.brush import KINDS, Brush
from artstudio.render.dabs import Stroke
from artstudio.render.masks import GRAIN_PX, grain
from artstudio.sdk import Image

HARD = Brush(radius_px=10, hardness=1, colour=0xFF0000)
Pixels = npt.NDArray[np.uint8]
Path = tuple[tuple[float, ...], ...]


def painted(
    brush: Brush,
    *path: tuple[float, ...],
    on: Tiles | None = None,
    selection: Tiles | None = None,
    alpha_locked: bool = False,
) -> Pixels:
    pixels = on or Tiles(200, 200)
    stroke = Stroke(pixels, brush, alpha_locked=alpha_locked, selection=selection)
    for point in path:
        stroke.move_to(*point)
    stroke.finish()
    return pixels.with_changes(dict(stroke.take())).to_image().pixels


def halves(width: int = 200, height: int = 200) -> Tiles:
    """Blue on the left, yellow on the right."""
    picture = np.full((height, width, 4), (0, 0, 255, 255), np.uint8)
    picture[:, width // 2 :] = (255, 255, 0, 255)
    return Tiles.from_image(Image(picture))


def chosen(alpha: npt.NDArray[np.uint8]) -> Tiles:
    picture = np.zeros((*alpha.shape, 4), np.uint8)
    picture[..., 3] = alpha
    return Tiles.from_image(Image(picture))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_stroke_looks_the_same_each_time(kind: str) -> None:
    brush = replace(HARD, kind=kind, radius_px=20)
    once = painted(brush, (30, 100, 0.4), (170, 90, 1.0))
    assert once[..., 3].any()
    assert np.array_equal(once, painted(brush, (30, 100, 0.4), (170, 90, 1.0)))


def test_textured_paint_lies_on_the_grain_of_the_canvas() -> None:
    """Where the ground is hollow there is less paint, in one stroke as in the next beside it."""
    brush = replace(HARD, kind="textured", radius_px=40)
    alpha = painted(brush, (60, 100), (140, 100))[70:130, 60:140, 3].astype(float)
    ground = grain()[70:130, 60:140]
    assert alpha.std() > 20
    assert alpha[ground > 0.8].mean() < alpha[ground < 0.2].mean() - 50


def test_the_grain_repeats_without_a_seam() -> None:
    ground = grain()
    assert ground.shape == (GRAIN_PX, GRAIN_PX)
    inside = np.abs(np.diff(ground, axis=1)).mean()
    assert np.abs(ground[:, 0] - ground[:, -1]).mean() < 1.5 * inside


def test_an_airbrush_is_softer_than_a_round_brush_and_builds_up() -> None:
    soft = replace(HARD, kind="soft", hardness=0, radius_px=30, flow=0.2)
    row = painted(soft, (100, 100))[100, 100:, 3].astype(int)
    assert (np.diff(row) <= 0).all()
    assert row[0] > 2 * row[12]
    again = painted(soft, (100, 100), (130, 100), (100, 100), (130, 100))
    assert again[100, 115, 3] > painted(soft, (100, 100), (130, 100))[100, 115, 3]


def test_ink_tapers_faster_than_a_round_brush() -> None:
    def width(kind: str, pressure: float) -> float:
        brush = replace(HARD, kind=kind, hardness=0.2)
        return float(painted(brush, (100, 100, pressure))[100, :, 3].sum()) / 255

    assert width("ink", 1.0) == pytest.approx(20, abs=0.5)  # crisp whatever the hardness says
    assert width("ink", 0.4) < 0.4 * width("ink", 1.0) - 2


def test_flow_and_opacity_are_two_things() -> None:
    thin = painted(replace(HARD, flow=0.1), (50, 100), (150, 100))[100, 100, 3]
    assert thin < painted(replace(HARD, flow=0.1), (50, 100), (150, 100), (50, 100))[100, 100, 3]
    half = replace(HARD, opacity=0.5)
    assert painted(half, (50, 100), (150, 100), (50, 100))[100, 100, 3] == pytest.approx(128, abs=1)


def test_wide_spacing_leaves_single_dabs() -> None:
    dotted = painted(replace(HARD, radius_px=5, spacing=1.0), (50, 100), (150, 100))
    assert (dotted[104, 50:150, 3] < 255).any()
    assert (
        painted(replace(HARD, radius_px=5, spacing=0.1), (50, 100), (150, 100))[103, 50:150, 3] > 250
    ).all()


def test_pressure_changes_size_opacity_and_flow_each_by_its_own_switch() -> None:
    still = replace(HARD, pressure_sizes=False)

    def middle_and_width(brush: Brush) -> tuple[int, int]:
        row = painted(brush, (60, 100, 0.5), (140, 100, 0.5))[:, 100, 3]
        return int(row[100]), int((row > 0).sum())

    full, wide = middle_and_width(still)
    assert full == 255
    assert wide == pytest.approx(20, abs=2)
    full, width = middle_and_width(replace(still, pressure_sizes=True))
    assert full == 255
    assert width == pytest.approx(10, abs=2)
    faded, width = middle_and_width(replace(still, pressure_fades=True))
    assert faded == pytest.approx(128, abs=2)
    assert width == wide
    flowing, width = middle_and_width(replace(still, pressure_flows=True, flow=0.1))
    assert 0 < flowing < middle_and_width(replace(still, flow=0.1))[0]


# ---------------------------------------------------------------------------------------------- smoothing


def test_smoothing_calms_a_trembling_hand_and_still_ends_at_the_pen() -> None:
    trembling: Path = tuple((20 + 4 * i, 100 + (15 if i % 2 else -15)) for i in range(41))
    brush = replace(HARD, radius_px=3)

    def reach(smoothing: float) -> int:
        rows = np.flatnonzero(
            painted(replace(brush, smoothing=smoothing), *trembling)[:, 60:120, 3].any(axis=1)
        )
        return int(rows[-1] - rows[0])

    assert reach(0.7) < reach(0) / 2
    end = trembling[-1]
    for smoothing in (0.0, 0.3, 1.0):
        pixels = painted(replace(brush, smoothing=smoothing), *trembling)
        assert pixels[int(end[1]), int(end[0]) - 1, 3] == 255


def test_without_smoothing_every_point_is_in_the_stroke() -> None:
    corners: Path = ((20, 20), (180, 40), (30, 90), (170, 120), (40, 180))
    alpha = painted(replace(HARD, radius_px=4), *corners)[..., 3]
    assert all(alpha[int(y), int(x)] == 255 for x, y in corners)


# ----------------------------------------------------------------------------------------------- symmetry


@pytest.mark.parametrize(("symmetry", "flips"), [("vertical", [1]), ("horizontal", [0]), ("both", [0, 1])])
def test_a_mirrored_stroke_is_its_own_mirror_image(symmetry: str, flips: list[int]) -> None:
    pixels = painted(replace(HARD, symmetry=symmetry, hardness=0.4), (20.3, 31.1), (80.6, 70.2))
    assert pixels[31, 20, 3]
    for axis in flips:
        assert np.abs(pixels.astype(int) - np.flip(pixels, axis)).max() <= 2


def test_a_radial_stroke_comes_back_after_each_sector() -> None:
    pixels = painted(replace(HARD, symmetry="radial", sectors=4), (130, 100), (180, 110))
    assert np.abs(pixels.astype(int) - np.rot90(pixels)).max() <= 2
    assert painted(replace(HARD, symmetry="radial", sectors=3), (180, 100))[169, 60, 3] == 255


# ---------------------------------------------------------------------------------- selection, alpha lock


@pytest.mark.parametrize("brush", [HARD, replace(HARD, erases=True), replace(HARD, smudges=True)])
def test_outside_the_selection_nothing_changes(brush: Brush) -> None:
    alpha = np.zeros((200, 200), np.uint8)
    alpha[:, 80:120] = 255
    before = halves().to_image().pixels
    after = painted(brush, (40, 100), (160, 100), on=halves(), selection=chosen(alpha))
    assert np.array_equal(after[:, :80], before[:, :80])
    assert np.array_equal(after[:, 120:], before[:, 120:])
    assert not np.array_equal(after, before)


def test_what_is_half_selected_changes_by_half() -> None:
    half = chosen(np.full((200, 200), 128, np.uint8))
    assert painted(HARD, (100, 100), selection=half)[100, 100, 3] == pytest.approx(128, abs=1)
    erased = painted(replace(HARD, erases=True), (50, 100), on=halves(), selection=half)
    assert erased[100, 50, 3] == pytest.approx(127, abs=1)


@pytest.mark.parametrize("brush", [HARD, replace(HARD, erases=True), replace(HARD, smudges=True)])
def test_a_locked_alpha_stays_as_it_is(brush: Brush) -> None:
    island = Tiles(192, 192).with_changes({(1, 1): 0x80000080})
    before = island.to_image().pixels
    after = painted(brush, (70, 90), (150, 90), on=island, alpha_locked=True)
    assert np.array_equal(after[..., 3], before[..., 3])


# ----------------------------------------------------------------------------------------------- smudging

SMUDGE = replace(HARD, smudges=True, hardness=0.5, radius_px=15, length=0.9)


def test_smudging_drags_colour_along_and_paints_none_of_its_own() -> None:
    after = painted(SMUDGE, (70, 100), (150, 100), on=halves())
    assert after[100, 104, 2] > 60  # blue came over the border
    assert np.array_equal(after[:70], halves().to_image().pixels[:70])
    assert (after[..., 3] == 255).all()
    assert after[100, 60].tolist() == [0, 0, 255, 255]  # over blue alone nothing can be seen
    assert not ((after[..., 0] > 20) & (after[..., 1] < 10)).any()  # nor is the brush's red


def test_the_longer_the_smudge_the_farther_the_colour() -> None:
    def blue(length: float) -> int:
        after = painted(replace(SMUDGE, length=length), (70, 100), (180, 100), on=halves())
        return int(after[100, 100:, 2].astype(int).sum())

    assert blue(0.95) > blue(0.6) > blue(0.0)


def test_smudging_across_the_edge_of_the_canvas_is_cut_off() -> None:
    after = painted(SMUDGE, (-30, 100), (20, 100), (205, 100), on=halves())
    assert (after[..., 3] == 255).all()
