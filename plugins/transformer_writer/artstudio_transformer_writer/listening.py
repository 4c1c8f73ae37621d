"""How verse listens to a model: its odds for many ways to go on, words spelt for it, and the choice."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from artstudio_transformer_writer.sampling import drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_transformer_writer.sampling import Taste

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
# How byte-level BPE cuts a text before it joins bytes (Radford et al. 2019).
_PARTS = re.compile(r"'(?:[sdmt]|ll|ve|re)| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")
_NEVER = -1e30


class Voice(Protocol):
    """The part of a `Speaker` that verse listens to."""

    @property
    def pieces(self) -> Sequence[bytes]:
        """What each token adds to a text; b"" for special ones."""

    @property
    def end(self) -> int:
        """The id of the end of a text."""

    def scores(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Scores (logits) of every token to follow `ids`."""


class Ear:
    """Asks a model, and remembers the answers for a while."""

    def __init__(self, speaker: Voice) -> None:
        self.speaker = speaker
        self._heard: dict[tuple[int, ...], Floats] = {}

    def odds(self, ids: tuple[int, ...]) -> Floats:
        """Log-probabilities (len(pieces),) of the token after `ids`."""
        found = self._heard.get(ids)
        if found is None:
            scores = np.nan_to_num(
                np.asarray(self.speaker.scores(ids), np.float64), nan=_NEVER, posinf=-_NEVER, neginf=_NEVER
            )
            found = scores - log_sum(scores)
            self._heard[ids] = found
        return found

    def forget(self) -> None:
        """Gives the memory back, between lines."""
        self._heard.clear()


class Spelling:
    """Text to token ids by the pieces alone, as byte-level BPE does it: earlier ids join first.

    The pieces of a BPE stand in the order in which they were learned, which is the order of joining.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        # Of two tokens for the same bytes the later is the character, the earlier a bare byte.
        self.ids = {piece: i for i, piece in enumerate(pieces) if piece}

    def spell(self, text: str) -> list[int] | None:
        """The ids of `text`; None if the pieces cannot spell it."""
        found: list[int] = []
        for part in _PARTS.findall(text):
            for symbol in self._joined(part):
                if (known := self.ids.get(symbol)) is None:
                    return None
                found.append(known)
        return found

    def nearly(self, text: str) -> list[int]:
        """The ids of `text` without what the pieces cannot spell."""
        return [self.ids[s] for part in _PARTS.findall(text) for s in self._joined(part) if s in self.ids]

    def _joined(self, part: str) -> list[bytes]:
        whole = part.encode()
        if whole in self.ids:
            return [whole]
        symbols: list[bytes] = []
        for character in part:
            spelt = character.encode()
            symbols += [spelt] if spelt in self.ids else [bytes([byte]) for byte in spelt]
        while len(symbols) > 1:
            pairs = [self.ids.get(a + b, -1) for a, b in pairwise(symbols)]
            best = min((rank, i) for i, rank in enumerate(pairs) if rank >= 0) if max(pairs) >= 0 else None
            if best is None:
                break
            at = best[1]
            symbols[at : at + 2] = [symbols[at] + symbols[at + 1]]
        return symbols


def log_sum(values: Floats) -> float:
    """The logarithm of the sum of exponentials; very low for none."""
    if not len(values):
        return _NEVER
    most = float(values.max())
    return most + float(np.log(np.exp(values - most).sum()))


def choose(logs: Floats, taste: Taste, chance: np.random.Generator) -> int:
    """One of the places of `logs`, log-probabilities of any sum, at least one of them."""
    return drawn(taste.probabilities(logs.astype(np.float32)), chance)
