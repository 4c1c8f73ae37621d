"""The film: where clips lie, what they show, and that changes can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from artstudio.documents.edits import SetFilm
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.sheet import Sheet
from artstudio.sdk import InvalidValue


def footage(frames: int = 24, fps: float = 24.0) -> Footage:
    return Footage(f"{frames} {fps}", Path("nowhere.mkv"), frames, fps, 64, 48)


def clip(number: int, start: int, length: int = 24) -> Clip:
    return Clip(f"c{number}", f"Clip {number}", footage(), start, length)


def starts(film: Film) -> list[tuple[str, int]]:
    return [(one.id, one.start) for one in film.clips]


def test_a_clip_dropped_on_another_goes_before_or_behind_it_and_pushes() -> None:
    film = Film((clip(1, 0), clip(2, 24), clip(3, 100)))
    assert starts(film.with_clip(clip(4, 0), 5)) == [("c4", 5), ("c1", 29), ("c2", 53), ("c3", 100)]
    assert starts(film.with_clip(clip(4, 0), 14)) == [("c1", 0), ("c4", 24), ("c2", 48), ("c3", 100)]


def test_moving_a_clip_over_its_neighbour_swaps_them() -> None:
    film = Film((clip(1, 0), clip(2, 24)))
    assert starts(film.with_clip(film.clip("c1"), 40)) == [("c2", 24), ("c1", 48)]
    assert starts(film.with_clip(film.clip("c2"), 2)) == [("c2", 2), ("c1", 26)]


def test_overlapping_clips_and_equal_ids_are_refused() -> None:
    with pytest.raises(InvalidValue, match="same time"):
        Film((clip(1, 0), clip(2, 23)))
    with pytest.raises(InvalidValue, match="same id"):
        Film((clip(1, 0), clip(1, 30)))


@pytest.mark.parametrize("fps", [24.0, 23.976, 29.97, 60.0])
def test_at_its_own_rate_every_frame_shows_the_next(fps: float) -> None:
    one = Clip("c1", "", footage(500, fps), 7, 500)
    assert [one.footage_frame(7 + n, fps) for n in range(500)] == list(range(500))


def test_another_rate_keeps_the_time_and_a_trim_begins_later() -> None:
    one = Clip("c1", "", footage(48, 48.0), 0, 24)
    assert [one.footage_frame(n, 24.0) for n in (0, 1, 23)] == [1, 3, 47]
    late = replace(clip(1, 10), skipped_s=0.5)
    assert late.footage_frame(10, 24.0) == 12
    assert late.footage_frame(33, 24.0) == 23  # held where the footage has ended
    assert late.whole(24.0) == 12


def test_another_film_rate_keeps_the_times() -> None:
    film = Film((clip(1, 0), clip(2, 24))).at_rate(12.0)
    assert [(one.start, one.length) for one in film.clips] == [(0, 12), (12, 12)]


def test_a_change_of_the_film_is_taken_back_whole() -> None:
    sheet = Sheet.blank(8, 8)
    film = Film((clip(1, 0),))
    changed, back = SetFilm("Place", film).apply(sheet)
    assert changed.film == film
    assert changed.fresh_id("clip") == "c2"
    assert back.apply(changed)[0].film == sheet.film


def test_footage_is_known_by_what_it_holds() -> None:
    assert footage() == replace(footage(), path=Path("elsewhere.mkv"))
