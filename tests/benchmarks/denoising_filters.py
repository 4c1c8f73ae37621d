"""Classical filters against noise, to compare a cleaner with. Pictures are float32 (h, w, 3), 0-255."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PIL import Image as pil
from PIL import ImageFilter

from artstudio_gan_painter.judging import bilateral

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Values = npt.NDArray[np.float32]


def median(values: Values, side_px: int) -> Values:
    """The median of each channel in a square."""
    pixels = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return np.asarray(pil.fromarray(pixels).filter(ImageFilter.MedianFilter(side_px)), np.float32)


def non_local_means(
    values: Values, strength: float, sigma: float, reach_px: int = 8, patch_px: int = 2
) -> Values:
    """Buades, Coll and Morel, 2005: a mean over pixels whose surroundings look alike."""
    side = 2 * patch_px + 1
    padded = np.pad(values, ((reach_px, reach_px), (reach_px, reach_px), (0, 0)), "reflect")
    total, weights = np.zeros_like(values), np.zeros(values.shape[:2], np.float32)
    height, width = values.shape[:2]
    for dy in range(-reach_px, reach_px + 1):
        for dx in range(-reach_px, reach_px + 1):
            near = padded[reach_px + dy :, reach_px + dx :][:height, :width]
            apart = _boxed(((near - values) ** 2).mean(2), side)
            # two noisy copies of the same are apart by twice the noise
            weight = np.exp(-np.maximum(apart - 2 * sigma**2, 0) / (strength * sigma) ** 2)
            total += weight[..., None] * near
            weights += weight
    return total / weights[..., None]


def candidates(sigma: float) -> dict[str, Sequence[Callable[[Values], Values]]]:
    """Each filter at many settings; the best of them is what a cleaner has to beat."""
    return {
        "median": [partial(median, side_px=side) for side in (3, 5)],
        "bilateral": [
            partial(_bilateral, space_px=space, colour=colour * sigma)
            for space in (1.0, 1.5, 2.0, 3.0)
            for colour in (2.0, 3.0, 4.0)
        ],
        "non-local means": [
            partial(non_local_means, strength=strength, sigma=sigma, patch_px=patch)
            for strength in (0.4, 0.6, 0.8, 1.1)
            for patch in (1, 2)
        ],
    }


def _bilateral(values: Values, space_px: float, colour: float) -> Values:
    pixels = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return bilateral(pixels, 5, space_px, colour / 255).astype(np.float32)


def _boxed(values: npt.NDArray[Any], side: int) -> npt.NDArray[Any]:
    """Means over squares of `side`."""
    half = side // 2
    padded = np.pad(values, half + 1, "reflect")[: values.shape[0] + side, : values.shape[1] + side]
    sums = padded.cumsum(0, dtype=np.float64).cumsum(1)
    boxes = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return np.asarray(boxes / side**2, np.float32)
