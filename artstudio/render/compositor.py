"""Layers to pixels. Window, command line and export all see the picture through here.

A group is painted by itself onto nothing; that picture then mixes with what lies below as one layer would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QImage, QPainter

from artstudio.documents.colour import straight
from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.render.hsl import HSL_MODES, blend_onto
from artstudio.render.raster import blank, image_over, painter_opacity, raster_over
from artstudio.sdk import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artstudio.documents.canvas import Canvas, Layer

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

    Rough layers are part of it only where `rough` says so; a rough group takes along all that it holds.
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
    paint_layers(image, x, y, canvas.layers if rough else without_rough(canvas.layers))
    return image


def composite_tiles(layers: Iterable[Layer], width_px: int, height_px: int, background: int = 0) -> Tiles:
    """The picture that `layers` make over a premultiplied colour, on a canvas of that size."""
    kept = tuple(layers)
    tiles: dict[At, Tile | int | None] = {}
    made = Tiles(width_px, height_px)
    for top in range(0, height_px, TILE):
        image = blank(made.columns * TILE, TILE)
        image.fill(background)
        paint_layers(image, 0, top, kept)
        raster = raster_over(image)
        for tx in range(made.columns):
            tiles[tx, top // TILE] = raster[:, tx * TILE : (tx + 1) * TILE]
        # copied by and by, so that one row of tiles at a time is all there is beside the result
        made = made.with_changes(tiles)
        tiles.clear()
    return made


def without_rough(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """`layers` but for the rough ones and what rough groups hold."""
    top_first = tuple(layers)[::-1]
    left_out: set[str | None] = set()
    for layer in top_first:  # a group comes before what it holds
        if layer.rough or layer.parent in left_out:
            left_out.add(layer.id)
    return tuple(layer for layer in reversed(top_first) if layer.id not in left_out)


def paint_layers(image: QImage, x: int, y: int, layers: Iterable[Layer]) -> None:
    """Paint `layers`, bottom first, onto `image`, whose corner lies at (x, y) of the canvas.

    They may be a part of a canvas. A layer whose group is not among them is painted as if it had none; to
    get parts with whole groups, use `documents.pile.split_at`.
    """
    held: dict[str | None, list[Layer]] = {}
    given = tuple(layers)
    groups = {layer.id for layer in given if layer.group}
    for layer in given:
        held.setdefault(layer.parent if layer.parent in groups else None, []).append(layer)
    _paint(image, x, y, None, held)


def _paint(image: QImage, x: int, y: int, group: str | None, held: dict[str | None, list[Layer]]) -> None:
    """Paint what `group` holds directly; each group in it by way of a picture of its own."""
    for layer in held.get(group, ()):
        if not layer.visible or layer.opacity == 0:
            continue
        if layer.group:
            if _shows(image, x, y, layer.id, held):
                gathered = blank(image.width(), image.height())
                _paint(gathered, x, y, layer.id, held)
                _mix_in(image, gathered, layer)
        elif layer.mode in HSL_MODES:
            _paint_hsl(image, x, y, layer)
        else:
            _paint_qt(image, x, y, layer)


def _shows(image: QImage, x: int, y: int, group: str, held: dict[str | None, list[Layer]]) -> bool:
    """Whether a group holds anything to be seen here: most are empty in most places."""
    return any(
        _shows(image, x, y, layer.id, held) if layer.group else any(_tiles_under(image, x, y, layer))
        for layer in held.get(group, ())
        if layer.visible and layer.opacity > 0
    )


def _mix_in(image: QImage, gathered: QImage, group: Layer) -> None:
    if group.mode not in HSL_MODES:
        painter = QPainter(image)
        painter.setOpacity(painter_opacity(group.opacity))
        painter.setCompositionMode(QT_MODES[group.mode])
        painter.drawImage(0, 0, gathered)
        painter.end()
        return
    target, source = raster_over(image), raster_over(gathered)
    for top in range(0, image.height(), TILE):
        for left in range(0, image.width(), TILE):
            part = target[top : top + TILE, left : left + TILE]
            over = source[top : top + TILE, left : left + TILE]
            if over.any():
                blend_onto(part, over, group.mode, group.opacity)


def _paint_qt(image: QImage, x: int, y: int, layer: Layer) -> None:
    painter: QPainter | None = None
    for tx, ty, tile in _tiles_under(image, x, y, layer):
        if painter is None:  # most layers are empty in most places: begin only where there is something
            painter = QPainter(image)
            painter.setOpacity(painter_opacity(layer.opacity))
            painter.setCompositionMode(QT_MODES[layer.mode])
        source = _uniform(layer, tx, ty, tile) if isinstance(tile, int) else image_over(tile)
        painter.drawImage(tx * TILE - x, ty * TILE - y, source)
    if painter is not None:
        painter.end()


def _paint_hsl(image: QImage, x: int, y: int, layer: Layer) -> None:
    target = raster_over(image)
    places = ((tx, ty) for tx, ty, _ in _tiles_under(image, x, y, layer))
    for tx, ty, count in _runs(layer.pixels, places):
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


def _tiles_under(image: QImage, x: int, y: int, layer: Layer) -> Iterator[tuple[int, int, Tile | int]]:
    """Column, row and content of the layer's tiles under `image`, the empty ones left out."""
    columns = range(max(0, x // TILE), min(layer.pixels.columns, -(-(x + image.width()) // TILE)))
    for ty in range(max(0, y // TILE), min(layer.pixels.rows, -(-(y + image.height()) // TILE))):
        for tx in columns:
            tile = layer.pixels.get(tx, ty)
            if not isinstance(tile, int) or tile != 0:
                yield tx, ty, tile
