"""Two forms of a picture: bytes (height, width, 3), sRGB, and floats (3, height, width) in [-1, 1]."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.floating[Any]]


def as_floats(pixels: Pixels) -> Floats:
    """uint8 (height, width, 3) as float32 (3, height, width) in [-1, 1]."""
    return np.ascontiguousarray(pixels.transpose(2, 0, 1), np.float32) / np.float32(127.5) - np.float32(1)


def as_pixels(floats: Floats) -> Pixels:
    """The reverse; what lies beyond the range is clipped."""
    scaled = (floats.transpose(1, 2, 0) + np.float32(1)) * np.float32(127.5) + np.float32(0.5)
    return np.ascontiguousarray(np.clip(scaled, 0, 255).astype(np.uint8))
