"""What Return, Backspace and Tab mean in lists, headings, quotes and verse."""

from __future__ import annotations

from dataclasses import replace

from artstudio.documents.prose import BODY, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.ui.writing import markdown_typing
from artstudio.ui.writing.rewrites import Rewrite
from artstudio.ui.writing.styling import LISTS


def at_return(prose: Prose, start: int, end: int) -> Rewrite | None:
    """What Return does where it is more than a new line."""
    if start != end:
        return None
    made = markdown_typing.at_return(prose, start)
    if made is not None:
        return made
    number = prose.paragraph_at(start)
    begin, stop = prose.paragraph_span(number)
    style = prose.paragraphs.at(number)
    if begin == stop:
        return _out_of(prose, number, style, begin)
    if style.kind.startswith("heading") and start == begin:  # an empty line above; the heading stays one
        line = Prose.plain("\n")
        paragraphs = Runs.collected([(BODY, 1), (style, 1)])
        return Rewrite(start, start, Prose(line.text, line.chars, paragraphs, line.origins), start + 1)
    return None


def _out_of(prose: Prose, number: int, style: ParagraphStyle, at: int) -> Rewrite | None:
    """Return on an empty line ends what it is of; a stanza takes one empty line, a poem or code two."""
    before = prose.paragraphs.at(number - 1) if number else None
    after_empty = number > 0 and prose.paragraph_span(number - 1)[0] == prose.paragraph_span(number - 1)[1]
    match style.kind:
        case "bullet" | "numbered" if style.level:
            return _becomes(at, replace(style, level=style.level - 1))
        case "bullet" | "numbered" | "quote":
            return _becomes(at, BODY)
        case "verse" | "code" if after_empty and before is not None and before.kind == style.kind:
            return _becomes(at, BODY)
    return None


def at_backspace(prose: Prose, start: int, end: int) -> Rewrite | None:
    """What Backspace does at the beginning of a paragraph that is something, or follows a rule."""
    if start != end:
        return None
    number = prose.paragraph_at(start)
    begin, stop = prose.paragraph_span(number)
    if start != begin:
        return None
    style = prose.paragraphs.at(number)
    if style.kind in LISTS and style.level:
        return _becomes(start, replace(style, level=style.level - 1), prose, begin, stop)
    if style.kind == "verse" and number and prose.paragraphs.at(number - 1).kind == "verse":
        return None
    if style.kind == "code" and number and prose.paragraphs.at(number - 1).kind == "code":
        return None
    if style.kind != "body":
        return _becomes(start, replace(BODY, align=style.align), prose, begin, stop)
    if number and prose.paragraphs.at(number - 1).kind == "rule":
        above, _ = prose.paragraph_span(number - 1)
        return Rewrite(above, start, Prose.plain("", paragraph=style), above)
    return None


def _becomes(
    at: int, style: ParagraphStyle, prose: Prose | None = None, begin: int = 0, stop: int = 0
) -> Rewrite:
    if prose is None or begin == stop:
        return Rewrite(at, at, Prose.plain("", paragraph=style), at)
    kept = prose.part(begin, begin)  # nothing is written: only what the paragraph is becomes another
    return Rewrite(at, at, Prose(kept.text, kept.chars, Runs.of(style, 1), kept.origins), at)
