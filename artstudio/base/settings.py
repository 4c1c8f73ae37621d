"""The artist's settings: typed, in a TOML file that can be read and changed by hand."""

from __future__ import annotations

import contextlib
import json
import logging
import tomllib
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from artstudio.base.atomic import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

RECENT_MOST = 12


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
    library: bool = True
    """Keep every result in the library."""
    recent: list[str] = []
    """Project files opened of late, the latest first."""
    window_layout: str = ""
    """Where the docks stand, as the window wrote it."""

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
                field = str(problem["loc"][0])
                log.warning("setting %s: %s; the default is used", field, problem["msg"])
                values.pop(field, None)
            return cls.model_validate(values)

    def save(self, path: Path) -> None:
        """Write all settings to `path`, whole or not at all.

        Raises:
            BadFile: the file cannot be written.
        """
        lines = [f"{name} = {_toml(value)}\n" for name, value in self.model_dump().items()]
        with contextlib.suppress(OSError):  # what is wrong with the folder, writing says
            path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, "".join(lines).encode(errors="replace"))

    def remember(self, project: Path) -> None:
        """Put `project` first among the recent ones."""
        first = str(project.absolute())
        self.recent = [first, *(one for one in self.recent if one != first)][:RECENT_MOST]


def _toml(value: object) -> str:
    """A value of one of the fields above; JSON writes strings, numbers and lists as TOML does.

    Two differences: TOML knows no escapes in pairs, and wants DEL escaped.
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
