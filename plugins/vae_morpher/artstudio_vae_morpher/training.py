"""Learning from pictures: what `artstudio.sdk.nn.fit` steps."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio.sdk.nn.arrays import as_floats
from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.patches import patch_loss
from artstudio.sdk.nn.states import follow, packed, unpacked
from artstudio_vae_morpher import model as models
from artstudio_vae_morpher.crops import Crops
from artstudio_vae_morpher.frames import middle
from artstudio_vae_morpher.judging import cleaned_error, held_out_crop, restored_error, surface_error, unusual
from artstudio_vae_morpher.shape import BASE_PX
from artstudio_vae_morpher.spoiling import spoilt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.autoencoder import Gaussian

LEVELS: Final = 127.5  # of 255 in one unit of colour
FREE_NATS: Final = 0.05  # that each number of the global code may tell at no cost, so that none falls idle
JUDGED: Final = 64  # pictures set aside that the best model is chosen by
SIDES: Final = ((128, 8, 0.6), (192, 4, 0.2), (256, 2, 0.2))  # crop, rows for 8 at 128, share of the steps


@dataclass(frozen=True, slots=True)
class Lessons:
    """How often, in steps, each part learns; 0: never."""

    pictures: int = 1
    surface: int = 2
    codes: int = 2
    cleaning: int = 3


class MorpherLearner:
    """All networks and their optimisers; what is saved and judged is their running average.

    The figure is the mean error in levels of 255: of restored pictures, or of cleaned ones where only the
    cleaner learns. Where only the prior learns it is how wrong its velocities are, 0-2, and where only the
    surface does, how far textures are apart.
    """

    def __init__(
        self,
        model: models.Morpher,
        train: Sequence[Pixels],
        held_out: Sequence[Pixels],
        *,
        seed: int,
        device: str = "cpu",
        rate: float = 1e-3,
        rows: int = 8,
        lessons: Lessons = Lessons(),  # frozen
        about: dict[str, Any] | None = None,
    ) -> None:
        self.device, self.rate, self.rows, self.lessons = device, rate, rows, lessons
        self.about = about or {}
        self.model = models.placed(model, device)
        self.average = deepcopy(self.model).eval().requires_grad_(False)
        self.crops = Crops(train, seed)
        self._held_out = [held_out_crop(pixels) for pixels in held_out[:JUDGED]]
        self.shown = [middle(pixels, 128) for pixels in held_out[:5]]
        surface = {id(one) for one in model.autoencoder.surface_parameters()}
        self._parts: dict[str, list[nn.Parameter]] = {
            "pictures": [one for one in model.autoencoder.parameters() if id(one) not in surface],
            "surface": list(model.autoencoder.surface_parameters()),
            "codes": list(model.prior.parameters()),
            "cleaning": list(model.cleaner.parameters()),
        }
        self.optimisers = {
            name: torch.optim.AdamW(part, rate, (0.9, 0.99), weight_decay=1e-4)
            for name, part in self._parts.items()
        }
        self.steps = 0
        self.errors = {"picture": 0.0, "base": 0.0}  # mean squares, followed: the likelihood's variances

    def step(self, fraction: float) -> float:
        """One update of each part whose turn it is; the rate rises at first and falls in the second half."""
        warm = min(1.0, (self.steps + 1) / 100)
        rate = self.rate * warm * min(1.0, 2 * (1 - fraction) + 0.02)
        for optimiser in self.optimisers.values():
            for group in optimiser.param_groups:
                group["lr"] = rate
        found = {}
        with device_memory(self.device):
            if self._turn(self.lessons.pictures):
                found["pictures"] = self._pictures(fraction)
            if self._turn(self.lessons.surface):
                found["surface"] = self._surface()
            if self._turn(self.lessons.codes):
                found["codes"] = self._codes()
            if self._turn(self.lessons.cleaning):
                found["cleaning"] = self._cleaning()
        self.steps += 1
        follow(self.average, self.model, self.steps, most=1000)
        for mean, now in zip(self.average.buffers(), self.model.buffers(), strict=True):
            mean.copy_(now)
        return next(iter(found.values()), 0.0)

    def _turn(self, every: int) -> bool:
        return bool(every) and self.steps % every == 0

    def _batch(self, side_px: int, rows: int) -> Tensor:
        crops = torch.from_numpy(self.crops.batch(rows, side_px))
        return crops.to(self.device, memory_format=torch.channels_last)

    def _pictures(self, fraction: float) -> float:
        """The evidence lower bound: how likely the picture is given its codes, less what the codes tell."""
        network = self.model.autoencoder
        side, rows, _ = SIDES[int(self.crops.chance.choice(3, p=[share for *_, share in SIDES]))]
        real = self._batch(side, max(1, rows * self.rows // 8))
        with autocast(self.device):
            whole = network.whole(real)
            drawn = whole.draw()
            base = network.base(drawn)
            detail = network.detail(real, base)
            picture, _ = network.drawn(drawn, detail.draw(), base)
        error = (picture - real).square().mean()
        soft = (base - functional.adaptive_avg_pool2d(real, BASE_PX)).square().mean()
        # the warmth of the codes' price comes slowly, or they would tell nothing for a long time
        price = min(1.0, 0.05 + 2 * fraction) * (_nats(whole, FREE_NATS) + _nats(detail, 0.0))
        numbers = real[0].numel()
        loss = 0.5 * error / self._followed("picture", error) + 0.05 * soft / self._followed("base", soft)
        self._take("pictures", loss + price / numbers)
        return float(error.detach().sqrt()) * LEVELS

    def _surface(self) -> float:
        """Grain on what the decoder draws, which does not learn from it: faithful stays faithful."""
        network = self.model.autoencoder
        real = self._batch(128, max(1, self.rows // 2))
        with torch.no_grad(), autocast(self.device):
            whole = network.whole(real).mean
            base = network.base(whole)
            picture, features = network.drawn(whole, network.detail(real, base).mean, base)
        rows, _, height, width = real.shape
        coarse = torch.randn(rows, 1, height // 2, width // 2).to(real.device)
        fine = torch.randn(rows, 1, height, width).to(real.device)
        with autocast(self.device):
            textured = picture + network.texture(features, coarse, fine)
        halves = functional.avg_pool2d(textured, 2), functional.avg_pool2d(real, 2)
        apart = patch_loss(textured, real, 24, waves=True) + patch_loss(*halves, 24, stride=2, waves=True)
        kept = functional.avg_pool2d(textured - picture, 4).abs().mean()
        self._take("surface", apart + 0.1 * kept)
        return float(apart.detach())

    def _codes(self) -> float:
        """The prior, on codes of the average, which moves slowly."""
        network, prior = self.average.autoencoder, self.model.prior
        side, rows = (128, 2 * self.rows) if self.crops.chance.random() < 0.6 else (256, self.rows // 2)
        real = self._batch(side, max(2, rows))
        with torch.no_grad(), autocast(self.device):
            whole = network.whole(real).draw()
            base = network.base(whole)
            detail = network.detail(real, base).mean
        weight = max(0.01, 1 / (1 + self.steps))
        prior.whole_scale.follow(whole, weight)
        prior.detail_scale.follow(detail, weight)
        with autocast(self.device):
            loss = prior.loss(whole, detail, base)
        self._take("codes", loss)
        return float(loss.detach())

    def _cleaning(self) -> float:
        """The cleaner, told how spoilt a picture is in truth or, every other time, as it judges itself."""
        cleaner = self.model.cleaner
        crops = [self.crops.crop(96) for _ in range(self.rows)]
        bad = [spoilt(crop, self.crops.chance) for crop in crops]
        real, given = (
            torch.from_numpy(np.stack([as_floats(one) for one in some])).to(
                self.device, memory_format=torch.channels_last
            )
            for some in (crops, bad)
        )
        level = (given - real).square().mean((1, 2, 3)).sqrt()
        with autocast(self.device):
            judged = cleaner.judge(given)
            told = level if self.steps // max(1, self.lessons.cleaning) % 2 else judged.detach()
            cleaned = cleaner(given, told)
        error = (cleaned - real).abs().mean()
        self._take("cleaning", error + 0.5 * (judged - level).abs().mean())
        return float((cleaned.detach() - real).square().mean().sqrt()) * LEVELS

    def held_out(self) -> Iterator[tuple[float, int]]:
        """The same figure on crops of pictures set aside."""
        for number, crop in enumerate(self._held_out):
            if self.lessons.pictures:
                yield restored_error(self.average.autoencoder, crop, self.device), 1
            elif self.lessons.surface:
                yield surface_error(self.average.autoencoder, crop, self.device, seed=number), 1
            elif self.lessons.cleaning:
                yield cleaned_error(self.average.cleaner, crop, self.device, seed=number), 1
            else:
                yield unusual(self.average, crop, self.device, seed=number), 1

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        models.save(self.average, folder, {**self.about, "steps": self.steps})

    def state(self) -> State:
        """All weights, the optimisers' moments and the place in the data."""
        values = {"crops": self.crops.state(), "steps": self.steps, "errors": self.errors}
        return State(packed({"model": self.model, "average": self.average}, self.optimisers), values)

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, {"model": self.model, "average": self.average}, self.optimisers)
        self.crops.restore(state.values["crops"])
        self.steps, self.errors = int(state.values["steps"]), dict(state.values["errors"])

    def _take(self, part: str, loss: Tensor) -> None:
        """One step of a part's optimiser down the slope of `loss`."""
        optimiser = self.optimisers[part]
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._parts[part], 1.0)
        optimiser.step()

    def _followed(self, name: str, error: Tensor) -> float:
        """The running mean of a mean squared error: the variance at which the likelihood is greatest."""
        now, known = float(error.detach()), self.errors[name]
        self.errors[name] = now if known == 0 else 0.95 * known + 0.05 * now
        return max(self.errors[name], 1e-6)


def _nats(code: Gaussian, free: float) -> Tensor:
    """What a code tells, in nats a picture; numbers that tell less than `free` are not pressed further."""
    return code.kl().mean(0).clamp(min=free).sum()
