"""Beam search: the translation that the network finds likeliest, as `transformers` searches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_transformer_writer.marian import Marian


def searched(
    model: Marian,
    source: Sequence[int],
    *,
    beams: int,
    most: int,
    penalty: float,
    no_repeat: int,
    never: Sequence[int] = (),
) -> list[int]:
    """The likeliest translation, without its end.

    `beams` beginnings are followed side by side. A finished one is worth its log probability divided by its
    length to the power of `penalty`; the search ends when no unfinished one can become better than the worst of
    as many finished ones. No run of `no_repeat` tokens (0: any) comes twice, none of `never` ever.
    """
    pad, end, device = model.shape.pad_token_id, model.shape.eos_token_id, model.model.shared.weight.device
    with torch.inference_mode():
        encoded, seen = model.encode(torch.tensor([list(source)], device=device))
        memory = model.begin(encoded.expand(beams, -1, -1))
        texts: list[list[int]] = [[] for _ in range(beams)]
        sums = torch.full((beams,), -1e9, device=device)
        sums[0] = 0.0  # all beams begin alike, so one of them is enough
        finished: list[tuple[float, list[int]]] = []
        for length in range(1, most + 1):
            last = [[text[-1] if text else pad] for text in texts]
            scores = (
                model.decode(torch.tensor(last, device=device), seen, memory)[:, -1].float().log_softmax(-1)
            )
            scores[:, list(never)] = -torch.inf
            _forbid_repeats(scores, texts, no_repeat)
            if length == most:
                ended = scores[:, end].clone()
                scores.fill_(-torch.inf)
                scores[:, end] = ended
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
            sums = torch.tensor([value for value, _, _ in going], device=device)
            memory.pick(torch.tensor([row for _, row, _ in going], device=device))
    return finished[0][1] if finished else texts[0]


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
