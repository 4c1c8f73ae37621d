"""Which part of the model's music each track of a score plays, and a score as a piece on the grid."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np

from artstudio.sdk import DRUMS, Bar, Notes, Score
from artstudio_rnn_composer.tokens import (
    GRID,
    STEPS_PER_BAR,
    Piece,
    nearest_metre,
)

_CHORDAL = 1.2  # notes an onset from which a track counts as accompaniment


def parts_of(score: Score, since: int = 0) -> dict[int, int]:
    """The part of each track (by index) that has pitched notes starting at `since` ticks or later.

    The accompaniment (1) is the fullest of the chordal tracks, else the lowest; of the others the highest
    is the melody (0), the next two are inner voices (2, 3), and all further ones join the accompaniment. A
    lone track is melody when it plays one note at a time.
    """
    heard = {i: pitched(track.notes, since) for i, track in enumerate(score.tracks)}
    heard = {i: notes for i, notes in heard.items() if len(notes)}
    chords = {i: len(notes) / len(np.unique(notes["start"])) for i, notes in heard.items()}
    if len(heard) == 1:
        return {i: int(chords[i] >= _CHORDAL) for i in heard}
    if not heard:
        return {}
    height = {i: float(notes["pitch"].mean()) for i, notes in heard.items()}
    full = [i for i in heard if chords[i] >= _CHORDAL]
    ground = max(full, key=lambda i: len(heard[i])) if full else min(heard, key=lambda i: height[i])
    others = sorted((i for i in heard if i != ground), key=lambda i: -height[i])
    return {ground: 1, **dict(zip(others, (0, 2, 3), strict=False)), **dict.fromkeys(others[3:], 1)}


def pitched(notes: Notes, since: int = 0) -> Notes:
    """The notes from `since` ticks on that are not drums."""
    found: Notes = notes[(notes["channel"] != DRUMS) & (notes["start"] >= since)]
    return found


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the score that the model sees as one bar. Times in ticks."""

    start: int
    end: int
    metre: int
    steps: int


def frames(score: Score, bars: list[Bar]) -> list[Frame]:
    """`bars` of `score` as the model sees them; one longer than the grid's longest is cut in equal parts."""
    per_step = score.ticks_per_quarter / GRID
    found = []
    for bar in bars:
        pieces = max(1, math.ceil(bar.length / (STEPS_PER_BAR * per_step)))
        edges = [bar.start + bar.length * i // pieces for i in range(pieces + 1)]
        metre = nearest_metre(bar.metre.numerator, bar.metre.denominator * pieces)
        for low, high in itertools.pairwise(edges):
            steps = min(STEPS_PER_BAR, max(1, round((high - low) / per_step)))
            found.append(Frame(low, high, metre, steps))
    return found


def piece_of(
    score: Score, bars: list[Frame], parts: dict[int, int], *, style: int = 0, name: str = ""
) -> Piece:
    """The notes of `score` that start within `bars` (consecutive frames), on the grid.

    Onsets and durations are rounded to the grid; notes that fall together are kept once, the longest.
    """
    per_step = score.ticks_per_quarter / GRID
    starts = np.array([bar.start for bar in bars])
    lengths = np.array([bar.steps for bar in bars])
    rows = [np.empty((0, 5), np.int64)]
    for track, part in parts.items():
        notes = pitched(score.tracks[track].notes, bars[0].start)
        notes = notes[notes["start"] < bars[-1].end]
        index = np.searchsorted(starts, notes["start"], side="right") - 1
        position = np.rint((notes["start"] - starts[index]) / per_step).astype(np.int64)
        # Rounded up onto the next bar line: that is where it is heard, unless there is no next bar.
        late = position >= lengths[index]
        over = late & (index + 1 < len(bars))
        position = np.where(over, 0, np.where(late, lengths[index] - 1, position))
        steps = np.maximum(1, np.rint(notes["length"] / per_step)).astype(np.int64)
        columns = (index + over, position, np.full(len(notes), part), notes["pitch"], steps)
        rows.append(np.stack(columns, axis=1).astype(np.int64))
    table = np.concatenate(rows)
    table = table[np.lexsort((-table[:, 4], table[:, 3], table[:, 2], table[:, 1], table[:, 0]))]
    fresh = np.ones(len(table), bool)
    fresh[1:] = (np.diff(table[:, :4], axis=0) != 0).any(axis=1)
    return Piece(tuple((bar.metre, bar.steps) for bar in bars), table[fresh], style, name)
