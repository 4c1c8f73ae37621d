"""Roughs from nothing and from a picture's neighbourhood, by the sketcher.

Directions are the principal components of the sketcher's inner latents (GANSpace, Härkönen et al., 2020),
found on the very model in use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from PIL import Image as pil
from torch import Tensor
from torch.nn import functional

from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio.sdk.nn.device import autocast
from artstudio_gan_painter.shape import LATENT, SKETCH_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_gan_painter.model import Sketcher

DIRECTIONS: Final = 6
_SAMPLES: Final = 2048
_TRIED: Final = 128
_SEARCH_STEPS: Final = 40


def dreamt(
    sketcher: Sketcher, seed: int, boldness: float, size: tuple[int, int], device: str = "cpu"
) -> Pixels:
    """A rough of `size` (width, height). `boldness` 0-1.5 is how far from the average dream it may lie."""
    chance = np.random.default_rng(seed)
    z = torch.from_numpy(chance.standard_normal((1, LATENT)).astype(np.float32)).to(device)
    with torch.inference_mode():
        latents = _latents(sketcher, device)
        mean = latents.mean(0)
        w = mean + boldness * (_style(sketcher, z) - mean)
        return enlarged(as_pixels(sketcher.draw(w)[0].float().cpu().numpy()), size)


def enlarged(sketch: Pixels, size: tuple[int, int]) -> Pixels:
    """A sketch as a rough of `size` (width, height)."""
    return np.asarray(pil.fromarray(sketch).resize(size, pil.Resampling.BICUBIC))


class Neighbourhood:
    """A picture as the sketcher sees it, and the ways that lead away from there."""

    def __init__(self, sketcher: Sketcher, picture: Pixels, device: str = "cpu") -> None:
        """Not ready before `search` has been driven to its end."""
        self._sketcher, self._device = sketcher, device
        self._size = picture.shape[1], picture.shape[0]
        self._coarse = as_floats(picture)
        small = pil.fromarray(picture).resize((SKETCH_PX, SKETCH_PX), pil.Resampling.BOX)
        self._rough = as_floats(enlarged(np.asarray(small), self._size))
        latents = _latents(sketcher, device)
        self._axes = directions(latents)
        self._spread = latents.std(0)
        self._target = torch.from_numpy(as_floats(np.asarray(small)))[None].to(device)
        self._latents = latents
        self._at = latents[0]

    def search(self) -> Iterator[float]:
        """Finds the latent whose drawing is nearest: best of many, then improved; yields the share done."""
        draw, target, latents = self._sketcher.draw, self._target, self._latents
        distances = []
        for number in range(0, _TRIED, 32):
            with torch.no_grad(), autocast(self._device):
                drawn = draw(latents[number : number + 32]).float()
            distances.append((drawn - target).square().mean((1, 2, 3)))
            yield 0.5 * number / _TRIED
        w = latents[int(torch.cat(distances).argmin())].detach().clone()[None].requires_grad_(True)
        mean, power = torch.zeros_like(w), torch.zeros_like(w)
        for step in range(1, _SEARCH_STEPS + 1):
            with torch.enable_grad(), autocast(self._device):
                loss = (draw(w).float() - target).square().mean()
            (slope,) = torch.autograd.grad(loss, [w])
            with torch.no_grad():
                # Adam (Kingma and Ba, 2014) by hand: the first step of torch's own imports for seconds
                mean.lerp_(slope, 0.1)
                power.lerp_(slope.square(), 0.01)
                w -= 0.05 * mean / (1 - 0.9**step) / ((power / (1 - 0.99**step)).sqrt() + 1e-8)
            yield 0.5 + 0.5 * step / _SEARCH_STEPS
        self._at = w.detach()[0]

    def rough(self, sliders: tuple[float, ...], amount: float, seed: int) -> Pixels:
        """The picture's rough moved by `sliders` (standard deviations) and, by `amount`, by chance."""
        chance = np.random.default_rng([seed, 1])
        step = torch.from_numpy(chance.standard_normal(LATENT).astype(np.float32)).to(self._device)
        moved = self._at + amount * step * self._spread
        for value, axis in zip(sliders, self._axes, strict=True):
            moved = moved + value * axis
        with torch.inference_mode():
            drawn = self._sketcher.draw(torch.stack([self._at, moved])).float()
        change = (drawn[1] - drawn[0]).cpu().numpy()
        wide = torch.from_numpy(change)[None]
        size = self._size[::-1]
        added = functional.interpolate(wide, size, mode="bicubic")[0].numpy()
        return as_pixels(self._rough + added)


def directions(latents: Tensor) -> Tensor:
    """The principal components of `latents` (samples, LATENT), each one standard deviation long."""
    centred = (latents - latents.mean(0)).double()
    _, scales, axes = torch.linalg.svd(centred, full_matrices=False)
    axes = axes[:DIRECTIONS]
    signs = torch.sign(axes.gather(1, axes.abs().argmax(1, keepdim=True)))  # the same on every machine
    scaled: Tensor = (axes * signs * scales[:DIRECTIONS, None] / len(latents) ** 0.5).float()
    return scaled


@torch.no_grad()
def _latents(sketcher: Sketcher, device: str) -> Tensor:
    chance = np.random.default_rng(0)
    z = torch.from_numpy(chance.standard_normal((_SAMPLES, LATENT)).astype(np.float32)).to(device)
    return _style(sketcher, z)


def _style(sketcher: Sketcher, z: Tensor) -> Tensor:
    w: Tensor = sketcher.style(z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8))
    return w
