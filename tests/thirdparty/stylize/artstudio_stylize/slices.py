"""Sliced Wasserstein distance between features: how far apart two manners of painting are.

Features are projected on random directions; sorted projections are compared (Rabin et al., 2011; for
textures and styles by a network's features: Heitz et al., 2021). Unlike Gram matrices it sees whole
distributions, not only their second moments, and where a feature lies does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence


def directions(channels: int, count: int, device: torch.device | str = "cpu") -> Tensor:
    """(count, channels) random unit vectors, from torch's generator on the CPU."""
    lines = functional.normalize(torch.randn(count, channels), dim=1)
    return lines.to(device)


def chosen(features: Tensor, most: int) -> Tensor:
    """(batch, channels, n) features of at most `most` random places, the same ones for the whole batch."""
    flat = features.flatten(2)
    if flat.shape[2] <= most:
        return flat
    places = torch.randint(flat.shape[2], (most,)).to(flat.device)
    return flat.index_select(2, places)


def sliced(made: Tensor, real: Tensor, *, count: int = 24, most: int = 1024) -> Tensor:
    """Squared distance of each pair of a batch, (batch,), in units of a channel's variance."""
    lines = directions(made.shape[1], count, made.device)
    found = [(lines @ chosen(one.float(), most)).sort(2).values for one in (made, real)]
    if found[0].shape[2] != found[1].shape[2]:
        found[1] = at_ranks(found[1], found[0].shape[2])
    return (found[0] - found[1]).square().mean((1, 2))


def at_ranks(ordered: Tensor, count: int) -> Tensor:
    """Sorted numbers (..., n) as if there were `count` of them: their quantiles."""
    flat = ordered.flatten(0, -2)[:, None]
    return functional.interpolate(flat, count, mode="linear", align_corners=True).view(
        *ordered.shape[:-1], count
    )


def style_distance(made: Sequence[Tensor], real: Sequence[Tensor], **how: int) -> Tensor:
    """Over all levels of features, (batch,): the mean of `sliced`, times the channels that a direction
    mixes."""
    levels = [a.shape[1] ** 0.5 * sliced(a, b, **how) for a, b in zip(made, real, strict=True)]
    return torch.stack(levels).mean(0)


def content_distance(made: Sequence[Tensor], real: Sequence[Tensor]) -> Tensor:
    """How far what is where differs, (batch,): features of the two coarsest levels, each channel
    standardised.

    Standardised (as in instance normalisation), so that a change of colour or contrast over the whole
    picture is none of content.
    """
    apart = [
        (standardised(a) - standardised(b)).square().mean((1, 2, 3))
        for a, b in zip(made[2:], real[2:], strict=True)
    ]
    return torch.stack(apart).mean(0)


def standardised(features: Tensor) -> Tensor:
    """Each channel of each picture with mean 0 and standard deviation 1."""
    features = features.float()
    mean = features.mean((2, 3), keepdim=True)
    return (features - mean) / (features.var((2, 3), keepdim=True, correction=0) + 1e-2).sqrt()
