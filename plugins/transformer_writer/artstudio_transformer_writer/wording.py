"""Whole English words out of word pieces: each piece must lead to a word of a fitting number of syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from artstudio_transformer_writer.listening import choose, log_sum
from artstudio_transformer_writer.rhyme_en import WEAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio_transformer_writer.listening import Ear, Floats, Ints, Spelling
    from artstudio_transformer_writer.rhyme_en import Dictionary
    from artstudio_transformer_writer.sampling import Taste

Begins = Literal["", "line", "sentence"]  # what a word is the first of
MARKS = ",;:.!?"
_APOSTROPHE = "’".encode()
_INNER = re.compile(rb"(?:[A-Za-z']|[\xe2\x80\x99])+")
_LOOKED_AT = 128  # pieces, likeliest first, before all of them are
_ENOUGH = 40  # pieces to choose from
_MOST_PIECES = 20  # of a word
_THROWS = 12
_END = -1  # stands for the end of the word among its pieces


@dataclass(frozen=True)
class Word:
    """A word as the model wrote it."""

    text: str
    tokens: tuple[int, ...]
    syllables: int
    plain: str  # small, with a straight apostrophe, as the dictionary has it


class Wording:
    """Draws words."""

    def __init__(self, ear: Ear, spelling: Spelling, dictionary: Dictionary) -> None:
        self.ear, self.spelling, self.dictionary = ear, spelling, dictionary
        self.pieces = [bytes(piece) for piece in ear.speaker.pieces]
        opening = [
            i for i, p in enumerate(self.pieces) if p == b" " or (p[:1] == b" " and _INNER.fullmatch(p[1:]))
        ]
        inner = [i for i, p in enumerate(self.pieces) if _INNER.fullmatch(p)]
        capital = [i for i in inner if self.pieces[i][:1].isupper()]
        self.openings: Ints = np.array(opening, np.int64)
        self.inner: Ints = np.array(inner, np.int64)
        self.starts: Ints = np.array(capital or inner, np.int64)
        # A word is over where something begins that is no letter.
        self.over: Ints = np.array(
            [
                i
                for i, p in enumerate(self.pieces)
                if p[:1] < b"\x80" and not (p[:1].isalpha() or p[:1] == b"'")
            ],
            np.int64,
        )
        self.breaks: Ints = np.array([i for i, p in enumerate(self.pieces) if p[:1] == b"\n"], np.int64)
        self.marks = {mark: spelling.ids[mark.encode()] for mark in MARKS if mark.encode() in spelling.ids}

    @property
    def can_spell(self) -> bool:
        """Whether these pieces can write any English word at all."""
        letters = {self.pieces[i] for i in self.inner}
        return b" " in self.pieces and all(
            bytes([letter]) in letters for letter in b"abcdefghijklmnopqrstuvwxyz"
        )

    @cached_property
    def common(self) -> dict[int, tuple[list[str], Ints]]:
        """By syllables, words that are one piece, so common, with their pieces; none that hang in the air."""
        found: dict[int, list[tuple[str, int]]] = {}
        for i in self.openings:
            word = self.pieces[i][1:].decode("utf-8", "replace")
            if word in self.known and word not in WEAK:
                found.setdefault(self.dictionary.count(word), []).append((word, int(i)))
        return {
            syllables: ([word for word, _ in words], np.array([i for _, i in words], np.int64))
            for syllables, words in found.items()
        }

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.dictionary.ranked)

    def draw(
        self,
        ids: tuple[int, ...],
        syllables: int,
        taste: Taste,
        chance: np.random.Generator,
        *,
        banned: frozenset[str] | set[str] = frozenset(),
        begins: Begins = "",
    ) -> Word | None:
        """A word after `ids` of some syllables; None where no piece leads to one.

        A word that does not fit is thrown away whole, some times: were only its end forbidden, what was
        meant to be `the` would come out as `their`.

        Args:
            ids: the text so far.
            syllables: bit n is set where the word may have n.
            taste: how boldly to choose each piece.
            chance: what decides.
            banned: words, as in the dictionary, that it should not be.
            begins: what the word is the first of.
        """
        most = (1 << syllables.bit_length()) - 1
        for _ in range(_THROWS):
            word = self._drawn(ids, most, taste, chance, begins, strict=False)
            if word and 1 << word.syllables & syllables and word.plain not in banned:
                return word
        return self._drawn(ids, syllables, taste, chance, begins, strict=True)

    def _drawn(
        self,
        ids: tuple[int, ...],
        syllables: int,
        taste: Taste,
        chance: np.random.Generator,
        begins: str,
        *,
        strict: bool,
    ) -> Word | None:
        """One throw: a word of `syllables`, or None.

        Unless `strict`, also None where the model was about to write no such word: by `Cat` it meant `Cathy`.
        """
        tokens: tuple[int, ...] = ()
        spelt = b""
        starts = begins == "line"
        for step in range(_MOST_PIECES):
            odds = self.ear.odds(ids + tokens)
            options, logs = self._options(odds, spelt, syllables, first=not step, begins=begins)
            if not options:
                return None
            if step and not strict and chance.random() > np.exp(logs).sum():
                return None
            chosen = options[choose(np.array(logs), taste, chance)]
            if chosen == _END:
                plain = _plain(spelt)
                text = spelt.decode()
                text = text[:1].upper() + text[1:] if starts or plain.partition("'")[0] == "i" else text
                return Word(text, tokens, self.dictionary.count(plain), plain)
            tokens += (chosen,)
            piece = self.pieces[chosen]
            spelt += piece if step or starts else piece[1:]
        return None

    def _options(
        self,
        odds: Floats,
        spelt: bytes,
        syllables: int,
        *,
        first: bool,
        begins: str,
    ) -> tuple[list[int], list[float]]:
        """The likeliest pieces that may come next, and `_END` where the word may be over."""
        starts = begins == "line"
        choices = (self.starts if starts else self.openings) if first else self.inner
        options: list[int] = []
        logs: list[float] = []
        if spelt and self._is_word(spelt, syllables):
            options.append(_END)
            logs.append(log_sum(odds[self.over]))
        for order in self._by_odds(odds[choices]):
            for i in order:
                piece = self.pieces[token := int(choices[i])]
                more = piece[1:] if first and not starts else piece
                if more[:1].isupper() and not begins and more != b"I":
                    continue
                if self._leads(spelt + more, syllables):
                    options.append(token)
                    logs.append(float(odds[token]))
                    if len(options) >= _ENOUGH:
                        return options, logs
            if options:
                break
        return options, logs

    def _by_odds(self, odds: Floats) -> Iterator[Ints]:
        """Places of `odds`, likeliest first: a few, then the rest."""
        some = (
            np.argpartition(-odds, _LOOKED_AT)[:_LOOKED_AT]
            if len(odds) > _LOOKED_AT
            else np.arange(len(odds))
        )
        yield some[np.argsort(-odds[some], kind="stable")]
        yield np.argsort(-odds, kind="stable")[_LOOKED_AT:]

    def _leads(self, spelt: bytes, syllables: int) -> bool:
        """Whether some word begins like this and has a fitting number of syllables."""
        letters = _plain(spelt)
        return not spelt or bool(self.dictionary.beginnings.get(letters, 0) & syllables)

    def _is_word(self, spelt: bytes, syllables: int) -> bool:
        plain = _plain(spelt)
        if plain not in self.known or not 1 << self.dictionary.count(plain) & syllables:
            return False
        half_written = spelt[-1:] in (_APOSTROPHE[:1], _APOSTROPHE[1:2])
        return not half_written


def _plain(spelt: bytes) -> str:
    """Letters as the dictionary has them; "" where they cannot begin a word."""
    if spelt.isalpha():
        return spelt.decode().lower() if len(spelt) == 1 or spelt[1:].islower() else ""
    found = spelt.replace(_APOSTROPHE, b"'")
    for part in (_APOSTROPHE[:1], _APOSTROPHE[:2]):
        if found.endswith(part):
            found = found[: -len(part)] + b"'"
    if not found.isascii() or not (found[1:].islower() or len(found) == 1 or found[1:] == b"'"):
        return ""
    return found.decode().lower()
