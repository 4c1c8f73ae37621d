"""Brush strokes: dabs along the pointer's path, gathered apart and laid on the layer as one film of paint.

Gathering the dabs in a film of their own makes a stroke of half opacity half opaque everywhere, also where
it crosses itself. Work goes on in patches of 256 pixels: large enough for wide brushes, small enough to
touch little.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.render.raster import blank, image_over

if TYPE_CHECKING:
    from collections.abc import Iterator

PATCH_PX: Final = 4 * TILE
_SPACING: Final = 0.12  # of the diameter; soft brushes show their dabs above 0.2
_LEAST_RADIUS_PX: Final = 0.5


@dataclass(frozen=True)
class Brush:
    """How a stroke looks.

    Attributes:
        radius_px: At full pressure, 0.5-1000.
        hardness: 0-1, the share of the radius that is fully covered.
        opacity: 0-1, of the whole stroke.
        colour: 0xRRGGBB.
        erases: Takes paint away instead; the colour does not matter then.
        pressure_sizes: The radius follows the pen's pressure.
    """

    radius_px: float = 12.0
    hardness: float = 0.8
    opacity: float = 1.0
    colour: int = 0x000000
    erases: bool = False
    pressure_sizes: bool = True


class Stroke:
    """One stroke on `pixels`, from pen down to pen up; `pixels` itself is not changed."""

    def __init__(self, pixels: Tiles, brush: Brush, *, alpha_locked: bool = False) -> None:
        self._pixels, self._brush = pixels, brush
        mode = QPainter.CompositionMode
        self._mode = mode.CompositionMode_SourceOver
        if brush.erases:
            self._mode = mode.CompositionMode_DestinationOut
        elif alpha_locked:
            self._mode = mode.CompositionMode_SourceAtop
        self._films: dict[At, QImage] = {}  # by patch: the gathered dabs
        self._fresh: dict[At, QRect] = {}  # by patch: what was dabbed since the last `take`
        self._last: tuple[float, float, float] | None = None
        self._to_go_px = 0.0  # along the path to the next dab

    def move_to(self, x: float, y: float, pressure: float = 1.0) -> None:
        """The pen moves to (x, y), in canvas pixels, with a pressure of 0-1; the first call sets it down."""
        if self._last is None:
            self._dab(x, y, pressure)
            self._to_go_px = self._step_px(pressure)
        else:
            for point in self._between(self._last, (x, y, pressure)):
                self._dab(*point)
        self._last = (x, y, pressure)

    def take(self) -> dict[At, Tile]:
        """The tiles that changed since the last call, as they look under the stroke so far."""
        taken: dict[At, Tile] = {}
        for patch, rect in self._fresh.items():
            taken.update(self._laid_down(patch, rect))
        self._fresh.clear()
        return taken

    def _between(
        self, start: tuple[float, float, float], end: tuple[float, float, float]
    ) -> Iterator[tuple[float, float, float]]:
        length_px = math.hypot(end[0] - start[0], end[1] - start[1])
        at_px = self._to_go_px
        while at_px <= length_px and length_px > 0:
            part = at_px / length_px
            x, y, pressure = (a + (b - a) * part for a, b in zip(start, end, strict=True))
            yield x, y, pressure
            at_px += self._step_px(pressure)
        self._to_go_px = at_px - length_px

    def _radius_px(self, pressure: float) -> float:
        brush = self._brush
        return max(_LEAST_RADIUS_PX, brush.radius_px * (pressure if brush.pressure_sizes else 1.0))

    def _step_px(self, pressure: float) -> float:
        return max(0.5, 2 * self._radius_px(pressure) * _SPACING)

    def _dab(self, x: float, y: float, pressure: float) -> None:
        radius = self._radius_px(pressure)
        reach = radius + 1  # antialiasing spills over by less than a pixel
        whole = QRect(0, 0, self._pixels.width_px, self._pixels.height_px)
        box = QRect(
            math.floor(x - reach), math.floor(y - reach), math.ceil(2 * reach) + 1, math.ceil(2 * reach) + 1
        ).intersected(whole)
        if box.isEmpty():
            return
        for py in range(box.top() // PATCH_PX, box.bottom() // PATCH_PX + 1):
            for px in range(box.left() // PATCH_PX, box.right() // PATCH_PX + 1):
                film = self._films.setdefault((px, py), blank(PATCH_PX, PATCH_PX))
                centre = QPointF(x - px * PATCH_PX, y - py * PATCH_PX)
                painter = QPainter(film)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._fill(centre, radius))
                painter.drawEllipse(centre, radius, radius)
                painter.end()
                part = box.translated(-px * PATCH_PX, -py * PATCH_PX).intersected(film.rect())
                self._fresh[px, py] = self._fresh.get((px, py), QRect()).united(part)

    def _fill(self, centre: QPointF, radius: float) -> QBrush:
        colour = QColor.fromRgb(self._brush.colour)
        if self._brush.hardness >= 0.99:
            return QBrush(colour)
        gradient = QRadialGradient(centre, radius)
        for part, cover in _FALL_OFF:
            colour.setAlphaF(cover)
            gradient.setColorAt(self._brush.hardness + (1 - self._brush.hardness) * part, colour)
        return QBrush(gradient)

    def _laid_down(self, patch: At, rect: QRect) -> Iterator[tuple[At, Tile]]:
        """The tiles of `patch` that `rect` touches, with the film laid over the layer's pixels."""
        left, top = rect.left() // TILE, rect.top() // TILE
        right, bottom = rect.right() // TILE + 1, rect.bottom() // TILE + 1
        at_x, at_y = patch[0] * PATCH_PX + left * TILE, patch[1] * PATCH_PX + top * TILE
        under = self._pixels.region(at_x, at_y, (right - left) * TILE, (bottom - top) * TILE)
        image = image_over(under)
        painter = QPainter(image)
        painter.setCompositionMode(self._mode)
        painter.setOpacity(self._brush.opacity)
        painter.drawImage(-left * TILE, -top * TILE, self._films[patch])
        painter.end()
        for ty in range(bottom - top):
            for tx in range(right - left):
                at = (at_x // TILE + tx, at_y // TILE + ty)
                if at[0] < self._pixels.columns and at[1] < self._pixels.rows:
                    yield at, under[ty * TILE : (ty + 1) * TILE, tx * TILE : (tx + 1) * TILE]


_FALL_OFF: Final = tuple(
    (part, 0.5 + 0.5 * math.cos(math.pi * part)) for part in np.linspace(0, 1, 9).tolist()
)
