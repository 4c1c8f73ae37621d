"""How coarse a film is shown so that it keeps up with its sound."""

from __future__ import annotations

from typing import Final

_LATE: Final = 3  # frames in a row that took too long before the next are coarser
_EARLY: Final = 48  # frames in a row that were quick before the next are finer
_COARSEST: Final = 4


class Pace:
    """Counts what was late and what was quick.

    Attributes:
        level: 1, 2 or 4: the part of the size on screen that frames are made at.
    """

    def __init__(self) -> None:
        self.level = 1
        self._late = self._early = 0

    def note(self, took_s: float, frame_s: float) -> None:
        """A frame took `took_s` to make, and `frame_s` is how long it is to be seen."""
        self._late = self._late + 1 if took_s > frame_s else 0
        # twice as fine has four times the pixels
        self._early = self._early + 1 if took_s < frame_s / 5 else 0
        if self._late >= _LATE and self.level < _COARSEST:
            self.level *= 2
            self._late = 0
        elif self._early >= _EARLY and self.level > 1:
            self.level //= 2
            self._early = 0

    def rest(self) -> None:
        """Nothing runs: there is time for all of it."""
        self.level = 1
        self._late = self._early = 0
