"""The two networks: an encoder that sees, and a painter that turns what was seen into pixels again.

Both are plain convolutions whose result at a place depends on `REACH_PX` around it only, so that a picture
of any size can be worked on in tiles; what belongs to the whole picture (how features are moved, what the
style is like) comes in from outside.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_stylize.shape import Shape

SLOPE = 0.1  # of leaky rectifiers; they let a channel be scaled without changing what the network does


class Conv(nn.Conv2d):
    """3 x 3, the edge repeated outwards so that no frame of zeros is seen."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__(before, after, 3, padding=1, padding_mode="replicate")
        nn.init.kaiming_normal_(self.weight, SLOPE)
        nn.init.zeros_(self.bias if self.bias is not None else torch.zeros(1))


class Encoder(nn.Module):
    """Two convolutions at each of four sizes; every size's features are given out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        pairs = pairwise((3, *shape.widths))
        self.levels = nn.ModuleList(nn.ModuleList([Conv(a, b), Conv(b, b)]) for a, b in pairs)

    def forward(self, picture: Tensor) -> list[Tensor]:
        """(batch, 3, height, width) in [-1, 1], sides multiples of 8 -> features, the finest first."""
        found = []
        x = picture
        for number, level in enumerate(self.levels):
            x = functional.avg_pool2d(x, 2) if number else x
            for conv in level:  # type: ignore[attr-defined]  # a list of two
                x = functional.leaky_relu(conv(x), SLOPE)
            found.append(x)
        return found

    @torch.no_grad()
    def level_out(self, pictures: Tensor) -> None:
        """Scales the channels so that each varies by 1 on `pictures`; what the network tells stays the same.

        As Gatys, Ecker and Bethge, 2016, do with their network: then no channel or level drowns the others.
        """
        before: Tensor | None = None
        x = pictures
        for number, level in enumerate(self.levels):
            x = functional.avg_pool2d(x, 2) if number else x
            for conv in level:  # type: ignore[attr-defined]  # a list of two
                if before is not None:
                    conv.weight.mul_(before[None, :, None, None])
                spread = functional.leaky_relu(conv(x), SLOPE).std((0, 2, 3)).clamp(min=1e-4)
                conv.weight.div_(spread[:, None, None, None])
                conv.bias.div_(spread)
                # the channels now come smaller by `spread`, so what takes them in has to take more
                x, before = functional.leaky_relu(conv(x), SLOPE), spread


class Block(nn.Module):
    """A convolution whose channels are turned up and down by the style, with noise where it wants some.

    Scale and shift by style: Dumoulin, Shlens and Kudlur, 2017. Noise as a source of texture: Karras, Laine
    and Aila, 2019.
    """

    def __init__(self, before: int, after: int, summary: int) -> None:
        super().__init__()
        self.conv = Conv(before, after)
        self.manner = nn.Linear(summary, 2 * after)
        self.grain = nn.Parameter(torch.zeros(after, 1, 1))
        nn.init.normal_(self.manner.weight, std=0.02)
        nn.init.zeros_(self.manner.bias)

    def forward(self, x: Tensor, summary: Tensor, noise: Tensor) -> Tensor:
        """`summary` is (batch, numbers), `noise` (batch, 1, height, width)."""
        scale, shift = self.manner(summary)[:, :, None, None].chunk(2, 1)
        x = (1 + scale) * self.conv(x) + shift + self.grain * noise
        return functional.leaky_relu(x, SLOPE)


class Painter(nn.Module):
    """From features that were moved towards a style to pixels, coarse first."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        whole, half, quarter, eighth = shape.widths
        summary = shape.summary
        self.summary = nn.Linear(shape.numbers, summary)
        sizes = (
            [(half, whole), (whole, whole)],
            [(half, half), (half, half)],
            [(quarter, quarter), (quarter, half)],
            [(eighth, quarter)],
        )
        self.levels = nn.ModuleList(
            nn.ModuleList([Block(*pair, summary) for pair in pairs]) for pairs in sizes
        )
        self.paint = Conv(whole, 3)
        nn.init.normal_(self.paint.weight, std=0.01)

    def forward(
        self, moved: Sequence[Tensor], ground: Tensor, manner: Tensor, noise: Sequence[Tensor]
    ) -> Tensor:
        """The picture, about in [-1, 1].

        `moved` are the features of all four levels (the finest is not looked at: what is that small is to be
        painted anew), `ground` is the picture's colours moved likewise, `manner` (batch, `Shape.numbers`)
        describes the style, `noise` one channel of it at each size, the finest first.
        """
        summary = functional.leaky_relu(self.summary(manner), SLOPE)
        x = moved[3]
        for number in reversed(range(len(self.levels))):
            if number < len(self.levels) - 1:
                x = functional.interpolate(x, scale_factor=2, mode="nearest")
            if number in (1, 2):
                x = x + moved[number]
            for block in self.levels[number]:  # type: ignore[attr-defined]  # a list
                x = block(x, summary, noise[number])
        painted: Tensor = self.paint(x) + blurred(ground)
        return painted


def blurred(picture: Tensor) -> Tensor:
    """The picture without anything smaller than four pixels, smoothly."""
    small = functional.avg_pool2d(picture, 4)
    return functional.interpolate(small, scale_factor=4, mode="bilinear", align_corners=False)
