"""The ruler: bars and beats, marks of tempo, metre and key, the loop, and where to play from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QHelpEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QToolTip

from artstudio.sdk import Metre, Tempo
from artstudio.ui import theme
from artstudio.ui.timeline.colours import faded, mix
from artstudio.ui.timeline.grid_paint import bar_step
from artstudio.ui.timeline.map_edits import marks
from artstudio.ui.timeline.pitches import key_title
from artstudio.ui.timeline.time_view import TimeView
from artstudio.ui.timeline.view import Loop

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

    from artstudio.ui.timeline.axes import TimeAxis
    from artstudio.ui.timeline.map_edits import Mark
    from artstudio.ui.timeline.view import View

LOOP_PX = 12  # the strip at the top, where the loop is drawn
BARS_PX = 18
MARKS_PX = 16
PLAIN_PX = LOOP_PX + BARS_PX
HEIGHT_PX = PLAIN_PX + MARKS_PX
MIN_NUMBER_PX = 34.0  # room a bar number needs
MIN_BEAT_PX = 9.0
EDGE_PX = 5.0


class Ruler(TimeView):
    """Click to play from there; drag along the top edge to loop."""

    accessible_role = QAccessible.Role.Canvas

    sought = Signal(float)  # tick
    held = Signal(bool)  # whether a hand holds the playhead
    mark_opened = Signal(object, QPointF)  # the mark to change, and where on the screen
    menu_wanted = Signal(int, object, QPointF)  # tick, the mark under the mouse or None, where on the screen

    def __init__(self, view: View, time: TimeAxis, *, marks: bool = True) -> None:
        super().__init__(view, time)
        self._with_marks = marks
        self._marks: list[tuple[QRectF, Mark]] = []
        self._drag = ""  # "", seek, loop, move, start, end
        self._from_tick = 0.0
        self._loop = Loop()
        self.setFixedHeight(HEIGHT_PX if marks else PLAIN_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if marks else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Ruler"))

    def paint_picture(self, painter: QPainter) -> None:
        width = self.width()
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        painter.fillRect(QRectF(0, 0, width, LOOP_PX), QColor(theme.SUNKEN))
        self._paint_loop_strip(painter)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        self._paint_bars(painter)
        bottom = LOOP_PX + BARS_PX
        if self._with_marks:
            painter.fillRect(QRectF(0, bottom, width, MARKS_PX), mix(theme.PANEL, theme.DESK, 0.5))
            self._paint_marks(painter, bottom)
        painter.fillRect(QRectF(0, self.height() - 1, width, 1), QColor(theme.LINE))

    def _paint_bars(self, painter: QPainter) -> None:
        time, bottom = self.time, LOOP_PX + BARS_PX
        every = bar_step(self.view, time)
        start, end = time.span()
        bar_px = self.view.clock.bar_at(max(0.0, start)).length * time.px_per_tick
        numbered = every
        while bar_px * numbered < MIN_NUMBER_PX:
            numbered *= 2
        painter.setPen(QColor(theme.TEXT))
        ticks, numbers = self.view.grid.bar_lines(start, end, every)
        for tick, number in zip(ticks.tolist(), numbers.tolist(), strict=True):
            x, named = round(time.x(tick)), number % numbered == 0
            top = LOOP_PX if named else bottom - 6
            painter.fillRect(QRectF(x, top, 1, bottom - top), QColor(theme.LINE_STRONG))
            if named:
                painter.drawText(QPointF(x + 4, LOOP_PX + 13), str(number + 1))
        for bar in self.view.clock.bars(start, end) if every == 1 else ():
            beat = bar.length / bar.metre.numerator
            if beat * time.px_per_tick < MIN_BEAT_PX:
                continue
            for number in range(1, bar.metre.numerator):
                x = round(time.x(bar.start + number * beat))
                painter.fillRect(QRectF(x, bottom - 5, 1, 5), QColor(theme.LINE_STRONG))

    def _paint_loop_strip(self, painter: QPainter) -> None:
        loop, time = self.view.loop, self.time
        if loop.end > loop.start:
            left, right = time.x(loop.start), time.x(loop.end)
            colour = QColor(theme.ACCENT) if loop.on else QColor(theme.LINE_STRONG)
            painter.fillRect(QRectF(left, 1, right - left, LOOP_PX - 2), faded(colour, 0.55))
            for edge in (left, right - 2):
                painter.fillRect(QRectF(edge, 1, 2, LOOP_PX - 2), colour)

    def _paint_marks(self, painter: QPainter, top: float) -> None:
        self._marks = []
        free = -1e9  # marks that would cover each other wait until one zooms in
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        x_of = self.time.x
        texts: dict[int, list[Mark]] = {}
        for mark in marks(self.view.music):
            texts.setdefault(mark.tick, []).append(mark)
        for tick, some in texts.items():
            x = x_of(tick)
            if x > self.width() or x < -200 or x < free:
                continue
            for mark in some:
                text = mark_title(mark)
                wide = painter.fontMetrics().horizontalAdvance(text) + 12.0
                box = QRectF(x, top + 1, wide, MARKS_PX - 3)
                colour = theme.WARN if isinstance(mark, Tempo) else theme.TEXT_DIM
                painter.fillRect(QRectF(x, top + 2, 2, MARKS_PX - 5), QColor(colour))
                painter.setPen(QColor(colour))
                painter.drawText(box.adjusted(5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
                self._marks.append((box, mark))
                x += wide
            free = x

    def paint_overlay(self, painter: QPainter) -> None:
        """The playhead's handle."""
        x = self.time.x(self.view.playhead_tick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.TEXT))
        top = LOOP_PX + 1.0
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, top), QPointF(x + 6, top), QPointF(x + 6, top + 5),
                       QPointF(x, top + 11), QPointF(x - 6, top + 5)])
        )  # fmt: skip

    # --------------------------------------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._from_tick = max(0.0, self.time.tick(at.x()))
        self._loop = self.view.loop
        self._drag = self._part_at(at)
        if self._drag == "seek":
            self.held.emit(True)
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag:
            part = self._part_at(event.position())
            edge = part in ("start", "end")
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        if self._drag == "seek":
            self._seek(event)
            return
        tick = self._snapped(event)
        loop = self._loop
        match self._drag:
            case "loop":
                start, end = sorted((self._snap(self._from_tick, event), tick))
                self.view.set_loop(Loop(start, end, end > start))
            case "start":
                self.view.set_loop(Loop(min(tick, loop.end), loop.end, loop.on))
            case "end":
                self.view.set_loop(Loop(loop.start, max(tick, loop.start), loop.on))
            case _:
                by = self._snap(loop.start + self.time.tick(event.position().x()) - self._from_tick, event)
                self.view.set_loop(Loop(by, by + loop.end - loop.start, loop.on))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._drag == "seek":
            self.held.emit(False)
        self._drag = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if at.y() < LOOP_PX:
            loop = self.view.loop
            self.view.set_loop(Loop(loop.start, loop.end, not loop.on))
        elif mark := self._mark_at(at):
            self.mark_opened.emit(mark, event.globalPosition())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = QPointF(event.pos())
        if event.reason() == event.Reason.Keyboard:
            x = min(max(self.time.x(self.view.playhead_tick), 0.0), self.width() - 1.0)
            at = QPointF(x, self.height() - 2.0)
            self.menu_wanted.emit(
                int(self.view.grid.nearest(self.view.playhead_tick)),
                self._mark_at(at),
                self.mapToGlobal(at),
            )
            return
        bar_tick = int(self.view.grid.nearest(max(0.0, self.time.tick(at.x()))))
        self.menu_wanted.emit(bar_tick, self._mark_at(at), QPointF(event.globalPos()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            if event.pos().y() < LOOP_PX:
                tip = self.tr("Drag to loop a stretch; double-click switches the loop on and off (L)")
            elif self._mark_at(QPointF(event.pos())):
                tip = self.tr("Double-click to change; right-click for more")
            else:
                tip = self.tr("Click to play from here; right-click to change tempo, metre or key")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _part_at(self, at: QPointF) -> str:
        if at.y() >= LOOP_PX:
            return "seek"
        loop, time = self.view.loop, self.time
        if loop.end > loop.start:
            if abs(at.x() - time.x(loop.start)) <= EDGE_PX:
                return "start"
            if abs(at.x() - time.x(loop.end)) <= EDGE_PX:
                return "end"
            if time.x(loop.start) < at.x() < time.x(loop.end):
                return "move"
        return "loop"

    def _mark_at(self, at: QPointF) -> Mark | None:
        return next((mark for box, mark in self._marks if box.contains(at)), None)

    def _seek(self, event: QMouseEvent) -> None:
        self.sought.emit(float(self._snapped(event)))

    def _snapped(self, event: QMouseEvent) -> int:
        return self._snap(self.time.tick(event.position().x()), event)

    def _snap(self, tick: float, event: QMouseEvent) -> int:
        free = event.modifiers() & Qt.KeyboardModifier.AltModifier
        return max(0, round(tick) if free else int(self.view.grid.nearest(tick)))


def mark_title(mark: Mark) -> str:
    """A mark as the ruler writes it."""
    if isinstance(mark, Tempo):
        return f"♩ = {mark.bpm:.4g}"
    if isinstance(mark, Metre):
        return f"{mark.numerator}/{mark.denominator}"
    return key_title(mark.name)
