"""The part of a layer that a stroke works on.

It is cut into patches of 256 pixels: large enough for wide brushes, small enough to touch little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.documents.tiles import TILE
from artstudio.render.raster import blank, raster_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from artstudio.documents.tiles import At, Tile, Tiles
    from artstudio.render.raster import Raster

PATCH_PX: Final = 4 * TILE

Box = tuple[int, int, int, int]  # left, top, right, bottom; the last two just beyond


class Patches:
    """Copies of a layer's pixels to draw on, by the patches' columns and rows."""

    def __init__(self, pixels: Tiles) -> None:
        self.pixels = pixels
        self.width_px, self.height_px = pixels.width_px, pixels.height_px
        self._images: dict[At, QImage] = {}
        self._rasters: dict[At, Raster] = {}

    def image(self, at: At) -> QImage:
        """The patch as it looks now; `raster` shows the same pixels."""
        self.raster(at)
        return self._images[at]

    def raster(self, at: At) -> Raster:
        """The patch's pixels, (256, 256), to be drawn on."""
        found = self._rasters.get(at)
        if found is None:
            image = blank(PATCH_PX, PATCH_PX)
            found = raster_over(image)
            found[:] = self.original(at, (0, 0, PATCH_PX, PATCH_PX))
            self._images[at], self._rasters[at] = image, found
        return found

    def original(self, at: At, box: Box) -> Raster:
        """What was in `box`, in the patch's own pixels, before the stroke."""
        left, top, right, bottom = box
        return self.pixels.region(at[0] * PATCH_PX + left, at[1] * PATCH_PX + top, right - left, bottom - top)

    def clipped(self, left: int, top: int, width: int, height: int) -> Box | None:
        """What of a rectangle lies on the canvas."""
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + width, self.width_px), min(top + height, self.height_px)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def tiles(self, at: At, box: Box) -> Iterator[tuple[At, Tile]]:
        """The tiles that `box`, in the patch's own pixels, touches."""
        raster = self._rasters[at]
        for row in range(box[1] // TILE, -(-box[3] // TILE)):
            for column in range(box[0] // TILE, -(-box[2] // TILE)):
                place = (at[0] * (PATCH_PX // TILE) + column, at[1] * (PATCH_PX // TILE) + row)
                if place[0] < self.pixels.columns and place[1] < self.pixels.rows:
                    yield place, raster[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]


class Dirty:
    """Where something changed, one box for each patch, in the patch's own pixels."""

    def __init__(self) -> None:
        self._boxes: dict[At, Box] = {}

    def add(self, at: At, box: Box) -> None:
        old = self._boxes.get(at)
        self._boxes[at] = box if old is None else united(old, box)

    def pop(self, at: At) -> Box | None:
        """The patch's box, which is clean from now on."""
        return self._boxes.pop(at, None)

    def places(self) -> list[At]:
        return list(self._boxes)


def united(one: Box, other: Box) -> Box:
    """The smallest box around both."""
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )  # fmt: skip


def split(box: Box) -> Iterator[tuple[At, Box, tuple[slice, slice], tuple[slice, slice]]]:
    """A box of the canvas, patch by patch: the patch, the box on it, its slices there and those in `box`."""
    left, top, right, bottom = box
    for py in range(top // PATCH_PX, (bottom - 1) // PATCH_PX + 1):
        y0, y1 = max(top, py * PATCH_PX), min(bottom, (py + 1) * PATCH_PX)
        for px in range(left // PATCH_PX, (right - 1) // PATCH_PX + 1):
            x0, x1 = max(left, px * PATCH_PX), min(right, (px + 1) * PATCH_PX)
            own = (x0 - px * PATCH_PX, y0 - py * PATCH_PX, x1 - px * PATCH_PX, y1 - py * PATCH_PX)
            there = (slice(own[1], own[3]), slice(own[0], own[2]))
            here = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
            yield (px, py), own, there, here


def chosen(selection: Tiles, at: At, box: Box) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """How much each pixel of `box` on a patch is selected, float32 in 0-1."""
    found = selection.region(
        at[0] * PATCH_PX + box[0], at[1] * PATCH_PX + box[1], box[2] - box[0], box[3] - box[1]
    )
    return (found >> np.uint32(24)).astype(np.float32) * np.float32(1 / 255)
