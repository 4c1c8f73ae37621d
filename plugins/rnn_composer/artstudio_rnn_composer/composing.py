"""From scores to the model's bars and back: what `compose` and `continue` have in common."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from artstudio.sdk import NOTE_DTYPE, Bar, Clock, Score
from artstudio_rnn_composer.drums import beat_of, with_beat
from artstudio_rnn_composer.sampling import Listener, Network
from artstudio_rnn_composer.tokens import GRID, Piece, encode, header
from artstudio_rnn_composer.tonality import key_of
from artstudio_rnn_composer.voices import Frame, frames, piece_of, pitched
from artstudio_rnn_composer.writing import Note, Wishes, write_bars

if TYPE_CHECKING:
    from collections.abc import Iterator

_REMEMBERED_BARS = 64  # of a tune to be continued
_REMEMBERED_NOTES = 1500


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the notes of one part go: a track of the score, and about how high and loud it plays."""

    track: int
    channel: int
    pitch: float
    velocity: int


Voices = dict[int, list[Voice]]  # by part; several tracks may share one


def following_bars(score: Score, count: int) -> list[Bar]:
    """`count` bars of `score` from the first bar line at or after the end of its last note."""
    clock = Clock(score)
    bar = clock.bar_at(score.end_tick)
    if bar.start < score.end_tick:
        bar = clock.bar_at(bar.end)
    bars = [bar]
    while len(bars) < count:
        bars.append(clock.bar_at(bars[-1].end))
    return bars


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the music stands before new bars are written."""

    score: Score
    voices: Voices
    listener: Listener  # has heard the end of `score`
    metre: int = -1  # heard last

    @property
    def band(self) -> int:
        """The parts that play, as bits."""
        return sum(1 << part for part in self.voices)


def written(stand: Stand, bars: list[Bar], wishes: Wishes, seed: int) -> Iterator[tuple[int, Score]]:
    """Writes `bars`; yields after each (bars done, the score with all notes so far)."""
    score = stand.score
    shown = frames(score, bars)
    places = _Places(score.ticks_per_quarter, shown)
    new: dict[int, list[tuple[int, int, int, int, int]]] = {}
    beat = beat_of(score)
    lengths = [(frame.metre, frame.steps) for frame in shown]
    stretches = write_bars(stand.listener, lengths, stand.metre, wishes, np.random.default_rng(seed))
    done = 0
    for index, (frame, notes) in enumerate(zip(shown, stretches, strict=True)):
        if frame.start == bars[done].start:
            score = with_beat(score, beat, bars[done], bars[-1].end)
        for note in notes:
            voice = _nearest(stand.voices[note.part], note.pitch)
            start, length = places.span(index, note)
            velocity = _velocity(voice.velocity, note, frame, index)
            new.setdefault(voice.track, []).append((start, length, note.pitch, velocity, voice.channel))
        done += frame.end == bars[done].end
        yield done, _with_notes(score, new)


@dataclass(frozen=True, slots=True)
class _Places:
    """Grid positions in ticks; nothing sounds beyond the last frame."""

    ticks_per_quarter: int
    frames: list[Frame]

    def span(self, index: int, note: Note) -> tuple[int, int]:
        """Start and length of `note` of frame `index`, in ticks."""
        frame = self.frames[index]
        per_step = self.ticks_per_quarter / GRID
        start = min(frame.start + round(note.position * per_step), frame.end - 1)
        end = min(start + round(note.length * per_step), self.frames[-1].end)
        return start, max(1, end - start)


def _nearest(voices: list[Voice], pitch: int) -> Voice:
    return min(voices, key=lambda voice: abs(voice.pitch - pitch))


def _velocity(mean: int, note: Note, frame: Frame, index: int) -> int:
    """How hard to play: metric accents on a four-bar swell. The training data has only one loudness."""
    if note.position == 0:
        accent = 8
    elif 2 * note.position == frame.steps or note.position % GRID == 0:
        accent = 3
    else:
        accent = -4 if note.position % (GRID // 2) == 0 else -7
    swell = 4 * math.sin(math.pi * (index % 4 + note.position / frame.steps) / 4)
    return int(np.clip(round(mean + accent + swell), 20, 120))


def _with_notes(score: Score, new: dict[int, list[tuple[int, int, int, int, int]]]) -> Score:
    tracks = list(score.tracks)
    for index, rows in new.items():
        notes = np.array(_unoverlapped(rows), NOTE_DTYPE)
        tracks[index] = tracks[index].with_notes(np.concatenate([tracks[index].notes, notes]))
    return score.with_tracks(tuple(tracks))


def _unoverlapped(rows: list[tuple[int, int, int, int, int]]) -> list[tuple[int, int, int, int, int]]:
    """A key that is struck again was let go before: MIDI cannot hold it twice."""
    by_pitch: dict[int, list[tuple[int, int, int, int, int]]] = {}
    for row in sorted(rows):
        by_pitch.setdefault(row[2], []).append(row)
    found = []
    for line in by_pitch.values():
        for row, after in pairwise([*line, (1 << 31, 0, 0, 0, 0)]):
            if after[0] > row[0]:
                found.append((row[0], min(row[1], after[0] - row[0]), *row[2:]))
    return sorted(found)


def _voices_of(score: Score, parts: dict[int, int]) -> Voices:
    """Which track of `score` plays which part, by how it played last."""
    voices: Voices = {}
    for index, part in sorted(parts.items()):
        recent = pitched(score.tracks[index].notes)[-64:]
        voice = Voice(
            index,
            int(recent["channel"][-1]),
            float(recent["pitch"].mean()),
            round(float(recent["velocity"].mean())),
        )
        voices.setdefault(part, []).append(voice)
    return voices


def at_the_end(network: Network, score: Score, parts: dict[int, int]) -> Stand:
    """After the end of a tune whose tracks play `parts`."""
    clock = Clock(score)
    last = clock.bar_at(max(0, score.end_tick - 1))
    first = clock.bar_at(max(0, last.start - _REMEMBERED_BARS * last.length))
    shown = frames(score, clock.bars(first.start, last.end))
    piece = _recent(piece_of(score, shown, parts))
    key = key_of(piece.notes[:, 3], piece.notes[:, 4])
    listener = Listener(network)
    listener.prime(encode(piece, key, ends=False))
    return Stand(score, _voices_of(score, parts), listener, shown[-1].metre)


def _recent(piece: Piece) -> Piece:
    """The last bars of `piece` that hold no more notes than are worth remembering."""
    if len(piece.notes) <= _REMEMBERED_NOTES:
        return piece
    notes = piece.notes[-_REMEMBERED_NOTES:].copy()
    first = int(notes[0, 0])
    notes[:, 0] -= first
    return replace(piece, bars=piece.bars[first:], notes=notes)


def at_the_beginning(network: Network, score: Score, voices: Voices, style: int, key: int) -> Stand:
    """Before the first note of a piece for `voices`; `score` has their tracks."""
    stand = Stand(score, voices, Listener(network))
    for token in header(style, stand.band, key):
        stand.listener.hear(token)
    return stand
