"""The four blending modes that Qt lacks: hue, saturation, color and luminosity.

After "Compositing and Blending Level 1" (W3C), sections 10.2 and 5. All arrays are float32 in 0-1;
colours have shape (..., 3) and are not premultiplied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.render.raster import Raster

Floats = npt.NDArray[np.float32]

_LUMA: Final = np.array([0.3, 0.59, 0.11], np.float32)


def blend_over(backdrop: Raster, source: Raster, mode: str, opacity: float) -> Raster:
    """`source` over `backdrop` in one of `HSL_MODES`; both premultiplied, of one shape."""
    colour_b, alpha_b = _unpacked(backdrop)
    colour_s, alpha_s = _unpacked(source)
    alpha_s = alpha_s * np.float32(opacity)
    mixed = HSL_MODES[mode](colour_b, colour_s)
    alpha_s, alpha_b = alpha_s[..., None], alpha_b[..., None]
    colour = alpha_s * (1 - alpha_b) * colour_s + alpha_b * ((1 - alpha_s) * colour_b + alpha_s * mixed)
    return _packed(colour, (alpha_s + alpha_b * (1 - alpha_s))[..., 0])


def _luminosity(colour: Floats) -> Floats:
    return colour @ _LUMA


def _clipped(colour: Floats) -> Floats:
    """Pull colours that left the cube back towards their own grey (ClipColor)."""
    grey = _luminosity(colour)[..., None]
    low, high = colour.min(-1, keepdims=True), colour.max(-1, keepdims=True)
    tiny = np.float32(1e-6)
    colour = np.where(low < 0, grey + (colour - grey) * grey / np.maximum(grey - low, tiny), colour)
    over = grey + (colour - grey) * (1 - grey) / np.maximum(high - grey, tiny)
    return np.where(high > 1, over, colour)


def _with_luminosity(colour: Floats, luminosity: Floats) -> Floats:
    return _clipped(colour + (luminosity - _luminosity(colour))[..., None])


def _saturation(colour: Floats) -> Floats:
    spread: Floats = colour.max(-1) - colour.min(-1)
    return spread


def _with_saturation(colour: Floats, saturation: Floats) -> Floats:
    """Stretch each colour so that its least channel is 0 and its greatest `saturation` (SetSat)."""
    spread = _saturation(colour)[..., None]
    stretched = (colour - colour.min(-1, keepdims=True)) * saturation[..., None]
    return np.where(spread > 0, stretched / np.where(spread > 0, spread, 1), np.float32(0))


def _hue_of_source(backdrop: Floats, source: Floats) -> Floats:
    return _with_luminosity(_with_saturation(source, _saturation(backdrop)), _luminosity(backdrop))


def _saturation_of_source(backdrop: Floats, source: Floats) -> Floats:
    return _with_luminosity(_with_saturation(backdrop, _saturation(source)), _luminosity(backdrop))


def _color_of_source(backdrop: Floats, source: Floats) -> Floats:
    return _with_luminosity(source, _luminosity(backdrop))


def _luminosity_of_source(backdrop: Floats, source: Floats) -> Floats:
    return _with_luminosity(backdrop, _luminosity(source))


HSL_MODES: Final[dict[str, Callable[[Floats, Floats], Floats]]] = {
    "hue": _hue_of_source,
    "saturation": _saturation_of_source,
    "color": _color_of_source,
    "luminosity": _luminosity_of_source,
}


def _unpacked(raster: Raster) -> tuple[Floats, Floats]:
    """Straight colours (..., 3) and alpha of premultiplied pixels."""
    alpha = (raster >> 24).astype(np.float32)
    channels = [(raster >> shift & 0xFF).astype(np.float32) for shift in (16, 8, 0)]
    colour = np.stack(channels, -1) / np.maximum(alpha, 1)[..., None]
    return np.minimum(colour, np.float32(1)).astype(np.float32), alpha / np.float32(255)


def _packed(colour: Floats, alpha: Floats) -> Raster:
    """The reverse, from premultiplied colours."""
    a = np.rint(np.clip(alpha, 0, 1) * 255).astype(np.uint32)
    r, g, b = np.minimum(np.rint(np.clip(colour, 0, 1) * 255).astype(np.uint32), a[..., None]).transpose(
        2, 0, 1
    )
    raster: Raster = a << 24 | r << 16 | g << 8 | b
    return raster
