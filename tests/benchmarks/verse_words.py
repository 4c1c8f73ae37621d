"""Makes the list of words that English verse is written in.

    python tests/benchmarks/verse_words.py --books TEXT/english --phrases tatoeba_en_zh.tsv --out words.txt

A word is taken if the CMU Pronouncing Dictionary knows how it sounds and it stands, in small letters, in
two or more of the books or two or more times in the phrases; words of up to three letters, among which are
many fragments, in eight books. Commonest first: by books, then by occurrences.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from pathlib import Path

from artstudio_transformer_writer.rhyme_en import dictionary

_WORD = re.compile(r"(?<![A-Za-z’'])[a-z]+(?:['’][a-z]+)?(?![A-Za-z])")
_SHORT_WORDS = """
a o i an as at ah am ax ay be by do eh go ha he hi ho if in is it lo me my no of oh on or ox so to up us
we ye
"""
_SHORT = frozenset(_SHORT_WORDS.split())
# Old books say what a poem need not.
_INSULTS = re.compile(
    "nigg.*|injuns?|dark(?:y|ies)|negro(?:e?s)?|jews?|chinks?|gypsy|savages?|sluts?|bitch(?:es)?|bastards?|whores?|raped?"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--books", type=Path, required=True)
    parser.add_argument("--phrases", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    count: Counter[str] = Counter()
    books: Counter[str] = Counter()
    for path in sorted(options.books.glob("*.txt")):
        found = Counter(_words(path.read_text(encoding="utf-8")))
        count += found
        books.update(found.keys())
    with options.phrases.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        phrases = Counter(word for row in rows for word in _words(row["en"]))
    sounds = dictionary()
    taken = [
        word
        for word in sorted(count.keys() | phrases.keys(), key=lambda word: (-books[word], -count[word], word))
        if word in sounds and not _INSULTS.fullmatch(word) and _is_common(word, books[word], phrases[word])
    ]
    options.out.write_text("\n".join(taken) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(taken)} words\n")


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _is_common(word: str, books: int, phrases: int) -> bool:
    if len(word) <= 2:
        return word in _SHORT
    if len(word) == 3:
        return books >= 8 or phrases >= 5
    return books >= 2 or phrases >= 2


if __name__ == "__main__":
    main()
