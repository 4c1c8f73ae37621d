import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from composer_toys import midi_bytes, toy_tune

from artstudio.sdk import BadFile, Clock, Metre, Notice, Score, Track, notes_array
from artstudio_rnn_composer.data import Corpus, aligned, midi_piece, read_corpus, read_midi, set_aside
from artstudio_rnn_composer.voices import frames, parts_of, piece_of


def read(*paths: Path) -> tuple[Corpus, list[str]]:
    notices: list[str] = []
    reading = read_corpus(paths)
    while True:
        try:
            event = next(reading)
        except StopIteration as end:
            return end.value, notices
        if isinstance(event, Notice):
            notices.append(event.sentence)


def test_a_hostile_folder_is_read_around(tmp_path: Path) -> None:
    good = midi_bytes()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "good.mid").write_bytes(good)
    (tmp_path / "also good.MIDI").write_bytes(good)
    (tmp_path / "empty.mid").write_bytes(b"")
    (tmp_path / "noise.mid").write_bytes(np.random.default_rng(1).bytes(5000))
    (tmp_path / "cut.mid").write_bytes(good[: len(good) // 2])
    (tmp_path / "silent.mid").write_bytes(midi_bytes(0))
    (tmp_path / "huge.mid").write_bytes(b"MThd\x00\x00\x00\x06\x00\x01\xff\xff\xff\xff")
    (tmp_path / "list.json").write_text("[[[[")
    (tmp_path / "odd.json").write_text('{"train": [[1, 2]], "valid": 3}')
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no")
    (tmp_path / "picture.png").write_bytes(b"not music, not read")
    corpus, notices = read(tmp_path)
    names = {piece.name for piece in (*corpus.train, *corpus.held_out)}
    assert {"good.mid", "also good.MIDI"} <= names
    assert len(notices) == 1
    assert "more" in notices[0]
    assert len(corpus.held_out) >= 1


def test_a_zip_that_leads_out_of_itself_is_refused_whole(tmp_path: Path) -> None:
    for bad in ("../evil.mid", "/etc/evil.mid", "a/../../evil.mid", "C:\\evil.mid"):
        with zipfile.ZipFile(tmp_path / "music.zip", "w") as archive:
            archive.writestr("good.mid", midi_bytes())
            archive.writestr(bad, midi_bytes())
        with pytest.raises(BadFile, match="leads out of it"):
            read(tmp_path / "music.zip")


def test_midi_in_a_zip_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "music.zip", "w") as archive:
        for i in range(30):
            archive.writestr(f"songs/{i}.mid", midi_bytes())
    corpus, notices = read(tmp_path)
    aside = {f"songs/{i}.mid" for i in range(30) if set_aside(f"{i}.mid")}
    assert aside
    assert {piece.name for piece in corpus.held_out} == aside
    assert len(corpus.train) == 30 - len(aside)
    assert notices == []


def test_one_piece_is_split_so_that_something_is_held_out(tmp_path: Path) -> None:
    (tmp_path / "only.mid").write_bytes(midi_bytes(60))
    corpus, _ = read(tmp_path)
    (learned,), (judged,) = corpus.train, corpus.held_out
    assert len(learned.notes) + len(judged.notes) == 60
    assert len(learned.notes) > len(judged.notes) > 0
    assert judged.notes[0, 0] == 0


@pytest.mark.parametrize("content", [{}, {"readme.txt": b"hello"}, {"bad.mid": b"x"}])
def test_no_music_is_said_plainly(tmp_path: Path, content: dict[str, bytes]) -> None:
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(BadFile, match="no music to learn from"):
        read(tmp_path)
    with pytest.raises(BadFile, match="there is no"):
        read(tmp_path / "nowhere")


def test_chorales_have_four_parts_and_their_own_split(tmp_path: Path) -> None:
    # A beat's upbeat, a bar, and a last chord on the next downbeat.
    steps = [[67, 62, 59, 55]] * 4 + [[72, 64, 60, 48]] * 16 + [[71, 62, -1, 43]] * 12
    (tmp_path / "chorales.json").write_text(json.dumps({"train": [steps], "valid": [], "test": [steps]}))
    corpus, _ = read(tmp_path)
    assert len(corpus.train) == len(corpus.held_out) == 1
    notes = corpus.train[0].notes.tolist()
    assert notes[0] == [0, 36, 0, 67, 12]  # the upbeat is the first bar's last beat
    assert [row for row in notes if row[0] == 1] == [
        [1, 0, 0, 72, 48], [1, 0, 1, 48, 48], [1, 0, 2, 64, 48], [1, 0, 3, 60, 48],
    ]  # fmt: skip
    assert len([row for row in notes if row[0] == 2]) == 3  # the tenor is silent


def test_an_upbeat_goes_before_the_bar_line() -> None:
    rows = [(0, 480, 67, 80)]
    for bar in range(6):
        start = 480 + bar * 1920
        rows += [(start, 1920, 36, 80), *((start + i * 480, 480, 60 + i, 80) for i in range(4))]
    score = Score((Track(notes_array(rows)),), metres=(Metre(0, 4, 4), Metre(9600 + 480, 3, 4)))
    moved = aligned(score)
    assert moved.tracks[0].notes["start"][:2].tolist() == [1440, 1920]
    assert moved.metres[1].tick == 9600 + 1920
    assert aligned(moved) == moved


def test_tracks_find_their_parts() -> None:
    tune = toy_tune()
    assert parts_of(tune) == {1: 0, 2: 1}
    alone = tune.with_tracks(tune.tracks[1:2])
    assert parts_of(alone) == {0: 0}
    assert parts_of(tune.with_tracks(tune.tracks[2:])) == {0: 1}  # chords: an accompaniment
    drums = Track(notes_array([(0, 10, 36, 90)], channel=9))
    assert parts_of(tune.with_tracks((drums,))) == {}
    many = tuple(Track(notes_array([(0, 480, pitch, 80), (480, 480, pitch, 80)])) for pitch in range(40, 52))
    parts = parts_of(tune.with_tracks((*many, drums)))
    assert parts[0] == 1
    assert (parts[11], parts[10], parts[9]) == (0, 2, 3)
    assert all(parts[i] == 1 for i in range(1, 9))
    assert 12 not in parts


def test_loose_playing_is_put_on_the_grid() -> None:
    late = notes_array([(3, 470, 60, 80), (3, 470, 60, 80), (1919, 200, 62, 80), (1922, 200, 62, 80)])
    score = Score((Track(late),), 480)
    piece = piece_of(score, frames(score, Clock(score).bars(0, score.end_tick)), {0: 0})
    assert piece.notes.tolist() == [[0, 0, 0, 60, 12], [1, 0, 0, 62, 5]]


def test_a_bar_longer_than_the_grid_is_heard_in_parts() -> None:
    score = Score((Track(notes_array([(0, 480, 60, 80)])),), 480, metres=(Metre(0, 11, 4),))
    shown = frames(score, Clock(score).bars(0, 1))
    assert (shown[0].start, shown[-1].end) == (0, 11 * 480)
    assert all(frame.steps <= 96 for frame in shown)


def test_midi_reading_keeps_names_and_repeated_strikes() -> None:
    score = read_midi(midi_bytes(5, name="Gesang"))
    assert score.tracks[0].name == "Gesang"
    assert score.note_count == 5
    assert midi_piece("a.mid", midi_bytes(5, name="Gesang")).style == 1
    assert midi_piece("a.mid", midi_bytes(5)).style == 0
    with pytest.raises(BadFile):
        read_midi(io.BytesIO(b"RIFF").getvalue())
