"""Music block by block: the same sound as the whole at once, ending where it shall."""

from __future__ import annotations

import numpy as np

from artstudio.sdk import Clock, Score, Track, notes_array
from artstudio.sound.mixdown import FADE_FRAMES, mixdown
from artstudio.sound.notes import RATE_HZ, played
from artstudio.sound.renderer import PIECE_FRAMES, Renderer, channel_of, render

# 120 quarters a minute; the organ's second note lasts from one block into the next but one
SONG = Score(
    (
        Track(notes_array([(0, 480, 60, 100), (480 * 9, 240, 67, 80)]), volume=70, pan=20),
        Track(notes_array([(480, 240, 48, 110), (480 * 6, 480 * 12, 55, 90)]), program=19),
    )
)


def mixed(renderer: Renderer, frames: int) -> list[np.ndarray]:
    clock = Clock(SONG)
    parts = [(played(track, clock), channel_of(track)) for track in SONG.tracks]
    return list(mixdown(parts, renderer, frames))


def test_the_blocks_are_the_whole_sound_and_then_silence(renderer: Renderer) -> None:
    whole = render(SONG, renderer).samples
    frames = len(whole) + 2 * PIECE_FRAMES
    blocks = mixed(renderer, frames)
    assert all(len(block) <= PIECE_FRAMES for block in blocks)
    sound = np.concatenate(blocks)
    assert len(sound) == frames
    assert np.array_equal(sound[: len(whole)], whole)
    assert not sound[len(whole) :].any()


def test_what_sounds_on_at_the_end_fades_out(renderer: Renderer) -> None:
    frames = round(5.1 * RATE_HZ)
    sound, whole = np.concatenate(mixed(renderer, frames)), render(SONG, renderer).samples[:frames]
    assert len(sound) == frames
    assert np.array_equal(sound[:-FADE_FRAMES], whole[:-FADE_FRAMES])
    assert np.abs(whole[-500:]).max() > 0.01
    assert np.abs(sound[-500:]).max() < 0.1 * np.abs(whole[-500:]).max()
