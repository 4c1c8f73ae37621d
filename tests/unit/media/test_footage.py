"""Footage files: what is written is read back exactly, in any order."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from artstudio.media.footage import FootageReader, FootageWriter, write_footage
from artstudio.sdk import BadFile, InvalidValue


def pictures(count: int = 30, height: int = 33, width: int = 47, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, height, width, 3), np.uint8)


@pytest.mark.parametrize("fps", [24.0, 23.976, 12.5, 60.0])
def test_every_frame_comes_back_exactly_in_any_order(tmp_path: Path, fps: float) -> None:
    frames = pictures()
    footage = write_footage(tmp_path, fps, [frames[:7], frames[7:]])
    assert (footage.frames, footage.width_px, footage.height_px) == (30, 47, 33)
    with FootageReader(footage) as reader:
        for number in (0, 1, 2, 29, 3, 15, 14, 16, 0, 99):
            assert np.array_equal(reader.frame(number), frames[min(number, 29)])


def test_no_frame_needs_another_to_be_seen(tmp_path: Path) -> None:
    footage = write_footage(tmp_path, 24, [pictures()])
    with av.open(str(footage.path)) as file:
        assert [packet.is_keyframe for packet in file.demux(video=0) if packet.size] == [True] * 30


@pytest.mark.parametrize(("height", "width"), [(1, 1), (2, 64), (9, 3), (16, 17)])
def test_small_pictures_are_kept_too(tmp_path: Path, height: int, width: int) -> None:
    frames = pictures(3, height, width)
    with FootageReader(write_footage(tmp_path, 24, [frames])) as reader:
        assert all(np.array_equal(reader.frame(number), frames[number]) for number in (2, 0, 1))


def test_the_same_pictures_are_the_same_file(tmp_path: Path) -> None:
    first, again = (write_footage(tmp_path, 24, [pictures()]) for _ in range(2))
    assert first == again
    assert [path.name for path in tmp_path.iterdir()] == [f"{first.name}.mkv"]


def test_nothing_is_left_of_what_is_not_finished(tmp_path: Path) -> None:
    with FootageWriter(tmp_path, 24) as writer:
        writer.add(pictures(3))
        with pytest.raises(InvalidValue, match="same size"):
            writer.add(pictures(1, 20, 20))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_or_missing_file_is_one_sentence(tmp_path: Path) -> None:
    footage = write_footage(tmp_path, 24, [pictures()])
    footage.path.write_bytes(footage.path.read_bytes()[:3000])
    with pytest.raises(BadFile), FootageReader(footage) as reader:
        reader.frame(29)
    footage.path.unlink()
    with pytest.raises(BadFile):
        FootageReader(footage)
