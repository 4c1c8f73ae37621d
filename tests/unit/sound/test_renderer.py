from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import numpy as np
import psutil
import pytest

from artstudio.sdk import DRUMS, Clock, InvalidValue, Metre, Score, StudioError, Tempo, Track, notes_array
from artstudio.sound.notes import RATE_HZ, played
from artstudio.sound.renderer import Renderer, SoundFailed, render

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.sound.mix import Samples

SONG = Score(
    (
        Track(notes_array([(0, 480, 60, 100), (480, 480, 64, 100), (960, 960, 67, 100)])),
        Track(notes_array([(0, 240, 36, 110), (960, 240, 38, 110)], DRUMS), channel=DRUMS),
    )
)


def onset_s(sound: Samples) -> float:
    return float(np.flatnonzero(np.abs(sound).max(axis=1) > 1e-3)[0] / RATE_HZ)


def test_a_song_has_a_good_level(renderer: Renderer) -> None:
    audio = render(SONG, renderer)
    assert 2.0 < audio.seconds < 8.0
    assert audio.rate_hz == RATE_HZ
    assert np.abs(audio.samples).max() < 1
    assert 20 * np.log10(np.sqrt((audio.samples**2).mean())) > -40


def test_the_same_song_gives_the_same_samples(renderer: Renderer, soundfont: Path) -> None:
    other = Renderer(soundfont)
    try:
        render(Score((Track(notes_array([(0, 9000, 60, 90)])),)), other)  # a past that must not show
        assert render(SONG, other) == render(SONG, renderer)
    finally:
        other.close()


def test_the_tempo_map_and_metre_place_notes(renderer: Renderer) -> None:
    score = Score(
        (Track(notes_array([(7 * 240, 480, 60, 127)])),),
        tempos=(Tempo(0, 300_000), Tempo(3 * 240, 800_000)),
        metres=(Metre(0, 7, 8),),
    )
    assert Clock(score).bar_at(7 * 240).number == 1
    expected = 1.5 * 0.3 + 2 * 0.8
    assert onset_s(render(score, renderer).samples) == pytest.approx(expected, abs=0.005)


