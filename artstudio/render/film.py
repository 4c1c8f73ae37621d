"""Paint gathered apart and laid on the layer as one film.

Gathering the dabs in a film of their own makes a stroke of half opacity half opaque everywhere, also where
it crosses itself. The film holds only how much it covers; the colour comes when it is laid down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from artstudio.render.masks import grain
from artstudio.render.patches import PATCH_PX, Dirty, chosen, split
from artstudio.render.raster import image_over

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from artstudio.documents.tiles import At, Tiles
    from artstudio.render.brush import Brush
    from artstudio.render.masks import Cover
    from artstudio.render.patches import Box, Patches
    from artstudio.render.raster import Raster


class Film:
    """The film of one stroke over `patches`, which show it once `settle` was called."""

    def __init__(
        self, patches: Patches, brush: Brush, *, alpha_locked: bool, selection: Tiles | None
    ) -> None:
        self._patches, self._selection = patches, selection
        mode = QPainter.CompositionMode
        self._mode = mode.CompositionMode_SourceOver
        if brush.erases:
            self._mode = mode.CompositionMode_DestinationOut
        elif alpha_locked:
            self._mode = mode.CompositionMode_SourceAtop
        # what keeps its transparency cannot be erased
        self._paint = _levels(brush.colour, 0.0 if brush.erases and alpha_locked else brush.opacity)
        self._grainy = brush.kind == "textured"
        self._films: dict[At, Cover] = {}
        self._laid: dict[At, npt.NDArray[np.uint8]] = {}  # by patch: the levels of cover that it shows
        self._dirty = Dirty()

    def dab(self, mask: Cover, left: int, top: int, flow: float, most: float) -> Box | None:
        """Add a dab whose corner lies at (left, top); it brings the film no higher than `most` (0-1)."""
        box = self._patches.clipped(left, top, mask.shape[1], mask.shape[0])
        if box is None:
            return None
        mask = mask[box[1] - top : box[3] - top, box[0] - left : box[2] - left]
        for at, own, there, here in split(box):
            film = self._films.get(at)
            if film is None:
                film = self._films[at] = np.zeros((PATCH_PX, PATCH_PX), np.float32)
            part = film[there]
            room = np.float32(most) - part
            if most < 1:
                np.maximum(room, 0, out=room)
            room *= mask[here]
            if flow < 1:
                room *= np.float32(flow)
            part += room
            self._dirty.add(at, own)
        return box

    def settle(self, at: At) -> Box | None:
        """Bring a patch up to date; returns where it looks different from before, in the patch's own pixels.

        A brush mostly goes over what it has covered already: what is looked at anew is less than its dabs.
        """
        box = self._dirty.pop(at)
        if box is None:
            return None
        area = (slice(box[1], box[3]), slice(box[0], box[2]))
        cover = self._films[at][area] * np.float32(255)
        if self._grainy:
            self._sink(cover, grain()[area])
        if self._selection is not None:
            cover *= chosen(self._selection, at, box)
        cover += np.float32(0.5)
        levels = cover.astype(np.uint8)
        laid = self._laid.setdefault(at, np.zeros((PATCH_PX, PATCH_PX), np.uint8))
        changed = _around(levels != laid[area])
        if changed is None:
            return None
        levels = levels[changed[1] : changed[3], changed[0] : changed[2]]
        left, top = box[0] + changed[0], box[1] + changed[1]
        right, bottom = box[0] + changed[2], box[1] + changed[3]
        area = (slice(top, bottom), slice(left, right))
        laid[area] = levels
        image: QImage = self._patches.image(at)
        self._patches.raster(at)[area] = self._patches.original(at, (left, top, right, bottom))
        paint = self._paint.take(levels)
        painter = QPainter(image)
        painter.setCompositionMode(self._mode)
        painter.drawImage(QRect(left, top, right - left, bottom - top), image_over(paint))
        painter.end()
        return left, top, right, bottom

    @staticmethod
    def _sink(cover: Cover, ground: Cover) -> None:
        """Let the paint (0-255) lie on the ground's heights more than in its hollows."""
        cover *= np.float32(1.15 / 0.3)
        cover -= ground * np.float32(255 / 0.3)
        np.maximum(cover, 0, out=cover)
        np.minimum(cover, 255, out=cover)


def _around(changed: npt.NDArray[np.bool_]) -> Box | None:
    """The smallest box that holds all that is true."""
    rows = np.flatnonzero(changed.any(axis=1))
    if not rows.size:
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(changed[top:bottom].any(axis=0))
    return int(columns[0]), top, int(columns[-1]) + 1, bottom


def _levels(colour: int, opacity: float) -> Raster:
    """The premultiplied paint for each of 256 levels of cover."""
    alpha = np.arange(256) * min(max(opacity, 0.0), 1.0)
    channels = [np.rint(alpha * (colour >> shift & 0xFF) / 255).astype(np.uint32) for shift in (16, 8, 0)]
    whole = np.rint(alpha).astype(np.uint32)
    levels: Raster = (
        whole << np.uint32(24) | channels[0] << np.uint32(16) | channels[1] << np.uint32(8) | channels[2]
    )
    return levels
