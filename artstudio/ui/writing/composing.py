"""What an input method composes before it commits: none of it is in the text, and nothing disturbs it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCursor

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QInputMethodEvent, QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from artstudio.ui.writing.decorations import Decorations, Wash


class Composing:
    """Of one editor.

    Qt takes the selection away when composing begins; here it stays until something is committed in its
    place, so that giving up costs nothing.
    """

    def __init__(self, editor: QTextEdit, decorations: Decorations) -> None:
        self._editor = editor
        self._block: QTextBlock | None = None  # the paragraph that shows what is composed
        self._over: QTextCursor | None = None  # the selection that what is committed shall replace
        decorations.washes.append(self._wash)

    @property
    def going_on(self) -> bool:
        """Whether there is something composed that is not committed."""
        return self._block is not None

    def takes(self, event: QInputMethodEvent, pass_on: Callable[[QInputMethodEvent], None]) -> None:
        """An event of the input method; `pass_on` is Qt's own way with it."""
        editor = self._editor
        commits = bool(event.commitString()) or event.replacementLength() > 0
        cursor = editor.textCursor()
        if self._over is None and event.preeditString() and not commits and cursor.hasSelection():
            self._over = QTextCursor(cursor)
            cursor.setPosition(cursor.selectionEnd())
            editor.setTextCursor(cursor)
        elif self._over is not None and (commits or not event.preeditString()):
            over, self._over = self._over, None
            editor.setTextCursor(over)
            if not commits:  # given up: all is as it was
                self._clear()
                return
        pass_on(event)
        self._block = editor.textCursor().block() if event.preeditString() else None

    def give_up(self) -> None:
        """Forget what is composed: the text is about to be another."""
        self._clear()
        self._over = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Change the text in here: what is composed is taken out, and is at the cursor again afterwards."""
        text = self._clear()
        try:
            yield
        finally:
            if text:
                cursor = self._editor.textCursor()
                self._block = cursor.block()
                self._block.layout().setPreeditArea(cursor.position() - self._block.position(), text)
                self._again(self._block)

    def _clear(self) -> str:
        block, self._block = self._block, None
        if block is None or not block.isValid():
            return ""
        layout = block.layout()
        text = layout.preeditAreaText()
        layout.setPreeditArea(-1, "")
        layout.clearFormats()
        self._again(block)
        return text

    def _again(self, block: QTextBlock) -> None:
        """Lay a paragraph out anew; nothing of it was written."""
        self._editor.document().markContentsDirty(block.position(), block.length())

    def _wash(self, block: QTextBlock) -> Iterable[Wash]:
        if self._over is None:
            return ()
        start = self._over.selectionStart() - block.position()
        end = self._over.selectionEnd() - block.position()
        if end <= 0 or start >= block.length():
            return ()
        return ((max(0, start), min(end, block.length() - 1), QColor(theme.ACCENT_DIM)),)
