"""Layer pixels: a persistent map of 64-pixel tiles, so that a copy with one stroke more shares the rest.

A tile is either one colour (an int) or an array; both hold premultiplied 0xAARRGGBB, the layout of Qt's
ARGB32_Premultiplied, with no channel above its alpha (no file could hold such a colour). Every picture
has exactly one such map: a uniform tile is always an int, an empty one is left out, and what lies beyond the
picture's edge is 0. So unchanged tiles are recognised by identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.colour import premultiplied, straight
from artstudio.sdk import Image, InvalidValue

TILE: Final = 64
MAX_SIDE_PX: Final = 8192

Tile = npt.NDArray[np.uint32]
At = tuple[int, int]  # (tx, ty): column and row of a tile


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Tiles:
    """The pixels of one layer, `width_px` by `height_px`, each side 1-8192.

    Raises:
        InvalidValue: a side out of its range.
    """

    width_px: int
    height_px: int
    _tiles: Mapping[At, Tile | int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        check_size(self.width_px, self.height_px)

    @property
    def columns(self) -> int:
        """Tiles across."""
        return -(-self.width_px // TILE)

    @property
    def rows(self) -> int:
        """Tiles down."""
        return -(-self.height_px // TILE)

    @property
    def nbytes(self) -> int:
        """Memory of the pixels, shared tiles included."""
        return tiles_nbytes(self._tiles.values())

    def get(self, tx: int, ty: int) -> Tile | int:
        """The tile in column `tx`, row `ty`: a read-only array, or one colour (0: nothing there)."""
        return self._tiles.get((tx, ty), 0)

    def items(self) -> Iterator[tuple[At, Tile | int]]:
        """The tiles that are not empty, with their places, in the order of their places."""
        return iter(sorted(self._tiles.items(), key=lambda item: item[0][1] << 16 | item[0][0]))

    def with_changes(self, changes: Mapping[At, Tile | int | None]) -> Tiles:
        """A copy with some tiles replaced (None or 0 empties one); all others are shared.

        An array may be reused by the caller afterwards. A tile that already looked so stays the same object.

        Raises:
            InvalidValue: a place outside the picture, or an array that is not uint32 (64, 64).
        """
        tiles = dict(self._tiles)
        for at, tile in changes.items():
            kept = self._canonical(at, tile)
            if isinstance(kept, int) and kept == 0:
                tiles.pop(at, None)
            elif not same_tile(tiles.get(at, 0), kept):
                tiles[at] = kept
        return Tiles(self.width_px, self.height_px, tiles)

    def region(self, x: int, y: int, width: int, height: int) -> npt.NDArray[np.uint32]:
        """The pixels of a rectangle, uint32 (height, width); 0 where it reaches beyond the picture."""
        out = np.zeros((height, width), np.uint32)
        for ty in range(max(0, y // TILE), min(self.rows, -(-(y + height) // TILE))):
            for tx in range(max(0, x // TILE), min(self.columns, -(-(x + width) // TILE))):
                tile = self._tiles.get((tx, ty), 0)
                if isinstance(tile, int) and tile == 0:
                    continue
                left, top = tx * TILE, ty * TILE
                x0, y0 = max(x, left), max(y, top)
                x1 = min(x + width, left + TILE, self.width_px)
                y1 = min(y + height, top + TILE, self.height_px)
                part = tile if isinstance(tile, int) else tile[y0 - top : y1 - top, x0 - left : x1 - left]
                if x0 < x1 and y0 < y1:
                    out[y0 - y : y1 - y, x0 - x : x1 - x] = part
        return out

    def bounds(self) -> tuple[int, int, int, int] | None:
        """The smallest (x, y, width, height) that holds every pixel that is not fully transparent."""
        boxes = [self._box(at, tile) for at, tile in self._tiles.items()]
        if not boxes:
            return None
        x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
        return x0, y0, max(box[2] for box in boxes) - x0, max(box[3] for box in boxes) - y0

    def resized(self, width_px: int, height_px: int, x: int = 0, y: int = 0) -> Tiles:
        """These pixels on a picture of another size, their corner now at (x, y); what stays is shared."""
        if (x, y) == (0, 0):
            grown = Tiles(width_px, height_px)
            inside = {
                (tx, ty): t for (tx, ty), t in self._tiles.items() if tx < grown.columns and ty < grown.rows
            }
            # a colour that filled a cut edge tile must not spread over what was outside the picture
            edges = {at: self._as_array(at, tile) for at, tile in inside.items() if isinstance(tile, int)}
            return grown.with_changes({**inside, **edges})
        changed = Tiles(width_px, height_px)
        whole: dict[At, Tile | int | None] = {}
        box = self.bounds() or (0, 0, 0, 0)
        left, top = max(0, (x + box[0]) // TILE), max(0, (y + box[1]) // TILE)
        right, bottom = -(-(x + box[0] + box[2]) // TILE), -(-(y + box[1] + box[3]) // TILE)
        for ty in range(top, min(changed.rows, bottom)):
            for tx in range(left, min(changed.columns, right)):
                whole[tx, ty] = self.region(tx * TILE - x, ty * TILE - y, TILE, TILE)
        return changed.with_changes(whole)

    def to_image(self) -> Image:
        """The pixels as the sdk's straight-alpha picture."""
        pixels = np.empty((self.height_px, self.width_px, 4), np.uint8)
        for top in range(0, self.height_px, TILE):
            rows = min(TILE, self.height_px - top)
            pixels[top : top + rows] = straight(self.region(0, top, self.width_px, rows))
        return Image(pixels)

    @staticmethod
    def from_image(image: Image) -> Tiles:
        """The pixels of a picture.

        Raises:
            InvalidValue: a side above 8192 pixels.
        """
        empty = Tiles(image.width, image.height)
        cut: dict[At, Tile | int | None] = {}
        for ty in range(empty.rows):
            strip = premultiplied(image.pixels[ty * TILE : (ty + 1) * TILE])
            for tx in range(empty.columns):
                piece = strip[:, tx * TILE : (tx + 1) * TILE]
                whole = np.zeros((TILE, TILE), np.uint32)
                whole[: piece.shape[0], : piece.shape[1]] = piece
                cut[tx, ty] = whole
        return empty.with_changes(cut)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tiles):
            return NotImplemented
        return self is other or (
            (self.width_px, self.height_px) == (other.width_px, other.height_px)
            and self._tiles.keys() == other._tiles.keys()
            and all(same_tile(tile, other._tiles[at]) for at, tile in self._tiles.items())
        )

    __hash__ = None  # type: ignore[assignment]  # compared by content, never a key

    def _seen(self, at: At) -> tuple[int, int]:
        """How many columns and rows of a tile lie inside the picture."""
        return min(TILE, self.width_px - at[0] * TILE), min(TILE, self.height_px - at[1] * TILE)

    def _canonical(self, at: At, tile: Tile | int | None) -> Tile | int:
        if not (0 <= at[0] < self.columns and 0 <= at[1] < self.rows):
            raise InvalidValue(
                "there is no tile {at} in a picture of {w} × {h}", at=at, w=self.width_px, h=self.height_px
            )
        if tile is None or isinstance(tile, int):
            return (tile or 0) & 0xFFFFFFFF
        if tile.dtype != np.uint32 or tile.shape != (TILE, TILE):
            raise InvalidValue("a tile needs 64 × 64 32-bit pixels, this one is {shape}", shape=tile.shape)
        width, height = self._seen(at)
        seen = tile[:height, :width]
        if (seen == seen[0, 0]).all():
            return int(seen[0, 0])
        beyond = seen.size < tile.size and (tile[height:].any() or tile[:, width:].any())
        if beyond or tile.flags.writeable or not tile.flags.owndata:
            own = np.zeros_like(tile, order="C", subok=False)
            own[:height, :width] = seen
            own.flags.writeable = False
            return own
        return tile

    def _as_array(self, at: At, tile: int) -> Tile | int:
        width, height = self._seen(at)
        if (width, height) == (TILE, TILE):
            return tile
        array = np.zeros((TILE, TILE), np.uint32)
        array[:height, :width] = tile
        return array

    def _box(self, at: At, tile: Tile | int) -> tuple[int, int, int, int]:
        x, y = at[0] * TILE, at[1] * TILE
        if isinstance(tile, int):
            width, height = self._seen(at)
            return x, y, x + width, y + height
        columns, rows = np.flatnonzero(tile.any(axis=0)), np.flatnonzero(tile.any(axis=1))
        return x + int(columns[0]), y + int(rows[0]), x + int(columns[-1]) + 1, y + int(rows[-1]) + 1


