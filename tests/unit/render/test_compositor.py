from __future__ import annotations

import colorsys
from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import QT_MODES, composite, composite_image
from artstudio.render.hsl import HSL_MODES
from artstudio.render.raster import raster_over
from artstudio.sdk import Image


def flat(width: int, height: int, rgba: tuple[int, int, int, int]) -> Tiles:
    return Tiles.from_image(Image(np.full((height, width, 4), rgba, np.uint8)))


def one_pixel(
    mode: str, below: tuple[int, int, int, int], above: tuple[int, int, int, int]
) -> tuple[int, ...]:
    layers = (Layer("l1", "below", flat(1, 1, below)), Layer("l2", "above", flat(1, 1, above), mode=mode))
    return tuple(composite(Canvas(1, 1, layers, background=None)).pixels[0, 0].tolist())


def test_every_mode_of_the_document_can_be_painted() -> None:
    assert QT_MODES.keys() | HSL_MODES == MODES.keys()


def test_an_empty_canvas_shows_its_background() -> None:
    assert (composite(Canvas(70, 3)).pixels == 255).all()
    assert (composite(Canvas(70, 3, background=None)).pixels == 0).all()


def test_opacity_mixes_with_what_is_below() -> None:
    layer = Layer("l1", "half", flat(2, 2, (0, 0, 0, 255)), opacity=0.5)
    assert composite(Canvas(2, 2, (layer,))).pixels[0, 0].tolist() == pytest.approx(
        [127, 127, 127, 255], abs=1
    )


def test_hidden_layers_do_not_show_and_rough_ones_only_on_request() -> None:
    ink = flat(2, 2, (255, 0, 0, 255))
    canvas = Canvas(2, 2, (Layer("l1", "hidden", ink, visible=False), Layer("l2", "sketch", ink, rough=True)))
    assert (composite(canvas).pixels == 255).all()
    assert composite(canvas, rough=True).pixels[0, 0].tolist() == [255, 0, 0, 255]


def test_a_region_is_the_same_as_a_cut_of_the_whole() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (150, 200, 4), np.uint8)
    layers = (
        Layer("l1", "a", Tiles.from_image(Image(noise))),
        Layer("l2", "b", Tiles.from_image(Image(noise[::-1].copy())), opacity=0.7, mode="hue"),
        Layer("l3", "c", Tiles.from_image(Image(noise[:, ::-1].copy())), opacity=0.4, mode="soft-light"),
    )
    canvas = Canvas(200, 150, layers)
    whole = composite(canvas).pixels
    assert np.array_equal(composite(canvas, (61, 5, 80, 140)).pixels, whole[5:145, 61:141])


def test_a_uniform_tile_is_cut_at_the_picture_s_edge() -> None:
    pixels = Tiles(70, 70).with_changes({(1, 1): 0xFFFF0000})
    shown = composite(Canvas(70, 70, (Layer("l1", "corner", pixels),)))
    assert (shown.pixels[64:, 64:] == [255, 0, 0, 255]).all()
    assert (shown.pixels[:64] == 255).all()


@pytest.mark.parametrize("mode", sorted(MODES.keys() - {"normal"}))
def test_over_nothing_every_mode_shows_the_source(mode: str) -> None:
    assert one_pixel(mode, (0, 0, 0, 0), (200, 120, 40, 255)) == pytest.approx((200, 120, 40, 255), abs=1)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("multiply", (200 * 100 / 255, 40 * 100 / 255, 150 * 200 / 255)),
        ("screen", (300 - 200 * 100 / 255, 140 - 40 * 100 / 255, 350 - 150 * 200 / 255)),
        ("difference", (100, 60, 50)),
        ("darken", (100, 40, 150)),
        ("lighten", (200, 100, 200)),
        ("plus", (255, 140, 255)),
    ],
)
def test_separable_modes_follow_the_specification(mode: str, expected: tuple[float, float, float]) -> None:
    mixed = one_pixel(mode, (200, 40, 150, 255), (100, 100, 200, 255))
    assert mixed == pytest.approx((*expected, 255), abs=1)


def luminosity(rgb: tuple[int, ...]) -> float:
    return 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]


@pytest.mark.parametrize("below", [(200, 40, 150), (90, 90, 90), (10, 240, 30)])
@pytest.mark.parametrize("above", [(100, 110, 200), (250, 250, 20), (128, 128, 128)])
def test_hsl_modes_take_what_their_names_say_from_the_source(
    below: tuple[int, int, int], above: tuple[int, int, int]
) -> None:
    for mode in ("hue", "saturation", "color"):
        assert luminosity(one_pixel(mode, (*below, 255), (*above, 255))) == pytest.approx(
            luminosity(below), abs=2
        )
    shone = one_pixel("luminosity", (*below, 255), (*above, 255))
    assert luminosity(shone) == pytest.approx(luminosity(above), abs=2)


def test_hue_comes_from_the_source() -> None:
    mixed = one_pixel("hue", (120, 100, 90, 255), (20, 40, 220, 255))
    hue = colorsys.rgb_to_hsv(*(c / 255 for c in mixed[:3]))[0]
    assert hue == pytest.approx(colorsys.rgb_to_hsv(20 / 255, 40 / 255, 220 / 255)[0], abs=0.03)


def test_a_transparent_source_leaves_the_backdrop_in_every_mode() -> None:
    for mode in MODES:
        assert one_pixel(mode, (200, 40, 150, 255), (9, 9, 9, 0)) == (200, 40, 150, 255)


def test_half_opaque_luminosity_lies_half_way() -> None:
    layers = (
        Layer("l1", "below", flat(1, 1, (200, 40, 150, 255))),
        Layer("l2", "above", flat(1, 1, (255, 255, 255, 255)), mode="luminosity"),
    )
    canvas = Canvas(1, 1, layers)
    halved = replace(canvas, layers=(layers[0], replace(layers[1], opacity=0.5)))
    none, all_ = np.array([200, 40, 150]), composite(canvas).pixels[0, 0, :3].astype(int)
    assert composite(halved).pixels[0, 0, :3] == pytest.approx((none + all_) / 2, abs=1)


def test_the_window_s_image_holds_premultiplied_pixels() -> None:
    canvas = Canvas(1, 1, (Layer("l1", "", flat(1, 1, (255, 0, 0, 128))),), background=None)
    image = composite_image(canvas, (0, 0, 1, 1))
    assert raster_over(image)[0, 0] == 0x80800000
