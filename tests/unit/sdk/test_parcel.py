"""Values cross between processes as files; crafted files are refused, never followed, run or believed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from artstudio.sdk import (
    NOTE_DTYPE,
    Audio,
    Image,
    InvalidValue,
    Key,
    Media,
    Metre,
    Score,
    Tempo,
    Text,
    TileMap,
    Token,
    Track,
    Video,
    kind_of,
)
from artstudio.sdk.worker.messages import Parcel
from artstudio.sdk.worker.parcel import Box

sides = st.integers(1, 5)
ticks = st.integers(0, 2**31 - 1)
controls = st.none() | st.integers(0, 127)
words = st.text(max_size=12)
notes = st.lists(
    st.tuples(ticks, st.integers(1, 2**31 - 1), st.integers(0, 127), st.integers(1, 127), st.integers(0, 15)),
    max_size=6,
).map(lambda rows: np.array(rows, NOTE_DTYPE))
tracks = st.builds(
    Track,
    notes,
    words,
    st.integers(0, 127),
    st.integers(0, 15),
    controls,
    controls,
    st.lists(st.tuples(ticks, st.binary(max_size=6))).map(tuple),
    st.booleans(),
)
scores = st.builds(
    Score,
    st.lists(tracks, max_size=3).map(tuple),
    st.integers(1, 32767),
    st.lists(st.builds(Tempo, ticks, st.integers(1, 16_777_215)), max_size=3).map(tuple),
    st.lists(
        st.builds(Metre, ticks, st.integers(1, 32), st.sampled_from([1, 2, 4, 8, 16, 32, 64])), max_size=3
    ).map(tuple),
    st.lists(st.builds(Key, ticks, words), max_size=3).map(tuple),
)


def pixels(*shape: Any) -> st.SearchStrategy[Any]:
    return st.tuples(*shape).flatmap(lambda size: arrays.arrays(np.uint8, size))


samples = st.tuples(st.integers(0, 20), st.integers(1, 8)).flatmap(
    lambda shape: arrays.arrays(np.float32, shape, elements=st.floats(-2, 2, width=32))
)
cells = st.tuples(sides, sides).flatmap(
    lambda shape: arrays.arrays(np.int32, shape, elements=st.integers(-1, 2))
)
media = st.one_of(
    scores,
    st.builds(Text, st.text()),
    st.builds(Image, pixels(sides, sides, st.just(4))),
    st.builds(Video, pixels(sides, sides, sides, st.just(3)), st.floats(1, 240)),
    st.builds(Audio, samples, st.integers(8_000, 384_000)),
    st.builds(TileMap, cells, st.tuples(words, words, words)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("box")


@settings(max_examples=120, deadline=None)
@given(value=media)
def test_every_value_comes_out_as_it_went_in(folder: Path, value: Media) -> None:
    parcel = Box(folder, "w").pack(value)
    assert parcel.kind == kind_of(value)
    assert Box(folder, "h").unpack(parcel) == value
    assert list(folder.iterdir()) == []  # whoever unpacks tidies up


def test_what_a_model_thinks_of_a_text_comes_along(tmp_path: Path) -> None:
    heat = Text("so it goes", (Token(0, 2, 0.5, (("So", 0.25), ("诗", 0.125))), Token(2, 10, 0.25, (), 1.0)))
    found = Box(tmp_path, "h").unpack(Box(tmp_path, "w").pack(heat))
    assert isinstance(found, Text)
    assert found.tokens == heat.tokens


def test_arrays_in_any_memory_order_cross(tmp_path: Path) -> None:
    box = Box(tmp_path, "w")
    sound = Audio(np.asfortranarray(np.arange(8, dtype=np.float32).reshape(4, 2)))
    film = Video(np.arange(2 * 4 * 6 * 3, dtype=np.uint8).reshape(2, 4, 6, 3)[:, ::2, ::-1])
    assert box.unpack(box.pack(sound)) == sound
    assert box.unpack(box.pack(film)) == film


def test_names_do_not_collide_between_the_two_sides(tmp_path: Path) -> None:
    ours, theirs = Box(tmp_path, "h"), Box(tmp_path, "w")
    first, second = ours.pack(Text("ours")), theirs.pack(Text("theirs"))
    assert [ours.unpack(second), theirs.unpack(first)] == [Text("theirs"), Text("ours")]


@pytest.mark.parametrize("name", ["../w1", "w1/../../x", "/w1", "w", "w1.json", "", "w1\n", "w1234567890"])
def test_a_name_cannot_lead_out_of_the_folder(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        Parcel(kind="text", name=name)


def refused(folder: Path, kind: str = "image", name: str = "w1") -> str:
    with pytest.raises(InvalidValue) as error:
        Box(folder, "h").unpack(Parcel(kind=kind, name=name))
    assert "\n" not in str(error.value)
    return str(error.value)


def picture_in(folder: Path) -> Path:
    """A good parcel w1 of a 2x2 picture; its array's path."""
    Box(folder, "w").pack(Image(np.zeros((2, 2), np.uint8)))
    return folder / "w1.bin"


