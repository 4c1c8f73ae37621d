"""The flattened picture in blocks of 256 pixels: composited when first looked at, renewed where it changed.

Each block also keeps halved copies of itself, so that a large canvas seen from afar is as cheap to draw as a
small one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from artstudio.documents.differences import differing_tiles
from artstudio.documents.tiles import TILE, At
from artstudio.render.compositor import composite_image

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas

BLOCK_PX: Final = 4 * TILE
_TILES: Final = BLOCK_PX // TILE
_LEVELS: Final = 5


@dataclass
class _Block:
    image: QImage | None = None
    smaller: dict[int, QImage] = field(default_factory=dict)  # by level: 1/2, 1/4...
    stale: QRect = field(default_factory=QRect)  # in canvas pixels; empty: nothing to renew


class Blocks:
    """What the view draws from. All coordinates are canvas pixels."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._blocks: dict[At, _Block] = {}

    def show(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        """From now on show `canvas`; `tiles` are the places where it differs, found out if not given."""
        old, self._canvas = self._canvas, canvas
        if tiles is None:
            tiles = differing_tiles(old, canvas)
        if tiles is None:
            self._blocks.clear()
            return
        for tx, ty in tiles:
            if block := self._blocks.get((tx // _TILES, ty // _TILES)):
                block.stale = block.stale.united(QRect(tx * TILE, ty * TILE, TILE, TILE))

    def fresh(self, at: At) -> bool:
        """Whether `image` would return at once."""
        block = self._blocks.get(at)
        return block is not None and block.image is not None and block.stale.isEmpty()

    def old_image(self, at: At) -> QImage | None:
        """The block as it looked last, perhaps out of date; None if it never was looked at."""
        block = self._blocks.get(at)
        return block.image if block else None

    def image(self, at: At, level: int = 0) -> QImage:
        """The block at column and row `at`, up to date, halved `level` times."""
        block = self._blocks.setdefault(at, _Block())
        if block.image is None:
            block.image = composite_image(self._canvas, _xywh(self.rect(at)))
            block.stale = QRect()
        elif not block.stale.isEmpty():
            self._renew(at, block, block.image)
        level = min(level, _LEVELS)
        if level == 0:
            return block.image
        if level not in block.smaller:
            larger = self.image(at, level - 1)
            block.smaller[level] = larger.scaled(
                max(1, larger.width() // 2),
                max(1, larger.height() // 2),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return block.smaller[level]

    def rect(self, at: At) -> QRect:
        """Where the block lies, cut at the canvas' edge."""
        whole = QRect(0, 0, self._canvas.width_px, self._canvas.height_px)
        return QRect(at[0] * BLOCK_PX, at[1] * BLOCK_PX, BLOCK_PX, BLOCK_PX).intersected(whole)

    def _renew(self, at: At, block: _Block, image: QImage) -> None:
        stale, corner = block.stale.intersected(self.rect(at)), self.rect(at).topLeft()
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(stale.topLeft() - corner, composite_image(self._canvas, _xywh(stale)))
        painter.end()
        block.smaller.clear()
        block.stale = QRect()


def _xywh(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()
