"""Noise that belongs to places: the same seed and place give the same number, whichever piece is painted.

So pieces of a picture that overlap agree, and painting one corner anew leaves the rest as it was.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Floats

_MIX: Final = (np.uint32(0x7FEB352D), np.uint32(0x846CA68B))


@lru_cache(maxsize=128)  # a live painting asks for the same places again and again
def plane(seed: int, scale: int, x: int, y: int, width: int, height: int) -> Floats:
    """Standard normal numbers (height, width) for cells of `scale` pixels, the first at cell (x, y)."""
    columns = np.arange(x, x + width, dtype=np.int64).astype(np.uint32)
    rows = np.arange(y, y + height, dtype=np.int64).astype(np.uint32)
    key = _mixed(np.array([seed & 0xFFFFFFFF, seed >> 32 & 0xFFFFFFFF, scale], np.uint32))
    start = np.bitwise_xor.reduce(key * np.array([1, 3, 5], np.uint32))
    cells = _mixed(_mixed(rows ^ start)[:, None] + columns * np.uint32(0x9E3779B9))
    first = (cells.astype(np.float64) + 0.5) / 2**32
    second = (_mixed(cells ^ np.uint32(0x68BC21EB)).astype(np.float64) + 0.5) / 2**32
    # Box and Muller, 1958
    normal: Floats = (np.sqrt(-2 * np.log(first)) * np.cos(2 * np.pi * second)).astype(np.float32)
    normal.flags.writeable = False
    return normal


def _mixed(values: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """A hash of each 32-bit number ("lowbias32", Chris Wellons, public domain constants)."""
    values = (values ^ values >> np.uint32(16)) * _MIX[0]
    values = (values ^ values >> np.uint32(15)) * _MIX[1]
    return values ^ values >> np.uint32(16)
