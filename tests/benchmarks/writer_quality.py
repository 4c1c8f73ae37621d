"""How good a writer is, on texts it never learned from.

    python tests/benchmarks/writer_quality.py MODEL_DIR --data TEXTS --aside "war-of-the-worlds anne-of-green"
    python tests/benchmarks/writer_quality.py MODEL_DIR --data poems.jsonl.gz

Of novels: bits a byte, against `xz -9e` and PPMd of order 12 that have read the same training text (minutes),
and the longest run in 100 samples at temperature 1 that stands in it. Of poems: bits a character of the
quatrains set aside, form and title given, against a Kneser-Ney 5-gram: a Chinese character (its punctuation
paid for, not counted) and a character or mark.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from artstudio_transformer_writer.corpus import read_corpus
from artstudio_transformer_writer.evaluation import Tally, judge
from artstudio_transformer_writer.folder import part
from artstudio_transformer_writer.model import load
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.script import han_count
from artstudio_transformer_writer.speaking import open_speaker
from artstudio_transformer_writer.tokens import load_tokens
from artstudio_transformer_writer.writing import continued
from tests.benchmarks.composer_baseline import finished, say
from tests.benchmarks.text_baselines import KneserNey, ppm_bits_per_byte, xz_bits_per_byte

if TYPE_CHECKING:
    from artstudio_transformer_writer.corpus import Corpus

SAMPLES, SAMPLE_TOKENS = 100, 200


def main() -> None:
    command()


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--data", multiple=True, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--aside", default="")
@click.option("--samples", default=SAMPLES)
@click.option("--compressors/--no-compressors", default=True)
@click.option("--threads", default=1)
def command(
    folder: Path, data: tuple[Path, ...], aside: str, samples: int, compressors: bool, threads: int
) -> None:
    import torch

    torch.set_num_threads(threads)
    corpus = finished(read_corpus(data, aside.split()))
    found = (
        poems(folder, corpus) if corpus.poems else novels(folder, corpus, samples, compressors=compressors)
    )
    print(json.dumps(found, indent=2))  # noqa: T201


def novels(folder: Path, corpus: Corpus, samples: int, *, compressors: bool) -> dict[str, float]:
    folder = part(folder, "prose")
    model, tokens = load(folder), load_tokens(folder)
    total, found = Tally(), {}
    for piece, tally in judge(model, tokens, corpus.held_out, "cpu"):
        found[f"bits_per_byte {piece.name}"] = tally.metrics()["bits_per_byte"]
        total.include(tally)
        say(f"{piece.name}: {tally.metrics()['bits_per_byte']:.3f} bits a byte")
    found["bits_per_byte"] = total.metrics()["bits_per_byte"]
    learned = "".join(piece.text for piece in corpus.train)
    if compressors:
        before, after = learned.encode(), "".join(piece.text for piece in corpus.held_out).encode()
        found["ppmd_order_12"] = ppm_bits_per_byte(before, after)
        found["xz_9e"] = xz_bits_per_byte(before, after)
        found["below_xz_percent"] = 100 * (1 - found["bits_per_byte"] / found["xz_9e"])
    if samples:
        runs = [copied_run(learned, sample) for sample in sampled(folder, samples)]
        found["samples_without_a_run_over_50"] = sum(not run for run in runs)
        found["longest_run_over_50"] = max(runs)
    return found


def sampled(folder: Path, count: int) -> list[str]:
    """Samples at temperature 1, from nothing."""
    speaker = open_speaker(folder, "cpu")
    plain = Taste(temperature=1, top_p=1)
    made = []
    for seed in range(count):
        *_, text = continued(speaker, "", plain, SAMPLE_TOKENS, np.random.default_rng(seed))
        made.append(text)
    return made


def copied_run(learned: str, text: str) -> int:
    """The longest run of `text` that stands in `learned`, in characters; 0 if none reaches 51.

    Such a run holds one of the stretches of 26 characters that begin at every 25th.
    """
    longest = 0
    for at in range(0, len(text) - 25, 25):
        if text[at : at + 26] not in learned:
            continue
        for start in range(max(0, at - 25), at + 1):
            end = at + 26
            while end < len(text) and text[start : end + 1] in learned:
                end += 1
            if text[start:end] in learned:
                longest = max(longest, end - start)
                break  # from further left it can only be shorter
    return longest if longest > 50 else 0


def poems(folder: Path, corpus: Corpus) -> dict[str, float]:
    folder = part(folder, "verse")
    model, tokens = load(folder), load_tokens(folder)
    quatrains = [piece for piece in corpus.held_out if "绝" in piece.poem]
    total = Tally()
    for _, tally in judge(model, tokens, quatrains, "cpu"):
        total.include(tally)
    every = Tally()
    for _, tally in judge(model, tokens, corpus.held_out, "cpu"):
        every.include(tally)
    grams = KneserNey([piece.text for piece in corpus.train])
    bits = han = signs = 0.0
    for piece in quatrains:
        head, _, body = piece.text.partition("\n")
        bits += grams.bits(head + "\n", body)
        han += han_count(body)
        signs += len(body) - body.count("\n")
    return {
        "bits_per_character_and_mark": total.metrics()["bits_per_han_character"] * han / signs,
        "bits_per_han_character": total.metrics()["bits_per_han_character"],
        "all_forms_bits_per_han_character": every.metrics()["bits_per_han_character"],
        "kneser_ney_bits_per_character_and_mark": bits / signs,
        "kneser_ney_bits_per_han_character": bits / han,
        "poems": float(len(quatrains)),
    }


if __name__ == "__main__":
    main()
