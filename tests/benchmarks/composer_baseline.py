"""Measures the 5-gram baselines on the held-out music and writes them down, whole and piece by piece.

python tests/benchmarks/composer_baseline.py --data MUSIC --out baseline.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from artstudio_rnn_composer.data import read_corpus
from artstudio_rnn_composer.tokens import SIZE, Piece, encode
from artstudio_rnn_composer.tonality import key_of
from artstudio_rnn_composer.training import SHIFTS
from tests.benchmarks.composer_ngrams import KneserNey, cache_probabilities, fit_weights

R = TypeVar("R")


def finished(generator: Generator[Any, None, R]) -> R:
    """What `generator` returns."""
    while True:
        try:
            next(generator)
        except StopIteration as end:
            result: R = end.value
            return result


def say(*words: object) -> None:
    """Prints: what a benchmark is for."""
    print(*words, flush=True)  # noqa: T201


def streams(pieces: list[Piece], *, everywhere: bool = False) -> Iterator[list[int]]:
    """The tokens of each piece, in all keys or as written."""
    for piece in pieces:
        key = key_of(piece.notes[:, 3], piece.notes[:, 4])
        for shift in SHIFTS if everywhere else (0,):
            yield encode(piece, key, shift=shift)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    corpus = finished(read_corpus((arguments.data,)))

    kept: list[Piece] = []
    tuning: list[Piece] = []
    for i, piece in enumerate(corpus.train):
        (tuning if i % 20 == 0 else kept).append(piece)
    model = KneserNey(streams(kept, everywhere=True), SIZE)
    ngram, cache, reach = [], [], []
    for stream in streams(tuning):
        found, seen = cache_probabilities(stream, SIZE)
        ngram.append(model.probabilities(stream)[1:])
        cache.append(found[1:])
        reach.append(seen[1:])
    weights = fit_weights(np.concatenate(ngram), np.concatenate(cache), np.concatenate(reach))
    say("cache weights by context seen (0-4 tokens):", np.round(weights, 3))

    del model
    model = KneserNey(streams(list(corpus.train), everywhere=True), SIZE)
    rows: list[dict[str, Any]] = []
    for piece, stream in zip(corpus.held_out, streams(list(corpus.held_out)), strict=True):
        p = model.probabilities(stream)[1:]
        found, seen = cache_probabilities(stream, SIZE)
        share = weights[seen[1:]]
        mixed = (1 - share) * p + share * found[1:]
        rows.append(
            {
                "name": piece.name,
                "tokens": len(p),
                "kn5": float(-np.log(p).sum()),
                "kn5_cache": float(-np.log(mixed).sum()),
            }
        )
    total = sum(row["tokens"] for row in rows)
    result = {
        "tokens": total,
        "kn5": sum(row["kn5"] for row in rows) / total,
        "kn5_cache": sum(row["kn5_cache"] for row in rows) / total,
        "cache_weights": weights.tolist(),
        "pieces": rows,
    }
    arguments.out.write_text(json.dumps(result, indent=1))
    say({name: result[name] for name in ("tokens", "kn5", "kn5_cache")})


if __name__ == "__main__":
    main()
