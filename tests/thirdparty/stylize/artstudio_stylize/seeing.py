"""Learning to see, from pictures without labels: what the encoder is taught before the painter begins.

Three tasks at once. Tell which picture a crop is of by nothing but the mean and spread of its features,
whatever was done to its colours (instance discrimination, Wu et al., 2018): so statistics come to stand for
the manner. Find each place again after the colours were changed (dense contrast, O. Pinheiro et al., 2020):
so the coarse features come to stand for what is where. Give the picture back from the coarsest features, so
that nothing large is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio_stylize.moments import manner, moments

if TYPE_CHECKING:
    from artstudio_stylize.network import Encoder
    from artstudio_stylize.shape import Shape

PLACES: Final = 512  # that are told apart at a time
SHARPNESS: Final = 10.0  # of the comparisons: 1 / temperature
TOLD: Final = 64  # numbers that places and manners are compared by


class Exam(nn.Module):
    """The heads of the three tasks; thrown away once the encoder has learned to see."""

    def __init__(self, shape: Shape, pictures: int) -> None:
        super().__init__()
        last = shape.widths[-1]
        self.place = nn.Conv2d(last, TOLD, 1)
        self.manner = nn.Linear(shape.numbers, TOLD)
        self.known = nn.Embedding(pictures, TOLD)
        self.back = nn.Conv2d(last, 3 * 4 * 4, 1)  # 4 x 4 pixels of the picture at half its size

    def forward(self, encoder: Encoder, crops: Tensor, numbers: Tensor) -> Tensor:
        """The loss on crops (batch, 3, side, side) of the pictures `numbers`."""
        changed = recoloured(crops)
        features = encoder(torch.cat([crops, changed]))
        told = functional.normalize(self.manner(_manner(features)), dim=1)
        known = functional.normalize(self.known.weight, dim=1)
        which = functional.cross_entropy(SHARPNESS * told @ known.T, torch.cat([numbers, numbers]))
        one, other = self.place(features[-1]).float().chunk(2)
        places = torch.randperm(one.shape[0] * one.shape[2] * one.shape[3])[:PLACES].to(crops.device)
        pair = [
            functional.normalize(view.permute(0, 2, 3, 1).flatten(0, 2)[places], dim=1)
            for view in (one, other)
        ]
        alike = SHARPNESS * pair[0] @ pair[1].T
        right = torch.arange(len(places), device=crops.device)
        where = functional.cross_entropy(alike, right) + functional.cross_entropy(alike.T, right)
        back = functional.pixel_shuffle(self.back(features[-1][: len(crops)]), 4)
        lost = functional.l1_loss(back.float(), functional.avg_pool2d(crops, 2))
        return which + 0.5 * where + 3 * lost


def _manner(features: list[Tensor]) -> Tensor:
    return manner([moments(one) for one in features])


def recoloured(pictures: Tensor) -> Tensor:
    """The same pictures in other colours: mixed channels, other light, now and then turned to a negative;
    noisy."""
    rows = len(pictures)
    mix = torch.eye(3) + 0.35 * torch.randn(rows, 3, 3)
    mix = mix * torch.where(torch.rand(rows, 1, 1) < 0.15, -1.0, 1.0)
    light = 0.3 * torch.randn(rows, 3, 1, 1)
    noise = 0.05 * torch.rand(rows, 1, 1, 1) * torch.randn(pictures.shape)
    mixed = torch.einsum("bij,bjhw->bihw", mix.to(pictures.device), pictures)
    return (mixed + light.to(pictures.device) + noise.to(pictures.device)).clamp(-1.5, 1.5)
