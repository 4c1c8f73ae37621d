"""Three minutes, played as an artist would hear them, and measured."""

from __future__ import annotations

import numpy as np
import pytest

from artstudio.sdk import Clock, Metre, Score, Tempo, Track, notes_array
from artstudio.sound.mix import Mix, Samples
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.renderer import Renderer, channel_of
from artstudio.sound.transport import Transport

WOODBLOCK = 115
BLOCK = 2048
TEMPOS = (Tempo(0, 500_000), Tempo(480 * 61, 412_345), Tempo(480 * 200, 777_777))
SCORE = Score(
    (
        Track(
            notes_array([(at, 60, 60 + at // 480 % 12, 120) for at in range(0, 480 * 322, 480 * 7)]),
            program=WOODBLOCK,
        ),
        Track(notes_array([(480 * 3, 480, 76, 60)], 1), program=WOODBLOCK, channel=1),
    ),
    tempos=TEMPOS,
    metres=(Metre(0, 7, 8), Metre(480 * 70, 3, 4)),
)


def onsets_s(sound: Samples) -> list[float]:
    """Where the level over 2 ms rises to ten times what it was 20 ms before."""
    frame = RATE_HZ // 500
    sound = np.concatenate([np.zeros((10 * frame, 2), np.float32), sound])
    level = np.abs(sound[: len(sound) // frame * frame]).max(axis=1).reshape(-1, frame).max(axis=1) + 1e-4
    rises = np.flatnonzero((level[10:] > 0.005) & (level[10:] > 10 * level[:-10]))
    return [float(at) * frame / RATE_HZ for at in rises[np.diff(rises, prepend=-100) > 50]]


@pytest.fixture
def listened(renderer: Renderer) -> tuple[Samples, Mix]:
    """All of it through the transport, each stretch swapped in when the playhead stands before it."""
    transport, clock = Transport(), Clock(SCORE)
    growing = renderer.stems(SCORE.tracks, clock)
    blocks = []
    mix = Mix()

    def grow() -> Mix:
        mix = Mix(tuple(zip(next(growing), map(channel_of, SCORE.tracks), strict=True)))
        transport.set_mix(mix, clock.seconds(SCORE.end_tick))
        return mix

    mix = grow()
    transport.play()
    while transport.playing:
        block = transport.fill(BLOCK)
        if transport.starving:
            mix = grow()
        else:
            blocks.append(block)
    return np.concatenate(blocks), mix


def test_every_note_sounds_when_the_clock_says(listened: tuple[Samples, Mix]) -> None:
    clock = Clock(SCORE)
    due = sorted(clock.seconds(int(tick)) for track in SCORE.tracks for tick in track.notes["start"])
    assert due[-1] > 177
    sound, mix = listened
    heard = onsets_s(sound)
    assert len(heard) == len(due)
    assert np.abs(np.array(heard) - due).max() < 0.010
    loudest = float(np.abs(sound).max())
    assert 0.05 < loudest < 1
    direct = np.zeros_like(sound)
    mix.add_to(direct, 0)
    steepest = float(np.abs(np.diff(direct, axis=0)).max())
    assert float(np.abs(np.diff(sound, axis=0)).max()) < 1.1 * steepest  # a click would be steeper
