"""The flattened picture in blocks of 256 pixels: composited when first looked at, renewed where it changed.

Each block also keeps halved copies of itself, so that a large canvas seen from afar is as cheap to draw as a
small one. While a stroke is drawn, its layer is taken from the stroke instead of from the canvas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from artstudio.documents.differences import differing_tiles
from artstudio.documents.tiles import TILE, At
from artstudio.render.compositor import composite_image
from artstudio.render.live import LivePicture
from artstudio.render.patches import PATCH_PX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas

BLOCK_PX: Final = PATCH_PX
_TILES: Final = BLOCK_PX // TILE
_LEVELS: Final = 5


class Painted(Protocol):
    """A layer that is being painted on (`render.dabs.Stroke`)."""

    def patch(self, at: At) -> QImage:
        """Its pixels in the block at column and row `at`, as they look now."""
        ...

    def news(self, at: At) -> tuple[int, int, int, int] | None:
        """Where these have changed since this was last asked: left, top, right, bottom inside the block."""
        ...


@dataclass
class _Block:
    image: QImage | None = None
    smaller: dict[int, QImage] = field(default_factory=dict)  # by level: 1/2, 1/4...
    stale: QRect = field(default_factory=QRect)  # in canvas pixels; empty: nothing to renew
    touched: bool = False  # by the stroke: it knows where


class Blocks:
    """What the view draws from. All coordinates are canvas pixels."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._blocks: dict[At, _Block] = {}
        self._painted: Painted | None = None
        self._layer_id = ""
        self._live: LivePicture | None = None  # kept after a stroke: the next may go on the same ground

    def show(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> set[At] | None:
        """From now on show `canvas`; `tiles` are the places where it differs, found out if not given.

        Returns these places; None for everywhere.
        """
        old, self._canvas = self._canvas, canvas
        self._end_stroke()
        places = differing_tiles(old, canvas) if tiles is None else set(tiles)
        if places is None:
            self._blocks.clear()
            self._live = None
            return None
        for tx, ty in places:
            if block := self._blocks.get((tx // _TILES, ty // _TILES)):
                block.stale = block.stale.united(QRect(tx * TILE, ty * TILE, TILE, TILE))
        return places

    def begin(self, canvas: Canvas, layer_id: str, painted: Painted) -> None:
        """Show `canvas`, whose layer `layer_id` is drawn on from now on, until the next `show`."""
        if self._live is None or not self._live.goes_on(canvas, layer_id):
            self._live = LivePicture(canvas, layer_id)
        self._layer_id = layer_id
        self._end_stroke()
        self._canvas, self._painted = canvas, painted

    def restack(self, canvas: Canvas, tiles: Iterable[At]) -> None:
        """While a layer is drawn on, show `canvas`, where layers above it differ in these tiles."""
        self._canvas = canvas
        if self._live is not None and not self._live.goes_on(canvas, self._layer_id):
            self._live = LivePicture(canvas, self._layer_id)
        for tx, ty in tiles:
            if block := self._blocks.get((tx // _TILES, ty // _TILES)):
                block.stale = block.stale.united(QRect(tx * TILE, ty * TILE, TILE, TILE))

    def touch(self, rect: QRect) -> None:
        """The layer that is drawn on changed inside `rect`."""
        for by in range(max(0, rect.top()) // BLOCK_PX, rect.bottom() // BLOCK_PX + 1):
            for bx in range(max(0, rect.left()) // BLOCK_PX, rect.right() // BLOCK_PX + 1):
                if block := self._blocks.get((bx, by)):
                    block.touched = True

    @property
    def painted_on(self) -> bool:
        """Whether a stroke is being drawn."""
        return self._painted is not None

    def fresh(self, at: At) -> bool:
        """Whether `image` would return at once, or has to: a stroke must not be seen late."""
        block = self._blocks.get(at)
        return (
            block is not None
            and block.image is not None
            and (self._painted is not None or block.stale.isEmpty())
        )

    def old_image(self, at: At) -> QImage | None:
        """The block as it looked last, perhaps out of date; None if it never was looked at."""
        block = self._blocks.get(at)
        return block.image if block else None

    def image(self, at: At, level: int = 0) -> QImage:
        """The block at column and row `at`, up to date, halved `level` times."""
        block = self._blocks.setdefault(at, _Block())
        if block.image is None:
            self._note_news(at, block)
            block.image = self._composited(at, self.rect(at))
            block.stale = QRect()
        elif block.touched or not block.stale.isEmpty():
            self._note_news(at, block)
            self._renew(at, block, block.image)
        level = min(level, _LEVELS)
        if level == 0:
            return block.image
        if level not in block.smaller:
            block.smaller[level] = _halved(self.image(at, level - 1))
        return block.smaller[level]

    def rect(self, at: At) -> QRect:
        """Where the block lies, cut at the canvas' edge."""
        whole = QRect(0, 0, self._canvas.width_px, self._canvas.height_px)
        return QRect(at[0] * BLOCK_PX, at[1] * BLOCK_PX, BLOCK_PX, BLOCK_PX).intersected(whole)

    def _note_news(self, at: At, block: _Block) -> None:
        """Let the stroke say what it changed in a block."""
        if block.touched and self._painted is not None and (box := self._painted.news(at)) is not None:
            left, top, right, bottom = box
            corner = self.rect(at).topLeft()
            news = QRect(corner.x() + left, corner.y() + top, right - left, bottom - top)
            block.stale = block.stale.united(news)
        block.touched = False

    def _end_stroke(self) -> None:
        """What the stroke changed out of sight is still to be renewed."""
        for at, block in self._blocks.items():
            if block.touched:
                self._note_news(at, block)
        self._painted = None

    def _composited(self, at: At, rect: QRect) -> QImage:
        painted = self._painted
        if painted is None or self._live is None:
            return composite_image(self._canvas, (rect.x(), rect.y(), rect.width(), rect.height()))
        return self._live.image(rect, at, lambda: painted.patch(at))

    def _renew(self, at: At, block: _Block, image: QImage) -> None:
        stale, whole = block.stale.intersected(self.rect(at)), self.rect(at)
        block.stale = QRect()
        if stale.isEmpty():
            return
        part = stale.translated(-whole.topLeft())
        _replace(image, part, self._composited(at, stale))
        for level in sorted(block.smaller):
            smaller = block.smaller[level]
            if image.width() % 2 or image.height() % 2:  # halving stretched it: no part stands for itself
                block.smaller = {n: kept for n, kept in block.smaller.items() if n < level}
                return
            left, top = part.left() // 2, part.top() // 2
            part = QRect(left, top, part.right() // 2 + 1 - left, part.bottom() // 2 + 1 - top)
            larger = image.copy(left * 2, top * 2, part.width() * 2, part.height() * 2)
            _replace(smaller, part, _halved(larger))
            image = smaller


def _halved(image: QImage) -> QImage:
    return image.scaled(
        max(1, image.width() // 2),
        max(1, image.height() // 2),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _replace(image: QImage, part: QRect, by: QImage) -> None:
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(part.topLeft(), by)
    painter.end()
