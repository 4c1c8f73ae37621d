"""Training: it learns, measures, stops and goes on as if it had not been stopped."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from painter_toys import folder_of, landscape, outputs

from artstudio.sdk import Checkpoint, Metrics, Preview, Run, TrainRun, TrainStep
from artstudio.sdk.nn.patches import patch_distance
from artstudio_gan_painter.actions import GanPainter
from artstudio_gan_painter.params import DreamParams, LearnParams
from artstudio_gan_painter.roughs import standard_rough
from artstudio_gan_painter.training import PainterLearner


@pytest.fixture
def lesson(tmp_path: Path) -> Callable[..., TrainRun]:
    data = folder_of(tmp_path / "pictures", 10)

    def made(name: str = "run", *, resume: bool = False) -> TrainRun:
        return TrainRun(seed=1, data=(data,), folder=tmp_path / name, resume=resume)

    return made


SMALL = {"rows": 2, "side": 32, "width": 8, "measure_every": 4}


def test_training_writes_a_model_that_paints(lesson: Callable[..., TrainRun], tmp_path: Path) -> None:
    events = list(GanPainter().train(lesson(), LearnParams(steps=4, **SMALL)))
    best = [event for event in events if isinstance(event, Checkpoint) and event.best]
    assert best
    assert any(isinstance(event, TrainStep) and event.held_out is not None for event in events)
    assert any(isinstance(event, Preview) for event in events)  # a sheet to look at
    (dream,) = outputs(GanPainter().dream(Run(1, model=best[-1].folder), DreamParams(width=64, height=64)))
    assert dream.width == 64
    judged = list(GanPainter().evaluate(TrainRun(1, lesson().data, tmp_path, base=best[-1].folder)))
    assert isinstance(judged[-1], Metrics)
    assert {"loss", "distance", "rough_distance", "keeping", "chroma"} <= judged[-1].metrics.keys()


def test_a_stopped_training_goes_on_as_if_it_had_not_been(lesson: Callable[..., TrainRun]) -> None:
    def losses(events: object) -> dict[int, float]:
        return {event.step: event.loss for event in events if isinstance(event, TrainStep)}  # type: ignore[attr-defined]

    plugin, params = GanPainter(), LearnParams(steps=8, **{**SMALL, "measure_every": 1})
    whole = losses(list(plugin.train(lesson("whole"), params)))
    half = plugin.train(lesson("parts"), params)
    for event in half:
        if isinstance(event, TrainStep) and event.step == 4:
            half.close()  # type: ignore[attr-defined]
            break
    rest = losses(list(plugin.train(lesson("parts", resume=True), params)))
    assert {step: whole[step] for step in (5, 6, 7, 8)} == pytest.approx(
        {step: rest[step] for step in (5, 6, 7, 8)}, rel=1e-5
    )


@pytest.mark.slow
def test_it_comes_nearer_to_what_it_is_shown(toy_learner: PainterLearner) -> None:
    before = [total for total, _ in toy_learner.held_out()]
    for step in range(40):
        toy_learner.step(step / 40)
    after = [total for total, _ in toy_learner.held_out()]
    assert np.mean(after) < 0.95 * np.mean(before)


@pytest.fixture
def toy_learner() -> PainterLearner:
    import torch

    from artstudio_gan_painter.model import Studio
    from artstudio_gan_painter.shape import Shape

    torch.manual_seed(1)
    pictures = [landscape(96, 96, seed) for seed in range(4)]
    return PainterLearner(
        Studio(Shape((16, 16, 16, 16), 8)), pictures, pictures[:2], seed=1, rows=4, side_px=64, rate=1e-3
    )


def test_both_curves_tell_a_share_of_the_roughs_distance(toy_learner: PainterLearner) -> None:
    """One chart shows both: a gap between them has to mean that it overfits, not another unit."""
    learned = float(np.median([toy_learner.step(0.0) for _ in range(6)]))
    set_aside = float(np.mean([value for value, count in toy_learner.held_out() if count]))
    assert 1 / 3 < learned / set_aside < 3


def test_a_finer_rough_is_nearer_to_its_picture() -> None:
    picture = landscape(256, 256, 3)
    assert patch_distance(picture, picture, seed=1) < 0.3 * patch_distance(standard_rough(picture), picture)


def test_dreams_are_taught_without_touching_how_it_paints(
    lesson: Callable[..., TrainRun], toy_model: Path
) -> None:
    from artstudio.sdk.nn.weights import unpack
    from artstudio_gan_painter.params import DreamLessonParams

    run = lesson()
    run = TrainRun(seed=1, data=run.data, folder=run.folder, base=toy_model)
    params = DreamLessonParams(steps=4, rows=4, measure_every=2)
    events = list(GanPainter().dreams(run, params))
    made = [event for event in events if isinstance(event, Checkpoint)][-1].folder
    before, after = (unpack((path / "model.safetensors").read_bytes()) for path in (toy_model, made))
    changed = {name for name in before if not np.array_equal(before[name], after[name])}
    assert changed
    assert all(name.startswith("sketcher.") for name in changed)
