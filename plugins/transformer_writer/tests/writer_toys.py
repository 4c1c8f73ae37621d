"""Toy texts, made here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

_WHO = ("The fox", "A sailor", "My aunt", "The old king", "Nobody")
_DOES = ("saw", "followed", "painted", "forgot", "sang of")
_WHAT = ("the sea", "a red house", "seven crows", "the moon", "her shadow")
_WHEN = ("at dawn", "in winter", "all night long", "before the storm", "once")
_HAN = "".join(chr(0x5200 + i) for i in range(160))


def story(sentences: int = 400, seed: int = 0) -> str:
    """Sentences of four parts, in paragraphs of five."""
    chance = np.random.default_rng(seed)
    said = [
        f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}."
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(said[i : i + 5]) for i in range(0, sentences, 5)) + "\n"


def poems(folder: Path, count: int = 120, seed: int = 0) -> Path:
    """Quatrains of 20 characters, as JSON lines; of the characters every fourth one rhymes."""
    chance = np.random.default_rng(seed)
    lines = []
    for number in range(count):
        rhymes = _HAN[chance.integers(4) :: 4]
        halves = []
        for i in range(4):
            last = chance.choice(list(rhymes if i % 2 else _HAN))
            halves.append("".join(chance.choice(list(_HAN), 4)) + last + "，。"[i % 2])
        lines.append(
            json.dumps({"title": f"诗{number}", "form": "五言绝句", "lines": halves}, ensure_ascii=False)
        )
    path = folder / "poems.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
