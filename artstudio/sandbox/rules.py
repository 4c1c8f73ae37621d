"""What one worker may reach, as a value that crosses to it as JSON."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rules:
    """Everything is absolute paths; a path that does not exist is passed over.

    Attributes:
        read: Files, and folders with all that is in them, that may be read.
        write: Folders in which everything may be read, written and removed.
        nodes: Device files that may be read, written and controlled.
        network: Whether internet sockets may be opened. Others never.
        file_bytes: The most that one file may grow to.
        path: Folders for the module path, behind the standard library.
        modules: Single importable packages and modules, by name: the folder or file of each.
        metadata: `*.dist-info` folders of packages among `modules`.
        confine: False leaves everything open: only to show, in tests, what the rules stop.
    """

    read: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    network: bool = False
    file_bytes: int = 4 * 2**30
    path: tuple[str, ...] = ()
    modules: tuple[tuple[str, str], ...] = ()
    metadata: tuple[str, ...] = ()
    confine: bool = True

    def to_json(self) -> str:
        """As `from_json` reads it."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Rules:
        """The rules that `text` spells; it comes from the host, so it is not checked."""
        values: dict[str, Any] = json.loads(text)
        for name in ("read", "write", "nodes", "path", "metadata"):
            values[name] = tuple(values[name])
        values["modules"] = tuple((name, place) for name, place in values["modules"])
        return cls(**values)
