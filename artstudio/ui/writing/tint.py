"""Shows on demand where text is from: typed, generated, or typed into generated text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock

    from artstudio.documents.prose import Origin
    from artstudio.ui.writing.decorations import Line, Wash
    from artstudio.ui.writing.editor import PassageEditor


_PATTERNS: Final[dict[Origin, Qt.PenStyle]] = {
    "generated": Qt.PenStyle.DotLine,
    "edited": Qt.PenStyle.DashLine,
}
"""The line below, for eyes to whom the colours are one; what was typed has none."""


def colour(origin: Origin) -> str:
    """What lies below text of this origin."""
    return {
        "typed": theme.TYPED_WASH,
        "generated": theme.GENERATED_WASH,
        "edited": theme.EDITED_WASH,
    }[origin]


class Tint:
    """Of one editor."""

    def __init__(self, editor: PassageEditor) -> None:
        self._editor = editor
        self._on = False
        editor.galley.decorations.washes.append(self._wash)
        editor.galley.decorations.lines.append(self._line)

    @property
    def on(self) -> bool:
        """Whether it is shown."""
        return self._on

    def toggle(self) -> None:
        """Show it, or no more."""
        self._on = not self._on
        self._editor.galley.repaint()

    def _wash(self, block: QTextBlock) -> Iterable[Wash]:
        return ((start, end, QColor(colour(origin))) for start, end, origin in self._parts(block))

    def _line(self, block: QTextBlock) -> Iterable[Line]:
        return (
            (start, end, _PATTERNS[origin])
            for start, end, origin in self._parts(block)
            if origin in _PATTERNS
        )

    def _parts(self, block: QTextBlock) -> Iterator[tuple[int, int, Origin]]:
        if not self._on:
            return
        binding = self._editor.binding
        start = binding.to_characters(block.position())
        end = binding.to_characters(block.position() + block.length() - 1)
        for one, two, origin in binding.prose.origins.part(start, max(start, end)):
            begin, stop = binding.to_units(start + one), binding.to_units(start + two)
            yield begin - block.position(), stop - block.position(), origin
