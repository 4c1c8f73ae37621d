"""Parameters of an action as command-line options, from their JSON schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class _File(click.ParamType[str]):
    """A file that is there and has one of the suffixes, as an absolute path; "" for none."""

    name = "file"

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = suffixes

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value == "":
            return ""
        path = Path(value).absolute()
        if not path.is_file():
            self.fail(f"there is no file {value}", param, ctx)
        if self._suffixes and path.suffix.lower() not in self._suffixes:
            self.fail(f"{path.name} is no {' or '.join(self._suffixes)} file", param, ctx)
        return str(path)


def options(schema: dict[str, Any]) -> list[click.Option]:
    """One option a property: `top_p` becomes `--top-p`, a boolean `--x/--no-x`, an enum a choice."""
    definitions = schema.get("$defs", {})
    return [
        _option(name, _resolved(entry, definitions)) for name, entry in schema.get("properties", {}).items()
    ]


def given(values: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The parameters among click's `values` that were really given."""
    return {name: values[name] for name in schema.get("properties", {}) if values.get(name) is not None}


def _resolved(entry: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    for part in (entry, *entry.get("allOf", ()), *entry.get("anyOf", ())):
        if "$ref" in part:
            entry = {**definitions.get(part["$ref"].rpartition("/")[2], {}), **entry}
        elif part is not entry and part.get("type") != "null":
            entry = {**part, **entry}
    return entry


def _option(name: str, entry: dict[str, Any]) -> click.Option:
    flag = "--" + name.replace("_", "-")
    words = [entry.get("title", name), entry.get("description", "")]
    if entry.get("unit"):
        words[0] += f" ({entry['unit']})"
    default = entry.get("default")
    if default is not None:
        words.append(f"[default: {str(default).lower() if isinstance(default, bool) else default}]")
    text = ". ".join(word.rstrip(".") for word in words if word)
    if entry.get("type") == "boolean":
        return click.Option([f"{flag}/--no-{flag[2:]}"], default=None, help=text)
    return click.Option([flag], type=_type(entry), default=None, help=text)


def _type(entry: dict[str, Any]) -> click.ParamType[Any]:
    if "enum" in entry:
        return click.Choice([str(choice) for choice in entry["enum"]])
    if entry.get("format") == "file":
        return _File(tuple(entry.get("suffixes", ())))
    low, high = entry.get("minimum"), entry.get("maximum")
    match entry.get("type"):
        case "integer":
            return click.IntRange(None if low is None else int(low), None if high is None else int(high))
        case "number":
            return click.FloatRange(low, high)
    return click.STRING
