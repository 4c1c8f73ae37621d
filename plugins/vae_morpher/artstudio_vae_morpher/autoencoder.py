"""The variational autoencoder, top to bottom: a picture to two codes, and back.

The *global code* (`GLOBAL` numbers) is made of the whole picture seen small, and gives a small soft picture,
the base. The *detail code* (`DETAIL` numbers for each cell of 8 x 8 pixels) is made of what the base lacks,
so neither can do the other's work: with another global code a picture gets other masses, light and colours.
A hierarchical VAE (Sonderby et al., 2016) of two levels; convolutions only, so pictures may have any size.

What the codes cannot hold, the grain of a surface, the decoder can make up of noise (`texture`).

Colours are in [-1, 1]. Shapes stand beside the lines as batch, channels, rows, columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio_vae_morpher.shape import BASE_PX, CELL_PX, DETAIL, GLOBAL, LOOK_PX, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = 64  # channels of the networks that see and make small pictures
_FLAT = 32  # of these, where they are flattened into numbers


class Gaussian(NamedTuple):
    """A code as the encoder sees it: independent normal numbers of these means and log-variances."""

    mean: Tensor
    log_variance: Tensor

    def draw(self) -> Tensor:
        """A code at random; the gradient passes (Kingma and Welling, 2014)."""
        return self.mean + torch.randn_like(self.mean) * (0.5 * self.log_variance).exp()

    def kl(self) -> Tensor:
        """Nats that each number tells beyond a standard normal one; of the mean's shape."""
        return 0.5 * (self.mean.square() + self.log_variance.exp() - 1 - self.log_variance)


class Block(nn.Module):
    """Two convolutions beside a straight way; begins as the identity, so that deep stacks train at once."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        nn.init.kaiming_normal_(self.first.weight, 0.2)
        nn.init.normal_(self.second.weight, std=5e-3)
        nn.init.zeros_(self.first.bias)  # type: ignore[arg-type]  # it has one
        nn.init.zeros_(self.second.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) to the same."""
        inner = self.first(functional.leaky_relu(x, 0.2))
        out: Tensor = x + self.second(functional.leaky_relu(inner, 0.2))
        return out


def blocks(width: int, count: int) -> nn.Sequential:
    """`count` blocks, one after the other."""
    return nn.Sequential(*(Block(width) for _ in range(count)))


