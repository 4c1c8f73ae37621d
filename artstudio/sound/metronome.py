"""Clicks on the beats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio.sound.mix import Piece, Stem
from artstudio.sound.notes import RATE_HZ

if TYPE_CHECKING:
    from artstudio.sdk import Clock

CLICK_S = 0.03
BEAT_HZ, DOWNBEAT_HZ = 1_000, 1_600
BEAT_LEVEL, DOWNBEAT_LEVEL = 0.25, 0.4


def clicks(clock: Clock, end_tick: int) -> Stem:
    """A click on each beat of every bar up to `end_tick`, a higher and louder one on the first."""
    downbeat, beat = _click(DOWNBEAT_HZ, DOWNBEAT_LEVEL), _click(BEAT_HZ, BEAT_LEVEL)
    pieces = []
    for bar in clock.bars(0, end_tick):
        for number in range(bar.metre.numerator):
            tick = bar.start + number * clock.ticks_per_quarter * 4 / bar.metre.denominator
            if tick < min(bar.end, max(1, end_tick)):  # a change of metre may cut a bar short
                pieces.append((round(clock.seconds(tick) * RATE_HZ), beat if number else downbeat))
    return Stem(tuple(pieces))


def _click(pitch_hz: float, level: float) -> Piece:
    seconds = np.arange(round(CLICK_S * RATE_HZ)) / RATE_HZ
    wave = np.sin(2 * np.pi * pitch_hz * seconds) * np.exp(-seconds / (CLICK_S / 6))
    return Piece(np.repeat(np.rint(wave * 32_767).astype("<i2")[:, None], 2, axis=1), level / 32_767)
