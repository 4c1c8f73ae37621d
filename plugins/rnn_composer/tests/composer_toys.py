"""Toy music."""

from __future__ import annotations

import io

import mido
import numpy as np

from artstudio.sdk import Key, Metre, Score, Tempo, Track, notes_array
from artstudio_rnn_composer.tokens import Piece


def toy_piece(bars: int = 8, seed: int = 0, name: str = "toy") -> Piece:
    """A melody in quarters over held basses, in C."""
    chance = np.random.default_rng(seed)
    rows = []
    for bar in range(bars):
        root = int(chance.choice([48, 53, 55]))
        for beat in range(4):
            rows.append((bar, 12 * beat, 0, root + 12 + int(chance.choice([0, 4, 7])), 12))
        rows.append((bar, 0, 1, root, 48))
    return Piece(((2, 48),) * bars, np.array(sorted(rows), np.int64), 1, name)


def toy_tune(bars: int = 4, ticks_per_quarter: int = 480) -> Score:
    """A two-track tune with all that must survive: names, programs, maps, events, a doubled note."""
    quarter = ticks_per_quarter
    melody = [(i * quarter, quarter, 60 + (0, 4, 7, 12)[i % 4], 90) for i in range(4 * bars)]
    melody.append(melody[0])
    bass = [(i * 4 * quarter, 4 * quarter, pitch, 70) for i in range(bars) for pitch in (36, 48)]
    return Score(
        (
            Track(events=((0, b"\xff\x02\x01c"),), conductor=True),
            Track(notes_array(melody, 2), "Flöte", 73, 2, volume=99, events=((7, b"\xb2\x40\x7f"),)),
            Track(notes_array(bass, 3), "Bass", 33, 3, pan=20),
        ),
        ticks_per_quarter,
        (Tempo(0, 600_000), Tempo(2 * quarter, 500_000)),
        (Metre(0, 4, 4),),
        (Key(0, "C"),),
    )


def midi_bytes(notes: int = 32, *, name: str = "") -> bytes:
    """A small MIDI file."""
    midi = mido.MidiFile()
    track = midi.add_track(name)
    track.append(mido.MetaMessage("time_signature", numerator=3, denominator=4))
    for i in range(notes):
        track.append(mido.Message("note_on", note=60 + i * 5 % 12, velocity=64, time=0))
        track.append(mido.Message("note_off", note=60 + i * 5 % 12, time=240))
    buffer = io.BytesIO()
    midi.save(file=buffer)
    return buffer.getvalue()
