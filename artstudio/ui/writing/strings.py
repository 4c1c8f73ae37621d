"""Positions and counts in text: Qt counts UTF-16 units, the document counts characters."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import numpy.typing as npt

# a run of letters, or one sign of a script written without spaces
_WORD: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\u3400-\u9fff]+)*"
)

_FAR: Final = 400  # characters; no word is longer


def word_count(text: str) -> int:
    """Words; each Chinese or Japanese sign counts as one."""
    return sum(1 for _ in _WORD.finditer(text))


def words_gained(old: str, new: str, start: int, old_end: int, new_end: int) -> int:
    """How many words more `new` has than `old`; they differ in [start:old_end] and [start:new_end] alone.

    Looks no farther than to the spaces around: a keystroke in a novel costs what it costs in a note.
    """
    begin = _space_before(old, start)
    return word_count(new[begin : _space_behind(new, new_end)]) - word_count(
        old[begin : _space_behind(old, old_end)]
    )


def _space_before(text: str, at: int) -> int:
    low = max(0, at - _FAR)
    return max(text.rfind(" ", low, at), text.rfind("\n", low, at), low)


def _space_behind(text: str, at: int) -> int:
    high = min(len(text), at + _FAR)
    return min((found for sign in " \n" if (found := text.find(sign, at, high)) >= 0), default=high)


class Units:
    """Converts between characters and UTF-16 units of one text, which it is told of as it changes."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._wide = _wide(text)  # where the characters of two units are

    @property
    def length(self) -> int:
        """Units of the whole text."""
        return self._size + len(self._wide)

    def replaced(self, start: int, end: int, added: str) -> None:
        """The characters from `start` to `end` became `added`."""
        grown = len(added) - (end - start)
        self._size += grown
        if not len(self._wide) and added.isascii():
            return
        one, two = self._wide.searchsorted((start, end))
        new = _wide(added) + start
        self._wide = np.concatenate([self._wide[:one], new, self._wide[two:] + grown])

    def to_units(self, at: int) -> int:
        """Character position to unit position."""
        return at + int(self._wide.searchsorted(at)) if len(self._wide) else at

    def to_characters(self, at: int) -> int:
        """Unit position to character position; inside a pair, the pair's beginning."""
        if not len(self._wide):
            return at
        starts = self._wide + np.arange(len(self._wide))  # in units
        before = int(starts.searchsorted(at))  # inside a pair its first unit counts: that is its beginning
        return at - before


def _wide(text: str) -> npt.NDArray[np.int64]:
    if text.isascii():
        return np.zeros(0, np.int64)
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.flatnonzero(letters > 0xFFFF).astype(np.int64, copy=False)
