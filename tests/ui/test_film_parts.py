"""What a hand makes of a film, and how its frames are made: the parts that know no widget."""

from __future__ import annotations

import threading
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents.film import Clip, Film, Footage
from artstudio.ui.film.darkroom import Darkroom
from artstudio.ui.film.pace import Pace
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.timeline import film_edits

LONG = Footage("f", Path("f.mkv"), 100, 10.0, 8, 8)  # 10 s


def film(*stretches: tuple[int, int]) -> Film:
    clips = [Clip(f"c{n}", f"{n}", LONG, start, end - start, 1.0) for n, (start, end) in enumerate(stretches)]
    return Film(tuple(clips), 10.0)


def stretches(some: Film) -> list[tuple[str, int, int]]:
    return [(clip.id, clip.start, clip.end) for clip in some.clips]


def test_a_clip_moves_alone_where_there_is_room() -> None:
    assert stretches(film_edits.moved(film((0, 10), (30, 40)), {"c0"}, 5)) == [("c0", 5, 15), ("c1", 30, 40)]


def test_a_clip_dropped_on_others_goes_between_them_and_pushes_what_follows() -> None:
    made = film_edits.moved(film((0, 10), (10, 20), (20, 30)), {"c0"}, 16)
    assert stretches(made) == [("c1", 10, 20), ("c0", 20, 30), ("c2", 30, 40)]


def test_several_clips_keep_their_distance_and_stop_together_at_the_beginning() -> None:
    made = film_edits.moved(film((10, 20), (25, 30), (60, 70)), {"c0", "c1"}, -30)
    assert stretches(made) == [("c0", 0, 10), ("c1", 15, 20), ("c2", 60, 70)]


def test_trimming_the_beginning_skips_footage_and_keeps_the_end() -> None:
    made = film_edits.trimmed(film((20, 40)), "c0", "left", 25)
    assert stretches(made) == [("c0", 25, 40)]
    assert made.clips[0].skipped_s == pytest.approx(1.5)
    assert made.clips[0].footage_frame(30, 10.0) == film((20, 40)).clips[0].footage_frame(30, 10.0)


def test_trimming_stops_where_the_footage_begins_and_ends() -> None:
    assert stretches(film_edits.trimmed(film((20, 40)), "c0", "left", 0)) == [("c0", 10, 40)]
    assert stretches(film_edits.trimmed(film((20, 40)), "c0", "right", 900)) == [("c0", 20, 110)]


def test_trimming_stops_at_the_neighbours_and_leaves_a_frame() -> None:
    some = film((0, 15), (20, 40), (50, 60))
    assert stretches(film_edits.trimmed(some, "c1", "left", 0))[1] == ("c1", 15, 40)
    assert stretches(film_edits.trimmed(some, "c1", "right", 70))[1] == ("c1", 20, 50)
    assert stretches(film_edits.trimmed(some, "c1", "left", 99))[1] == ("c1", 39, 40)
    assert stretches(film_edits.trimmed(some, "c1", "right", 0))[1] == ("c1", 20, 21)


def test_two_halves_of_a_clip_show_what_the_whole_did() -> None:
    whole = film((20, 40))
    halves = film_edits.split(whole, 27, iter(["c9"]))
    assert stretches(halves) == [("c0", 20, 27), ("c9", 27, 40)]
    for frame in range(20, 40):
        shown = halves.at(frame)
        assert shown is not None
        assert shown.footage_frame(frame, 10.0) == whole.clips[0].footage_frame(frame, 10.0)


@pytest.mark.parametrize("at", [20, 15, 40])
def test_nothing_is_split_at_an_edge_or_beside_a_clip(at: int) -> None:
    assert film_edits.split(film((20, 40)), at, iter(["c9"])) == film((20, 40))


def test_copies_lie_behind_what_was_copied() -> None:
    made, copies = film_edits.duplicated(film((0, 10), (12, 20), (22, 30)), {"c0", "c1"}, iter(["d0", "d1"]))
    assert copies == {"d0", "d1"}
    assert [name for name, _, _ in stretches(made)] == ["c0", "c1", "d0", "d1", "c2"]
    assert stretches(made)[2:4] == [("d0", 20, 30), ("d1", 30, 38)]


def test_closing_gaps_leaves_the_first_clip_where_it_is() -> None:
    made = film_edits.gaps_closed(film((5, 10), (12, 20), (40, 44)))
    assert stretches(made) == [("c0", 5, 10), ("c1", 10, 18), ("c2", 18, 22)]
    assert not film_edits.has_gaps(made)


def test_the_nearest_of_all_pairs_snaps() -> None:
    assert film_edits.snapped((10.0, 30.0), (14.0, 33.0), 5) == (3.0, 33.0)
    assert film_edits.snapped((10.0,), (14.0,), 3) is None
    assert film_edits.snapped((10.0,), (), 3) is None


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 30)), min_size=1, max_size=6),
    st.sets(st.integers(0, 5)), st.integers(-200, 200),
)  # fmt: skip
def test_no_drag_covers_or_loses_a_clip(gaps: list[tuple[int, int]], chosen: set[int], by: int) -> None:
    places, at = [], 0
    for gap, length in gaps:
        places.append((at + gap, at + gap + length))
        at += gap + length
    before = film(*places)
    after = film_edits.moved(before, {f"c{n}" for n in chosen}, by)
    assert sorted((clip.id, clip.length) for clip in after.clips) == sorted(
        (clip.id, clip.length) for clip in before.clips
    )
    assert all(one.end <= two.start for one, two in pairwise(after.clips))


# ------------------------------------------------------------------------------------------ frames in time


def test_frames_get_coarser_when_late_and_finer_when_quick() -> None:
    pace = Pace()
    for _ in range(3):
        pace.note(0.06, 0.04)
    assert pace.level == 2
    assert pace.lead_s == 0.06
    for _ in range(3):
        pace.note(0.045, 0.04)
    assert pace.level == 4
    for _ in range(200):
        pace.note(0.001, 0.04)
    assert pace.level == 1


def test_frames_stay_fine_where_being_coarser_does_not_help() -> None:
    pace = Pace()
    for _ in range(20):
        pace.note(0.3, 0.04)
    assert (pace.level, pace.lead_s) == (1, 0.3)
    pace.rest()
    assert pace.lead_s == 0


def test_one_slow_frame_changes_nothing() -> None:
    pace = Pace()
    for _ in range(20):
        pace.note(0.09, 0.04)
        pace.note(0.01, 0.04)
    assert pace.level == 1


def test_the_newest_wish_comes_first_and_old_ones_are_forgotten(qapp: object) -> None:
    made: list[int] = []
    begun, go, done = threading.Event(), threading.Event(), threading.Event()

    def develop(wish: int) -> None:
        begun.set()
        assert go.wait(10)
        made.append(wish)
        if wish == 3:
            done.set()

    begin_anew: list[int] = []
    room = Darkroom[int]("test", develop, lambda: begin_anew.append(len(made)), most=3)
    room.want(0)
    assert begun.wait(10)
    for wish in (1, 2, 3, 4, 5, 3):
        room.want(wish)
    go.set()
    assert done.wait(10)
    room.close()
    assert join_qthreads()
    assert made[:2] == [0, 3]
    assert 1 not in made
    assert 2 not in made
    assert begin_anew == [len(made)]


def test_a_room_that_rested_begins_again(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artstudio.ui.film.darkroom._IDLE_S", 0.0)
    made: list[int] = []
    room = Darkroom[int]("test", made.append, lambda: None)
    for wish in range(3):
        room.want(wish)
        assert join_qthreads()
    assert made == [0, 1, 2]
