"""The fast planes against the specification's formulas, written down plainly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from artstudio.documents.colour import premultiplied
from artstudio.render.hsl import HSL_MODES, blend_onto, blend_over

LUMA = np.array([0.3, 0.59, 0.11])
Colours = npt.NDArray[np.float64]
Packed = npt.NDArray[np.uint32]


def lum(colour: Colours) -> Colours:
    found: Colours = (colour @ LUMA)[..., None]
    return found


def sat(colour: Colours) -> Colours:
    found: Colours = colour.max(-1, keepdims=True) - colour.min(-1, keepdims=True)
    return found


def set_sat(colour: Colours, saturation: Colours) -> Colours:
    spread = sat(colour)
    return np.where(
        spread > 0, (colour - colour.min(-1, keepdims=True)) * saturation / np.where(spread > 0, spread, 1), 0
    )


def set_lum(colour: Colours, luminosity: Colours) -> Colours:
    colour = colour + luminosity - lum(colour)
    grey, low, high = lum(colour), colour.min(-1, keepdims=True), colour.max(-1, keepdims=True)
    colour = np.where(low < 0, grey + (colour - grey) * grey / np.maximum(grey - low, 1e-9), colour)
    return np.where(high > 1, grey + (colour - grey) * (1 - grey) / np.maximum(high - grey, 1e-9), colour)


def by_the_book(below: Packed, above: Packed, mode: str, opacity: float) -> Colours:
    def unpacked(raster: Packed) -> tuple[Colours, Colours]:
        alpha = (raster >> 24)[..., None].astype(float)
        colour = np.stack([(raster >> s & 255).astype(float) for s in (16, 8, 0)], -1)
        return np.minimum(colour / np.maximum(alpha, 1), 1), alpha / 255

    (cb, ab), (cs, alpha) = unpacked(below), unpacked(above)
    mixed = {
        "hue": lambda: set_lum(set_sat(cs, sat(cb)), lum(cb)),
        "saturation": lambda: set_lum(set_sat(cb, sat(cs)), lum(cb)),
        "color": lambda: set_lum(cs, lum(cb)),
        "luminosity": lambda: set_lum(cb, lum(cs)),
    }[mode]()
    a_s = alpha * opacity
    colour = a_s * (1 - ab) * cs + ab * ((1 - a_s) * cb + a_s * mixed)
    return 255 * np.concatenate([colour, a_s + ab * (1 - a_s)], -1)


def channels(raster: Packed) -> Colours:
    return np.stack([(raster >> s & 255).astype(float) for s in (16, 8, 0, 24)], -1)


def samples(seed: int, opaque: bool) -> Packed:
    pixels = np.random.default_rng(seed).integers(0, 256, (150, 200, 4), np.uint8)
    pixels[::3, :, :3] = pixels[::3, :, :1]  # greys
    pixels[::7, ::2, :3] = 255
    pixels[::5, :, :3] //= 255  # black and nearly so
    pixels[:, ::11, 3] = 0
    if opaque:
        pixels[..., 3] = 255
    return premultiplied(pixels)


@pytest.mark.parametrize("mode", sorted(HSL_MODES))
@pytest.mark.parametrize("opaque", [(True, True), (True, False), (False, True), (False, False)])
@pytest.mark.parametrize("opacity", [1.0, 0.37])
def test_every_mode_is_within_one_level_of_the_specification(
    mode: str, opaque: tuple[bool, bool], opacity: float
) -> None:
    below, above = samples(1, opaque[0]), samples(2, opaque[1])
    found = channels(blend_over(below, above, mode, opacity))
    assert np.abs(found - by_the_book(below, above, mode, opacity)).max() <= 1.01
    assert (found[..., :3] <= found[..., 3:]).all()  # no channel above its alpha


def test_blending_in_place_touches_only_the_part() -> None:
    whole, above = samples(1, opaque=True), samples(2, opaque=False)
    before = whole.copy()
    blend_onto(whole[10:40, 20:90], above[10:40, 20:90], "hue", 0.8)
    assert np.array_equal(whole[10:40, 20:90], blend_over(before, above, "hue", 0.8)[10:40, 20:90])
    whole[10:40, 20:90] = before[10:40, 20:90]
    assert np.array_equal(whole, before)
