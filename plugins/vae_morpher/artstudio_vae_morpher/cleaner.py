"""The cleaner: takes noise, blocks and scratches off a picture at its full size.

A U-Net (Ronneberger et al., 2015) that is told how spoilt the picture is (as FFDNet, Zhang et al., 2018) and
finds what to take away; a second, small network judges how spoilt it is. Colours are in [-1, 1]. The level is
the root of the mean squared difference to the clean picture, in the same unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio_vae_morpher.autoencoder import blocks

if TYPE_CHECKING:
    from artstudio_vae_morpher.shape import Shape

_JUDGE = 32


class Cleaner(nn.Module):
    """See the module."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        a, b, c = shape.cleaner
        self.stem = nn.Conv2d(13, a, 3, padding=1)
        self.inward = nn.ModuleList([blocks(a, 2), blocks(b, 2)])
        self.down = nn.ModuleList([nn.Conv2d(4 * a, b, 1), nn.Conv2d(4 * b, c, 1)])
        self.deep = blocks(c, 2)
        self.up = nn.ModuleList([nn.Conv2d(c, 4 * b, 1), nn.Conv2d(b, 4 * a, 1)])
        self.outward = nn.ModuleList([blocks(b, 1), blocks(a, 1)])
        self.out = nn.Conv2d(a, 12, 3, padding=1)
        self.see = nn.ModuleList(
            [nn.Conv2d(12, _JUDGE, 3, padding=1), *(nn.Conv2d(_JUDGE, _JUDGE, 3, 2, 1) for _ in range(2))]
        )
        self.verdict = nn.Linear(2 * _JUDGE, 1)
        nn.init.normal_(self.out.weight, std=1e-2)
        nn.init.zeros_(self.out.bias)  # type: ignore[arg-type]  # it has one

    def judge(self, spoilt: Tensor) -> Tensor:
        """The level of pictures (B, 3, H, W), (B,)."""
        x = functional.pixel_unshuffle(spoilt, 2)
        for layer in self.see:
            x = functional.leaky_relu(layer(x), 0.2)
        told = torch.cat([x.mean((2, 3)), x.std((2, 3), correction=0)], 1).float()
        level: Tensor = functional.softplus(self.verdict(told))[:, 0] / 8
        return level

    def forward(self, spoilt: Tensor, level: Tensor) -> Tensor:
        """The cleaned pictures, (B, 3, H, W), sides multiples of 8, for levels (B,)."""
        folded = functional.pixel_unshuffle(spoilt, 2)
        plane = (8 * level)[:, None, None, None].expand(-1, 1, *folded.shape[2:])
        x = self.inward[0](self.stem(torch.cat([folded, plane.to(folded.dtype)], 1)))
        y = self.inward[1](self.down[0](functional.pixel_unshuffle(x, 2)))
        z = self.deep(self.down[1](functional.pixel_unshuffle(y, 2)))
        y = self.outward[0](y + functional.pixel_shuffle(self.up[0](z), 2))
        x = self.outward[1](x + functional.pixel_shuffle(self.up[1](y), 2))
        found: Tensor = functional.pixel_shuffle(self.out(functional.leaky_relu(x, 0.2)), 2).float()
        return spoilt - found
