from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artstudio.media import smf
from artstudio.media.midi import read_midi, read_recipe, score_from_bytes, score_to_bytes, write_midi
from artstudio.sdk import BadFile, InvalidValue, Key, Metre, Score, Tempo, Track, notes_array

if TYPE_CHECKING:
    from pathlib import Path


def file_of(*tracks: bytes, kind: int = 1, division: int = 480) -> bytes:
    chunks = b"".join(b"MTrk" + len(track).to_bytes(4) + track for track in tracks)
    return b"MThd" + (6).to_bytes(4) + b"".join(n.to_bytes(2) for n in (kind, len(tracks), division)) + chunks


END = b"\x00\xff\x2f\x00"
TUNE = Score(
    (
        Track(name="head", conductor=True, events=((0, b"\xff\x06\x01A"),)),
        Track(notes_array([(0, 480, 60, 90), (480, 240, 64, 80)]), "歌", 52, 0, volume=100, pan=20),
    ),
    ticks_per_quarter=480,
    tempos=(Tempo(0, 400_000), Tempo(960, 500_000)),
    metres=(Metre(0, 7, 8),),
    keys=(Key(0, "Bbm"),),
)


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """A track as files hold it: equal pitches end in the order in which they begin."""
    channel = draw(st.integers(0, 15))
    rows: list[tuple[int, int, int, int]] = []
    last_end: dict[int, int] = {}
    starts = sorted(draw(st.lists(st.integers(0, 5000), max_size=20)))
    for start in starts:
        pitch = draw(st.integers(60, 63))
        length = draw(st.integers(1, 900))
        end = max(start + length, last_end.get(pitch, 0))
        last_end[pitch] = end
        rows.append((start, end - start, pitch, draw(st.integers(1, 127))))
    later = starts[0] + 1 if starts else 0
    controls = draw(st.lists(st.tuples(st.integers(later, 6000), st.integers(0, 127)), max_size=4))
    events = [(tick, bytes((0xB0 | channel, 11, value))) for tick, value in sorted(controls)]
    return Track(
        notes_array(rows, channel),
        draw(st.sampled_from(["", "Lead", "歌"])),
        draw(st.integers(0, 127)),
        channel,
        draw(st.none() | st.integers(0, 127)),
        draw(st.none() | st.integers(0, 127)),
        tuple(events),
    )


@settings(deadline=None)
@given(
    st.lists(tracks(), max_size=4),
    st.integers(1, 32767),
    st.lists(st.builds(Tempo, st.integers(0, 9999), st.integers(1, 2**24 - 1)), max_size=3, unique=True),
    st.lists(
        st.builds(Metre, st.integers(0, 9999), st.integers(1, 32), st.sampled_from([2, 4, 8])),
        max_size=3,
        unique=True,
    ),
    st.lists(
        st.builds(Key, st.integers(0, 9999), st.sampled_from(["C", "F#", "Bbm"])), max_size=2, unique=True
    ),
)
def test_what_is_written_is_read(
    parts: list[Track], ticks: int, tempos: list[Tempo], metres: list[Metre], keys: list[Key]
) -> None:
    score = Score(tuple(parts), ticks, tuple(tempos), tuple(metres), tuple(keys))
    data = score_to_bytes(score)
    assert score_from_bytes(data) == score
    assert score_to_bytes(score) == data


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_score_or_a_sentence(data: bytes) -> None:
    for candidate in (data, file_of(data), file_of(data + END, kind=0)):
        try:
            score = score_from_bytes(candidate, "tune.mid")
        except BadFile:
            continue
        assert score_from_bytes(score_to_bytes(score)) == score


def test_a_file_keeps_all(tmp_path: Path) -> None:
    path = tmp_path / "tune.mid"
    write_midi(TUNE, path, '{"seed": 1}')
    assert read_midi(path) == TUNE
    assert read_recipe(path) == '{"seed": 1}'
    assert not list(tmp_path.glob("*.part"))


def test_a_tempo_too_slow_for_a_file_is_said_in_a_sentence() -> None:
    with pytest.raises(InvalidValue, match=r"3\.0 quarters a minute are too slow"):
        score_to_bytes(Score(tempos=(Tempo(0, 20_000_000),)))


def test_other_programs_read_our_files() -> None:
    found = mido.MidiFile(file=io.BytesIO(score_to_bytes(TUNE)))
    assert (found.type, found.ticks_per_beat, len(found.tracks)) == (1, 480, 2)
    assert [m.tempo for m in found.tracks[0] if m.type == "set_tempo"] == [400_000, 500_000]
    kinds = [(m.type, m.time) for m in found.tracks[1] if not m.is_meta]
    assert kinds[:3] == [("program_change", 0), ("control_change", 0), ("control_change", 0)]
    assert kinds[3:] == [("note_on", 0), ("note_off", 480), ("note_on", 0), ("note_off", 240)]


