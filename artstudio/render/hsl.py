"""The four blending modes that Qt lacks: hue, saturation, color and luminosity.

After "Compositing and Blending Level 1" (W3C), sections 10.2 and 5. Its chain of SetSat, SetLum and ClipColor
comes down to one formula, mixed = L + (X - lum(X)) * q: the colour X (the source's or the backdrop's), its
saturation scaled by q, at the luminosity L. Put into the formula of compositing, each channel of the result
is backdrop * F + source * G + H with the same F, G and H for all three, so few planes need to be computed.

Planes are float32 (height, width), and strips small enough for a core's second-level cache: that, not the
arithmetic, decides the speed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from artstudio.render.raster import Raster

Floats = npt.NDArray[np.float32]

HSL_MODES: Final = frozenset({"hue", "saturation", "color", "luminosity"})

_OF_SOURCE: Final = ("hue", "color")  # the modes whose colour X is the source's
_STRIP_PIXELS: Final = 16384  # some twelve planes of these are at work at once: 800 KB
_TINY: Final = np.float32(1e-6)


class HslSource:
    """What the modes need to know of a layer's pixels, for pixels that are laid on again and again."""

    def __init__(self, raster: Raster, mode: str) -> None:
        self.mode = mode
        colour, self.alpha = _colours(raster), _alphas(raster)
        self.lum = _luminosity(colour, _unless_opaque(self.alpha))
        self.range: tuple[Floats, Floats] | None = None  # least and greatest channel, 0-1
        if mode != "luminosity":
            self.range = _range(colour, _unless_opaque(self.alpha))
        self.colour: list[Floats] | None = colour if mode in _OF_SOURCE else None
        self.raster = raster  # most backdrops are opaque, and then two modes need no more colour

    @property
    def nbytes(self) -> int:
        return self.alpha.nbytes * (3 + (2 if self.range else 0) + (3 if self.colour else 0))

    def part(self, rows: slice, columns: slice) -> HslSource:
        """A cut of it, which shares its planes."""
        cut = object.__new__(HslSource)
        area = (rows, columns)
        cut.mode, cut.raster, cut.alpha = self.mode, self.raster[area], self.alpha[area]
        cut.lum = self.lum[area]
        cut.range = None if self.range is None else (self.range[0][area], self.range[1][area])
        cut.colour = None if self.colour is None else [plane[area] for plane in self.colour]
        return cut


def blend_over(backdrop: Raster, source: Raster, mode: str, opacity: float) -> Raster:
    """`source` over `backdrop` in one of `HSL_MODES`; both premultiplied, of one shape."""
    out = backdrop.copy()
    blend_onto(out, source, mode, opacity)
    return out


