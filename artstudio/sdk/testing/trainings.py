"""What is asked of a training and of an evaluation: plain refusals of data that teaches nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.params import Params, parse_params
from artstudio.sdk.plugin import Plugin, TrainRun
from artstudio.sdk.schema import TrainingSchema, params_of
from artstudio.sdk.testing.attempt import attempt
from artstudio.sdk.worker.loading import call, evaluation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.sdk.events import Event
    from artstudio.sdk.testing.finding import Sheet


def check_training(plugin: Plugin, task: TrainingSchema, sheet: Sheet) -> None:
    """Writes the findings on one way to train."""
    method = getattr(plugin, task.method)
    sheet.begin(f"{task.name}: parameters")
    try:
        parse_params(params_of(method) or Params, {})
        sheet.add(f"{task.name}: parameters", True, "all have defaults")
    except InvalidValue as error:
        sheet.add(f"{task.name}: parameters", False, f"its own defaults are refused: {error}")
        return
    wrong = [suffix for suffix in task.formats if not suffix.startswith(".") or suffix != suffix.lower()]
    formats = ", ".join(task.formats) or "none"
    sheet.add(f"{task.name}: formats", not wrong and bool(task.formats), f"reads {formats}")
    _check_bad_data(task.name, task.formats, sheet, lambda run: call(method, run, {}))


def check_evaluation(plugin: Plugin, formats: tuple[str, ...], sheet: Sheet, model: Path | None) -> None:
    """Writes the findings on the evaluation of `model` on data of the `formats` that the plugin reads."""
    judge = evaluation_of(plugin)
    _check_bad_data("evaluate", formats, sheet, lambda run: judge(replace(run, base=model)))


def _check_bad_data(
    name: str, formats: tuple[str, ...], sheet: Sheet, start: Callable[[TrainRun], Iterator[Event]]
) -> None:
    empty = Path.cwd() / "empty"
    empty.mkdir()
    noise = Path.cwd() / f"noise{formats[0] if formats else '.txt'}"
    noise.write_bytes(np.random.default_rng(0).bytes(4096))
    missing = Path.cwd() / "missing"
    cases: dict[str, Any] = {"an empty folder": empty, "a file of noise": noise, "a missing file": missing}
    for words, data in cases.items():
        title = f"{name}: {words}"
        sheet.begin(title)
        run = TrainRun(7, (data,), Path.cwd() / "run", seconds=1.0)
        run.folder.mkdir(exist_ok=True)
        tried = attempt(lambda run=run: start(run))  # type: ignore[misc]
        if tried.refusal is not None:
            sheet.add(title, True, f"refused: {tried.refusal}")
        else:
            failure = tried.failure or "was accepted"
            sheet.add(title, False, f"{words} {failure}: raise a StudioError that says what is missing")
