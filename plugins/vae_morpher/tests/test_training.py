"""Learning from pictures, at toy size."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from morpher_toys import folder_of, scene

from artstudio.sdk import BadModel, Metrics, TrainRun
from artstudio.sdk.events import Checkpoint, TrainStep
from artstudio_vae_morpher.actions import VaeMorpher
from artstudio_vae_morpher.model import Morpher, load
from artstudio_vae_morpher.params import LearnParams
from artstudio_vae_morpher.shape import Shape
from artstudio_vae_morpher.training import Lessons, MorpherLearner

morpher = VaeMorpher()
QUICK: dict[str, Any] = {"rows": 2, "width": 8, "measure_every": 4}


def learner(lessons: Lessons, **more: Any) -> MorpherLearner:
    torch.manual_seed(0)
    pictures = [scene(160, 140, seed) for seed in range(4)]
    model = Morpher(Shape((8, 8, 8), (8, 8), (8, 8, 8)))
    return MorpherLearner(model, pictures[:3], pictures[3:], seed=1, rows=2, lessons=lessons, **more)


def measured(one: MorpherLearner) -> float:
    found = list(one.held_out())
    return sum(value for value, _ in found) / sum(count for _, count in found)


@pytest.mark.parametrize("part", range(4))
def test_each_part_gets_better_at_pictures_it_never_saw(part: int) -> None:
    one = learner(Lessons(*(int(number == part) for number in range(4))), rate=3e-3)
    for _ in range(3):  # until it knows how large codes are
        one.step(0.3)
    before = measured(one)
    for _ in range(25):
        one.step(0.3)
    assert measured(one) < before


def test_a_training_goes_on_exactly_where_it_was() -> None:
    first, second = learner(Lessons()), learner(Lessons())
    for _ in range(3):
        first.step(0.1)
    second.restore(first.state())
    losses = []
    for one in (first, second):
        torch.manual_seed(9)
        losses.append([one.step(0.1) for _ in range(3)])
    assert losses[0] == losses[1]


def test_train_makes_a_model_that_evaluate_judges(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "pictures", 6)
    run = TrainRun(seed=1, data=(folder,), folder=tmp_path / "run")
    events = list(morpher.train(run, LearnParams(steps=6, **QUICK)))
    assert any(isinstance(event, TrainStep) and event.held_out is not None for event in events)
    best = [event.folder for event in events if isinstance(event, Checkpoint) and event.best][-1]
    load(best)
    judged = TrainRun(seed=1, data=(folder,), folder=tmp_path / "judged", base=best)
    (metrics,) = [event for event in morpher.evaluate(judged) if isinstance(event, Metrics)]
    assert {"psnr", "swapped", "cleaned", "noisy", "loss"} <= metrics.metrics.keys()
    assert all(np.isfinite(value) for value in metrics.metrics.values())


def test_a_tuned_model_goes_on_from_its_base_and_leaves_it_alone(tmp_path: Path, toy_model: Path) -> None:
    before = (toy_model / "model.safetensors").read_bytes()
    folder = folder_of(tmp_path / "pictures", 3)
    run = TrainRun(seed=1, data=(folder,), folder=tmp_path / "run", base=toy_model)
    list(morpher.cleaning(run, LearnParams(steps=3, **QUICK)))
    assert (toy_model / "model.safetensors").read_bytes() == before
    old, new = load(toy_model), load(tmp_path / "run" / "last")
    assert torch.equal(old.autoencoder.sum_up.weight, new.autoencoder.sum_up.weight)
    assert not torch.equal(old.cleaner.stem.weight, new.cleaner.stem.weight)


def test_a_part_alone_needs_a_model_to_begin_from(tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(tmp_path,), folder=tmp_path / "run")
    with pytest.raises(BadModel, match="choose one to begin from"):
        list(morpher.codes(run, LearnParams()))
