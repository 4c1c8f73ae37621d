"""Texts in sentences: what is to be translated piece by piece, and what stands between and stays."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio_transformer_writer.pairs import is_chinese, is_han
from artstudio_transformer_writer.subwords import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 160  # of a sentence: a Chinese character counts three, any other one
_CLOSING = "\"'”’」』）)］]》】*_"
# Where a sentence ends: at a Chinese mark, or at a Western one before a space or the end, and quotes with it.
_END = re.compile(
    rf"(?:[。！？；…]+|[.!?]+(?=[{re.escape(_CLOSING)}]*(?:\s|$|[^\x00-\x7f])))[{re.escape(_CLOSING)}]*"
)
_SHORT = re.compile(r"(?:^|[\s(“\"])(?:Mrs?|Ms|Dr|Prof|St|Jr|Sr|vs|etc|No|Vol|e\.g|i\.e|[A-Z])\.$")
_BREATH = re.compile(r".*?(?:[，、：:;,—–]+\s*|\s+|$)", re.DOTALL)
_BEFORE = re.compile(r"[\s\"'“‘「『（(*_#>•·\-–—…]*")
# What no translator should touch: addresses, code between backticks, emoji, pictures in the text.
_KEPT = re.compile(
    r"https?://[^\s，。）]+|www\.[^\s，。）]+|[\w.+-]+@[\w-]+\.[\w.-]+|`[^`\n]+`"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\ufffc]+"
)
_SPEECH = re.compile(r"([“\"「『])([^“”\"「」『』\n]*[,.!?，。！？…])([”\"」』])")
_BREAK = re.compile(r"(\n\s*\n)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence in one language, or (None) what is left as it is."""

    text: str
    language: Language | None = None


def language_of(text: str) -> Language | None:
    """Whether a text is Chinese or in Latin letters; None if there is nothing that could be translated."""
    if is_chinese(text):
        return "zh"
    letters = [character for character in text if character.isalpha()]
    return "en" if 2 * sum(letter < "\u0250" for letter in letters) > len(letters) else None


def pieces(text: str) -> Iterator[Piece]:
    """All of a text, in order.

    Joined, the pieces are the text again, but for line ends in prose that was wrapped at a width.
    """
    for number, part in enumerate(_BREAK.split(text)):
        if number % 2:
            yield Piece(part)
        else:
            for line in _lines(part):
                yield from _line(line)


def _lines(paragraph: str) -> list[str]:
    """The lines of a paragraph with their ends; prose that was wrapped at a width is one line again."""
    lines = paragraph.splitlines(keepends=True)
    wrapped = any(
        after[:1].islower() and len(before) > 20 and not _END.search(before.rstrip()[-3:])
        for before, after in itertools.pairwise(lines)
    )
    return [" ".join(line.strip() for line in lines) + _line_end(lines[-1])] if wrapped else lines


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _line(line: str) -> Iterator[Piece]:
    at = 0
    for kept in _KEPT.finditer(line):
        yield from _spoken(line[at : kept.start()])
        yield Piece(kept.group())
        at = kept.end()
    yield from _spoken(line[at:])


def _spoken(text: str) -> Iterator[Piece]:
    """What somebody says is translated apart from who says it."""
    at = 0
    for speech in _SPEECH.finditer(text):
        yield from _sentences(text[at : speech.start()])
        yield Piece(speech[1])
        yield from _sentences(speech[2])
        yield Piece(speech[3])
        at = speech.end()
    yield from _sentences(text[at:])


def _sentences(text: str) -> Iterator[Piece]:
    start = 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _SHORT.search(text[start : end.start() + 1]):
            continue
        yield from _peeled(text[start : end.end()])
        start = end.end()
    yield from _peeled(text[start:])


def _peeled(sentence: str) -> Iterator[Piece]:
    """A sentence without what stands around it: spaces, bullets, quotation marks."""
    first = len(_BEFORE.match(sentence).group())  # type: ignore[union-attr]  # it matches nothing, too
    last = len(sentence.rstrip())
    if not any(mark in _CLOSING or mark in "“‘「『（(［[《【" for mark in sentence[first : last - 1]):
        last = max(first, len(sentence[:last].rstrip(_CLOSING)))
    if first:
        yield Piece(sentence[:first])
    yield from (Piece(part, language_of(part)) for part in _short_enough(sentence[first:last]))
    if last < len(sentence) and first < len(sentence):
        yield Piece(sentence[max(first, last) :])


def _short_enough(sentence: str) -> Iterator[str]:
    """A sentence, cut where one would take a breath if it is very long."""
    if _size(sentence) <= LONGEST:
        yield from [sentence] if sentence else []
        return
    part = ""
    for bit in _BREATH.findall(sentence):
        for start in range(0, len(bit), LONGEST):
            piece = bit[start : start + LONGEST]
            if part and _size(part + piece) > LONGEST:
                yield part
                part = ""
            part += piece
    if part:
        yield part


def _size(text: str) -> int:
    return len(text) + 2 * sum(map(is_han, text))
