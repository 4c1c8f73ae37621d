"""What a synthesizer has to play: a track's notes in frames of sound, all musical time resolved."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
import numpy.typing as npt

from artstudio.sdk import DRUMS, Clock, Track

RATE_HZ = 44_100
PLAYED_DTYPE = np.dtype(
    [
        ("start", "<i8"),  # frames
        ("length", "<i4"),  # frames
        ("pitch", "u1"),
        ("velocity", "u1"),
        ("program", "u1"),
        ("bank", "<u2"),  # 128 is the drum kits
        ("gain", "<f4"),  # of the controllers volume and expression at its start
    ]
)
Played = npt.NDArray[np.void]
DRUM_BANK = 128
USUAL_VOLUME, USUAL_EXPRESSION = 100, 127
BANK, VOLUME, EXPRESSION, PEDAL = 0, 7, 11, 64
Changes = list[tuple[int, int]]


def volume_gain(value: float) -> float:
    """The factor of amplitude for a MIDI volume, expression or velocity of 0-127, as General MIDI asks."""
    return (value / 127) ** 2


def single_note(pitch: int, velocity: int, program: int, channel: int, seconds: float) -> Played:
    """One note at the beginning, to be heard when it is clicked."""
    out = np.zeros(1, PLAYED_DTYPE)
    bank = DRUM_BANK if channel == DRUMS else 0
    out[0] = (0, max(1, round(seconds * RATE_HZ)), pitch, velocity, program, bank, 1.0)
    return out


def played(track: Track, clock: Clock) -> Played:
    """The notes of `track`, with its program changes, banks, volume changes, expression and pedal resolved.

    The track's own `volume` and `pan` are left to the mixer. Bends are not played.
    """
    notes = track.notes
    out = np.zeros(len(notes), PLAYED_DTYPE)
    ends = notes["start"].astype(np.int64) + notes["length"]
    for channel in np.unique(notes["channel"]).tolist():
        own = notes["channel"] == channel
        starts = notes["start"][own]
        changes = _Changes(track, channel)
        program = track.program if channel == track.channel else 0
        volume = (track.volume if channel == track.channel else None) or USUAL_VOLUME
        out["program"][own] = changes.at(starts, changes.programs, program)
        out["bank"][own] = DRUM_BANK if channel == DRUMS else changes.at(starts, changes.controls(BANK), 0)
        volumes = changes.at(starts, changes.controls(VOLUME), volume)
        swells = changes.at(starts, changes.controls(EXPRESSION), USUAL_EXPRESSION)
        out["gain"][own] = (volumes / volume * swells / USUAL_EXPRESSION) ** 2
        if pedal := changes.controls(PEDAL):
            ends[own] = [_lifted(end, pedal) for end in ends[own].tolist()]
    out["start"] = np.rint(clock.seconds_of(notes["start"]) * RATE_HZ)
    lengths = np.rint(clock.seconds_of(ends) * RATE_HZ) - out["start"]
    out["length"] = np.minimum(lengths, 2**31 - 1).clip(1)
    out["pitch"], out["velocity"] = notes["pitch"], notes["velocity"]
    return out


class _Changes:
    """The controllers and programs of one channel, in order of time."""

    def __init__(self, track: Track, channel: int) -> None:
        own = [(tick, raw) for tick, raw in track.events if raw and raw[0] & 15 == channel]
        self.programs: Changes = [(tick, raw[1]) for tick, raw in own if raw[0] & 0xF0 == 0xC0]
        self._controls = [(tick, raw[1], raw[2]) for tick, raw in own if raw[0] & 0xF0 == 0xB0]

    def controls(self, number: int) -> Changes:
        return [(tick, value) for tick, which, value in self._controls if which == number]

    @staticmethod
    def at(ticks: npt.NDArray[np.int32], changes: Changes, before: int) -> npt.NDArray[np.int64]:
        """The value that holds at each of `ticks`."""
        values = np.array([before, *(value for _tick, value in changes)], np.int64)
        return values[np.searchsorted([tick for tick, _value in changes], ticks, "right")]


def _lifted(end: int, pedal: Changes) -> int:
    """Where a note that is let go at `end` falls silent: at once, or when the pedal goes up."""
    place = bisect_right(pedal, (end, 127))
    if place == 0 or pedal[place - 1][1] < 64:
        return end
    return next((tick for tick, value in pedal[place:] if value < 64), max(end, pedal[-1][0]))
