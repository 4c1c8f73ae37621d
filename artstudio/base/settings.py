"""The artist's settings: typed, in a TOML file that can be read and changed by hand."""

from __future__ import annotations

import contextlib
import json
import logging
import tomllib
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from artstudio.base.atomic import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

RECENT_MOST = 1000


class PluginSettings(BaseModel):
    """What the artist set for one plugin; what is not set is as for all."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    memory_gib: Annotated[float, Field(ge=0.25, le=4096)] | None = None
    """How much memory its worker may use before it is ended."""
    unload_minutes: Annotated[float, Field(ge=0.5, le=24 * 60)] | None = None
    """How long its worker waits for the next use."""
    device: str = ""
    """Where its models run; "": as in `Settings.device`."""


class Settings(BaseModel):
    """What the artist set. Passed to whoever needs it; assigning to a field checks the value."""

    model_config = ConfigDict(validate_assignment=True, extra="ignore")

    device: str = "auto"
    """Where models run: "auto", "cpu", "cuda:0", "mps"."""
    soundfont: str = ""
    """An SF2 file, or "" for the one that comes along."""
    idle_unload_minutes: Annotated[float, Field(ge=0.5, le=24 * 60)] = 10.0
    """How long a model's worker waits for the next use before it gives its memory back."""
    undo_mib: Annotated[int, Field(ge=16, le=65536)] = 1024
    """How much memory the undo history may hold."""
    journal: bool = True
    """Keep unsaved work so that it can be offered back after a crash."""
    language: str = ""
    """Of the window: "en", "zh_CN"; "" for the system's."""
    library: bool = True
    """Keep every result in the library."""
    recent: Annotated[list[str], AfterValidator(lambda paths: paths[:RECENT_MOST])] = []
    """Project files opened of late, the latest first."""
    window_geometry: str = ""
    """Where the window stands on the screen, as it wrote it."""
    theme: Literal["dark", "light", "contrast"] = "dark"
    """How the window looks."""
    reduced_motion: bool = False
    """Nothing moves by itself that need not."""
    workspace: Literal["paint", "compose", "write", "animate"] = "paint"
    """Which arrangement of the panes is shown."""
    layouts: dict[str, str] = {}
    """Where the docks stand in each workspace, as the window wrote it."""
    start_page: bool = True
    """Show the three starts in an empty window."""
    tour_offered: bool = False
    """The start page has shown the way to the tour once."""
    shortcut_preset: str = "artstudio"
    """Which set of keys holds where `shortcuts` says nothing."""
    shortcuts: dict[str, list[str]] = {}
    """Keys that the artist gave, by action."""
    recent_commands: list[str] = []
    """What was run from the command palette of late, the latest first."""
    online: bool = False
    """Whether the window may reach the network."""
    plugins: dict[Annotated[str, Field(pattern=r"^[a-z0-9-]+$")], PluginSettings] = {}
    """By plugin id, those for which something is set."""

    @classmethod
    def load(cls, path: Path) -> Settings:
        """The settings in `path`; a missing file, or a value that is no good, leaves the default."""
        try:
            values = tomllib.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            log.warning("the settings in %s cannot be read and are left alone: %s", path, error)
            return cls()
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            for problem in error.errors():
                log.warning("setting %s: %s; the default is used", problem["loc"], problem["msg"])
                _drop(values, problem["loc"])
            return cls.model_validate(values)

    def save(self, path: Path) -> None:
        """Write all settings to `path`, whole or not at all.

        Raises:
            BadFile: the file cannot be written.
        """
        values = self.model_dump(exclude={"plugins"})
        lines = [f"{name} = {_toml(value)}\n" for name, value in values.items()]
        for plugin_id, own in sorted(self.plugins.items()):
            lines.append(f"\n[plugins.{plugin_id}]\n")
            own_values = own.model_dump(exclude_defaults=True)
            lines += [f"{name} = {_toml(value)}\n" for name, value in own_values.items()]
        with contextlib.suppress(OSError):  # what is wrong with the folder, writing says
            path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, "".join(lines).encode(errors="replace"))

    def of(self, plugin_id: str) -> PluginSettings:
        """What is set for one plugin."""
        return self.plugins.get(plugin_id, PluginSettings())

    def set_for(self, plugin_id: str, **changes: object) -> None:
        """Changes what is set for one plugin. Raises `ValueError` where a value is out of range."""
        own = PluginSettings.model_validate(dict(self.of(plugin_id)) | changes)
        others = {name: kept for name, kept in self.plugins.items() if name != plugin_id}
        self.plugins = others if own == PluginSettings() else {**others, plugin_id: own}

    def remember(self, project: Path) -> None:
        """Put `project` first among the recent ones."""
        first = str(project.absolute())
        self.recent = [first, *(one for one in self.recent if one != first)][:RECENT_MOST]


def _drop(values: dict[str, Any], place: tuple[int | str, ...]) -> None:
    """Takes away what stands at `place` (of a plugin's settings, only the one that is no good)."""
    *path, last = (part for part in place if part != "[key]")
    at: Any = values
    for part in path:
        inner = at.get(part) if isinstance(at, dict) else None
        if not isinstance(inner, dict):
            at.pop(part, None)
            return
        at = inner
    at.pop(last, None)


def _toml(value: object) -> str:
    """A value of one of the fields above; JSON writes strings, numbers and lists as TOML does.

    Two differences: TOML knows no escapes in pairs, and wants DEL escaped. Tables are written in one line.
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(name)} = {_toml(one)}" for name, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
