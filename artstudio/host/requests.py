"""What the host can be asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from artstudio.sdk.media import Media


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Run an action; `media` holds its inputs by argument name.

    `model` None takes the starter, `threads` None all cores.
    """

    plugin: str
    action: str
    media: Mapping[str, Media | list[Media] | None] = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    model: Path | None = None
    device: str = "cpu"
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """Train: see `artstudio.sdk.TrainRun` for the fields."""

    plugin: str
    data: tuple[Path, ...]
    folder: Path
    task: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    base: Path | None = None
    resume: bool = False
    seconds: float | None = None
    device: str = "cpu"


@dataclass(frozen=True, slots=True)
class EvaluateRequest:
    """Judge a model (None: the starter) on data."""

    plugin: str
    data: tuple[Path, ...]
    folder: Path
    model: Path | None = None
    device: str = "cpu"
