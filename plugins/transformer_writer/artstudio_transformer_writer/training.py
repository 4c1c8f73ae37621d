"""Learning to write: what `artstudio.sdk.nn.fit` steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.states import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from artstudio_transformer_writer.model import Writer
    from artstudio_transformer_writer.tokens import Ids

UNCOUNTED = -100  # a target that does not count
_WARM_STEPS = 60
_LOOK_FAR = 0.65  # of the budget: until then rows are read in halves


class Reader:
    """Deals rows of `length` tokens and what follows each of them.

    Of long texts a row is a stretch from anywhere; short ones (`whole`) begin a row, and others follow until
    it is full, so that a model learns how a text begins with nothing before it.
    """

    def __init__(
        self, texts: Sequence[Ids], end: int, rows: int, length: int, seed: int, *, whole: bool
    ) -> None:
        self.rows, self.length = rows, length
        self.chance = np.random.default_rng(seed)
        gap = np.array([end])
        self._stream = np.concatenate([part for text in texts for part in (gap, text)] + [gap])
        sizes = np.array([len(text) + 1 for text in texts])
        self._starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if whole else None
        shortfall = length + 1 - len(self._stream)
        if shortfall > 0:
            self._stream = np.concatenate([self._stream, np.full(shortfall, UNCOUNTED)])

    def next(self) -> tuple[Tensor, Tensor]:
        """Tokens and targets, (rows, length) each."""
        last = len(self._stream) - self.length - 1
        if self._starts is None:
            at = self.chance.integers(0, last + 1, self.rows)
        else:
            at = np.minimum(self._starts[self.chance.integers(0, len(self._starts), self.rows)], last)
        rows = torch.from_numpy(np.stack([self._stream[i : i + self.length + 1] for i in at]))
        return rows[:, :-1].clamp(min=0), rows[:, 1:]


def optimisers(model: nn.Module, rate: float) -> dict[str, torch.optim.Optimizer]:
    """Muon (Jordan et al. 2024) for the layers' matrices, AdamW for embeddings, gains and biases."""
    matrices: list[nn.Parameter] = []
    others: list[nn.Parameter] = []
    for name, weight in model.named_parameters():
        (matrices if weight.dim() == 2 and "layers." in name else others).append(weight)
    return {
        "muon": torch.optim.Muon(
            matrices, lr=rate, momentum=0.95, weight_decay=0.05, adjust_lr_fn="match_rms_adamw"
        ),
        "adam": torch.optim.AdamW(others, lr=rate, betas=(0.9, 0.98), weight_decay=0.0),
    }


def scheduled(optimiser: torch.optim.Optimizer, rate: float, step: int, fraction: float) -> None:
    """The rate rises over the first steps, stays, and over the last half of the budget falls to nothing."""
    rate *= min(1.0, (step + 1) / _WARM_STEPS) * min(1.0, max(2 * (1 - fraction), 0.01))
    for group in optimiser.param_groups:
        group["lr"] = rate


class WriterLearner:
    """A `Writer` that reads, and is judged on texts set aside."""

    def __init__(
        self,
        model: Writer,
        reader: Reader,
        held_out: Sequence[Ids],
        *,
        save: Callable[[Path], None],
        rate: float,
        device: str = "cpu",
    ) -> None:
        self.model, self.reader, self.rate, self.device = model.to(device), reader, rate, device
        self._save = save
        self.optimisers = optimisers(self.model, rate)
        self.steps = 0
        self._held_out = excerpts(held_out, reader.length)

    def step(self, fraction: float) -> float:
        """One update on freshly dealt rows. Looking far back costs most and is learned last."""
        tokens, targets = (part.to(self.device) for part in self.reader.next())
        if fraction < _LOOK_FAR and self.reader.length % 2 == 0:
            half = self.reader.length // 2
            tokens, targets = tokens.reshape(-1, half), targets.reshape(-1, half)
        self.model.train()
        with device_memory(self.device):
            with autocast(self.device):
                loss = self.model.loss(tokens, targets)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            for optimiser in self.optimisers.values():
                scheduled(optimiser, self.rate, self.steps, fraction)
                optimiser.step()
                optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        return float(loss.detach())

    @torch.no_grad()
    def held_out(self) -> Iterator[tuple[float, int]]:
        """Judges stretches spread over the texts set aside."""
        self.model.eval()
        for tokens, targets in self._held_out:
            yield judged(self.model, tokens, targets, self.device)

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        self._save(folder)

    def state(self) -> State:
        """Weights, the optimisers' moments and the place in the data."""
        values = {"chance": self.reader.chance.bit_generator.state, "steps": self.steps}
        return State(packed({"model": self.model}, self.optimisers), values)

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, {"model": self.model}, self.optimisers)
        self.reader.chance.bit_generator.state = state.values["chance"]
        self.steps = int(state.values["steps"])


@torch.no_grad()
def judged(model: Writer, tokens: Tensor, targets: Tensor, device: str) -> tuple[float, int]:
    """Loss in nats summed over rows of tokens, and how many targets counted."""
    with device_memory(device), autocast(device):
        loss = model.loss(tokens.to(device), targets.to(device))
    count = int((targets != UNCOUNTED).sum())
    return float(loss) * count, count


def excerpts(texts: Sequence[Ids], length: int, rows: int = 4, most: int = 32) -> list[tuple[Tensor, Tensor]]:
    """At most `most` stretches of the texts, evenly spread, as batches of (tokens, targets)."""
    places = [(text, at) for text in texts for at in range(0, max(1, len(text) - 1), length) if len(text) > 1]
    chosen = (
        [places[i] for i in np.unique(np.linspace(0, len(places) - 1, most).astype(int))] if places else []
    )
    batches = []
    for first in range(0, len(chosen), rows):
        part = [text[at : at + length + 1] for text, at in chosen[first : first + rows]]
        width = max(len(row) for row in part) - 1
        tokens = np.zeros((len(part), width), np.int64)
        targets = np.full((len(part), width), UNCOUNTED)
        for i, row in enumerate(part):
            tokens[i, : len(row) - 1], targets[i, : len(row) - 1] = row[:-1], row[1:]
        batches.append((torch.from_numpy(tokens), torch.from_numpy(targets)))
    return batches
