"""What a film shows: clips in their places, fitted whole, black between them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.film import Clip, Film
from artstudio.media.film_frames import FilmFrames
from artstudio.media.footage import Frames, write_footage
from artstudio.sdk import BadFile, InvalidValue


def numbered(count: int, height: int, width: int) -> Frames:
    """Pictures of one grey each, 10 apart, so that a frame tells its number."""
    return np.repeat(np.arange(count, dtype=np.uint8)[:, None] * 10, height * width * 3, 1).reshape(
        count, height, width, 3
    )


def film_of(folder: Path, *starts: int, footage_fps: float = 24, fps: float = 24) -> Film:
    footage = write_footage(folder, footage_fps, [numbered(10, 16, 16)])
    return Film(tuple(Clip(f"c{start}", "", footage, start, 10) for start in starts), fps)


def test_each_frame_shows_its_clip_and_nothing_between(tmp_path: Path) -> None:
    film = film_of(tmp_path, 2, 20)
    with FilmFrames(film, 16, 16) as frames:
        shown = [int(frames.frame(n)[8, 8, 0]) for n in range(32)]
        again = [int(frames.frame(n)[8, 8, 0]) for n in (31, 3, 25, 0)]
    stretch = list(range(0, 100, 10))
    assert shown == [0] * 2 + stretch + [0] * 8 + stretch + [0] * 2
    assert again == [0, 10, 50, 0]


def test_footage_of_another_rate_keeps_its_time(tmp_path: Path) -> None:
    film = film_of(tmp_path, 0, footage_fps=12, fps=24)
    with FilmFrames(film, 16, 16) as frames:
        assert [int(frames.frame(n)[0, 0, 0]) for n in range(6)] == [0, 0, 10, 10, 20, 20]


def test_a_picture_is_seen_whole_with_black_bars(tmp_path: Path) -> None:
    footage = write_footage(tmp_path, 24, [np.full((1, 10, 40, 3), 200, np.uint8)])
    with FilmFrames(Film((Clip("c1", "", footage, 0, 1),)), 20, 30) as frames:
        seen = frames.frame(0)
    assert seen.shape == (30, 20, 3)
    assert (seen[13:17] > 190).all()
    assert not seen[:12].any()
    assert not seen[18:].any()


def test_more_footage_than_stays_open(tmp_path: Path) -> None:
    clips = []
    for number in range(9):
        footage = write_footage(tmp_path, 24, [np.full((2, 4, 4, 3), number * 20, np.uint8)])
        clips.append(Clip(f"c{number}", "", footage, number * 2, 2))
    with FilmFrames(Film(tuple(clips)), 4, 4) as frames:
        for _round in range(2):
            assert [int(frames.frame(n * 2)[0, 0, 0]) for n in range(9)] == list(range(0, 180, 20))


def test_missing_footage_is_one_sentence(tmp_path: Path) -> None:
    film = film_of(tmp_path, 0)
    film.clips[0].footage.path.unlink()
    with FilmFrames(film, 8, 8) as frames, pytest.raises(BadFile):
        frames.frame(0)
    with pytest.raises(InvalidValue):
        FilmFrames(film, 0, 8)
