"""Films of paint: what a tool would add to a layer, laid on it within a selection.

A film is a `Tiles` of its own, as large as the canvas and empty where nothing is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QPainter

from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.render.raster import image_over

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from artstudio.render.raster import Raster

_MODE = QPainter.CompositionMode
_STRIP_PX: Final = 4 * TILE
_BLACK: Final = QColor(0, 0, 0)


def film_of(raster: Raster, x: int, y: int, width_px: int, height_px: int) -> Tiles:
    """A film with the pixels of `raster`, whose corner lies at (x, y) of a canvas of that size."""
    blank = Tiles(width_px, height_px)
    height, width = raster.shape
    tiles: dict[At, Tile | int | None] = {}
    for ty in range(max(0, y // TILE), min(blank.rows, -(-(y + height) // TILE))):
        for tx in range(max(0, x // TILE), min(blank.columns, -(-(x + width) // TILE))):
            left, top = tx * TILE - x, ty * TILE - y
            part = raster[max(0, top) : top + TILE, max(0, left) : left + TILE]
            if part.any():
                tile = np.zeros((TILE, TILE), np.uint32)
                at_x, at_y = max(0, -left), max(0, -top)
                tile[at_y : at_y + part.shape[0], at_x : at_x + part.shape[1]] = part
                tiles[tx, ty] = tile
    return blank.with_changes(tiles)


def tinted(mask: Tiles, colour: int, opacity: float = 1.0) -> Tiles:
    """A film of `colour` (0xRRGGBB) as dense as `mask` says, times `opacity` (0-1)."""
    alpha = np.rint(np.arange(256) * opacity).astype(np.uint32)
    shades = alpha << 24
    for shift in (16, 8, 0):
        shades |= ((colour >> shift & 0xFF) * alpha + 127) // 255 << shift
    return Tiles(mask.width_px, mask.height_px).with_changes(
        {at: int(shades[t >> 24]) if isinstance(t, int) else shades[t >> 24] for at, t in mask.items()}
    )


def laid_over(
    pixels: Tiles, film: Tiles, *, alpha_locked: bool = False, selection: Tiles | None = None
) -> Tiles:
    """`pixels` under `film`, as far as `selection` lets it; with `alpha_locked` only where there is paint."""
    mode = _MODE.CompositionMode_SourceAtop if alpha_locked else _MODE.CompositionMode_SourceOver
    changes: dict[At, Tile | int | None] = {}
    for at, tile in film.items():
        source = tile if selection is None else _within(tile, selection.get(*at))
        under = pixels.get(*at)
        if _is(source, 0) or (alpha_locked and _is(under, 0)):
            continue
        if (isinstance(source, int) and source >> 24 == 255 and not alpha_locked) or _is(under, 0):
            changes[at] = source
        else:
            changes[at] = _mixed(under, source, mode)
    return pixels.with_changes(changes)


def cut_out(pixels: Tiles, selection: Tiles | None) -> Tiles:
    """`pixels` without what `selection` chooses."""
    if selection is None:
        return Tiles(pixels.width_px, pixels.height_px)
    changes: dict[At, Tile | int | None] = {}
    for at, tile in pixels.items():
        chosen = selection.get(*at)
        if isinstance(chosen, int) and chosen >> 24 == 255:
            changes[at] = None
        elif not _is(chosen, 0):
            changes[at] = _mixed(tile, chosen, _MODE.CompositionMode_DestinationOut)
    return pixels.with_changes(changes)


def kept_within(pixels: Tiles, selection: Tiles | None) -> Tiles:
    """Only what `selection` chooses of `pixels`."""
    if selection is None:
        return pixels
    within: dict[At, Tile | int | None] = {
        at: _within(tile, selection.get(*at)) for at, tile in pixels.items()
    }
    return Tiles(pixels.width_px, pixels.height_px).with_changes(within)


def path_mask(path: QPainterPath, width_px: int, height_px: int, *, antialiased: bool = True) -> Tiles:
    """The mask of what lies inside `path`, which is in canvas pixels."""
    box = path.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)
    blank = Tiles(width_px, height_px)
    x0, x1 = max(0, box.left()), min(width_px, box.right() + 1)
    tiles: dict[At, Tile | int | None] = {}
    first, last = max(0, box.top()) // _STRIP_PX, (min(height_px, box.bottom() + 1) - 1) // _STRIP_PX
    if x0 >= x1:
        return blank
    for strip in range(first, last + 1):  # little memory beside the result
        left, right = x0 // TILE, -(-x1 // TILE)
        top = strip * (_STRIP_PX // TILE)
        bottom = min(blank.rows, top + _STRIP_PX // TILE)
        raster = np.zeros(((bottom - top) * TILE, (right - left) * TILE), np.uint32)
        image = image_over(raster)  # held: the painter does not hold it
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, antialiased)
        painter.translate(-left * TILE, -top * TILE)
        painter.fillPath(path, _BLACK)
        painter.end()
        for ty in range(top, bottom):
            for tx in range(left, right):
                tile = raster[(ty - top) * TILE :, (tx - left) * TILE :][:TILE, :TILE]
                if tile.any():
                    tiles[tx, ty] = tile
    return blank.with_changes(tiles)


def _within(tile: Tile | int, chosen: Tile | int) -> Tile | int:
    if isinstance(chosen, int) and chosen >> 24 in {0, 255}:
        return tile if chosen >> 24 else 0
    return _mixed(tile, chosen, _MODE.CompositionMode_DestinationIn)


def _mixed(under: Tile | int, over: Tile | int, mode: QPainter.CompositionMode) -> Tile:
    target, source = _own(under), over if not isinstance(over, int) else _own(over)
    image = image_over(target)  # held: the painter does not hold it
    painter = QPainter(image)
    painter.setCompositionMode(mode)
    painter.drawImage(0, 0, image_over(source))
    painter.end()
    return target


def _own(tile: Tile | int) -> Tile:
    return np.full((TILE, TILE), tile, np.uint32) if isinstance(tile, int) else tile.copy()


def _is(tile: Tile | int, colour: int) -> bool:
    return isinstance(tile, int) and tile == colour
