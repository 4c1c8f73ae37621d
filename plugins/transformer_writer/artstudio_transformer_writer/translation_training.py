"""Learning to translate, both ways at once: what `artstudio.sdk.nn.fit` steps."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from artstudio.sdk.nn.device import autocast, device_memory
from artstudio.sdk.nn.fit import State
from artstudio.sdk.nn.states import follow, packed, unpacked
from artstudio_transformer_writer.marian import UNCOUNTED
from artstudio_transformer_writer.training import optimisers, scheduled
from artstudio_transformer_writer.translation_batches import Spelled, batched, directions, shifted, tensors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from artstudio_transformer_writer.marian import Marian
    from artstudio_transformer_writer.subwords import Subwords

SMOOTHING = 0.1  # Szegedy et al. 2016
JOINED = 0.12  # of the pairs are followed by others, so that longer texts are learned too
APART = 0.1  # of the merged pieces are read in parts (Provilkov et al. 2020)
LOST = 0.05  # of the tokens already written are hidden, so that the source must be looked at
_SORTED = 1500  # pairs are sorted by length so many at a time
_AVERAGED = 400  # steps that the averaged weights look back, at most
_JUDGED = 400  # pairs set aside that are judged while learning


class Dealer:
    """Deals batches of sources and translations, each pair both ways, about `tokens` tokens a batch.

    Everything random is drawn from the seed, the epoch and the number of the batch, so that these two numbers
    are all that is needed to go on.
    """

    def __init__(
        self, pairs: Sequence[Spelled], subwords: Subwords, tokens: int, seed: int, longest: int
    ) -> None:
        self.pairs, self.subwords, self.tokens, self.seed, self.longest = (
            pairs,
            subwords,
            tokens,
            seed,
            longest,
        )
        self.epoch = self.number = 0
        self._parts = subwords.parts()
        self._batches: list[list[list[int]]] = []

    def next(self) -> tuple[Tensor, Tensor, Tensor]:
        """Sources, what is seen of the translations, and the translations."""
        if not self._batches:
            self._batches = self._ordered()
        if self.number == len(self._batches):
            self.epoch, self.number = self.epoch + 1, 0
            self._batches = self._ordered()
        chance = np.random.default_rng([self.seed, self.epoch, self.number + 1])
        rows = []
        for places in self._batches[self.number]:
            en, zh = self._joined(places)
            rows += directions(self.subwords, self._apart(en, chance), zh)
        self.number += 1
        sources, targets = tensors(rows, self.subwords)
        return sources, self._seen(targets, chance), targets

    def go_to(self, epoch: int, number: int) -> None:
        """Goes on with the batch of this number (from 0) of an epoch."""
        self.epoch, self.number, self._batches = epoch, number, []

    def _ordered(self) -> list[list[list[int]]]:
        """An epoch's batches; each row is a pair, or several that are read as one text."""
        chance = np.random.default_rng([self.seed, self.epoch, 0])
        rows: list[list[int]] = []
        for i in chance.permutation(len(self.pairs)).tolist():
            if rows and chance.random() < JOINED and self._size([*rows[-1], i]) < self.longest:
                rows[-1].append(i)
            else:
                rows.append([i])
        batches: list[list[list[int]]] = []
        for first in range(0, len(rows), _SORTED):
            part = sorted(rows[first : first + _SORTED], key=self._size)
            groups = batched([self._size(row) for row in part], self.tokens)
            batches += [[part[i] for i in group] for group in groups]
        return [batches[i] for i in chance.permutation(len(batches))]

    def _joined(self, places: Sequence[int]) -> tuple[list[int], list[int]]:
        first, *others = (self.pairs[i] for i in places)
        en, zh = list(first.en), list(first.zh)
        for other in others:
            en, zh = en + other.more, zh + other.zh
        return en, zh

    def _size(self, places: Sequence[int]) -> int:
        return max(map(len, self._joined(places))) + 2

    def _apart(self, ids: list[int], chance: np.random.Generator) -> list[int]:
        found = []
        rest = ids[::-1]
        while rest:
            one = rest.pop()
            if one in self._parts and chance.random() < APART:
                rest += self._parts[one][::-1]
            else:
                found.append(one)
        return found

    def _seen(self, targets: Tensor, chance: np.random.Generator) -> Tensor:
        before = shifted(targets, self.subwords.pad)
        lost = torch.from_numpy(chance.random(before.shape) < LOST)
        lost[:, 0] = False
        return before.masked_fill(lost, self.subwords.pad)


