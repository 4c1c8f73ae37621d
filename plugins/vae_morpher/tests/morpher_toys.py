"""Pictures that tests make for themselves."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as pil

from artstudio.sdk import Image, Output, Video
from artstudio.sdk.nn.arrays import Pixels


def scene(width: int = 64, height: int = 48, seed: int = 0) -> Pixels:
    """A bright disc on a ground that changes slowly, different for each seed."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[:height, :width] / max(width, height)
    ground = chance.integers(20, 130, 3) + chance.integers(0, 90, 3) * x[..., None]
    cx, cy = chance.uniform(0.2, 0.8, 2)
    disc = ((x - cx * width / max(width, height)) ** 2 + (y - cy * height / max(width, height)) ** 2) < 0.03
    return np.where(disc[..., None], chance.integers(150, 256, 3), ground).astype(np.uint8)


def image(pixels: Pixels) -> Image:
    return Image(pixels)


def folder_of(path: Path, count: int, size: int = 96) -> Path:
    """A folder with `count` PNG files."""
    path.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        pil.fromarray(scene(size, size, number)).save(path / f"picture-{number}.png")
    return path


def outputs(events: Iterable[Any]) -> list[Any]:
    """The results among an action's events."""
    return [event.value for event in events if isinstance(event, Output)]


def film(events: Iterable[Any]) -> Pixels:
    """All frames of the one film among an action's events."""
    pieces = outputs(events)
    assert all(isinstance(piece, Video) for piece in pieces)
    return np.concatenate([piece.frames for piece in pieces])
