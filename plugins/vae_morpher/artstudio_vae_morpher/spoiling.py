"""Spoilt pictures to learn cleaning from: noise, JPEG blocks, scratches and dust. Pixels are uint8, RGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as pil
from PIL import ImageDraw

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Floats, Pixels

USUAL_SIGMA: Final = 25.0  # of 255
_BLOCKS, _SCRATCHES, _CLEAN = 0.25, 0.15, 0.05  # shares


def spoilt(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """`pixels` spoilt in some way; of the same shape, and cut off at black and white as pictures are."""
    values = _spoilt(pixels, chance)
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def _spoilt(pixels: Pixels, chance: np.random.Generator) -> Floats:
    values = pixels.astype(np.float32)
    dice = chance.random()
    if dice < _CLEAN:
        return values
    if dice < _CLEAN + _BLOCKS:
        made = blocked(pixels, int(chance.integers(8, 70))).astype(np.float32)
        return noisy(made, float(chance.uniform(0, 12)), chance) if chance.random() < 0.3 else made
    if dice < _CLEAN + _BLOCKS + _SCRATCHES:
        made = scratched(pixels, chance).astype(np.float32)
        return noisy(made, float(chance.uniform(0, 20)), chance) if chance.random() < 0.5 else made
    return noisy(values, abs(float(chance.normal(USUAL_SIGMA, 12))), chance)


def with_noise(pixels: Pixels, sigma: float, seed: int) -> Pixels:
    """With Gaussian noise of `sigma` levels, cut off at black and white."""
    values = noisy(pixels.astype(np.float32), sigma, np.random.default_rng(seed))
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def noisy(values: Floats, sigma: float, chance: np.random.Generator) -> Floats:
    """With Gaussian noise of `sigma` levels, not cut off."""
    return values + chance.standard_normal(values.shape, np.float32) * np.float32(sigma)


def blocked(pixels: Pixels, quality: int) -> Pixels:
    """As JPEG of that quality (1-95) shows it."""
    out = io.BytesIO()
    pil.fromarray(np.ascontiguousarray(pixels)).save(out, "JPEG", quality=quality)
    return np.asarray(pil.open(out))


def scratched(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """With lines and specks, light and dark."""
    picture = pil.fromarray(np.ascontiguousarray(pixels))
    draw = ImageDraw.Draw(picture)
    height, width = pixels.shape[:2]
    for _ in range(int(chance.integers(1, 6))):
        shade = int(chance.integers(180, 256)) if chance.random() < 0.7 else int(chance.integers(0, 60))
        x, y = chance.uniform(0, width), chance.uniform(0, height)
        lean, length = chance.normal(0, 0.15), chance.uniform(0.2, 1.2) * height
        draw.line([(x, y), (x + lean * length, y + length)], (shade,) * 3, int(chance.integers(1, 3)))
    for _ in range(int(chance.integers(0, 12))):
        x, y, r = chance.uniform(0, width), chance.uniform(0, height), chance.uniform(0.5, 2)
        draw.ellipse([x - r, y - r, x + r, y + r], fill=(int(chance.integers(150, 256)),) * 3)
    return np.asarray(picture)
