"""The timeline's parts that know no widget: grid, note edits, rasters, clips, previews."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents.music import Music, MusicTrack
from artstudio.sdk import Metre, Notes, Score, Track, notes_array
from artstudio.ui.timeline import note_edits, raster, track_edits
from artstudio.ui.timeline.clips import Clip, clips_of
from artstudio.ui.timeline.grid import Division, Grid
from artstudio.ui.timeline.pitches import pitch_name, scale_of
from artstudio.ui.timeline.preview import Preview
from artstudio.ui.timeline.raster import NoteIndex

Q = 480
rows = st.lists(
    st.tuples(st.integers(0, 20_000), st.integers(1, 3_000), st.integers(0, 127), st.integers(1, 127)),
    min_size=1, max_size=30,
)  # fmt: skip


def notes(*some: tuple[int, int, int, int]) -> Notes:
    return Track(notes_array(list(some))).notes


# --------------------------------------------------------------------------------------------------- grid


@pytest.mark.parametrize(
    ("division", "tick", "line"),
    [
        (Division(4), 700, 480), (Division(4), 730, 960), (Division(8, triplet=True), 170, 160),
        (Division(64), 47, 60), (Division(1), 1000, 1920), (Division(off=True), 1001, 1001),
    ],
)  # fmt: skip
def test_nearest_line(division: Division, tick: int, line: int) -> None:
    assert Grid((), Q, division).nearest(tick) == line


def test_steps_never_cross_a_bar_line() -> None:
    grid = Grid((Metre(0, 5, 8), Metre(2400, 4, 4)), Q, Division(4))
    assert grid.nearest([1070, 1199, 1300, 2399]).tolist() == [960, 1200, 1200, 2400]
    assert grid.before(1199) == 960
    assert grid.before(1201) == 1200


def test_bar_lines_count_on_over_a_change_of_metre_that_cuts_a_bar_short() -> None:
    grid = Grid((Metre(0, 4, 4), Metre(2000, 3, 4)), Q, Division(4))
    ticks, numbers = grid.bar_lines(0, 4000)
    assert ticks.tolist() == [0, 1920, 2000, 3440, 4880]
    assert numbers.tolist() == [0, 1, 2, 3, 4]
    assert grid.bar_lines(1950, 3500, every=2)[1].tolist() == [2, 4]


# --------------------------------------------------------------------------------------------- note edits


@given(rows, st.integers(-30_000, 30_000), st.integers(-200, 200), st.integers(0, 2**30))
def test_moving_keeps_shape_range_and_order(
    some: list[tuple[int, int, int, int]], ticks: int, pitches: int, bits: int
) -> None:
    before = notes(*some)
    chosen = np.array([bool(bits >> i & 1) for i in range(len(before))])
    after, moved = note_edits.moved(before, chosen, ticks, pitches)
    assert len(after) == len(before)
    assert (np.diff(after["start"]) >= 0).all()
    assert moved.sum() == chosen.sum()
    assert sorted(before[~chosen].tolist()) == sorted(after[~moved].tolist())
    one, other = before[chosen], after[moved]
    if len(one):
        by = set(zip((np.sort(other["start"]) - np.sort(one["start"])).tolist(), strict=True))
        assert len(by) == 1
    Track(after)  # all in range


@given(rows, st.integers(-5_000, 5_000), st.sampled_from(["left", "right"]))
def test_resizing_keeps_the_other_end(
    some: list[tuple[int, int, int, int]], ticks: int, edge: note_edits.Edge
) -> None:
    before = notes(*some)
    after, _ = note_edits.resized(before, np.ones(len(before), bool), ticks, edge)
    Track(after)
    if edge == "right":
        assert (after["start"] == before["start"]).all()
    else:
        ends = np.sort(after["start"] + after["length"])
        assert (ends == np.sort(before["start"] + before["length"])).all()


def test_quantise_by_strength_and_length() -> None:
    before = notes((100, 300, 60, 80))
    grid, chosen = Grid((), Q, Division(4)), np.array([True])
    assert note_edits.quantised(before, chosen, grid)[0]["start"][0] == 0
    assert note_edits.quantised(before, chosen, grid, 0.5)[0]["start"][0] == 50
    both = note_edits.quantised(before, chosen, grid, lengths=True)[0]
    assert (both["start"][0], both["length"][0]) == (0, 480)


# ------------------------------------------------------------------------------------------------- raster


@given(rows, st.integers(0, 24_000), st.integers(1, 5_000))
def test_the_index_misses_no_note_in_sight(
    some: list[tuple[int, int, int, int]], start: int, span: int
) -> None:
    all_notes = notes(*some)
    run = NoteIndex(all_notes).between(start, start + span)
    ends = all_notes["start"] + all_notes["length"]
    seen = np.flatnonzero((all_notes["start"] < start + span) & (ends > start))
    assert set(seen.tolist()) <= set(range(run.start, run.stop))


def test_notes_become_spans_and_the_later_covers_the_earlier() -> None:
    found = raster.spans(np.array([0, 5, 90]), np.array([10, 8, 99]), [0, 0, 1], 1.0, 0.0, 20, 2)
    assert found.kept.tolist() == [0, 1]
    picture = raster.filled(found, np.array([1, 2]), 20, 2)
    assert picture[0].tolist() == [1] * 5 + [2] * 3 + [1] * 2 + [0] * 10
    assert not picture[1].any()


def test_a_note_too_short_to_see_is_one_pixel() -> None:
    found = raster.spans(np.array([1000]), np.array([1001]), [0], 0.001, 0.0, 5, 1)
    assert (found.x1 - found.x0).tolist() == [1]


def test_rows_are_stretched_with_a_line_between() -> None:
    body = np.array([[7], [0], [9]], np.uint32)
    edge = np.array([[1], [0], [2]], np.uint32)
    lines, top = raster.stretched(edge, body, 0.0, 8.0, 24)
    assert lines[:, 0].tolist() == [1, 7, 7, 7, 7, 7, 1, 0] + [0] * 8 + [2, 9, 9, 9, 9, 9, 2, 0]
    assert top == 0
    lines, top = raster.stretched(edge, body, 3.0, 8.0, 5)
    assert (lines[:, 0].tolist(), top) == ([7, 7, 7, 1, 0], 0)
    lines, top = raster.stretched(edge[1:], body[1:], -2.0, 8.0, 24)
    assert (lines[:, 0].tolist(), top) == ([2, 9, 9, 9, 9, 9, 2, 0], 10)
    lines, top = raster.stretched(edge[1:2], body[1:2], 0.0, 8.0, 24)
    assert len(lines) == 0


# -------------------------------------------------------------------------------------------------- others


def test_clips_are_runs_of_bars_with_notes() -> None:
    grid = Grid((), Q, Division(4))
    some = notes((10, 100, 60, 80), (1900, 100, 60, 80), (4 * 1920, 10, 60, 80))
    assert clips_of(some, grid) == (Clip(0, 2 * 1920), Clip(4 * 1920, 5 * 1920))
    assert clips_of(notes_array([]), grid) == ()


def test_a_preview_holds_only_what_is_new_in_the_documents_resolution() -> None:
    music = Music(tracks=(MusicTrack("t1", Track(notes((0, Q, 60, 80)))),))
    score = Score((Track(notes((0, 96, 60, 80), (96, 96, 62, 80))),), ticks_per_quarter=96)
    assert Preview().new_notes(score, music).tolist() == [(Q, Q, 62, 80, 0)]


def test_new_tracks_take_free_channels_and_spare_the_drums() -> None:
    tracks = tuple(MusicTrack(f"t{n}", Track(channel=n)) for n in range(9))
    assert track_edits.free_channel(Music(tracks=tracks)) == 10


def test_names() -> None:
    assert (pitch_name(60), pitch_name(61), pitch_name(0)) == ("C4", "C♯4", "C-1")
    assert scale_of("Bb") == {10, 0, 2, 3, 5, 7, 9}
    assert scale_of("F#m") == {6, 8, 9, 11, 1, 2, 4}
