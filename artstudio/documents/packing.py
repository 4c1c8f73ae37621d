"""Tiles packed to under half their size, for steps of the history that lie far back.

Each pixel is stored as the difference to the one before it, which zlib packs by its runs alone: as small as
with all its searching, and faster. zlib works without Python's lock, so a thread that packs holds nobody up;
several tiles go together, since to let go of the lock and wait for it again for each would cost more.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.tiles import TILE, At, Tile

_TOGETHER: Final = 16  # tiles
_TILE_NBYTES: Final = TILE * TILE * 4
_RAW_DEFLATE: Final = -zlib.MAX_WBITS
_ENTRY_NBYTES: Final = 128  # of the dictionaries for one tile, roughly


class PackedTiles(Mapping[At, Tile | int | None]):
    """Tiles by their places, unpacked when they are asked for; colours and empty tiles stay as they are."""

    def __init__(self, tiles: Mapping[At, Tile | int | None]) -> None:
        self._plain: dict[At, int | None] = {}
        self._numbers: dict[At, int] = {}  # of packed tiles, counted through all blocks
        known: dict[int, int] = {}  # a tile that stands in several places is packed once
        arrays: list[Tile] = []
        for at, tile in tiles.items():
            if tile is None or isinstance(tile, int):
                self._plain[at] = tile
                continue
            if id(tile) not in known:
                known[id(tile)] = len(arrays)
                arrays.append(tile)
            self._numbers[at] = known[id(tile)]
        firsts = range(0, len(arrays), _TOGETHER)
        self._blocks: Final = tuple(_packed(arrays[first : first + _TOGETHER]) for first in firsts)
        self._last: tuple[int, npt.NDArray[np.uint32]] | None = None  # the block unpacked last
        self.nbytes: Final = _ENTRY_NBYTES * len(self) + sum(map(len, self._blocks))
        """Memory of the packed tiles."""

    def __getitem__(self, at: At) -> Tile | int | None:
        number = self._numbers.get(at)
        if number is None:
            return self._plain[at]
        block, place = divmod(number, _TOGETHER)
        last = self._last
        if last is None or last[0] != block:
            last = block, _unpacked(self._blocks[block])
        # nobody unpacks for long: after its last tile a block is not needed again
        self._last = last if place < len(last[1]) - 1 else None
        tile: Tile = last[1][place].copy()  # owns its memory, so that layers take it as it is
        tile.flags.writeable = False
        return tile

    def __iter__(self) -> Iterator[At]:
        return chain(self._plain, self._numbers)

    def __len__(self) -> int:
        return len(self._plain) + len(self._numbers)


def _packed(tiles: list[Tile]) -> bytes:
    channels = np.stack(tiles).reshape(-1).view(np.uint8)
    steps = channels.copy()
    np.subtract(channels[4:], channels[:-4], out=steps[4:])
    packer = zlib.compressobj(1, zlib.DEFLATED, _RAW_DEFLATE, 9, zlib.Z_RLE)
    return packer.compress(steps.data) + packer.flush()


def _unpacked(block: bytes) -> npt.NDArray[np.uint32]:
    """The tiles of a block: (number, 64, 64)."""
    steps = np.frombuffer(zlib.decompress(block, _RAW_DEFLATE, _TOGETHER * _TILE_NBYTES), np.uint8)
    channels = np.add.accumulate(steps.reshape(-1, 4), axis=0, dtype=np.uint8)
    return channels.reshape(-1).view(np.uint32).reshape(-1, TILE, TILE)
