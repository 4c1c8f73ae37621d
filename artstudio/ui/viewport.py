"""How the canvas lies in the view: moved, zoomed, turned and mirrored. Geometry only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPolygonF, QTransform

ZOOM_STEPS: Final = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0, 16.0, 32.0)
_MARGIN_PX: Final = 24


class Viewport:
    """A place, a zoom, an angle and whether left and right are exchanged.

    What changes one of these keeps the canvas under `anchor` (widget coordinates) where it is.
    """

    def __init__(self) -> None:
        self.zoom = 1.0  # widget pixels a canvas pixel
        self.angle = 0.0  # degrees clockwise, in 0-360
        self.mirrored = False
        self._origin = QPointF()  # of the canvas, in widget coordinates
        self._refresh()

    @property
    def upright(self) -> bool:
        """Neither turned nor mirrored."""
        return self.angle == 0 and not self.mirrored

    @property
    def transform(self) -> QTransform:
        """From canvas pixels to widget coordinates."""
        return self._transform

    def to_canvas(self, point: QPointF) -> QPointF:
        return self._inverse.map(point)

    def to_widget(self, point: QPointF) -> QPointF:
        return self._transform.map(point)

    def outline(self, rect: QRectF) -> QPolygonF:
        """A rectangle of the canvas in the widget."""
        return self._transform.map(QPolygonF(rect))

    def box(self, rect: QRectF) -> QRect:
        """The widget's pixels that a rectangle of the canvas may touch, with room for smoothing."""
        spread = 1 + max(1, round(self.zoom))
        return self._transform.mapRect(rect).toAlignedRect().adjusted(-spread, -spread, spread, spread)

    def canvas_box(self, rect: QRectF) -> QRectF:
        """The smallest upright rectangle of the canvas that holds a rectangle of the widget."""
        return self._inverse.mapRect(rect)

    def zoom_to(self, zoom: float, anchor: QPointF) -> None:
        held = self.to_canvas(anchor)
        self.zoom = min(max(zoom, ZOOM_STEPS[0] / 4), ZOOM_STEPS[-1])
        self._hold(held, anchor)

    def turn_to(self, angle: float, anchor: QPointF) -> None:
        held = self.to_canvas(anchor)
        self.angle = angle % 360.0
        self._hold(held, anchor)

    def mirror(self, on: bool, anchor: QPointF) -> None:
        """Exchange what is seen left and right of `anchor`."""
        if on != self.mirrored:
            held = self.to_canvas(anchor)
            self.mirrored = on
            self.angle = -self.angle % 360.0
            self._hold(held, anchor)

    def pan(self, by: QPointF) -> None:
        self._origin += by
        self._refresh()

    def fit(self, canvas: QSizeF, room: QRectF) -> None:
        """Show the whole canvas in the middle of `room`."""
        turned = QTransform().rotate(self.angle).mapRect(QRectF(QPointF(), canvas)).size()
        wide, high = max(1.0, room.width() - 2 * _MARGIN_PX), max(1.0, room.height() - 2 * _MARGIN_PX)
        zoom = min(wide / turned.width(), high / turned.height(), ZOOM_STEPS[-1])
        self.zoom = max(zoom, ZOOM_STEPS[0] / 4)
        self._hold(QPointF(canvas.width() / 2, canvas.height() / 2), room.center())

    def _hold(self, held: QPointF, anchor: QPointF) -> None:
        self._refresh()
        self._origin += anchor - self.to_widget(held)
        self._refresh()

    def _refresh(self) -> None:
        moved = QTransform().translate(self._origin.x(), self._origin.y())
        turned = moved.rotate(self.angle) if self.angle else moved
        self._transform = turned.scale(-self.zoom if self.mirrored else self.zoom, self.zoom)
        self._inverse = self._transform.inverted()[0]
