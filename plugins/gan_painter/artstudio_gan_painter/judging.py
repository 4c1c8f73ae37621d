"""How good a painting is: the figures that models are compared by. Pictures are uint8 (height, width, 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as pil
from PIL import ImageFilter

from artstudio.sdk.nn.patches import patch_distance
from artstudio_gan_painter.painting import painted
from artstudio_gan_painter.roughs import STANDARD_CELLS, standard_rough

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_gan_painter.model import Painter

SIDE_PX: Final = 256
GAINS: Final = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8)


def judged(
    painter: Painter, pixels: Pixels, device: str = "cpu", seed: int = 0, *, filters: bool = True
) -> dict[str, float]:
    """Paint the standard rough of a picture's middle at 256 x 256 and compare.

    `distance` is the painting's `patch_distance` to the picture, `rough_distance` that of the rough itself
    and, with `filters`, `bilateral_distance` and `unsharp_distance` those of its filtered versions; `keeping`
    is `keeping(painting, rough)`, `chroma` the painting's mean chroma as a share of the rough's.
    """
    real = middle(pixels)
    rough = standard_rough(real)
    made = painted(painter, rough, seed=seed, device=device)
    found = {
        "distance": patch_distance(made, real),
        "rough_distance": patch_distance(rough, real),
        "keeping": keeping(made, rough),
        "chroma": mean_chroma(made) / max(mean_chroma(rough), 1e-6),
    }
    if filters:
        found["bilateral_distance"] = patch_distance(bilateral(rough), real)
        found["unsharp_distance"] = patch_distance(unsharp(rough), real)
    return found


def calibrated(painter: Painter, pictures: Sequence[Pixels], device: str = "cpu") -> float:
    """The gain of fine detail, 0.8-1.8, with which paintings of these pictures' roughs are nearest to them.

    The same gain for all, by the geometric mean of distances: calm pictures count as much as rich ones.
    """
    distances = np.zeros(len(GAINS))
    was = painter.gain.clone()
    painter.gain.fill_(1.0)
    for number, pixels in enumerate(pictures):
        real = middle(pixels)
        rough = standard_rough(real)
        calm, usual = (
            painted(painter, rough, seed=number, device=device, detail=detail).astype(np.float32)
            for detail in (0.0, 1.0)
        )
        for at, gain in enumerate(GAINS):
            made = np.clip(np.rint(calm + gain * (usual - calm)), 0, 255).astype(np.uint8)
            distances[at] += np.log(patch_distance(made, real) + 1e-6)
    painter.gain.copy_(was)
    return GAINS[int(distances.argmin())]


def summary(figures: Sequence[dict[str, float]]) -> dict[str, float]:
    """Means over pictures, the paintings' distance also as a share of the rough's."""
    means = {name: float(np.mean([one[name] for one in figures])) for name in figures[0]}
    return {"loss": means["distance"] / max(means["rough_distance"], 1e-9), **means}


def middle(pixels: Pixels) -> Pixels:
    """The largest square in the middle, at 256 x 256."""
    height, width = pixels.shape[:2]
    side = min(height, width)
    x, y = (width - side) / 2, (height - side) / 2
    box = (x, y, x + side, y + side)
    return np.asarray(pil.fromarray(pixels).resize((SIDE_PX, SIDE_PX), pil.Resampling.LANCZOS, box=box))


def keeping(one: Pixels, other: Pixels) -> float:
    """Mean absolute difference of both shrunk to 20 x 20 by area, 0-1."""
    cells = (STANDARD_CELLS, STANDARD_CELLS)
    small = [
        np.asarray(pil.fromarray(pixels).resize(cells, pil.Resampling.BOX), np.float32)
        for pixels in (one, other)
    ]
    return float(np.abs(small[0] - small[1]).mean() / 255)


def mean_chroma(pixels: Pixels) -> float:
    """Mean distance from grey in CIE L*a*b*, in its units."""
    linear = pixels.astype(np.float32) / 255
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32
    )  # sRGB, IEC 61966-2-1
    xyz = linear @ to_xyz.T / np.array([0.9505, 1.0, 1.089], np.float32)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    a, b = 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])
    return float(np.hypot(a, b).mean())


def bilateral(pixels: Pixels, radius_px: int = 4, space_px: float = 3.0, colour: float = 0.1) -> Pixels:
    """A bilateral filter (Tomasi and Manduchi, 1998): smooth, but not across edges."""
    values = pixels.astype(np.float32) / 255
    padded = np.pad(values, ((radius_px, radius_px), (radius_px, radius_px), (0, 0)), "edge")
    total, weights = np.zeros_like(values), np.zeros(values.shape[:2], np.float32)
    height, width = values.shape[:2]
    for dy in range(-radius_px, radius_px + 1):
        for dx in range(-radius_px, radius_px + 1):
            near = padded[radius_px + dy :, radius_px + dx :][:height, :width]
            apart = ((near - values) ** 2).sum(2)
            weight = np.exp(-(dx * dx + dy * dy) / (2 * space_px**2) - apart / (2 * colour**2))
            total += weight[..., None] * near
            weights += weight
    return np.rint(total / weights[..., None] * 255).astype(np.uint8)


def unsharp(pixels: Pixels) -> Pixels:
    """An unsharp mask as paint programs have it."""
    return np.asarray(pil.fromarray(pixels).filter(ImageFilter.UnsharpMask(2, 150, 0)))
