"""What compressors and counted n-grams need for unseen text, after reading what a writer read."""

from __future__ import annotations

import lzma
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PPM_ORDER, _PPM_BYTES = 12, 1 << 30


def xz_bits_per_byte(learned: bytes, fresh: bytes) -> float:
    """`xz -9e`: what `fresh` adds to the archive of `learned`; its dictionary of 64 MiB holds all of it."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 64 << 20}]
    alone = len(lzma.compress(learned, filters=filters))
    return 8 * (len(lzma.compress(learned + fresh, filters=filters)) - alone) / len(fresh)


def ppm_bits_per_byte(learned: bytes, fresh: bytes) -> float:
    """PPMd of order 12 (Shkarin 2002; `pip install pyppmd`), in the same way."""
    import pyppmd

    def size(text: bytes) -> int:
        encoder = pyppmd.Ppmd7Encoder(_PPM_ORDER, _PPM_BYTES)
        return len(encoder.encode(text)) + len(encoder.flush())

    return 8 * (size(learned + fresh) - size(learned)) / len(fresh)


class KneserNey:
    """Interpolated Kneser-Ney over characters (Chen and Goodman 1999), one discount an order."""

    def __init__(self, texts: Sequence[str], order: int = 5) -> None:
        self.order = order
        self.counts: list[dict[str, Counter[str]]] = [defaultdict(Counter) for _ in range(order)]
        for text in texts:
            padded = "\0" * (order - 1) + text
            for i in range(order - 1, len(padded)):
                self.counts[-1][padded[i - order + 1 : i]][padded[i]] += 1
        for n in range(order - 1, 0, -1):  # shorter ones count in how many ways they go on from longer ones
            for context, found in self.counts[n].items():
                for character in found:
                    self.counts[n - 1][context[1:]][character] += 1
        self.characters = len(self.counts[0][""]) + 1
        self.discounts = []
        for table in self.counts:
            ones = sum(count == 1 for found in table.values() for count in found.values())
            twos = sum(count == 2 for found in table.values() for count in found.values())
            self.discounts.append(ones / max(1, ones + 2 * twos))

    def bits(self, given: str, text: str) -> float:
        """What `text` costs after `given`."""
        padded = "\0" * (self.order - 1) + given + text
        places = range(len(padded) - len(text), len(padded))
        return -sum(math.log2(self._share(padded[i - self.order + 1 : i], padded[i])) for i in places)

    def _share(self, context: str, character: str) -> float:
        share = 1 / self.characters
        for n in range(self.order):
            found = self.counts[n].get(context[len(context) - n :])
            if found:
                total, discount = found.total(), self.discounts[n]
                share = (max(0.0, found[character] - discount) + discount * len(found) * share) / total
        return share
