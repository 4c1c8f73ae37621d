"""Mean and covariance of features, and the linear map that carries one cloud of features onto another.

The map is the optimal transport between two normal distributions (Monge-Kantorovich; as a colour transfer:
Pitie and Kokaram, 2007; for style features: Lu et al., 2019). It moves features as little as matching both
moments allows, so the content stays where plain whitening and colouring (Li et al., 2017) would turn it
around.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 0.02  # variance that every direction of the content is given: what hardly varies is not blown up


@dataclass(frozen=True, slots=True)
class Moments:
    """`mean` (batch, channels) and `cov` (batch, channels, channels)."""

    mean: Tensor
    cov: Tensor

    @property
    def spread(self) -> Tensor:
        """The standard deviation of each channel, (batch, channels)."""
        return torch.diagonal(self.cov, dim1=1, dim2=2).clamp(min=1e-3).sqrt()


@dataclass(frozen=True, slots=True)
class Move:
    """x -> matrix (x - before) + after, at every place alike."""

    matrix: Tensor
    before: Tensor
    after: Tensor

    def __call__(self, features: Tensor) -> Tensor:
        """(batch, channels, height, width), moved."""
        flat = features.flatten(2).float()  # also under autocast: small differences of large numbers
        with torch.autocast(features.device.type, enabled=False):
            moved = self.matrix @ (flat - self.before[..., None]) + self.after[..., None]
        return moved.view_as(features)


def moments(features: Tensor, weight: Tensor | None = None) -> Moments:
    """Of (batch, channels, height, width) over all places, each counting by `weight` (batch, 1, height,
    width)."""
    flat = features.flatten(2).float()
    share = torch.ones_like(flat[:, :1]) if weight is None else weight.flatten(2).float()
    share = share / share.sum(2, keepdim=True).clamp(min=1e-6)
    mean = (flat * share).sum(2)
    apart = flat - mean[..., None]
    return Moments(mean, (apart * share) @ apart.mT)


def transport(content: Moments, style: Moments) -> Move:
    """The map that gives features with the moments of `content` those of `style`, as far as they vary at
    all."""
    root, inverse = _roots(content.cov)
    between, _ = _roots(root @ style.cov @ root, least=0.0)
    return Move(inverse @ between @ inverse, content.mean, style.mean)


def manner(levels: Sequence[Moments]) -> Tensor:
    """What the painter is told of a style: mean and logarithm of the spread of every channel, all levels."""
    return torch.cat([torch.cat([one.mean, one.spread.log()], 1) for one in levels], 1)


def _roots(matrix: Tensor, least: float = LEAST) -> tuple[Tensor, Tensor]:
    """Square root of symmetric matrices and its inverse."""
    values, vectors = torch.linalg.eigh(matrix)
    values = values.clamp(min=0) + least
    root = values.sqrt()
    return (vectors * root[:, None]) @ vectors.mT, (vectors / root.clamp(min=1e-6)[:, None]) @ vectors.mT
