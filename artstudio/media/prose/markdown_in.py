"""Markdown (CommonMark with ~~strikethrough~~, and HTML in it) to prose, by markdown-it.

Lines of one paragraph that end hard are verse. Blank lines beyond the one between two blocks are empty
paragraphs, so that `markdown_out` can write those. Nothing is fetched: a picture is taken from a `data:`
address only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from artstudio.documents.prose import Kind, ParagraphStyle
from artstudio.media.prose.html_in import read_into
from artstudio.media.prose.markdown_recipe import split_recipe
from artstudio.media.prose.markdown_spans import Spans
from artstudio.media.prose.pictures import Pictures
from artstudio.media.prose.pieces import HEADINGS, Builder
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from artstudio.documents.prose import Prose

MOST_DEPTH: Final = 120
MOST_CHARACTERS: Final = 16_000_000
_MOST_BRACKETS: Final = 1000

# spaces beyond ASCII
_SPACES_BEFORE: Final = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000][^\\S\r\n]*$")
_SPACES_AFTER: Final = re.compile("[^\\S\r\n]*[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def prose_from_markdown(text: str, name: str) -> Prose:
    """The text of a Markdown file, its line ends made one newline.

    Raises:
        BadFile: it is too long, or lists and quotes stand in each other without end.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadFile(
            "{name} has {n} million characters, more than the {most} million of Markdown: call it .txt",
            name=name, n=-(-len(text) // 1_000_000), most=MOST_CHARACTERS // 1_000_000,
        )  # fmt: skip
    text = split_recipe(text)[0]
    tokens = _parsed(text)
    if any(token.level >= MOST_DEPTH - 1 for token in tokens):
        raise BadFile(
            "{name} has lists or quotes within each other more than {most} deep: choose another file",
            name=name, most=MOST_DEPTH // 2,
        )  # fmt: skip
    lines = text.removesuffix("\n").split("\n") if text else []
    reader = _Reader(Builder(name), name, lines)
    reader.read(tokens)
    return reader.finished()


class _Markdown(MarkdownIt):
    """Leaves the addresses of links as they are written; `safe_link` looks at them."""

    def normalizeLink(self, url: str) -> str:
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002 - markdown-it's name
        return True


def _parsed(text: str) -> list[Token]:
    parser = _Markdown("commonmark", {"maxNesting": MOST_DEPTH}).enable("strikethrough")
    parser.core.ruler.before("inline", "overloaded", _leave_overloaded)
    return parser.parse(text)


def _leave_overloaded(state: StateCore) -> None:
    """Takes paragraphs of countless brackets as they stand: markdown-it's time grows with their square."""
    for token in state.tokens:
        if token.type == "inline" and token.content.count("[") > _MOST_BRACKETS:
            token.type = "overloaded"


@dataclass(slots=True)
class _List:
    """A list that is open."""

    kind: Kind
    item_line: int = -1  # where the item begins that is open
    waiting: bool = False  # whether that item has shown nothing yet


class _Reader:
    def __init__(self, builder: Builder, name: str, lines: Sequence[str]) -> None:
        self._builder, self._name, self._lines = builder, name, lines
        self._pictures = Pictures()
        self._lists: list[_List] = []
        self._quotes = 0
        self._quote_ends: list[int] = []  # their lines
        self._line = 0  # where the last block ended
        self._first = True  # whether no block stood yet in what is open
        self._heading: Kind | None = None
        self._heading_end = 0
        self._before: str = ""  # the kind of the last block
        self._in_list_before = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Takes in every block."""
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._heading = HEADINGS[int(token.tag[1]) - 1]
                    self._heading_end = token.map[1] if token.map else 0
                case "inline" | "overloaded":
                    self._text(token)
                case "fence" | "code_block":
                    self._code(token)
                case "hr":
                    self._gap(token)
                    self._end(token, "rule")
                case "html_block":
                    self._html(token)
                case "bullet_list_open" | "ordered_list_open":
                    self._list(token)
                case "list_item_open":
                    self._item_shown(token.map[0] if token.map else -1)
                    self._lists[-1].item_line = token.map[0] if token.map else -1
                    self._lists[-1].waiting = True
                case "list_item_close":
                    self._item_shown(-1)
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "blockquote_open" | "blockquote_close":
                    self._quote(token)
                case "heading_close":
                    self._heading = None
                    self._line = max(self._line, self._heading_end)  # below a line of dashes, if it has one

    def finished(self) -> Prose:
        """The prose of all that was read."""
        lines = len(self._lines)
        self._empty(lines - self._line if self._before or self._builder.last else max(1, lines))
        return self._builder.prose()

    # ------------------------------------------------------------------------------------------- blocks

    def _text(self, token: Token) -> None:
        children = token.children or []
        plain = not self._lists and not self._quotes and not self._heading
        verse = plain and any(child.type == "hardbreak" for child in children)
        self._gap(token, "verse" if verse else "")
        kind: Kind = self._heading or ("verse" if verse else "body")
        style = ParagraphStyle(kind)
        if self._lists and self._lists[-1].waiting:
            style = ParagraphStyle(self._lists[-1].kind, min(len(self._lists) - 1, 8))
            self._lists[-1].waiting = False
        elif self._quotes and not self._lists and not self._heading:
            style = ParagraphStyle("quote")
        before, after = self._outer_spaces(token)
        self._builder.add(before)
        if token.type == "overloaded":
            self._builder.add(token.content)
        Spans(self._builder, self._pictures, style if verse else None).read(children)
        self._builder.add(after)
        self._end(token, style.kind, style)

    def _outer_spaces(self, token: Token) -> tuple[str, str]:
        """What markdown-it takes off the ends of a block though it means something: Chinese indents."""
        if token.map is None or token.map[1] > len(self._lines):
            return "", ""
        first, last = self._lines[token.map[0]], self._lines[token.map[1] - 1]
        lines = token.content.split("\n")
        start = len(first if len(lines) > 1 or not token.content else first.rstrip()) - len(lines[0])
        before = _SPACES_BEFORE.search(first[:start]) if first[max(0, start) :].startswith(lines[0]) else None
        if not token.content:
            return (before[0] if before else ""), ""
        after = _SPACES_AFTER.match(last[len(last.rstrip()) :]) if last.rstrip().endswith(lines[-1]) else None
        return (before[0] if before else ""), (after[0] if after else "")

    def _code(self, token: Token) -> None:
        self._item_shown(-1)
        self._gap(token, "code")
        *lines, last = token.content.removesuffix("\n").split("\n")
        for line in lines:
            self._builder.add(line)
            self._builder.end(ParagraphStyle("code"))
        self._builder.add(last)
        self._end(token, "code")

    def _html(self, token: Token) -> None:
        self._gap(token)
        # the first and the last line are of the block, and a blank line ends it
        read_into(self._builder, token.content, self._pictures, self._name)
        self._line = token.map[0] + len(token.content.rstrip("\n").split("\n")) if token.map else self._line
        last = self._builder.last
        self._before = last.kind if last is not None and last.kind == "verse" else "html"
        self._first, self._in_list_before = False, bool(self._lists)

    def _list(self, token: Token) -> None:
        if (
            self._lists
            and self._lists[-1].waiting
            and token.map
            and token.map[0] != self._lists[-1].item_line
        ):
            self._item_shown(-1)  # an empty item, and its own list on a line of its own
        elif self._lists:
            self._lists[-1].waiting = False
        if not self._lists:
            self._gap(token)
            self._first, self._line = False, token.map[0] if token.map else self._line
            self._in_list_before = True
        self._lists.append(_List("bullet" if token.type == "bullet_list_open" else "numbered"))

    def _item_shown(self, line: int) -> None:
        """Gives an item that has no text a paragraph, and notes that a list's item at `line` was seen."""
        if self._lists and self._lists[-1].waiting:
            at = self._lists[-1].item_line
            self._builder.end(ParagraphStyle(self._lists[-1].kind, min(len(self._lists) - 1, 8)))
            self._lists[-1].waiting = False
            self._line = max(self._line, at + 1)
            self._before, self._first, self._in_list_before = "item", False, True
        elif line >= 0:
            self._line = max(self._line, line)

    def _quote(self, token: Token) -> None:
        if token.type == "blockquote_open":
            self._item_shown(-1)
            self._gap(token)
            self._quotes += 1
            start, end = token.map or (self._line, self._line)
            while end > start and not self._lines[end - 1].strip():
                end -= 1  # blank lines after a quote that ends with empty ones
            self._quote_ends.append(end)
            self._line, self._first = start, True
            return
        end = self._quote_ends.pop()
        if not self._lists:
            self._empty(end - self._line)
        self._quotes -= 1
        self._line, self._first, self._before = end, False, "quote"

    # --------------------------------------------------------------------------------- blank lines between

    def _gap(self, token: Token, kind: str = "") -> None:
        """Makes the paragraphs that blank lines before a block stand for."""
        start = token.map[0] if token.map else self._line
        # what stands between and is not blank defines the targets of links
        between = self._lines[self._line : start]
        count = sum(not line.strip(" \t>") for line in between) - (not self._first)
        if self._lists or (self._in_list_before and self._quotes):
            count = 0
        if kind == "code" and self._before == "code" and not self._lists:
            count = max(1, count)  # else the two would be one
        if kind == "verse" and self._before == "verse":
            count = max(0, count) + 1  # stanzas
        self._empty(count)

    def _empty(self, count: int) -> None:
        kind: Kind = "quote" if self._quotes else "verse" if self._before == "verse" else "body"
        for _ in range(count):
            self._builder.end(ParagraphStyle(kind))

    def _end(self, token: Token, kind: Kind, style: ParagraphStyle | None = None) -> None:
        self._builder.end(style or ParagraphStyle(kind))
        self._line = token.map[1] if token.map else self._line
        self._before, self._first, self._in_list_before = kind, False, bool(self._lists)
