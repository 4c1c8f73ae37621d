"""Trainings: kept, stopped, gone on with, thrown away."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from artstudio.engine.job import Job, Outcome
from artstudio.sdk import BadModel, Checkpoint, StudioError
from artstudio.sdk.events import Event
from artstudio.studio.studio import Studio
from artstudio.studio.training import (
    TrainingPlan,
    discard,
    keep,
    new_run,
    open_run,
    start_training,
    unfinished_runs,
)


@pytest.fixture
def plan(tmp_path: Path) -> TrainingPlan:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("one two three")
    return TrainingPlan("echo", (str(tmp_path / "data"),), "Counter")


def stopped_early(studio: Studio, plan: TrainingPlan) -> Path:
    run = new_run(studio, TrainingPlan(**{**plan.__dict__, "params": {"at_most": 2}}))
    learned = threading.Event()

    def hear(_: Job, event: Event | None) -> None:
        if isinstance(event, Checkpoint) and event.step == 2:
            learned.set()

    job = start_training(studio, run, hear)
    assert learned.wait(30)
    studio.queue.cancel(job)
    assert job.wait(30)
    assert job.outcome is Outcome.CANCELLED
    return run.folder


def test_a_finished_training_goes_on_the_shelf_with_a_card(studio: Studio, plan: TrainingPlan) -> None:
    run = new_run(studio, plan)
    job = start_training(studio, run)
    assert job.wait(30)
    assert job.outcome is Outcome.DONE
    folder = keep(studio, run)
    assert json.loads((folder / "config.json").read_text()) == {"words": 3, "steps": 5}
    (model,) = studio.shelf.models(studio.host.found("echo"))
    assert model.name == "Counter"
    assert "held-out loss: 0.4000" in model.card()
    assert [path.read_text() for path in model.samples] == ["5 steps"]
    discard(run)
    assert unfinished_runs(studio) == []


def test_a_stopped_training_can_be_kept_and_gone_on_with(studio: Studio, plan: TrainingPlan) -> None:
    folder = stopped_early(studio, plan)
    (run,) = unfinished_runs(studio)
    assert run.folder == folder
    assert run.model == folder / "best"
    assert json.loads((keep(studio, run) / "config.json").read_text())["steps"] == 2
    job = start_training(studio, run, resume=True)
    assert job.wait(30)
    assert json.loads((keep(studio, run) / "config.json").read_text())["steps"] == 5
    assert len(studio.shelf.models(studio.host.found("echo"))) == 1


def test_a_model_that_was_never_measured_can_be_kept_too(studio: Studio, plan: TrainingPlan) -> None:
    run = new_run(studio, plan)
    (run.folder / "last").mkdir()
    (run.folder / "last" / "config.json").write_text("{}")
    assert (keep(studio, run) / "config.json").read_text() == "{}"


def test_nothing_learned_cannot_be_kept(studio: Studio, plan: TrainingPlan) -> None:
    with pytest.raises(BadModel, match="learned nothing yet"):
        keep(studio, new_run(studio, plan))


def test_data_that_is_not_there_is_said_before_anything_starts(studio: Studio) -> None:
    with pytest.raises(StudioError, match=r"nothing at .*nowhere"):
        new_run(studio, TrainingPlan("echo", ("/nowhere",), "X"))


def test_data_without_a_usable_file_fails_in_one_sentence(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = new_run(studio, TrainingPlan("echo", (str(tmp_path / "empty"),), "X"))
    job = start_training(studio, run)
    assert job.wait(30)
    assert job.outcome is Outcome.FAILED
    assert str(job.error) == "empty holds no .txt file to learn from"


def test_a_folder_without_a_run_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="start a new one"):
        open_run(tmp_path)
