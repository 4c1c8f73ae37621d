"""Learning from pictures: what `artstudio.sdk.nn.fit` steps.

A new model first learns to see (`seeing`); then what the encoder sees stays as it is and judges what the
painter does, as a network trained for other ends does in Johnson et al., 2016, and Huang and Belongie,
2017. No weights of any other network are used.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import torch
from torch import Tensor
from torch.nn import functional

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.patches import patch_loss
from artstudio.sdk.nn.states import follow, packed, unpacked
from artstudio_stylize import model as models
from artstudio_stylize.crops import Crops
from artstudio_stylize.judging import judged, pairs
from artstudio_stylize.painting import moves, noise_for, painted, seen
from artstudio_stylize.seeing import Exam
from artstudio_stylize.shape import LEVELS
from artstudio_stylize.slices import content_distance, style_distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels

STYLE: Final = 3.0  # what style counts when content counts 1
PATCHES: Final = 2.0
ITSELF: Final = 2.0  # what it counts that a picture in its own style stays as it is
JUDGED: Final = 16  # pairs set aside that the best model is chosen by
LEVELLED_BY: Final = 32  # crops


class StylizeLearner:
    """The encoder with its exam, then the painter; what is saved of the painter is a running average."""

    def __init__(
        self,
        model: models.Networks,
        contents: Sequence[Pixels],
        styles: Sequence[Pixels],
        held_out: tuple[Sequence[Pixels], Sequence[Pixels]],
        *,
        seed: int,
        device: str = "cpu",
        rate: float = 1e-3,
        rows: int = 8,
        side_px: int = 128,
        seeing: float = 0.3,
        about: Mapping[str, Any] | None = None,
    ) -> None:
        self.device, self.rate, self.rows, self.side_px, self.about = device, rate, rows, side_px, about or {}
        self.seeing = seeing  # share of the budget; 0: the encoder stays as it is
        self.model = models.placed(model, device)
        self.average = deepcopy(self.model.painter).eval().requires_grad_(False)
        self.contents, self.styles = Crops(contents, seed), Crops(styles, seed + 1)
        self.exam = models.placed(Exam(model.shape, len(contents)), device)
        self.optimisers = {
            "seeing": torch.optim.Adam([*model.encoder.parameters(), *self.exam.parameters()], lr=rate),
            "painter": torch.optim.Adam(model.painter.parameters(), lr=rate),
        }
        self.held_out_pairs = pairs(*held_out, JUDGED, side_px)
        self.sees = seeing <= 0
        self.painted = 0
        self.model.encoder.requires_grad_(not self.sees)

    def step(self, fraction: float) -> float:
        """One update; the loss of seeing or of painting, whichever is learned at this time."""
        with device_memory(self.device):
            if not self.sees:
                if fraction < self.seeing:
                    return self._look(fraction / self.seeing)
                self._open_eyes()
            return self._paint((fraction - self.seeing) / max(1 - self.seeing, 1e-6))

    def _look(self, share: float) -> float:
        crops, numbers = self._batch(self.contents, self.rows)
        with autocast(self.device):
            loss = self.exam(self.model.encoder, crops, torch.tensor(numbers).to(self.device))
        self._take("seeing", loss, share)
        return float(loss.detach())

    def _open_eyes(self) -> None:
        """The encoder is done: its channels are brought to one scale, and from now on it stays as it is."""
        crops, _ = self._batch(self.contents, LEVELLED_BY)
        self.model.encoder.level_out(crops)
        self.model.encoder.requires_grad_(False)
        self.sees = True

    def _paint(self, share: float) -> float:
        content, style = self._batch(self.contents, self.rows)[0], self._batch(self.styles, self.rows)[0]
        style[0] = content[0]  # one of each batch is to stay as it is
        encoder = self.model.encoder
        with torch.no_grad(), autocast(self.device):
            wanted, manner = encoder(content), encoder(style)
        moving = moves(seen(content, wanted), seen(style, manner))
        with autocast(self.device):
            made = painted(encoder, self.model.painter, content, moving, noise_for(content, LEVELS)).float()
            found = encoder(made)
        kept = content_distance(found, wanted).mean()
        styled = style_distance(found, manner).mean()
        halves = functional.avg_pool2d(made, 2), functional.avg_pool2d(style, 2)
        patches = patch_loss(made, style) + patch_loss(halves[0], halves[1])
        itself = functional.l1_loss(made[0], content[0])
        outside = (made.abs() - 1).clamp(min=0).mean()
        loss = kept + STYLE * styled + PATCHES * patches + ITSELF * itself + outside
        self._take("painter", loss, share)
        self.painted += 1
        follow(self.average, self.model.painter, self.painted, most=500)
        return float(loss.detach())

    def _batch(self, crops: Crops, rows: int) -> tuple[Tensor, list[int]]:
        found, numbers = crops.batch(rows, self.side_px)
        return torch.from_numpy(found).to(self.device, memory_format=torch.channels_last), numbers

    def _take(self, name: str, loss: Tensor, share: float) -> None:
        optimiser = self.optimisers[name]
        for group in optimiser.param_groups:
            group["lr"] = self.rate * min(1.0, 3 * (1 - share) + 0.03)  # falls in the last third
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(optimiser.param_groups[0]["params"], 5.0)
        optimiser.step()

    def held_out(self) -> Iterator[tuple[float, int]]:
        """Content and style loss of pairs that were set aside, as the action paints them; none while it
        learns to see."""
        if not self.sees:
            return
        for number, (content, style) in enumerate(self.held_out_pairs):
            kept, styled = judged(self._whole(), content, style, self.device, seed=number)
            yield kept + STYLE * styled, 1

    def _whole(self) -> models.Networks:
        whole = models.Networks(self.model.shape)
        whole.encoder, whole.painter = self.model.encoder, self.average
        return whole

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        models.save(self._whole(), folder, self.about)

    def state(self) -> State:
        """All weights, the optimisers' moments and the place in the data."""
        values = {
            "contents": self.contents.state(), "styles": self.styles.state(),
            "sees": self.sees, "painted": self.painted,
        }  # fmt: skip
        return State(packed(self._networks(), self.optimisers), values)

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, self._networks(), self.optimisers)
        self.contents.restore(state.values["contents"])
        self.styles.restore(state.values["styles"])
        self.sees, self.painted = bool(state.values["sees"]), int(state.values["painted"])
        self.model.encoder.requires_grad_(not self.sees)

    def _networks(self) -> dict[str, torch.nn.Module]:
        return {"model": self.model, "average": self.average, "exam": self.exam}
