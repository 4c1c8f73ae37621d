"""The canvas on screen: shows it, zooms, pans, turns and mirrors it, and says where the pen goes.

Knows no document edits. Repaints only what changed: what a stroke touched, where the brush's outline was.
"""

from __future__ import annotations

import copy
import math
from functools import reduce
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from artstudio.documents.tiles import TILE
from artstudio.ui import theme
from artstudio.ui.canvas import view_paint as paint
from artstudio.ui.canvas.blocks import Blocks
from artstudio.ui.canvas.pen import PenPoint
from artstudio.ui.viewport import ZOOM_STEPS, Viewport

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QTabletEvent, QWheelEvent

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import At
    from artstudio.sdk import Image
    from artstudio.ui.canvas.blocks import Painted

TURN_STEP: Final = 15.0  # degrees

_WHEEL_STEP: Final = 120.0
_CATCH_UP_MS: Final = 100
_SINGLE_TILES: Final = 64  # when more have changed, one rectangle around them is repainted


class CanvasView(QWidget):
    """One canvas. The pen's signals carry a `PenPoint`."""

    accessible_role = QAccessible.Role.Canvas
    pen_pressed = Signal(object)
    pen_moved = Signal(object)
    pen_released = Signal()
    zoomed = Signal(float)
    turned = Signal(float, bool)  # degrees clockwise; whether it is mirrored

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas, self._blocks = canvas, Blocks(canvas)
        self._port = Viewport()
        self._fits = True  # follows the widget's size until the artist zooms or pans
        self._space_held = self._drawing = False
        self._drag_from: QPointF | None = None
        self._turns = False  # dragging turns the canvas instead of moving it
        self._outline_px = 0.0
        self._pointer: QPointF | None = None
        self._overlay: Image | QImage | None = None
        self._decorations: list[Callable[[QPainter], None]] = []
        self._checks = paint.checks()
        theme.changes.changed.connect(self._show_theme)
        self._catches_up = False
        self._catching_up = QTimer(self, singleShot=True, interval=_CATCH_UP_MS)
        self._catching_up.timeout.connect(self._catch_up)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        """Show `canvas`; `tiles` are the places where it differs from the last, found out if not given."""
        resized = (canvas.width_px, canvas.height_px) != (self._canvas.width_px, self._canvas.height_px)
        self._canvas = canvas
        places = self._blocks.show(canvas, tiles)
        if resized:
            self.fit()
        if places is None:
            self.update()
        else:
            self._repaint(places)

    def begin_stroke(self, canvas: Canvas, layer_id: str, painted: Painted) -> bool:
        """Show `canvas` with the layer `layer_id` as `painted` has it, until the next `show_canvas`."""
        self._canvas = canvas
        self._blocks.begin(canvas, layer_id, painted)
        return True

    def stroke_changed(self, boxes: Iterable[tuple[int, int, int, int]]) -> None:
        """What is painted changed in these boxes: left, top, right, bottom in canvas pixels."""
        for left, top, right, bottom in boxes:
            rect = QRect(left, top, right - left, bottom - top)
            self._blocks.touch(rect)
            self.update(self._port.box(QRectF(rect)))

    def restack_stroke(self, canvas: Canvas, tiles: Collection[At]) -> None:
        """While a stroke is drawn, show `canvas`, where layers above that one differ in these tiles."""
        self._canvas = canvas
        self._blocks.restack(canvas, tiles)
        self._repaint(tiles)

    def _repaint(self, tiles: Collection[At]) -> None:
        boxes = [QRect(tx * TILE, ty * TILE, TILE, TILE) for tx, ty in tiles]
        if len(boxes) > _SINGLE_TILES:
            boxes = [reduce(QRect.united, boxes)]
        for box in boxes:
            self.update(self._port.box(QRectF(box)))

    def show_overlay(self, picture: Image | QImage | None) -> None:
        """Show `picture` over the canvas, as large as fits, until called with None."""
        self._overlay = picture
        self.update()

    def decorate(self, paint: Callable[[QPainter], None]) -> None:
        """Call `paint` after the picture at each repaint, in widget coordinates: marks that are no paint."""
        self._decorations.append(paint)

    def update_marks(self) -> None:
        """Repaint, because what `decorate` was given would look different now."""
        self.update()

    def set_outline(self, radius_px: float) -> None:
        """Show the brush as a circle of this radius in canvas pixels; 0 for none."""
        self._update_outline()
        self._outline_px = radius_px
        self._choose_cursor()
        self._update_outline()

    @property
    def zoom(self) -> float:
        """Screen pixels a canvas pixel."""
        return self._port.zoom

    @property
    def angle(self) -> float:
        """Degrees by which the canvas is turned clockwise, 0-360."""
        return self._port.angle

    @property
    def mirrored(self) -> bool:
        """Whether left and right are exchanged on screen."""
        return self._port.mirrored

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom so that what lies under `anchor` (widget coordinates; the middle if None) stays there."""
        self._fits = False
        self._port.zoom_to(zoom, anchor or self._middle())
        self._show_port()

    def step_zoom(self, direction: int) -> None:
        """To the next larger (1) or smaller (-1) of the usual steps."""
        steps = ZOOM_STEPS if direction > 0 else ZOOM_STEPS[::-1]
        beyond = (z for z in steps if (z > self.zoom * 1.01 if direction > 0 else z < self.zoom / 1.01))
        self.set_zoom(next(beyond, steps[-1]))

    def turn_to(self, degrees: float) -> None:
        """Turn the canvas about the view's middle to this angle, clockwise."""
        self._port.turn_to(degrees, self._middle())
        self._refit()

    def set_mirrored(self, on: bool) -> None:
        """Exchange left and right on screen; the picture stays as it is."""
        self._port.mirror(on, self._middle())
        self._refit()

    def fit(self) -> None:
        """Show the whole canvas, and keep doing so as the widget's size changes."""
        self._fits = True
        self._refit()

    def standing(self) -> tuple[bool, Viewport]:
        """How the canvas lies in the view, for `resume` of another one."""
        return self._fits, self._port

    def resume(self, standing: tuple[bool, Viewport]) -> None:
        """Lay the canvas as it lay in another view."""
        self._fits, port = standing
        self._port = copy.copy(port)
        self._show_port()

    def to_canvas(self, point: QPointF) -> QPointF:
        """Widget coordinates to canvas pixels."""
        return self._port.to_canvas(point)

    def to_widget(self, point: QPointF) -> QPointF:
        """Canvas pixels to widget coordinates."""
        return self._port.to_widget(point)

    def _refit(self) -> None:
        if self._fits:
            self._port.fit(QSizeF(self._size()), QRectF(self.rect()))
        self._show_port()

    def _show_port(self) -> None:
        self.zoomed.emit(self.zoom)
        self.turned.emit(self.angle, self.mirrored)
        self.update()

    def _pan(self, by: QPointF) -> None:
        self._fits = False
        self._port.pan(by)
        self.update()

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _size(self) -> QSize:
        return QSize(self._canvas.width_px, self._canvas.height_px)

    def _show_theme(self) -> None:
        self._checks = paint.checks()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, port, size, exposed = QPainter(self), self._port, self._size(), event.rect()
        painter.fillRect(exposed, QColor(theme.DESK))
        if self._canvas.background is None or self._canvas.background >> 24 < 255:
            paint.paint_ground(painter, port, size, self._checks)
        # during a stroke its own blocks come first; the others are caught up with now and then
        budget_s = 0.0 if self._blocks.painted_on and not self._catches_up else paint.BUDGET_S
        self._catches_up = False
        late = paint.paint_blocks(
            painter, port, self._blocks, size, exposed, self.devicePixelRatioF(), budget_s
        )
        if self._overlay is not None:
            paint.paint_overlay(painter, port, size, self._overlay)
        if self.zoom >= paint.GRID_FROM_ZOOM:
            paint.paint_grid(painter, port, size, exposed)
        paint.paint_edge(painter, port, size)
        for decoration in self._decorations:
            painter.save()
            decoration(painter)
            painter.restore()
        if (radius := self._outline_radius()) and self._pointer is not None:
            paint.paint_outline(painter, self._pointer, radius)
        painter.end()
        if not late.isEmpty():
            if self._blocks.painted_on:
                self._catching_up.start()
            else:
                self.update(late)

    def _catch_up(self) -> None:
        self._catches_up = True
        self.update()

    def _outline_radius(self) -> float:
        """In widget pixels; 0 where none is to be seen."""
        hidden = not self._outline_px or self._drag_from is not None or self._space_held
        return 0.0 if hidden else max(1.5, self._outline_px * self.zoom)

    def _update_outline(self) -> None:
        if self._pointer is not None and (radius := self._outline_radius()):
            reach = math.ceil(radius) + 3
            at = self._pointer.toPoint()
            self.update(QRect(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))

    def _point_at(self, pointer: QPointF | None) -> None:
        self._update_outline()
        self._pointer = pointer
        self._update_outline()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space_held
        ):
            self._update_outline()
            self._drag_from = event.position()
            self._turns = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pen_down(self._point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())
        if self._drag_from is not None:
            self._drag(self._drag_from, event.position())
            self._drag_from = event.position()
        elif self._drawing:
            self.pen_moved.emit(self._point(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        if self._drag_from is not None:
            self._drag_from = None
            self._choose_cursor()
            self._update_outline()
        else:
            self._pen_up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._point_at(event.position())
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.2 ** (delta.y() / _WHEEL_STEP), event.position())
        elif not event.pixelDelta().isNull():
            self._pan(QPointF(event.pixelDelta()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(QPointF(delta.y() or delta.x(), 0) / 2)
        else:
            self._pan(QPointF(delta) / 2)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self.zoom * (1 + event.value()), event.position())
                return True
            if event.gestureType() == Qt.NativeGestureType.RotateNativeGesture:
                self._turn_by(event.value(), event.position())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(True)
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    def _hold_space(self, held: bool) -> None:
        self._update_outline()
        self._space_held = held
        self._update_outline()
        self._choose_cursor()

    def _drag(self, start: QPointF, end: QPointF) -> None:
        if not self._turns:
            self._pan(end - start)
            return
        middle = self._middle()
        before, after = start - middle, end - middle
        turned = math.atan2(after.y(), after.x()) - math.atan2(before.y(), before.x())
        self._turn_by(math.degrees(turned), middle)

    def _turn_by(self, degrees: float, anchor: QPointF) -> None:
        self._port.turn_to(self.angle + degrees, anchor)
        self._show_port()

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
        shapes = Qt.CursorShape
        idle = shapes.OpenHandCursor if self._space_held else shapes.CrossCursor
        self.setCursor(idle if self._drag_from is None else shapes.ClosedHandCursor)
