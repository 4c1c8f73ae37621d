"""A canvas mirrored or turned by quarters: every pixel keeps its colour, only its place changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from artstudio.documents.tiles import TILE, At, Tile, Tiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.canvas import Canvas

Turn = Literal["mirror", "flip", "right", "left", "half"]
"""Left and right exchanged, top and bottom exchanged, a quarter to the right or left, half way round."""


def turned(canvas: Canvas, turn: Turn) -> Canvas:
    """The canvas with all layers and the selection mirrored or turned; quarters exchange its sides."""
    width, height = canvas.width_px, canvas.height_px
    if turn in ("right", "left"):
        width, height = height, width
    return reshaped(canvas, width, height, lambda pixels: turned_tiles(pixels, turn))


def reshaped(canvas: Canvas, width_px: int, height_px: int, change: Callable[[Tiles], Tiles]) -> Canvas:
    """The canvas at another size, with what `change` makes of each layer's pixels and of the selection.

    A layer without pixels, as every group is, is not asked about.
    """
    empty = Tiles(width_px, height_px)

    def changed(pixels: Tiles) -> Tiles:
        return change(pixels) if any(pixels.items()) else empty

    layers = tuple(replace(layer, pixels=changed(layer.pixels)) for layer in canvas.layers)
    selection = None if canvas.selection is None else changed(canvas.selection)
    return replace(canvas, width_px=width_px, height_px=height_px, layers=layers, selection=selection)


def turned_tiles(pixels: Tiles, turn: Turn) -> Tiles:
    """The pixels of one layer, mirrored or turned."""
    width, height = pixels.width_px, pixels.height_px
    made = Tiles(height, width) if turn in ("right", "left") else Tiles(width, height)
    tiles: dict[At, Tile | int | None] = {}
    for ty in range(made.rows):
        for tx in range(made.columns):
            x, y = _corner(turn, tx * TILE, ty * TILE, width, height)
            part = pixels.region(x, y, TILE, TILE)
            if part.any():
                tiles[tx, ty] = np.ascontiguousarray(_turned_array(part, turn))
    return made.with_changes(tiles)


def _corner(turn: Turn, left: int, top: int, width: int, height: int) -> tuple[int, int]:
    """Where the part of the old picture lies, by its upper left corner, that comes to (left, top)."""
    match turn:
        case "mirror":
            return width - left - TILE, top
        case "flip":
            return left, height - top - TILE
        case "half":
            return width - left - TILE, height - top - TILE
        case "right":
            return top, height - left - TILE
        case "left":
            return width - top - TILE, left


def _turned_array(part: Tile, turn: Turn) -> Tile:
    match turn:
        case "mirror":
            return part[:, ::-1]
        case "flip":
            return part[::-1]
        case "half":
            return part[::-1, ::-1]
        case "right":
            return np.rot90(part, -1)
        case "left":
            return np.rot90(part)
