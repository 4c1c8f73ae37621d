import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from artstudio.sdk import (
    BadModel,
    Checkpoint,
    InvalidValue,
    Notice,
    Training,
    TrainingDiverged,
    TrainRun,
    TrainStep,
)
from artstudio.sdk.nn.device import seed_everything
from artstudio.sdk.nn.fit import State, fit
from artstudio.sdk.nn.weights import save_model


class Line:
    """Learns y = 3 x from noisy points, with dropout so that torch's generator matters."""

    def __init__(self, *, rate: float = 0.02, spoilt_at: int | None = None, overfits: bool = False) -> None:
        self.model = torch.nn.Sequential(torch.nn.Linear(1, 8), torch.nn.Dropout(0.3), torch.nn.Linear(8, 1))
        self.optimiser = torch.optim.SGD(self.model.parameters(), lr=rate, momentum=0.9)
        self.chance = np.random.default_rng(5)
        self.steps, self.spoilt_at, self.overfits = 0, spoilt_at, overfits

    def step(self, fraction: float) -> float:
        assert 0 <= fraction < 1
        x = torch.from_numpy(self.chance.normal(size=(16, 1)).astype(np.float32))
        loss = torch.nn.functional.mse_loss(self.model(x), 3 * x)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        self.steps += 1
        return float("nan") if self.steps == self.spoilt_at else float(loss.detach())

    def held_out(self) -> Iterator[tuple[float, int]]:
        if self.overfits:
            yield float(self.steps), 1
            return
        self.model.eval()
        x = torch.linspace(-1, 1, 8)[:, None]
        with torch.no_grad():
            loss = float(torch.nn.functional.mse_loss(self.model(x), 3 * x, reduction="sum"))
        self.model.train()
        yield loss, 8

    def save(self, folder: Path) -> None:
        arrays = {name: tensor.detach().numpy() for name, tensor in self.model.state_dict().items()}
        save_model(folder, arrays, {"steps": self.steps})

    def state(self) -> State:
        arrays = {name: tensor.detach().numpy().copy() for name, tensor in self.model.state_dict().items()}
        for i, moments in self.optimiser.state_dict()["state"].items():
            arrays[f"momentum.{i}"] = moments["momentum_buffer"].numpy().copy()
        return State(arrays, {"chance": self.chance.bit_generator.state, "steps": self.steps})

    def restore(self, state: State) -> None:
        tensors = {name: torch.from_numpy(array) for name, array in state.arrays.items()}
        self.model.load_state_dict({name: tensors[name] for name in self.model.state_dict()})
        optimiser = self.optimiser.state_dict()
        optimiser["state"] = {i: {"momentum_buffer": tensors[f"momentum.{i}"]} for i in range(4)}
        self.optimiser.load_state_dict(optimiser)
        self.chance.bit_generator.state = state.values["chance"]
        self.steps = state.values["steps"]


def trained(learner: Line, folder: Path, steps: int, *, resume: bool = False) -> Training:
    run = TrainRun(seed=1, data=(), folder=folder, resume=resume)
    return fit(learner, run, steps=steps, measure_every=10, report_every_s=0)


def losses(events: Training) -> list[float]:
    return [event.loss for event in events if isinstance(event, TrainStep)]


def fresh_line() -> Line:
    seed_everything(1)
    return Line()


def test_learning_lowers_the_held_out_loss_and_keeps_the_best(tmp_path: Path) -> None:
    events = list(trained(fresh_line(), tmp_path, 60))
    measured = [event.held_out for event in events if isinstance(event, TrainStep) and event.held_out]
    assert len(measured) == 6
    first = next(event.loss for event in events if isinstance(event, TrainStep))
    assert min(measured) < first / 10
    best = [event for event in events if isinstance(event, Checkpoint) and event.best]
    assert best[-1].held_out == min(measured)
    config = json.loads((tmp_path / "best" / "config.json").read_text())
    assert config["steps"] == best[-1].step
    assert json.loads((tmp_path / "last" / "config.json").read_text())["steps"] == 60


def test_slow_steps_are_measured_by_time_too(tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(), folder=tmp_path)
    events = list(fit(fresh_line(), run, steps=50, measure_every=1000, measure_every_s=1e-9))
    measured = [event for event in events if isinstance(event, TrainStep) and event.held_out is not None]
    assert len(measured) > 1


def test_resuming_is_as_if_never_stopped(tmp_path: Path) -> None:
    whole = losses(trained(fresh_line(), tmp_path / "whole", 40))

    learner = fresh_line()
    first: list[float] = []
    stopped = trained(learner, tmp_path / "parts", 40)
    for event in stopped:
        if isinstance(event, TrainStep):
            first.append(event.loss)
        if len(first) == 17:
            break
    stopped.close()  # type: ignore[attr-defined]
    torch.rand(3)  # whatever happened in between
    rest = losses(trained(fresh_line(), tmp_path / "parts", 40, resume=True))
    assert first + rest == whole
    lines = (tmp_path / "parts" / "metrics.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in lines] == list(range(1, 41))


def test_stopping_keeps_what_was_learned(tmp_path: Path) -> None:
    events = trained(fresh_line(), tmp_path, 1000)
    for event in events:
        if isinstance(event, TrainStep) and event.step == 5:
            break
    events.close()  # type: ignore[attr-defined]
    assert json.loads((tmp_path / "last" / "config.json").read_text())["steps"] == 5


def test_a_loss_that_is_no_number_names_the_step_and_spares_the_state(tmp_path: Path) -> None:
    list(trained(fresh_line(), tmp_path, 10))
    before = (tmp_path / "state.safetensors").read_bytes()
    with pytest.raises(TrainingDiverged, match=r"step 13.*lower learning rate"):
        list(trained(Line(spoilt_at=13), tmp_path, 40, resume=True))
    assert (tmp_path / "state.safetensors").read_bytes() == before


def test_training_ends_early_when_it_stops_paying(tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(), folder=tmp_path)
    events = list(fit(Line(overfits=True), run, steps=500, measure_every=2, patience=3, report_every_s=0))
    assert max(event.step for event in events if isinstance(event, TrainStep)) == 8
    assert any(isinstance(event, Notice) and "stopped early" in event.sentence for event in events)


def test_the_time_budget_ends_the_run(tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(), folder=tmp_path, seconds=0.2)
    steps = [event for event in fit(fresh_line(), run, measure_every=50) if isinstance(event, TrainStep)]
    assert steps[-1].fraction == 1.0
    assert steps[-1].held_out is not None


def test_a_run_needs_a_bound(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="time budget"):
        list(fit(Line(), TrainRun(seed=1, data=(), folder=tmp_path)))


@pytest.mark.parametrize("content", [None, b"", b"\x00" * 99])
def test_a_missing_or_damaged_state_cannot_be_resumed(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "state.safetensors").write_bytes(content)
    with pytest.raises(BadModel, match="start anew"):
        list(trained(Line(), tmp_path, 5, resume=True))
