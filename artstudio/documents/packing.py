"""Tiles packed to under half their size, for steps of the history that lie far back.

Each pixel is stored as the difference to the one before it, which zlib packs by its runs alone: as small as
with all its searching, and faster. zlib works without Python's lock, so a thread that packs holds nobody up.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from artstudio.documents.tiles import TILE, At, Tile

PackedTile = bytes | int | None
_RAW_DEFLATE: Final = -zlib.MAX_WBITS
_ENTRY_NBYTES: Final = 128  # the entry and the bytes object of one packed tile, roughly


class PackedTiles(Mapping[At, Tile | int | None]):
    """Tiles by their places, each unpacked when it is asked for; colours and empty tiles stay as they are."""

    def __init__(self, tiles: Mapping[At, Tile | int | None]) -> None:
        known: dict[int, bytes] = {}  # a tile that stands in several places is packed once
        self._packed: dict[At, PackedTile] = {}
        for at, tile in tiles.items():
            if tile is None or isinstance(tile, int):
                self._packed[at] = tile
            else:
                if id(tile) not in known:
                    known[id(tile)] = _packed(tile)
                self._packed[at] = known[id(tile)]
        self.nbytes: Final = _ENTRY_NBYTES * len(self._packed) + sum(map(len, known.values()))
        """Memory of the packed tiles."""

    def __getitem__(self, at: At) -> Tile | int | None:
        packed = self._packed[at]
        return _unpacked(packed) if isinstance(packed, bytes) else packed

    def __iter__(self) -> Iterator[At]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _packed(tile: Tile) -> bytes:
    channels = np.ascontiguousarray(tile).view(np.uint8).reshape(-1)
    steps = channels.copy()
    np.subtract(channels[4:], channels[:-4], out=steps[4:])
    packer = zlib.compressobj(1, zlib.DEFLATED, _RAW_DEFLATE, 9, zlib.Z_RLE)
    return packer.compress(steps.data) + packer.flush()


def _unpacked(packed: bytes) -> Tile:
    steps = np.frombuffer(zlib.decompress(packed, _RAW_DEFLATE, TILE * TILE * 4), np.uint8)
    channels = np.add.accumulate(steps.reshape(-1, 4), axis=0, dtype=np.uint8)
    tile = channels.reshape(-1).view(np.uint32).reshape(TILE, TILE).copy()  # owns its memory: kept as it is
    tile.flags.writeable = False
    return tile
