"""Translating whole texts: sentence by sentence, with everything between the sentences in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from artstudio_transformer_writer.beam import searched
from artstudio_transformer_writer.pairs import is_han, tidy_chinese
from artstudio_transformer_writer.sentences import language_of, pieces
from artstudio_transformer_writer.translation_batches import likelihoods
from artstudio_transformer_writer.translation_folder import LENGTH_PENALTY, NO_REPEAT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from artstudio_transformer_writer.marian import Marian
    from artstudio_transformer_writer.subwords import Language, Subwords

BEAMS: Final = 16  # many, since the best of them is chosen by another measure
MOST: Final = 240  # tokens of a sentence's translation
BACK: Final = 1.0  # what telling the sentence back counts beside telling it forth
_WESTERN = str.maketrans("，。！？：；（）「」『』", ",.!?:;()“”‘’")
_ENDS = "。.！!？?，,；;：:"


class Translator(Protocol):
    """Whatever translates a sentence, our own model or a borrowed one."""

    @property
    def targets(self) -> tuple[Language, ...]:
        """The languages that it writes."""

    def translating(self, sentence: str, target: Language) -> Generator[int, None, str]:
        """Yields now and then, so that it can be stopped; returns the sentence in Chinese or English."""


def translate(translator: Translator, sentence: str, target: Language) -> str:
    """A sentence, which is in the other language, in Chinese or English."""
    steps = translator.translating(sentence, target)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value)


class OwnTranslator:
    """A `Marian` with its tokens."""

    targets: tuple[Language, ...] = ("zh", "en")

    def __init__(self, model: Marian, subwords: Subwords) -> None:
        self.model, self.subwords = model.eval(), subwords
        self._never = subwords.special()

    def translating(self, sentence: str, target: Language) -> Generator[int, None, str]:
        """Of the likeliest translations the one from which the sentence itself can best be told.

        The model translates both ways, so it can ask itself (Yu et al., "The Neural Noisy Channel", 2017).
        """
        ids = self.subwords.encode(tidy_chinese(sentence))
        found = yield from searched(
            self.model, self.subwords.source(ids, target), start=self.subwords.pad, end=self.subwords.end,
            beams=BEAMS, most=min(MOST, 12 + 3 * len(ids)), penalty=LENGTH_PENALTY, no_repeat=NO_REPEAT,
            never=self._never,
        )  # fmt: skip
        back: Language = "en" if target == "zh" else "zh"
        rows = [(self.subwords.source(made, back), [*ids, self.subwords.end]) for _, made in found]
        told = likelihoods(self.model, rows, self.subwords) if len(rows) > 1 else [0.0]
        size = (len(ids) + 1) ** LENGTH_PENALTY
        worth = [forth + BACK * told_back / size for (forth, _), told_back in zip(found, told, strict=True)]
        _, made = found[worth.index(max(worth))]
        return self.subwords.text(made).replace("\ufffd", "").strip()


@dataclass(frozen=True, slots=True)
class Part:
    """What is added to the translation, and how many of all sentences are done."""

    text: str
    done: int
    total: int


def other_language(text: str) -> Language:
    """What a text is best translated into."""
    return "en" if language_of(text) == "zh" else "zh"


def translated(translator: Translator, text: str, target: Language) -> Iterator[Part]:
    """A text's translation, sentence by sentence.

    Sentences in `target` already, numbers, addresses, code and whatever else has nothing to translate stay as
    they are, and so does the division into paragraphs and lines.
    """
    all_pieces = list(pieces(text))
    total = sum(piece.language not in (None, target) for piece in all_pieces)
    done, joint = 0, _Joint(target)
    for piece in all_pieces:
        if piece.language in (None, target):
            plain = target == "en" and not any(map(str.isalnum, piece.text))
            new = joint.put(piece.text.translate(_WESTERN) if plain else piece.text)
        else:
            steps = translator.translating(piece.text, target)
            made = yield from _quietly(steps, done, total)
            new = joint.put(_ended_as(piece.text, made.strip(), target) or piece.text, made=True)
            done += 1
        yield Part(new, done, total)
    if joint.spaces:
        yield Part(joint.spaces, done, total)


def _quietly(steps: Generator[int, None, str], done: int, total: int) -> Generator[Part, None, str]:
    """Lets the caller breathe between steps that add nothing to show yet."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value)
        yield Part("", done, total)


class _Joint:
    """Joins pieces: English sentences with a space between, Chinese ones without."""

    def __init__(self, target: Language) -> None:
        self.target = target
        self.spaces = ""  # held back until it is known what follows
        self._last = ""
        self._quotes = 0  # straight ones: an odd number opens

    def put(self, text: str, *, made: bool = False) -> str:
        """What is added to the text so far by a piece, one that was translated or one that was not."""
        if text and not text.strip(" \u3000"):
            self.spaces += text
            return ""
        spaces, self.spaces = self.spaces, ""
        if self.target == "zh" and spaces and _is_wide(self._last) and _is_wide(text[:1]):
            spaces = ""
        elif self.target == "en" and not spaces and self._needs_space(text, made=made):
            spaces = " "
        self._quotes += text.count('"')
        self._last = text[-1:]
        return spaces + text

    def _needs_space(self, text: str, *, made: bool) -> bool:
        if (
            not self._last
            or self._last.isspace()
            or self._last in "“‘([*_#-"
            or (self._last == '"' and self._quotes % 2)
        ):
            return False
        return (made and text[0].isalnum()) or text[0] in "“‘(" or (text[0] == '"' and self._quotes % 2 == 0)


def _is_wide(character: str) -> bool:
    return bool(character) and (is_han(character) or character in "，。！？：；、…—“”‘’（）「」『』《》")


def _ended_as(source: str, made: str, target: Language) -> str:
    """A translation that ends with a mark where the source does, and with none where it does not."""
    end = source[-1]
    if end.isalnum() and made[-1:] in ("。", ".", "！", "!") and len(made) > 1:
        return made[:-1]
    if end in ",，;；:：" and made[-1:] in tuple(_ENDS) and len(made) > 1:
        place = ",，;；:：".index(end) // 2
        return made[:-1] + ("，；：" if target == "zh" else ",;:")[place]
    return made
