"""What is painted beside and below the letters: marks of lists, bars of quotes, washes of colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from artstudio.ui import theme
from artstudio.ui.writing.looks import measures, paragraph_style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QPainter, QTextBlock, QTextLayout

Wash = tuple[int, int, QColor]
"""Start and end in a paragraph, in Qt's units, and the colour below the letters."""

Line = tuple[int, int, Qt.PenStyle]
"""Start and end in a paragraph, in Qt's units, and the pattern of a line below the letters."""

_BULLETS: Final = "•◦▪"
_COUNTED_BACK: Final = 5_000  # items of a list looked at to know a number


class Decorations:
    """Paints one paragraph's.

    `washes` are asked for the colours below a paragraph's letters, `lines` for what says the same without
    colour.
    """

    def __init__(self) -> None:
        self.washes: list[Callable[[QTextBlock], Iterable[Wash]]] = []
        self.lines: list[Callable[[QTextBlock], Iterable[Line]]] = []
        self._last: tuple[int, int, int] | None = None  # number, level and count of the item painted last

    def begin(self) -> None:
        """Another pass over the paragraphs in view: what was counted before may not hold."""
        self._last = None

    def paint(
        self, painter: QPainter, block: QTextBlock, at: QPointF, column: tuple[float, float], em: float
    ) -> None:
        """What belongs below the letters of `block`, which stands at `at` in a column of (left, width)."""
        style = paragraph_style(block.blockFormat())
        layout = block.layout()
        left, width = column
        height = layout.boundingRect().bottom() if layout.lineCount() else em
        match style.kind:
            case "quote":
                below = measures(style).below * em if _goes_on(block, "quote") else 0
                bar = QRectF(left + 0.2 * em, at.y(), 3, height + below + 0.2 * em)
                painter.fillRect(bar, QColor(theme.ACCENT_DIM))
            case "code":
                ground = QRectF(left, at.y(), width, height + 0.25 * em)
                painter.fillRect(ground, QColor(theme.CODE_GROUND))
            case "rule":
                y = at.y() + height / 2 + 0.2 * em
                painter.setPen(QPen(QColor(theme.LINE_STRONG), 1))
                painter.drawLine(QPointF(left, y), QPointF(left + width, y))
            case "bullet" | "numbered" if layout.lineCount():
                mark = (
                    _BULLETS[style.level % len(_BULLETS)]
                    if style.kind == "bullet"
                    else f"{self._count(block, style.level)}."
                )
                line = layout.lineAt(0)
                edge = left + measures(style).left * em - 0.45 * em
                box = QRectF(edge - 6 * em, at.y() + line.y(), 6 * em, line.ascent() + line.descent())
                painter.setPen(QColor(theme.ACCENT))
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mark)
        for wash in self.washes:
            for start, end, colour in wash(block):
                for box in _boxes(layout, at, seen_at(layout, start), seen_at(layout, end)):
                    painter.fillRect(box, colour)
        for underline in self.lines:
            for start, end, pattern in underline(block):
                painter.setPen(QPen(QColor(theme.TEXT_DIM), 1.5, pattern))
                for box in _boxes(layout, at, seen_at(layout, start), seen_at(layout, end)):
                    y = box.bottom() - 1
                    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _count(self, block: QTextBlock, level: int) -> int:
        """The number of an item: items of its depth since the list began, deeper ones not counted."""
        number = block.blockNumber()
        if self._last is not None and self._last[0] in (number, number - 1) and self._last[1] == level:
            last_number, _, last_count = self._last
            previous = paragraph_style(block.previous().blockFormat()) if last_number < number else None
            if previous is not None and (previous.kind, previous.level) == ("numbered", level):
                self._last = (number, level, last_count + 1)
                return last_count + 1
        count = 1
        before = block.previous()
        for _ in range(_COUNTED_BACK):
            if not before.isValid():
                break
            style = paragraph_style(before.blockFormat())
            if style.kind not in ("bullet", "numbered") or style.level < level:
                break
            if style.level == level:
                if style.kind != "numbered":
                    break
                count += 1
            before = before.previous()
        self._last = (number, level, count)
        return count


def seen_at(layout: QTextLayout, at: int) -> int:
    """Where a place of a paragraph is among what is seen, which may be more than what is there."""
    ahead = layout.preeditAreaText()
    if not ahead or at <= layout.preeditAreaPosition():
        return at
    return at + len(ahead.encode("utf-16-le", "surrogatepass")) // 2


def _goes_on(block: QTextBlock, kind: str) -> bool:
    after = block.next()
    return after.isValid() and paragraph_style(after.blockFormat()).kind == kind


def _boxes(layout: QTextLayout, at: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Where the letters from `start` to `end` stand, a box a line."""
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        if end <= begin:
            break
        if start < stop:
            x, to = _x(line, max(start, begin)), _x(line, min(end, stop))
            yield QRectF(at.x() + min(x, to), at.y() + line.y(), abs(to - x), line.height())


def _x(line: object, at: int) -> float:
    """The stubs and versions differ in what `cursorToX` gives: a number, or a pair with the position."""
    found = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
