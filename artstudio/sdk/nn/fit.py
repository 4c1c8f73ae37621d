"""A training loop that knows no model.

`fit` steps a `Learner` until its budget is spent, measures it on data set aside, keeps the best and the last
model, and can go on exactly where it was stopped. Its run folder::

    run.json          what was asked for
    metrics.jsonl     one line a report: step, loss, held_out, fraction, seconds
    best/ last/       model folders, as the learner saves them
    state.safetensors everything needed to go on: weights, optimiser, generators, place in the data
"""

from __future__ import annotations

import json
import math
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch

from artstudio.sdk.errors import BadModel, InvalidValue, TrainingDiverged
from artstudio.sdk.events import Checkpoint, Notice, Progress, TrainEvent, TrainStep
from artstudio.sdk.nn.weights import Array, pack, unpack, widened, write_atomically

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path

    from artstudio.sdk.plugin import TrainRun

STATE = "state.safetensors"
SLOW_MEASURE = 8  # measuring may take a ninth of the time, unless steps ask for more


@dataclass(frozen=True, slots=True)
class State:
    """What a learner needs to go on: arrays, and values that are plain JSON."""

    arrays: dict[str, Array]
    values: dict[str, Any] = field(default_factory=dict)


class Learner(Protocol):
    """A model with its optimiser and data, as `fit` sees it."""

    def step(self, fraction: float) -> float:
        """One update; `fraction` (0-1) of the budget is spent. Returns the loss on the training data."""

    def held_out(self) -> Iterator[tuple[float, int]]:
        """Judges the model on data set aside, in pieces of well under a second: (sum of losses, items)."""

    def save(self, folder: Path) -> None:
        """Writes the model as it is now into `folder`."""

    def state(self) -> State:
        """Everything that `restore` needs, without torch's global generators (`fit` keeps those)."""

    def restore(self, state: State) -> None:
        """Goes back to `state`."""


@dataclass(slots=True)
class _Record:
    """How far a run has come; saved with the learner's state."""

    step: int = 0
    seconds: float = 0.0
    best: float | None = None
    worse: int = 0  # measurements since the best one
    finished: bool = False


def fit(
    learner: Learner,
    run: TrainRun,
    *,
    steps: int | None = None,
    measure_every: int = 200,
    measure_every_s: float = 45.0,
    patience: int | None = None,
    report_every_s: float = 0.25,
    save_every_s: float = 60.0,
    about: Mapping[str, Any] | None = None,
) -> Generator[TrainEvent, None, None]:
    """Trains until `run.seconds` or `steps` are spent (whichever comes first) or learning stops paying.

    The held-out loss is measured every `measure_every` steps, whenever `measure_every_s` seconds of learning
    have passed (unless measuring itself is slow), and at the end; after `patience` measurements without a
    new best one the run ends early. Time spent paused at a `yield` does not count. Closing the
    generator stops the run and keeps what was learned. `about` goes into run.json.

    Raises:
        InvalidValue: neither seconds nor steps bound the run.
        TrainingDiverged: the loss is no longer a number.
        BadModel: `run.resume` finds no usable state in the run's folder.
    """
    if run.seconds is None and steps is None:
        raise InvalidValue("a training needs a time budget or a number of steps")
    run.folder.mkdir(parents=True, exist_ok=True)
    record = _Record(seconds=run.spent() * (run.seconds or 0.0))
    if run.resume:
        record = _restore(learner, run.folder)
        if record.finished:  # asked to go on all the same
            record.finished, record.worse = False, 0
    asked = {"seed": run.seed, "seconds": run.seconds, "steps": steps, "device": run.device, **(about or {})}
    write_atomically(run.folder / "run.json", (json.dumps(asked, indent=2) + "\n").encode())
    metrics = run.folder / "metrics.jsonl"
    _forget_after(metrics, record.step)

    def fraction() -> float:
        by_time = record.seconds / max(run.seconds, 1e-3) if run.seconds is not None else 0.0
        by_steps = record.step / steps if steps else 0.0
        return min(1.0, max(by_time, by_steps))

    losses: list[float] = []
    saved_at = reported_at = measured_at = record.seconds
    measuring_s = 0.0
    sound = True
    try:
        while fraction() < 1.0 and not (patience is not None and record.worse >= patience):
            began = time.monotonic()
            loss = learner.step(fraction())
            record.step += 1
            record.seconds += time.monotonic() - began
            if not math.isfinite(loss):
                raise TrainingDiverged(
                    "the loss stopped being a number at step {step}: train again with a lower learning rate; "
                    "what was learned before is kept",
                    step=record.step,
                )
            losses.append(loss)
            held_out = None
            due_s = max(measure_every_s, SLOW_MEASURE * measuring_s)
            if record.step % measure_every == 0 or record.seconds - measured_at >= due_s or fraction() >= 1.0:
                began_s = record.seconds
                held_out = yield from _measure(learner, record, fraction())
                measured_at, measuring_s = record.seconds, record.seconds - began_s
            if held_out is not None or record.seconds - reported_at >= report_every_s:
                reported_at = record.seconds
                point = TrainStep(record.step, float(np.mean(losses)), fraction(), held_out)
                losses.clear()
                _append(metrics, point, record.seconds)
                yield point
            if held_out is not None:
                best = record.best is None or held_out < record.best
                record.best, record.worse = (held_out, 0) if best else (record.best, record.worse + 1)
                if best:
                    learner.save(run.folder / "best")
                    yield Checkpoint(run.folder / "best", record.step, held_out, best=True)
            if record.seconds - saved_at >= save_every_s:
                saved_at = record.seconds
                _keep(learner, run.folder, record)
        record.finished = True
        if fraction() < 1.0:
            yield Notice("stopped early: the model no longer gets better on data it has not seen")
    except TrainingDiverged:
        sound = False  # what is in memory is spoilt; the state on disk is not
        raise
    finally:
        if sound and record.step:
            _keep(learner, run.folder, record)
    if record.step:
        yield Checkpoint(run.folder / "last", record.step, None, best=record.best is None)


