"""What came next the last time: the piece's own past as a hint for the network.

A recurrent network forgets what it played a minute ago, but music repeats itself. `Recall` finds the latest
earlier place where the same tokens were heard and tells which token followed there, and for how long the two
places have agreed. The hint is an input like any other: the network learns when to trust it (the match model
of Mahoney's PAQ compressors, here feeding an LSTM).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio_rnn_composer.tokens import END, Ints

if TYPE_CHECKING:
    from collections.abc import Iterable

ORDERS = (16, 8, 4)  # tokens that must agree before a place is pointed to, tried longest first
_REACHES = (1, 8, 16, 32, 64, 128)
REACHES = len(_REACHES) + 1


class Recall:
    """Follows one stream of tokens."""

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._after: dict[tuple[int, ...], int] = {}
        self._pointer = -1
        self._agreed = 0

    def push(self, token: int) -> tuple[int, int]:
        """Hears `token`; returns (the token that followed last time or END, how far to trust it).

        The trust is a level below `REACHES`: 0 nothing found, 1 four tokens and more, ... 6 at least 128.
        """
        tokens = self._tokens
        if self._pointer >= 0 and tokens[self._pointer] == token:
            self._pointer += 1
            self._agreed += 1
        else:
            self._pointer, self._agreed = -1, 0
        tokens.append(token)
        end = len(tokens)
        for order in ORDERS:
            if end < order:
                continue
            context = tuple(tokens[-order:])
            if order > self._agreed and (found := self._after.get(context, -1)) >= 0:
                self._pointer, self._agreed = found, order
            self._after[context] = end
        if self._pointer < 0:
            return END, 0
        return tokens[self._pointer], sum(self._agreed >= reach for reach in _REACHES)

    def copy(self) -> Recall:
        """The same past, to go on from twice."""
        twin = Recall()
        twin._tokens, twin._after = self._tokens.copy(), self._after.copy()
        twin._pointer, twin._agreed = self._pointer, self._agreed
        return twin


def hints(tokens: Iterable[int]) -> Ints:
    """(token that followed, trust) after each of `tokens`: int64 (n, 2)."""
    recall = Recall()
    return np.array([recall.push(token) for token in tokens], np.int64).reshape(-1, 2)
