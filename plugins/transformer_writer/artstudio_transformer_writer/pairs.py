"""Sentence pairs to learn translating from, and which of them are set aside."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from artstudio.sdk import BadFile, Notice, Progress
from artstudio.sdk.nn.training_files import training_files

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

SUFFIXES = (".tsv",)
MOST_MIB = 512  # of one file
EVERY = 25  # one English sentence in so many is set aside
MOST_CHARACTERS = 400  # a pair with more on one side is no sentence
_NAMES = {"en": ("en", "eng", "english"), "zh": ("zh", "cmn", "chinese", "zh-cn", "zh_cn")}
_BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \u3000]+|[ \u3000]+(?=[\u3000-\u9fff\uff00-\uffef])"
)
_WIDE_MARKS = str.maketrans({"?": "？", "!": "！", ",": "，", ":": "：", ";": "；"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in English and in Chinese."""

    en: str
    zh: str


@dataclass
class Pairs:
    """Pairs to learn from and pairs set aside."""

    train: list[Pair] = field(default_factory=list)
    held_out: list[Pair] = field(default_factory=list)


def read_pairs(paths: Sequence[Path]) -> Generator[Notice | Progress, None, Pairs]:
    """Reads every table of pairs below `paths` and returns them; says what it had to skip.

    A table is text with tabs: its first line names the columns `en` and `zh`, or it has an English and a
    Chinese column in either order. The same pairs are set aside wherever they come from: those whose English
    sentence has a certain hash, about one in 25. What shares its Chinese with one of them is left out.

    Raises:
        BadFile: a path does not exist, a ZIP holds a path that leads out of it, or there are no pairs.
    """
    found: dict[Pair, None] = {}
    skipped: list[str] = []
    named = {path.suffix.lower() for path in paths if path.is_file()}  # a table may be called anything
    suffixes = {*SUFFIXES, *named} - {".zip", ".gz"}
    files = training_files(paths, suffixes, skipped, most_mib=MOST_MIB, wanted="sentence pairs")
    for count, (path, content) in enumerate(files):
        name = PurePosixPath(path).name
        yield Progress(count, 0, "files read")
        try:
            left_out = _add(found, content.decode("utf-8-sig"))
        except (ValueError, UnicodeDecodeError) as problem:
            skipped.append(f"{name} ({problem})")
        else:
            skipped += [f"{left_out:,} lines of {name}"] if left_out else []
    if skipped:
        more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
        yield Notice(f"left out what is no pair of sentences: {', '.join(skipped[:3])}{more}")
    if not found:
        raise BadFile("there are no sentence pairs to learn from: no .tsv with English and Chinese was found")
    return parted(list(found))


def parted(pairs: Sequence[Pair]) -> Pairs:
    """Pairs to learn from and pairs set aside; no sentence of these, in either language, is among those."""
    held_out = [pair for pair in pairs if is_set_aside(pair.en)]
    theirs = {key(pair.zh) for pair in held_out}
    train = [pair for pair in pairs if not is_set_aside(pair.en) and key(pair.zh) not in theirs]
    return Pairs(train, held_out)


def is_set_aside(english: str) -> bool:
    """Whether a sentence is only used to judge by."""
    return int.from_bytes(hashlib.sha256(key(english).encode()).digest()[:8], "big") % EVERY == 0


def key(sentence: str) -> str:
    """What sentences have in common that differ in marks, case and spaces only."""
    plain = unicodedata.normalize("NFKC", sentence).lower()
    return "".join(character for character in plain if character.isalnum()) or plain.strip()


def tidy_chinese(sentence: str) -> str:
    """Chinese as it is printed: wide marks, no spaces between characters."""
    if not is_chinese(sentence):
        return sentence
    sentence = _BETWEEN_HAN.sub("", sentence.strip().translate(_WIDE_MARKS))
    return sentence[:-1] + "。" if sentence.endswith(".") and not sentence.endswith("..") else sentence


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character for at least every fifth letter of another script."""
    han = sum(is_han(character) for character in text)
    return 5 * han > sum(character.isalpha() for character in text) - han if han else False


def is_han(character: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff" or character == "〇"


def _add(found: dict[Pair, None], text: str) -> int:
    """Adds the pairs of a table; returns how many lines are none."""
    rows = [line.rstrip("\r").split("\t") for line in text.split("\n") if line.strip()]
    if not rows or max(map(len, rows)) < 2:
        raise ValueError("no table of two columns")
    head = [cell.strip().lower() for cell in rows[0]]
    en = next((i for i, cell in enumerate(head) if cell in _NAMES["en"]), None)
    zh = next((i for i, cell in enumerate(head) if cell in _NAMES["zh"]), None)
    if en is not None and zh is not None:
        del rows[0]
    else:
        sample = [row for row in rows[:1000] if len(row) > 1]
        swapped = sum(is_chinese(row[0]) for row in sample) > sum(is_chinese(row[1]) for row in sample)
        en, zh = (1, 0) if swapped else (0, 1)
    left_out = 0
    for row in rows:
        pair = (
            Pair(" ".join(row[en].split()), " ".join(row[zh].split()))
            if len(row) > max(en, zh)
            else Pair("", "")
        )
        if _is_pair(pair):
            found[pair] = None
        else:
            left_out += 1
    return left_out


def _is_pair(pair: Pair) -> bool:
    return (
        0 < len(pair.en) <= MOST_CHARACTERS
        and 0 < len(pair.zh) <= MOST_CHARACTERS
        and not is_chinese(pair.en)
        and is_chinese(pair.zh)
    )
