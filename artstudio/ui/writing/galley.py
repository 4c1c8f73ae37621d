"""Lays out a passage: only what is near the view, the rest by and by; so a novel opens and types like a note.

Qt's own layout of rich documents moves every paragraph behind the cursor at each keystroke (17 ms in a 2 MB
novel), and that of plain documents knows neither alignment nor pictures. Here each paragraph is one of Qt's
text layouts, and where it stands is a sum of heights: measured, or guessed where it was never near the view.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from artstudio.ui.writing.decorations import Decorations, seen_at
from artstudio.ui.writing.guarding import guarded
from artstudio.ui.writing.looks import PICTURE_OBJECT, alignment, measures, paragraph_style
from artstudio.ui.writing.pictures import PictureInText

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import (
        QPainter,
        QTextBlock,
        QTextDocument,
        QTextFrame,
    )

    from artstudio.ui.writing.pictures import Pictures

_SLICE_S: Final = 0.003  # of idle measuring before the window gets its turn
_SIDE_PX: Final = 14
_MOST_LETTERS: Final = 74  # of a line: longer ones tire the eye
_DIMMED: Final = 0.4
_MOST_EM: Final = 40  # the height of pictures


class Galley(QAbstractTextDocumentLayout):
    """The layout of one document, in a column in the middle of the view.

    Attributes:
        decorations: What is painted beside and below the letters.
        bright: The number of the only paragraph that is not dimmed; None: all are bright.
    """

    grew = Signal(float, float)  # y, by: what stands at y and below has moved, though nobody wrote

    def __init__(self, document: QTextDocument, pictures: Pictures) -> None:
        super().__init__(document)
        self._pictures = PictureInText(pictures, self._fitting, self)
        self.registerHandler(PICTURE_OBJECT, self._pictures)
        self.decorations = Decorations()
        self.bright: int | None = None
        self._heights = np.zeros(1)
        self._measured = np.zeros(1, bool)
        self._tops: np.ndarray[Any, np.dtype[np.float64]] | None = None
        self._known = False  # whether all are measured
        self._width = 100.0
        self._room = (8.0, 24.0)  # above the first and below the last paragraph
        self._font_changed()
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._tell_size)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_some)

    # -------------------------------------------------------------------------------------- what others set

    def set_room(self, above_px: float, below_px: float) -> None:
        """Leave so much empty above the first and below the last paragraph."""
        if (above_px, below_px) != self._room:
            self._room = (above_px, below_px)
            self._tops = None
            self._tell_size()

    def repaint(self) -> None:
        """Paint all that is in view anew."""
        self._paint_anew(0, 1e9)

    def _paint_anew(self, y: float, height: float) -> None:
        rect = QRectF(0, y, 1e9, height)
        self.update["QRectF"].emit(rect)  # type: ignore[index]  # a signal that takes a rectangle, or none

    def prepare(self, number: int, height: float) -> None:
        """Measure what may be in view together with a paragraph, so that scrolling there arrives there."""
        document = self.document()
        for step in (-1, 1):
            left, at = height, number
            block = document.findBlockByNumber(number)
            while block.isValid() and left > 0:
                if not self._measured[at]:
                    self._set(block, at)
                left -= float(self._heights[at])
                at, block = at + step, block.previous() if step < 0 else block.next()

    @property
    def busy(self) -> bool:
        """Whether paragraphs are still to be measured."""
        return not self._known

    def top_of(self, number: int) -> float:
        """Where a paragraph begins, as far as is known."""
        return float(self._sums()[min(number, len(self._heights))])

    def number_at(self, y: float) -> int:
        """The paragraph that a height falls into; the nearest where it falls into none."""
        found = int(self._sums().searchsorted(y, "right")) - 1
        return min(max(0, found), len(self._heights) - 1)

    @property
    def em(self) -> float:
        """The height of the document's font."""
        return self._em

    # ------------------------------------------------------------------------------------- what Qt asks for

    @guarded(lambda: None)
    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: ARG002 - as Qt calls it
        document = self.document()
        count = document.blockCount()
        width, start = document.textWidth(), max(0, start)
        first = document.findBlock(start).blockNumber()
        last = document.findBlock(min(start + added, document.characterCount() - 1)).blockNumber()
        gained = count - len(self._heights)
        if width != self._width or self._font != document.defaultFont():
            self._width = width
            self._font_changed()
            if gained == 0:
                self._measured[:] = False  # the heights stay, as good a guess as any
                self._stale()
                return
            first, last = 0, count - 1
        if first == last and gained == 0:
            height = float(self._heights[first])
            self._set(document.findBlockByNumber(first), first)
            if self._heights[first] == height:  # typing, mostly: the rest stands as it stood
                self._paint_anew(self.top_of(first), height)
                return
        else:
            self._forget(first, last, gained)
        self._resized.start()
        self.repaint()

    @guarded(QRectF)
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        number = block.blockNumber()
        if self.document().blockCount() != len(self._heights):  # asked before it is told of a change
            return QRectF(0, 0, self._width, self._lay(block))
        self._need(block, number)
        return QRectF(0, float(self._sums()[number]), self._width, float(self._heights[number]))

    @guarded(QSizeF)
    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, float(self._sums()[-1]) + self._room[1])

    @guarded(QRectF)
    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: ARG002 - there is only one
        size = self.documentSize()
        return QRectF(0, 0, size.width(), size.height())

    def pageCount(self) -> int:
        return 1

    @guarded(lambda: -1)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:
        number = self.number_at(point.y())
        block = self.document().findBlockByNumber(number)
        self._need(block, number)
        layout, y = block.layout(), point.y() - self.top_of(number)
        lines = layout.lineCount()
        line = layout.lineAt(0)
        for i in range(lines):
            line = layout.lineAt(i)
            if i + 1 == lines or y < layout.lineAt(i + 1).y():
                break
        if accuracy == accuracy.ExactHit and not (
            line.y() <= y <= line.y() + line.height()
            and line.naturalTextRect().contains(point.x(), line.y() + 1)
        ):
            return -1
        at = int(line.xToCursor(point.x()))
        ahead = layout.preeditAreaText()
        if ahead and at > layout.preeditAreaPosition():
            at -= min(len(ahead.encode("utf-16-le")) // 2, at - layout.preeditAreaPosition())
        return block.position() + at

    @guarded(lambda: None)
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip, cursor, palette = context.clip, context.cursorPosition, context.palette
        chosen = [
            (one.cursor.selectionStart(), one.cursor.selectionEnd(), QTextCharFormat(one.format))
            for one in context.selections
        ]
        number = self.number_at(clip.top())
        self.decorations.begin()
        block, y = self.document().findBlockByNumber(number), self.top_of(number)
        while block.isValid() and y < clip.bottom():
            self._need(block, number)
            at, layout, begin = QPointF(0, y), block.layout(), block.position()
            painter.setOpacity(1.0 if self.bright in (None, number) else _DIMMED)
            self.decorations.paint(painter, block, at, self.column, self._em)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            layout.draw(painter, at, _within(chosen, begin, block.length()), clip)
            if begin <= cursor < begin + block.length():
                layout.drawCursor(painter, at, seen_at(layout, cursor - begin), 2)
            elif cursor < -1 and layout.preeditAreaText():  # inside what an input method composes
                layout.drawCursor(painter, at, layout.preeditAreaPosition() - cursor - 2, 2)
            y += float(self._heights[number])
            number, block = number + 1, block.next()
        painter.setOpacity(1.0)

    # ------------------------------------------------------------------------------------------- measuring

    @property
    def column(self) -> tuple[float, float]:
        """Left edge and width of what is written."""
        width = min(self._width - 2 * _SIDE_PX, self._widest)
        return (self._width - width) / 2, max(20.0, width)

    def _fitting(self, width_px: int, height_px: int) -> QSizeF:
        """How large a picture of a size is shown: as it is, if it fits the column and the view."""
        scale = min(1.0, self.column[1] / max(1, width_px), _MOST_EM * self._em / max(1, height_px))
        return QSizeF(width_px * scale, height_px * scale)

    def _font_changed(self) -> None:
        self._font = self.document().defaultFont()
        metrics = QFontMetricsF(self._font)
        self._em = metrics.height()
        self._widest = metrics.averageCharWidth() * _MOST_LETTERS

    def _sums(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        if self._tops is None:
            self._tops = np.empty(len(self._heights) + 1)
            self._tops[0] = self._room[0]
            np.cumsum(self._heights, out=self._tops[1:])
            self._tops[1:] += self._room[0]
        return self._tops

    def _forget(self, first: int, last: int, gained: int) -> None:
        """Paragraphs `first` to `last` are new; there are `gained` more than before."""
        fresh = last - first + 1
        was = self._heights[first : last - gained + 1]
        guess = float(was.mean()) if len(was) and was.any() else self._em * 2.2
        self._heights = np.concatenate(
            [self._heights[:first], np.full(fresh, guess), self._heights[last - gained + 1 :]]
        )
        self._measured = np.concatenate(
            [self._measured[:first], np.zeros(fresh, bool), self._measured[last - gained + 1 :]]
        )
        self._tops = None
        if fresh < 50:
            block = self.document().findBlockByNumber(first)
            for number in range(first, last + 1):
                self._set(block, number)
                block = block.next()
        else:
            self._stale()

    def _stale(self) -> None:
        self._known = False
        self._tops = None
        self._resized.start()
        self._idle.start()
        self.repaint()

    def _need(self, block: QTextBlock, number: int) -> None:
        if not self._measured[number] or not block.layout().lineCount():
            self._set(block, number)

    def _set(self, block: QTextBlock, number: int) -> None:
        height = self._lay(block)
        self._measured[number] = True
        by = height - float(self._heights[number])
        if abs(by) > 0.01:
            at = self.top_of(number + 1)
            self._heights[number] = height
            self._tops = None
            self._resized.start()
            self.grew.emit(at, by)

    def _lay(self, block: QTextBlock) -> float:
        """Break a paragraph into lines; its height."""
        style = paragraph_style(block.blockFormat())
        measure = measures(style)
        left, width = self.column
        left += measure.left * self._em
        width = max(30.0, width - (measure.left + measure.right) * self._em)
        layout = block.layout()
        option = QTextOption(alignment(style))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(block.textDirection())
        layout.setTextOption(option)
        y = measure.above * self._em
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height = line.height()
            extra = (measure.spacing - 1) * min(height, 2.4 * self._em)  # pictures need no air for letters
            line.setPosition(QPointF(left, y + extra / 2))
            y += height + extra
        layout.endLayout()
        return y + measure.below * self._em

    @guarded(lambda: None)
    def _measure_some(self) -> None:
        until = time.perf_counter() + _SLICE_S
        document = self.document()
        while time.perf_counter() < until:
            number = int(self._measured.argmin())
            if self._measured[number] or len(self._heights) != document.blockCount():
                self._idle.stop()
                self._known = bool(self._measured.all())
                return
            block = document.findBlockByNumber(number)
            for _ in range(16):
                if not block.isValid() or self._measured[number]:
                    break
                self._set(block, number)
                block.layout().clearLayout()  # its lines are made again when it comes into view
                number, block = number + 1, block.next()

    def _tell_size(self) -> None:
        self.documentSizeChanged.emit(self.documentSize())


def _within(chosen: list[tuple[int, int, Any]], begin: int, length: int) -> list[QTextLayout.FormatRange]:
    found = []
    for start, end, look in chosen:
        if start - begin < length and end - begin > 0:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start - begin, end - start, look
            found.append(span)
    return found
