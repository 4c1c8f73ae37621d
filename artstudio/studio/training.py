"""Training runs: each is a folder that can be gone back to, and a job like any other.

A run's folder holds `request.json` (what was asked), `best/` and `last/` (models) and whatever the plugin
needs to go on. It stays until the training is finished or the artist discards it.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.base.atomic import write_bytes
from artstudio.host.models import CARD_NAME, Model
from artstudio.host.plain_copy import copy_plain
from artstudio.host.requests import TrainRequest
from artstudio.media import formats
from artstudio.sdk.errors import BadFile, BadModel, StudioError
from artstudio.sdk.events import Checkpoint, Event, Preview, TrainStep
from artstudio.sdk.media import Media, kind_of
from artstudio.studio.recording import record_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.engine.job import Control, Job
    from artstudio.engine.queue import Listener
    from artstudio.studio.studio import Studio

REQUEST_NAME = "request.json"
MODELS = ("best", "last")


@dataclass(frozen=True)
class TrainingPlan:
    """What is asked of a training: see `artstudio.sdk.TrainRun`. `name` is what the model will be called."""

    plugin: str
    data: tuple[str, ...]
    name: str
    task: str | None = None
    base: str | None = None
    seconds: float | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0


@dataclass(frozen=True)
class TrainingRun:
    """A run on disk."""

    plan: TrainingPlan
    folder: Path

    @property
    def model(self) -> Path | None:
        """The best model so far, the last one where none was measured yet; None before there is any."""
        return next((self.folder / name for name in MODELS if (self.folder / name).is_dir()), None)


def new_run(studio: Studio, plan: TrainingPlan, folder: Path | None = None) -> TrainingRun:
    """Makes the folder of a run (below the studio's own folders where none is given).

    Raises:
        StudioError: a path of the data does not exist.
        BadModel: the folder cannot be written.
    """
    for path in plan.data:
        if not Path(path).exists():
            raise StudioError("there is nothing at {path} to learn from", path=path)
    if folder is None:
        names = (runs_folder(studio) / f"{plan.plugin}-{number}" for number in count(1))
        folder = next(name for name in names if not name.exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / REQUEST_NAME, json.dumps(asdict(plan), indent=1).encode())
    except (OSError, BadFile) as error:
        raise BadModel(
            "the training cannot be kept in {folder}: {reason}", folder=folder, reason=error
        ) from None
    return TrainingRun(plan, folder)


def runs_folder(studio: Studio) -> Path:
    """Where runs live that were not given a place of their own."""
    return studio.folders.data / "runs"


def open_run(folder: Path) -> TrainingRun:
    """The run that lies in `folder`.

    Raises:
        BadModel: there is none to go on with.
    """
    try:
        kept = json.loads((folder / REQUEST_NAME).read_text(encoding="utf-8"))
        kept["data"] = tuple(kept["data"])
        return TrainingRun(TrainingPlan(**kept), folder)
    except (OSError, ValueError, TypeError, KeyError):
        raise BadModel(
            "there is no training to go on with in {folder}: start a new one", folder=folder
        ) from None


def unfinished_runs(studio: Studio) -> list[TrainingRun]:
    """Runs that were stopped or cut off, oldest first."""
    runs = []
    for folder in sorted(runs_folder(studio).glob("*/"), key=lambda path: path.stat().st_mtime):
        try:
            runs.append(open_run(folder))
        except BadModel:
            continue
    return runs


def start_training(
    studio: Studio, run: TrainingRun, listener: Listener | None = None, *, resume: bool = False
) -> Job:
    """Queues a training. When it is done, or stopped with something learned, `keep` puts it on the shelf.

    Raises:
        StudioError: the plugin is unknown.
    """
    plan = run.plan
    found = studio.host.found(plan.plugin)
    lane = studio.device(plan.plugin).name

    def work(control: Control) -> Iterator[Event]:
        request = TrainRequest(
            plugin=plan.plugin,
            data=tuple(Path(path) for path in plan.data),
            folder=run.folder,
            task=plan.task,
            params=plan.params,
            seed=plan.seed,
            base=None if plan.base is None else Path(plan.base),
            resume=resume,
            seconds=plan.seconds,
            device=lane,
        )
        began_s = time.monotonic()
        last: TrainStep | None = None
        for event in studio.host.train(request, control):
            if isinstance(event, TrainStep):
                last = event
            if isinstance(event, Checkpoint):
                _write_card(run, found.manifest.title, event, last, time.monotonic() - began_s)
            elif isinstance(event, Preview):
                _write_sample(run, event.value)
            yield event

    return studio.queue.submit(
        f"{found.manifest.title}: {plan.name}", work, lane=lane, interactive=False, listener=listener
    )


def keep(studio: Studio, run: TrainingRun, out: Path | None = None) -> Path:
    """Puts the run's best model on the shelf and into the library (or just into the folder `out`).

    An earlier state of the same run is replaced.

    Raises:
        BadModel: nothing was learned yet, or the model cannot be written.
    """
    best = run.model
    if best is None:
        raise BadModel("{name} has learned nothing yet that could be kept: train longer", name=run.plan.name)
    if out is not None:
        try:
            part = out.with_name(f".{out.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            out.parent.mkdir(parents=True, exist_ok=True)
            copy_plain(best, part)
            shutil.rmtree(out, ignore_errors=True)
            part.replace(out)
        except OSError as error:
            raise BadModel("the model cannot be written to {out}: {reason}", out=out, reason=error) from None
        return out
    found = studio.host.found(run.plan.plugin)
    for model in studio.shelf.models(found):
        if not model.starter and model.name == run.plan.name and _is_of(model, run):
            studio.shelf.delete(model)
    name = studio.shelf.free_name(found.id, run.plan.name)
    model = studio.shelf.add(found, best, name)
    record_model(studio, model, found.manifest.version, run.plan.params, run.plan.seed)
    return model.folder


def discard(run: TrainingRun) -> None:
    """Removes a run; a model that was kept from it stays."""
    shutil.rmtree(run.folder, ignore_errors=True)


def _is_of(model: Model, run: TrainingRun) -> bool:
    return f"run: {run.folder.name}" in model.card()


def _write_sample(run: TrainingRun, value: Media) -> None:
    """Puts what the model made beside it; a kind without a file format is left out."""
    suffixes = formats.suffixes(kind_of(value), writing=True)
    if run.model is not None and suffixes:
        folder = run.model / "samples"
        if folder.is_symlink() or run.model.is_symlink():
            return  # the plugin would have the studio write elsewhere
        folder.mkdir(exist_ok=True)
        formats.write(value, folder / f"sample{suffixes[0]}")


def _write_card(
    run: TrainingRun, title: str, best: Checkpoint, last: TrainStep | None, seconds: float
) -> None:
    plan = run.plan
    lines = [
        f"# {plan.name}",
        "",
        f"A model for {title}, trained on this machine.",
        "",
        f"- learned from: {', '.join(Path(path).name for path in plan.data)}",
        f"- began from: {'nothing' if plan.base is None else Path(plan.base).name}",
        f"- steps: {best.step}, {seconds / 60:.1f} minutes in this sitting",
        f"- held-out loss: {'not measured' if best.held_out is None else f'{best.held_out:.4f}'}",
        f"- training loss: {'not measured' if last is None else f'{last.loss:.4f}'}",
        f"- parameters: {json.dumps(dict(plan.params), sort_keys=True)}, seed {plan.seed}",
        f"- run: {run.folder.name}",
        "",
        "Its licence follows from what it learned from: only you know what you may do with it.",
        "",
    ]
    # the plugin names the folder and may have put links there: nothing outside of the run is written
    folder = next((run.folder / name for name in MODELS if run.folder / name == best.folder), None)
    if folder is not None and folder.is_dir() and not folder.is_symlink():
        write_bytes(folder / CARD_NAME, "\n".join(lines).encode())
