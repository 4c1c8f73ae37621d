"""Pictures as codes, codes as pictures, and the way between several codes.

Large pictures are worked on in bands of rows that overlap by as much as a convolution sees, so that the
result is the same as in one piece.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor

from artstudio.sdk.nn.arrays import as_floats
from artstudio.sdk.nn.device import autocast
from artstudio_vae_morpher.frames import padded
from artstudio_vae_morpher.growing import grown
from artstudio_vae_morpher.prior import walk
from artstudio_vae_morpher.shape import CELL_PX, DETAIL, GLOBAL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.model import Morpher

Path = Literal["growing", "together", "straight"]

FLOW_STEPS: Final = 4  # of the prior, for each frame that is worked out
DRAWN_STEPS: Final = 12  # for a picture from nothing, which is alone
_BAND: Final = 64  # rows of cells at once
_SEEN: Final = 12  # rows of cells that a convolution sees beyond its own
_AT_ONCE: Final = 1 << 17  # pixels decoded in one batch
_CELLS_AT_ONCE: Final = 1 << 14  # in the prior: a step of it is then done in a moment

T = TypeVar("T")
Steps = Generator[None, None, T]  # work that may be stopped at each yield, and what it comes to


@dataclass(frozen=True, slots=True)
class Origin:
    """What the prior would have made codes of, and by how much it misses them when it does so again."""

    whole_noise: Tensor
    detail_noise: Tensor
    whole_rest: Tensor
    detail_rest: Tensor


@dataclass(frozen=True, slots=True)
class Codes:
    """A picture as numbers: `whole` (GLOBAL,) and `detail` (DETAIL, rows, columns), both plain.

    `origin` is None where nobody asked for it.
    """

    whole: Tensor
    detail: Tensor
    origin: Origin | None = None


class Coder(Protocol):
    """What a morph needs of a model."""

    def encoded(self, pixels: Pixels) -> Codes:
        """The codes of a picture (height, width, 3)."""

    def between(self, codes: Sequence[Codes], weights: Tensor, path: Path, seed: int) -> Steps[list[Codes]]:
        """A mixture of `codes` for each row of `weights` (rows, len(codes)), whose sum is 1.

        Where parts turn one after another, `seed` says in which order.
        """

    def pictures(self, codes: Sequence[Codes], width: int, height: int, *, grain: float, seed: int) -> Pixels:
        """Drawn pictures, uint8 (count, height, width, 3)."""


class MorpherCoder:
    """The morpher's own networks."""

    def __init__(self, model: Morpher, device: str = "cpu") -> None:
        self.model, self.device = model, device

    @torch.inference_mode()
    def encoded(self, pixels: Pixels) -> Codes:
        """See `Coder`."""
        network, prior = self.model.autoencoder, self.model.prior
        pixels = padded(pixels)
        real = torch.from_numpy(as_floats(pixels))[None].to(self.device, memory_format=torch.channels_last)
        with autocast(self.device):
            whole = network.whole(real).mean
            base = network.base(whole)
            bands = []
            for first, last, start, stop in bands_of(real.shape[2] // CELL_PX):
                rows = slice(start * CELL_PX, stop * CELL_PX)
                band = network.detail_band(real, base, rows).mean
                bands.append(band[:, :, first - start : last - start])
        detail = torch.cat(bands, 2)
        return Codes(prior.whole_scale.plain(whole)[0], prior.detail_scale.plain(detail)[0])

    @torch.inference_mode()
    def traced(self, codes: Codes) -> Steps[Codes]:
        """The same codes with their origin."""
        if codes.origin is not None:
            return codes
        whole, detail = codes.whole[None], codes.detail[None]
        whole_noise = yield from walk(self._of_whole, whole, FLOW_STEPS, back=True)
        detail_noise = yield from walk(self._of_detail(whole), detail, FLOW_STEPS, back=True)
        again = yield from walk(self._of_whole, whole_noise, FLOW_STEPS)
        # once its rest is added, a mixture of this code alone has this code's own global part
        once_more = yield from walk(self._of_detail(whole), detail_noise, FLOW_STEPS)
        origin = Origin(whole_noise[0], detail_noise[0], (whole - again)[0], (detail - once_more)[0])
        return Codes(codes.whole, codes.detail, origin)

    @torch.inference_mode()
    def between(self, codes: Sequence[Codes], weights: Tensor, path: Path, seed: int) -> Steps[list[Codes]]:
        """See `Coder`. But for the straight path noises are mixed, and made into codes by the prior.

        By how much the prior misses the codes is mixed too, so that a mixture of one code alone is that code.
        """
        weights = weights.to(self.device)
        if path == "straight":
            wholes = _mixed([one.whole for one in codes], weights)
            details = _mixed([one.detail for one in codes], weights)
            return [Codes(whole, detail) for whole, detail in zip(wholes, details, strict=True)]
        origins = []
        for one in codes:
            known = yield from self.traced(one)
            assert known.origin is not None
            origins.append(known.origin)
        made: list[Codes] = []
        most = max(1, _CELLS_AT_ONCE // codes[0].detail[0].numel())
        for at in range(0, len(weights), most):
            some = weights[at : at + most]
            whole = _round_mixed([one.whole_noise for one in origins], some)
            whole = yield from walk(self._of_whole, whole, FLOW_STEPS)
            whole = whole + _mixed([one.whole_rest for one in origins], some)
            shares = shares_of(codes, some, path, seed)
            noise = parts_mixed([one.detail_noise for one in origins], shares)
            noise = noise / shares.square().sum(1, keepdim=True).sqrt()  # as loud as noise is
            detail = yield from walk(self._of_detail(whole), noise, FLOW_STEPS)
            detail = detail + parts_mixed([one.detail_rest for one in origins], shares)
            detail = as_strong(detail, [one.detail for one in codes], some)
            made += [Codes(one, other) for one, other in zip(whole, detail, strict=True)]
        return made

    @torch.inference_mode()
    def sampled(
        self, rows: int, columns: int, boldness: float, seed: int, steps: int = DRAWN_STEPS
    ) -> Steps[Codes]:
        """Codes from the prior for a picture of `rows` x `columns` cells, even numbers."""
        chance = np.random.default_rng(seed)
        noises = chance.standard_normal(GLOBAL), chance.standard_normal((DETAIL, rows, columns))
        whole_noise, detail_noise = (
            torch.from_numpy(noise.astype(np.float32)).to(self.device) for noise in noises
        )
        return (yield from self.made_of(whole_noise * boldness, detail_noise, steps))

    @torch.inference_mode()
    def made_of(self, whole_noise: Tensor, detail_noise: Tensor, steps: int = DRAWN_STEPS) -> Steps[Codes]:
        """What the prior makes of noises."""
        whole = yield from walk(self._of_whole, whole_noise[None], steps)
        detail = yield from walk(self._of_detail(whole), detail_noise[None], steps)
        nothing = torch.zeros_like(whole[0]), torch.zeros_like(detail[0])
        return Codes(whole[0], detail[0], Origin(whole_noise, detail_noise, *nothing))

    def base(self, whole: Tensor) -> Tensor:
        """The bases of plain global codes (B, GLOBAL)."""
        return self.model.autoencoder.base(self.model.prior.whole_scale.real(whole))

    @torch.inference_mode()
    def pictures(self, codes: Sequence[Codes], width: int, height: int, *, grain: float, seed: int) -> Pixels:
        """See `Coder`. `grain` 0-2 is how much of the surface that codes cannot hold is made up."""
        network, prior = self.model.autoencoder, self.model.prior
        out = np.empty((len(codes), height, width, 3), np.uint8)
        rows, columns = codes[0].detail.shape[1:]
        most = max(1, _AT_ONCE // (rows * columns * CELL_PX**2))
        noise = _Grain(seed, rows, columns, self.device) if grain else None
        for at in range(0, len(codes), most):
            some = codes[at : at + most]
            with autocast(self.device):
                whole = prior.whole_scale.real(torch.stack([one.whole for one in some]))
                detail = prior.detail_scale.real(torch.stack([one.detail for one in some]))
                base = network.base(whole)
                for first, last, start, stop in bands_of(rows):
                    drawn, features = network.drawn_band(whole, detail, base, slice(start, stop))
                    if noise is not None:
                        drawn = drawn + grain * network.texture(features, *noise.band(start, stop, len(some)))
                    inner = drawn[:, :, (first - start) * CELL_PX : (last - start) * CELL_PX, :width]
                    top = first * CELL_PX
                    inner = inner[:, :, : max(0, height - top)]
                    values = ((inner.float() + 1) * 127.5 + 0.5).clamp(0, 255).to(torch.uint8)
                    out[at : at + most, top : top + inner.shape[2]] = values.permute(0, 2, 3, 1).cpu().numpy()
        return out

    def _of_whole(self, codes: Tensor, time: Tensor) -> Tensor:
        """The velocity of global codes."""
        with autocast(self.device):
            return self.model.prior.whole_velocity(codes, time)

    def _of_detail(self, whole: Tensor) -> Callable[[Tensor, Tensor], Tensor]:
        """The velocity of detail codes, given plain global ones."""
        with autocast(self.device):
            base = self.base(whole)

        def velocity(codes: Tensor, time: Tensor) -> Tensor:
            with autocast(self.device):
                return self.model.prior.detail_velocity(codes, time, whole, base)

        return velocity


class _Grain:
    """The noise that the surface is made of: the same for every frame, so that it does not flicker."""

    def __init__(self, seed: int, rows: int, columns: int, device: str) -> None:
        chance = np.random.default_rng([seed, 7])
        sides = [(rows * CELL_PX // scale, columns * CELL_PX // scale) for scale in (2, 1)]
        self._planes = [
            torch.from_numpy(chance.standard_normal((1, 1, *side), np.float32)).to(device) for side in sides
        ]

    def band(self, start: int, stop: int, count: int) -> tuple[Tensor, Tensor]:
        coarse, fine = (
            plane[:, :, start * CELL_PX // scale : stop * CELL_PX // scale].expand(count, -1, -1, -1)
            for plane, scale in zip(self._planes, (2, 1), strict=True)
        )
        return coarse, fine


def done(work: Steps[T]) -> T:
    """What work comes to, without a stop."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found


def bands_of(rows: int) -> list[tuple[int, int, int, int]]:
    """Rows of cells in bands: those that count (first, last) and those seen around them (start, stop)."""
    found = []
    for first in range(0, rows, _BAND):
        last = min(rows, first + _BAND)
        found.append((first, last, max(0, first - _SEEN), min(rows, last + _SEEN)))
    return found


def shares_of(codes: Sequence[Codes], weights: Tensor, path: Path, seed: int) -> Tensor:
    """The share of each of `codes` in each cell, (rows of weights, len(codes), rows, columns)."""
    rows, columns = codes[0].detail.shape[1:]
    if path == "growing":
        return grown(weights, rows, columns, seed)
    return weights[..., None, None].expand(-1, -1, rows, columns)


def as_strong(detail: Tensor, sources: Sequence[Tensor], weights: Tensor) -> Tensor:
    """Detail codes (B, C, h, w), each channel with the spread that those of `sources` (C, h, w) have."""
    wanted = torch.tensordot(
        weights, torch.stack([one.flatten(1).std(1, correction=0) for one in sources]), 1
    )
    mean = detail.mean((2, 3), keepdim=True)
    spread = detail.flatten(2).std(2, correction=0).clamp(min=1e-6)
    strong: Tensor = mean + (detail - mean) * (wanted / spread)[..., None, None]
    return strong


def parts_mixed(values: Sequence[Tensor], shares: Tensor) -> Tensor:
    """Values (C, h, w) mixed cell by cell, (B, C, h, w)."""
    mixed: Tensor = torch.einsum("bnhw,nchw->bchw", shares, torch.stack(list(values)))
    return mixed


def _mixed(values: Sequence[Tensor], weights: Tensor) -> Tensor:
    mixed: Tensor = torch.tensordot(weights, torch.stack(list(values)), 1)
    return mixed


def _round_mixed(noises: Sequence[Tensor], weights: Tensor) -> Tensor:
    """Noises mixed so that they stay as loud as noise is: along the sphere (slerp, Shoemake, 1985)."""
    stacked = torch.stack(list(noises))
    mixed = torch.tensordot(weights, stacked, 1)
    loud = torch.tensordot(weights, stacked.flatten(1).norm(dim=1), 1)
    scale = loud / mixed.flatten(1).norm(dim=1).clamp(min=1e-6)
    out: Tensor = mixed * scale.view(-1, *[1] * (mixed.dim() - 1))
    return out
