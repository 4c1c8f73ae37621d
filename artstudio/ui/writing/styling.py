"""How the looks of prose change: what each verb of the format bar makes of a span."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from artstudio.documents.prose import MAX_LEVEL, PLAIN, CharStyle, ParagraphStyle, typed_look
from artstudio.documents.text_edits import Restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.prose import Align, Kind, Prose

Emphasis = Literal["bold", "italic", "underline", "strike", "code"]
LISTS: Final = ("bullet", "numbered")


def look_at(prose: Prose, start: int, end: int) -> CharStyle:
    """What all characters of a span have in common, or at a mere cursor how the next one typed looks."""
    if start == end:
        if not prose.text:
            return PLAIN
        return typed_look(prose.chars.at(start - 1 if start else 0))
    looks = prose.chars.part(start, end).distinct()
    links = {look.link for look in looks}
    look = CharStyle(link=links.pop() if len(links) == 1 else "")
    for name in _EMPHASES:
        look = switched(look, name, all(getattr(one, name) for one in looks))
    return look


def emphasized(prose: Prose, passage_id: str, label: str, span: tuple[int, int], name: Emphasis) -> Restyle:
    """The span with one emphasis switched: off where all of it has it, else on."""
    on = not getattr(look_at(prose, *span), name)
    return _looking(prose, passage_id, label, span, lambda look: switched(look, name, on))


def switched(look: CharStyle, name: Emphasis, on: bool) -> CharStyle:
    """A look with one emphasis on or off."""
    match name:
        case "bold":
            return replace(look, bold=on)
        case "italic":
            return replace(look, italic=on)
        case "underline":
            return replace(look, underline=on)
        case "strike":
            return replace(look, strike=on)
        case "code":
            return replace(look, code=on)


def linked(prose: Prose, passage_id: str, label: str, span: tuple[int, int], link: str) -> Restyle:
    """The span leading to `link`, nowhere if that is empty."""
    return _looking(prose, passage_id, label, span, lambda look: replace(look, link=link))


def cleared(prose: Prose, passage_id: str, label: str, span: tuple[int, int]) -> Restyle:
    """The span without emphasis and links; pictures stay."""
    return _looking(prose, passage_id, label, span, lambda look: CharStyle(picture=look.picture))


def of_kind(prose: Prose, passage_id: str, label: str, span: tuple[int, int], kind: Kind) -> Restyle:
    """The span's paragraphs as headings, items, verse...; as body text where all of them are so already."""
    first, last = paragraphs_in(prose, span)
    if all(style.kind == kind for style in prose.paragraphs.part(first, last + 1).distinct()):
        kind = "body"

    def change(style: ParagraphStyle) -> ParagraphStyle:
        stays_deep = kind in LISTS and style.kind in LISTS
        return replace(style, kind=kind, level=style.level if stays_deep else 0)

    return _set(prose, passage_id, label, span, change)


def aligned(prose: Prose, passage_id: str, label: str, span: tuple[int, int], align: Align) -> Restyle:
    """The span's paragraphs flush, centred or justified."""
    return _set(prose, passage_id, label, span, lambda style: replace(style, align=align))


def deeper(prose: Prose, passage_id: str, label: str, span: tuple[int, int], by: int) -> Restyle | None:
    """The span's list items further in, or out with `by` below 0; None where nothing is a list's."""

    def change(style: ParagraphStyle) -> ParagraphStyle:
        if style.kind not in LISTS:
            return style
        if style.level + by < 0:
            return ParagraphStyle(align=style.align)
        return replace(style, level=min(MAX_LEVEL, style.level + by))

    first, last = paragraphs_in(prose, span)
    if not any(style.kind in LISTS for style in prose.paragraphs.part(first, last + 1).distinct()):
        return None
    return _set(prose, passage_id, label, span, change)


def paragraphs_in(prose: Prose, span: tuple[int, int]) -> tuple[int, int]:
    """The first and last paragraph that a span touches; one at whose very beginning it ends is not."""
    start, end = span
    first = prose.paragraph_at(start)
    return first, max(first, prose.paragraph_at(end - 1)) if end > start else first


def _set(
    prose: Prose,
    passage_id: str,
    label: str,
    span: tuple[int, int],
    change: Callable[[ParagraphStyle], ParagraphStyle],
) -> Restyle:
    first, last = paragraphs_in(prose, span)
    paragraphs = prose.paragraphs.part(first, last + 1).mapped(0, last + 1 - first, change)
    return Restyle(label, passage_id, 0, 0, None, first, paragraphs)


def _looking(
    prose: Prose, passage_id: str, label: str, span: tuple[int, int], change: Callable[[CharStyle], CharStyle]
) -> Restyle:
    start, end = span
    chars = prose.chars.part(start, end).mapped(0, end - start, change)
    return Restyle(label, passage_id, start, end, chars)


_EMPHASES: Final[tuple[Emphasis, ...]] = ("bold", "italic", "underline", "strike", "code")
