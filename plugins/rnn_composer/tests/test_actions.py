import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from composer_toys import toy_tune
from hypothesis import given, settings
from hypothesis import strategies as st

from artstudio.sdk import (
    DRUMS,
    BadModel,
    Clock,
    Metre,
    Output,
    Preview,
    Progress,
    Run,
    Score,
    Tempo,
    Track,
    notes_array,
)
from artstudio.sdk.schema import describe
from artstudio_rnn_composer import writing
from artstudio_rnn_composer.actions import RnnComposer
from artstudio_rnn_composer.params import ComposeParams, ContinueParams
from artstudio_rnn_composer.writing import Note


def result(events: Iterator[Any]) -> Score:
    (score,) = [event.value for event in events if isinstance(event, Output)]
    assert isinstance(score, Score)
    return score


def composed(run: Run, **wishes: Any) -> Score:
    return result(RnnComposer().compose(run, ComposeParams(**wishes)))


def continued(run: Run, score: Score, **wishes: Any) -> Score:
    return result(RnnComposer().continue_(run, score, ContinueParams(**wishes)))


def new_notes(before: Score, after: Score) -> list[tuple[int, int]]:
    """(start, end) of the notes that `after` has beyond `before`."""
    found = []
    for i, track in enumerate(after.tracks):
        old = len(before.tracks[i].notes) if i < len(before.tracks) else 0
        found += [(int(note["start"]), int(note["start"] + note["length"])) for note in track.notes[old:]]
    return sorted(found)


def test_the_plugin_describes_itself_without_torch() -> None:
    code = (
        "import sys; from artstudio_rnn_composer.actions import RnnComposer; "
        "from artstudio.sdk.schema import describe; describe(RnnComposer); RnnComposer(); "
        "sys.exit('torch' in sys.modules)"
    )
    path = ":".join(entry for entry in sys.path if entry)
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": path})
    schema = describe(RnnComposer)
    assert [action.name for action in schema.actions] == ["compose", "continue"]
    assert schema.evaluates


