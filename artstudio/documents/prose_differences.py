"""Where two rich texts differ, so that a keystroke in a novel costs what it costs in a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artstudio.documents.prose import Prose


def differing(old: Prose, new: Prose) -> tuple[int, int, int] | None:
    """(start, old_end, new_end) of the one stretch in which two texts differ in any way; None if they do not.

    `old.replaced(start, old_end, new.part(start, new_end), first=True)` is `new` then.
    """
    if old is new:
        return None
    text = _alike(old.text, new.text)
    chars, origins = old.chars.alike(new.chars), old.origins.alike(new.origins)
    start = min(text, chars[0], origins[0])
    first, last = old.paragraphs.alike(new.paragraphs)
    if old.paragraph_at(start) > first:  # the replacement's first paragraph can bring its style as well
        start = old.paragraph_span(first)[1]
    elif start == len(old.text) == len(new.text) and old.paragraphs == new.paragraphs:
        return None
    shorter = min(len(old.text), len(new.text))
    tail = min(_alike_at_end(old.text, new.text, shorter - start), chars[1], origins[1])
    if last < old.paragraph_count:
        tail = min(tail, len(old.text) - old.paragraph_span(old.paragraph_count - 1 - last)[0])
    tail = min(tail, shorter - start)
    return start, len(old.text) - tail, len(new.text) - tail


def _alike(one: str, two: str) -> int:
    """How many characters two texts begin with alike.

    By halving: to compare slices is as fast as memory, to compare characters one by one is not.
    """
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(one: str, two: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == two[len(two) - middle : len(two) - low]:
            low = middle
        else:
            high = middle - 1
    return low