def test_missing_files(tmp_path: Path) -> None:
    assert "missing" in refused(tmp_path)
    picture_in(tmp_path).unlink()
    assert "missing" in refused(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    secret = tmp_path / "secret.bin"
    array = picture_in(box)
    array.rename(secret)
    array.symlink_to(secret)
    assert "missing" in refused(box)
    array.unlink()
    (box / "w1.json").write_text('{"shape": [2, 2, 4]}')
    os.link(secret, array)
    assert "no plain file" in refused(box)
    assert secret.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
def test_a_fifo_does_not_hold_the_reader_up(tmp_path: Path) -> None:
    array = picture_in(tmp_path)
    array.unlink()
    os.mkfifo(array)
    assert "no plain file" in refused(tmp_path)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    array = picture_in(tmp_path)
    array.unlink()
    array.mkdir()
    assert refused(tmp_path)


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ([2, 2, 4], 15),
        ([2, 2, 4], 17),
        ([2, 2, 4], 0),
        ([-4, -4], 16),
        ([-1, 16], 16),
        ([10**30, 0], 0),
        ([float("nan"), 4], 16),
        ([1e300, 1e300], 16),
        (16, 16),
        (None, 16),
        ("xyz", 16),
        ({"a": 1}, 16),
        ([[2], 8], 16),
        ([16], 16),
        ([1] * 70 + [16], 16),
    ],
)
def test_arrays_of_another_size_than_they_claim_are_refused(tmp_path: Path, shape: Any, size: int) -> None:
    picture_in(tmp_path).write_bytes(b"\0" * size)
    (tmp_path / "w1.json").write_text(json.dumps({"shape": shape}))
    refused(tmp_path)


GOOD_FACTS: dict[str, Any] = {
    "shape": [0],
    "ticks_per_quarter": 480,
    "tempos": [],
    "metres": [],
    "keys": [],
    "tracks": [
        {
            "count": 0,
            "name": "",
            "program": 0,
            "channel": 0,
            "volume": None,
            "pan": None,
            "events": [],
            "conductor": False,
        }
    ],
}


@pytest.mark.parametrize(
    "change",
    [
        [],
        {"tracks": 5},
        {"tracks": ["x"]},
        {"tracks": [{**GOOD_FACTS["tracks"][0], "count": 3}]},
        {"tracks": [{**GOOD_FACTS["tracks"][0], "count": -1}]},
        {"tracks": [{**GOOD_FACTS["tracks"][0], "events": [[0, "zz"]]}]},
        {"tracks": [{**GOOD_FACTS["tracks"][0], "program": "loud"}]},
        {"ticks_per_quarter": float("inf")},
        {"ticks_per_quarter": 0},
        {"tempos": [[0]]},
        {"metres": [[0, 4, 3]]},
    ],
)
def test_damaged_facts_are_refused(tmp_path: Path, change: Any) -> None:
    Box(tmp_path, "w").pack(Score())
    facts = GOOD_FACTS | change if isinstance(change, dict) else change
    (tmp_path / "w1.json").write_text(json.dumps(facts))
    refused(tmp_path, "score")


@settings(max_examples=150, deadline=None)
@given(facts=st.binary(max_size=80), array=st.binary(max_size=200), kind=st.sampled_from(["image", "score"]))
def test_noise_is_refused(folder: Path, facts: bytes, array: bytes, kind: str) -> None:
    (folder / "w1.json").write_bytes(facts)
    (folder / "w1.bin").write_bytes(array)
    refused(folder, kind)


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    Box(tmp_path, "w").put({})
    assert "no kind of media" in refused(tmp_path, "smell")


def test_json_nested_too_deep(tmp_path: Path) -> None:
    (tmp_path / "w1.json").write_text("[" * 100_000)
    refused(tmp_path, "text")