def _measure(learner: Learner, record: _Record, done: float) -> Generator[Progress, None, float | None]:
    """The mean held-out loss; yields between pieces so that a stop need not wait for all of it."""
    total, items = 0.0, 0
    pieces = learner.held_out()
    while True:
        began = time.monotonic()
        piece = next(pieces, None)
        record.seconds += time.monotonic() - began
        if piece is None:
            return total / items if items else None
        total, items = total + piece[0], items + piece[1]
        yield Progress(done, 1.0, "measuring")


def _keep(learner: Learner, folder: Path, record: _Record) -> None:
    """Saves the last model and all that going on needs; torch's generators travel with the state."""
    learner.save(folder / "last")
    state = learner.state()
    arrays = {f"learner.{name}": array for name, array in state.arrays.items()}
    arrays["torch.cpu"] = torch.get_rng_state().numpy()
    if torch.cuda.is_available():
        arrays["torch.cuda"] = torch.cuda.get_rng_state().numpy()
    values = {"record": asdict(record), "learner": state.values}
    arrays["values"] = np.frombuffer(json.dumps(values).encode(), np.uint8)
    write_atomically(folder / STATE, pack(arrays))


def _restore(learner: Learner, folder: Path) -> _Record:
    try:
        arrays = unpack((folder / STATE).read_bytes())
        values = json.loads(arrays.pop("values").tobytes())
        torch.set_rng_state(torch.from_numpy(arrays.pop("torch.cpu").copy()))
        cuda = arrays.pop("torch.cuda", None)
        if cuda is not None and torch.cuda.is_available():
            torch.cuda.set_rng_state(torch.from_numpy(cuda.copy()))
        mine = {name.removeprefix("learner."): widened(array) for name, array in arrays.items()}
        learner.restore(State(mine, values["learner"]))
        return _Record(**values["record"])
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as problem:
        raise BadModel(
            "the training in {folder} cannot be resumed: its saved state is missing or of another "
            "model; start anew",
            folder=folder,
        ) from problem


def _append(path: Path, point: TrainStep, seconds: float) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**asdict(point), "seconds": round(seconds, 2)}) + "\n")


def _forget_after(path: Path, step: int) -> None:
    """Drops reports of steps that a resumed run will take again."""
    if path.exists():
        lines = [
            line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["step"] <= step
        ]
        write_atomically(path, "".join(line + "\n" for line in lines).encode())
