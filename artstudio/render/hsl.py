"""The four blending modes that Qt lacks: hue, saturation, color and luminosity.

After "Compositing and Blending Level 1" (W3C), sections 10.2 and 5. Its chain of SetSat, SetLum and ClipColor
comes down to one formula, mixed = L + (X - lum(X)) * q: the colour X (the source's or the backdrop's), its
saturation scaled by q, at the luminosity L. Put into the formula of compositing, each channel of the result is
backdrop * F + source * G + H with the same F, G and H for all three, so few planes need to be computed.

Planes are float32 (height, width), and strips small enough for a core's second-level cache: that, not the
arithmetic, decides the speed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from artstudio.render.raster import Raster

Floats = npt.NDArray[np.float32]

HSL_MODES: Final = frozenset({"hue", "saturation", "color", "luminosity"})

_STRIP_PIXELS: Final = 16384  # some twelve planes of these are at work at once: 800 KB
_TINY: Final = np.float32(1e-6)


def blend_over(backdrop: Raster, source: Raster, mode: str, opacity: float) -> Raster:
    """`source` over `backdrop` in one of `HSL_MODES`; both premultiplied, of one shape."""
    out = backdrop.copy()
    blend_onto(out, source, mode, opacity)
    return out


def blend_onto(backdrop: Raster, source: Raster, mode: str, opacity: float) -> None:
    """`blend_over`, in place: `backdrop` may be a part of a larger picture."""
    height, width = backdrop.shape
    rows = max(1, _STRIP_PIXELS // max(1, width))
    for top in range(0, height, rows):
        _blend_strip(backdrop[top : top + rows], source[top : top + rows], mode, opacity)


def _blend_strip(backdrop: Raster, source: Raster, mode: str, opacity: float) -> None:
    *below, alpha_b = _planes(backdrop)
    *above, alpha_s = _planes(source)
    opaque = bool((alpha_b == 255).all())
    # colours stay premultiplied, in 0-255; only what depends on straight colours is divided by its alpha
    lum_b, low_b, high_b = _ranges(below, None if opaque else alpha_b)
    lum_s, low_s, high_s = _ranges(above, None if bool((alpha_s == 255).all()) else alpha_s)
    cover = alpha_s * np.float32(opacity / 255)  # of the source, in 0-1

    of_source = mode in ("hue", "color")  # whose colour is X
    lum_x, low_x, high_x = (lum_s, low_s, high_s) if of_source else (lum_b, low_b, high_b)
    target = lum_s if mode == "luminosity" else lum_b
    down, up = lum_x - low_x, high_x - lum_x
    scale: Floats | None = None
    if mode in ("hue", "saturation"):
        wanted = high_b - low_b if of_source else high_s - low_s
        spread = down + up
        # a grey has no saturation to stretch; W3C leaves it grey
        scale = np.where(spread > _TINY, wanted / np.maximum(spread, _TINY), np.float32(0))
        down *= scale
        up *= scale
    q = _unclipped_share(target, down, up)
    if scale is not None:
        q *= scale

    both = cover if opaque else cover * (alpha_b * np.float32(1 / 255))
    add = target - lum_x * q
    add *= both
    add *= np.float32(255)
    add += np.float32(0.5)  # so that cutting off the fraction rounds
    keep = 1 - cover
    take: Floats | None = None
    if of_source:
        take = q if opaque else q * (alpha_b * np.float32(1 / 255))
        if not opaque:
            take += 1 - alpha_b * np.float32(1 / 255)
    else:
        keep += q * cover
        if not opaque:
            take = 1 - alpha_b * np.float32(1 / 255)
    if take is not None:
        take *= np.float32(opacity)
    alpha = None if opaque else np.rint(alpha_b + cover * (255 - alpha_b))
    _write(backdrop, below, above, (keep, take, add), alpha)


def _write(
    backdrop: Raster,
    below: list[Floats],
    above: list[Floats],
    factors: tuple[Floats, Floats | None, Floats],
    alpha: Floats | None,
) -> None:
    keep, take, add = factors
    packed = (
        np.zeros(backdrop.shape, np.uint32) if alpha is not None else np.full(backdrop.shape, 0xFF, np.uint32)
    )
    if alpha is not None:
        np.copyto(packed, alpha, casting="unsafe")
    most: Floats | float = 255.0 if alpha is None else alpha
    for red_green_or_blue, over in zip(below, above, strict=True):
        red_green_or_blue *= keep
        if take is not None:
            over *= take
            red_green_or_blue += over
        red_green_or_blue += add
        np.maximum(red_green_or_blue, 0, out=red_green_or_blue)
        np.minimum(red_green_or_blue, most, out=red_green_or_blue)
        packed <<= np.uint32(8)
        packed |= red_green_or_blue.astype(np.uint32)
    backdrop[:] = packed


def _planes(raster: Raster) -> tuple[Floats, Floats, Floats, Floats]:
    """Red, green, blue and alpha, 0-255."""
    red, green, blue = ((raster >> np.uint32(s) & np.uint32(0xFF)).astype(np.float32) for s in (16, 8, 0))
    return red, green, blue, (raster >> np.uint32(24)).astype(np.float32)


def _ranges(colour: list[Floats], alpha: Floats | None) -> tuple[Floats, Floats, Floats]:
    """Luminosity, least and greatest channel of the straight colours, in 0-1; `alpha` None: opaque."""
    red, green, blue = colour
    luminosity = red * np.float32(0.3) + green * np.float32(0.59)
    luminosity += blue * np.float32(0.11)
    low, high = np.minimum(red, green), np.maximum(red, green)
    np.minimum(low, blue, out=low)
    np.maximum(high, blue, out=high)
    factor: Floats | np.float32 = np.float32(1 / 255)
    if alpha is not None:
        factor = 1 / np.maximum(alpha, 1)
    luminosity *= factor
    low *= factor
    high *= factor
    return luminosity, low, high


def _unclipped_share(target: Floats, down: Floats, up: Floats) -> Floats:
    """How far (0-1) a colour reaching `down` and `up` from its luminosity keeps inside 0-1 around `target`."""
    np.maximum(down, _TINY, out=down)
    np.maximum(up, _TINY, out=up)
    share: Floats = np.minimum(target / down, 1)
    room = (1 - target) / up
    np.minimum(room, 1, out=room)
    np.maximum(room, 0, out=room)  # rounding may put a white's luminosity above 1
    share *= room
    return share
