"""The lane below the roll: how hard each note is struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter

from artstudio.ui import theme
from artstudio.ui.timeline import note_edits, raster
from artstudio.ui.timeline.colours import faded, mix, pixel
from artstudio.ui.timeline.grid_paint import paint_lines, paint_margin
from artstudio.ui.timeline.note_layers import colour_of
from artstudio.ui.timeline.time_view import TimeView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View

REACH_PX = 5.0  # a bar this near is meant
BAR_PX, HEAD_PX = 3, 3
TOP_PX = 4


class VelocityLane(TimeView):
    """A bar a note; dragging across sets them, only the chosen ones where some are chosen."""

    accessible_role = QAccessible.Role.Canvas

    def __init__(self, view: View, editor: NoteEditor) -> None:
        super().__init__(view, view.time)
        self.editor = editor
        self._last: tuple[float, float] | None = None
        self.setMinimumHeight(36)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Velocity"))
        self.setToolTip(self.tr("Drag across to set how hard the notes are struck"))
        editor.changed.connect(self.refresh)
        editor.interrupted.connect(self._forget)

    def paint_picture(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(theme.SUNKEN))
        paint_lines(painter, self.view, self.time, self.height())
        for share in (0.5, 1.0):
            painter.fillRect(QRectF(0, round(self._y(127 * share)), self.width(), 1), faded(theme.LINE, 0.7))
        paint_margin(painter, self.time, self.height())
        track = self.editor.track
        if track:
            ratio = self.devicePixelRatioF()
            raster.draw(painter, self._bars(colour_of(self.view, track), ratio))
        self.paint_loop(painter)

    def _bars(self, colour: str, ratio: float) -> raster.Colours:
        """The bars as pixels: the highest where several share a place, chosen ones over the others."""
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        index = self.editor.index
        run = index.between(*self.view.time.span())
        notes, chosen = index.notes[run], self.editor.chosen[run]
        x = np.floor(notes["start"] * self.view.time.px_per_tick * ratio - self.view.time.left_px * ratio)
        picture = np.zeros((height, width), np.uint32)
        line = np.arange(height, dtype=np.int16)[:, None]
        selected = mix(colour, theme.TEXT, 0.72)
        thick = round(BAR_PX * ratio)
        for some, shade in ((~chosen, QColor(colour)), (chosen, selected)):
            heights = np.zeros(width + thick, np.int16)
            tall = np.round(notes["velocity"][some] / 127 * (self.height() - TOP_PX) * ratio).astype(np.int16)
            at = x[some].astype(np.int64)
            inside = (at >= 0) & (at < width)
            np.maximum.at(heights, at[inside], tall[inside])
            for _ in range(1, thick):
                heights[1:] = np.maximum(heights[1:], heights[:-1])
            columns = np.flatnonzero(heights[:width])
            from_top = line - (height - heights[columns])
            body, head = np.uint32(pixel(mix(shade, theme.DESK, 0.45))), np.uint32(pixel(shade))
            bars = np.where(
                from_top >= HEAD_PX * ratio, body, np.where(from_top >= 0, head, picture[:, columns])
            )
            picture[:, columns] = bars
        return picture

    def _y(self, velocity: float) -> float:
        return self.height() - velocity / 127 * (self.height() - TOP_PX)

    def _velocity(self, y_px: float) -> float:
        return min(max((self.height() - y_px) / (self.height() - TOP_PX) * 127, 1.0), 127.0)

    # --------------------------------------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.editor.track:
            self._last = (event.position().x(), event.position().y())
            self._sweep(*self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last:
            self._sweep(event.position().x(), event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._last and not event.buttons():
            self._last = None
            self.editor.keep(self.tr("Velocity"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._last:
            self._last = None
            self.editor.drop()
        else:
            super().keyPressEvent(event)

    def _sweep(self, x_px: float, y_px: float) -> None:
        """Set what lies between the last place of the mouse and this one, along the line of the hand."""
        assert self._last is not None
        (x0, y0), self._last = self._last, (x_px, y_px)
        notes, chosen, time = self.editor.notes, self.editor.chosen, self.view.time
        at = notes["start"] * time.px_per_tick - time.left_px + BAR_PX / 2
        left, right = min(x0, x_px) - REACH_PX, max(x0, x_px) + REACH_PX
        meant = (at >= left) & (at <= right)
        if chosen.any():
            meant &= chosen
        if not meant.any():
            return
        (xa, ya), (xb, yb) = sorted([(x0, y0), (x_px, y_px)])
        y = np.interp(at[meant], [xa, xb], [ya, yb]) if xa < xb else np.full(int(meant.sum()), y_px)
        velocity = np.array([self._velocity(float(one)) for one in y])
        self.editor.sketch(note_edits.with_velocity(notes, meant, velocity), chosen)
        self.editor.velocity = round(float(velocity[-1]))

    def _forget(self) -> None:
        self._last = None
