"""Where two texts differ."""

from __future__ import annotations


def differing_span(old: str, new: str) -> tuple[int, int, int]:
    """(start, old_end, new_end) of the one stretch in which two texts differ."""
    start = _same_from_start(old, new)
    most = min(len(old), len(new)) - start
    same_tail = 0
    low, high = 0, most
    while low < high:  # by halving: comparing slices is as fast as memory, comparing characters is not
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - same_tail] == new[len(new) - middle : len(new) - same_tail]:
            low = same_tail = middle
        else:
            high = middle - 1
    return start, len(old) - low, len(new) - low


def _same_from_start(a: str, b: str) -> int:
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
