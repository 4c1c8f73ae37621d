"""Pictures and helpers that tests make for themselves."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as pil

from artstudio.sdk import Image, Output
from artstudio.sdk.nn.arrays import Pixels

STARTER = Path(__file__).parents[1] / "models" / "starter"


def scene(width: int = 96, height: int = 80, seed: int = 0) -> Pixels:
    """A disc before a horizon in soft light: a content."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width] / min(height, width)
    sky, ground, disc = chance.integers(30, 225, (3, 3))
    colours = np.where((y > 0.6)[..., None], ground, sky)
    colours = np.where((np.hypot(y - 0.45, x - 0.5) < 0.25)[..., None], disc, colours)
    shade = 20 * np.sin(5 * x + 3 * y)[..., None]
    pixels: Pixels = np.clip(colours + shade, 0, 255).astype(np.uint8)
    return pixels


def strokes(side: int = 96, seed: int = 0) -> Pixels:
    """Slanting stripes in two colours: a style."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[0:side, 0:side]
    one, other = chance.integers(20, 235, (2, 3))
    wave = 0.5 + 0.5 * np.sin((x + 2 * y) / 3)[..., None]
    grain = chance.normal(0, 6, (side, side, 1))
    pixels: Pixels = np.clip(wave * one + (1 - wave) * other + grain, 0, 255).astype(np.uint8)
    return pixels


def folder_of(path: Path, count: int, size: int = 64) -> Path:
    """A folder with `count` PNG files, scenes and strokes in turn."""
    path.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        pixels = strokes(size, number) if number % 2 else scene(size, size, number)
        pil.fromarray(pixels).save(path / f"picture-{number}.png")
    return path


def result(events: Iterable[Any]) -> Image:
    """The one result among an action's events."""
    (found,) = [event.value for event in events if isinstance(event, Output)]
    assert isinstance(found, Image)
    return found
