"""`artstudio train PLUGIN` and `artstudio evaluate PLUGIN`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from artstudio.cli import session
from artstudio.cli.options import given, options
from artstudio.sdk.errors import ManifestError, StudioError
from artstudio.studio.training import (
    TrainingPlan,
    TrainingRun,
    discard,
    keep,
    new_run,
    open_run,
    start_training,
    unfinished_runs,
)

if TYPE_CHECKING:
    from artstudio.sdk.events import Event
    from artstudio.sdk.schema import TrainingSchema
    from artstudio.studio.studio import Studio

_UNITS_S = {"": 1, "s": 1, "m": 60, "h": 3600}
data_option = click.option(
    "--data", multiple=True, required=True, type=click.Path(exists=True, path_type=Path),
    help="A folder, a ZIP or a file; may be given several times.",
)  # fmt: skip


class _Time(click.ParamType[float]):
    """A duration such as 90, 90s, 10m or 1.5h, in seconds."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", str(value))
        if match is None or float(match[1]) == 0:
            self.fail(f"{value!r} is no time: write 90s, 10m or 1.5h", param, ctx)
        return float(match[1]) * _UNITS_S[match[2]]


class _Train(click.Group):
    """Every plugin is a command; its parameters are those of the chosen task."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        from artstudio.host.discovery import Found

        with session.studio() as studio:
            return [e.id for e in studio.host.plugins() if isinstance(e, Found) and e.manifest.trains]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
        return _TrainOne(cmd_name)


train = _Train("train", help="Train PLUGIN's model on your own files.")


class _TrainOne(click.Command):
    """Its options depend on the value of one of them: the task is looked for before the rest is parsed."""

    def __init__(self, plugin: str) -> None:
        super().__init__(plugin, short_help=f"Train a model of {plugin}.")
        self._plugin = plugin

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        task = next((args[i + 1] for i, word in enumerate(args[:-1]) if word == "--task"), None)
        task = next((word.partition("=")[2] for word in args if word.startswith("--task=")), task)
        with session.studio() as studio:
            try:
                schema = studio.host.schema(self._plugin).training(task)
            except ManifestError as error:
                raise click.UsageError(str(error)) from None
        self.help = schema.help
        self.params = _train_options(schema)
        self.callback = lambda **values: _train(self._plugin, schema, **values)
        return super().make_context(info_name, args, parent, **extra)


def _train_options(schema: TrainingSchema) -> list[click.Parameter]:
    folder = click.Path(file_okay=False, path_type=Path)
    return [
        click.Option(
            ["--data"], multiple=True, type=click.Path(path_type=Path),
            help=f"A folder, a ZIP or a file ({' '.join(schema.formats)}); may be given several times.",
        ),
        click.Option(["--from", "base"], type=folder, help="Begin from this model. [default: from nothing]"),
        click.Option(["--out"], type=folder, help="Write the model here. [default: the studio's own models]"),
        click.Option(["--time", "seconds"], type=_Time(), help="How long at most: 90s, 10m, 1.5h."),
        click.Option(["--task"], help=f"What to train. [default: {schema.name}]"),
        click.Option(["--resume"], is_flag=True, help="Go on with the run that was stopped."),
        session.seed_option(),
        click.Option(["--json", "as_json"], is_flag=True, help="Print one JSON object and nothing else."),
        *options(schema.params),
    ]  # fmt: skip


def _train(
    plugin: str, schema: TrainingSchema, *, data: tuple[Path, ...], base: Path | None, out: Path | None,
    seconds: float | None, resume: bool, seed: int, as_json: bool, **values: Any,
) -> None:  # fmt: skip
    from artstudio.sdk.events import Checkpoint, TrainStep

    losses: dict[str, Any] = {"steps": 0, "loss": None, "held_out": None}

    def hear(event: Event) -> None:
        if isinstance(event, TrainStep):
            losses.update(steps=event.step, loss=event.loss)
        elif isinstance(event, Checkpoint) and event.best:
            losses.update(held_out=event.held_out)

    with session.studio() as studio:
        # A stopped run lies beside its model, so that the same command with --resume finds it.
        place = None if out is None else out.absolute().with_name(f"{out.name}.run")
        if resume:
            run = open_run(place) if place is not None else _latest(studio, plugin)
        else:
            if not data:
                raise click.UsageError("say what to learn from: --data PATH")
            for path in data:
                if not path.exists():
                    raise StudioError("there is nothing at {path} to learn from", path=path)
            plan = TrainingPlan(
                plugin, tuple(str(path.absolute()) for path in data), out.name if out else f"{plugin} model",
                schema.name, None if base is None else str(base.absolute()), seconds,
                given(values, schema.params), seed,
            )  # fmt: skip
            if place is not None and place.exists():
                discard(open_run(place))
            run = new_run(studio, plan, place)
        try:
            session.finish(
                studio, lambda listener: start_training(studio, run, listener, resume=resume), hear
            )
        except click.Abort:
            click.echo(f"stopped; go on with: artstudio train {plugin} --resume ...", err=True)
            raise
        model = keep(studio, run, out)
        discard(run)
    session.say({"model": str(model), **losses}, as_json, str(model))


def _latest(studio: Studio, plugin: str) -> TrainingRun:
    runs = [run for run in unfinished_runs(studio) if run.plan.plugin == plugin]
    if not runs:
        raise StudioError(
            "no training of {plugin} was stopped: there is nothing to go on with", plugin=plugin
        )
    return runs[-1]


@click.command()
@click.argument("plugin")
@data_option
@click.option(
    "--model", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A model folder."
)
@session.json_option
def evaluate(plugin: str, data: tuple[Path, ...], model: Path | None, as_json: bool) -> None:
    """Judge PLUGIN's model (the starter, or --model) on data that it has not learned from."""
    from artstudio.host.requests import EvaluateRequest
    from artstudio.sdk.events import Metrics

    found: list[Metrics] = []

    def hear(event: Event) -> None:
        if isinstance(event, Metrics):
            found.append(event)

    with session.studio() as studio, tempfile.TemporaryDirectory() as folder:
        try:
            title = studio.host.found(plugin).manifest.title
        except ManifestError as error:
            raise click.UsageError(str(error)) from None
        lane = studio.device(plugin).name
        request = EvaluateRequest(plugin, data, Path(folder), model, lane)
        session.finish(
            studio,
            lambda listener: studio.queue.submit(
                f"{title}: evaluate", lambda control: studio.host.evaluate(request, control),
                lane=lane, listener=listener,
            ),
            hear,
        )  # fmt: skip
    if not found:
        raise StudioError("{plugin} measured nothing", plugin=plugin)
    metrics = dict(found[-1].metrics)
    lines = [f"{name}: {value:.4g}" for name, value in metrics.items()]
    session.say({"metrics": metrics, "n": found[-1].n}, as_json, "\n".join([*lines, f"n: {found[-1].n}"]))
