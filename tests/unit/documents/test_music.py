from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from artstudio.documents.music import Music, MusicTrack, music_from_score
from artstudio.documents.sheet import Sheet
from artstudio.sdk import DRUMS, InvalidValue, Metre, Score, Tempo, Track, notes_array


def test_a_many_channel_track_becomes_one_track_a_channel() -> None:
    notes = np.concatenate(
        [notes_array([(0, 10, 60, 90), (20, 10, 62, 90)], 0), notes_array([(0, 5, 36, 80)], DRUMS)]
    )
    events = (
        (0, bytes([0xC9, 16])),
        (0, bytes([0xB9, 7, 99])),
        (0, bytes([0xB9, 10, 20])),
        (3, bytes([0xB9, 64, 127])),
        (5, bytes([0xB0, 64, 127])),
        (9, b"\xff\x01\x02hi"),
    )
    score = Score((Track(notes, "All", program=40, channel=0, volume=80, pan=None, events=events),))
    music = music_from_score(score, Sheet.blank().fresh_ids("track"))
    piano, drums = (track.track for track in music.tracks)
    assert [track.id for track in music.tracks] == ["t1", "t2"]
    assert (piano.channel, piano.program, piano.volume, piano.pan) == (0, 40, 80, None)
    assert (drums.channel, drums.program, drums.volume, drums.pan) == (DRUMS, 16, 99, 20)
    assert piano.notes["pitch"].tolist() == [60, 62]
    assert drums.notes["pitch"].tolist() == [36]
    assert piano.events == ((5, bytes([0xB0, 64, 127])), (9, b"\xff\x01\x02hi"))
    assert drums.events == ((3, bytes([0xB9, 64, 127])),)


def test_ordinary_and_conductor_tracks_stay_as_they_are() -> None:
    conductor = Track(conductor=True, events=((0, b"\xff\x02\x01c"),))
    tune = Track(notes_array([(0, 10, 60, 90)]), "Tune", 7, 0, 100, 30)
    score = Score((conductor, tune), 96, (Tempo(0, 400_000),), (Metre(0, 3, 4),))
    music = music_from_score(score, Sheet.blank().fresh_ids("track"))
    assert music.score() == score


def test_solo_beats_mute_and_a_conductor_is_never_heard() -> None:
    one, two, three = (MusicTrack(f"t{i}", Track()) for i in (1, 2, 3))
    conductor = MusicTrack("t4", Track(conductor=True))

    def heard(*tracks: MusicTrack) -> list[str]:
        return [track.id for track in Music(tracks=tracks).audible()]

    assert heard(one, replace(two, mute=True), three, conductor) == ["t1", "t3"]
    assert heard(one, replace(two, mute=True, solo=True), three) == ["t2"]


def test_the_clock_follows_the_maps_and_is_made_once() -> None:
    music = Music(480, tempos=(Tempo(480, 1_000_000), Tempo(0, 500_000)))
    assert music.tempos[0].tick == 0
    assert music.clock().seconds(960) == pytest.approx(1.5)
    assert music.clock() is music.clock()


def test_two_tracks_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidValue, match="same id"):
        Music(tracks=(MusicTrack("t1", Track()), MusicTrack("t1", Track())))
