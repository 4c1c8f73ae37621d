"""Runs a tool of the studio's own (uv, pip, the downloader) to its end, or ends it when the artist asks."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.engine.job import Control

Say = Callable[[str], None]
"""Is told what is being done, in one line."""

_POLL_S = 0.05
_SHOWN_BYTES = 1 << 20


class Stopped(Exception):  # it is no error
    """The artist asked to stop; whatever was under way is as if it had not begun."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a tool ended and what it said (the last MiB of each)."""

    code: int
    output: str
    errors: str


def run(
    arguments: Sequence[str | Path],
    *,
    environment: Mapping[str, str],
    folder: Path,
    control: Control | None = None,
    heard: Callable[[], None] | None = None,
) -> Finished:
    """Runs a program in `folder` until it ends. `heard` is called a few times a second meanwhile.

    Raises:
        Stopped: `control` was cancelled; the program and all it started are gone.
        OSError: it cannot be started.
    """
    if control is not None and control.cancelled:
        raise Stopped
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=folder, env=dict(environment),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        try:
            while not _ended(process):
                if control is not None and control.cancelled:
                    raise Stopped
                if heard is not None:
                    heard()
        finally:
            end(process)
        return Finished(process.returncode, _last(output), _last(errors))


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_POLL_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def end(process: subprocess.Popen[bytes]) -> None:
    """Kills a process that still runs, and what it started."""
    if process.poll() is not None:
        return
    try:
        family = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    process.kill()
    for child in family:
        try:
            child.kill()
        except psutil.NoSuchProcess:
            continue
    process.wait()


def _last(file: IO[bytes]) -> str:
    size = file.seek(0, 2)
    file.seek(max(0, size - _SHOWN_BYTES))
    return file.read().decode("utf-8", "replace")
