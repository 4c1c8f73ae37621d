"""`artstudio run PLUGIN ACTION`: the action's schema becomes the options."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from artstudio.cli import session
from artstudio.cli.options import given, options
from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.events import Output
from artstudio.studio.files import check_readable, check_writable, read_media, write_result, written_to
from artstudio.studio.generate import Candidate, Generation, candidate, start_generation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.sdk.media import Media
    from artstudio.sdk.schema import ActionSchema, InputSchema
    from artstudio.studio.studio import Studio


class _Plugins(click.Group):
    """Every usable plugin with actions is a command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        from artstudio.host.discovery import Found

        with session.studio() as studio:
            return [entry.id for entry in studio.host.plugins() if isinstance(entry, Found)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
        return _Actions(cmd_name)


class _Actions(click.Group):
    """Every action of one plugin is a command."""

    def __init__(self, plugin: str) -> None:
        super().__init__(plugin, short_help=f"Actions of {plugin}.")
        self._plugin = plugin

    def _actions(self) -> dict[str, ActionSchema]:
        from artstudio.sdk.errors import ManifestError

        with session.studio() as studio:
            try:
                return {action.name: action for action in studio.host.schema(self._plugin).actions}
            except ManifestError as error:
                raise click.UsageError(str(error)) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._actions())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        actions = self._actions()
        if cmd_name not in actions:
            known = ", ".join(actions) or "none"
            raise click.UsageError(f"{self._plugin} has no action {cmd_name}; known are: {known}")
        return _command(self._plugin, actions[cmd_name])


run = _Plugins("run", help="Run PLUGIN's ACTION on files and write what it makes.")


def _command(plugin: str, action: ActionSchema) -> click.Command:
    inputs = ", ".join(_words(entry) for entry in action.inputs)

    def work(
        inputs: tuple[str, ...], out: Path, seed: int, model: Path | None, device: str | None, as_json: bool,
        **values: Any,
    ) -> None:  # fmt: skip
        with _as_usage():
            check_writable(out, action.outputs)
        with session.studio() as studio:
            made = Generation(
                plugin, action.name, _media(action, inputs), given(values, action.params), seed,
                None if model is None else model.absolute(), device,
            )  # fmt: skip
            _run(studio, made, out, as_json)

    return click.Command(
        action.name,
        callback=work,
        help=action.help,
        short_help=action.title,
        params=[
            click.Option(
                ["--in", "inputs"],
                multiple=True,
                help=f"A file to work on, or NAME=FILE: {inputs or 'none is taken'}.",
            ),
            click.Option(
                ["--out"], required=True, type=click.Path(path_type=Path), help="Where to write the result."
            ),
            session.seed_option(),
            click.Option(
                ["--model"],
                type=click.Path(exists=True, file_okay=False, path_type=Path),
                help="A model folder.",
            ),
            click.Option(["--device"], help="cpu, cuda:0, mps... [default: the settings']"),
            click.Option(["--json", "as_json"], is_flag=True, help="Print one JSON object and nothing else."),
            *options(action.params),
        ],
    )


def _words(entry: InputSchema) -> str:
    if not entry.many:
        return f"{entry.name} ({entry.kind})"
    number = f"{entry.least} or more " if entry.least else ""
    if entry.most is not None:
        number = f"{entry.least} to {entry.most} "
    return f"{entry.name} ({number}{entry.kind}s)"


def _media(action: ActionSchema, files: tuple[str, ...]) -> dict[str, Media | list[Media] | None]:
    """Binds files to the action's media arguments: by name, else in order; a list takes the rest."""
    slots = {slot.name: slot for slot in action.inputs}
    bound: dict[str, Any] = {slot.name: [] if slot.many else None for slot in action.inputs}
    unnamed = []
    for text in files:
        name, equals, path = text.partition("=")
        if equals and name in slots and not Path(text).exists():
            value = _read(Path(path), slots[name].kind)
            bound[name] = [*bound[name], value] if slots[name].many else value
        else:
            unnamed.append(Path(text))
    for slot in action.inputs:
        while unnamed and (slot.many or bound[slot.name] is None):
            value = _read(unnamed.pop(0), slot.kind)
            if slot.many:
                bound[slot.name].append(value)
            else:
                bound[slot.name] = value
    for slot in action.inputs:
        if slot.many:
            with _as_usage():
                slot.check_number(len(bound[slot.name]))
    if unnamed:
        takes = f"at most {len(slots)}" if slots else "no"
        raise click.UsageError(f"{action.name} takes {takes} --in files, {unnamed[0].name} is one too many")
    missing = [s.name for s in action.inputs if not s.optional and not s.many and bound[s.name] is None]
    if missing:
        raise click.UsageError(f"{action.name} needs --in {missing[0]}=FILE")
    return bound


def _read(path: Path, kind: str) -> Media:
    with _as_usage():
        check_readable(path, kind)
    return read_media(path)


@contextlib.contextmanager
def _as_usage() -> Iterator[None]:
    """A suffix that does not fit is wrong usage: status 2."""
    try:
        yield
    except InvalidValue as error:
        raise click.UsageError(str(error)) from None


def _run(studio: Studio, made: Generation, out: Path, as_json: bool) -> None:
    outputs: list[Output[Media] | Candidate] = []

    def hear(event: object) -> None:
        if isinstance(event, Output | Candidate):
            outputs.append(event)

    job = session.finish(studio, lambda listener: start_generation(studio, made, listener), hear)
    paths = []
    for number, output in enumerate(outputs, start=1):
        path = out if len(outputs) == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}")
        result = output if isinstance(output, Candidate) else candidate(studio, made, output)
        session.tell(write_result(studio, result.value, path, result.recipe))
        paths.append(str(written_to(result.value, path)))
    if any(isinstance(output, Candidate) for output in outputs):
        studio.use_footage()  # where no window is ever opened, nobody else sweeps what films leave behind
    said = {"outputs": paths, "seed": made.seed, "notices": job.notices}
    session.say(said, as_json, "\n".join(paths))
