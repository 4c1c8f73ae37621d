"""What a drag of the mouse does on the film lane: one class a gesture, none knows a widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QCoreApplication

from artstudio.documents.film import Clip
from artstudio.ui.timeline import film_edits
from artstudio.ui.timeline.gestures import DRAG_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.timeline.film_editor import FilmEditor
    from artstudio.ui.timeline.film_time import FilmTime

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mouse is, and the keys held: `free` suspends snapping."""

    x_px: float
    frame: float
    shift: bool = False
    ctrl: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class ClipHit:
    """A clip under the mouse, and which part of it."""

    clip: Clip
    part: Literal["body", "left", "right"]


class FilmGesture(Protocol):
    """A drag under way.

    Attributes:
        line: The frame that it has snapped to.
    """

    line: float | None

    def move(self, at: Spot) -> None: ...
    def finish(self) -> None: ...
    def cancel(self) -> None: ...


def begin(
    editor: FilmEditor, time: FilmTime, at: Spot, hit: ClipHit | None, scrub: Callable[[float | None], None]
) -> FilmGesture:
    """The gesture that a press starts. `scrub` takes the frame to look at, None when that ends."""
    if hit is None:
        return Scrub(editor, at, scrub)
    if hit.part == "body":
        return Move(editor, time, at, hit.clip)
    return Trim(editor, time, at, hit.clip, hit.part)


class Move:
    """Dragging a clip takes all chosen ones along; what is in the way makes room."""

    def __init__(self, editor: FilmEditor, time: FilmTime, at: Spot, clip: Clip) -> None:
        self._editor, self._time, self._from, self._clip = editor, time, at, clip
        self._film = editor.kept
        self._one_of_many = clip.id in editor.chosen and not (at.shift or at.ctrl)
        self.dragged = False
        self.by = 0.0  # where the hand is, before snapping; the ghost is drawn there
        self.line: float | None = None
        self._choose(at)

    def _choose(self, at: Spot) -> None:
        editor, clip = self._editor, self._clip
        if at.ctrl:
            editor.choose(editor.chosen ^ {clip.id}, clip.id)
        elif at.shift and editor.current is not None:
            ids = [one.id for one in self._film.clips]
            first, last = sorted((ids.index(editor.current), ids.index(clip.id)))
            editor.choose(ids[first : last + 1], editor.current)
        elif not self._one_of_many:
            editor.choose([clip.id])

    def move(self, at: Spot) -> None:
        self.dragged = self.dragged or abs(at.x_px - self._from.x_px) >= DRAG_PX
        chosen = self._editor.chosen
        if not self.dragged or self._clip.id not in chosen:
            return
        self.by = at.frame - self._from.frame
        start, end = self._clip.start + self.by, self._clip.end + self.by
        snap, self.line = (0.0, None) if at.free else self._time.snap((start, end), chosen)
        self._editor.sketch(film_edits.moved(self._film, chosen, round(self.by + snap)))

    def finish(self) -> None:
        if self.dragged:
            self._editor.keep(translate("Film", "Move Clip"))
        elif self._one_of_many:
            self._editor.choose([self._clip.id])

    def cancel(self) -> None:
        self._editor.drop()


class Trim:
    """Dragging an end of a clip shows more or less of its footage."""

    def __init__(
        self, editor: FilmEditor, time: FilmTime, at: Spot, clip: Clip, edge: film_edits.Edge
    ) -> None:
        self._editor, self._time, self._from, self._clip = editor, time, at, clip
        self._film, self.edge = editor.kept, edge
        self._place = clip.start if edge == "left" else clip.end
        self._dragged = False
        self.line: float | None = None
        editor.choose([clip.id])

    def move(self, at: Spot) -> None:
        self._dragged = self._dragged or abs(at.x_px - self._from.x_px) >= DRAG_PX
        if not self._dragged:
            return
        place = self._place + at.frame - self._from.frame
        snap, line = (0.0, None) if at.free else self._time.snap((place,), (self._clip.id,))
        film = film_edits.trimmed(self._film, self._clip.id, self.edge, round(place + snap))
        clip = film.clip(self._clip.id)
        reached = (clip.start if self.edge == "left" else clip.end) == round(place + snap)
        self.line = line if reached else None  # where the footage ends, nothing has snapped
        self._editor.sketch(film)

    def finish(self) -> None:
        self._editor.keep(translate("Film", "Trim Clip"))

    def cancel(self) -> None:
        self._editor.drop()


class Scrub:
    """Dragging over the ground takes the playhead along, and shows the film there."""

    def __init__(self, editor: FilmEditor, at: Spot, scrub: Callable[[float | None], None]) -> None:
        self._scrub = scrub
        self.line: float | None = None
        if not (at.shift or at.ctrl):
            editor.choose(())
        self.move(at)

    def move(self, at: Spot) -> None:
        self._scrub(max(0.0, at.frame))

    def finish(self) -> None:
        self._scrub(None)

    def cancel(self) -> None:
        self._scrub(None)