def blend_onto(backdrop: Raster, source: Raster | HslSource, mode: str, opacity: float) -> None:
    """`blend_over`, in place: `backdrop` may be a part of a larger picture."""
    height, width = backdrop.shape
    rows = max(1, _STRIP_PIXELS // max(1, width))
    for top in range(0, height, rows):
        strip = slice(top, top + rows)
        if isinstance(source, HslSource):
            _blend_strip(backdrop[strip], source.part(strip, slice(None)), opacity)
        else:
            _blend_strip(backdrop[strip], HslSource(source[strip], mode), opacity)


def _blend_strip(backdrop: Raster, source: HslSource, opacity: float) -> None:
    below = _colours(backdrop)
    alpha_b = None if bool((backdrop >= np.uint32(0xFF000000)).all()) else _alphas(backdrop)
    # colours stay premultiplied, in 0-255; only what depends on straight colours is divided by its alpha
    lum_b, (low_b, high_b) = _luminosity(below, alpha_b), _range(below, alpha_b)
    lum_s, (low_s, high_s) = source.lum, source.range or (low_b, high_b)  # not asked for where there is none
    cover = source.alpha * np.float32(opacity / 255)  # 0-1

    of_source = source.mode in _OF_SOURCE
    lum_x, low_x, high_x = (lum_s, low_s, high_s) if of_source else (lum_b, low_b, high_b)
    target = lum_s if source.mode == "luminosity" else lum_b
    down, up = lum_x - low_x, high_x - lum_x
    scale: Floats | None = None
    if source.mode in ("hue", "saturation"):
        wanted = high_b - low_b if of_source else high_s - low_s
        spread = down + up
        # a grey has no saturation to stretch; W3C leaves it grey
        scale = np.where(spread > _TINY, wanted / np.maximum(spread, _TINY), np.float32(0))
        down *= scale
        up *= scale
    q = _unclipped_share(target, down, up)
    if scale is not None:
        q *= scale

    share_b = None if alpha_b is None else alpha_b * np.float32(1 / 255)
    both = cover if share_b is None else cover * share_b
    add = target - lum_x * q
    add *= both
    add *= np.float32(255)
    add += np.float32(0.5)  # so that cutting off the fraction rounds
    keep = 1 - cover
    take: Floats | None = None
    if of_source:
        take = q if share_b is None else q * share_b
        if share_b is not None:
            take += 1 - share_b
    else:
        keep += q * cover
        if share_b is not None:
            take = 1 - share_b
    above: list[Floats] = []
    if take is not None:
        take *= np.float32(opacity)
        above = [plane * take for plane in source.colour or _colours(source.raster)]
    alpha = None if alpha_b is None else _single(np.rint(alpha_b + cover * (255 - alpha_b)))
    _write(backdrop, below, keep, above, add, alpha)


def _write(
    backdrop: Raster,
    below: list[Floats],
    keep: Floats,
    above: list[Floats],
    add: Floats,
    alpha: Floats | None,
) -> None:
    """Pack what is kept of `below` and what comes `above` it, with `add` more in every channel."""
    packed = np.full(backdrop.shape, 0xFF, np.uint32) if alpha is None else alpha.astype(np.uint32)
    for number, channel in enumerate(below):
        channel *= keep
        if above:
            channel += above[number]
        channel += add
        if alpha is not None:  # else the half that was added keeps it in 0-255, whatever rounding did
            np.minimum(channel, alpha, out=channel)
        packed <<= np.uint32(8)
        packed |= channel.astype(np.uint32)
    backdrop[:] = packed


def _colours(raster: Raster) -> list[Floats]:
    """Red, green and blue, premultiplied, 0-255."""
    planes: list[Floats] = []
    for shift in (16, 8, 0):
        whole = raster >> np.uint32(shift)
        whole &= np.uint32(0xFF)
        planes.append(whole.astype(np.float32))
    return planes


def _alphas(raster: Raster) -> Floats:
    """Alpha, 0-255."""
    return (raster >> np.uint32(24)).astype(np.float32)


def _single(values: npt.NDArray[Any]) -> Floats:
    return values.astype(np.float32, copy=False)


def _luminosity(colour: list[Floats], alpha: Floats | None) -> Floats:
    """Of the straight colours, in 0-1; `alpha` None: opaque."""
    red, green, blue = colour
    luminosity = red * np.float32(0.3) + green * np.float32(0.59)
    luminosity += blue * np.float32(0.11)
    luminosity *= _straightening(alpha)
    return luminosity


def _range(colour: list[Floats], alpha: Floats | None) -> tuple[Floats, Floats]:
    """The least and the greatest channel of the straight colours, in 0-1; `alpha` None: opaque."""
    red, green, blue = colour
    low, high = np.minimum(red, green), np.maximum(red, green)
    np.minimum(low, blue, out=low)
    np.maximum(high, blue, out=high)
    factor = _straightening(alpha)
    low *= factor
    high *= factor
    return low, high


def _straightening(alpha: Floats | None) -> Floats | np.float32:
    """What turns premultiplied channels of 0-255 into straight ones of 0-1."""
    return np.float32(1 / 255) if alpha is None else _single(np.float32(1) / np.maximum(alpha, np.float32(1)))


def _unless_opaque(alpha: Floats) -> Floats | None:
    return None if bool((alpha == 255).all()) else alpha


def _unclipped_share(target: Floats, down: Floats, up: Floats) -> Floats:
    """How much (0-1) of a colour that reaches `down` and `up` from its luminosity fits around `target`."""
    np.maximum(down, _TINY, out=down)
    np.maximum(up, _TINY, out=up)
    share: Floats = np.minimum(target / down, 1)
    room = (1 - target) / up
    np.minimum(room, 1, out=room)
    np.maximum(room, 0, out=room)  # rounding may put a white's luminosity above 1
    share *= room
    return share
