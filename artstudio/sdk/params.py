"""Parameters: declared once, drawn as widgets, command-line options and documentation."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from artstudio.sdk.errors import InvalidValue


class Params(BaseModel):
    """The base of every action's parameters: frozen, and an unknown name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def field(
    default: Any,
    *,
    title: str,
    help: str = "",  # noqa: A002  # the natural word for plugin authors
    ge: float | None = None,
    le: float | None = None,
    step: float | None = None,
    unit: str = "",
    advanced: bool = False,
    multiline: bool = False,
    nameable: bool = False,
    puck: Literal["x", "y"] | None = None,
    file: tuple[str, ...] = (),
) -> Any:
    """One parameter with its default, inclusive range, step, unit and words for the panel.

    Use `bool`, `int`, `float`, `str`, `Literal[...]` or an `Enum` as its annotation. `advanced`
    ones are folded away at first; a `multiline` text gets room for several lines; of a `nameable` one the
    artist may change the title, for one model's sake. Two floats with ranges, the one marked `puck="x"` and
    the next one `puck="y"`, are set together by a puck on a square: x grows to the right, y downwards.
    A `str` with `file=(".safetensors",)` is a file that the artist chooses, of one of these suffixes: its
    value is an absolute path that the plugin may read, "" where none is chosen.
    """
    extra: dict[str, Any] = {}
    if step is not None:
        extra["step"] = step
    if unit:
        extra["unit"] = unit
    if advanced:
        extra["advanced"] = True
    if multiline:
        extra["multiline"] = True
    if nameable:
        extra["nameable"] = True
    if puck is not None:
        extra["puck"] = puck
    if file:
        extra |= {"format": "file", "suffixes": [suffix.lower() for suffix in file]}
    return Field(default, title=title, description=help or None, ge=ge, le=le, json_schema_extra=extra)


P = TypeVar("P", bound=Params)


def parse_params(kind: type[P], values: dict[str, Any]) -> P:
    """`values` as a checked `kind`.

    Raises:
        InvalidValue: one sentence naming the first parameter that is wrong, its value and why.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "parameters"
        if first["type"] == "extra_forbidden":
            known = ", ".join(sorted(kind.model_fields)) or "none"
            raise InvalidValue(
                "there is no parameter {name}; known are {known}", name=name, known=known
            ) from None
        reason = first["msg"][:1].lower() + first["msg"][1:]
        raise InvalidValue(
            "{name} = {value}: {reason}", name=name, value=first["input"], reason=reason
        ) from None