def test_we_read_other_programs_files() -> None:
    theirs = mido.MidiFile(ticks_per_beat=96)
    track = mido.MidiTrack()
    theirs.tracks.append(track)
    track += [
        mido.MetaMessage("track_name", name="Lead"),
        mido.MetaMessage("key_signature", key="Eb"),
        mido.Message("sysex", data=[0x7E, 0x7F, 9, 1]),
        mido.Message("program_change", channel=3, program=40, time=5),
        mido.Message("note_on", channel=3, note=70, velocity=1, time=5),
        mido.Message("pitchwheel", channel=3, pitch=100, time=3),
        mido.Message("program_change", channel=3, program=41, time=3),
        mido.Message("note_on", channel=3, note=70, velocity=0, time=4),
    ]
    buffer = io.BytesIO()
    theirs.save(file=buffer)
    (found,) = score_from_bytes(buffer.getvalue()).tracks
    assert (found.name, found.program, found.channel) == ("Lead", 40, 3)
    assert found.notes.tolist() == [(10, 10, 70, 1, 3)]
    assert found.events == ((0, bytes.fromhex("f0057e7f0901f7")), (13, b"\xe3\x64\x40"), (16, b"\xc3\x29"))


def test_doubled_notes_pair_first_in_first_out() -> None:
    on, off = b"\x90\x3c\x40", b"\x80\x3c\x00"
    score = score_from_bytes(file_of(b"\x00" + on + b"\x0a" + on + b"\x0a" + off + b"\x0a" + off + END))
    assert [row[:2] for row in score.tracks[0].notes.tolist()] == [(0, 20), (10, 20)]
    assert score_from_bytes(score_to_bytes(score)) == score


def test_notes_that_never_end_last_to_the_end_and_empty_ones_a_tick() -> None:
    score = score_from_bytes(file_of(b"\x00\x90\x3c\x40\x00\x3e\x40\x00\x3e\x00\x64\xff\x2f\x00", kind=0))
    assert [row[:3] for row in score.tracks[0].notes.tolist()] == [(0, 100, 60), (0, 1, 62)]


def test_a_bank_stays_before_its_program() -> None:
    body = b"\x05\xb0\x00\x08\x00\xc0\x10\x05\x90\x3c\x40\x0a\x3c\x00" + END
    written = score_to_bytes(score_from_bytes(file_of(body)))
    assert written.index(b"\xb0\x00\x08") < written.index(b"\xc0\x10") < written.index(b"\x90\x3c")


def test_timecode_becomes_480_a_quarter() -> None:
    score = score_from_bytes(file_of(b"\x00\x90\x3c\x40\x64\x3c\x00" + END, division=0xE728))  # 25 x 40: 1 ms
    assert score.ticks_per_quarter == 480
    assert score.tracks[0].notes["length"].tolist() == [96]  # 0.1 s at 120 a minute


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\x89PNG and so on", "not a MIDI file"),
        (file_of(b"\x00\x90\x3c\x40\x10\x3c\x00" + END)[:-6], "cut off"),
        (file_of(END, END)[:26], "cut off"),
        (file_of(b"\x00\x90\x3c" + END), "damaged"),
        (file_of(b"\x00\x3c\x40"), "damaged"),
        (file_of(END, kind=2), "format 2"),
        (file_of(END, division=0), "damaged"),
        (file_of(b"\xff\xff\xff\x7f\x90\x3c\x40" * 9), "ticks"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bad.mid"
    path.write_bytes(data)
    with pytest.raises(BadFile, match=says) as caught:
        read_midi(path)
    assert "bad.mid" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_huge_files_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.mid"
    path.write_bytes(file_of(b"\x00\x90\x3c\x40" + b"\x01\x3c\x00\x01\x3c\x40" * (smf.MAX_EVENTS // 2 + 1)))
    began = time.perf_counter()
    with pytest.raises(BadFile, match="1,000,000 events"):
        read_midi(path)
    assert time.perf_counter() - began < 1.0
    with path.open("ab") as file:
        file.truncate((64 << 20) + 1)  # sparse: takes no room
    with pytest.raises(BadFile, match="65 MiB, more than the 64"):
        read_midi(path)


def test_events_that_would_spoil_the_file_are_refused() -> None:
    for raw in (
        b"",
        b"\x3c\x40",
        b"\x90\x3c",
        b"\x90\x3c\x40\x90\x3c\x40",
        smf.END_OF_TRACK,
        b"\xff\x01\x05a",
    ):
        with pytest.raises(InvalidValue):
            score_to_bytes(Score((Track(events=((0, raw),)),)))
