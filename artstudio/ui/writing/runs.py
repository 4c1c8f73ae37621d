"""Which keystrokes belong together as one undo step."""

from __future__ import annotations

from typing import Final

_LONG: Final = 40  # characters after which a run ends with the next word


class TypingRun:
    """A stretch typed, or deleted, without the cursor going elsewhere.

    It ends with the line, after a long enough stretch with the word, and where typing turns into deleting.
    What is pasted, or comes from an input method as a whole, is a run of its own.
    """

    def __init__(self) -> None:
        self._at: int | None = None  # where the cursor stands while the run goes on
        self._inserts = False
        self._length = 0

    def takes(self, start: int, end: int, text: str) -> bool:
        """Note that [start:end] became `text`; True if that belongs to the step before."""
        inserts = bool(text)
        goes_on = self._at in ((start,) if inserts else (start, end)) and inserts == self._inserts
        belongs = goes_on and len(text) <= 1 and not (inserts and end > start)
        self._length = self._length + 1 if belongs else 1
        self._inserts = inserts
        ends = "\n" in text or len(text) > 1 or (text.isspace() and self._length > _LONG)
        self._at = None if ends else start + len(text)
        return belongs

    def cursor_moved(self, cursor: int) -> None:
        """The cursor now stands at `cursor`."""
        if cursor != self._at:
            self._at = None
