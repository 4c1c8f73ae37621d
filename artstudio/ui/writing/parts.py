"""Which part of a passage the editor shows, where the whole is more than a window can take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from artstudio.documents.prose import Prose

MOST: Final = 4_000_000  # characters shown at once
LONG: Final = 50_000  # characters of a paragraph; with more, each keystroke would be felt


def part_around(prose: Prose, at: int) -> tuple[int, int]:
    """Start and end of the part to show around a character: everything, if that can be shown.

    A paragraph that is too long is shown by itself, in pieces; other parts end between paragraphs.
    """
    size = len(prose.text)
    at = min(at, size)
    begin, end = prose.paragraph_span(prose.paragraph_at(at))
    if end - begin > LONG:
        start = begin + min(at - begin, end - begin - 1) // LONG * LONG
        return start, min(start + LONG, end)
    half = MOST if size <= MOST else MOST // 2
    return _reach_back(prose.text, begin, max(0, begin - half)), _reach_on(
        prose.text, end, min(size, end + half)
    )


def _reach_back(text: str, begin: int, low: int) -> int:
    """The first beginning of a paragraph, not before `low`, with no paragraph too long up to `begin`."""
    while begin > low:
        # in leaps as long as a paragraph may be: whatever lies within one is short enough
        edge = begin - 2 - LONG
        if edge < 0 and not low:
            return 0
        before = text.find("\n", max(edge, low - 1, 0), begin - 1)
        if before < 0:
            break
        begin = before + 1
    return begin


def _reach_on(text: str, end: int, high: int) -> int:
    """The last end of a paragraph, not behind `high`, with no paragraph too long from `end` on."""
    while end < high:
        edge = end + 1 + LONG
        if edge >= len(text) == high:
            return high
        after = text.rfind("\n", end + 1, min(edge, high) + 1)
        if after < 0:
            break
        end = after
    return end