class Autoencoder(nn.Module):
    """Picture to codes and back; see the module."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        a, b, c = shape.widths
        # the whole picture, seen small -> global code
        self.look = nn.Sequential(
            nn.PixelUnshuffle(4), nn.Conv2d(48, _SMALL, 3, padding=1), *blocks(_SMALL, 2),
            nn.PixelUnshuffle(2), nn.Conv2d(4 * _SMALL, _FLAT, 1),
        )  # fmt: skip
        self.sum_up = nn.Linear(_FLAT * 16, 2 * GLOBAL)
        # global code -> base
        self.spread = nn.Linear(GLOBAL, _FLAT * 16)
        self.lay_out = nn.Sequential(
            nn.Conv2d(_FLAT, 4 * _SMALL, 1), nn.PixelShuffle(2), *blocks(_SMALL, 2),
            nn.LeakyReLU(0.2), nn.Conv2d(_SMALL, 12, 3, padding=1), nn.PixelShuffle(2),
        )  # fmt: skip
        # picture and what the base lacks -> detail code
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2), nn.Conv2d(24, a, 3, padding=1), *blocks(a, 1),
            nn.PixelUnshuffle(2), nn.Conv2d(4 * a, b, 1), *blocks(b, 2),
            nn.PixelUnshuffle(2), nn.Conv2d(4 * b, c, 1), *blocks(c, 3),
            nn.LeakyReLU(0.2), nn.Conv2d(c, 2 * DETAIL, 3, padding=1),
        )  # fmt: skip
        # both codes -> picture
        self.mix = nn.Conv2d(DETAIL + 3, c, 3, padding=1)
        self.tint = nn.Linear(GLOBAL, c)
        self.decoder = nn.Sequential(
            *blocks(c, 3), nn.Conv2d(c, 4 * b, 1), nn.PixelShuffle(2),
            *blocks(b, 2), nn.Conv2d(b, 4 * a, 1), nn.PixelShuffle(2),
            *blocks(a, 2),
        )  # fmt: skip
        self.paint = nn.Sequential(nn.LeakyReLU(0.2), nn.Conv2d(a, 12, 3, padding=1), nn.PixelShuffle(2))
        # what the decoder drew from, and noise -> grain
        self.hear = nn.Conv2d(1, a, 1)
        self.roughen = nn.Sequential(*blocks(a, 1), nn.Conv2d(a, 32, 3, padding=1), nn.PixelShuffle(2))
        self.grain = nn.Parameter(torch.full((1, 8, 1, 1), 0.2))
        self.surface = nn.Conv2d(8, 3, 3, padding=1)
        for last in (self.paint[1], self.surface):
            nn.init.normal_(last.weight, std=1e-2)  # type: ignore[arg-type]  # a convolution's
            nn.init.zeros_(last.bias)  # type: ignore[arg-type]

    def surface_parameters(self) -> Iterator[nn.Parameter]:
        """Those of what makes the grain, which learns by itself."""
        for part in (self.hear, self.roughen, self.surface):
            yield from part.parameters()
        yield self.grain

    def whole(self, picture: Tensor) -> Gaussian:
        """The global code of pictures (B, 3, H, W), (B, GLOBAL)."""
        small = functional.adaptive_avg_pool2d(picture.float(), LOOK_PX)
        mean, spread = self.sum_up(self.look(small).flatten(1)).float().chunk(2, 1)
        return Gaussian(mean, spread.clamp(-10, 4))

    def base(self, whole: Tensor) -> Tensor:
        """The small soft picture of a global code, (B, 3, BASE_PX, BASE_PX)."""
        out: Tensor = self.lay_out(self.spread(whole).unflatten(1, (_FLAT, 4, 4))).float()
        return out

    def detail(self, picture: Tensor, base: Tensor) -> Gaussian:
        """The detail code of pictures (B, 3, H, W), sides multiples of 16; (B, DETAIL, H/8, W/8)."""
        return self.detail_band(picture, base, slice(None))

    def detail_band(self, picture: Tensor, base: Tensor, rows: slice) -> Gaussian:
        """As `detail`, for some rows of pixels only."""
        under = enlarged(base, picture.shape[2], picture.shape[3])[:, :, rows]
        mean, spread = self.encoder(torch.cat([picture[:, :, rows] - under, under], 1)).float().chunk(2, 1)
        return Gaussian(mean, spread.clamp(-10, 4))

    def drawn(self, whole: Tensor, detail: Tensor, base: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """The picture of two codes, (B, 3, H, W), unclipped, and the features that it is drawn from."""
        return self.drawn_band(whole, detail, self.base(whole) if base is None else base, slice(None))

    def drawn_band(self, whole: Tensor, detail: Tensor, base: Tensor, rows: slice) -> tuple[Tensor, Tensor]:
        """As `drawn`, for some rows of the detail code only."""
        high, wide = detail.shape[2:]
        near = enlarged(base, high, wide)[:, :, rows]
        x = self.mix(torch.cat([detail[:, :, rows], near], 1))
        features = self.decoder(x * (1 + self.tint(whole)[..., None, None]))
        picture: Tensor = self.paint(features).float()
        begin, end, _ = rows.indices(high)
        under = enlarged(base, CELL_PX * high, CELL_PX * wide)[:, :, CELL_PX * begin : CELL_PX * end]
        return picture + under, features

    def texture(self, features: Tensor, coarse: Tensor, fine: Tensor) -> Tensor:
        """What can be added to the picture, of noise (B, 1, H/2, W/2) and (B, 1, H, W)."""
        x = self.roughen(features + self.hear(coarse))
        out: Tensor = self.surface(functional.leaky_relu(x + self.grain * fine, 0.2)).float()
        return out

    def forward(self, whole: Tensor, detail: Tensor) -> Tensor:
        """The picture of two codes, (B, 3, H, W), unclipped."""
        return self.drawn(whole, detail)[0]


def enlarged(base: Tensor, rows: int, columns: int) -> Tensor:
    """A base at another size."""
    return functional.interpolate(base, (rows, columns), mode="bilinear", align_corners=False)


assert LOOK_PX == 8 * 4
assert BASE_PX == 4 * 4