@pytest.mark.parametrize("metre", ["2/4", "3/4", "4/4", "2/2", "6/8", "12/8"])
@pytest.mark.parametrize("ensemble", ["song", "choir", "piano", "melody"])
def test_a_piece_has_exactly_the_bars_asked_for(run: Run, metre: str, ensemble: str) -> None:
    score = composed(run, metre=metre, ensemble=ensemble, bars=3, key="F#m", tempo=120)
    numerator, denominator = (int(part) for part in metre.split("/"))
    bar = 4 * 480 * numerator // denominator
    assert score.metres == (Metre(0, numerator, denominator),)
    assert score.tempos == (Tempo(0, 500_000),)
    assert score.keys[0].name == "F#m"
    assert score.end_tick <= 3 * bar
    starts = np.concatenate([track.notes["start"] for track in score.tracks])
    assert set(starts // bar) == {0, 1, 2}  # no bar is empty


def test_the_same_seed_gives_the_same_piece(run: Run, toy_model: Path) -> None:
    assert composed(run, bars=2) == composed(run, bars=2)
    assert composed(run, bars=2) != composed(Run(seed=2, model=toy_model), bars=2)
    tune = toy_tune()
    assert continued(run, tune, bars=2) == continued(run, tune, bars=2)


def test_music_streams_bar_by_bar(run: Run) -> None:
    events = list(RnnComposer().compose(run, ComposeParams(bars=4)))
    counts = [event.value.note_count for event in events if isinstance(event, Preview)]
    assert len(counts) == 4
    assert counts == sorted(set(counts))
    done = [event.done for event in events if isinstance(event, Progress)]
    assert done == [0, 1, 2, 3, 4]


def test_the_tune_stays_and_new_notes_follow_on_its_tracks(run: Run) -> None:
    tune = toy_tune()
    longer = continued(run, tune, bars=3)
    assert (longer.tempos, longer.metres, longer.keys) == (tune.tempos, tune.metres, tune.keys)
    assert longer.ticks_per_quarter == tune.ticks_per_quarter
    assert len(longer.tracks) == len(tune.tracks)
    for before, after in zip(tune.tracks, longer.tracks, strict=True):
        assert after.with_notes(before.notes) == before
        assert np.array_equal(after.notes[: len(before.notes)], before.notes)
        assert set(after.notes["channel"]) == set(before.notes["channel"])
    added = new_notes(tune, longer)
    assert added[0][0] >= 4 * 1920
    assert max(end for _, end in added) <= 7 * 1920
    assert {(start - 4 * 1920) // 1920 for start, _ in added} == {0, 1, 2}


def test_the_next_bar_line_is_the_tunes_own(run: Run) -> None:
    tune = Score(
        (Track(notes_array([(0, 100, 60, 80), (950, 30, 62, 80)])),),
        96,
        (),
        (Metre(0, 3, 4), Metre(864, 7, 8)),
    )
    added = new_notes(tune, continued(run, tune, bars=2))
    line = Clock(tune).bar_at(980).end
    assert line <= added[0][0] < line + 7 * 48
    assert max(end for _, end in added) <= line + 2 * 7 * 48


ODD = {
    "nothing": Score(),
    "empty tracks": Score((Track(name="A", channel=4), Track(name="B")), 240, (), (Metre(0, 3, 4),)),
    "only drums": Score((Track(notes_array([(0, 20, 36, 90)], DRUMS), channel=DRUMS),), 480),
    "one note": Score((Track(notes_array([(0, 1, 60, 1)])),), 480),
    "one tick a quarter": Score((Track(notes_array([(0, 1, 60, 80), (1, 1, 64, 80)])),), 1),
    "finest ticks": Score((Track(notes_array([(0, 32767, 60, 80)])),), 32767),
    "outside the piano": Score((Track(notes_array([(0, 480, 0, 80), (480, 480, 127, 127)])),), 480),
    "a short bar": Score((Track(notes_array([(0, 7, 60, 80)])),), 480, (), (Metre(0, 1, 64),)),
    "a long bar": Score((Track(notes_array([(0, 7, 60, 80)])),), 480, (), (Metre(0, 255, 4),)),
    "a note too long": Score((Track(notes_array([(0, 400_000, 60, 80), (0, 10, 50, 80)])),), 480),
    "a cluster": Score((Track(notes_array([(0, 480, pitch, 80) for pitch in range(128)] * 3)),), 480),
    "crowded": Score((Track(notes_array([(i, 5, 30 + i % 70, 80) for i in range(9000)])),), 480),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_tunes_are_continued(run: Run, name: str) -> None:
    tune = ODD[name]
    longer = continued(run, tune, bars=2)
    line = Clock(tune).bar_at(max(0, tune.end_tick - 1)).end if tune.end_tick else 0
    bars = Clock(tune).bars(line, line + 1)
    bars.append(Clock(tune).bar_at(bars[0].end))
    added = new_notes(tune, longer)
    assert added[0][0] >= line
    assert max(end for _, end in added) <= bars[1].end
    for bar in bars:
        assert any(bar.start <= start < bar.end for start, _ in added)
    for before, after in zip(tune.tracks, longer.tracks, strict=False):
        assert np.array_equal(after.notes[: len(before.notes)], before.notes)


@settings(max_examples=20)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 5000), st.integers(1, 3000), st.integers(0, 127), st.integers(1, 127)),
        max_size=30,
    ),
    ticks=st.sampled_from([24, 120, 481]),
    metre=st.tuples(st.integers(1, 13), st.sampled_from([2, 4, 8, 16])),
)
def test_any_notes_are_continued(
    toy_model: Path, rows: list[tuple[int, int, int, int]], ticks: int, metre: tuple[int, int]
) -> None:
    tune = Score((Track(notes_array(rows)),), ticks, (), (Metre(0, *metre),))
    longer = continued(Run(seed=1, model=toy_model), tune, bars=1)
    assert np.array_equal(longer.tracks[0].notes[: len(rows)], tune.tracks[0].notes)
    assert longer.note_count > tune.note_count


def test_no_key_is_held_twice(run: Run) -> None:
    for track in composed(run, bars=8, density=1.0).tracks:
        for pitch in np.unique(track.notes["pitch"]):
            line = track.notes[track.notes["pitch"] == pitch]
            assert (line["start"][1:] >= (line["start"] + line["length"])[:-1]).all()


def test_a_model_that_repeats_itself_is_made_to_move_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[bool] = []

    def stuck(*_: Any, use_hint: bool) -> list[Note]:
        calls.append(use_hint)
        return [Note(0, 0, 60, 12) if use_hint else Note(0, 0, 60 + len(calls) % 12, 12)]

    monkeypatch.setattr(writing, "_write_bar", stuck)
    pitches = composed(run, bars=12).tracks[0].notes["pitch"].tolist()
    assert pitches[:2] == [60, 60]
    assert pitches.count(60) <= 6


def test_the_drums_go_on(run: Run) -> None:
    beat = [(bar * 1920 + i * 480, 100, 36 + i % 2, 90) for bar in range(3) for i in range(4)]
    tune = toy_tune(3)
    tune = tune.with_tracks((*tune.tracks, Track(notes_array(beat, DRUMS), channel=DRUMS)))
    drums = continued(run, tune, bars=2).tracks[-1].notes
    assert drums["start"].tolist() == [bar * 1920 + i * 480 for bar in range(5) for i in range(4)]
    assert drums["pitch"].tolist() == [36, 37, 36, 37] * 5


def test_closing_ends_at_once(run: Run) -> None:
    events = RnnComposer().compose(run, ComposeParams(bars=64))
    for event in events:
        if isinstance(event, Preview):
            break
    events.close()  # type: ignore[attr-defined]
    assert list(events) == []


def test_without_a_model_nothing_can_be_played(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="choose one"):
        composed(Run(seed=1))
    with pytest.raises(BadModel, match="is no model"):
        composed(Run(seed=1, model=tmp_path))
