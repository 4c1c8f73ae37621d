"""Colour that runs from one shade into another over a canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QRadialGradient

from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.render.raster import image_over

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

_STRIP_PX: Final = 4 * TILE


@dataclass(frozen=True)
class Gradient:
    """From `start` to `end`, both in canvas pixels.

    Attributes:
        start: Where the first colour stands; the middle of a radial gradient.
        end: Where the second colour is reached; a point of a radial gradient's rim.
        first: Straight 0xAARRGGBB.
        second: Straight 0xAARRGGBB.
        kind: Along a line or outwards from a point.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    first: int
    second: int
    kind: Literal["linear", "radial"] = "linear"

    def film(self, width_px: int, height_px: int, within: QRect) -> Tiles:
        """The gradient on a canvas of that size, in all tiles that `within` (canvas pixels) touches."""
        blank = Tiles(width_px, height_px)
        left, right = max(0, within.left()) // TILE, min(blank.columns, within.right() // TILE + 1)
        top, bottom = max(0, within.top()) // TILE, min(blank.rows, within.bottom() // TILE + 1)
        tiles: dict[At, Tile | int | None] = {}
        step = _STRIP_PX // TILE
        for row in range(top, bottom, step):
            rows = min(step, bottom - row)
            raster = np.zeros((rows * TILE, max(0, right - left) * TILE), np.uint32)
            image = image_over(raster)  # held: the painter does not hold it
            painter = QPainter(image)
            painter.translate(-left * TILE, -row * TILE)
            painter.fillRect(left * TILE, row * TILE, raster.shape[1], raster.shape[0], self._brush())
            painter.end()
            for ty in range(rows):
                for tx in range(right - left):
                    tiles[left + tx, row + ty] = raster[ty * TILE :, tx * TILE :][:TILE, :TILE]
        return blank.with_changes(tiles)

    def _brush(self) -> QBrush:
        start, end = QPointF(*self.start), QPointF(*self.end)
        radius = math.hypot(end.x() - start.x(), end.y() - start.y())
        gradient = QLinearGradient(start, end) if self.kind == "linear" else QRadialGradient(start, radius)
        gradient.setColorAt(0, QColor.fromRgba(self.first))
        gradient.setColorAt(1, QColor.fromRgba(self.second))
        return QBrush(gradient)
