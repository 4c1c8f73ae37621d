"""The beat goes on: the model writes pitches, so a tune's drums repeat their last bar under the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio.sdk import DRUMS, Bar, Clock, Notes, Score

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOO_MANY = 200  # notes of a bar of drums


def beat_of(score: Score) -> dict[int, Notes]:
    """By track the drum notes of the fuller of the last two bars, starts counted from its bar line.

    The very last bar may be cut short; a tune whose drums fell silent before gets none.
    """
    if score.end_tick == 0:
        return {}
    clock = Clock(score)
    last = clock.bar_at(score.end_tick - 1)
    bars = [last, clock.bar_at(max(0, last.start - 1))]
    return max((_drums_in(score, bar) for bar in bars), key=lambda beat: sum(map(len, beat.values())))


def _drums_in(score: Score, bar: Bar) -> dict[int, Notes]:
    found = {}
    for index, track in enumerate(score.tracks):
        start = track.notes["start"]
        notes = track.notes[(track.notes["channel"] == DRUMS) & (start >= bar.start) & (start < bar.end)]
        if 0 < len(notes) <= _TOO_MANY:
            notes = notes.copy()
            notes["start"] -= bar.start
            found[index] = notes
    return found


def with_beat(score: Score, beat: Mapping[int, Notes], bar: Bar, end_tick: int) -> Score:
    """`score` with `beat` in `bar`, cut off at `end_tick`."""
    tracks = list(score.tracks)
    for index, pattern in beat.items():
        notes = pattern[pattern["start"] < bar.length].copy()
        notes["start"] += bar.start
        notes["length"] = np.minimum(notes["length"], end_tick - notes["start"])
        tracks[index] = tracks[index].with_notes(np.concatenate([tracks[index].notes, notes]))
    return score.with_tracks(tuple(tracks))
