"""PNG written strip by strip, so that a large layer never stands in memory as a whole.

Every row is stored as differences to the pixel on the left and packed by its runs alone: half the time that
Pillow takes to choose among filters, for files of much the same size. The same pixels give the same bytes.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import PIL.Image

from artstudio.documents.colour import straight
from artstudio.documents.tiles import MAX_SIDE_PX, TILE, Tiles
from artstudio.project.container import Pieces
from artstudio.sdk import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Strip = npt.NDArray[np.uint8]  # (rows, width, 4), straight RGBA
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SUB: Final = 1  # the filter's number in the PNG standard


def encoded(width: int, height: int, strips: Iterable[Strip]) -> Pieces:
    """A PNG of `width` by `height` from strips, top first, that together have `height` rows."""
    return Pieces(_chunks(width, height, strips))


def _chunks(width: int, height: int, strips: Iterable[Strip]) -> Iterator[bytes]:
    yield _SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_RLE)
    for strip in strips:
        flat = strip.reshape(len(strip), width * 4)
        rows = np.empty((len(strip), 1 + width * 4), np.uint8)
        rows[:, 0] = _SUB
        rows[:, 1:5] = flat[:, :4]
        np.subtract(flat[:, 4:], flat[:, :-4], out=rows[:, 5:])
        yield _chunk(b"IDAT", packer.compress(rows.data))
    yield _chunk(b"IDAT", packer.flush())
    yield _chunk(b"IEND", b"")


def tiles_to_png(tiles: Tiles) -> tuple[Pieces, int, int]:
    """The painted part of a layer as a PNG, and where on the layer its corner lies."""
    x, y, width, height = tiles.bounds() or (0, 0, 1, 1)
    return encoded(width, height, _strips(tiles, x, y, width, height)), x, y


def _strips(tiles: Tiles, x: int, y: int, width: int, height: int) -> Iterator[Strip]:
    for top in range(y, y + height, TILE):
        yield straight(tiles.region(x, top, width, min(TILE, y + height - top)))


def image_to_png(image: Image) -> Pieces:
    """A whole picture."""
    strips = (image.pixels[top : top + TILE] for top in range(0, image.height, TILE))
    return encoded(image.width, image.height, strips)


def uniform_png(width: int, height: int, colour: int) -> Pieces:
    """A picture of one 0xAARRGGBB premultiplied colour."""
    strip = straight(np.full((TILE, width), colour, np.uint32))
    return encoded(width, height, (strip[: min(TILE, height - top)] for top in range(0, height, TILE)))


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height without decoding; `ValueError` if this is no PNG of 1-8192 pixels a side."""
    if len(data) < 24 or data[:8] != _SIGNATURE or data[12:16] != b"IHDR":
        raise ValueError("not a PNG")
    width, height = struct.unpack_from(">II", data, 16)
    if not (1 <= width <= MAX_SIDE_PX and 1 <= height <= MAX_SIDE_PX):
        raise ValueError(f"a picture of {width} × {height} pixels")
    return width, height


def png_to_image(data: bytes) -> Image:
    """Decodes; `ValueError` if it is damaged or has more than 8192 pixels a side."""
    png_size(data)
    try:
        with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            return Image(np.asarray(picture.convert("RGBA")))
    except (OSError, SyntaxError) as error:
        raise ValueError(str(error)) from None


def _chunk(kind: bytes, data: bytes) -> bytes:
    return b"".join(
        (struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib.crc32(data, zlib.crc32(kind))))
    )
