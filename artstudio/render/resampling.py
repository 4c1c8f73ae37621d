"""Layer pixels at another size, by Lanczos' filter or the nearest pixel."""

from __future__ import annotations

from typing import Final

import numpy as np
import PIL.Image

from artstudio.documents.tiles import TILE, At, Tile, Tiles

_STRIP_PX: Final = 4 * TILE
_REACH: Final = 3  # Lanczos looks at so many pixels of the coarser picture to each side


def resampled(pixels: Tiles, width_px: int, height_px: int, *, smooth: bool = True) -> Tiles:
    """The pixels stretched or shrunk to another size, each side 1-8192.

    Not smooth: each pixel takes the colour of the nearest one, as pictures made of single pixels need.
    Works in strips: beside the result there is little in memory.

    Raises:
        InvalidValue: a side out of its range.
    """
    made = Tiles(width_px, height_px)
    box = pixels.bounds()
    if box is None:
        return made
    how = PIL.Image.Resampling.LANCZOS if smooth else PIL.Image.Resampling.NEAREST
    scale = pixels.height_px / height_px
    reach = _REACH * max(1.0, scale) + 1
    for top in range(0, height_px, _STRIP_PX):
        rows = min(_STRIP_PX, height_px - top)
        first = max(0, int(top * scale - reach))
        last = min(pixels.height_px, int((top + rows) * scale + reach) + 1)
        if last <= box[1] or first >= box[1] + box[3]:
            continue
        source = pixels.region(0, first, pixels.width_px, last - first)
        # the bytes of a pixel are its premultiplied channels: in any order, for the filter treats all alike
        picture = PIL.Image.frombuffer(
            "RGBa", (source.shape[1], source.shape[0]), source, "raw", "RGBa", 0, 1
        )
        part = (0.0, top * scale - first, float(pixels.width_px), (top + rows) * scale - first)
        stretched = np.array(picture.resize((width_px, rows), how, box=part)).view(np.uint32)[..., 0]
        made = made.with_changes(_cut(_held(stretched), top))
    return made


def _held(raster: Tile) -> Tile:
    """No channel above its alpha: the filter swings over at edges."""
    channels = raster[..., None].view(np.uint8)
    alpha = channels[..., 3:]  # 0xAARRGGBB on every machine that Qt and numpy run on here: little-endian
    np.minimum(channels, alpha, out=channels)
    return raster


def _cut(strip: Tile, top: int) -> dict[At, Tile | int | None]:
    rows, columns = -(-strip.shape[0] // TILE), -(-strip.shape[1] // TILE)
    room = np.zeros((rows * TILE, columns * TILE), np.uint32)
    room[: strip.shape[0], : strip.shape[1]] = strip
    return {
        (tx, top // TILE + ty): room[ty * TILE : (ty + 1) * TILE, tx * TILE : (tx + 1) * TILE]
        for ty in range(rows)
        for tx in range(columns)
    }
