from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.pile import split_at
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import (
    QT_MODES,
    composite,
    composite_image,
    composite_tiles,
    paint_layers,
)
from artstudio.render.hsl import HSL_MODES
from artstudio.render.raster import blank, raster_over
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


# --------------------------------------------------------------------------------------------------- groups

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

BLENDS: dict[str, Callable[[Floats, Floats], Floats]] = {
    "normal": lambda b, s: s,
    "multiply": lambda b, s: b * s,
    "screen": lambda b, s: b + s - b * s,
    "darken": np.minimum,
    "lighten": np.maximum,
    "difference": lambda b, s: np.abs(b - s),
    "luminosity": lambda b, s: clipped(b + (luma(s) - luma(b))),
    "color": lambda b, s: clipped(s + (luma(b) - luma(s))),
}


def luma(colour: Floats) -> Floats:
    shades: Floats = (colour @ np.array([0.3, 0.59, 0.11]))[..., None]
    return shades


def clipped(colour: Floats) -> Floats:
    grey, low, high = luma(colour), colour.min(-1, keepdims=True), colour.max(-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        colour = np.where(low < 0, grey + (colour - grey) * grey / (grey - low), colour)
        return np.where(high > 1, grey + (colour - grey) * (1 - grey) / (high - grey), colour)


def over(below: Floats, above: Floats, mode: str, opacity: float) -> Floats:
    """Straight RGBA in 0-1, after "Compositing and Blending Level 1"."""
    cb, ab, cs, as_ = below[..., :3], below[..., 3:], above[..., :3], above[..., 3:] * opacity
    mixed = (1 - ab) * cs + ab * BLENDS[mode](cb, cs)
    alpha = as_ + ab * (1 - as_)
    colour = (as_ * mixed + (1 - as_) * ab * cb) / np.maximum(alpha, 1e-9)
    return np.concatenate([colour, alpha], -1)


def expected(canvas: Canvas, parent: str | None = None) -> Floats:
    """What the whole canvas, or one group by itself, looks like."""
    shown: Floats = np.zeros((canvas.height_px, canvas.width_px, 4))
    if parent is None and canvas.background is not None:
        shown += 1  # white
    for layer in canvas.layers:
        if layer.parent == parent and layer.visible:
            own = expected(canvas, layer.id) if layer.group else layer.pixels.to_image().pixels / 255
            shown = over(shown, own, layer.mode, layer.opacity)
    return shown


def grouped_canvas(mode: str, inner: str, background: int | None) -> Canvas:
    """From the top: top, outer(c, inner(b, a)), below; with alphas of all kinds, over several tiles."""

    def noise(seed: int, level: int) -> Tiles:
        pixels = np.random.default_rng(seed).integers(0, 256, (70, 90, 4), np.uint8)
        pixels[..., 3] = np.maximum(pixels[..., 3], level)
        pixels[:20, :, 3] = 255
        return Tiles.from_image(Image(pixels))

    empty = Tiles(90, 70)
    layers = (
        Layer("below", "", noise(1, 200)),
        Layer("a", "", noise(2, 100), parent="inner"),
        Layer("b", "", noise(3, 100), opacity=0.5, mode=inner, parent="inner"),
        Layer("inner", "", empty, opacity=0.8, mode=inner, group=True, parent="outer"),
        Layer("c", "", noise(4, 100), opacity=0.4, parent="outer"),
        Layer("outer", "", empty, opacity=0.7, mode=mode, group=True),
        Layer("top", "", noise(5, 0), opacity=0.3, mode="screen"),
    )
    return Canvas(90, 70, layers, background)


@pytest.mark.parametrize("background", [0xFFFFFFFF, None])
@pytest.mark.parametrize(("mode", "inner"), [*zip(BLENDS, BLENDS, strict=True), ("multiply", "normal"),
                                             ("normal", "screen"), ("color", "difference")])  # fmt: skip
def test_a_group_is_one_picture_that_mixes_as_a_layer(mode: str, inner: str, background: int | None) -> None:
    canvas = grouped_canvas(mode, inner, background)
    wanted = expected(canvas)
    shown = composite(canvas).pixels / 255
    solid = wanted[..., 3:] > 0.4  # of what is nearly transparent 8 bits do not hold the colour
    assert np.abs(np.where(solid, shown - wanted, 0)).max() < 7 / 255
    assert np.abs(shown[..., 3] - wanted[..., 3]).max() < 4 / 255


def test_a_region_of_groups_is_the_same_as_a_cut_of_the_whole() -> None:
    canvas = grouped_canvas("hue", "multiply", None)
    assert np.array_equal(composite(canvas, (31, 5, 50, 60)).pixels, composite(canvas).pixels[5:65, 31:81])


def with_group(canvas: Canvas, **fields: object) -> Canvas:
    return replace(
        canvas,
        layers=tuple(
            replace(layer, **fields) if layer.id == "outer" else layer  # type: ignore[arg-type]
            for layer in canvas.layers
        ),
    )


def test_a_hidden_faint_or_rough_group_takes_along_all_that_it_holds() -> None:
    canvas = grouped_canvas("multiply", "normal", 0xFFFFFFFF)
    without = composite(replace(canvas, layers=(canvas.layers[0], canvas.layers[-1]))).pixels
    for fields in ({"visible": False}, {"opacity": 0.0}, {"rough": True}):
        assert np.array_equal(composite(with_group(canvas, **fields)).pixels, without)
    shown = composite(with_group(canvas, rough=True), rough=True).pixels
    assert np.array_equal(shown, composite(canvas).pixels)


def test_a_rough_layer_in_a_group_is_left_out() -> None:
    canvas = grouped_canvas("normal", "normal", None)
    sketched = tuple(replace(layer, rough=layer.id == "inner") for layer in canvas.layers)
    gone = tuple(layer for layer in canvas.layers if layer.id not in ("a", "b", "inner"))
    shown = composite(replace(canvas, layers=sketched)).pixels
    assert np.array_equal(shown, composite(replace(canvas, layers=gone)).pixels)


@pytest.mark.parametrize("active", ["below", "a", "inner", "c", "outer", "top"])
def test_a_pile_painted_in_parts_looks_as_when_painted_whole(active: str) -> None:
    canvas = grouped_canvas("luminosity", "screen", 0xFFFFFFFF)
    image = blank(90, 70, 0xFFFFFFFF)
    for part in split_at(canvas, active):
        paint_layers(image, 0, 0, part)
    assert np.array_equal(raster_over(image), raster_over(composite_image(canvas, (0, 0, 90, 70))))


def test_a_pile_painted_into_tiles_is_the_picture() -> None:
    canvas = grouped_canvas("multiply", "hue", 0xFFFFFFFF)
    tiles = composite_tiles(canvas.layers, 90, 70, 0xFFFFFFFF)
    assert np.array_equal(tiles.to_image().pixels, composite(canvas).pixels)


@pytest.mark.parametrize("mode", ["normal", "multiply", "screen", "difference"])
def test_every_opacity_is_painted_as_it_is(mode: str) -> None:
    below = Layer("l1", "", flat(1, 1, (255, 255, 255, 255)))
    for alpha in range(256):
        colour = (0, 0, 0, 255) if mode in ("normal", "multiply") else (255, 255, 255, 255)
        above = Layer("l2", "", flat(1, 1, colour), opacity=alpha / 255, mode=mode)
        if mode == "screen":
            below = replace(below, pixels=flat(1, 1, (0, 0, 0, 255)))
        shown = composite(Canvas(1, 1, (below, above))).pixels[0, 0, 0]
        assert shown == (alpha if mode == "screen" else 255 - alpha)
