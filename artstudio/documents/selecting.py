"""What is chosen on a canvas, as sums and differences of masks.

A mask is a `Tiles` of premultiplied black, whose alpha byte is how much each pixel is chosen; None chooses
everything. All functions give new masks, and None where nothing would be left to choose.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from artstudio.documents.tiles import TILE, At, Tile, Tiles

How = Literal["replace", "add", "subtract", "intersect"]
Cover = npt.NDArray[np.uint8]  # (height, width), 0: not chosen, 255: chosen
FULL: Final = 0xFF000000
MOST_PX: Final = 250  # of feather, grow and shrink


def combined(old: Tiles | None, new: Tiles, how: How) -> Tiles | None:
    """`new` in place of `old`, added to it, taken from it, or only what is in both.

    Added to everything (None), a mask stands alone: who starts to choose means only that.
    """
    if how == "replace" or (old is None and how != "subtract"):
        return _or_none(new)
    return _or_none(_by_tile(old or everything(new.width_px, new.height_px), new, _MIXES[how]))


def inverted(mask: Tiles | None, width_px: int, height_px: int) -> Tiles | None:
    """What `mask` does not choose."""
    whole = everything(width_px, height_px)
    return None if mask is None else _or_none(_by_tile(whole, mask, _MIXES["subtract"]))


def everything(width_px: int, height_px: int) -> Tiles:
    """A mask that chooses all of a canvas."""
    blank = Tiles(width_px, height_px)
    return blank.with_changes({(tx, ty): FULL for ty in range(blank.rows) for tx in range(blank.columns)})


def cover_of(mask: Tiles | None, x: int, y: int, width: int, height: int) -> Cover:
    """How much each pixel of a rectangle is chosen; 0 beyond the mask's edges."""
    if mask is None:
        return np.full((height, width), 255, np.uint8)
    return (mask.region(x, y, width, height) >> 24).astype(np.uint8)


def mask_of(cover: Cover, x: int, y: int, width_px: int, height_px: int) -> Tiles:
    """The mask of a canvas of that size that chooses by `cover`, whose corner lies at (x, y) of it."""
    blank = Tiles(width_px, height_px)
    height, width = cover.shape
    tiles: dict[At, Tile | int | None] = {}
    for ty in range(max(0, y // TILE), min(blank.rows, -(-(y + height) // TILE))):
        for tx in range(max(0, x // TILE), min(blank.columns, -(-(x + width) // TILE))):
            left, top = tx * TILE - x, ty * TILE - y
            part = cover[max(0, top) : top + TILE, max(0, left) : left + TILE]
            if part.any():
                tile = np.zeros((TILE, TILE), np.uint32)
                at_y, at_x = max(0, -top), max(0, -left)
                tile[at_y : at_y + part.shape[0], at_x : at_x + part.shape[1]] = part
                tiles[tx, ty] = tile << np.uint32(24)
    return blank.with_changes(tiles)


def feathered(mask: Tiles, px: int) -> Tiles | None:
    """The mask with an edge that fades over about `px` pixels to each side, 0-250."""
    box = _grown_box(mask, px + 2)
    if box is None or px < 1:
        return _or_none(mask)
    x, y = box[:2]
    fine = cover_of(mask, *box).astype(np.int32) << 4  # sixteenths, so that three roundings do not show
    radius = max(1, round(px / 2.4))
    for _ in range(3):  # three boxes are nearly a bell
        fine = _box_blurred(_box_blurred(fine, radius).T, radius).T
    cover = ((fine + 8) >> 4).astype(np.uint8)
    return _or_none(mask_of(cover, x, y, mask.width_px, mask.height_px))


def grown(mask: Tiles, px: int) -> Tiles | None:
    """The mask spread by `px` pixels in all directions, 0-250; a negative `px` shrinks it.

    Shrinking leaves what lies at the canvas' edge: beyond it nothing was left unchosen.
    """
    if px == 0:
        return _or_none(mask)
    if px > 0:
        box = _grown_box(mask, px)
        if box is None:
            return None
        cover = spread(cover_of(mask, *box), px)
        return _or_none(mask_of(cover, box[0], box[1], mask.width_px, mask.height_px))
    box = _grown_box(mask, 1)
    if box is None:
        return None
    cover = 255 - spread(255 - cover_of(mask, *box), -px)
    return _or_none(mask_of(cover, box[0], box[1], mask.width_px, mask.height_px))


def spread(cover: Cover, px: int) -> Cover:
    """The greatest cover within a disc of `px` pixels around each pixel."""
    height, width = cover.shape
    wide = np.pad(cover, ((px, px), (px, px)))
    runs = [wide]  # runs[k][:, i]: the greatest of the 2**k pixels from i on
    while 2 ** len(runs) <= 2 * px + 1:
        last, step = runs[-1], 2 ** (len(runs) - 1)
        longer = last.copy()
        np.maximum(last[:, :-step], last[:, step:], out=longer[:, :-step])
        runs.append(longer)
    out: Cover = cover.copy()
    for dy in range(-px, px + 1):
        half = int((px * px - dy * dy + px * 0.5) ** 0.5)
        half = min(half, px)
        k = (2 * half + 1).bit_length() - 1
        rows = runs[k][px + dy : px + dy + height]
        first, last_start = px - half, px + half + 1 - 2**k
        np.maximum(out, rows[:, first : first + width], out=out)
        np.maximum(out, rows[:, last_start : last_start + width], out=out)
    return out


def _box_blurred(rows: npt.NDArray[np.int32], radius: int) -> npt.NDArray[np.int32]:
    """Each row averaged over `2 * radius + 1` pixels; its ends go on beyond it."""
    padded = np.pad(rows, ((0, 0), (radius + 1, radius)), mode="edge")
    sums = np.cumsum(padded, axis=1, dtype=np.int32)
    window = 2 * radius + 1
    blurred: npt.NDArray[np.int32] = (sums[:, window:] - sums[:, :-window] + radius) // window
    return blurred


def _grown_box(mask: Tiles, px: int) -> tuple[int, int, int, int] | None:
    box = mask.bounds()
    if box is None:
        return None
    x0, y0 = max(0, box[0] - px), max(0, box[1] - px)
    x1, y1 = min(mask.width_px, box[0] + box[2] + px), min(mask.height_px, box[1] + box[3] + px)
    return x0, y0, x1 - x0, y1 - y0


def _or_none(mask: Tiles) -> Tiles | None:
    return mask if any(True for _ in mask.items()) else None


_Mix = Callable[[Tile, Tile], Tile]
_MIXES: Final[dict[How, _Mix]] = {
    "add": np.maximum,
    "intersect": np.minimum,
    "subtract": lambda one, other: np.minimum(one, np.uint32(FULL) - other),
}


def _by_tile(one: Tiles, other: Tiles, mix: _Mix) -> Tiles:
    places = {at for at, _ in one.items()} | {at for at, _ in other.items()}
    mixed: dict[At, Tile | int | None] = {}
    for at in places:
        a, b = one.get(*at), other.get(*at)
        tile = mix(np.asarray(a, np.uint32), np.asarray(b, np.uint32))
        mixed[at] = int(tile) if tile.ndim == 0 else tile
    return Tiles(one.width_px, one.height_px).with_changes(mixed)
