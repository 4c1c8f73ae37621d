"""Measures how well learned rhyme groups foretell the rhymes of poems that were set aside.

    python tests/benchmarks/verse_rhymes.py --poems chinese_poetry.jsonl.gz

Of every 50th poem, each two different characters at even lines' ends are a pair that rhymes (ci left out).
`found` is the share of these pairs that a source puts into one group; `chance` is the same for characters
drawn from different poems. A source that puts all into one group finds all, by chance too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from itertools import combinations
from pathlib import Path

import numpy as np

from artstudio_transformer_writer.rhyme_zh import Rhymes, by_pinyin, learn

EVERY = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--poems", type=Path, required=True)
    options = parser.parse_args()
    with gzip.open(options.poems, "rt", encoding="utf-8") as file:
        poems = [json.loads(line) for line in file]
    regular = [(number, poem["lines"]) for number, poem in enumerate(poems) if poem["form"] != "词"]
    held_out = [[line[-2] for line in lines[1::2]] for number, lines in regular if number % EVERY == 0]
    learned = learn(lines for number, lines in regular if number % EVERY)
    report(learned, held_out)
    report(by_pinyin({character for ends in held_out for character in ends}), held_out)


def report(rhymes: Rhymes, held_out: list[list[str]]) -> None:
    pairs = [pair for ends in held_out for pair in combinations(ends, 2) if pair[0] != pair[1]]
    ends = np.array([end for poem in held_out for end in poem])
    chance = np.random.default_rng(0).choice(ends, (20_000, 2))
    found = np.mean([bool(rhymes.common(pair)) for pair in pairs])
    by_chance = np.mean([bool(rhymes.common(pair)) for pair in chance.tolist()])
    sys.stdout.write(
        f"{rhymes.source}: {len(rhymes.groups)} groups, {len(rhymes.level)} of the level tone; "
        f"found {found:.3f} of {len(pairs)} pairs, chance {by_chance:.3f}\n"
    )


if __name__ == "__main__":
    main()