def check_size(width_px: int, height_px: int) -> None:
    """Raises `InvalidValue` unless both sides are 1-8192 pixels."""
    if not (1 <= width_px <= MAX_SIDE_PX and 1 <= height_px <= MAX_SIDE_PX):
        raise InvalidValue(
            "a picture can be 1 to {most} pixels a side, not {width} × {height}",
            most=MAX_SIDE_PX, width=width_px, height=height_px,
        )  # fmt: skip


def same_tile(one: Tile | int, other: Tile | int) -> bool:
    """Whether two tiles look the same."""
    if one is other:
        return True
    if isinstance(one, int) or isinstance(other, int):
        return isinstance(one, int) and isinstance(other, int) and one == other
    return np.array_equal(one, other)


def tiles_nbytes(tiles: Iterable[Tile | int | None]) -> int:
    """Memory of some tiles, in bytes."""
    return sum(32 if tile is None or isinstance(tile, int) else tile.nbytes for tile in tiles)


def changed_tiles(old: Tiles, new: Tiles) -> set[At]:
    """The places whose tiles are not the same objects (or colours) in both: cheap, no pixel is looked at."""
    if old is new:
        return set()
    before, after = old._tiles, new._tiles
    changed = {at for at, tile in after.items() if not identical(before.get(at, 0), tile)}
    return changed.union(at for at in before if at not in after)


def identical(one: Tile | int, other: Tile | int) -> bool:
    """Whether two tiles are one object, or one colour."""
    return one is other or (isinstance(one, int) and isinstance(other, int) and one == other)
