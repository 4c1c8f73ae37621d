"""Toy sentence pairs, made here, and an untrained translator."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar, cast

import torch

from artstudio_transformer_writer.marian import Marian
from artstudio_transformer_writer.marian_shape import MarianShape
from artstudio_transformer_writer.pairs import Pair
from artstudio_transformer_writer.subwords import learn_subwords
from artstudio_transformer_writer.translation_folder import save_translator

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

T = TypeVar("T")
_WHO = {"Tom": "汤姆", "My aunt": "我阿姨", "The old king": "老国王", "She": "她"}
_DOES = {"sees": "看见", "paints": "画", "forgets": "忘记", "wants": "想要"}
_WHAT = {"the sea": "大海", "a red house": "一座红房子", "seven crows": "七只乌鸦", "the moon": "月亮"}


def toy_pairs() -> list[Pair]:
    """64 pairs whose words correspond one to one."""
    return [
        Pair(f"{who} {does} {what}.", f"{_WHO[who]}{_DOES[does]}{_WHAT[what]}。")
        for who, does, what in itertools.product(_WHO, _DOES, _WHAT)
    ]


def table(folder: Path, head: str = "en\tzh\ten_id\n", name: str = "pairs.tsv") -> Path:
    """The pairs as a table with tabs."""
    rows = [f"{pair.en}\t{pair.zh}\t{number}" for number, pair in enumerate(toy_pairs())]
    path = folder / name
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def untrained(folder: Path, seed: int = 3) -> Path:
    """A translator that says anything, so that the rules have to hold."""
    torch.manual_seed(seed)
    pairs = toy_pairs()
    subwords = learn_subwords((pair.en for pair in pairs), (pair.zh for pair in pairs), 420)
    shape = MarianShape(len(subwords), 32, 2, 2, 2, 4, 64, 48, 128, subwords.pad, subwords.end)
    model = Marian(shape)
    for parameter in model.parameters():  # biases and gains too, so that none is forgotten
        parameter.data += 0.05 * torch.randn_like(parameter)
    model.final_logits_bias.normal_()
    save_translator(folder, model, subwords, {})
    return folder


def finished(steps: Generator[object, None, T]) -> T:
    """What a generator returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("T", end.value)
