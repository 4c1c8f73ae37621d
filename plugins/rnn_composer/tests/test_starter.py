"""What the model that comes with the plugin can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from composer_toys import toy_tune

from artstudio.sdk import Output, Run, Score
from artstudio_rnn_composer.actions import RnnComposer
from artstudio_rnn_composer.params import ComposeParams, ContinueParams
from artstudio_rnn_composer.shape import load_arrays
from artstudio_rnn_composer.tonality import KEY_NAMES, in_key_share

STARTER = Path(__file__).parents[3] / "resources" / "models" / "rnn-composer" / "starter"


def result(events: Iterator[Any]) -> Score:
    (score,) = [event.value for event in events if isinstance(event, Output)]
    assert isinstance(score, Score)
    return score


def test_it_is_whole_and_small_enough_to_ship() -> None:
    load_arrays(STARTER)
    assert (STARTER / "MODEL_CARD.md").exists()
    assert (STARTER / "model.safetensors").stat().st_size <= 7.3 * 2**20


def test_density_decides_how_full_the_music_is() -> None:
    run = Run(seed=3, model=STARTER)
    counts = [
        result(RnnComposer().compose(run, ComposeParams(bars=8, density=density))).note_count
        for density in (0.0, 0.5, 1.0)
    ]
    assert counts[0] < counts[1] < counts[2]
    assert counts[0] * 2 < counts[2]


@pytest.mark.parametrize("key", ["G", "Ebm", "Am"])
def test_it_plays_in_the_key_asked_for(key: Any) -> None:
    score = result(RnnComposer().compose(Run(seed=4, model=STARTER), ComposeParams(bars=16, key=key)))
    notes = np.concatenate([track.notes for track in score.tracks])
    asked = in_key_share(notes["pitch"], notes["length"], KEY_NAMES.index(key))
    strange = in_key_share(notes["pitch"], notes["length"], (KEY_NAMES.index(key) + 6) % 12)
    assert asked > 0.75 > strange


def test_it_goes_on_in_the_tunes_key_and_register() -> None:
    tune = toy_tune(8)
    longer = result(RnnComposer().continue_(Run(seed=5, model=STARTER), tune, ContinueParams(bars=8)))
    added = [
        after.notes[len(before.notes) :]["pitch"]
        for before, after in zip(tune.tracks, longer.tracks, strict=True)
    ]
    assert in_key_share(np.concatenate(added), np.ones(sum(map(len, added))), 0) > 0.75
    assert added[1].mean() > added[2].mean()  # melody above bass


def test_the_melody_sings() -> None:
    for seed in range(3):
        melody, piano = result(
            RnnComposer().compose(Run(seed=seed, model=STARTER), ComposeParams(bars=16, ensemble="song"))
        ).tracks
        assert len(np.unique(melody.notes["start"] // 1920)) >= 8
        assert len(np.unique(piano.notes["start"] // 1920)) >= 8
