"""Between the studio's pictures and the sizes that the networks and films need. Pixels are uint8, RGB."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image as pil

from artstudio_vae_morpher.shape import STRIDE_PX

if TYPE_CHECKING:
    from artstudio.sdk import Image
    from artstudio.sdk.nn.arrays import Pixels


def opaque(picture: Image) -> Pixels:
    """The picture on white, (height, width, 3)."""
    pixels = picture.pixels
    if pixels[..., 3].min() == 255:
        return np.ascontiguousarray(pixels[..., :3])
    alpha = pixels[..., 3:].astype(np.uint16)
    mixed = (pixels[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)


def covering(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture scaled to cover `width` x `height`, its middle cut out."""
    own_height, own_width = pixels.shape[:2]
    if (own_width, own_height) == (width, height):
        return pixels
    ratio = max(width / own_width, height / own_height)
    wide, high = min(own_width, width / ratio), min(own_height, height / ratio)
    x, y = (own_width - wide) / 2, (own_height - high) / 2
    box = (x, y, x + wide, y + high)
    kind = pil.Resampling.LANCZOS if ratio < 1 else pil.Resampling.BICUBIC
    return np.asarray(pil.fromarray(pixels).resize((width, height), kind, box=box))


def middle(pixels: Pixels, side_px: int) -> Pixels:
    """The largest square in the middle, scaled."""
    return covering(pixels, side_px, side_px)


def film_size(picture: Image, width: int, height: int) -> tuple[int, int]:
    """Of a film that begins with `picture`: as asked for (0: as the picture), even as codecs need it."""
    wide = width or (picture.width if not height else round(picture.width * height / picture.height))
    high = height or (picture.height if not width else round(picture.height * width / picture.width))
    return max(2, wide // 2 * 2), max(2, high // 2 * 2)


def padded(pixels: Pixels, stride_px: int = STRIDE_PX) -> Pixels:
    """With sides that are multiples of `stride_px`; the edge goes on at the right and below."""
    lack = [-side % stride_px for side in pixels.shape[:2]]
    return np.pad(pixels, ((0, lack[0]), (0, lack[1]), (0, 0)), "edge") if any(lack) else pixels
