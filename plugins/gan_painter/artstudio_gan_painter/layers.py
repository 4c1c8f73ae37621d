"""Between the studio's pictures with alpha and what the painter works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image as pil
from PIL import ImageFilter

from artstudio.sdk import Image, mask_cover
from artstudio_gan_painter.continuing import continued
from artstudio_gan_painter.filling import pushed_in
from artstudio_gan_painter.painting import Request

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Floats, Pixels


def opaque(picture: Image) -> tuple[Pixels, Floats]:
    """Colours (height, width, 3), the transparent filled smoothly in, and the alpha 0-1 (height, width)."""
    alpha = picture.pixels[..., 3].astype(np.float32) / 255
    colours = picture.pixels[..., :3]
    if alpha.min() == 1:
        return np.ascontiguousarray(colours), alpha
    if alpha.max() == 0:
        return np.full_like(colours, 255), alpha
    filled = pushed_in(colours.astype(np.float32), alpha)
    return np.clip(np.rint(filled), 0, 255).astype(np.uint8), alpha


def with_mask(painting: Image, cover: Floats, mask: Image | None) -> Image:
    """The painting where the rough covers and the mask is white and opaque, clear elsewhere."""
    alpha = cover if mask is None else cover * mask_cover(mask, painting)
    pixels = painting.pixels.copy()
    pixels[..., 3] = np.rint(alpha * 255)
    pixels[alpha == 0] = 0
    return Image(pixels)


def holes(picture: Image, mask: Image | None) -> Pixels:
    """What is to be filled, 0-255 (height, width): what the mask covers, or what is transparent."""
    if mask is not None:
        return np.rint(mask_cover(mask, picture) * 255).astype(np.uint8)
    return np.where(picture.pixels[..., 3] < 255, 255, 0).astype(np.uint8)


def grown(picture: Image, borders: tuple[int, int, int, int], full: int = 0) -> Image:
    """The picture with pixels added (left, right, top, bottom) of the value `full`; 0 is clear."""
    left, right, top, bottom = borders
    return Image(np.pad(picture.pixels, ((top, bottom), (left, right), (0, 0)), constant_values=full))


def to_fill(picture: Image, hole: Image, detail: float, seed: int) -> Request | None:
    """The request that paints the hole (its red, 0-255) from what is around it; None where nothing is."""
    open_ = (hole.pixels[..., 0] > 0) | (picture.pixels[..., 3] < 255)
    known = (~open_).astype(np.float32)
    colours = picture.pixels[..., :3]
    if not known.any():
        return None
    rough = continued(colours, known, seed)
    return Request(rough, np.ascontiguousarray(colours), known, 1.0, detail, seed)


def joined(picture: Image, painting: Image, hole: Image, feather_px: int) -> Image:
    """The painting in the hole, with an edge of `feather_px` towards the picture; opaque in the hole."""
    cover = pil.fromarray(np.ascontiguousarray(hole.pixels[..., 0]))
    if feather_px:
        # grown first, so that the hole itself stays wholly covered
        soft = cover.filter(ImageFilter.GaussianBlur(feather_px / 2))
        cover = pil.fromarray(np.maximum(np.asarray(cover), np.asarray(soft)))
    share = np.asarray(cover).astype(np.float32)[..., None] / 255
    mixed = picture.pixels * (1 - share) + painting.pixels * share
    return Image(np.rint(mixed).astype(np.uint8))
