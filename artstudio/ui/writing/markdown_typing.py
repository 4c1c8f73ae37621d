"""Markdown as it is typed becomes what it means: "# " a heading, "- " an item, "**so**" bold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.prose import BODY, ParagraphStyle, Prose, typed_look
from artstudio.documents.runs import Runs
from artstudio.ui.writing.rewrites import Rewrite
from artstudio.ui.writing.styling import Emphasis, switched

if TYPE_CHECKING:
    from artstudio.documents.prose import CharStyle, Kind

_NUMBER: Final = re.compile(r"\d{1,3}[.)]")
_STARTS: Final[dict[str, Kind]] = {"-": "bullet", "*": "bullet", "+": "bullet", ">": "quote", "```": "code"}
_RULES: Final = ("---", "***", "___")
# what closes, and what the letters between it and its like before become; the longer sign first
_SPANS: Final[tuple[tuple[re.Pattern[str], Emphasis], ...]] = (
    (re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]*[^\s*])\*\*$"), "bold"),
    (re.compile(r"(?<![\w_\\])__(?=[^\s_])([^_]*[^\s_])__$"), "bold"),
    (re.compile(r"(?<![*\\])\*(?=[^\s*])([^*]*[^\s*])\*$"), "italic"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_]*[^\s_])_$"), "italic"),
    (re.compile(r"(?<![~\\])~~(?=[^\s~])([^~]*[^\s~])~~$"), "strike"),
    (re.compile(r"(?<![`\\])`([^`]+)`$"), "code"),
)
_LINK: Final = re.compile(r"(?<!\\)\[([^\[\]]+)\]\(([^\s()]+)\)$")
_LONGEST: Final = 2_000  # characters before the cursor that are looked through


def at_typed(prose: Prose, at: int, text: str) -> Rewrite | None:
    """What becomes of the paragraph now that `text` was typed, ending at `at`; None: nothing."""
    if len(text) != 1 or text not in " *_~`)":
        return None
    number = prose.paragraph_at(at)
    start = prose.paragraph_span(number)[0]
    style = prose.paragraphs.at(number)
    if style.kind == "code":
        return None
    if text == " ":
        return _start(prose, start, at, style) if at - start <= 7 else None
    return _span(prose, max(start, at - _LONGEST), at)


def at_return(prose: Prose, at: int) -> Rewrite | None:
    """What Return makes of a line that is a rule or the fence of code; None: nothing."""
    number = prose.paragraph_at(at)
    start, end = prose.paragraph_span(number)
    style = prose.paragraphs.at(number)
    line = prose.text[start:end] if end - start <= 40 else ""
    if at != end or style.kind != "body":
        return None
    if line in _RULES:
        paragraphs = Runs.collected([(ParagraphStyle("rule"), 1), (BODY, 1)])
        return Rewrite(start, end, _styled("\n", paragraphs), start + 1)
    if re.fullmatch(r"```\w*", line):
        return Rewrite(start, end, Prose.plain("", paragraph=ParagraphStyle("code")), start)
    return None


def _start(prose: Prose, start: int, at: int, style: ParagraphStyle) -> Rewrite | None:
    sign = prose.text[start : at - 1]
    kind: Kind | None = _STARTS.get(sign)
    if sign and set(sign) == {"#"} and len(sign) <= 6:
        headings: tuple[Kind, ...] = (
            "heading1", "heading2", "heading3", "heading4", "heading5", "heading6",
        )  # fmt: skip
        kind = headings[len(sign) - 1]
    elif _NUMBER.fullmatch(sign):
        kind = "numbered"
    if kind is None or (style.kind != "body" and not kind.startswith("heading")) or style.kind == kind:
        return None
    return Rewrite(start, at, Prose.plain("", paragraph=ParagraphStyle(kind, align=style.align)), start)


def _span(prose: Prose, start: int, at: int) -> Rewrite | None:
    before = prose.text[start:at]
    in_code = before.count("`") % 2 == 1  # what is between backticks stays as it is
    found = None if in_code else _LINK.search(before)
    change: Emphasis | None = None  # a link
    if found is None and not in_code:
        for pattern, name in _SPANS:
            if before[-1] == pattern.pattern[-2] and (found := pattern.search(before)):
                change = name
                break
    if found is None:
        return None
    begin, inner, stop = start + found.start(), start + found.start(1), start + found.end(1)
    if any(look.code or look.picture for look in prose.chars.part(begin, at).distinct()):
        return None

    def marked(look: CharStyle) -> CharStyle:
        return replace(look, link=found[2]) if change is None else switched(look, change, True)

    plain = typed_look(prose.chars.at(begin))
    part = prose.part(inner, stop)
    new = part.styled(0, len(part.text), marked)
    return Rewrite(begin, at, new, begin + len(part.text), first=False, look=plain)


def _styled(text: str, paragraphs: Runs[ParagraphStyle]) -> Prose:
    plain = Prose.plain(text)
    return Prose(plain.text, plain.chars, paragraphs, plain.origins)
