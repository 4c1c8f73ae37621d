"""The film on the axis of the music: frames to ticks and pixels and back, and what a drag snaps to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.ui.timeline.film_edits import edges, snapped

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from artstudio.ui.timeline.axes import TimeAxis
    from artstudio.ui.timeline.film_editor import FilmEditor
    from artstudio.ui.timeline.view import View

SNAP_PX: Final = 8


class FilmTime:
    """Seconds join the two: the music's clock turns them into ticks, the film's rate into frames."""

    def __init__(self, view: View, axis: TimeAxis, editor: FilmEditor) -> None:
        self._view, self._axis, self._editor = view, axis, editor

    def tick(self, frame: float) -> float:
        """The tick that sounds as the film's `frame` begins to show."""
        return self._view.clock.tick(frame / self._editor.film.fps)

    def frame(self, tick: float) -> float:
        """The (fractional) frame that shows at `tick`; may be negative."""
        return self._view.clock.seconds(tick) * self._editor.film.fps

    def x(self, frame: float) -> float:
        """Pixels from the left edge of the lane to `frame`."""
        return self._axis.x(self.tick(frame))

    def frame_at(self, x_px: float) -> float:
        """The frame under `x_px`."""
        return self.frame(self._axis.tick(x_px))

    @property
    def playhead(self) -> int:
        """The frame that shows at the playhead."""
        return max(0, int(self.frame(self._view.playhead_tick) + 1e-6))

    def snap(self, places: Sequence[float], without: Collection[str] = ()) -> tuple[float, float | None]:
        """By how many frames to move so that one of `places` snaps, and to which frame; (0, None) for none.

        To the playhead and to edges of clips (not of those in `without`) before the lines of the grid.
        """
        reach = SNAP_PX * (self.frame_at(1) - self.frame_at(0))
        marks = [*edges(self._editor.kept, without), self.frame(self._view.playhead_tick)]
        found = snapped(places, marks, reach)
        if found is None and not self._view.division.off:
            ticks = [max(0.0, self.tick(place)) for place in places]
            lines = [self.frame(float(line)) for line in self._view.grid.nearest(ticks)]
            found = snapped(places, lines, reach)
        return found or (0.0, None)
