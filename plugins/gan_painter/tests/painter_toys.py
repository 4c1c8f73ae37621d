"""Pictures that tests make for themselves."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from PIL import Image as pil

from artstudio.sdk import Image, Output
from artstudio.sdk.nn.arrays import Pixels

T = TypeVar("T")


def landscape(width: int = 96, height: int = 80, seed: int = 0) -> Pixels:
    """Sky over ground with grain, different for each seed."""
    chance = np.random.default_rng(seed)
    rows = np.linspace(0, 1, height)[:, None, None]
    top, bottom = chance.integers(40, 215, 3), chance.integers(40, 215, 3)
    ground = np.where(rows < chance.uniform(0.3, 0.7), top, bottom)
    grain = chance.normal(0, 18, (height, width, 1))
    return np.clip(ground + grain, 0, 255).astype(np.uint8)


def image(pixels: Pixels) -> Image:
    return Image(pixels)


def folder_of(path: Path, count: int, size: int = 96) -> Path:
    """A folder with `count` PNG files."""
    path.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        pil.fromarray(landscape(size, size, number)).save(path / f"picture-{number}.png")
    return path


def outputs(events: Iterable[Any]) -> list[Image]:
    """The results among an action's events."""
    return [event.value for event in events if isinstance(event, Output)]


def finished(steps: Iterator[Any]) -> Any:
    """What a generator returns once it is driven to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
