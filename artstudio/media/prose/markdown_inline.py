"""A paragraph's pieces as one line of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.prose import PICTURE
from artstudio.media.prose import markdown_marks as marks
from artstudio.media.prose.pictures import address_of
from artstudio.media.prose.pieces import LINE_BREAK, PLAIN, Piece, pictured, safe_link, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artstudio.documents.prose import CharStyle

# outermost first; the word in front of a mark tells its place, not its look
_ORDER: Final = ("link", "underline", "strike", "bold", "italic")
_LINE_ENDS: Final = re.compile("[\n\r\u2028]+")
_TAGS: Final = {"underline": "u", "strike": "s", "bold": "strong", "italic": "em"}


@dataclass(slots=True)
class _Part:
    """A stretch of finished text, or one end of a span; both ends of a span share `mark`."""

    text: str = ""
    name: str = ""
    value: object = None
    opens: bool = False
    partner: int = -1
    mark: tuple[str, str] = ("", "")


def line_of(pieces: Iterable[Piece]) -> str:
    """The pieces with their emphasis, links, code and pictures, escaped as far as is needed."""
    settled = _settled(pieces)
    if all(look == PLAIN for _, look in settled):
        return marks.line("".join(marks.escaped(text) for text, _ in settled)) if settled else ""
    parts = _parts(settled)
    for i, part in enumerate(parts):
        if part.name and part.opens:
            part.mark = parts[part.partner].mark = _mark(parts, i, part.partner)
        if part.name == "link" and part.opens and i and parts[i - 1].text.endswith("!"):
            parts[i - 1].text = parts[i - 1].text[:-1] + "\\!"  # else the link would become a picture
    line = "".join(part.mark[0 if part.opens else 1] if part.name else part.text for part in parts)
    return marks.line(line)


def _settled(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of different looks; spaces at the edge of bold or italic text lose it: it is not seen there."""
    cut: list[Piece] = []
    for text, look in pieces:
        text, look = written(text), replace(look, link=safe_link(look.link)) if look.link else look
        if look.picture is not None and not pictured(text, look):
            look = replace(look, picture=None)
        if not look.bold and not look.italic:
            cut.append((text, look))
            continue
        core = text.strip()
        at = text.find(core)
        cut += [(text[:at], look), (core, look), (text[at + len(core) :], look)]
    cut = [piece for piece in cut if piece[0]]
    looks = [look for _, look in cut]
    for i, (text, look) in enumerate(cut):
        if text.isspace() and (look.bold or look.italic):
            around = (looks[i - 1] if i else PLAIN, looks[i + 1] if i + 1 < len(looks) else PLAIN)
            bold, italic = all(one.bold for one in around), all(one.italic for one in around)
            looks[i] = replace(look, bold=look.bold and bold, italic=look.italic and italic)
    joined: list[Piece] = []
    for (text, _), look in zip(cut, looks, strict=True):
        if joined and joined[-1][1] == look:
            joined[-1] = joined[-1][0] + text, look
        else:
            joined.append((text, look))
    return joined


def _parts(pieces: Sequence[Piece]) -> list[_Part]:
    """Text and the ends of spans, properly nested."""
    parts: list[_Part] = []
    opened: list[int] = []

    def close_to(depth: int) -> None:
        while len(opened) > depth:
            start = opened.pop()
            parts[start].partner = len(parts)
            parts.append(_Part(name=parts[start].name, value=parts[start].value, partner=start))

    for text, look in pieces:
        wanted = [(name, value) for name in _ORDER if (value := getattr(look, name))]
        if look.picture is not None:
            wanted = wanted[:1] if look.link else []
        same = 0
        for (name, value), start in zip(wanted, opened, strict=False):
            if (parts[start].name, parts[start].value) != (name, value):
                break
            same += 1
        close_to(same)
        for name, value in wanted[same:]:
            opened.append(len(parts))
            parts.append(_Part(name=name, value=value, opens=True))
        parts.append(_Part(_shown(text, look)))
    close_to(0)
    return parts


def _shown(text: str, look: CharStyle) -> str:
    if look.picture is not None:
        alt = marks.line(marks.escaped(" ".join(_LINE_ENDS.split(written(look.picture.alt)))))
        return f"![{alt}]({address_of(look.picture)})" * text.count(PICTURE)
    if look.code:
        return "<br>".join(marks.code_span(line) if line else "" for line in text.split(LINE_BREAK))
    return marks.escaped(text)


def _mark(parts: Sequence[_Part], start: int, end: int) -> tuple[str, str]:
    """The two ends of a span: Markdown's marks where they would be seen as such, else tags."""
    part = parts[start]
    if part.name == "link":
        return "[", f"]({marks.address(str(part.value))})"
    tag = _TAGS[part.name]
    tags = f"<{tag}>", f"</{tag}>"
    if part.name == "underline":
        return tags
    before, first = _edge(parts, start - 1, last=True), _edge(parts, start + 1)
    last, after = _edge(parts, end - 1, last=True), _edge(parts, end + 1)
    if not marks.works(before, first, last, after):
        return tags
    if part.name != "italic":
        return ("**", "**") if part.name == "bold" else ("~~", "~~")
    if not any(map(marks.word, (before, after))) and "_" not in (before, first, last, after):
        return "_", "_"
    touching = any(0 <= i < len(parts) and parts[i].name for i in (start - 1, start + 1, end - 1, end + 1))
    return tags if touching else ("*", "*")


def _edge(parts: Sequence[_Part], i: int, *, last: bool = False) -> str:
    """The character of part `i` that is next to a mark; a mark there counts as punctuation."""
    if not 0 <= i < len(parts):
        return ""
    if parts[i].name:
        return "*"
    text = parts[i].text
    return (text[-1] if last else text[0]) if text else ""
