"""What the composer is measured against: a Kneser-Ney 5-gram, alone and mixed with the piece's own past.

The 5-gram is interpolated modified Kneser-Ney (Chen and Goodman 1999) over the very tokens the network
learns from, in all twelve keys. The cache is a Witten-Bell 5-gram of what the piece has played so far. Both
are mixed linearly, p = (1 - w) p_kn + w p_cache, with one weight for each length of context that the cache
has seen (0-4 tokens); the weights are fitted by expectation maximisation on training pieces kept out of the
5-gram's counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
ORDER = 5
_BITS = 10
_BEGIN = (1 << _BITS) - 1


def _windows(streams: Iterable[Sequence[int]]) -> Ints:
    """Every token with the four before it, packed: the latest token in the lowest bits."""
    found = []
    for stream in streams:
        padded = np.concatenate([np.full(ORDER - 1, _BEGIN), np.asarray(stream, np.int64)])
        keys = np.zeros(len(stream), np.int64)
        for i in range(ORDER):
            keys = (keys << _BITS) | padded[i : i + len(stream)]
        found.append(keys)
    return np.concatenate(found)


def _look_up(keys: Ints, values: npt.NDArray[np.generic], wanted: Ints) -> Floats:
    """The value of each of `wanted`, 0 where it is not among the sorted `keys`."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at].astype(np.float64), 0.0)


class KneserNey:
    """An interpolated modified Kneser-Ney 5-gram over tokens below `size`."""

    def __init__(self, streams: Iterable[Sequence[int]], size: int) -> None:
        self.size = size
        self._orders: list[tuple[Ints, npt.NDArray[np.int64], Floats, Ints, Floats, Floats]] = []
        keys, counts = np.unique(_windows(streams), return_counts=True)
        for order in range(ORDER, 0, -1):
            n = [int((counts == i).sum()) for i in (1, 2, 3, 4)]
            y = n[0] / max(1, n[0] + 2 * n[1])
            discounts = np.array([0.0, *(i + 1 - (i + 2) * y * n[i + 1] / max(1, n[i]) for i in range(3))])
            discounts = np.clip(discounts, 0.0, [0.0, 1.0, 2.0, 3.0])
            contexts, starts = np.unique(keys >> _BITS, return_index=True)
            totals = np.add.reduceat(counts, starts).astype(np.float64)
            freed = np.add.reduceat(discounts[np.minimum(counts, 3)], starts)
            self._orders.insert(0, (keys, counts, discounts, contexts, totals, freed))
            if order > 1:
                mask = (1 << _BITS * (order - 1)) - 1
                keys, counts = np.unique(keys & mask, return_counts=True)

    def probabilities(self, stream: Sequence[int]) -> Floats:
        """The probability of each token of `stream` after those before it."""
        windows = _windows([stream])
        p = np.full(len(windows), 1.0 / self.size)
        for order, (keys, counts, discounts, contexts, totals, freed) in enumerate(self._orders, start=1):
            wanted = windows & ((1 << _BITS * order) - 1)
            count = _look_up(keys, counts, wanted)
            total = _look_up(contexts, totals, wanted >> _BITS)
            left = _look_up(contexts, freed, wanted >> _BITS)
            kept = np.maximum(count - discounts[np.minimum(count, 3).astype(np.int64)], 0.0)
            seen = total > 0
            p = np.where(seen, (kept + left * p) / np.maximum(total, 1.0), p)
        return p


def cache_probabilities(stream: Sequence[int], size: int) -> tuple[Floats, Ints]:
    """Of each token: its probability by the piece's past alone, and how long a context that past has seen."""
    counts: dict[tuple[int, ...], dict[int, int]] = {}
    totals: dict[tuple[int, ...], int] = {}
    found = np.zeros(len(stream))
    reach = np.zeros(len(stream), np.int64)
    for i, token in enumerate(stream):
        p = 1.0 / size
        contexts = [tuple(stream[i - n : i]) for n in range(min(ORDER, i + 1))]
        for n, context in enumerate(contexts):
            if total := totals.get(context, 0):
                followers = counts[context]
                p = (followers.get(token, 0) + len(followers) * p) / (total + len(followers))
                reach[i] = n
        found[i] = p
        for context in contexts:
            followers = counts.setdefault(context, {})
            followers[token] = followers.get(token, 0) + 1
            totals[context] = totals.get(context, 0) + 1
    return found, reach


def fit_weights(ngram: Floats, cache: Floats, reach: Ints, *, rounds: int = 50) -> Floats:
    """The cache's weight for each reach, by expectation maximisation."""
    weights = np.full(ORDER, 0.3)
    for _ in range(rounds):
        w = weights[reach]
        share = w * cache / (w * cache + (1 - w) * ngram)
        sums = np.bincount(reach, share, ORDER)
        weights = np.where(
            np.bincount(reach, minlength=ORDER) > 0,
            sums / np.maximum(np.bincount(reach, minlength=ORDER), 1),
            weights,
        )
    return weights
