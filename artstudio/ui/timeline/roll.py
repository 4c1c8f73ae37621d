"""The piano roll: the notes of the selected track, and the mouse over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen, QPixmap

from artstudio.ui import theme
from artstudio.ui.timeline import gestures, note_edits
from artstudio.ui.timeline.colours import faded
from artstudio.ui.timeline.gestures import Hit, Marquee, Pointer
from artstudio.ui.timeline.grid_paint import lit_pitches, paint_lines, paint_margin, paint_rows
from artstudio.ui.timeline.note_layers import paint_ghosts, paint_names, paint_notes, paint_preview
from artstudio.ui.timeline.note_words import spoken
from artstudio.ui.timeline.time_view import HINT_FLAGS, TimeView, notches
from artstudio.ui.timeline.view import Tool

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from artstudio.sdk import Notes
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.gestures import Gesture
    from artstudio.ui.timeline.view import View

EDGE_PX = 6.0  # how near its end a note is taken by the end
NEAR_PX = 2.0  # a note of one pixel can still be hit


class PianoRoll(TimeView):
    """Shows and edits the notes of the editor's track."""

    accessible_role = QAccessible.Role.Canvas

    track_wanted = Signal()  # there is none to write on
    pointed = Signal(float, int)  # tick and pitch under the mouse; pitch -1: the mouse has left

    def __init__(self, view: View, editor: NoteEditor) -> None:
        super().__init__(view, view.time)
        self.editor = editor
        self._ground = QPixmap()  # what lies under the notes
        self._ground_stale = True
        self._rows = QPixmap()  # what stays when the view moves through time
        self._rows_shown: tuple[object, ...] = ()
        self._preview: Notes | None = None
        self._gesture: Gesture | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 40)
        self.setAccessibleName(self.tr("Piano roll"))
        view.pitch.changed.connect(self.refresh)
        editor.changed.connect(self._refresh_notes)
        editor.interrupted.connect(self._forget_gesture)

    def set_preview(self, notes: Notes | None) -> None:
        """Show notes that are being made, in the accent colour."""
        if notes is not self._preview:
            self._preview = notes
            self._refresh_notes()

    # ------------------------------------------------------------------------------------------ painting

    def refresh(self) -> None:
        self._ground_stale = True
        super().refresh()

    def _refresh_notes(self) -> None:
        super().refresh()
        if not self.editor.drafting:
            self.setAccessibleDescription(spoken(self.editor, self.view))

    def paint_picture(self, painter: QPainter) -> None:
        if self._ground_stale:
            self._ground_stale = False
            self._paint_ground()
        painter.drawPixmap(0, 0, self._ground)
        paint_notes(painter, self.view, self.editor)
        paint_names(painter, self.view, self.editor)
        if self._preview is not None:
            paint_preview(painter, self.view, self._preview)
        self.paint_loop(painter)

    def _paint_ground(self) -> None:
        self._paint_rows()
        self._ground = self.sized(self._ground)
        painter = QPainter(self._ground)
        painter.drawPixmap(0, 0, self._rows)
        paint_lines(painter, self.view, self.time, self.height())
        if self.view.ghosts:
            paint_ghosts(painter, self.view, self.editor.session.selection.track_id)
        paint_margin(painter, self.time, self.height())
        painter.end()

    def _paint_rows(self) -> None:
        pitch, lit = self.view.pitch, lit_pitches(self.view)
        shown = (self.size(), self.devicePixelRatioF(), pitch.top_px, pitch.row_px, lit, theme.DESK)
        if shown != self._rows_shown:
            self._rows_shown = shown
            self._rows = self.sized(self._rows)
            painter = QPainter(self._rows)
            paint_rows(painter, pitch, lit, self.width(), self.height())
            painter.end()

    def paint_overlay(self, painter: QPainter) -> None:
        if isinstance(self._gesture, Marquee) and self._gesture.dragged:
            a, b = self._gesture.from_, self._gesture.to
            x0, x1 = self.view.time.x(a.tick), self.view.time.x(b.tick)
            box = QRectF(QPointF(x0, a.y_px), QPointF(x1, b.y_px)).normalized()
            painter.fillRect(box, faded(theme.ACCENT, 0.14))
            painter.setPen(QPen(QColor(theme.ACCENT), 1))
            painter.drawRect(box)
        elif not len(self.editor.notes) and self._preview is None:
            painter.setPen(QColor(theme.TEXT_DIM))
            hint = self.tr("Click with the pencil to write a note, or drop a MIDI file here.")
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), HINT_FLAGS, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ground_stale = True
        super().resizeEvent(event)
        self.view.time.set_width(self.width())
        self.view.pitch.set_height(self.height())

    # --------------------------------------------------------------------------------------------- mouse

    def hit(self, x_px: float, y_px: float) -> Hit | None:
        """The uppermost note at a place, and whether at an end of it."""
        time = self.view.time
        near = NEAR_PX / time.px_per_tick
        tick = time.tick(x_px)
        index = self.editor.index
        run = index.between(tick - near, tick + near)
        starts, ends = index.starts[run], index.ends[run]
        at_pitch = index.notes["pitch"][run] == self.view.pitch.pitch(y_px)
        for slack in (0.0, near):
            found = np.flatnonzero(at_pitch & (starts - slack <= tick) & (tick < ends + slack))
            if len(found):
                note = int(found[-1])
                left, right = time.x(float(starts[note])), time.x(float(ends[note]))
                edge = min(EDGE_PX, (right - left) / 4)
                part = "right" if x_px >= right - edge else "left" if x_px < left + edge else "body"
                return Hit(run.start + note, part)  # type: ignore[arg-type]  # mypy widens the literal
        return None

    def _pointer(self, event: QMouseEvent) -> Pointer:
        at, held = event.position(), event.modifiers()
        return Pointer(
            at.x(),
            at.y(),
            max(0.0, self.view.time.tick(at.x())),
            self.view.pitch.pitch(at.y()),
            shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
            free=bool(held & Qt.KeyboardModifier.AltModifier),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        erase = event.button() == Qt.MouseButton.RightButton
        if self._gesture or not (erase or event.button() == Qt.MouseButton.LeftButton):
            return
        at = self._pointer(event)
        if self.editor.track is None and not erase and self.view.tool is Tool.PENCIL:
            self.track_wanted.emit()
        self._gesture = gestures.begin(self.editor, self.view, at, self.hit(at.x_px, at.y_px), erase=erase)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._pointer(event)
        self.pointed.emit(at.tick, at.pitch)
        if self._gesture is None:
            self._show_cursor(self.hit(at.x_px, at.y_px))
            return
        self._scroll_along(at)
        self._gesture.move(at)
        if isinstance(self._gesture, Marquee):
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture and not event.buttons():
            gesture, self._gesture = self._gesture, None
            gesture.finish()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (
            self.view.tool is Tool.SELECT
            and event.button() == Qt.MouseButton.LeftButton
            and self.editor.track
        ):
            at = self._pointer(event)
            if self.hit(at.x_px, at.y_px) is None:  # the way to write a note without changing tools
                self._gesture = gestures.Draw(self.editor, self.view, at)
                return
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the right button erases

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gesture:
            gesture, self._gesture = self._gesture, None
            gesture.cancel()
            self.update()
        elif event.key() == Qt.Key.Key_Escape and self.editor.chosen.any():
            self.editor.choose(np.zeros(len(self.editor.notes), bool))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(0.0, -1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        hit = self.hit(event.position().x(), event.position().y())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and hit:
            self._change_velocity(hit.note, round(4 * notches(event)))
            event.accept()
        else:
            super().wheelEvent(event)

    def wheel_zoom_down(self, factor: float, y_px: float) -> None:
        self.view.pitch.zoom(factor, y_px)

    def wheel_scroll_down(self, by_px: float) -> None:
        self.view.pitch.scroll_to(self.view.pitch.top_px + by_px)

    def _change_velocity(self, note: int, change: int) -> None:
        editor = self.editor
        chosen = editor.chosen if editor.chosen[note] else note_edits.mask_of(note, len(editor.notes))
        notes = note_edits.louder(editor.notes, chosen, change)
        editor.put(self.tr("Velocity"), notes, chosen, run=f"wheel {note}")
        editor.velocity = int(notes["velocity"][note])

    def _scroll_along(self, at: Pointer) -> None:
        """A drag beyond an edge takes the view along."""
        time, pitch = self.view.time, self.view.pitch
        if at.x_px < 0 or at.x_px > self.width():
            time.scroll_to(time.left_px + (at.x_px if at.x_px < 0 else at.x_px - self.width()) / 2)
        if at.y_px < 0 or at.y_px > self.height():
            pitch.scroll_to(pitch.top_px + (at.y_px if at.y_px < 0 else at.y_px - self.height()) / 2)

    def _show_cursor(self, hit: Hit | None) -> None:
        if self.view.tool is Tool.ERASER:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit is None:
            shape = (
                Qt.CursorShape.CrossCursor if self.view.tool is Tool.PENCIL else Qt.CursorShape.ArrowCursor
            )
        else:
            shape = Qt.CursorShape.SizeAllCursor if hit.part == "body" else Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)

    def _forget_gesture(self) -> None:
        self._gesture = None
        self.update()
