"""The canvas on screen: shows it, zooms and pans it, and says where the pen goes. Knows no document edits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QPixmap,
    QPointingDevice,
)
from PySide6.QtWidgets import QWidget

from artstudio.ui import theme
from artstudio.ui.canvas.blocks import BLOCK_PX, Blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QTabletEvent, QWheelEvent

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import At
    from artstudio.sdk import Image

ZOOM_STEPS: Final = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0, 16.0, 32.0)
_BUDGET_S: Final = 0.006  # compositing in one paint; what is left comes with the next
_WHEEL_STEP: Final = 120.0
_MARGIN_PX: Final = 24


@dataclass(frozen=True)
class PenPoint:
    """Where the pen or mouse is, in canvas pixels, and how hard it presses (0-1; a mouse always 1)."""

    x: float
    y: float
    pressure: float = 1.0
    eraser_end: bool = False


class CanvasView(QWidget):
    """One canvas. The pen's signals carry a `PenPoint`."""

    pen_pressed = Signal(object)
    pen_moved = Signal(object)
    pen_released = Signal()
    zoomed = Signal(float)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._blocks = Blocks(canvas)
        self._zoom = 1.0
        self._corner = QPointF()  # of the canvas, in widget coordinates
        self._fits = True  # follows the widget's size until the artist zooms or pans
        self._space_held = False
        self._pan_from: QPointF | None = None
        self._drawing = False
        self._outline_px = 0.0
        self._pointer: QPointF | None = None
        self._overlay: Image | None = None
        self._decorations: list[Callable[[QPainter], None]] = []
        self._checks = _checks()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    # ------------------------------------------------------------------------------------------ showing

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        """Show `canvas`; `tiles` are the places where it differs from the last, found out if not given."""
        resized = (canvas.width_px, canvas.height_px) != (self._canvas.width_px, self._canvas.height_px)
        self._canvas = canvas
        self._blocks.show(canvas, tiles)
        if resized:
            self.fit()
        self.update()

    def show_overlay(self, picture: Image | None) -> None:
        """Show `picture` over the canvas, as large as fits, until called with None."""
        self._overlay = picture
        self.update()

    def decorate(self, paint: Callable[[QPainter], None]) -> None:
        """Call `paint` after the picture at each repaint, in widget coordinates: marks that are no paint."""
        self._decorations.append(paint)

    def set_outline(self, radius_px: float) -> None:
        """Show the brush as a circle of this radius in canvas pixels; 0 for none."""
        self._outline_px = radius_px
        self._choose_cursor()
        self.update()

    @property
    def zoom(self) -> float:
        """Screen pixels a canvas pixel."""
        return self._zoom

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom so that what lies under `anchor` (widget coordinates; the middle if None) stays there."""
        self._fits = False
        self._zoom_to(zoom, anchor or QRectF(self.rect()).center())

    def step_zoom(self, direction: int) -> None:
        """To the next larger (1) or smaller (-1) of the usual steps."""
        if direction > 0:
            self.set_zoom(next((z for z in ZOOM_STEPS if z > self._zoom * 1.01), ZOOM_STEPS[-1]))
        else:
            self.set_zoom(next((z for z in reversed(ZOOM_STEPS) if z < self._zoom / 1.01), ZOOM_STEPS[0]))

    def fit(self) -> None:
        """Show the whole canvas, and keep doing so as the widget's size changes."""
        self._fits = True
        room = QSize(max(1, self.width() - 2 * _MARGIN_PX), max(1, self.height() - 2 * _MARGIN_PX))
        zoom = min(
            room.width() / self._canvas.width_px, room.height() / self._canvas.height_px, ZOOM_STEPS[-1]
        )
        self._zoom = max(zoom, ZOOM_STEPS[0] / 4)
        size = QPointF(self._canvas.width_px, self._canvas.height_px) * self._zoom
        self._corner = QRectF(self.rect()).center() - size / 2
        self.zoomed.emit(self._zoom)
        self.update()

    def to_canvas(self, point: QPointF) -> QPointF:
        """Widget coordinates to canvas pixels."""
        return (point - self._corner) / self._zoom

    def to_widget(self, point: QPointF) -> QPointF:
        """Canvas pixels to widget coordinates."""
        return point * self._zoom + self._corner

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        held = self.to_canvas(anchor)
        self._zoom = min(max(zoom, ZOOM_STEPS[0] / 4), ZOOM_STEPS[-1])
        self._corner = anchor - held * self._zoom
        self.zoomed.emit(self._zoom)
        self.update()

    def _pan(self, by: QPointF) -> None:
        self._fits = False
        self._corner += by
        self.update()

    # ----------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.DESK))
        canvas = QRectF(self._corner, self.to_widget(self._size())).toAlignedRect()
        if self._canvas.background is None or self._canvas.background >> 24 < 255:
            painter.setBrushOrigin(canvas.topLeft())
            painter.fillRect(canvas, self._checks)
        self._paint_blocks(painter, event.rect())
        if self._overlay is not None:
            self._paint_overlay(painter, canvas, self._overlay)
        painter.setPen(QPen(QColor(theme.LINE_STRONG), 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(canvas.adjusted(-1, -1, 0, 0))
        for decoration in self._decorations:
            painter.save()
            decoration(painter)
            painter.restore()
        if self._outline_px and self._pointer is not None and self._pan_from is None and not self._space_held:
            self._paint_outline(painter, self._pointer)
        painter.end()

    def _paint_blocks(self, painter: QPainter, exposed: QRect) -> None:
        device_zoom = self._zoom * self.devicePixelRatioF()
        level = max(0, math.floor(math.log2(1 / device_zoom))) if device_zoom < 1 else 0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, device_zoom < 2)
        until, late = perf_counter() + _BUDGET_S, False
        for at in self._visible(exposed):
            # whole screen pixels: fractional edges would let the desk shine through between blocks
            rect = self._blocks.rect(at)
            left_top = self.to_widget(QPointF(rect.topLeft()))
            right_bottom = self.to_widget(QPointF(rect.x() + rect.width(), rect.y() + rect.height()))
            x, y = round(left_top.x()), round(left_top.y())
            target = QRect(x, y, round(right_bottom.x()) - x, round(right_bottom.y()) - y)
            if self._blocks.fresh(at) or perf_counter() < until:
                painter.drawImage(target, self._blocks.image(at, level))
                continue
            late = True
            if (old := self._blocks.old_image(at)) is not None:
                painter.drawImage(target, old)
        if late:
            self.update()

    @staticmethod
    def _paint_overlay(painter: QPainter, canvas: QRect, picture: Image) -> None:
        image = QImage(
            picture.pixels.data,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        )
        size = image.size().scaled(canvas.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(canvas.topLeft(), size)
        target.moveCenter(canvas.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)

    def _visible(self, exposed: QRect) -> list[At]:
        a, b = self.to_canvas(QPointF(exposed.topLeft())), self.to_canvas(QPointF(exposed.bottomRight()))
        last_x, last_y = (self._canvas.width_px - 1) // BLOCK_PX, (self._canvas.height_px - 1) // BLOCK_PX
        columns = range(max(0, int(a.x() // BLOCK_PX)), min(last_x, int(b.x() // BLOCK_PX)) + 1)
        rows = range(max(0, int(a.y() // BLOCK_PX)), min(last_y, int(b.y() // BLOCK_PX)) + 1)
        return [(bx, by) for by in rows for bx in columns]

    def _paint_outline(self, painter: QPainter, centre: QPointF) -> None:
        radius = max(1.5, self._outline_px * self._zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.DESK, 2.5), (theme.TEXT, 1.0)):  # seen on dark and on light paint
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(centre, radius, radius)

    def _size(self) -> QPointF:
        return QPointF(self._canvas.width_px, self._canvas.height_px)

    # ------------------------------------------------------------------------------------------- input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space_held
        ):
            self._pan_from = event.position()
            self._choose_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pen_down(self._point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pan_from is not None:
            self._pan(event.position() - self._pan_from)
            self._pan_from = event.position()
        elif self._drawing:
            self.pen_moved.emit(self._point(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        if self._pan_from is not None:
            self._pan_from = None
            self._choose_cursor()
        else:
            self._pen_up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._pointer = event.position()
        eraser_end = event.pointerType() == QPointingDevice.PointerType.Eraser
        point = self._point(event.position(), event.pressure(), eraser_end)
        if event.type() == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            if self._space_held:
                event.ignore()  # comes back as a mouse press, which pans
                return
            self._pen_down(point)
        elif event.type() == QEvent.Type.TabletMove and self._drawing:
            self.pen_moved.emit(point)
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_up()
        else:
            event.ignore()
            return
        event.accept()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.2 ** (delta.y() / _WHEEL_STEP), event.position())
        elif not event.pixelDelta().isNull():
            self._pan(QPointF(event.pixelDelta()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(QPointF(delta.y() or delta.x(), 0) / 2)
        else:
            self._pan(QPointF(delta) / 2)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.set_zoom(self._zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = True
            self._choose_cursor()
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._choose_cursor()
        else:
            super().keyReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = False
        self._choose_cursor()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    def _pen_down(self, point: PenPoint) -> None:
        self._drawing = True
        self.pen_pressed.emit(point)

    def _pen_up(self) -> None:
        if self._drawing:
            self._drawing = False
            self.pen_released.emit()

    def _point(self, at: QPointF, pressure: float = 1.0, eraser_end: bool = False) -> PenPoint:
        on_canvas = self.to_canvas(at)
        return PenPoint(on_canvas.x(), on_canvas.y(), pressure, eraser_end)

    def _choose_cursor(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)


def _checks() -> QBrush:
    """The chequered ground behind transparent pictures."""
    side = 8
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(QColor(theme.LINE))
    painter = QPainter(tile)
    for x, y in ((0, 0), (side, side)):
        painter.fillRect(x, y, side, side, QColor(theme.LINE_STRONG))
    painter.end()
    return QBrush(tile)
