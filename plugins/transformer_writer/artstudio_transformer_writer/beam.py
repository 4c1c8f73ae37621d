"""Beam search: the translation that the network finds likeliest, as `transformers` searches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


Found = tuple[float, list[int]]  # what it is worth, and its tokens without the end


class Network(Protocol):
    """Whatever reads a source whole and scores the next token of its translation, as `marian.Marian` does."""

    @property
    def device(self) -> torch.device:
        """Where it is."""

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor | None]:
        """What the decoder looks at, and where that is no padding."""

    def begin(self, encoded: Tensor) -> Any:
        """A memory of what is written, whose rows can be picked."""

    def decode(self, tokens: Tensor, seen: Tensor | None, memory: Any) -> Tensor:
        """Scores of what follows each of `tokens`."""


def searched(
    network: Network,
    source: Sequence[int],
    *,
    start: int,
    end: int,
    beams: int,
    most: int,
    penalty: float = 1.0,
    no_repeat: int = 0,
    never: Sequence[int] = (),
    first: int | None = None,
) -> Generator[int, None, list[Found]]:
    """Yields after each token how many there are; returns the best translations, the best first.

    `beams` beginnings are followed side by side, after `start` and, if it is given, `first`. A finished one
    is worth its log probability divided by its length to the power of `penalty`; the search ends when no
    unfinished one can become better than the worst of as many finished ones. No run of `no_repeat` tokens
    comes twice, and none of `never` ever.
    """
    with torch.inference_mode():
        encoded, seen = network.encode(torch.tensor([list(source)], device=network.device))
        memory = network.begin(encoded.expand(beams, -1, -1))
    texts: list[list[int]] = [[] for _ in range(beams)]
    sums = torch.full((beams,), -1e9, device=network.device)
    sums[0] = 0.0  # all beams begin alike, so one of them is enough
    finished: list[Found] = []
    for length in range(1, most + 1):
        with torch.inference_mode():
            last = torch.tensor([[text[-1] if text else start] for text in texts], device=network.device)
            scores = network.decode(last, seen, memory)[:, -1].float().log_softmax(-1)
            scores[:, list(never)] = -torch.inf
            _forbid_repeats(scores, texts, no_repeat)
            if length == 1 and first is not None:
                scores.fill_(-torch.inf)[:, first] = 0.0
            if length == most:
                scores.fill_(-torch.inf)[:, end] = 0.0
            best = (sums[:, None] + scores).flatten().topk(2 * beams)
            going: list[tuple[float, int, int]] = []
            for rank, (value, place) in enumerate(
                zip(best.values.tolist(), best.indices.tolist(), strict=True)
            ):
                row, token = divmod(place, scores.shape[1])
                if token != end:
                    going.append((value, row, token))
                elif rank < beams and value > -1e8:
                    finished.append((value / length**penalty, texts[row]))
            finished = sorted(finished, key=lambda one: -one[0])[:beams]
            going = going[:beams]
            if length == most or len(going) < beams:
                break
            if len(finished) == beams and going[0][0] / length**penalty <= finished[-1][0]:
                break
            texts = [[*texts[row], token] for _, row, token in going]
            sums = torch.tensor([value for value, _, _ in going], device=network.device)
            memory.pick(torch.tensor([row for _, row, _ in going], device=network.device))
        yield length
    return finished or [(sums[0].item() / most**penalty, texts[0])]


def _forbid_repeats(scores: Tensor, texts: Sequence[Sequence[int]], size: int) -> None:
    """Rules out, row by row, every token that would end a run of `size` tokens which is there already."""
    for row, text in enumerate(texts):
        if 0 < size <= len(text):
            tail = list(text[len(text) - size + 1 :])
            again = [
                text[i + size - 1]
                for i in range(len(text) - size + 1)
                if list(text[i : i + size - 1]) == tail
            ]
            scores[row, again] = -torch.inf
