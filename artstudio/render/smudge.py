"""Dragging colours along: each dab lays down what the last ones took up, and takes up what it finds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from artstudio.render.masks import grain
from artstudio.render.patches import chosen, split

if TYPE_CHECKING:
    from artstudio.documents.tiles import Tiles
    from artstudio.render.brush import Brush
    from artstudio.render.masks import Cover
    from artstudio.render.patches import Box, Patches
    from artstudio.render.raster import Raster


class Finger:
    """Smudges on `patches`; there is one for each copy that a symmetry makes of the stroke."""

    def __init__(
        self, patches: Patches, brush: Brush, *, alpha_locked: bool, selection: Tiles | None
    ) -> None:
        self._patches, self._brush = patches, brush
        self._alpha_locked, self._selection = alpha_locked, selection
        self._carried: Cover | None = None  # (height, width, 4), as large as the brush at full pressure
        self._side = 0

    def dab(self, mask: Cover, left: int, top: int, strength: float) -> Box | None:
        """Smudge under `mask`, whose corner lies at (left, top), by a `strength` of 0-1."""
        if self._carried is None:
            self._side = mask.shape[0] if not self._brush.pressure_sizes else self._full_side(mask)
        mask, left, top = _padded(mask, left, top, self._side)
        box = self._patches.clipped(left, top, self._side, self._side)
        if box is None:
            return None
        found = self._found(left, top, box)
        if self._carried is None:
            self._carried = found
            return None
        share = mask * np.float32(strength)
        share *= self._allowed(left, top, box)
        laid = found + (self._carried - found) * share[..., None]
        if self._alpha_locked:
            laid = _with_alpha_of(found, laid)
        self._write(laid, left, top, box)
        keep = np.float32(self._brush.length)
        self._carried *= keep
        self._carried += laid * (1 - keep)
        return box

    def _full_side(self, mask: Cover) -> int:
        return max(int(mask.shape[0]), 2 * math.ceil(self._brush.radius_px * 1.02) + 5)

    def _found(self, left: int, top: int, box: Box) -> Cover:
        """What lies under the dab, premultiplied; beyond the canvas the nearest pixels go on."""
        inside = np.empty((box[3] - box[1], box[2] - box[0]), np.uint32)
        for at, _own, there, here in split(box):
            inside[here] = self._patches.raster(at)[there]
        beyond = ((box[1] - top, top + self._side - box[3]), (box[0] - left, left + self._side - box[2]))
        if any(sum(sides) for sides in beyond):
            inside = np.pad(inside, beyond, mode="edge")
        return np.stack([inside >> np.uint32(s) & np.uint32(0xFF) for s in (16, 8, 0, 24)], -1).astype(
            np.float32
        )

    def _allowed(self, left: int, top: int, box: Box) -> Cover:
        """How far selection and grain let each pixel change, 0 beyond the canvas."""
        allowed = np.zeros((self._side, self._side), np.float32)
        part = allowed[box[1] - top : box[3] - top, box[0] - left : box[2] - left]
        for at, own, there, here in split(box):
            part[here] = 1 if self._selection is None else chosen(self._selection, at, own)
            if self._brush.kind == "textured":
                part[here] *= grain()[there]
        return allowed

    def _write(self, laid: Cover, left: int, top: int, box: Box) -> None:
        laid = laid[box[1] - top : box[3] - top, box[0] - left : box[2] - left]
        whole = np.rint(laid).astype(np.uint32)
        packed: Raster = (
            whole[..., 3] << np.uint32(24)
            | whole[..., 0] << np.uint32(16)
            | whole[..., 1] << np.uint32(8)
            | whole[..., 2]
        )
        for at, _own, there, here in split(box):
            self._patches.raster(at)[there] = packed[here]


def _with_alpha_of(found: Cover, laid: Cover) -> Cover:
    """The colours of `laid`, as opaque as `found`, which also stays where `laid` is clear."""
    alpha = laid[..., 3:]
    some = alpha > 0.5
    colours = laid * (found[..., 3:] / np.where(some, alpha, np.float32(1)))
    kept = np.where(some, np.minimum(colours, found[..., 3:]), found)
    kept[..., 3] = found[..., 3]
    return kept


def _padded(mask: Cover, left: int, top: int, side: int) -> tuple[Cover, int, int]:
    """`mask` in the middle of `side` pixels square, and where its corner is then."""
    short = side - mask.shape[0]
    if short <= 0:
        cut = -short // 2
        return mask[cut : cut + side, cut : cut + side], left + cut, top + cut
    before = short // 2
    return np.pad(mask, (before, short - before)), left - before, top - before
