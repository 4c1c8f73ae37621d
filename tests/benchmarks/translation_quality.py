"""Measures a translator on sentence pairs set aside, against a translation memory.

    python tests/benchmarks/translation_quality.py --pairs FILE --model FOLDER [--out FILE]

The memory answers with the translation of the training sentence that shares the most with what was asked: the
cosine of their n-grams of one to four characters, rare ones counting more. Both are judged by chrF.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from artstudio_transformer_writer.pairs import Pair, Pairs, read_pairs
from artstudio_transformer_writer.translating import other_language, translate
from artstudio_transformer_writer.translation_action import open_translator
from artstudio_transformer_writer.translation_scores import chrf_each_way
from tests.benchmarks.composer_baseline import finished, say

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio_transformer_writer.subwords import Language

AIM = 1.2  # times the memory
_LONGEST = 4


class Memory:
    """Answers with what it has read."""

    targets: tuple[Language, ...] = ("zh", "en")

    def __init__(self, pairs: Sequence[Pair]) -> None:
        english, chinese = [pair.en for pair in pairs], [pair.zh for pair in pairs]
        self._sides = {"zh": _Nearest(english), "en": _Nearest(chinese)}
        self._answers = {"zh": chinese, "en": english}

    def translating(self, sentence: str, target: Language) -> Generator[int, None, str]:
        """The translation of the nearest sentence."""
        nearest = self._sides[target].find(sentence)
        yield 1
        return self._answers[target][nearest]


class _Nearest:
    """Finds the nearest of many sentences."""

    def __init__(self, sentences: Sequence[str]) -> None:
        grams = [_grams(sentence) for sentence in sentences]
        common = Counter(gram for one in grams for gram in one)
        self._weights = {gram: float(np.log(len(sentences) / count)) for gram, count in common.items()}
        places: dict[str, list[int]] = {}
        values: dict[str, list[float]] = {}
        self._sizes = np.zeros(len(sentences))
        for i, one in enumerate(grams):
            for gram, count in one.items():
                value = count * self._weights[gram]
                places.setdefault(gram, []).append(i)
                values.setdefault(gram, []).append(value)
                self._sizes[i] += value**2
        self._sizes = np.sqrt(self._sizes) + 1e-9
        self._index = {gram: (np.array(places[gram]), np.array(values[gram])) for gram in places}

    def find(self, sentence: str) -> int:
        """The number of the sentence with the largest cosine."""
        scores = np.zeros(len(self._sizes))
        for gram, count in _grams(sentence).items():
            if gram in self._index:
                where, values = self._index[gram]
                scores[where] += count * self._weights[gram] * values
        return int((scores / self._sizes).argmax())


def _grams(sentence: str) -> Counter[str]:
    text = f"^{sentence.lower()}$"
    return Counter(text[i : i + n] for n in range(1, _LONGEST + 1) for i in range(len(text) - n + 1))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="left out: the memory alone")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--show", type=int, default=0, help="translations to print")
    given = parser.parse_args()
    pairs: Pairs = finished(read_pairs([given.pairs]))
    say(f"{len(pairs.train):,} pairs to learn from, {len(pairs.held_out):,} set aside")
    memory = finished(chrf_each_way(Memory(pairs.train), pairs.held_out))
    found: dict[str, object] = {"memory": memory, "pairs": len(pairs.held_out)}
    say("memory: " + ", ".join(f"{name} {value:.2f}" for name, value in memory.items()))
    if given.model is not None:
        translator = open_translator(given.model, "cpu")
        began = time.perf_counter()
        scores = finished(chrf_each_way(translator, pairs.held_out))
        each = (time.perf_counter() - began) / (2 * len(pairs.held_out))
        say("model: " + ", ".join(f"{name} {value:.2f}" for name, value in scores.items()))
        times = {name: scores[name] / memory[name] for name in scores}
        met = all(value >= AIM for value in times.values())
        say(
            ", ".join(f"{value:.2f} times" for value in times.values())
            + (": as wanted" if met else f": below {AIM}")
        )
        say(f"{each * 1000:.0f} ms a sentence")
        found |= {"model": scores, "times": times, "met": met, "seconds_a_sentence": each}
        for pair in pairs.held_out[:: max(1, len(pairs.held_out) // max(1, given.show))][: given.show]:
            for text in (pair.en, pair.zh):
                say(f"{text}  ->  {translate(translator, text, other_language(text))}")
    if given.out is not None:
        given.out.write_text(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()
