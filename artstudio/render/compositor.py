"""Layers to pixels. Window, command line and export all see the picture through here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QImage, QPainter

from artstudio.documents.colour import straight
from artstudio.documents.tiles import TILE
from artstudio.render.hsl import HSL_MODES, blend_onto
from artstudio.render.raster import blank, image_over, raster_over
from artstudio.sdk import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.tiles import At, Tiles

_Q = QPainter.CompositionMode
QT_MODES: Final = {
    "normal": _Q.CompositionMode_SourceOver,
    "multiply": _Q.CompositionMode_Multiply,
    "screen": _Q.CompositionMode_Screen,
    "overlay": _Q.CompositionMode_Overlay,
    "darken": _Q.CompositionMode_Darken,
    "lighten": _Q.CompositionMode_Lighten,
    "color-dodge": _Q.CompositionMode_ColorDodge,
    "color-burn": _Q.CompositionMode_ColorBurn,
    "hard-light": _Q.CompositionMode_HardLight,
    "soft-light": _Q.CompositionMode_SoftLight,
    "difference": _Q.CompositionMode_Difference,
    "plus": _Q.CompositionMode_Plus,
}
_STRIP_PX: Final = 4 * TILE


def composite(
    canvas: Canvas, region: tuple[int, int, int, int] | None = None, *, rough: bool = False
) -> Image:
    """The flattened picture, or its `region` (x, y, width, height in pixels, inside the canvas).

    Rough layers are part of it only where `rough` says so.
    """
    x, y, width, height = region or (0, 0, canvas.width_px, canvas.height_px)
    pixels = np.empty((height, width, 4), np.uint8)
    for top in range(
        0, height, _STRIP_PX
    ):  # in strips, so that a large canvas needs little beside its result
        rows = min(_STRIP_PX, height - top)
        image = composite_image(canvas, (x, y + top, width, rows), rough=rough)
        pixels[top : top + rows] = straight(raster_over(image))
    return Image(pixels)


def composite_image(canvas: Canvas, region: tuple[int, int, int, int], *, rough: bool = True) -> QImage:
    """The flattened `region` (x, y, width, height in pixels), premultiplied, as the window shows it."""
    x, y, width, height = region
    image = blank(width, height, canvas.background or 0)
    paint_layers(image, x, y, (layer for layer in canvas.layers if rough or not layer.rough))
    return image


def paint_layers(image: QImage, x: int, y: int, layers: Iterable[Layer]) -> None:
    """Paint `layers`, bottom first, onto `image`, whose corner lies at (x, y) of the canvas."""
    for layer in layers:
        if not layer.visible or layer.opacity == 0:
            continue
        if layer.mode in HSL_MODES:
            _paint_hsl(image, x, y, layer)
        else:
            _paint_qt(image, x, y, layer)


def _paint_qt(image: QImage, x: int, y: int, layer: Layer) -> None:
    painter: QPainter | None = None
    for tx, ty in _tiles_under(image, x, y, layer):
        tile = layer.pixels.get(tx, ty)
        if isinstance(tile, int) and tile == 0:
            continue
        if painter is None:  # most layers are empty in most places: begin only where there is something
            painter = QPainter(image)
            painter.setOpacity(layer.opacity)
            painter.setCompositionMode(QT_MODES[layer.mode])
        source = _uniform(layer, tx, ty, tile) if isinstance(tile, int) else image_over(tile)
        painter.drawImage(tx * TILE - x, ty * TILE - y, source)
    if painter is not None:
        painter.end()


def _paint_hsl(image: QImage, x: int, y: int, layer: Layer) -> None:
    target = raster_over(image)
    for tx, ty, count in _runs(layer.pixels, _tiles_under(image, x, y, layer)):
        left, top = max(0, tx * TILE - x), max(0, ty * TILE - y)
        right = min(image.width(), (tx + count) * TILE - x)
        bottom = min(image.height(), (ty + 1) * TILE - y)
        source = layer.pixels.region(x + left, y + top, right - left, bottom - top)
        blend_onto(target[top:bottom, left:right], source, layer.mode, layer.opacity)


def _runs(pixels: Tiles, places: Iterable[At]) -> Iterator[tuple[int, int, int]]:
    """Neighbours in a row that are not empty, as (tx, ty, count), out of `places` row by row."""
    start: tuple[int, int, int] | None = None
    for tx, ty in places:
        tile = pixels.get(tx, ty)
        empty = isinstance(tile, int) and tile >> 24 == 0
        if start and (empty or (tx, ty) != (start[0] + start[2], start[1])):
            yield start
            start = None
        if not empty:
            start = (start[0], ty, start[2] + 1) if start else (tx, ty, 1)
    if start:
        yield start


def _uniform(layer: Layer, tx: int, ty: int, colour: int) -> QImage:
    """A tile of one colour, cut at the picture's edge."""
    width = min(TILE, layer.pixels.width_px - tx * TILE)
    height = min(TILE, layer.pixels.height_px - ty * TILE)
    return blank(width, height, colour)


def _tiles_under(image: QImage, x: int, y: int, layer: Layer) -> Iterable[tuple[int, int]]:
    columns = range(max(0, x // TILE), min(layer.pixels.columns, -(-(x + image.width()) // TILE)))
    rows = range(max(0, y // TILE), min(layer.pixels.rows, -(-(y + image.height()) // TILE)))
    return ((tx, ty) for ty in rows for tx in columns)
