"""Writes bars: the network proposes, the rules of the token stream dispose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio_rnn_composer.tokens import (
    BAR,
    CLOSE,
    CLOSING,
    DUR,
    DURATIONS,
    END,
    FULLNESS,
    GRID,
    LOWEST,
    METRE,
    NOTE,
    PARTS,
    PITCHES,
    POS,
    SIZE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_rnn_composer.sampling import Floats, Listener

Mask = npt.NDArray[np.bool_]
_NOTES_A_QUARTER = 16  # at most: what the fullest music in the data reaches
_NOTES_AT_ONCE = 10  # of one part: two hands
_ATTEMPTS = 4  # at a bar that only repeats others
_LOOK_BACK = 8  # bars, of which a new one may be like at most `_OFTEN`, and not like both of the last
_OFTEN = 3
_REST_BARS = 2  # that a part may pause; from then on it is called in, more urgently with every bar
_CALL = 1.0  # nats a bar
_DENSITY_STRENGTH = 5.0  # how far the density wish can push a bar's fullness, in nats a level


@dataclass(frozen=True, slots=True)
class Note:
    """A note on the grid: `position` within its bar and `length` in steps."""

    position: int
    part: int
    pitch: int
    length: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to write. `density` 0-1 (0.5 as the model likes it); `band` the parts that may play, as bits."""

    temperature: float = 1.0
    top_p: float = 0.95
    density: float = 0.5
    band: int = 0b0011
    closes: bool = False  # the last bar is the end of the music


def write_bars(
    listener: Listener,
    bars: Sequence[tuple[int, int]],
    metre_now: int,
    wishes: Wishes,
    chance: np.random.Generator,
) -> Iterator[list[Note]]:
    """Writes one bar after the other; none is empty, and none is repeated too often.

    Args:
        listener: has heard all that comes before.
        bars: (index of the metre, length in steps) of each bar to write.
        metre_now: the metre the listener heard last, -1 for none.
        wishes: how to write.
        chance: every random choice is drawn from it.
    """
    written: list[list[Note]] = []
    for index, (metre, steps) in enumerate(bars):
        if metre != metre_now:
            listener.hear(METRE + metre)
            metre_now = metre
        left = len(bars) - 1 - index
        if wishes.closes and left < CLOSING:
            listener.hear(CLOSE + left)
        call = _calls(written, wishes.band)
        listener, notes = _unlike(written[-_LOOK_BACK:], listener, steps, wishes, call, chance)
        written.append(notes)
        yield notes


def _calls(written: list[list[Note]], band: int) -> Floats:
    """What is added to the scores so that no part of `band` is silent for long (SIZE,)."""
    call = np.zeros(SIZE, np.float32)
    for part in range(PARTS):
        rests = 0
        for notes in reversed(written):
            if any(note.part == part for note in notes):
                break
            rests += 1
        if band >> part & 1 and rests > _REST_BARS:
            call[NOTE + part * PITCHES : NOTE + (part + 1) * PITCHES] = _CALL * (rests - _REST_BARS)
    return call


def _unlike(
    before: list[list[Note]],
    listener: Listener,
    steps: int,
    wishes: Wishes,
    call: Floats,
    chance: np.random.Generator,
) -> tuple[Listener, list[Note]]:
    """A bar that has not been heard too often just `before`, and the listener that has heard it."""
    attempt = 0
    while True:
        trial = listener.copy()
        # A second attempt is bolder and does not look at what came next the last time.
        bolder = replace(wishes, temperature=wishes.temperature + 0.15 * attempt)
        notes = _write_bar(trial, steps, bolder, call, chance, use_hint=attempt == 0)
        attempt += 1
        if attempt == _ATTEMPTS or (before[-2:] != [notes, notes] and before.count(notes) < _OFTEN):
            return trial, notes


def _write_bar(
    listener: Listener,
    steps: int,
    wishes: Wishes,
    call: Floats,
    chance: np.random.Generator,
    *,
    use_hint: bool,
) -> list[Note]:
    levels = np.arange(len(FULLNESS) + 1)
    scores = listener.scores.copy()
    scores[BAR : BAR + len(levels)] += _DENSITY_STRENGTH * (2 * wishes.density - 1) * levels / 2
    full = np.zeros(SIZE, bool)
    full[BAR + 1 : BAR + len(levels)] = True  # an empty bar is no answer to a wish for music
    listener.hear(_draw(scores, full, wishes, chance), use_hint=use_hint)

    playable = _playable(wishes.band)
    # Durations are drawn as they are: cooled like pitches they would shrink to eighths and quarters.
    rhythm = replace(wishes, temperature=max(1.0, wishes.temperature), top_p=1.0)
    most = max(1, steps * _NOTES_A_QUARTER // GRID)
    notes: list[Note] = []
    position, last, together = -1, END, 0
    while len(notes) < most:
        allowed = np.zeros(SIZE, bool)
        if position >= 0 and last == END:
            allowed[:] = playable  # a position is followed by a note
        else:
            allowed[POS + position + 1 : POS + steps] = True
            allowed[END] = bool(notes)
            if position >= 0 and together < _NOTES_AT_ONCE:
                allowed[last + 1 :] |= playable[last + 1 :]
        token = _draw(_with_bar_over(listener.scores) + call, allowed, wishes, chance)
        if token == END:
            break
        if token < NOTE:
            position, last, together = token - POS, END, 0
            listener.hear(token, use_hint=use_hint)
            continue
        listener.hear(token, use_hint=use_hint)
        length = np.zeros(SIZE, bool)
        length[DUR:NOTE] = True
        spoken = _draw(listener.scores, length, rhythm, chance)
        listener.hear(spoken, use_hint=use_hint)
        part, pitch = divmod(token - NOTE, PITCHES)
        together = together + 1 if last != END and (last - NOTE) // PITCHES == part else 1
        last = token
        notes.append(Note(position, part, pitch + LOWEST, DURATIONS[spoken - DUR]))
    return notes


def _playable(band: int) -> Mask:
    mask = np.zeros(SIZE, bool)
    for part in range(PARTS):
        if band >> part & 1:
            mask[NOTE + part * PITCHES : NOTE + (part + 1) * PITCHES] = True
    return mask


def _with_bar_over(scores: Floats) -> Floats:
    """All tokens that can follow a finished bar count together, as END."""
    scores = scores.copy()
    over = np.concatenate([scores[:1], scores[METRE:POS]])
    scores[END] = np.logaddexp.reduce(over)
    return scores


def _draw(scores: Floats, allowed: Mask, wishes: Wishes, chance: np.random.Generator) -> int:
    """One of the `allowed` tokens, from the likeliest that together reach `top_p`."""
    tokens = np.flatnonzero(allowed)
    wanted = scores[tokens].astype(np.float64) / wishes.temperature
    order = np.argsort(-wanted, kind="stable")
    weights = np.exp(wanted[order] - wanted[order[0]])
    total = np.cumsum(weights)
    kept = int(np.searchsorted(total, wishes.top_p * total[-1])) + 1
    at = np.searchsorted(total[:kept], chance.random() * total[min(kept, len(total)) - 1], side="right")
    return int(tokens[order[min(int(at), kept - 1, len(tokens) - 1)]])
