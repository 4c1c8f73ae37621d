"""The snap grid: where notes may start, counted afresh from every bar line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk import Metre

Ticks = npt.NDArray[np.int64]

# what the artist chooses from: (what a whole note is cut into, cut in three where two would be)
DIVISIONS: tuple[tuple[int, bool], ...] = (
    (1, False), (2, False), (2, True), (4, False), (4, True), (8, False), (8, True),
    (16, False), (16, True), (32, False), (32, True), (64, False), (64, True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Division:
    """A step of the grid: 1/16, or 1/16 in triplets; `off` lets every tick pass."""

    part: int = 16
    triplet: bool = False
    off: bool = False

    def ticks(self, ticks_per_quarter: int) -> float:
        """The length of a step; it need not be a whole number of ticks."""
        if self.off:
            return 1.0
        whole = ticks_per_quarter * 4 / self.part
        return max(1.0, whole * 2 / 3 if self.triplet else whole)


class Grid:
    """Snaps times to steps of `division`.

    Built again for every change of metre or division; a step never crosses a bar line.
    """

    def __init__(self, metres: Sequence[Metre], ticks_per_quarter: int, division: Division) -> None:
        self.division = division
        self.step_ticks = division.ticks(ticks_per_quarter)
        starts = [metre.tick for metre in metres]
        whole = ticks_per_quarter * 4
        lengths = [max(1, whole * metre.numerator // metre.denominator) for metre in metres]
        if not starts or starts[0] > 0:
            starts.insert(0, 0)
            lengths.insert(0, whole)
        self._starts = np.array(starts, np.int64)
        self._lengths = np.array(lengths, np.int64)
        self._ends = np.append(self._starts[1:], np.iinfo(np.int32).max)

    def _bars(self, ticks: Ticks) -> tuple[Ticks, Ticks]:
        """The bar line before each tick, and the one after it."""
        part = np.maximum(np.searchsorted(self._starts, ticks, "right") - 1, 0)
        length = self._lengths[part]
        start = self._starts[part] + (ticks - self._starts[part]) // length * length
        return start, np.minimum(start + length, self._ends[part])

    def bar_lines(self, start: float, end: float, every: int = 1) -> tuple[Ticks, Ticks]:
        """Ticks and numbers (from 0) of the bar lines that bound or lie between `start` and `end`.

        Of all bars only those whose number `every` divides.
        """
        ticks, numbers, first_bar = [], [], 0
        for begin, length, stop in zip(
            self._starts.tolist(), self._lengths.tolist(), self._ends.tolist(), strict=True
        ):
            last = -(
                -(min(stop, max(end, 0)) - begin) // length
            )  # the first bar that begins at or after the end
            first = max(0, int((start - begin) // length))
            if first <= last and begin <= end:
                inside = np.arange(first, int(last) + (1 if stop > end else 0), dtype=np.int64)
                ticks.append(np.minimum(begin + inside * length, stop))
                numbers.append(first_bar + inside)
            first_bar += -(-(stop - begin) // length)
        all_ticks, all_numbers = np.concatenate(ticks), np.concatenate(numbers)
        wanted = all_numbers % every == 0
        return all_ticks[wanted], all_numbers[wanted]

    def nearest(self, ticks: float | list[float] | npt.NDArray[Any]) -> Ticks:
        """The grid lines nearest to `ticks`."""
        times = np.asarray(np.round(ticks), np.int64)
        if self.division.off:
            return np.maximum(times, 0)
        start, end = self._bars(times)
        steps = np.round((times - start) / self.step_ticks)
        line = start + np.round(steps * self.step_ticks).astype(np.int64)
        # the last step of a bar may be a short one
        return np.maximum(np.where(end - times < np.abs(times - line), end, np.minimum(line, end)), 0)

    def before(self, tick: float) -> int:
        """The last grid line at or before `tick`."""
        if self.division.off:
            return max(0, int(tick))
        start, _ = self._bars(np.array([int(np.floor(tick))], np.int64))
        steps = np.floor((tick - start[0] + 1e-6) / self.step_ticks)
        return max(0, int(start[0] + round(steps * self.step_ticks)))
