"""Prose to Markdown (CommonMark with ~~strikethrough~~) that reads back the same.

What Markdown has no sign for is written in tags it lets through: underline, centred and right-aligned
paragraphs, a line end within a paragraph, a stanza of one line. Each blank line beyond the one between two
blocks is an empty paragraph, which every other program ignores. Justification is left out.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from artstudio.media.prose.html_out import block_html
from artstudio.media.prose.markdown_inline import line_of
from artstudio.media.prose.markdown_marks import fence_for
from artstudio.media.prose.markdown_recipe import comment_of
from artstudio.media.prose.pieces import HEADINGS, Paragraph, groups_of, paragraphs_of, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.documents.prose import Prose

_NOTHING: Final = "<!-- -->"


def markdown_of(prose: Prose, recipe: str | None = None) -> str:
    """A whole file, its recipe in a comment at the end."""
    lines: list[str] = []
    waiting = 0  # empty paragraphs
    before: str | None = None  # the kind of the last block
    for group in groups_of(paragraphs_of(prose)):
        kind = group[0].style.kind
        leading, trailing, core = 0, 0, group
        if kind in ("body", "verse"):
            leading, core, trailing = _without_empty_ends(group)
        waiting += leading
        if core:
            block = _block(core)
            lines += [""] * (waiting if before is None else 1 + waiting)
            if before in ("bullet", "numbered") and kind in ("bullet", "numbered"):
                lines += [_NOTHING, ""]
            lines += block
            before, waiting = kind, 0
        waiting += trailing
    if before is None:
        waiting = 0 if waiting < 2 else waiting
    lines += [""] * waiting
    if recipe is not None:
        lines += ["", comment_of(recipe)]
    return "".join(f"{line}\n" for line in lines)


def _without_empty_ends(group: Sequence[Paragraph]) -> tuple[int, list[Paragraph], int]:
    full = [i for i, paragraph in enumerate(group) if paragraph.pieces]
    if not full:
        return len(group), [], 0
    return full[0], list(group[full[0] : full[-1] + 1]), len(group) - 1 - full[-1]


def _block(group: Sequence[Paragraph]) -> list[str]:
    style = group[0].style
    if style.kind == "rule":
        return ["---"]
    if style.kind == "code":
        texts = [written(paragraph.text) for paragraph in group]
        return [fence := fence_for(texts), *texts, fence]
    if style.kind == "quote":
        return _quote(group)
    if style.kind == "verse":
        return _verse(group)
    if style.kind in ("bullet", "numbered"):
        return _list(group)
    if style.align in ("center", "right"):
        return block_html(group, for_markdown=True)
    line = line_of(group[0].pieces)
    if style.kind in HEADINGS:
        hashes = "#" * int(style.kind[-1])
        if line.endswith("#") and not line.endswith("\\#"):  # else a closing row of them
            line = line[:-1] + "\\#"
        return [f"{hashes} {line}".rstrip(" ")]
    return [line]


def _quote(group: Sequence[Paragraph]) -> list[str]:
    lines: list[str] = []
    full = False  # whether there was a paragraph with text
    for paragraph in group:
        if not paragraph.pieces:
            lines.append(">")
            continue
        if full:
            lines.append(">")
        lines.append(f"> {line_of(paragraph.pieces)}")
        full = True
    return lines


def _verse(group: Sequence[Paragraph]) -> list[str]:
    stanzas = [list(found) for full, found in groupby(group, lambda one: bool(one.pieces)) if full]
    if any(len(stanza) < 2 for stanza in stanzas) or any(one.style.align != "left" for one in group):
        return block_html(group, for_markdown=True)
    lines: list[str] = []
    for i, paragraph in enumerate(group):
        if paragraph.pieces:
            goes_on = i + 1 < len(group) and bool(group[i + 1].pieces)
            lines.append(line_of(paragraph.pieces) + ("\\" if goes_on else ""))
        else:
            lines.append("")
    return lines


def _list(group: Sequence[Paragraph]) -> list[str]:
    lines: list[str] = []
    open_: list[tuple[str, int]] = []  # of each level its kind and the width of its marker
    numbers: list[int] = []
    for paragraph in group:
        kind, level = paragraph.style.kind, paragraph.style.level
        if len(open_) > level + 1 or (len(open_) == level + 1 and open_[level][0] != kind):
            keep = level + 1 if open_[level][0] == kind else level
            del open_[keep:], numbers[keep:]
        begins = len(open_) <= level
        prefix = " " * sum(width for _, width in open_[:level])
        while len(open_) < level + 1:  # a level that is left out is an item that holds only a list
            skipped = len(open_) < level
            open_.append(("bullet" if skipped else kind, 2))
            numbers.append(0)
            if skipped:
                prefix += "+ "  # with dashes, a row of them would be a rule
        numbers[level] += 1
        marker = "-" if kind == "bullet" else f"{numbers[level]}."
        open_[level] = kind, len(marker) + 1
        # an empty item does not begin a list below text, but one with a comment does
        text = line_of(paragraph.pieces) or (_NOTHING if begins and lines else "")
        lines.append(f"{prefix}{marker} {text}".rstrip(" "))
    return lines
