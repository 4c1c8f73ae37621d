"""Pictures as plugins see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from artstudio.sdk.errors import InvalidValue

Pixels = npt.NDArray[np.uint8]


def read_only(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A view of `array` that refuses writes, so that values can be shared between threads."""
    view = array.view()
    view.flags.writeable = False
    return view


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """A picture: `pixels` is uint8 of shape (height, width, 4): sRGB and straight alpha.

    Grey (height, width) and RGB (height, width, 3) arrays are widened on construction.

    Raises:
        InvalidValue: another dtype or shape, or a side of zero pixels.
    """

    pixels: Pixels

    def __post_init__(self) -> None:
        pixels = np.asarray(self.pixels)
        if pixels.dtype != np.uint8:
            raise InvalidValue("a picture needs 8-bit pixels, this one has {dtype}", dtype=pixels.dtype)
        if pixels.ndim == 2:
            pixels = np.repeat(pixels[:, :, None], 3, axis=2)
        if pixels.ndim == 3 and pixels.shape[2] == 3:
            opaque = np.full((*pixels.shape[:2], 1), 255, np.uint8)
            pixels = np.concatenate([pixels, opaque], axis=2)
        if pixels.ndim != 3 or pixels.shape[2] != 4 or 0 in pixels.shape:
            raise InvalidValue("a picture cannot have the shape {shape}", shape=pixels.shape)
        object.__setattr__(self, "pixels", read_only(np.ascontiguousarray(pixels)))

    @property
    def width(self) -> int:
        """Columns, in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Rows, in pixels."""
        return int(self.pixels.shape[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Image) and np.array_equal(self.pixels, other.pixels)

    __hash__ = None  # type: ignore[assignment]  # compared by content, never a key


def mask_cover(mask: Image, picture: Image) -> npt.NDArray[np.float32]:
    """How much a mask covers each pixel of a picture: (height, width), 0-1.

    Black and white masks of other programs and the studio's selections, white with alpha, say it alike.

    Raises:
        InvalidValue: the mask has another size than the picture.
    """
    if (mask.width, mask.height) != (picture.width, picture.height):
        raise InvalidValue(
            "the mask must be as large as the picture, {w} × {h} pixels", w=picture.width, h=picture.height
        )
    cover: npt.NDArray[np.float32] = mask.pixels[..., :3].max(2) * (mask.pixels[..., 3] / np.float32(65025))
    return cover
