"""The overview: a lane a track, with its clips and their notes in miniature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter

from artstudio.ui import theme
from artstudio.ui.timeline import raster
from artstudio.ui.timeline.clips import clips_of
from artstudio.ui.timeline.colours import faded, mix, pixel
from artstudio.ui.timeline.grid_paint import paint_lines, paint_margin
from artstudio.ui.timeline.note_layers import colour_of
from artstudio.ui.timeline.time_view import HINT_FLAGS, TimeView
from artstudio.ui.timeline.track_edits import shown_tracks

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from artstudio.documents.music import MusicTrack
    from artstudio.sdk import Notes
    from artstudio.ui.timeline.clips import Clip
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View

LANE_PX = 50
PAD_PX = 4  # between a lane's edge and its clips
LIVE_NOTES = 5_000  # tracks with more are redrawn when a gesture ends, not on every movement
MIN_SPAN = 24  # pitches a clip has room for at least, so that a held note does not fill it


class Arrange(TimeView):
    """All tracks over time; a click selects a track, a double click goes to the clip in the roll."""

    accessible_role = QAccessible.Role.Canvas

    track_pressed = Signal(str)
    clip_opened = Signal(str, int, int)  # track id, first and last tick
    scrolled = Signal(float)  # pixels to scroll the lanes by

    def __init__(self, view: View, editor: NoteEditor) -> None:
        super().__init__(view, view.overview)
        self.editor = editor
        self._top_px = 0
        self._drawn_notes: Notes | None = None
        self._drawn_id: str | None = None
        self._grip: float | None = None  # the tick under the mouse while it drags
        self._clips: dict[str, tuple[Notes, object, tuple[Clip, ...]]] = {}
        self.setMinimumHeight(LANE_PX)
        self.setAccessibleName(self.tr("All tracks"))
        editor.changed.connect(self._refresh_notes)
        view.time.changed.connect(self.update)

    def _refresh_notes(self) -> None:
        notes, track_id = self.editor.notes, self.editor.session.selection.track_id
        same = notes is self._drawn_notes and track_id == self._drawn_id  # only what is chosen has changed
        if not same and (not self.editor.drafting or len(notes) <= LIVE_NOTES):
            self._drawn_notes, self._drawn_id = notes, track_id
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.time.set_width(self.width())
        if not self.time.zoomed:
            self.view.fit_overview()

    def scroll_to(self, top_px: int) -> None:
        if top_px != self._top_px:
            self._top_px = top_px
            self.refresh()

    def paint_picture(self, painter: QPainter) -> None:
        width, height = self.width(), self.height()
        paint_lines(painter, self.view, self.time, height)
        paint_margin(painter, self.time, height)
        tracks = shown_tracks(self.view.music)
        selected = self.editor.session.selection.track_id
        first = self._top_px // LANE_PX
        lanes = list(enumerate(tracks))[first : (self._top_px + height) // LANE_PX + 1]
        for number, track in lanes:
            lane = QRectF(0, number * LANE_PX - self._top_px, width, LANE_PX)
            if track.id == selected:
                painter.fillRect(lane, faded(theme.HOVER, 0.32))
            painter.fillRect(QRectF(0, lane.bottom() - 1, width, 1), QColor(theme.LINE))
            self._paint_clips(painter, track, lane)
        if lanes:
            self._paint_notes(painter, lanes)
        self.paint_loop(painter)

    def paint_overlay(self, painter: QPainter) -> None:
        if not shown_tracks(self.view.music):
            painter.setPen(QColor(theme.TEXT_DIM))
            hint = self.tr("No tracks yet: add one with +, or drop a MIDI file here.")
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), HINT_FLAGS, hint)
            return
        start, end = self.view.time.span()  # what the roll shows
        box = QRectF(self.time.x(start), 0, (end - start) * self.time.px_per_tick, self.height())
        painter.fillRect(box, faded(theme.TEXT, 0.05))
        for edge in (box.left(), box.right()):
            painter.fillRect(QRectF(edge, 0, 1, self.height()), faded(theme.TEXT, 0.35))

    def _paint_clips(self, painter: QPainter, track: MusicTrack, lane: QRectF) -> None:
        colour = colour_of(self.view, track)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for clip in self._clips_of(track):
            left, right = self.time.x(clip.start), self.time.x(clip.end)
            if right < 0 or left > self.width():
                continue
            left, right = max(left, -8.0), min(right, self.width() + 8.0)
            box = QRectF(left + 0.5, lane.top() + PAD_PX, right - left - 1, LANE_PX - 2 * PAD_PX - 1)
            painter.setPen(mix(colour, theme.DESK, 0.35))
            painter.setBrush(mix(theme.DESK, colour, 0.24))
            painter.drawRoundedRect(box, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_notes(self, painter: QPainter, lanes: list[tuple[int, MusicTrack]]) -> None:
        """All lanes' notes in one go, a level of colour a lane."""
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        line = max(2, round(2 * ratio))  # the height of a note
        starts, ends, rows, levels = [], [], [], []
        for number, track in lanes:
            notes = self._notes(track)
            if not len(notes):
                continue
            low, high = int(notes["pitch"].min()), int(notes["pitch"].max())
            middle, span = (low + high) / 2, max(high - low, MIN_SPAN)
            run = self.view.index(notes).between(*self.time.span())
            some = notes[run]
            room = (LANE_PX - 2 * PAD_PX - 6) * ratio - line
            top = (number * LANE_PX - self._top_px + PAD_PX + 3) * ratio
            starts.append(some["start"])
            ends.append(some["start"] + some["length"])
            rows.append(np.round(top + (middle + span / 2 - some["pitch"]) / span * room).astype(np.int64))
            levels.append(np.full(len(some), 1 + number % 255, np.uint8))
        if not starts:
            return
        colours = np.zeros(256, np.uint32)
        for number, track in lanes:
            colours[1 + number % 255] = pixel(mix(colour_of(self.view, track), theme.TEXT, 0.25))
        found = raster.spans(
            np.concatenate(starts), np.concatenate(ends), np.concatenate(rows),
            self.time.px_per_tick * ratio, self.time.left_px * ratio, width, height,
        )  # fmt: skip
        picture = raster.filled(found, np.concatenate(levels)[found.kept], width, height)
        for _ in range(1, line):
            picture[1:] = np.maximum(picture[1:], picture[:-1])
        raster.draw(painter, colours[picture])

    def _notes(self, track: MusicTrack) -> Notes:
        selected = track.id == self.editor.session.selection.track_id
        return self.editor.notes if selected and self.editor.drafting else track.track.notes

    def _clips_of(self, track: MusicTrack) -> tuple[Clip, ...]:
        notes, clock = self._notes(track), self.view.clock
        known = self._clips.get(track.id)
        if known is None or known[0] is not notes or known[1] is not clock:
            known = self._clips[track.id] = (notes, clock, clips_of(notes, self.view.grid))
        return known[2]

    # --------------------------------------------------------------------------------------------- mouse

    def _track_at(self, y_px: float) -> MusicTrack | None:
        tracks, number = shown_tracks(self.view.music), int(y_px + self._top_px) // LANE_PX
        return tracks[number] if 0 <= number < len(tracks) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if track := self._track_at(event.position().y()):
            self.track_pressed.emit(track.id)
        if event.button() == Qt.MouseButton.LeftButton:
            start, end = self.view.time.span()
            self._grip = self.time.tick(event.position().x())
            if not start <= self._grip < end:
                self._show_in_roll(self._grip - (end - start) / 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what the roll shows along."""
        if self._grip is not None:
            tick = self.time.tick(event.position().x())
            self._show_in_roll(self.view.time.span()[0] + tick - self._grip)
            self._grip = tick

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def _show_in_roll(self, tick: float) -> None:
        self.view.time.scroll_to(tick * self.view.time.px_per_tick)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        track = self._track_at(event.position().y())
        tick = self.time.tick(event.position().x())
        for clip in self._clips_of(track) if track else ():
            if track and clip.start <= tick < clip.end:
                self.clip_opened.emit(track.id, clip.start, clip.end)

    def wheel_scroll_down(self, by_px: float) -> None:
        self.scrolled.emit(by_px)
