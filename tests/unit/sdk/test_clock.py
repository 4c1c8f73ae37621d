"""Musical time: tempo maps, bars, and changes of metre anywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artstudio.sdk import Clock, Metre, Score, Tempo


def test_without_maps_it_is_120_quarters_a_minute_in_four_four() -> None:
    clock = Clock(Score())
    assert clock.seconds(480) == pytest.approx(0.5)
    assert clock.bpm(0) == pytest.approx(120)
    assert (clock.bar_at(1919).number, clock.bar_at(1920).number) == (0, 1)


def test_tempo_changes_add_up() -> None:
    clock = Clock(Score(tempos=(Tempo(480, 1_000_000), Tempo(960, 250_000))))
    # the default holds until the first entry
    assert clock.seconds(480) == pytest.approx(0.5)
    assert clock.seconds(960) == pytest.approx(1.5)
    assert clock.seconds(1440) == pytest.approx(1.75)
    assert [clock.bpm(tick) for tick in (0, 480, 959, 960)] == pytest.approx([120, 60, 60, 240])
    assert clock.tick(1.0) == pytest.approx(720)
    ticks = [-10, 0, 479, 480, 481, 960, 5000]
    assert clock.seconds_of(ticks).tolist() == pytest.approx([clock.seconds(tick) for tick in ticks])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(10_000, 4_000_000)), max_size=6),
    st.integers(0, 30_000),
    st.integers(1, 960),
)
def test_seconds_and_ticks_are_each_others_inverse(
    changes: list[tuple[int, int]], tick: int, resolution: int
) -> None:
    clock = Clock(Score(ticks_per_quarter=resolution, tempos=tuple(Tempo(*change) for change in changes)))
    assert clock.tick(clock.seconds(tick)) == pytest.approx(tick, abs=1e-4)
    assert clock.seconds(tick + 1) > clock.seconds(tick)


def test_a_metre_change_inside_a_bar_cuts_that_bar_short() -> None:
    clock = Clock(Score(metres=(Metre(0, 4, 4), Metre(2400, 3, 4))))
    bars = clock.bars(0, 2400 + 1440 + 1)
    assert [(bar.number, bar.start, bar.length) for bar in bars] == [
        (0, 0, 1920),
        (1, 1920, 480),
        (2, 2400, 1440),
        (3, 3840, 1440),
    ]
    assert clock.bar_at(2399).metre == Metre(0, 4, 4)
    assert clock.bar_at(2400).metre == Metre(2400, 3, 4)


def test_metres_before_the_first_entry_and_of_other_beats() -> None:
    clock = Clock(Score(metres=(Metre(1920, 6, 8),)))
    assert clock.bar_at(0).length == 1920
    assert clock.bar_at(1920).length == 1440
    assert Clock(Score(ticks_per_quarter=1, metres=(Metre(0, 1, 64),))).bar_at(5).length == 1


metres = st.lists(
    st.builds(Metre, st.integers(0, 9_000), st.integers(1, 13), st.sampled_from([1, 2, 4, 8, 16])), max_size=5
)


@settings(deadline=None)
@given(metres, st.integers(0, 12_000))
def test_bars_lie_end_to_end_and_every_tick_lies_in_its_bar(changes: list[Metre], tick: int) -> None:
    clock = Clock(Score(ticks_per_quarter=24, metres=tuple(changes)))
    bar = clock.bar_at(tick)
    assert bar.start <= tick < bar.end
    bars = clock.bars(0, tick + 1)
    assert bars[-1] == bar
    assert [b.number for b in bars] == list(range(len(bars)))
    assert all(a.end == b.start for a, b in pairwise(bars))
