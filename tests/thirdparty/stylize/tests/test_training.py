"""Learning from pictures, at toy size."""

from pathlib import Path
from typing import Any

import pytest
import torch
from stylize_toys import folder_of, scene, strokes

from artstudio.sdk import BadFile, BadModel, Metrics, TrainRun, TrainStep
from artstudio.sdk.events import Checkpoint
from artstudio_stylize import actions, judging
from artstudio_stylize.actions import Stylize
from artstudio_stylize.data import read_data
from artstudio_stylize.model import Networks, load, save
from artstudio_stylize.network import Encoder
from artstudio_stylize.params import LearnParams
from artstudio_stylize.shape import Shape
from artstudio_stylize.training import StylizeLearner

TOY = Shape((4, 8, 8, 8), 8)
QUICK: dict[str, Any] = {"rows": 2, "width": 8, "side_px": 32}


def learner(**more: Any) -> StylizeLearner:
    torch.manual_seed(0)
    contents = [scene(64, 64, seed) for seed in range(4)]
    styles = [strokes(64, seed) for seed in range(4)]
    held_out = ([scene(64, 64, 9)], [strokes(64, 9)])
    more = {"rows": 4, "side_px": 32, "seed": 1, **more}
    return StylizeLearner(Networks(TOY), contents, styles, held_out, **more)


def measured(one: StylizeLearner) -> float:
    found = list(one.held_out())
    return sum(value for value, _ in found) / sum(count for _, count in found)


def test_seeing_gets_better_and_then_the_encoder_stays_as_it_is() -> None:
    one = learner(seeing=0.5, rate=3e-3)
    losses = [one.step(0.1) for _ in range(60)]
    assert sum(losses[-10:]) < sum(losses[:10])
    assert list(one.held_out()) == []
    one.step(0.6)
    before = {name: tensor.clone() for name, tensor in one.model.encoder.state_dict().items()}
    one.step(0.7)
    assert all(torch.equal(tensor, before[name]) for name, tensor in one.model.encoder.state_dict().items())


def test_painting_gets_better_on_pictures_it_never_saw() -> None:
    one = learner(seeing=0.1, rate=3e-3)
    for fraction in (0.05, 0.06, 0.2):
        one.step(fraction)
    before = measured(one)
    for _ in range(80):
        one.step(0.3)
    assert measured(one) < before


def test_a_training_goes_on_exactly_where_it_was() -> None:
    first, second = learner(seeing=0.5), learner(seeing=0.5)
    for fraction in (0.2, 0.6, 0.7):
        first.step(fraction)
    second.restore(first.state())
    losses = []
    for one in (first, second):
        torch.manual_seed(9)
        losses.append([one.step(0.8) for _ in range(2)])
    assert losses[0] == losses[1]


def test_levelling_changes_how_large_channels_are_and_nothing_else() -> None:
    torch.manual_seed(0)
    encoder, pictures = Encoder(TOY), torch.rand(2, 3, 32, 32) * 2 - 1
    before = encoder(pictures)
    encoder.level_out(pictures)
    for one, other in zip(before, encoder(pictures), strict=True):
        assert torch.allclose(one / one.std((0, 2, 3), keepdim=True), other, atol=1e-3)


def test_train_makes_a_model_that_evaluate_judges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "pictures", 6)
    run = TrainRun(seed=1, data=(folder,), folder=tmp_path / "run")
    events = list(Stylize().learn(run, LearnParams(steps=8, **QUICK)))
    assert any(isinstance(event, TrainStep) and event.held_out is not None for event in events)
    best = [event.folder for event in events if isinstance(event, Checkpoint) and event.best][-1]
    monkeypatch.setattr(actions, "JUDGED_PX", 64)
    monkeypatch.setattr(judging, "JUDGED_STEPS", 2)
    judged = TrainRun(seed=1, data=(folder,), folder=tmp_path / "judged", base=best)
    (found,) = [event for event in Stylize().evaluate(judged) if isinstance(event, Metrics)]
    assert found.n >= 1
    assert {"fast_style", "iterative_style", "colours_style", "fast_content"} <= found.metrics.keys()


def test_from_a_model_only_painting_is_learned(tmp_path: Path) -> None:
    base = tmp_path / "base"
    save(Networks(TOY), base, {})
    run = TrainRun(1, (folder_of(tmp_path / "pictures", 4),), tmp_path / "run", base=base)
    list(Stylize().learn(run, LearnParams(steps=2, **QUICK)))
    old, new = (load(folder).state_dict() for folder in (base, tmp_path / "run" / "last"))
    assert all(torch.equal(old[name], new[name]) for name in old if name.startswith("encoder."))
    assert not all(torch.equal(old[name], new[name]) for name in old)


def test_styles_are_told_from_contents_by_the_names_of_their_places(tmp_path: Path) -> None:
    photos, art = folder_of(tmp_path / "photos", 3), folder_of(tmp_path / "my art", 2)
    *_, data = drained(read_data((photos, art), "ART"))
    assert len(data.contents.train + data.contents.held_out) > len(data.styles.train + data.styles.held_out)
    with pytest.raises(BadFile, match="has masters in its name"):
        drained(read_data((photos,), "masters"))


def drained(reading: Any) -> list[Any]:
    found = []
    while True:
        try:
            found.append(next(reading))
        except StopIteration as end:
            return [*found, end.value]


def test_another_plugins_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"family": "gan-painter", "version": 1}', encoding="utf-8")
    with pytest.raises(BadModel, match="not one of Stylize's"):
        load(tmp_path)
