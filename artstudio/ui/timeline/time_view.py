"""What every view along the time axis does alike: a cached picture, the playhead over it, the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import frame_for_keys_only, paint_ring
from artstudio.ui.timeline.colours import faded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from artstudio.ui.timeline.axes import TimeAxis
    from artstudio.ui.timeline.view import View

WHEEL_NOTCH = 120  # eighths of a degree that one notch of a wheel reports
SCROLL_PX = 60  # a notch
ZOOM = 1.25  # a notch
HINT_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap  # of a sentence in an empty view


def notches(event: QWheelEvent) -> float:
    """How far the wheel went; upwards is positive. Alt turns a wheel sideways on some systems."""
    turned = event.angleDelta()
    return (turned.y() or turned.x()) / WHEEL_NOTCH


class TimeView(QWidget):
    """Subclasses paint what changes seldom in `paint_picture`, the rest in `paint_overlay`.

    The playhead then costs one narrow strip a frame, whatever the picture holds.
    """

    def __init__(self, view: View, time: TimeAxis) -> None:
        super().__init__()
        self.view = view
        self.time = time
        self._picture = QPixmap()
        self._stale = True  # the picture is painted anew, into the same memory
        self._playhead_x = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        time.changed.connect(self.refresh)
        view.music_changed.connect(self.refresh)
        view.options_changed.connect(self.refresh)
        view.loop_changed.connect(self.refresh)
        theme.changes.changed.connect(self.refresh)
        view.playhead_moved.connect(self._move_playhead)
        frame_for_keys_only(self)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint everything that holds still while the music plays."""
        raise NotImplementedError

    def paint_overlay(self, painter: QPainter) -> None:
        """Paint what follows the mouse."""

    def refresh(self) -> None:
        """The picture no longer holds."""
        self._stale = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale:
            self._stale = False
            self._picture = self.sized(self._picture)
            self._picture.fill(QColor(theme.DESK))
            painter = QPainter(self._picture)
            self.paint_picture(painter)
            painter.end()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._picture)
        self.paint_overlay(painter)
        self._playhead_x = self.time.x(self.view.playhead_tick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self._playhead_x - 0.75, 0, 1.5, self.height()), QColor(theme.TEXT))
        paint_ring(painter, self)
        painter.end()

    def sized(self, pixmap: QPixmap) -> QPixmap:
        """`pixmap` if it is as large as this view, else a new one; what it shows does not matter."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if pixmap.size() != size or pixmap.devicePixelRatioF() != ratio:
            pixmap = QPixmap(size)
            pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def paint_loop(self, painter: QPainter) -> None:
        """Dim what lies outside the loop."""
        if self.view.loop.playing:
            left, right = self.time.x(self.view.loop.start), self.time.x(self.view.loop.end)
            shade = faded(theme.DESK, 0.28)
            painter.fillRect(QRectF(QPointF(0, 0), QPointF(left, self.height())), shade)
            painter.fillRect(QRectF(QPointF(right, 0), QPointF(self.width(), self.height())), shade)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stale = True
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        time, turned = self.time, notches(event)
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier and not held & Qt.KeyboardModifier.ShiftModifier:
            time.zoom(ZOOM**turned, event.position().x())
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.wheel_zoom_down(ZOOM**turned, event.position().y())
        elif held & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
            time.scroll_to(time.left_px - turned * SCROLL_PX)
        else:
            self.wheel_scroll_down(-turned * SCROLL_PX)
        event.accept()

    def wheel_zoom_down(self, factor: float, y_px: float) -> None:
        """Ctrl+Shift+wheel: zoom across the time axis, where there is something to zoom."""

    def wheel_scroll_down(self, by_px: float) -> None:
        """A plain wheel; along the time axis where there is nothing to scroll downwards."""
        self.time.scroll_to(self.time.left_px + by_px)

    def _move_playhead(self) -> None:
        height = self.height()
        for x in (self._playhead_x, self.time.x(self.view.playhead_tick)):
            self.update(QRect(int(x) - 8, 0, 17, height))
