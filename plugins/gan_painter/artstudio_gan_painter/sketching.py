"""Teaching the sketcher to dream: beside the painter, and in a training of its own."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import Tensor

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.states import follow, packed, unpacked
from artstudio_gan_painter import model as models
from artstudio_gan_painter.critics import SketchCritic, disturbed
from artstudio_gan_painter.crops import Crops
from artstudio_gan_painter.losses import hinge_painted, hinge_real, pleasing
from artstudio_gan_painter.shape import LATENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels

JUDGED: Final = 256  # dreams and sketches that are compared
CRITIC_RATE: Final = 4.0  # times the sketcher's, so that the critic keeps up (Heusel et al., 2017)
_DIRECTIONS: Final = 128


class SketchLesson:
    """A sketcher and its critic, one update at a time."""

    def __init__(self, sketcher: models.Sketcher, device: str) -> None:
        self.sketcher, self.device = sketcher, device
        self.critic = models.placed(SketchCritic(), device)
        self.optimisers = {
            "sketcher": torch.optim.Adam(sketcher.parameters(), betas=(0.0, 0.99)),
            "sketch_critic": torch.optim.Adam(self.critic.parameters(), betas=(0.0, 0.99)),
        }

    def step(self, real: Tensor, rate: float) -> float:
        """Shows the critic `real` sketches (B, 3, 32, 32), B even, and as many dreams; returns its loss."""
        for name, optimiser in self.optimisers.items():
            for group in optimiser.param_groups:
                group["lr"] = rate * (CRITIC_RATE if name == "sketch_critic" else 1.0)
        with autocast(self.device):
            made = self.sketcher(torch.randn(len(real), LATENT).to(self.device)).float()
        # each kind is disturbed in its own way, but by the same chances
        (seen,), (real_seen,) = disturbed(made.detach()), disturbed(real)
        with autocast(self.device):
            scores = self.critic(real_seen), self.critic(seen)
        loss = hinge_real([scores[0]]) + hinge_painted([scores[1]])
        _take(self.optimisers["sketch_critic"], loss)
        self.critic.requires_grad_(False)
        with autocast(self.device):
            wish = pleasing([self.critic(disturbed(made)[0])])
        self.critic.requires_grad_(True)
        _take(self.optimisers["sketcher"], wish + 10 * whole_distance(made, real) + 4 * sameness(made, real))
        return float(loss.detach())


class DreamLearner:
    """A model whose sketcher learns while its painter stays as it is."""

    def __init__(
        self,
        model: models.Studio,
        train: Sequence[Pixels],
        held_out: Sequence[Pixels],
        *,
        seed: int,
        device: str = "cpu",
        rate: float = 2e-4,
        rows: int = 32,
        about: dict[str, Any] | None = None,
    ) -> None:
        self.model, self.device, self.rate, self.rows = models.placed(model, device), device, rate, rows
        self.about = about or {}
        self.average = deepcopy(self.model.sketcher).eval().requires_grad_(False)
        self.lesson = SketchLesson(self.model.sketcher, device)
        self.crops = Crops(train, 32, seed)
        self._wanted = Crops(held_out, 32, seed=0).sketches(JUDGED)
        self.steps = 0

    def step(self, fraction: float) -> float:
        """One update of sketcher and critic; the rate falls at the end."""
        real = torch.from_numpy(self.crops.sketches(self.rows)).to(self.device)
        with device_memory(self.device):
            loss = self.lesson.step(real, self.rate * min(1.0, 4 * (1 - fraction) + 0.02))
        self.steps += 1
        follow(self.average, self.model.sketcher, self.steps, most=1000)
        return loss

    @torch.no_grad()
    def held_out(self) -> Iterator[tuple[float, int]]:
        """How far dreams as a whole lie from sketches of pictures set aside."""
        z = torch.from_numpy(np.random.default_rng(0).standard_normal((JUDGED, LATENT)).astype(np.float32))
        dreams = torch.cat([self.average(part.to(self.device)).float().cpu() for part in torch.split(z, 64)])
        yield sketch_distance(dreams.numpy(), self._wanted), 1

    def save(self, folder: Path) -> None:
        """Writes the model folder, with the averaged sketcher."""
        whole = deepcopy(self.model)
        whole.sketcher = self.average
        models.save(whole, folder, {**self.about, "dream_steps": self.steps})

    def state(self) -> State:
        """All weights, the optimisers' moments and the place in the data."""
        values = {"crops": self.crops.state(), "steps": self.steps}
        return State(packed(self._networks(), self.lesson.optimisers), values)

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, self._networks(), self.lesson.optimisers)
        self.crops.restore(state.values["crops"])
        self.steps = int(state.values["steps"])

    def _networks(self) -> dict[str, torch.nn.Module]:
        return {"model": self.model, "average": self.average, "critic": self.lesson.critic}


def whole_distance(made: Tensor, real: Tensor) -> Tensor:
    """Sliced Wasserstein distance between two batches of whole pictures (Deshpande et al., 2018).

    It holds the colours and the large shapes to those of the data while the critic judges the rest.
    """
    lines = torch.randn(made[0].numel(), _DIRECTIONS, device=made.device)
    lines = lines / lines.norm(dim=0)
    found = [(batch.flatten(1) @ lines).sort(0).values for batch in (made, real)]
    apart: Tensor = (found[0] - found[1]).abs().mean()
    return apart


def sameness(made: Tensor, real: Tensor) -> Tensor:
    """How much more alike dreams are than pictures: 0 where neighbours in a batch differ as much."""
    spreads = [(batch[::2] - batch[1::2]).abs().mean() for batch in (made, real)]
    missing: Tensor = torch.relu(spreads[1] - spreads[0])
    return missing


def sketch_distance(
    one: np.ndarray[Any, np.dtype[np.float32]], other: np.ndarray[Any, np.dtype[np.float32]]
) -> float:
    """Sliced Wasserstein distance between two sets of as many sketches (N, 3, 32, 32), on 128 directions."""
    lines = np.random.default_rng(1).standard_normal((one[0].size, _DIRECTIONS)).astype(np.float32)
    lines /= np.linalg.norm(lines, axis=0)
    sorted_ = [np.sort(part.reshape(len(part), -1) @ lines, axis=0) for part in (one, other)]
    return float(np.abs(sorted_[0] - sorted_[1]).mean())


def _take(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
