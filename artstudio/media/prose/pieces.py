"""Prose taken apart into paragraphs and put together from them: what every reader and writer stands on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from artstudio.documents.prose import PICTURE, CharStyle, Kind, Origin, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Piece = tuple[str, CharStyle]

PLAIN: Final = CharStyle()
BODY: Final = ParagraphStyle()
HEADINGS: Final[tuple[Kind, ...]] = ("heading1", "heading2", "heading3", "heading4", "heading5", "heading6")
LINE_BREAK: Final = "\u2028"
"""A line end within a paragraph, as Qt has it."""
MAX_CHARACTERS: Final = 110_000_000
MAX_PARAGRAPHS: Final = 1_000_000
_LINK_SCHEMES: Final = frozenset(("", "http", "https", "mailto", "ftp", "tel", "file"))
_MOST_LINK: Final = 8192
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_BREAKS: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its style and its text, cut where the look of the characters changes."""

    style: ParagraphStyle
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(text for text, _ in self.pieces)


def paragraphs_of(prose: Prose) -> Iterator[Paragraph]:
    """The paragraphs of a text in order, in time that grows with its length alone."""
    looks = iter(prose.chars)
    _, end, look = next(looks, (0, 0, PLAIN))
    at = 0
    lines = iter(prose.text.split("\n"))
    for first, last, style in prose.paragraphs:
        for _ in range(first, last):
            line = next(lines)
            stop = at + len(line)
            pieces: list[Piece] = []
            here = at
            while here < stop:
                while end <= here:
                    _, end, look = next(looks)
                until = min(end, stop)
                pieces.append((line[here - at : until - at], look))
                here = until
            at = stop + 1
            yield Paragraph(style, tuple(pieces))


def groups_of(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Neighbours that stand in one block of a file: a list, a quote, a poem or a listing of code."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and block_of(group[-1].style) != (block_of(paragraph.style) or object()):
            yield group
            group = []
        group.append(paragraph)
    if group:
        yield group


def block_of(style: ParagraphStyle) -> str:
    """The block a kind of paragraph shares with its neighbours; empty where it stands alone."""
    if style.kind in ("bullet", "numbered"):
        return "list"
    return style.kind if style.kind in ("quote", "verse", "code") else ""


class Builder:
    """Collects paragraphs and makes prose of them.

    Raises:
        BadFile: more text than is read; from `add` and `end`.
    """

    def __init__(self, name: str) -> None:
        self._name = name  # of the file, for the sentence
        self._texts: list[str] = []
        self._looks: list[tuple[CharStyle, int]] = []
        self._styles: list[tuple[ParagraphStyle, int]] = []
        self._length = 0
        self._begun = 0  # how many of `_texts` are of finished paragraphs

    @property
    def empty(self) -> bool:
        """Whether the paragraph that is being made has no text yet."""
        return len(self._texts) == self._begun

    @property
    def last(self) -> ParagraphStyle | None:
        """The style of the paragraph that was ended last."""
        return self._styles[-1][0] if self._styles else None

    def tail(self) -> str:
        """The last character of the paragraph that is being made, if any."""
        return "" if self.empty else self._texts[-1][-1]

    def add(self, text: str, look: CharStyle = PLAIN) -> None:
        """Goes on with the paragraph; line ends of any kind become ones within the paragraph."""
        text = _BREAKS.sub(LINE_BREAK, text)
        if not text:
            return
        self._grow(len(text))
        self._texts.append(text)
        self._looks.append((look, len(text)))

    def trim(self, characters: str) -> None:
        """Takes such characters off the end of the paragraph that is being made."""
        while not self.empty:
            kept = self._texts[-1].rstrip(characters)
            look, length = self._looks[-1]
            self._length -= length - len(kept)
            if kept:
                self._texts[-1], self._looks[-1] = kept, (look, len(kept))
                return
            self._texts.pop()
            self._looks.pop()

    def drop_last(self) -> None:
        """Takes the last character of the paragraph that is being made away."""
        (text, (look, length)) = self._texts.pop(), self._looks.pop()
        self._length -= 1
        if length > 1:
            self._texts.append(text[:-1])
            self._looks.append((look, length - 1))

    def end(self, style: ParagraphStyle = BODY) -> None:
        """Ends the paragraph."""
        self._grow(1)
        self._texts.append("\n")
        self._looks.append((PLAIN, 1))
        self._styles.append((style, 1))
        if len(self._styles) > MAX_PARAGRAPHS:
            raise BadFile(
                "{name} holds more than {most} million paragraphs: cut it into parts",
                name=self._name, most=MAX_PARAGRAPHS // 1_000_000,
            )  # fmt: skip
        self._begun = len(self._texts)

    def put(self, paragraphs: Iterable[Paragraph]) -> None:
        """Adds whole paragraphs."""
        for paragraph in paragraphs:
            for text, look in paragraph.pieces:
                self.add(text, look)
            self.end(paragraph.style)

    def prose(self) -> Prose:
        """What was collected; a paragraph that was not ended is left out."""
        if not self._styles:
            return Prose()
        texts, looks = self._texts[: self._begun - 1], self._looks[: self._begun - 1]
        text = "".join(texts)
        origin: Origin = "typed"
        return Prose(text, Runs.collected(looks), Runs.collected(self._styles), Runs.of(origin, len(text)))

    def _grow(self, count: int) -> None:
        self._length += count
        if self._length > MAX_CHARACTERS:
            raise BadFile(
                "{name} holds more than {most} million characters: cut it into parts",
                name=self._name, most=MAX_CHARACTERS // 1_000_000,
            )  # fmt: skip


def together(parts: Iterable[Prose]) -> Prose:
    """Several texts as one, an empty paragraph between them."""
    builder = Builder("")
    for number, part in enumerate(parts):
        if number:
            builder.end()
        builder.put(paragraphs_of(part))
    return builder.prose()


def written(text: str) -> str:
    """Text without the signs that no document format can hold.

    Raises:
        BadFile: it holds half a character, which no file can.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadFile("the text holds half a character at {at}: delete it there", at=error.start) from error
    return _UNSEEN.sub("", text)


def safe_link(target: str) -> str:
    """A link that is kept: to the web, a mail address or a file; empty for one that would run something."""
    target = _UNSEEN.sub("", target).strip()
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        return ""
    known = scheme in _LINK_SCHEMES or (len(scheme) == 1 and scheme.isalpha())  # C:\ of Windows
    odd = re.search(r"[\s\u2028\u2029]", target.split(":", 1)[0]) and ":" in target
    return target if known and not odd and len(target) <= _MOST_LINK else ""


def pictured(text: str, look: CharStyle) -> bool:
    """Whether a piece is pictures and no text."""
    return look.picture is not None and text.strip(PICTURE) == ""


def right_to_left(text: str) -> bool:
    """Whether a paragraph begins with a script that runs to the left."""
    for letter in text[:200]:
        match unicodedata.bidirectional(letter):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False
