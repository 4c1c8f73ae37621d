"""Named sets of parameters of an action, a small file each, to be used again and shared."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.sdk.errors import BadFile, InvalidValue
from artstudio.sdk.manifest import PLUGIN_ID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SUFFIX: Final = ".json"
_LIMIT_MIB: Final = 1
_NAME: Final = re.compile(r"\w[\w .-]{0,63}")
_ACTION: Final = r"^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$"
# Names that Windows gives to devices.
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


class _Kept(BaseModel):
    """What the file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    artstudio_preset: Literal[1]
    plugin: Annotated[str, Field(pattern=PLUGIN_ID.pattern, max_length=64)]
    action: Annotated[str, Field(pattern=_ACTION)]
    name: Annotated[str, Field(max_length=64)]
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set of parameters of one action of one plugin."""

    plugin: str
    action: str
    name: str


class Presets:
    """The artist's presets, in `folder`/<plugin>/<action>/<name>.json. Nothing need exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, plugin: str, action: str | None = None) -> list[Preset]:
        """Those of a plugin, or of one action of it, by name."""
        found = [
            Preset(plugin, path.parent.name, path.stem)
            for path in (self._folder / plugin).glob(f"{action or '*'}/*{SUFFIX}")
            if path.is_file() and not path.name.startswith(".")
        ]
        return sorted(found, key=lambda one: (one.action, one.name.casefold()))

    def params(self, preset: Preset) -> dict[str, Any]:
        """What was saved, as it was: `fitting` says what of it can be used.

        Raises:
            BadFile: it is gone, or no preset.
        """
        return _read(self._path(preset)).params

    def save(self, preset: Preset, params: Mapping[str, Any]) -> None:
        """Writes a preset, over the one of that name.

        Raises:
            InvalidValue: the name cannot be used.
            BadFile: it cannot be written.
        """
        path = self._path(preset)
        kept = {
            "artstudio_preset": 1, "plugin": preset.plugin, "action": preset.action, "name": preset.name,
            "params": dict(params),
        }  # fmt: skip
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadFile("cannot write {path} ({reason})", path=path, reason=error.strerror) from None
        write_bytes(path, (json.dumps(kept, indent=1, ensure_ascii=False) + "\n").encode())

    def rename(self, preset: Preset, name: str) -> Preset:
        """Gives a preset another name.

        Raises:
            InvalidValue: the name is taken or cannot be used.
            BadFile: it cannot be read or written.
        """
        renamed = Preset(preset.plugin, preset.action, name)
        path, before = self._path(renamed), self._path(preset)
        same = path.exists() and before.exists() and path.samefile(before)  # another case of the letters
        if path.exists() and not same:
            raise InvalidValue("there is already a preset called {name}: choose another name", name=name)
        self.save(renamed, self.params(preset))
        if not same:
            self.delete(preset)
        return renamed

    def delete(self, preset: Preset) -> None:
        """Removes a preset for good. Raises `BadFile` where it cannot be."""
        path = self._path(preset)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise BadFile("cannot remove {path} ({reason})", path=path, reason=error.strerror) from None

    def export(self, preset: Preset, path: Path) -> None:
        """Writes a preset where others can have it. Raises `BadFile` where it cannot be read or written."""
        write_bytes(path, read_bytes(self._path(preset), _LIMIT_MIB))

    def bring_in(self, path: Path) -> Preset:
        """Takes over a preset that somebody exported, under a name that is still free.

        Raises:
            BadFile: it is no preset.
        """
        kept = _read(path)
        name = kept.name if _usable(kept.name) else "Preset"
        preset, number = Preset(kept.plugin, kept.action, name), 2
        while self._path(preset).exists():
            preset, number = Preset(kept.plugin, kept.action, f"{name} {number}"), number + 1
        self.save(preset, kept.params)
        return preset

    def _path(self, preset: Preset) -> Path:
        if not _usable(preset.name):
            raise InvalidValue(
                "{name} cannot name a preset: use letters, digits, spaces, - and _", name=preset.name
            )
        return self._folder / preset.plugin / preset.action / f"{preset.name}{SUFFIX}"


def fitting(schema: Mapping[str, Any], params: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Those of `params` that an action takes, and a sentence for each that it does not take.

    Args:
        schema: The action's parameters: a JSON schema of an object, as pydantic writes it.
        params: Values by name, from anywhere.
    """
    entries, definitions = schema.get("properties", {}), schema.get("$defs", {})
    taken: dict[str, Any] = {}
    refused: list[str] = []
    for name, value in params.items():
        entry = entries.get(name)
        if entry is None:
            refused.append(f"{name} is left out: there is no such parameter any more")
        elif entry.get("format") == "file":
            # choosing a file lets the plugin read it: a stranger's preset must not do that for the artist
            if value:
                refused.append(f"{entry.get('title', name)} is left out: choose the file yourself")
        elif not _fits(entry, value, definitions):
            title = entry.get("title", name)
            refused.append(f"{title} is left out: {str(value)[:80]} is not among what it can be")
        else:
            taken[name] = value
    return taken, refused


def _fits(entry: Mapping[str, Any], value: Any, definitions: Mapping[str, Any]) -> bool:
    if "$ref" in entry:
        entry = {**definitions.get(str(entry["$ref"]).rpartition("/")[2], {}), **entry}
    if "allOf" in entry and not all(_fits(part, value, definitions) for part in entry["allOf"]):
        return False
    if "anyOf" in entry and not any(_fits(part, value, definitions) for part in entry["anyOf"]):
        return False
    if "enum" in entry and not any(value == one and type(value) is type(one) for one in entry["enum"]):
        return False
    if "const" in entry and value != entry["const"]:
        return False
    number = isinstance(value, int | float) and not isinstance(value, bool)
    right = {
        "boolean": isinstance(value, bool), "integer": number and isinstance(value, int), "number": number,
        "string": isinstance(value, str), "null": value is None, "array": isinstance(value, list),
        "object": isinstance(value, dict),
    }  # fmt: skip
    if not right.get(entry.get("type", ""), True):
        return False
    if number:
        return bool(entry.get("minimum", value) <= value <= entry.get("maximum", value))
    if isinstance(value, str):
        return len(value) <= int(entry.get("maxLength", len(value)))
    return True


def _usable(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not name.endswith((".", " ")) and not _RESERVED.match(name)


def _read(path: Path) -> _Kept:
    try:
        text = read_bytes(path, _LIMIT_MIB).decode()
        return _Kept.model_validate(json.loads(text, parse_constant=_no_number))
    except (ValueError, ValidationError, RecursionError):
        raise BadFile("{name} is no preset: choose another file", name=path.name) from None


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
