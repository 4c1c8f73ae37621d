"""Musical time: ticks to seconds and bars, and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from artstudio.sdk.score import Metre, Score, Tempo

DEFAULT_TEMPO = Tempo(0, 500_000)
DEFAULT_METRE = Metre(0, 4, 4)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `number` counts from 0; times in ticks."""

    number: int
    start: int
    length: int
    metre: Metre

    @property
    def end(self) -> int:
        """The next bar line, in ticks."""
        return self.start + self.length


class Clock:
    """Converts times of one score. Building it costs one pass over its maps; keep it."""

    def __init__(self, score: Score) -> None:
        self.ticks_per_quarter = score.ticks_per_quarter
        tempos = list(score.tempos)
        if not tempos or tempos[0].tick > 0:
            tempos.insert(0, DEFAULT_TEMPO)
        self._ticks = [tempo.tick for tempo in tempos]
        self._s_per_tick = [tempo.us_per_quarter / 1e6 / self.ticks_per_quarter for tempo in tempos]
        self._seconds = [0.0]
        for i in range(1, len(tempos)):
            span = (self._ticks[i] - self._ticks[i - 1]) * self._s_per_tick[i - 1]
            self._seconds.append(self._seconds[-1] + span)
        metres = list(score.metres)
        if not metres or metres[0].tick > 0:
            metres.insert(0, DEFAULT_METRE)
        self._metres = metres
        # A change of metre inside a bar cuts that bar short: the new metre starts a bar.
        self._first_bar = [0]
        for i in range(1, len(metres)):
            length = self._bar_length(metres[i - 1])
            bars = -(-(metres[i].tick - metres[i - 1].tick) // length)
            self._first_bar.append(self._first_bar[-1] + bars)

    def _bar_length(self, metre: Metre) -> int:
        return max(1, self.ticks_per_quarter * 4 * metre.numerator // metre.denominator)

    def seconds(self, tick: float) -> float:
        """Seconds from the beginning to `tick`."""
        i = max(0, bisect_right(self._ticks, tick) - 1)
        return self._seconds[i] + (tick - self._ticks[i]) * self._s_per_tick[i]

    def seconds_of(self, ticks: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """As `seconds`, for many ticks at once."""
        asked = np.asarray(ticks)
        i = np.maximum(np.searchsorted(self._ticks, asked, "right") - 1, 0)
        ahead = asked - np.array(self._ticks)[i]
        seconds: npt.NDArray[np.float64] = np.array(self._seconds)[i] + ahead * np.array(self._s_per_tick)[i]
        return seconds

    def tick(self, seconds: float) -> float:
        """The (fractional) tick that sounds at `seconds`."""
        i = max(0, bisect_right(self._seconds, seconds) - 1)
        return self._ticks[i] + (seconds - self._seconds[i]) / self._s_per_tick[i]

    def bpm(self, tick: float) -> float:
        """Quarters a minute at `tick`."""
        i = max(0, bisect_right(self._ticks, tick) - 1)
        return 60.0 / (self._s_per_tick[i] * self.ticks_per_quarter)

    def bar_at(self, tick: float) -> Bar:
        """The bar that `tick` lies in (a tick on a bar line belongs to the bar it begins)."""
        i = max(0, bisect_right(self._metres, tick, key=lambda metre: metre.tick) - 1)
        metre = self._metres[i]
        length = self._bar_length(metre)
        ahead = int((tick - metre.tick) // length)
        start = metre.tick + ahead * length
        if i + 1 < len(self._metres):
            length = min(length, self._metres[i + 1].tick - start)
        return Bar(self._first_bar[i] + ahead, start, length, metre)

    def bars(self, start: float, end: float) -> list[Bar]:
        """The bars that touch the span from `start` to `end`, in ticks."""
        bar = self.bar_at(max(0, start))
        found = [bar]
        while bar.end < end:
            bar = self.bar_at(bar.end)
            found.append(bar)
        return found
