"""Results remembered for as long as what they were made from lives."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """`make(key)`, once for each key object: for immutable values identity is enough, and costs nothing.

    Safe from any thread; two that ask at once may both make it.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._made: dict[int, tuple[weakref.ref[K], V]] = {}

    def get(self, key: K) -> V:
        known = self._made.get(id(key))
        if known is not None and known[0]() is key:
            return known[1]
        value = self._make(key)
        number = id(key)
        self._made[number] = weakref.ref(key, lambda _: self._made.pop(number, None)), value
        return value
