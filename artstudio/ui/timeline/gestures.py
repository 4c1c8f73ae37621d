"""What a drag of the mouse does to notes: one class a gesture, none knows a widget.

`begin` tells which gesture a press starts; it is then moved along and ends with `finish` or `cancel`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from PySide6.QtCore import QCoreApplication

from artstudio.ui.timeline import note_edits
from artstudio.ui.timeline.view import Tool

if TYPE_CHECKING:
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.note_edits import Edge, Mask
    from artstudio.ui.timeline.view import View

translate = QCoreApplication.translate

DRAG_PX = 4  # a hand that only clicks may tremble so much


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is, and the keys held: `free` suspends the grid."""

    x_px: float
    y_px: float
    tick: float
    pitch: int
    shift: bool = False
    ctrl: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A note under the mouse, and which part of it."""

    note: int
    part: Literal["body", "left", "right"]


class Gesture(Protocol):
    """A drag under way."""

    def move(self, at: Pointer) -> None: ...
    def finish(self) -> None: ...
    def cancel(self) -> None: ...


def begin(editor: NoteEditor, view: View, at: Pointer, hit: Hit | None, *, erase: bool) -> Gesture | None:
    """The gesture that a press starts, or None without a track to write on."""
    if editor.track is None:
        return None
    if erase or view.tool is Tool.ERASER:
        return Erase(editor, hit)
    if hit is None:
        if view.tool is Tool.PENCIL and not at.ctrl:
            return Draw(editor, view, at)
        return Marquee(editor, at)
    if hit.part == "body":
        return Move(editor, view, at, hit.note)
    return Resize(editor, view, at, hit)


class _Drag:
    """What the gestures share: the notes they started from."""

    def __init__(self, editor: NoteEditor, at: Pointer) -> None:
        self.editor = editor
        self.from_ = at
        self.notes = editor.notes
        self.chosen = editor.chosen
        self.dragged = False

    def _passed(self, at: Pointer) -> bool:
        """Whether the mouse has gone far enough to mean it."""
        far = max(abs(at.x_px - self.from_.x_px), abs(at.y_px - self.from_.y_px))
        self.dragged = self.dragged or far >= DRAG_PX
        return self.dragged

    def cancel(self) -> None:
        self.editor.drop()

    def _take(self, note: int, *, add: bool) -> None:
        """Choose the pressed note: alone, or in addition, unless it is one of those chosen."""
        if add:
            self.chosen = self.chosen.copy()
            self.chosen[note] = not self.chosen[note]
        elif not self.chosen[note]:
            self.chosen = note_edits.mask_of(note, len(self.notes))
        self.editor.choose(self.chosen)


class Draw(_Drag):
    """A press writes a note as long as the last one; dragging pulls it longer or shorter."""

    def __init__(self, editor: NoteEditor, view: View, at: Pointer) -> None:
        super().__init__(editor, at)
        self._grid = view.grid
        step = view.grid.step_ticks if not view.division.off else view.music.ticks_per_quarter / 4
        self._step = max(1, round(step))
        self._start = max(0, round(at.tick)) if at.free else view.grid.before(at.tick)
        self._length = max(editor.length_ticks or self._step, 1)
        self._pitch = at.pitch
        self._sketch()
        editor.heard.emit(at.pitch, editor.velocity)

    def _sketch(self) -> None:
        self.editor.sketch(
            *note_edits.with_note(
                self.notes, self._start, self._length, self._pitch, self.editor.velocity, self.editor.channel
            )
        )

    def move(self, at: Pointer) -> None:
        if self._passed(at):
            end = round(at.tick) if at.free else int(self._grid.nearest(at.tick + self._step / 2))
            self._length = max(end - self._start, 1 if at.free else self._step)
            self._sketch()

    def finish(self) -> None:
        self.editor.length_ticks = self._length
        self.editor.keep(translate("Gestures", "Draw Note"))


class Move(_Drag):
    """Dragging a note takes all chosen ones along; Ctrl copies them, Shift keeps to one axis."""

    def __init__(self, editor: NoteEditor, view: View, at: Pointer, note: int) -> None:
        super().__init__(editor, at)
        self._grid = view.grid
        self._note = note
        self._was_one_of_many = bool(self.chosen[note]) and not at.shift
        self._take(note, add=at.shift)
        self._start = int(self.notes["start"][note])
        self._pitches = 0
        self._copy = False
        editor.velocity = int(self.notes["velocity"][note])
        editor.length_ticks = int(self.notes["length"][note])
        editor.hear(note)

    def move(self, at: Pointer) -> None:
        if not self._passed(at) or not self.chosen.any():
            return
        start = self._start + at.tick - self.from_.tick
        ticks = int(round(start) if at.free else self._grid.nearest(start)) - self._start
        pitches = at.pitch - self.from_.pitch
        if at.shift:
            across = abs(at.x_px - self.from_.x_px) >= abs(at.y_px - self.from_.y_px)
            ticks, pitches = (ticks, 0) if across else (0, pitches)
        self._copy = at.ctrl
        self.editor.sketch(*note_edits.moved(self.notes, self.chosen, ticks, pitches, copy=at.ctrl))
        if pitches != self._pitches:
            self._pitches = pitches
            pitch = int(self.notes["pitch"][self._note]) + pitches
            self.editor.heard.emit(min(max(pitch, 0), 127), int(self.notes["velocity"][self._note]))

    def finish(self) -> None:
        if self.dragged:
            self.editor.keep(
                translate("Gestures", "Copy Notes") if self._copy else translate("Gestures", "Move Notes")
            )
        elif self._was_one_of_many:
            self.editor.choose(note_edits.mask_of(self._note, len(self.notes)))


class Resize(_Drag):
    """Dragging an end of a note pulls that end of every chosen one."""

    def __init__(self, editor: NoteEditor, view: View, at: Pointer, hit: Hit) -> None:
        super().__init__(editor, at)
        self._grid = view.grid
        self._note = hit.note
        self._edge: Edge = "left" if hit.part == "left" else "right"
        self._take(hit.note, add=False)
        note = self.notes[hit.note]
        self._place = int(note["start"]) + (int(note["length"]) if self._edge == "right" else 0)

    def move(self, at: Pointer) -> None:
        if not self._passed(at):
            return
        place = self._place + at.tick - self.from_.tick
        ticks = int(round(place) if at.free else self._grid.nearest(place)) - self._place
        note = self.notes[self._note]
        length = int(note["length"])
        shortest = 1 if at.free else min(length, max(1, round(self._grid.step_ticks)))
        ticks = max(ticks, shortest - length) if self._edge == "right" else min(ticks, length - shortest)
        self.editor.sketch(*note_edits.resized(self.notes, self.chosen, ticks, self._edge))

    def finish(self) -> None:
        if self.dragged and self.editor.drafting:
            notes, chosen = self.editor.notes, self.editor.chosen
            if chosen.sum() == 1:
                self.editor.length_ticks = int(notes["length"][chosen][0])
            self.editor.keep(translate("Gestures", "Resize Notes"))


class Marquee(_Drag):
    """Dragging over the ground chooses what the box touches; Shift adds to what is chosen."""

    def __init__(self, editor: NoteEditor, at: Pointer) -> None:
        super().__init__(editor, at)
        self.to = at
        self._before = self.chosen if at.shift else np.zeros(len(self.notes), bool)
        editor.choose(self._before)

    def move(self, at: Pointer) -> None:
        self.to = at
        if self._passed(at):
            start, end = sorted((self.from_.tick, at.tick))
            low, high = sorted((self.from_.pitch, at.pitch))
            box: Mask = note_edits.in_box(self.notes, start, end, low, high)
            self.editor.choose(self._before | box)

    def finish(self) -> None:
        """The choice is made already."""


class Erase(_Drag):
    """Every note that the mouse passes over goes."""

    def __init__(self, editor: NoteEditor, hit: Hit | None) -> None:
        super().__init__(editor, Pointer(0, 0, 0, 0))
        self._gone = np.zeros(len(self.notes), bool)
        self._tick: float | None = None
        if hit:
            self._gone[hit.note] = True
            self._sketch()

    def _sketch(self) -> None:
        kept = ~self._gone
        self.editor.sketch(self.notes[kept], self.chosen[kept])

    def move(self, at: Pointer) -> None:
        last = at.tick if self._tick is None else self._tick
        start, end = sorted((last, at.tick))
        self._tick = at.tick
        passed = note_edits.in_box(self.notes, start, end + 1, at.pitch, at.pitch) & ~self._gone
        if passed.any():
            self._gone |= passed
            self._sketch()

    def finish(self) -> None:
        self.editor.keep(translate("Gestures", "Erase Notes"))
