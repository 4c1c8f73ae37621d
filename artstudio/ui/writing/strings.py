"""Positions and counts in text: Qt counts UTF-16 units, the document counts characters."""

from __future__ import annotations

import re
from typing import Final

# a run of letters, or one sign of a script written without spaces
_WORD: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\u3400-\u9fff]+)*"
)


def word_count(text: str) -> int:
    """Words; each Chinese or Japanese sign counts as one."""
    return sum(1 for _ in _WORD.finditer(text))


def words_gained(old: str, new: str, start: int, old_end: int, new_end: int) -> int:
    """How many words more `new` has than `old`; they differ in [start:old_end] and [start:new_end] alone.

    Looks at no more than the lines touched: a keystroke in a novel costs what it costs in a note.
    """
    line_start = old.rfind("\n", 0, start) + 1
    return word_count(new[line_start : _line_end(new, new_end)]) - word_count(
        old[line_start : _line_end(old, old_end)]
    )


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


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


class Units:
    """Converts between characters and UTF-16 units of one text, which it is told of as it changes."""

    def __init__(self, text: str) -> None:
        self._wide = _wide(text)  # characters of two units; while there are none, nothing need be converted

    def replaced(self, removed: str, added: str) -> None:
        """`removed` was replaced by `added` somewhere."""
        self._wide += _wide(added) - _wide(removed)

    def to_units(self, text: str, at: int) -> int:
        """Character position to unit position."""
        return at + _wide(text[:at]) if self._wide else at

    def to_characters(self, text: str, at: int) -> int:
        """Unit position to character position; inside a pair, the pair's beginning."""
        if not self._wide:
            return at
        return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))


def _wide(text: str) -> int:
    return 0 if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)
