"""Long sequences in which a value repeats many times in a row, such as the look of each letter of a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

T = TypeVar("T", bound="Hashable")

_Numbers = npt.NDArray[np.int64]
_ENTRY_NBYTES: Final = 16  # of one run: its end and its value's number


class Runs(Generic[T]):
    """An immutable sequence of hashable values, kept as runs of equal ones.

    Every method takes well under a millisecond where there are 50,000 runs. Places out of range raise
    `IndexError`.
    """

    __slots__ = ("__weakref__", "_codes", "_ends", "_palette")

    _ends: _Numbers  # where each run ends, rising
    _codes: _Numbers  # which value of the palette each run has; no two neighbours have the same
    _palette: _Palette[T]

    def __init__(self) -> None:
        self._ends = self._codes = _NONE
        self._palette = _Palette(())

    @staticmethod
    def of(value: T, length: int) -> Runs[T]:
        """`length` times the same value."""
        return Runs.collected([(value, length)])

    @staticmethod
    def collected(pieces: Iterable[tuple[T, int]]) -> Runs[T]:
        """Values with how often each comes, one after the other."""
        index: dict[T, int] = {}
        rows = [(index.setdefault(value, len(index)), length) for value, length in pieces if length]
        if any(length < 0 for _, length in rows):
            raise IndexError("a run cannot have a negative length")
        table = np.array(rows, np.int64).reshape(-1, 2)
        return _joined(np.cumsum(table[:, 1]), table[:, 0], _Palette(tuple(index)))

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    @property
    def run_count(self) -> int:
        """How many runs there are."""
        return len(self._ends)

    @property
    def nbytes(self) -> int:
        """Memory that the runs take, their values aside."""
        return _ENTRY_NBYTES * len(self._ends)

    def at(self, i: int) -> T:
        """The value at a place."""
        if not 0 <= i < len(self):
            raise IndexError(i)
        return self._palette.values[int(self._codes[self._ends.searchsorted(i, "right")])]

    def distinct(self) -> tuple[T, ...]:
        """Every value that occurs, once, in no order worth relying on."""
        return tuple(self._palette.values[code] for code in np.flatnonzero(_used(self)).tolist())

    def part(self, start: int, end: int) -> Runs[T]:
        """The values from `start` up to, not including, `end`."""
        self._check(start, end)
        ends, codes = self._cut(start, end)
        return _made(ends - start, codes, self._palette)

    def replaced(self, start: int, end: int, new: Runs[T]) -> Runs[T]:
        """The same with `new` in place of what stands from `start` to `end`."""
        self._check(start, end)
        mine, palette, codes = _in_one_palette(self, new)
        head_ends, head = mine._cut(0, start)
        tail_ends, tail = mine._cut(end, len(mine))
        grown = len(new) - (end - start)
        return _joined(
            np.concatenate([head_ends, new._ends + start, tail_ends + grown]),
            np.concatenate([head, codes, tail]),
            palette,
        )

    def mapped(self, start: int, end: int, change: Callable[[T], T]) -> Runs[T]:
        """The same with every value from `start` to `end` changed; `change` is asked once for each value."""
        part = self.part(start, end)
        index: dict[T, int] = {}
        turned = np.zeros(len(self._palette.values), np.int64)
        for code in np.flatnonzero(_used(part)).tolist():
            turned[code] = index.setdefault(change(self._palette.values[code]), len(index))
        changed = _joined(part._ends, turned[part._codes], _Palette(tuple(index)))
        return self.replaced(start, end, changed)

    def table(self) -> tuple[list[T], list[int], list[int]]:
        """The distinct values in the order of their first runs, and each run's length and value's number."""
        used, firsts = np.unique(self._codes, return_index=True)
        order = np.argsort(firsts)
        numbers = np.zeros(len(self._palette.values), np.int64)
        numbers[used[order]] = np.arange(len(used))
        values = [self._palette.values[code] for code in used[order].tolist()]
        lengths = np.diff(self._ends, prepend=0).tolist()
        return values, lengths, numbers[self._codes].tolist()

    def alike(self, other: Runs[T]) -> tuple[int, int]:
        """How many values of the two are the same from the beginning, and how many from the end."""
        mine, _, codes = _in_one_palette(self, other)
        front = _alike(mine._ends, mine._codes, other._ends, codes)
        return front, _alike(*_backwards(mine._ends, mine._codes), *_backwards(other._ends, codes))

    def __add__(self, other: Runs[T]) -> Runs[T]:
        return self.replaced(len(self), len(self), other)

    def __iter__(self) -> Iterator[tuple[int, int, T]]:
        """Each run as (start, end, value)."""
        start = 0
        for end, code in zip(self._ends.tolist(), self._codes.tolist(), strict=True):
            yield start, end, self._palette.values[code]
            start = end

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Runs):
            return NotImplemented
        if not np.array_equal(self._ends, other._ends):
            return False
        if self._palette is other._palette:
            return np.array_equal(self._codes, other._codes)
        return all(mine[2] == theirs[2] for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((len(self), self.run_count))

    def __repr__(self) -> str:
        return f"Runs({list(self)!r})"

    def _check(self, start: int, end: int) -> None:
        if not 0 <= start <= end <= len(self):
            raise IndexError(f"{start} to {end} of {len(self)}")

    def _cut(self, start: int, end: int) -> tuple[_Numbers, _Numbers]:
        """Ends, still counted from the beginning of all, and codes of the runs in a span."""
        if start == end:
            return _NONE, _NONE
        first = int(self._ends.searchsorted(start, "right"))
        last = int(self._ends.searchsorted(end, "left"))
        ends = self._ends[first : last + 1].copy()
        ends[-1] = end
        return ends, self._codes[first : last + 1]


@dataclass(frozen=True, eq=False)
class _Palette(Generic[T]):
    """Values by number, shared by all sequences that were made from one another."""

    values: tuple[T, ...]

    def numbers(self) -> Mapping[T, int]:
        """The number of each value; made when first asked for."""
        known: dict[T, int] | None = self.__dict__.get("_numbers")
        if known is None:
            known = {value: number for number, value in enumerate(self.values)}
            self.__dict__["_numbers"] = known
        return known


_NONE: Final[_Numbers] = np.zeros(0, np.int64)


def _made(ends: _Numbers, codes: _Numbers, palette: _Palette[T]) -> Runs[T]:
    runs: Runs[T] = Runs()
    runs._ends, runs._codes, runs._palette = ends, codes, palette
    return runs


def _joined(ends: _Numbers, codes: _Numbers, palette: _Palette[T]) -> Runs[T]:
    """Runs with equal neighbours made one."""
    same = codes[1:] == codes[:-1]
    if same.any():
        keep = np.append(~same, True)
        ends, codes = ends[keep], codes[keep]
    return _made(ends, codes, palette)


def _alike(ends: _Numbers, codes: _Numbers, other_ends: _Numbers, other_codes: _Numbers) -> int:
    most = min(len(ends), len(other_ends))
    differs = (ends[:most] != other_ends[:most]) | (codes[:most] != other_codes[:most])
    if not differs.any():
        return int(ends[most - 1]) if most else 0
    first = int(differs.argmax())
    if codes[first] == other_codes[first]:
        return int(min(ends[first], other_ends[first]))
    return int(ends[first - 1]) if first else 0


def _backwards(ends: _Numbers, codes: _Numbers) -> tuple[_Numbers, _Numbers]:
    return np.cumsum(np.diff(ends, prepend=0)[::-1]), codes[::-1]


def _used(runs: Runs[Any]) -> npt.NDArray[np.intp]:
    return np.bincount(runs._codes, minlength=len(runs._palette.values))


def _in_one_palette(old: Runs[T], new: Runs[T]) -> tuple[Runs[T], _Palette[T], _Numbers]:
    """`old`, a palette for both, and the codes of `new` in it.

    A value that is new to the palette makes another one, in which what is no longer used is left out: else
    a picture once shown would stay in memory for good.
    """
    if new._palette is old._palette or not new.run_count:
        return old, old._palette, new._codes
    numbers = old._palette.numbers()
    wanted = [(code, new._palette.values[code]) for code in np.flatnonzero(_used(new)).tolist()]
    if any(value not in numbers for _, value in wanted):
        kept = np.flatnonzero(_used(old))
        moved = np.zeros(len(old._palette.values), np.int64)
        moved[kept] = np.arange(len(kept))
        values = dict.fromkeys(old._palette.values[code] for code in kept.tolist())
        values.update(dict.fromkeys(value for _, value in wanted))
        old = _made(old._ends, moved[old._codes], _Palette(tuple(values)))
        numbers = old._palette.numbers()
    turned = np.zeros(len(new._palette.values), np.int64)
    for code, value in wanted:
        turned[code] = numbers[value]
    return old, old._palette, turned[new._codes]
