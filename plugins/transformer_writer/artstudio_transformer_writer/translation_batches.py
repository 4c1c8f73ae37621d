"""Sentence pairs as the network reads them: tokens, rows and batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from artstudio_transformer_writer.marian import UNCOUNTED
from artstudio_transformer_writer.pairs import tidy_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_transformer_writer.marian import Marian
    from artstudio_transformer_writer.pairs import Pair
    from artstudio_transformer_writer.subwords import Language, Subwords

Row = tuple[list[int], list[int]]  # a source and its translation


@dataclass(frozen=True, slots=True)
class Spelled:
    """A pair as tokens; `more` is the English as it follows another sentence."""

    en: list[int]
    more: list[int]
    zh: list[int]


def spelled(subwords: Subwords, pairs: Sequence[Pair]) -> list[Spelled]:
    """Pairs as tokens, the Chinese as it is printed."""
    en = subwords.encode_all([pair.en for pair in pairs])
    more = subwords.encode_all([" " + pair.en for pair in pairs])
    zh = subwords.encode_all([tidy_chinese(pair.zh) for pair in pairs])
    return [Spelled(*one) for one in zip(en, more, zh, strict=True)]


def directions(subwords: Subwords, en: list[int], zh: list[int]) -> list[Row]:
    """A pair as two rows, source and translation: into Chinese and into English."""
    ways: tuple[tuple[Language, list[int], list[int]], ...] = (("zh", en, zh), ("en", zh, en))
    return [(subwords.source(source, to), [*target, subwords.end]) for to, source, target in ways]


def batched(sizes: Sequence[int], tokens: int) -> list[list[int]]:
    """Neighbours in groups that hold about `tokens` tokens; `sizes` are those of the longer sentences."""
    batches: list[list[int]] = []
    longest = 0
    for i, size in enumerate(sizes):
        longest = max(longest, size)
        if not batches or 4 * longest * (len(batches[-1]) + 1) > tokens:  # both sentences, both ways
            batches.append([])
            longest = size
        batches[-1].append(i)
    return batches


def tensors(rows: Sequence[Row], subwords: Subwords) -> tuple[Tensor, Tensor]:
    """Sources and translations (rows, time), padded behind."""
    sources = np.full((len(rows), max(len(source) for source, _ in rows)), subwords.pad)
    targets = np.full((len(rows), max(len(target) for _, target in rows)), UNCOUNTED)
    for i, (source, target) in enumerate(rows):
        sources[i, : len(source)], targets[i, : len(target)] = source, target
    return torch.from_numpy(sources), torch.from_numpy(targets)


def shifted(targets: Tensor, pad: int) -> Tensor:
    """What the decoder is shown: each place's token before it; a translation starts with padding."""
    before = targets.roll(1, 1)
    before[:, 0] = pad
    return before.masked_fill(before == UNCOUNTED, pad)


@torch.inference_mode()
def likelihoods(model: Marian, rows: Sequence[Row], subwords: Subwords) -> list[float]:
    """The log probability of each row's translation, its end included."""
    sources, targets = (part.to(model.device) for part in tensors(rows, subwords))
    scores = model(sources, shifted(targets, subwords.pad)).float().log_softmax(-1)
    found = scores.gather(-1, targets.clamp(min=0)[..., None])[..., 0]
    sums: list[float] = found.masked_fill(targets == UNCOUNTED, 0.0).sum(1).tolist()
    return sums
