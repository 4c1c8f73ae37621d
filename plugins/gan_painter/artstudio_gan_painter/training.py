"""Learning from pictures: what `artstudio.sdk.nn.fit` steps."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.patches import patch_loss
from artstudio.sdk.nn.states import follow, packed, unpacked
from artstudio_gan_painter import model as models
from artstudio_gan_painter.critics import PatchCritic, disturbed
from artstudio_gan_painter.crops import Crops, Example
from artstudio_gan_painter.judging import calibrated, judged
from artstudio_gan_painter.losses import chroma, hinge_painted, hinge_real, pleasing
from artstudio_gan_painter.sketching import SketchLesson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels

SMALL_SET: Final = 200  # fewer pictures than this are disturbed before the patch critic sees them
CALIBRATED_FROM: Final = 500  # steps; before that there is too little texture to be judged
CALIBRATING: Final = 16  # pictures of the training that tell how rich the detail has to be
SKETCH_EVERY: Final = 4
SKETCH_ROWS: Final = 24
CRITIC_RATE: Final = 2.0  # times the painter's: spectral normalisation slows a critic down
JUDGED: Final = 24  # pictures set aside that the best model is chosen by


class PainterLearner:
    """Painter and sketcher with their critics; what is saved and judged is their running average."""

    def __init__(
        self,
        model: models.Studio,
        train: Sequence[Pixels],
        held_out: Sequence[Pixels],
        *,
        seed: int,
        device: str = "cpu",
        rate: float = 2e-4,
        rows: int = 8,
        side_px: int = 128,
        tuning: bool = False,
        about: dict[str, Any] | None = None,
    ) -> None:
        self.device, self.rate, self.rows, self.tuning, self.about = device, rate, rows, tuning, about or {}
        self.model = models.placed(model, device)
        self.average = deepcopy(self.model).eval().requires_grad_(False)
        self.critic = models.placed(PatchCritic(), device)
        self.lesson = SketchLesson(self.model.sketcher, device)
        self.crops = Crops(train, side_px, seed)
        self.small = len(train) < SMALL_SET
        self._held_out = held_out
        self._calibrating = train[:: max(1, len(train) // CALIBRATING)][:CALIBRATING]
        self.optimisers = {
            "painter": _adam(self.model.painter, rate, (0.5, 0.99)),
            "critic": _adam(self.critic, rate, (0.5, 0.99)),
        }
        self.steps = 0

    def step(self, fraction: float) -> float:
        """One update of painter and critic, now and then of the sketcher's too; the rate falls last.

        Returns the patch distance as a share of the rough's, as `held_out` measures it.
        """
        rate = self.rate * min(1.0, 4 * (1 - fraction) + 0.02)
        for name, optimiser in self.optimisers.items():
            for group in optimiser.param_groups:
                group["lr"] = rate * (CRITIC_RATE if name == "critic" else 1.0)
        with device_memory(self.device):
            # a new critic knows nothing yet: what a trained painter knows must not be lost to it
            loss = self._painter_step(fraction, min(1.0, fraction / 0.1) if self.tuning else 1.0)
            if self.steps % SKETCH_EVERY == 0:
                sketches = torch.from_numpy(self.crops.sketches(SKETCH_ROWS)).to(self.device)
                self.lesson.step(sketches, rate)
        self.steps += 1
        follow(self.average, self.model, self.steps, most=2000)
        return loss

    def _painter_step(self, fraction: float, trust: float) -> float:
        real, rough, guess, known = self._batch()
        condition = torch.cat([rough, guess, real * known, known], 1)
        with autocast(self.device):
            painted = self.model.painter(condition, self._noise(condition)).float()
        painted = painted * (1 - known) + real * known
        shown = disturbed(painted, real, rough) if self.small else [painted, real, rough]
        with autocast(self.device):
            both = torch.cat([shown[0].detach(), shown[1]])
            scores, features = self.critic(both, torch.cat([shown[2], shown[2]]))
        critic_loss = hinge_painted([score[: len(real)] for score in scores]) + hinge_real(
            [score[len(real) :] for score in scores]
        )
        _take(self.optimisers["critic"], critic_loss)
        wanted = [feature[len(real) :].detach() for feature in features]

        self.critic.requires_grad_(False)
        with autocast(self.device):
            scores, found = self.critic(shown[0], shown[2])
        self.critic.requires_grad_(True)
        alike = torch.stack(
            [functional.l1_loss(a.float(), b.float()) for a, b in zip(found, wanted, strict=True)]
        ).mean()
        sure = 1 - 0.7 * guess  # a guess may be wrong
        near = functional.avg_pool2d((painted - real), 4).abs() * functional.avg_pool2d(sure, 4)
        kept = functional.avg_pool2d(painted - rough, 12, 6).abs() * functional.avg_pool2d(1 - guess, 12, 6)
        patches = _patches(painted, real)
        colourful = (chroma(painted) - chroma(real)).abs().mean()
        loss = (
            0.5 * trust * pleasing(scores)
            + 3 * alike
            + 2 * near.mean()
            # a hand that is being changed must not lose hold of the rough
            + (12.0 if self.tuning else 5.0) * kept.mean()
            # too early it would teach a lattice: any way to the right amount of texture is as good to it
            + (8.0 if self.tuning else min(8.0, 1 + 20 * fraction)) * patches
            + 2 * colourful
        )
        _take(self.optimisers["painter"], loss, self.model.painter)
        with torch.no_grad():
            of_rough = _patches(rough, real)
        return float(patches.detach() / of_rough.clamp(min=1e-6))

    def _batch(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        examples = self.crops.batch(self.rows)

        def stacked(name: str) -> Tensor:
            arrays = np.stack([getattr(example, name) for example in examples])
            return torch.from_numpy(arrays).to(self.device, memory_format=torch.channels_last)

        names = Example.__slots__
        real, rough, guess, known = (stacked(name) for name in names)
        return real, rough, guess, known

    @staticmethod
    def _noise(condition: Tensor) -> list[Tensor]:
        batch, _, height, width = condition.shape
        return [
            torch.randn(batch, 1, height // scale, width // scale).to(condition.device)
            for scale in models.NOISE_SCALES
        ]

    def held_out(self) -> Iterator[tuple[float, int]]:
        """Of each picture: patch distance as a share of the rough's, and how far the painting strays.

        Before that the gain of fine detail is found, on pictures of the training.
        """
        if self.steps >= CALIBRATED_FROM:
            self.average.painter.gain.fill_(calibrated(self.average.painter, self._calibrating, self.device))
            yield 0.0, 0
        for number, pixels in enumerate(self._held_out[:JUDGED]):
            found = judged(self.average.painter, pixels, self.device, seed=number, filters=False)
            stray = max(0.0, found["keeping"] - 0.03) * 10
            yield found["distance"] / max(found["rough_distance"], 1e-6) + stray, 1

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        models.save(self.average, folder, {**self.about, "steps": self.steps})

    def state(self) -> State:
        """All weights, the optimisers' moments and the place in the data."""
        values = {"crops": self.crops.state(), "steps": self.steps}
        return State(packed(self._networks(), {**self.optimisers, **self.lesson.optimisers}), values)

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, self._networks(), {**self.optimisers, **self.lesson.optimisers})
        self.crops.restore(state.values["crops"])
        self.steps = int(state.values["steps"])

    def _networks(self) -> dict[str, nn.Module]:
        return {
            "model": self.model,
            "average": self.average,
            "critic": self.critic,
            "sketch_critic": self.lesson.critic,
        }


def _patches(painted: Tensor, real: Tensor) -> Tensor:
    """Patch distance at the size of the pixels and at half of it, together."""
    halves = functional.avg_pool2d(painted, 2), functional.avg_pool2d(real, 2)
    return patch_loss(painted, real) + patch_loss(*halves, stride=2)


def _adam(module: nn.Module, rate: float, betas: tuple[float, float]) -> torch.optim.Optimizer:
    return torch.optim.Adam(module.parameters(), lr=rate, betas=betas)


def _take(optimiser: torch.optim.Optimizer, loss: Tensor, module: nn.Module | None = None) -> None:
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    if module is not None:
        nn.utils.clip_grad_norm_(module.parameters(), 5.0)
    optimiser.step()
