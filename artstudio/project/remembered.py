"""Results remembered for as long as what they were made from lives, where need be within a budget."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """`make(key)`, once for each key object: for immutable values identity is enough, and costs nothing.

    Beyond `budget_nbytes`, as measured by `nbytes`, what was asked for longest ago is forgotten; without
    these, nothing is. Safe from any thread; two that ask at once may both make it.
    """

    def __init__(
        self, make: Callable[[K], V], nbytes: Callable[[V], int] | None = None, budget_nbytes: int = 0
    ) -> None:
        self._make = make
        self._nbytes = nbytes
        self._budget_nbytes = budget_nbytes
        self._made: dict[int, tuple[weakref.ref[K], V]] = {}  # asked for longest ago first

    def get(self, key: K) -> V:
        """What `make` gives for this very object."""
        number = id(key)
        known = self._made.pop(number, None)
        if known is None or known[0]() is not key:
            known = weakref.ref(key, lambda _: self._made.pop(number, None)), self._make(key)
        self._made[number] = known
        self._forget_oldest()
        return known[1]

    def _forget_oldest(self) -> None:
        if self._nbytes is None:
            return
        # A copy first: collecting garbage while listing would call back the lambda above.
        entries = list(self._made.copy().items())
        left = sum(self._nbytes(value) for _, (_, value) in entries)
        for number, (_, value) in entries:
            if left <= self._budget_nbytes:
                return
            left -= self._nbytes(value)
            self._made.pop(number, None)