class TranslationLearner:
    """A `Marian` that learns; an average of its weights over the last steps is judged and saved."""

    def __init__(
        self,
        model: Marian,
        dealer: Dealer,
        held_out: Sequence[Spelled],
        *,
        save: Callable[[Marian, Path], None],
        rate: float,
        device: str = "cpu",
    ) -> None:
        self.model, self.dealer, self.rate, self.device = model.to(device), dealer, rate, device
        self.average = copy.deepcopy(self.model).eval().requires_grad_(False)
        self._save = save
        self.optimisers = optimisers(self.model, rate)
        self.steps = 0
        self._held_out = judged_batches(held_out, dealer.subwords, most=_JUDGED)

    def step(self, fraction: float) -> float:
        """One update on the next batch."""
        sources, before, targets = (part.to(self.device) for part in self.dealer.next())
        self.model.train()
        with device_memory(self.device):
            with autocast(self.device):
                loss = self.model.loss(sources, before, targets, smoothing=SMOOTHING)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            for optimiser in self.optimisers.values():
                scheduled(optimiser, self.rate, self.steps, fraction)
                optimiser.step()
                optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        follow(self.average, self.model, self.steps, _AVERAGED)
        return float(loss.detach())

    def held_out(self) -> Iterator[tuple[float, int]]:
        """Judges the averaged weights on pairs set aside, both ways."""
        for sources, targets in self._held_out:
            yield judged(self.average, sources, targets, self.dealer.subwords.pad, self.device)

    def save(self, folder: Path) -> None:
        """Writes the model folder."""
        self._save(self.average, folder)

    def state(self) -> State:
        """Both sets of weights, the optimisers' moments and the place in the data."""
        arrays = packed({"model": self.model, "average": self.average}, self.optimisers)
        return State(arrays, {"epoch": self.dealer.epoch, "number": self.dealer.number, "steps": self.steps})

    def restore(self, state: State) -> None:
        """Goes on from `state`."""
        unpacked(state.arrays, {"model": self.model, "average": self.average}, self.optimisers)
        self.dealer.go_to(int(state.values["epoch"]), int(state.values["number"]))
        self.steps = int(state.values["steps"])


@torch.no_grad()
def judged(model: Marian, sources: Tensor, targets: Tensor, pad: int, device: str) -> tuple[float, int]:
    """Loss in nats summed over translations, and how many tokens counted."""
    with device_memory(device), autocast(device):
        loss = model.loss(sources.to(device), shifted(targets, pad).to(device), targets.to(device))
    count = int((targets != UNCOUNTED).sum())
    return float(loss) * count, count


def judged_batches(pairs: Sequence[Spelled], subwords: Subwords, *, most: int) -> list[tuple[Tensor, Tensor]]:
    """At most `most` of the pairs, evenly spread, as batches of sources and translations, both ways."""
    chosen = [pairs[i] for i in np.unique(np.linspace(0, len(pairs) - 1, most).astype(int))] if pairs else []
    chosen.sort(key=lambda pair: max(len(pair.en), len(pair.zh)))
    found = []
    for batch in batched([max(len(pair.en), len(pair.zh)) + 2 for pair in chosen], 4000):
        rows = [row for i in batch for row in directions(subwords, chosen[i].en, chosen[i].zh)]
        found.append(tensors(rows, subwords))
    return found
