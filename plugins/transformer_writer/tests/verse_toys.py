"""Models that say anything, for holding forms against."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from artstudio_transformer_writer.rhyme_zh import Rhymes
from artstudio_transformer_writer.tokens import Tokens

HAN = [chr(0x4E00 + 3 * i) for i in range(900)]
BYTES = [bytes([byte]) for byte in range(256)]
HAN_PIECES = [b"", *BYTES, *(sign.encode() for sign in [*HAN, *"，。\n|五七绝律"])]


def toy_rhymes() -> Rhymes:
    """Twenty level rhymes of 20 characters, ten oblique ones, a tiny one; the last characters are in none."""
    groups = {HAN[20 * i]: "".join(HAN[20 * i : 20 * i + 20]) for i in range(30)}
    groups[HAN[620]] = "".join(HAN[620:624])
    names = list(groups)
    return Rhymes(groups, frozenset([*names[:20], names[-1]]), "a toy")


class Babbler:
    """Speaks at random, but always the same after the same tokens."""

    def __init__(self, pieces: Sequence[bytes], seed: int, boldness: float = 3.0) -> None:
        self.pieces, self.end, self.calls = pieces, 0, 0
        self.table: npt.NDArray[np.float32] = (
            np.random.default_rng(seed).normal(size=(32, len(pieces))).astype(np.float32) * boldness
        )

    def scores(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        self.calls += 1
        found: npt.NDArray[np.float32] = self.table[hash(tuple(ids)) % len(self.table)]
        return found


class Parrot(Babbler):
    """Follows the pairs of tokens that it has read."""

    def __init__(self, tokens: Tokens, text: str) -> None:
        super().__init__(tokens.pieces, 0, 0.1)
        ids = tokens.encode(text)
        self.pairs = np.zeros((len(self.pieces), len(self.pieces)), np.float32)
        np.add.at(self.pairs, (ids[:-1], ids[1:]), 1)

    def scores(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        found: npt.NDArray[np.float32] = np.log(self.pairs[ids[-1]] + 0.01) + super().scores(ids)
        return found


def bytes_only() -> list[bytes]:
    """The pieces of a model that spells letter by letter."""
    return [b"", *BYTES]
