"""A page's Markdown to HTML, for the window and for a browser.

Three things are ours. A link to `action:ID` or `pane:ID` names a command or pane of the window; where its
text stands in backticks it is a key, `[`Ctrl+L`](action:canvas.live)`. A paragraph `<a id="layers"></a>`
names the heading that follows. What stands behind the line `<!-- keys -->` may be given anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from re import compile as pattern
from typing import TYPE_CHECKING, Final, Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEYS_MARK: Final = "<!-- keys -->"
_ANCHOR: Final = pattern(r'<a id="([\w-]+)"></a>')


class Window(Protocol):
    """What the window says of its commands as they are now."""

    def keys(self, action_id: str) -> str | None:
        """The key of an action, "" where it has none; None if there is no such action."""

    def place(self, target: str) -> str | None:
        """Where `action:ID` or `pane:ID` is found, "File > Save"; None if there is no such thing."""


@dataclass(frozen=True)
class Heading:
    """A heading of a page.

    Attributes:
        level: 1 for the page's title.
        anchor: What a link to it says behind the #.
    """

    level: int
    text: str
    anchor: str


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002  # markdown-it's name; the pages are ours
        return True


@cache
def _parser() -> MarkdownIt:
    return _Parser("commonmark").enable("table")


def parsed(markdown: str) -> list[Token]:
    """The page's tokens, each heading with an anchor in its `attrs["id"]`."""
    tokens, number, name = [], 0, ""
    stream = _parser().parse(markdown)
    skip = 0
    for place, token in enumerate(stream):
        if skip:
            skip -= 1
            continue
        if token.type == "paragraph_open" and (found := _ANCHOR.fullmatch(stream[place + 1].content)):
            name, skip = found[1], 2
            continue
        if token.type == "heading_open":
            number += 1
            token.attrs["id"] = name or f"s{number}"
            name = ""
        tokens.append(token)
    return tokens


def headings(tokens: Sequence[Token]) -> list[Heading]:
    """Those of `parsed`, in their order."""
    return [
        Heading(int(token.tag[1:]), plain(tokens[place + 1]), str(token.attrs["id"]))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def plain(token: Token) -> str:
    """The words of an inline token."""
    return "".join(
        child.content if child.type in ("text", "code_inline") else " " if "break" in child.type else ""
        for child in token.children or ()
    )


def to_html(tokens: list[Token], window: Window | None, image_px: dict[str, int] | None = None) -> str:
    """HTML of a page's tokens.

    Args:
        tokens: From `parsed`; left as they are.
        window: Says keys and places as they are now and makes links of them; without one they are only words.
        image_px: How wide to show pictures, by their address; as wide as they are, where it says nothing.
    """
    shown: list[Token] = []
    for token in tokens:
        if token.type == "inline" and token.children and all(one.type == "image" for one in token.children):
            shown[-1] = shown[-1].copy(attrs={**shown[-1].attrs, "class": "picture"})
        if token.type == "inline" and token.children:
            children = list(_spoken(token.children, window, image_px or {}))
            token = token.copy(children=children)
        shown.append(token)
    html = _parser().renderer.render(shown, _parser().options, {})
    return str(html)


def _spoken(children: list[Token], window: Window | None, image_px: dict[str, int]) -> Iterator[Token]:
    at = 0
    while at < len(children):
        token = children[at]
        if token.type == "image" and (wide := image_px.get(str(token.attrs.get("src", "")))):
            yield token.copy(attrs={**token.attrs, "width": wide})
        elif token.type == "link_open" and _is_ours(str(token.attrs["href"])):
            end = next(n for n in range(at, len(children)) if children[n].type == "link_close")
            yield _raw(_command(str(token.attrs["href"]), children[at + 1 : end], window))
            at = end
        else:
            yield token
        at += 1


def commands_in(children: Sequence[Token]) -> Iterator[tuple[str, str, bool]]:
    """The links to commands and panes among an inline token's children: target, words, whether a key."""
    for at, token in enumerate(children):
        if token.type == "link_open" and _is_ours(target := str(token.attrs["href"])):
            end = next(n for n in range(at, len(children)) if children[n].type == "link_close")
            inside = children[at + 1 : end]
            yield (
                target,
                "".join(one.content for one in inside),
                [one.type for one in inside] == ["code_inline"],
            )


def _is_ours(address: str) -> bool:
    return address.startswith(("action:", "pane:"))


def _command(target: str, inside: list[Token], window: Window | None) -> str:
    """A command's key or name, as a link where there is a window with it."""
    words = "".join(token.content for token in inside)
    is_key = len(inside) == 1 and inside[0].type == "code_inline"
    place = window.place(target) if window is not None else None
    if place is not None and window is not None:
        key = window.keys(target.partition(":")[2]) if is_key else ""
        is_key = bool(key)
        words = key or place
    marked = f"<kbd>{escape(words)}</kbd>" if is_key else f'<span class="command">{escape(words)}</span>'
    return f'<a href="{escape(target)}">{marked}</a>' if place is not None else marked


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)