def test_seven_four_sounds_in_every_bar(renderer: Renderer) -> None:
    rows = [(beat * 480, 400, 60 + beat % 7, 100) for beat in range(14)]
    sound = render(Score((Track(notes_array(rows)),), metres=(Metre(0, 7, 4),)), renderer).samples
    for beat in range(14):
        assert np.abs(sound[beat * RATE_HZ // 2 :][: RATE_HZ // 2]).max() > 0.02


def test_volume_and_pan_of_a_track(renderer: Renderer) -> None:
    notes = notes_array([(0, 960, 60, 100)])
    plain = render(Score((Track(notes, program=73),)), renderer).samples
    left = render(Score((Track(notes, program=73, pan=0),)), renderer).samples
    half = render(Score((Track(notes, program=73, volume=50),)), renderer).samples
    assert np.abs(left[:, 1]).max() < 1e-6 < np.abs(left[:, 0]).max()
    assert np.abs(half).max() == pytest.approx(np.abs(plain).max() / 4, rel=0.02)
    assert renderer.requests == 1  # none of it is rendered again


def test_only_what_changed_is_rendered_again(renderer: Renderer) -> None:
    rows = [(beat * 480, 400, 60, 100) for beat in range(64)]  # 32 s: eight stretches
    first = Track(notes_array(rows))
    clock = Clock(Score((first,)))
    list(renderer.stems([first], clock))
    assert renderer.requests == 1  # all eight are alike
    rows[40] = (40 * 480, 400, 61, 100)
    *_growing, (stem,) = renderer.stems([first.with_notes(notes_array(rows))], clock)
    assert renderer.requests == 2
    assert len(stem.pieces) == 8


def test_the_sound_grows_from_the_playhead(renderer: Renderer) -> None:
    rows = [(beat * 480, 400, 40 + beat, 100) for beat in range(24)]  # 12 s: three stretches
    tracks = [Track(notes_array(rows)), Track(notes_array(rows[:1]), program=40)]
    grown = list(renderer.stems(tracks, Clock(Score(tuple(tracks))), first_s=5.0))
    begins = [[start // RATE_HZ for start, _piece in melody.pieces] for melody, _strings in grown]
    assert begins == [[], [4], [4, 8], [0, 4, 8]]
    assert [len(strings.pieces) for _melody, strings in grown] == [0, 0, 0, 1]
    assert [len(melody.gaps) for melody, _strings in grown] == [3, 2, 1, 0]
    assert [len(strings.gaps) for _melody, strings in grown] == [1, 1, 1, 0]


def test_a_note_held_at_the_playhead_is_there_from_the_start(renderer: Renderer) -> None:
    held, short = (0, 480 * 12, 50, 100), [(beat * 480, 400, 60, 100) for beat in range(1, 24)]
    track = Track(notes_array([held, *short]))
    first = list(renderer.stems([track], Clock(Score((track,))), first_s=5.0))[1]
    assert [start for start, _piece in first[0].pieces] == [0]
    last_ends = round((7.5 + 400 / 960) * RATE_HZ)
    assert first[0].gaps[0].tolist() == [4 * RATE_HZ, 4 * RATE_HZ, last_ends]


def test_programs_pedal_and_expression_change_on_the_way() -> None:
    track = Track(
        notes_array([(0, 100, 60, 90), (480, 100, 60, 90), (960, 100, 60, 90)], 2),
        program=5,
        channel=2,
        events=(
            (400, b"\xc2\x28"),
            (470, b"\xb2\x40\x7f"),
            (900, b"\xb2\x0b\x40"),
            (900, b"\xb3\x0b\x00"),
            (940, b"\xb2\x40\x00"),
        ),
    )
    notes = played(track, Clock(Score((track,))))
    assert notes["program"].tolist() == [5, 40, 40]
    assert notes["gain"].tolist() == pytest.approx([1, 1, (64 / 127) ** 2])
    per_tick = RATE_HZ * 0.5 / 480
    assert (notes["length"] / per_tick).round().tolist() == [100, 460, 100]


def test_a_crashed_helper_is_started_again(renderer: Renderer) -> None:
    render(SONG, renderer)
    (helper,) = psutil.Process().children()
    helper.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    helper.wait()
    other = Score((Track(notes_array([(0, 480, 72, 100)])),))
    assert np.abs(render(other, renderer).samples).max() > 0.01


def test_a_helper_that_cannot_work_is_a_sentence(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false" if os.name != "nt" else "where.exe")
    with pytest.raises(SoundFailed, match="ended twice"):
        render(SONG, renderer)


def test_a_bad_soundfont_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.sf2"
    path.write_bytes(b"nothing")
    renderer = Renderer(path)
    try:
        with pytest.raises(StudioError, match=r"bad\.sf2 is no SoundFont"):
            render(SONG, renderer)
    finally:
        renderer.close()


def test_the_helper_ends_with_its_owner(renderer: Renderer) -> None:
    render(SONG, renderer)
    (helper,) = psutil.Process().children()
    renderer.close()
    assert not helper.is_running()


def test_the_helper_ends_when_its_owner_is_killed(renderer: Renderer) -> None:
    render(SONG, renderer)
    assert renderer._helper is not None
    assert renderer._helper.stdin is not None
    renderer._helper.stdin.close()  # what the system does for a killed process
    assert renderer._helper.wait(5) == 0


def test_endless_music_is_refused(renderer: Renderer) -> None:
    score = Score((Track(notes_array([(480 * 60 * 60 * 5, 480, 60, 100)])),))
    with pytest.raises(InvalidValue, match="longer than 2 hours"):
        render(score, renderer)


def test_an_empty_score_is_silence(renderer: Renderer) -> None:
    assert render(Score(), renderer).seconds == 0
