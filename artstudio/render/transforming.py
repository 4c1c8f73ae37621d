"""Pixels moved, turned, scaled and mirrored by a matrix from canvas to canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from artstudio.documents.tiles import Tiles
from artstudio.render.films import cut_out, film_of, kept_within, laid_over
from artstudio.render.raster import Raster, blank, image_over, raster_over

_STRIP_PX: Final = 1024
_EXACT: Final = 1e-6


@dataclass(frozen=True, eq=False)
class Lifted:
    """Pixels taken off a layer to be laid down elsewhere.

    Attributes:
        rest: The layer without them.
        raster: The pixels, cut to where something is.
        x: Where the raster's left edge lies on the canvas, in pixels.
        y: The same of its top.
    """

    rest: Tiles
    raster: Raster
    x: int
    y: int

    @property
    def box(self) -> QRectF:
        """Where the pixels lay, in canvas pixels."""
        return QRectF(self.x, self.y, self.raster.shape[1], self.raster.shape[0])

    def laid_down(self, matrix: QTransform, *, smooth: bool = True) -> Tiles:
        """The layer with the pixels where `matrix` takes them; with `smooth` resampled well, else fast."""
        width_px, height_px = self.rest.width_px, self.rest.height_px
        film = transformed(self.raster, self.x, self.y, matrix, width_px, height_px, smooth=smooth)
        return laid_over(self.rest, film)


def lifted(pixels: Tiles, selection: Tiles | None) -> Lifted | None:
    """What `selection` chooses of `pixels`, taken off; None if nothing is there."""
    chosen = kept_within(pixels, selection)
    box = chosen.bounds()
    if box is None:
        return None
    return Lifted(cut_out(pixels, selection), chosen.region(*box), box[0], box[1])


def moved_mask(mask: Tiles, matrix: QTransform) -> Tiles | None:
    """A selection where `matrix` takes it; None if nothing of it stays on the canvas."""
    box = mask.bounds()
    if box is None:
        return None
    raster = mask.region(*box)
    moved = transformed(raster, box[0], box[1], matrix, mask.width_px, mask.height_px)
    return moved if any(True for _ in moved.items()) else None


def transformed(
    raster: Raster, x: int, y: int, matrix: QTransform, width_px: int, height_px: int, *, smooth: bool = True
) -> Tiles:
    """A film of a canvas of that size with `raster`, which lay at (x, y), where `matrix` takes it."""
    if not (matrix.isScaling() or matrix.isRotating()) and _whole(matrix.dx(), matrix.dy()):
        return film_of(raster, x + round(matrix.dx()), y + round(matrix.dy()), width_px, height_px)
    if abs(matrix.determinant()) < _EXACT:
        return Tiles(width_px, height_px)
    exact = _whole(matrix.m11(), matrix.m12(), matrix.m21(), matrix.m22(), matrix.dx(), matrix.dy())
    image, to_canvas = _bordered(raster, x, y, matrix)
    if smooth and not exact:
        image, to_canvas = _halved(image, to_canvas)
    whole = QRect(0, 0, width_px, height_px)
    target = to_canvas.mapRect(QRectF(image.rect())).toAlignedRect().adjusted(-1, -1, 1, 1) & whole
    if target.isEmpty():
        return Tiles(width_px, height_px)
    out = np.zeros((target.height(), target.width()), np.uint32)
    for top in range(0, target.height(), _STRIP_PX):
        strip = out[top : top + _STRIP_PX]
        seen = image_over(strip)  # held: the painter does not hold it
        painter = QPainter(seen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth and not exact)
        painter.setTransform(to_canvas * QTransform.fromTranslate(-target.x(), -target.y() - top))
        painter.drawImage(0, 0, image)
        painter.end()
    return film_of(out, target.x(), target.y(), width_px, height_px)


def _whole(*numbers: float) -> bool:
    return all(abs(number - round(number)) < _EXACT for number in numbers)


def _bordered(raster: Raster, x: int, y: int, matrix: QTransform) -> tuple[QImage, QTransform]:
    """The image in an empty border, so that slanted edges fade, and the way from it to the canvas."""
    height, width = raster.shape
    image = blank(width + 2, height + 2)
    raster_over(image)[1:-1, 1:-1] = raster
    return image, QTransform.fromTranslate(x - 1, y - 1) * matrix


def _halved(image: QImage, to_canvas: QTransform) -> tuple[QImage, QTransform]:
    """Shrinks first by averages what the painter, looking at four pixels only, would skip."""
    across = (to_canvas.m11() ** 2 + to_canvas.m12() ** 2) ** 0.5
    down = (to_canvas.m21() ** 2 + to_canvas.m22() ** 2) ** 0.5
    width = image.width() if across > 0.5 else max(1, round(image.width() * across))
    height = image.height() if down > 0.5 else max(1, round(image.height() * down))
    if (width, height) == (image.width(), image.height()):
        return image, to_canvas
    small = image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return small, QTransform.fromScale(image.width() / width, image.height() / height) * to_canvas
