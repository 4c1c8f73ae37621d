"""What the painter is measured by while it learns. Pictures are (B, 3, H, W) in [-1, 1]."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


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
