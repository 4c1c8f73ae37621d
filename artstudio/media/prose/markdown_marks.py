"""Characters of Markdown that mean something, made harmless; and where its marks of emphasis work."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from artstudio.media.prose.pieces import LINE_BREAK

_ALWAYS: Final = re.compile(r"[\\`*\[\]]")
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY: Final = re.compile(r"&(?=#?\w{1,40};)")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_TILDES: Final = re.compile(r"~(?=~|$)|(?:^|(?<=~))~")
_AT_START: Final = re.compile(
    r"(#{1,6})(?=[ \t]|$)|>|[-+](?=[ \t]|$)|-(?=-)|=|~~~|:::|(\d{1,9})(?=[.)](?:[ \t]|$))"
)
_EDGES: Final = re.compile(r"^[ \t]+|[ \t]+$")
_PLAIN_ADDRESS: Final = re.compile(r"[\w/:.#?=%+,;@~$-]+", re.ASCII)


def escaped(text: str) -> str:
    """Text within a paragraph, so that it means itself; line ends within it become `<br>`."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _ENTITY.sub("&amp;", text)
    text = _TAG.sub(r"\\<", text)
    text = _TILDES.sub(r"\\~", text)
    return text.replace(LINE_BREAK, "<br>")


def line(text: str) -> str:
    """A finished line of Markdown that begins no list, heading or quote by mistake, with its outer spaces."""
    if text == "<br>":  # alone it would be a block
        return f"&#{ord(LINE_BREAK)};"
    if text.isspace() and text.isascii():
        return "".join(f"&#{ord(letter)};" for letter in text)
    if found := _AT_START.match(text):
        at = found.end(2) if found[2] else 0
        text = f"{text[:at]}\\{text[at:]}"
    return _EDGES.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), text)


def code_span(text: str) -> str:
    """Text as code, between as many backticks as it takes."""
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(count for count in range(1, len(runs) + 2) if count not in runs)
    padded = text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and not text.isspace())
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


def address(target: str) -> str:
    """A link's target as it stands in parentheses."""
    if _PLAIN_ADDRESS.fullmatch(target) and "&" not in target:
        return target
    target = re.sub(r"[\\<>]", r"\\\g<0>", target.replace("\n", " "))
    return f"<{_ENTITY.sub('&amp;', target)}>"


def fence_for(lines: list[str]) -> str:
    """The line that begins and ends a listing of code."""
    longest = max((len(run) for text in lines for run in re.findall("`{3,}", text)), default=2)
    return "`" * (longest + 1)


def works(before: str, first: str, last: str, after: str) -> bool:
    """Whether marks of emphasis are seen as such between these characters; empty is an end of the line."""
    outer_left, outer_right = _kind(before), _kind(after)
    inner_left, inner_right = _kind(first), _kind(last)
    if " " in (inner_left, inner_right):
        return False
    return (inner_left == "w" or outer_left != "w") and (inner_right == "w" or outer_right != "w")


def word(letter: str) -> bool:
    """Whether this is part of a word."""
    return _kind(letter) == "w"


def _kind(letter: str) -> str:
    """A space, "p" for punctuation or "w" for what words are made of."""
    if not letter or letter.isspace():
        return " "
    return "p" if unicodedata.category(letter)[0] in "PS" else "w"
