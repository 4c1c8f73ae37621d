"""How coarse a film is shown, and how far ahead it is made, so that it keeps up with its sound."""

from __future__ import annotations

from typing import Final

_LATE: Final = 3  # frames in a row that took too long before the next are coarser
_EARLY: Final = 48  # frames in a row that were quick before the next are finer
_COARSEST: Final = 4
_GAIN: Final = 0.8  # of the time before: what coarser frames must come down to, to be worth it


class Pace:
    """Counts what was late and what was quick.

    Attributes:
        level: 1, 2 or 4: the part of the size on screen that frames are made at.
        lead_s: how long before it is to be seen a frame must be begun; 0 where they are quick.
    """

    def __init__(self) -> None:
        self.level, self.lead_s = 1, 0.0
        self._late: list[float] = []
        self._early = 0
        self._before_s: float | None = None  # what a frame took at the level before this one
        self._futile = False

    def note(self, took_s: float, frame_s: float) -> None:
        """A frame took `took_s` to make, and `frame_s` is how long it is to be seen."""
        late = took_s > frame_s
        self.lead_s = took_s if late else 0.0
        self._late = [*self._late, took_s] if late else []
        # twice as fine has four times the pixels
        self._early = self._early + 1 if took_s < frame_s / 5 else 0
        if len(self._late) >= _LATE:
            self._go_coarser(sum(self._late) / len(self._late))
            self._late = []
        elif self._early >= _EARLY and self.level > 1:
            self.level //= 2
            self._early = 0

    def rest(self) -> None:
        """Nothing runs: there is time for all of it."""
        self.level, self.lead_s = 1, 0.0
        self._late, self._early = [], 0
        self._before_s, self._futile = None, False

    def _go_coarser(self, took_s: float) -> None:
        if self._futile:
            return
        if self._before_s is not None and took_s > _GAIN * self._before_s:
            self.level //= 2  # it is not the size that takes the time
            self._futile = True
        elif self.level < _COARSEST:
            self.level *= 2
            self._before_s = took_s
