"""The line below the text that counts words and characters, of everything and of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy

from artstudio.ui.qthreads import in_background
from artstudio.ui.writing.strings import word_count, words_gained

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE: Final = 50_000  # characters that are counted in the window's thread: a few milliseconds
_PAUSE_MS: Final = 120  # without the selection changing before it is counted


class Counts(QLabel):
    """Counts a long text beside the window, and what is typed from then on as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("dim", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # so panes may be narrow
        self._text = ""
        self._words: int | None = 0  # None while a long text is being counted
        self._gained = 0  # since that began
        self._selected: Callable[[], str] = str
        self._selected_words: int | None = None
        self._selected_size = 0
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count_selection)
        self._show()

    @property
    def words(self) -> int | None:
        """How many words there are; None while they are counted."""
        return self._words

    def start(self, text: str) -> None:
        """Count another text."""
        self._text, self._gained = text, 0
        self._asked += 1
        if len(text) <= _AT_ONCE:
            self._words = word_count(text)
        else:
            self._words, asked = None, self._asked

            def then(words: int) -> None:
                if asked == self._asked:
                    self._words = words + self._gained
                    self._show()

            in_background(self, "counting", lambda: word_count(text), then, lambda _error: None)
        self._show()

    def changed(self, text: str, start: int, old_end: int, new_end: int) -> None:
        """The text became `text`; both differ from `start` to `old_end` and to `new_end` alone."""
        if max(old_end, new_end) - start > _AT_ONCE:
            self.start(text)
            return
        gained = words_gained(self._text, text, start, old_end, new_end)
        self._text = text
        if self._words is None:
            self._gained += gained
        else:
            self._words += gained
        self._show()

    def selected(self, size: int, text: Callable[[], str]) -> None:
        """So many characters are selected; what they are is asked for when they are counted."""
        if size == 0 == self._selected_size:
            return
        self._selected_size, self._selected, self._selected_words = size, text, None
        self._pause.start() if size else self._show()

    def _count_selection(self) -> None:
        size, text = self._selected_size, self._selected()

        def then(words: int) -> None:
            if size == self._selected_size:
                self._selected_words = words
                self._show()

        if size <= _AT_ONCE:
            then(word_count(text))
        else:
            in_background(self, "counting", lambda: word_count(text), then, lambda _error: None)

    def _show(self) -> None:
        number = QLocale().toString
        words = "…" if self._words is None else number(self._words)
        characters = number(len(self._text))
        if self._selected_size and self._selected_words is not None:
            some, part = number(self._selected_words), number(self._selected_size)
            words = self.tr("{some} of {all}").format(some=some, all=words)
            characters = self.tr("{some} of {all}").format(some=part, all=characters)
        one_word, one_letter = self._words == 1, len(self._text) == 1
        said = (
            (self.tr("{n} word") if one_word else self.tr("{n} words")).format(n=words),
            (self.tr("{n} character") if one_letter else self.tr("{n} characters")).format(n=characters),
        )
        self.setText(" · ".join(said))
        self.setToolTip(self.text())
