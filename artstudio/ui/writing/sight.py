"""Where places of a passage are in the editor, which counts otherwise and may show only a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtGui import QTextBlock

    from artstudio.ui.writing.editor import PassageEditor
    from artstudio.ui.writing.scribe import Scribe


class Sight:
    """Of one editor. Places are characters of the whole passage, `unit`s Qt's positions in its document."""

    def __init__(self, editor: PassageEditor, scribe: Scribe) -> None:
        self.editor, self.scribe = editor, scribe

    @property
    def shown(self) -> tuple[int, int]:
        """The part that the editor shows."""
        start = self.scribe.part_start
        return start, start + len(self.editor.prose.text)

    def unit(self, place: int) -> int:
        """Where in the document a place is; the nearest end of it where it is outside."""
        return self.editor.binding.to_units(max(0, place - self.scribe.part_start))

    def place(self, unit: int) -> int:
        """The place at a position of the document."""
        return self.editor.binding.to_characters(unit) + self.scribe.part_start

    def block(self, place: int) -> QTextBlock:
        """The paragraph that a place is in."""
        return self.editor.document().findBlock(self.unit(place))

    def span_of(self, block: QTextBlock) -> tuple[int, int]:
        """The places that a paragraph reaches from and to, its line end not counted."""
        begin = block.position()
        return self.place(begin), self.place(begin + max(0, block.length() - 1))

    def in_view(self) -> tuple[int, int]:
        """The places between the first and the last paragraph in view."""
        editor, galley = self.editor, self.editor.galley
        top = editor.verticalScrollBar().value()
        document = editor.document()
        first = document.findBlockByNumber(galley.number_at(top))
        last = document.findBlockByNumber(galley.number_at(top + editor.viewport().height()))
        return self.span_of(first)[0], self.span_of(last)[1]

    def top_of_line(self, place: int) -> tuple[float, float]:
        """Where the line of a place begins in the viewport, and how high it is."""
        block = self.block(place)
        galley = self.editor.galley
        box = galley.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self.unit(place) - block.position())
        top = box.top() - self.editor.verticalScrollBar().value()
        return (top + line.y(), line.height()) if line.isValid() else (top, galley.em)

    def rect(self, place: int) -> QRect:
        """Where a place is in the viewport."""
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(self.unit(place))
        return self.editor.cursorRect(cursor)

    def at(self, point: QPoint) -> int | None:
        """The place of the letter under a point of the viewport; None where there is none."""
        bar = self.editor.verticalScrollBar()
        layout = self.editor.document().documentLayout()
        unit = layout.hitTest(QPointF(point.x(), point.y() + bar.value()), Qt.HitTestAccuracy.ExactHit)
        if unit < 0:
            return None
        place = self.place(unit)
        # Qt tells the gap nearest to the point: the letter is left of it where that is right of the point
        return place - 1 if place > 0 and self.rect(place).left() > point.x() else place
