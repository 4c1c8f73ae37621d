"""A plugin's schema: its actions and trainings as plain data, found from the class's annotations.

Made in the worker (it needs the plugin's code), read everywhere else.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from artstudio.sdk.errors import InvalidValue, ManifestError
from artstudio.sdk.events import Output
from artstudio.sdk.media import KINDS
from artstudio.sdk.params import Params
from artstudio.sdk.plugin import (
    ACTION_MARK,
    EVALUATION_MARK,
    TRAINING_MARK,
    ActionMark,
    Many,
    Plugin,
    Run,
    TrainingMark,
    TrainRun,
)

_KIND_OF = {made: kind for kind, made in KINDS.items()}


class _Schema(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InputSchema(_Schema):
    """One media argument: its `kind` is a key of `KINDS`; `many` takes a list of `least` to `most` values."""

    name: str
    kind: str
    many: bool = False
    optional: bool = False
    least: int = 0
    most: int | None = None

    def check_number(self, given: int) -> None:
        """Raises `InvalidValue` where a list of `given` values is too short or too long."""
        if given < self.least:
            template = "at least {least} {name} are needed, not {given}"
        elif self.most is not None and given > self.most:
            template = "at most {most} {name} can be used, not {given}"
        else:
            return
        raise InvalidValue(template, name=self.name, least=self.least, most=self.most, given=given)


class _WithParams(_Schema):
    """What takes parameters: `params` is a JSON schema of an object."""

    params: dict[str, Any] = {}

    def files_of(self, values: Mapping[str, Any]) -> dict[str, Path]:
        """The files that `values` name, by parameter: those of `field(file=...)` where one is chosen."""
        files = {
            name for name, entry in self.params.get("properties", {}).items() if entry.get("format") == "file"
        }
        return {
            name: Path(value)
            for name, value in values.items()
            if name in files and isinstance(value, str) and value
        }


class ActionSchema(_WithParams):
    """One action."""

    name: str
    method: str
    title: str
    icon: str = ""
    help: str = ""
    live: bool = False
    inputs: tuple[InputSchema, ...] = ()
    outputs: tuple[str, ...] = ()


class TrainingSchema(_WithParams):
    """One way to train."""

    name: str
    method: str
    title: str
    help: str = ""
    formats: tuple[str, ...] = ()


class PluginSchema(_Schema):
    """All a plugin can do."""

    actions: tuple[ActionSchema, ...] = ()
    trainings: tuple[TrainingSchema, ...] = ()
    evaluates: bool = False

    def action(self, name: str) -> ActionSchema:
        """The action called `name`.

        Raises:
            ManifestError: there is none; the sentence lists those there are.
        """
        return _named(self.actions, name, "action")

    def training(self, name: str | None) -> TrainingSchema:
        """The training called `name`, or the first one for None. Raises as `action`."""
        if name is None and self.trainings:
            return self.trainings[0]
        return _named(self.trainings, name or "", "training task")


S = typing.TypeVar("S", ActionSchema, TrainingSchema)


def _named(entries: tuple[S, ...], name: str, what: str) -> S:
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries) or "none"
    raise ManifestError("there is no {what} {name}; known are: {known}", what=what, name=name, known=known)


def describe(kind: type[Plugin]) -> PluginSchema:
    """The schema of a plugin class, from its decorated methods' annotations.

    Raises:
        ManifestError: a signature that does not follow `artstudio.sdk.action`, naming the method.
    """
    actions, trainings, evaluates = [], [], False
    # Source order, bases first: the order in which the panel lists them.
    methods = {name: m for base in reversed(kind.__mro__) for name, m in vars(base).items() if callable(m)}
    for name, method in methods.items():
        public = name.rstrip("_").replace("_", "-")
        if mark := getattr(method, ACTION_MARK, None):
            actions.append(_action(public, name, method, mark))
        if task := getattr(method, TRAINING_MARK, None):
            trainings.append(_training(public, name, method, task))
        evaluates = evaluates or hasattr(method, EVALUATION_MARK)
    return PluginSchema(actions=tuple(actions), trainings=tuple(trainings), evaluates=evaluates)


def params_of(method: Callable[..., Any]) -> type[Params] | None:
    """The `Params` class that a method takes, None without one."""
    hints = typing.get_type_hints(method)
    found = hints.get("params")
    return found if isinstance(found, type) and issubclass(found, Params) else None


def _action(public: str, name: str, method: Callable[..., Any], mark: ActionMark) -> ActionSchema:
    hints = _hints(method, name, Run)
    inputs = tuple(
        _input(name, argument, hints[argument])
        for argument in inspect.signature(method).parameters
        if argument not in ("self", "run", "params")
    )
    return ActionSchema(
        name=public,
        method=name,
        title=mark.title,
        icon=mark.icon,
        live=mark.live,
        inputs=inputs,
        help=inspect.getdoc(method) or "",
        outputs=_outputs(name, hints),
        params=_params(name, method),
    )


def _training(public: str, name: str, method: Callable[..., Any], mark: TrainingMark) -> TrainingSchema:
    _hints(method, name, TrainRun)
    return TrainingSchema(
        name=public,
        method=name,
        title=mark.title,
        formats=mark.formats,
        help=inspect.getdoc(method) or "",
        params=_params(name, method),
    )


def _hints(method: Callable[..., Any], name: str, run: type) -> dict[str, Any]:
    try:
        hints = typing.get_type_hints(method, include_extras=True)
    except NameError as error:
        raise ManifestError("{method}: {reason}", method=name, reason=error) from None
    if hints.get("run") is not run:
        raise ManifestError("{method} needs an argument run: {run}", method=name, run=run.__name__)
    missing = set(inspect.signature(method).parameters) - set(hints) - {"self"}
    if missing:
        raise ManifestError("{method}: annotate {names}", method=name, names=", ".join(sorted(missing)))
    return hints


def _params(name: str, method: Callable[..., Any]) -> dict[str, Any]:
    kind = params_of(method)
    if kind is None:
        if "params" in inspect.signature(method).parameters:
            raise ManifestError("{method}: params must be annotated with a Params class", method=name)
        return {}
    return kind.model_json_schema()


def _input(method: str, argument: str, hint: Any) -> InputSchema:
    number = Many()
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        number = next((mark for mark in marks if isinstance(mark, Many)), number)
        if number != Many() and get_origin(hint) is not list:
            raise ManifestError(
                "{method}: {argument} is no list, which Many is for", method=method, argument=argument
            )
    many = get_origin(hint) is list
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    if many:
        (hint,) = get_args(hint)
    elif optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if hint not in _KIND_OF:
        raise ManifestError(
            "{method}: {argument} must be one of {kinds}, optional or a list of it",
            method=method,
            argument=argument,
            kinds=", ".join(k.__name__ for k in _KIND_OF),
        )
    return InputSchema(
        name=argument, kind=_KIND_OF[hint], many=many, optional=optional, least=number.least, most=number.most
    )


def _outputs(method: str, hints: dict[str, Any]) -> tuple[str, ...]:
    returned = hints.get("return")
    kinds = []
    if returned is not None and get_origin(returned) is Iterator:
        (events,) = get_args(returned)
        for event in get_args(events):
            if get_origin(event) is Output:
                (made,) = get_args(event)
                kinds += [_KIND_OF[part] for part in (get_args(made) or (made,)) if part in _KIND_OF]
    if not kinds:
        raise ManifestError("{method} must be annotated -> Results[Image] or another kind", method=method)
    return tuple(kinds)
