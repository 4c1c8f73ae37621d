"""How far the textures of two pictures are apart: as a figure, and as a loss to learn by.

The sliced Wasserstein distance between their small patches (Rabin et al., 2011; as a texture loss: Heitz et
al., 2021): sorted projections on random directions are compared, so where a patch lies does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk.nn.arrays import Floats, Pixels

PATCHES, PATCH_PX, DIRECTIONS = 4000, 7, 64
USUAL_RICHNESS: Final = 0.1  # mean absolute projection of a painting's patches


def patch_distance(one: Pixels, other: Pixels, seed: int = 0) -> float:
    """Sliced Wasserstein distance of 4,000 random 7 x 7 patches on 64 directions, channel means removed."""
    chance = np.random.default_rng(seed)
    lines = _lines(chance)
    sorted_ = [np.sort(_patches(pixels, chance) @ lines, axis=0) for pixels in (one, other)]
    return float(np.abs(sorted_[0] - sorted_[1]).mean())


def pooled_patch_distance(some: Sequence[Pixels], others: Sequence[Pixels], seed: int = 0) -> float:
    """As `patch_distance`, between patches of many pictures and of many others, all together."""
    chance = np.random.default_rng(seed)
    lines = _lines(chance)
    at = np.linspace(0, 1, PATCHES)
    told = []
    for pictures in (some, others):
        found = np.concatenate(
            [_patches(pixels, chance)[:: max(1, len(pictures) // 8)] for pixels in pictures]
        )
        told.append(np.quantile(found @ lines, at, axis=0))
    return float(np.abs(told[0] - told[1]).mean())


def _lines(chance: np.random.Generator) -> Floats:
    """Random unit directions, (numbers of a patch, DIRECTIONS)."""
    lines = chance.standard_normal((3 * PATCH_PX * PATCH_PX, DIRECTIONS)).astype(np.float32)
    unit: Floats = lines / np.linalg.norm(lines, axis=0)
    return unit


def _patches(pixels: Pixels, chance: np.random.Generator) -> Floats:
    windows = sliding_window_view(pixels, (PATCH_PX, PATCH_PX), (0, 1))
    y = chance.integers(0, windows.shape[0], PATCHES)
    x = chance.integers(0, windows.shape[1], PATCHES)
    chosen = windows[y, x].astype(np.float32) / 255  # (patches, 3, 7, 7)
    chosen -= chosen.mean((2, 3), keepdims=True)
    return chosen.reshape(PATCHES, -1)


def patch_loss(
    made: Tensor, real: Tensor, directions: int = 16, stride: int = 3, *, waves: bool = False
) -> Tensor:
    """Sliced Wasserstein distance between the 7 x 7 patches of each pair, channel means removed; the mean.

    With `waves` the directions are plane waves of all lengths instead of noise: then every fineness of
    texture has to be right by itself, and a lattice cannot stand in for what is coarser.

    Each pair counts by how rich the real picture's patches are, so that calm pictures stay calm.
    Sorted projections on random unit directions are compared (Rabin et al., 2011; as a texture loss: Heitz et
    al., 2021). A direction without a mean ignores a patch's mean, so the patches need no work of their own.
    """
    lines = _waves(directions) if waves else torch.randn(directions, 3, PATCH_PX, PATCH_PX)
    lines = lines.to(made.device)
    lines = lines - lines.mean((2, 3), keepdim=True)
    lines = lines / lines.flatten(1).norm(dim=1)[:, None, None, None]
    y, x = (int(n) for n in torch.randint(0, stride, (2,)))
    found = [
        functional.conv2d(one[..., y:, x:].float(), lines, stride=stride).flatten(2).sort(2).values
        for one in (made, real)
    ]
    apart, richness = (found[0] - found[1]).abs().mean((1, 2)), found[1].abs().mean((1, 2))
    return USUAL_RICHNESS * (apart / (richness + 0.02)).mean()


def _waves(count: int) -> Tensor:
    """(count, 3, PATCH_PX, PATCH_PX): plane waves of random length, direction, phase and colour."""
    y, x = torch.meshgrid(*[torch.arange(PATCH_PX).float()] * 2, indexing="ij")
    pace, turn, phase = torch.rand(3, count, 1, 1)
    angle = torch.pi * turn
    # half a turn a pixel is the finest; diagonal waves may be finer still
    along = torch.pi * 1.4 * pace * (x * torch.cos(angle) + y * torch.sin(angle))
    waves: Tensor = torch.randn(count, 3, 1, 1) * torch.cos(along + 2 * torch.pi * phase)[:, None]
    return waves
