"""What tells one state of a project from any other, and the log that a session keeps of its states."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from artstudio.documents.sheet import Sheet
from artstudio.project.schema import described
from artstudio.project.tracks import events_to_bytes, notes_to_bytes

Line = dict[str, Any]


def fingerprint(sheet: Sheet) -> str:
    """Equal for equal sheets, whether they were made, read from a file or recovered."""
    digest = hashlib.sha256(json.dumps(described(sheet), sort_keys=True).encode())
    for layer in sheet.canvas.layers:
        for at, tile in sorted(layer.pixels.items(), key=lambda item: item[0]):
            digest.update(repr(at).encode())
            digest.update(repr(tile).encode() if isinstance(tile, int) else tile.tobytes())
    for track in sheet.music.tracks:
        digest.update(notes_to_bytes(track.track.notes) + events_to_bytes(track.track.events))
    return digest.hexdigest()


class Log:
    """Lines that outlive the process: each is with the system before the next thing happens."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(self, what: str, **more: Any) -> None:
        """Writes one line with the time (CLOCK_MONOTONIC, which all processes share)."""
        line = json.dumps({"t": time.monotonic(), "what": what, **more})
        os.write(self._file, line.encode() + b"\n")


def read_log(path: Path, offset: int = 0) -> Iterator[Line]:
    """All whole lines from `offset` on."""
    if path.exists():
        with path.open("rb") as file:
            file.seek(offset)
            for line in file:
                if line.endswith(b"\n"):
                    yield json.loads(line)
