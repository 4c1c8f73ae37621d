"""Cuts the canvas to a frame that is drawn on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from artstudio.documents.edits import SetCanvas
from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.ui import theme
from artstudio.ui.canvas.select_actions import cropped
from artstudio.ui.canvas.tools.area import squared
from artstudio.ui.canvas.tools.base import CanvasTool, alt, shift
from artstudio.ui.canvas.tools.frame import Frame, Grip
from artstudio.ui.canvas.tools.grips import cursor_for, grip_at, paint_frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox, QWidget

    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench

_SHADE = 150  # of 255, how dark what will be cut off is


class CropTool(CanvasTool):
    """Beside the frame a new one is drawn; it may reach beyond the canvas, which then grows. Enter cuts."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.rect: QRectF | None = None  # whole pixels
        self._grip: Grip | None = None
        self._start = QPointF()
        self._before = QRectF()
        self._size: tuple[QSpinBox, QSpinBox] | None = None

    @property
    def hides_selection(self) -> bool:
        return True

    def take_up(self) -> None:
        canvas = self.session.project.sheet.canvas
        box = canvas.selection.bounds() if canvas.selection else None
        self._set(QRectF(*(box or (0, 0, canvas.width_px, canvas.height_px))))

    def press(self, point: PenPoint) -> None:
        if self.rect is None:
            self.take_up()
        if self.rect is not None:
            self._start, self._before = QPointF(point.x, point.y), self.rect
            self._grip = grip_at(self.bench, Frame.around(self.rect), self._start)
            if self._grip == "move" and not self._smaller():
                self._grip = "turn"  # the frame is all there is: a drag draws a new one

    def hover(self, at: QPointF) -> None:
        if self.rect is not None:
            frame = Frame.around(self.rect)
            grip = grip_at(self.bench, frame, at)
            draws = grip == "turn" or (grip == "move" and not self._smaller())
            shape = Qt.CursorShape.CrossCursor if draws else cursor_for(self.bench, frame, grip)
            self.bench.view.setCursor(shape)

    def move(self, point: PenPoint) -> None:
        at = QPointF(point.x, point.y)
        if self._grip is None:
            return
        if self._grip == "turn":
            self._set(QRectF(self._start, squared(self._start, at) if shift() else at))
        else:
            frame = Frame.around(self._before)
            frame = frame.dragged(self._grip, self._start, at, constrained=shift(), centred=alt())
            self._set(QPolygonF(frame.corners()).boundingRect())

    def release(self) -> None:
        self._grip = None

    def cancel(self) -> None:
        self.rect = self._grip = None
        self.redraw()

    def confirm(self) -> None:
        rect, label = self.rect, self.tr("Crop")
        if rect is None or not self._smaller():
            return
        box = rect.toRect()

        def work(sheet: Sheet) -> Edit | None:
            return SetCanvas(label, cropped(sheet.canvas, box.x(), box.y(), box.width(), box.height()))

        self.bench.steps.make(work, origin=self)

    def paint(self, painter: QPainter) -> None:
        if self.rect is None:
            return
        frame = Frame.around(self.rect)
        shade = QPainterPath()
        shade.addRect(QRectF(self.bench.view.rect()))
        shade.addPolygon(QPolygonF([self.bench.view.to_widget(corner) for corner in frame.corners()]))
        shade.closeSubpath()
        dark = QColor(theme.DESK)
        dark.setAlpha(_SHADE)
        painter.fillPath(shade, dark)
        line = QColor(theme.TEXT)
        line.setAlpha(90)
        painter.setPen(QPen(line, 1))
        to_widget = self.bench.view.to_widget
        left, top, width, height = self.rect.x(), self.rect.y(), self.rect.width(), self.rect.height()
        for part in (1 / 3, 2 / 3):
            x, y = left + width * part, top + height * part
            painter.drawLine(to_widget(QPointF(x, top)), to_widget(QPointF(x, top + height)))
            painter.drawLine(to_widget(QPointF(left, y)), to_widget(QPointF(left + width, y)))
        paint_frame(painter, self.bench, frame)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.tr("Crop"))
        width = row.number(
            self.tr("Width"), self.tr("Of the canvas afterwards"), (1, MAX_SIDE_PX), 1,
            lambda px: self._resize(width=px), suffix=self.tr(" px"), width_px=72,
        )  # fmt: skip
        height = row.number(
            self.tr("Height"), self.tr("Of the canvas afterwards"), (1, MAX_SIDE_PX), 1,
            lambda px: self._resize(height=px), suffix=self.tr(" px"), width_px=72,
        )  # fmt: skip
        self._size = (width, height)
        row.line()
        row.button(self.tr("Apply"), self.tr("Cut the canvas (Enter)"), self.confirm, primary=True)
        row.button(self.tr("Reset"), self.tr("The whole canvas again (Esc)"), self.take_up)
        row.hint(self.tr("Draw a frame; Shift makes it square"))
        return row

    def _smaller(self) -> bool:
        canvas = self.session.project.sheet.canvas
        return self.rect != QRectF(0, 0, canvas.width_px, canvas.height_px)

    def _resize(self, *, width: int = 0, height: int = 0) -> None:
        if self.rect is not None:
            rect = self.rect
            self._set(QRectF(rect.x(), rect.y(), width or rect.width(), height or rect.height()))

    def _set(self, rect: QRectF) -> None:
        """Frame `rect`, to whole pixels and no larger than a canvas can be."""
        rect = rect.normalized()
        left, top = round(rect.left()), round(rect.top())
        width = min(max(1, round(rect.right()) - left), MAX_SIDE_PX)
        height = min(max(1, round(rect.bottom()) - top), MAX_SIDE_PX)
        self.rect = QRectF(left, top, width, height)
        if self._size is not None:
            for field, value in zip(self._size, (width, height), strict=True):
                field.blockSignals(True)  # it says what is, and asks for nothing
                field.setValue(value)
                field.blockSignals(False)
        self.redraw()
