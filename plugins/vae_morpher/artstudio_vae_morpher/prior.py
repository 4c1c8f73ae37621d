"""What codes are usual: a learned way from plain noise to codes, and from codes back to noise.

Rectified flow (Liu et al., 2023; Lipman et al., 2023): a network learns the velocity at which a point on the
straight line from noise (time 0) to a code (time 1) moves. Following it forwards draws codes, backwards tells
which noise a code would have come of. Two of them: for the global code, and, given that, for the detail code.

Codes are standardised here: `Scale` keeps their usual mean and spread.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio_vae_morpher.autoencoder import enlarged
from artstudio_vae_morpher.shape import DETAIL, GLOBAL, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_MOOD = 128  # numbers that tell every block the time and the global code
_WAVES = 16
_HIDDEN = 320


class Scale(nn.Module):
    """Mean and spread of each of `width` channels, followed while training."""

    mean: Tensor
    spread: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("spread", torch.ones(width))

    @torch.no_grad()
    def follow(self, codes: Tensor, weight: float) -> None:
        """Moves towards what `codes` (B, C, ...) are like."""
        channels = codes.detach().float().transpose(0, 1).flatten(1)
        self.mean.lerp_(channels.mean(1), weight)
        self.spread.lerp_((channels - self.mean[:, None]).square().mean(1).sqrt().clamp(min=1e-3), weight)

    def plain(self, codes: Tensor) -> Tensor:
        """Codes (B, C, ...) with mean 0 and spread 1."""
        return (codes - self._fitting(self.mean, codes)) / self._fitting(self.spread, codes)

    def real(self, codes: Tensor) -> Tensor:
        """The reverse of `plain`."""
        return codes * self._fitting(self.spread, codes) + self._fitting(self.mean, codes)

    @staticmethod
    def _fitting(row: Tensor, codes: Tensor) -> Tensor:
        return row.view(1, -1, *[1] * (codes.dim() - 2))


class MoodBlock(nn.Module):
    """Two convolutions beside a straight way, turned up and down by channel according to the mood."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        self.mood = nn.Linear(_MOOD, 2 * width)
        for last in (self.second, self.mood):
            nn.init.normal_(last.weight, std=1e-2)
            nn.init.zeros_(last.bias)  # type: ignore[arg-type]  # it has one

    def forward(self, x: Tensor, mood: Tensor) -> Tensor:
        """(B, C, H, W) and (B, _MOOD) to (B, C, H, W)."""
        more, shift = self.mood(mood)[..., None, None].chunk(2, 1)
        inner = self.first(functional.silu(x)) * (1 + more) + shift
        out: Tensor = x + self.second(functional.silu(inner))
        return out


class Prior(nn.Module):
    """Velocities of both codes, and what follows from them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        p, q = shape.prior
        self.whole_scale, self.detail_scale = Scale(GLOBAL), Scale(DETAIL)
        self.whole_in = nn.Linear(GLOBAL + 2 * _WAVES, _HIDDEN)
        self.whole_layers = nn.ModuleList([nn.Linear(_HIDDEN, _HIDDEN) for _ in range(2)])
        self.whole_out = nn.Linear(_HIDDEN, GLOBAL)
        self.mood = nn.Sequential(nn.Linear(GLOBAL + 2 * _WAVES, _MOOD), nn.SiLU(), nn.Linear(_MOOD, _MOOD))
        self.stem = nn.Conv2d(DETAIL + 3, p, 3, padding=1)
        self.inward = nn.ModuleList([MoodBlock(p) for _ in range(2)])
        self.down = nn.Conv2d(4 * p, q, 1)
        self.deep = nn.ModuleList([MoodBlock(q) for _ in range(2)])
        self.up = nn.Conv2d(q, 4 * p, 1)
        self.outward = nn.ModuleList([MoodBlock(p) for _ in range(2)])
        self.out = nn.Conv2d(p, DETAIL, 3, padding=1)
        for last in (self.out, self.whole_out):
            nn.init.normal_(last.weight, std=1e-2)
            nn.init.zeros_(last.bias)  # type: ignore[arg-type]  # it has one

    def whole_velocity(self, whole: Tensor, time: Tensor) -> Tensor:
        """Of global codes (B, GLOBAL) at times (B,)."""
        x = self.whole_in(torch.cat([whole, waves(time)], 1))
        for layer in self.whole_layers:
            x = x + layer(functional.silu(x))
        out: Tensor = self.whole_out(functional.silu(x)).float()
        return out

    def detail_velocity(self, detail: Tensor, time: Tensor, whole: Tensor, base: Tensor) -> Tensor:
        """Of detail codes (B, DETAIL, h, w), even sides, at times (B,), given global codes, bases."""
        mood = functional.silu(self.mood(torch.cat([whole, waves(time)], 1)))
        rows, columns = detail.shape[2:]
        x = self.stem(torch.cat([detail, enlarged(base, rows, columns)], 1))
        for block in self.inward:
            x = block(x, mood)
        y = self.down(functional.pixel_unshuffle(x, 2))
        for block in self.deep:
            y = block(y, mood)
        x = x + functional.pixel_shuffle(self.up(y), 2)
        for block in self.outward:
            x = block(x, mood)
        out: Tensor = self.out(functional.silu(x)).float()
        return out

    def loss(self, whole: Tensor, detail: Tensor, base: Tensor) -> Tensor:
        """How wrong the velocities are at random times, for codes of the encoder; 0-2, a scalar."""
        known, wanted = self.whole_scale.plain(whole), self.detail_scale.plain(detail)
        times = torch.sigmoid(torch.randn(2, len(whole), device=whole.device))  # the middle is hardest
        apart = []
        for codes, time in ((known, times[0]), (wanted, times[1])):
            noise = torch.randn_like(codes)
            at = time.view(-1, *[1] * (codes.dim() - 1))
            mixed = noise + at * (codes - noise)
            if codes is known:
                velocity = self.whole_velocity(mixed, time)
            else:
                velocity = self.detail_velocity(mixed, time, known, base)
            apart.append((velocity - (codes - noise)).square().mean())
        return torch.stack(apart).mean()


def walk(
    velocity: Callable[[Tensor, Tensor], Tensor], start: Tensor, steps: int, *, back: bool = False
) -> Generator[None, None, Tensor]:
    """Where `velocity` carries `start` between the times 0 and 1, or `back`: `steps` of the midpoint rule.

    Yields after each step, so that it can be stopped.
    """
    x, length = start, (-1 if back else 1) / steps
    for step in range(steps):
        begin = (1 if back else 0) + step * length
        first = velocity(x, torch.full((len(x),), begin, device=x.device))
        middle = x + first * length / 2
        x = x + velocity(middle, torch.full((len(x),), begin + length / 2, device=x.device)) * length
        yield
    return x


def waves(time: Tensor) -> Tensor:
    """Times (B,) from 0 to 1 as (B, 2 * _WAVES) sines and cosines (Vaswani et al., 2017)."""
    pace = torch.exp(torch.linspace(0, math.log(200), _WAVES, device=time.device))
    angle = time.float()[:, None] * pace
    return torch.cat([angle.sin(), angle.cos()], 1)
