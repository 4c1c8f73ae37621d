"""The film over time, above the tracks: clips to move, trim and cut by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtWidgets import QApplication

from artstudio.ui import theme
from artstudio.ui.timeline import film_gestures as gestures
from artstudio.ui.timeline.fields import NameField
from artstudio.ui.timeline.film_gestures import ClipHit, FilmGesture, Move, Spot
from artstudio.ui.timeline.film_paint import (
    EDGE_PX,
    FILM_PX,
    PAD_PX,
    STRIP_PX,
    ClipLook,
    clip_box,
    paint_clip,
    paint_ghost,
    paint_snap,
)  # fmt: skip
from artstudio.ui.timeline.film_time import FilmTime
from artstudio.ui.timeline.grid_paint import paint_lines, paint_margin
from artstudio.ui.timeline.time_view import HINT_FLAGS, TimeView
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPainter

    from artstudio.ui.film.thumbnails import Thumbnails
    from artstudio.ui.timeline.film_editor import FilmEditor
    from artstudio.ui.timeline.view import View

Key = Qt.Key
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_HELD = _ALT | _SHIFT | _CTRL


class FilmLane(TimeView):
    """Shows the film of `editor` on the axis of the overview. Below the clips' ends the ground scrubs."""

    accessible_role = QAccessible.Role.Canvas

    sought = Signal(float)  # a tick
    scrubbed = Signal(bool)  # whether the hand holds the playhead here
    menu_wanted = Signal(QPoint)  # on the screen; what it is about is chosen

    def __init__(self, view: View, editor: FilmEditor, thumbnails: Thumbnails) -> None:
        super().__init__(view, view.overview)
        self.editor, self._thumbnails = editor, thumbnails
        self.frames = FilmTime(view, view.overview, editor)
        self._gesture: FilmGesture | None = None
        self._hover: ClipHit | None = None
        self._name: NameField | None = None
        self._keys = self._key_table()
        self.setFixedHeight(FILM_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Film"))
        editor.changed.connect(self._show_film)
        editor.interrupted.connect(self._forget_gesture)
        thumbnails.came.connect(self.refresh)

    def rename(self) -> None:
        """Let the name of the current clip be typed."""
        clip = next((one for one in self.editor.film.clips if one.id == self.editor.current), None)
        if clip is None:
            return
        box = clip_box(self.frames, clip).intersected(QRectF(0, 0, self.width(), FILM_PX))
        field = self._name = NameField()
        field.setParent(self)
        field.setText(clip.name)
        field.setGeometry(round(box.left()), PAD_PX - 1, max(120, round(box.width())), STRIP_PX + 8)
        field.editingFinished.connect(lambda: self._take_name(field, clip.id))
        field.show()
        field.edit()

    def _take_name(self, field: NameField, clip_id: str) -> None:
        if self._name is field:
            self._name = None
            self.editor.rename(clip_id, field.text())
            field.deleteLater()
            if QApplication.focusWidget() in (None, field):  # ended by a key, not by a click elsewhere
                self.setFocus()

    # ------------------------------------------------------------------------------------------ painting

    def paint_picture(self, painter: QPainter) -> None:
        width = self.width()
        paint_lines(painter, self.view, self.time, FILM_PX)
        paint_margin(painter, self.time, FILM_PX)
        editor, film = self.editor, self.editor.film
        stood = {clip.id: clip.start for clip in editor.kept.clips}
        drags = isinstance(self._gesture, Move) and editor.drafting
        for clip in film.clips:
            chosen = clip.id in editor.chosen
            yields = drags and not chosen and stood.get(clip.id) != clip.start
            hover = self._hover is not None and self._hover.clip.id == clip.id and self._hover.part
            look = ClipLook(chosen, yields, hover if hover in ("left", "right") else "")
            paint_clip(painter, self.frames, clip, self._thumbnails, look, film.fps, width)
        painter.fillRect(QRectF(0, FILM_PX - 1, width, 1), QColor(theme.LINE_STRONG))
        self.paint_loop(painter)

    def paint_overlay(self, painter: QPainter) -> None:
        if not self.editor.film.clips:
            painter.setPen(QColor(theme.TEXT_DIM))
            hint = self.tr("No film yet: let a model make one in the Models panel, and keep it.")
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), HINT_FLAGS, hint)
        gesture = self._gesture
        if isinstance(gesture, Move) and self.editor.drafting:
            for clip in self.editor.kept.clips:
                if clip.id in self.editor.chosen:
                    paint_ghost(painter, self.frames, clip, gesture.by)
        if gesture is not None and gesture.line is not None:
            paint_snap(painter, self.frames.x(gesture.line))

    def _show_film(self) -> None:
        count, chosen = len(self.editor.film.clips), [clip.name for clip in self.editor.chosen_clips]
        words = counted(count, self.tr("{n} clip"), self.tr("{n} clips"))
        self.setAccessibleDescription(", ".join([words, *chosen]))
        self._hover = None
        self.refresh()

    # --------------------------------------------------------------------------------------------- mouse

    def hit(self, x_px: float) -> ClipHit | None:
        """The clip at a place, and whether at an end of it."""
        for clip in self.editor.film.clips:
            box = clip_box(self.frames, clip)
            if box.left() <= x_px < box.right():
                edge = min(EDGE_PX, box.width() / 4)
                if x_px < box.left() + edge:
                    return ClipHit(clip, "left")
                return ClipHit(clip, "right" if x_px >= box.right() - edge else "body")
        return None

    def _spot(self, event: QMouseEvent) -> Spot:
        x, held = event.position().x(), event.modifiers()
        return Spot(
            x, self.frames.frame_at(x), bool(held & _SHIFT), bool(held & _CTRL), bool(held & _ALT)
        )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            return
        at = self._spot(event)
        hit = self.hit(at.x_px)
        if event.button() == Qt.MouseButton.LeftButton:
            self._gesture = gestures.begin(self.editor, self.frames, at, hit, self._scrub)
            if hit is not None and hit.part == "body":
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif hit is not None and hit.clip.id not in self.editor.chosen:
            self.editor.choose([hit.clip.id])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._spot(event)
        if self._gesture is None:
            self._show_hover(self.hit(at.x_px))
            return
        if at.x_px < 0 or at.x_px > self.width():  # a drag beyond an edge takes the view along
            past = at.x_px if at.x_px < 0 else at.x_px - self.width()
            self.time.scroll_to(self.time.left_px + past / 2)
        self._gesture.move(at)
        self.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None and event.button() == Qt.MouseButton.LeftButton:
            gesture, self._gesture = self._gesture, None
            gesture.finish()
            self._show_hover(self.hit(event.position().x()))
            self.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position().x())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self.frames.tick(hit.clip.start))
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._gesture is None:
            self._show_hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == event.Reason.Keyboard and self.editor.chosen_clips:
            box = clip_box(self.frames, self.editor.chosen_clips[0])
            place = self.mapToGlobal(QPoint(round(max(0.0, box.left())) + 8, STRIP_PX))
        self.menu_wanted.emit(place)

    def _show_hover(self, hit: ClipHit | None) -> None:
        if hit is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        elif hit.part == "body":
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        if hit != self._hover:
            self._hover = hit
            self.refresh()

    def _scrub(self, frame: float | None) -> None:
        self.scrubbed.emit(frame is not None)
        if frame is not None:
            self.sought.emit(self.frames.tick(frame))

    def _forget_gesture(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        self.refresh()

    # ---------------------------------------------------------------------------------------------- keys

    def _key_table(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]]:
        editor = self.editor
        return {
            (Key.Key_Left, _NONE): lambda: self._step(-1),
            (Key.Key_Right, _NONE): lambda: self._step(1),
            (Key.Key_Left, _SHIFT): lambda: self._step(-1, add=True),
            (Key.Key_Right, _SHIFT): lambda: self._step(1, add=True),
            (Key.Key_Left, _ALT): lambda: editor.nudge(-1),
            (Key.Key_Right, _ALT): lambda: editor.nudge(1),
            (Key.Key_Left, _ALT | _SHIFT): lambda: editor.nudge_end(-1),
            (Key.Key_Right, _ALT | _SHIFT): lambda: editor.nudge_end(1),
            (Key.Key_Delete, _NONE): editor.delete,
            (Key.Key_Backspace, _NONE): editor.delete,
            (Key.Key_Return, _NONE): self._go_there,
            (Key.Key_Enter, _NONE): self._go_there,
            (Key.Key_S, _NONE): lambda: editor.split(self.frames.playhead),
            (Key.Key_BracketLeft, _NONE): lambda: editor.trim_to("left", self.frames.playhead),
            (Key.Key_BracketRight, _NONE): lambda: editor.trim_to("right", self.frames.playhead),
            (Key.Key_G, _NONE): editor.close_gaps,
            (Key.Key_F2, _NONE): self.rename,
            (Key.Key_Escape, _NONE): self._escape,
        }

    def event(self, event: QEvent) -> bool:
        # the timeline's own keys wait while the lane has the focus and knows the key
        own = isinstance(event, QKeyEvent) and (event.key(), event.modifiers() & _HELD) in self._keys
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get((event.key(), event.modifiers() & _HELD))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _step(self, direction: int, *, add: bool = False) -> None:
        if (clip := self.editor.step(direction, add=add)) is not None:
            self.time.reveal(self.frames.tick(clip.start))

    def _go_there(self) -> None:
        if self.editor.chosen_clips:
            self.sought.emit(self.frames.tick(self.editor.chosen_clips[0].start))

    def _escape(self) -> None:
        if self._gesture is not None:
            self._forget_gesture()
        else:
            self.editor.choose(())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
