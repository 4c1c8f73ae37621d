from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from artstudio.sdk import DRUMS
from artstudio.sound.notes import RATE_HZ, Played, single_note

if TYPE_CHECKING:
    from artstudio.sound.mix import Samples
    from artstudio.sound.synth import Synth


def pitch_hz(sound: Samples, near_hz: float) -> float:
    """The fundamental within a semitone of `near_hz` whose first overtones are strongest."""
    mono = sound.sum(axis=1)[4_000:70_000]
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(len(mono)), 1 << 18))
    bins = np.fft.rfftfreq(1 << 18, 1 / RATE_HZ)
    candidates = near_hz * 2 ** (np.arange(-100, 101) / 1200)
    strength = sum(np.interp(candidates * overtone, bins, spectrum) for overtone in range(1, 6))
    return float(candidates[int(np.argmax(strength))])


@pytest.mark.parametrize("program", [0, 24, 40, 56, 73])
@pytest.mark.parametrize("pitch", [48, 60, 69, 84])
def test_notes_are_in_tune(synth: Synth, program: int, pitch: int) -> None:
    wanted = 440 * 2 ** ((pitch - 69) / 12)
    found = pitch_hz(synth.render(single_note(pitch, 100, program, 0, 2.0)), wanted)
    assert abs(1200 * np.log2(found / wanted)) < 15  # cents; vibrato in the samples takes most of it


def test_velocity_is_loudness(synth: Synth) -> None:
    peaks = [np.abs(synth.render(single_note(60, velocity, 0, 0, 0.5))).max() for velocity in (30, 64, 127)]
    assert peaks[0] < peaks[1] / 2 < peaks[2] / 4
    assert peaks[2] < 1


def test_a_note_fades_after_it_ends_and_does_not_click(synth: Synth) -> None:
    sound = np.abs(synth.render(single_note(60, 100, 19, 0, 1.0))).max(axis=1)
    held, tail = sound[RATE_HZ // 2 : RATE_HZ].max(), sound[RATE_HZ:]
    assert 0.01 * RATE_HZ < len(tail) < 3 * RATE_HZ
    assert tail[:200].max() > held / 4
    assert tail[-100:].max() < held / 100


def test_long_notes_go_round_their_loop(synth: Synth) -> None:
    sound = synth.render(single_note(69, 100, 48, 0, 12.0))
    assert np.abs(sound[11 * RATE_HZ : 12 * RATE_HZ]).max() > 0.05


def test_channel_ten_is_the_drum_kit(synth: Synth) -> None:
    snare = synth.render(single_note(38, 100, 0, DRUMS, 2.0))
    piano = synth.render(single_note(38, 100, 0, 0, 2.0))
    assert np.abs(snare).max() > 0.1
    assert len(snare) < RATE_HZ < len(piano)  # a stroke ends by itself


def test_a_closed_hi_hat_ends_the_open_one(synth: Synth) -> None:
    open_hat, closed = single_note(46, 120, 0, DRUMS, 0.1), single_note(42, 1, 0, DRUMS, 0.1)
    closed["start"] = RATE_HZ // 4
    open_hat["length"] = 2 * RATE_HZ
    alone = synth.render(open_hat)
    both = synth.render(np.concatenate([open_hat, closed]))
    assert len(both) < RATE_HZ // 2 < len(alone)
    assert np.abs(both[: RATE_HZ // 4]).max() > 0.01


def test_a_note_sounds_the_same_whatever_came_before(synth: Synth, soundfont: object) -> None:
    notes: list[Played] = [single_note(60, 100, 0, 0, seconds) for seconds in (0.3, 4.0, 0.3)]
    first, _long, again = (synth.render(note) for note in notes)
    assert np.array_equal(first, again)
    assert len(synth.render(notes[0][:0])) == 0


def test_unknown_programs_and_banks_sound_anyway(synth: Synth) -> None:
    note = single_note(60, 100, 127, 0, 0.5)
    note["bank"] = 77
    assert np.abs(synth.render(note)).max() > 0


def test_keys_beyond_an_instruments_samples_sound(synth: Synth) -> None:
    whistle = 78  # the font has no sample of it from 79 to 101
    wanted = 440 * 2 ** ((90 - 69) / 12)
    assert (
        abs(1200 * np.log2(pitch_hz(synth.render(single_note(90, 100, whistle, 0, 2.0)), wanted) / wanted))
        < 30
    )
