"""Arrays and QImages over the same pixels: uint32 (height, width), premultiplied 0xAARRGGBB."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

Raster = npt.NDArray[np.uint32]

FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def image_over(raster: Raster) -> QImage:
    """A QImage that shows `raster` without copying; the array must outlive it and have contiguous rows."""
    height, width = raster.shape
    return QImage(raster.data, width, height, raster.strides[0], FORMAT)


def raster_over(image: QImage) -> Raster:
    """A writable array over the pixels of `image`, which must outlive it and be of `FORMAT`."""
    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())


def blank(width_px: int, height_px: int, colour: int = 0) -> QImage:
    """An image of one colour, 0xAARRGGBB premultiplied."""
    image = QImage(width_px, height_px, FORMAT)
    image.fill(colour)
    return image


def painter_opacity(opacity: float) -> float:
    """The opacity to give to a QPainter so that it paints with `opacity`, rounded to 1/255.

    Qt rounds to 1/256 and then down to 1/255: 0.4 would become 101/255.
    """
    return -(-round(opacity * 255) * 256 // 255) / 256
