"""What the painter is measured by while it learns. Pictures are (B, 3, H, W) in [-1, 1]."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

PATCH_PX = 7
USUAL_RICHNESS = 0.1  # mean absolute projection of a painting's patches


def patch_distance(painted: Tensor, real: Tensor, directions: int = 16, stride: int = 3) -> Tensor:
    """Sliced Wasserstein distance between the 7 x 7 patches of each pair, channel means removed; the mean.

    Each pair counts by how rich the real picture's patches are, so that calm pictures stay calm.
    Sorted projections on random unit directions are compared (Rabin et al., 2011; as a texture loss: Heitz et
    al., 2021). A direction without a mean ignores a patch's mean, so the patches need no work of their own.
    """
    lines = torch.randn(directions, 3, PATCH_PX, PATCH_PX, device=painted.device)
    lines = lines - lines.mean((2, 3), keepdim=True)
    lines = lines / lines.flatten(1).norm(dim=1)[:, None, None, None]
    y, x = (int(n) for n in torch.randint(0, stride, (2,)))
    found = [
        functional.conv2d(one[..., y:, x:].float(), lines, stride=stride).flatten(2).sort(2).values
        for one in (painted, real)
    ]
    apart, richness = (found[0] - found[1]).abs().mean((1, 2)), found[1].abs().mean((1, 2))
    return USUAL_RICHNESS * (apart / (richness + 0.02)).mean()


def chroma(picture: Tensor) -> Tensor:
    """How colourful each picture is on average, (B,): the spread of the channels."""
    return (picture.amax(1) - picture.amin(1)).mean((1, 2))


def hinge_real(scores: list[Tensor]) -> Tensor:
    """A critic's loss on real pictures."""
    return torch.stack([functional.relu(1 - score.float()).mean() for score in scores]).mean()


def hinge_painted(scores: list[Tensor]) -> Tensor:
    """A critic's loss on painted pictures."""
    return torch.stack([functional.relu(1 + score.float()).mean() for score in scores]).mean()


def pleasing(scores: list[Tensor]) -> Tensor:
    """A painter's loss: minus the critic's scores."""
    return -torch.stack([score.float().mean() for score in scores]).mean()
