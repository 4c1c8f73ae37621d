"""A first guess for pixels nobody knows, from those around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Floats


def pushed_in(colours: Floats, known: Floats) -> Floats:
    """Colours (height, width, channels), the unknown ones filled smoothly in; `known` is 0-1 (height, width).

    Push-pull over a pyramid (Gortler et al., "The Lumigraph", 1996): averages of what is known at ever
    coarser scales fill what the finer ones leave open. All zero where nothing is known anywhere.
    """
    height, width = known.shape
    weighted = colours * known[..., None]
    if min(height, width) <= 1:
        total = known.sum()
        return np.broadcast_to(weighted.sum((0, 1)) / total, colours.shape) if total > 0 else weighted
    pad = ((0, height % 2), (0, width % 2))
    half = _halved(np.pad(weighted, (*pad, (0, 0))))
    weight = _halved(np.pad(known, pad)[..., None])[..., 0]
    coarse = pushed_in(
        half / np.maximum(weight, 1e-6)[..., None], np.minimum(weight * 4, 1).astype(np.float32)
    )
    wide = _doubled(coarse)[:height, :width]
    filled: Floats = weighted + wide * (1 - known)[..., None]
    return filled.astype(np.float32)


def _halved(values: Floats) -> Floats:
    height, width, channels = values.shape
    mean: Floats = values.reshape(height // 2, 2, width // 2, 2, channels).mean((1, 3))
    return mean


def _doubled(values: Floats) -> Floats:
    """Twice the size, bilinearly, pixel centres kept in their places."""
    for axis in (0, 1):
        before = np.concatenate(
            [values.take([0], axis), values.take(range(values.shape[axis] - 1), axis)], axis
        )
        after = np.concatenate(
            [values.take(range(1, values.shape[axis]), axis), values.take([-1], axis)], axis
        )
        pair = np.stack([0.75 * values + 0.25 * before, 0.75 * values + 0.25 * after], axis + 1)
        shape = list(values.shape)
        shape[axis] *= 2
        values = pair.reshape(shape).astype(np.float32)
    return values
