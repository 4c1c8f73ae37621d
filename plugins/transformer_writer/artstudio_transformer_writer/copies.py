"""Whether what is written was learned by heart: fingerprints of the training text in a small file.

A text's windows of some characters are hashed (Karp and Rabin 1987), those whose hash is divisible by 16 are
kept (Manber 1994), in a Bloom filter (1970) of one byte each. A run is called copied when three kept windows
in a row are known: of one that is 64 characters long, in windows of 32, they mostly are, else hardly ever.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE: Final = "known.npy"
IN_A_ROW: Final = 3
_KEPT = 16  # one window in so many
_PROBES = 4
_MAX_FILE_BYTES = 256 << 20
Hashes = npt.NDArray[np.uint64]


class Known:
    """The fingerprints of a training text; `window` is a power of two."""

    def __init__(self, bits: npt.NDArray[np.uint8], window: int) -> None:
        self.bits, self.window = bits, window

    @staticmethod
    def learn(texts: Iterable[str], window: int) -> Known:
        """The fingerprints of `texts`."""
        kept = [_kept(text, window)[1] for text in texts]
        hashes = np.unique(np.concatenate(kept)) if kept else np.empty(0, np.uint64)
        size = 1 << max(8, int(np.ceil(np.log2(max(1, len(hashes)) * 6))))  # bits
        marks = np.zeros(size, bool)
        marks[_probes(hashes, size).ravel()] = True
        return Known(np.packbits(marks), window)

    def copied(self, text: str) -> list[tuple[int, int]]:
        """Where `text` is word for word what was learned: (start, end) in characters."""
        places, hashes = _kept(text, self.window)
        slots = _probes(hashes, 8 * len(self.bits))
        known = ((self.bits[slots >> 3] >> (7 - (slots & 7)).astype(np.uint8)) & 1).all(1)
        runs, first = [], 0
        for i in range(len(known) + 1):
            if i == len(known) or not known[i]:
                if i - first >= IN_A_ROW:
                    runs.append((int(places[first]), int(places[i - 1]) + self.window))
                first = i + 1
        return runs

    def save(self, folder: Path) -> None:
        """Writes them into a model folder: one byte for the window, then the bits."""
        buffer = io.BytesIO()
        np.save(buffer, np.concatenate([np.array([self.window], np.uint8), self.bits]), allow_pickle=False)
        write_atomically(folder / FILE, buffer.getvalue())


def load_known(folder: Path) -> Known | None:
    """What a model folder knows by heart, None where it does not say.

    Raises:
        BadModel: the file is damaged.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise ValueError
        stored = np.load(io.BytesIO(path.read_bytes()), allow_pickle=False)
        window, bits = int(stored[0]), stored[1:]
        size = len(bits)
        if (
            bits.dtype != np.uint8
            or bits.ndim != 1
            or size & (size - 1)
            or not size
            or window not in (8, 16, 32, 64)
        ):
            raise ValueError
    except (OSError, ValueError, EOFError, IndexError, TypeError) as problem:
        raise BadModel("{file} in {folder} is damaged: copy it again", file=FILE, folder=folder) from problem
    return Known(bits, window)


def _kept(text: str, window: int) -> tuple[npt.NDArray[np.int64], Hashes]:
    """Where the kept windows of a text begin, and their hashes."""
    hashes: Hashes = np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.uint64)
    base, width = np.array([0x9E3779B97F4A7C15], np.uint64), 1
    while width < window and len(hashes) > width:
        hashes = hashes[:-width] * base + hashes[width:]
        base *= base  # wraps around: hashes are numbers of 64 bits
        width *= 2
    if width < window:
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    places = np.flatnonzero(hashes % np.uint64(_KEPT) == 0)
    return places, hashes[places]


def _probes(hashes: Hashes, size: int) -> npt.NDArray[np.int64]:
    """The bits of each hash, (n, _PROBES): two halves mixed (Kirsch and Mitzenmacher 2006)."""
    low, high = hashes >> np.uint64(4) & np.uint64(0x3FFFFFFF), hashes >> np.uint64(34)
    steps = np.arange(_PROBES, dtype=np.uint64)
    return ((low[:, None] + steps * (high[:, None] | np.uint64(1))) % np.uint64(size)).astype(np.int64)
