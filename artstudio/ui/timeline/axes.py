"""What part of the music is on screen: the axes of time and pitch that the views share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

PITCHES = 128
MIN_PX_PER_QUARTER, MAX_PX_PER_QUARTER = 0.5, 2000.0
MARGIN_PX = 12.0  # before the first tick, so that what begins there can be seen and grabbed
MIN_ROW_PX, MAX_ROW_PX = 4.0, 40.0


class TimeAxis(QObject):
    """Ticks to pixels across.

    `left_px` is the scroll position; `content_ticks` is how far one can scroll.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticks_per_quarter = 480
        self.px_per_tick = 80.0 / self.ticks_per_quarter
        self.left_px = -MARGIN_PX
        self.width_px = 800
        self.content_ticks = 480 * 4 * 16
        self.zoomed = False  # whether the artist chose the zoom

    @property
    def px_per_quarter(self) -> float:
        """The zoom, independent of the resolution of the music."""
        return self.px_per_tick * self.ticks_per_quarter

    @property
    def content_px(self) -> float:
        """The width of everything that can be scrolled to."""
        return self.content_ticks * self.px_per_tick

    @property
    def max_left_px(self) -> float:
        """The furthest scroll position."""
        return max(0.0, self.content_px - self.width_px)

    def x(self, tick: float) -> float:
        """Pixels from the left edge of the view to `tick`."""
        return tick * self.px_per_tick - self.left_px

    def tick(self, x_px: float) -> float:
        """The (fractional) tick under `x_px`; may be negative."""
        return (x_px + self.left_px) / self.px_per_tick

    def span(self) -> tuple[float, float]:
        """The first and last tick on screen."""
        return self.tick(0), self.tick(self.width_px)

    def set_width(self, width_px: int) -> None:
        if width_px != self.width_px:
            self.width_px = width_px
            self._show(self.left_px)

    def set_content(self, ticks: int, ticks_per_quarter: int) -> None:
        """Tell how long the music is; another resolution keeps the zoom."""
        if (ticks, ticks_per_quarter) == (self.content_ticks, self.ticks_per_quarter):
            return
        self.px_per_tick *= self.ticks_per_quarter / ticks_per_quarter
        self.content_ticks, self.ticks_per_quarter = ticks, ticks_per_quarter
        self._show(self.left_px)

    def grow(self, tick: int) -> None:
        """Make room for what lies at `tick`; the next `set_content` measures anew."""
        if tick >= self.content_ticks:
            self.content_ticks = tick + 16 * self.ticks_per_quarter
            self._show(self.left_px)

    def scroll_to(self, left_px: float) -> None:
        if left_px != self.left_px:
            self._show(left_px)

    def zoom(self, factor: float, x_px: float) -> None:
        """Zoom so that the tick under `x_px` stays where it is."""
        self.zoomed = True
        tick = self.tick(x_px)
        per_quarter = min(max(self.px_per_quarter * factor, MIN_PX_PER_QUARTER), MAX_PX_PER_QUARTER)
        self.px_per_tick = per_quarter / self.ticks_per_quarter
        self._show(tick * self.px_per_tick - x_px)

    def fit(self, start: float, end: float, margin_px: float = MARGIN_PX) -> None:
        """Show the ticks from `start` to `end` across the whole view."""
        room = max(1, self.width_px - 2 * margin_px)
        per_quarter = room / max(end - start, 1.0) * self.ticks_per_quarter
        per_quarter = min(max(per_quarter, MIN_PX_PER_QUARTER), MAX_PX_PER_QUARTER)
        self.px_per_tick = per_quarter / self.ticks_per_quarter
        self._show(start * self.px_per_tick - margin_px)

    def standing(self) -> tuple[float, float, int, bool]:
        """Zoom and scroll, for `resume` of another axis over the same music."""
        return self.px_per_tick, self.left_px, self.width_px, self.zoomed

    def resume(self, standing: tuple[float, float, int, bool]) -> None:
        """Show what another axis showed."""
        self.px_per_tick, left_px, self.width_px, self.zoomed = standing
        self._show(left_px)

    def reveal(self, tick: float) -> None:
        """Turn the page when `tick` has left the view."""
        x_px = self.x(tick)
        if not 0 <= x_px < self.width_px * 0.95:
            self._show(tick * self.px_per_tick - self.width_px * 0.1)

    def _show(self, left_px: float) -> None:
        self.left_px = max(-MARGIN_PX, min(left_px, self.max_left_px))
        self.changed.emit()


class PitchAxis(QObject):
    """Pitches to pixels downwards: 127 is the top row, 0 the lowest."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row_px = 14.0
        self.height_px = 300
        self.top_px = 40 * self.row_px

    @property
    def content_px(self) -> float:
        """The height of all rows."""
        return PITCHES * self.row_px

    @property
    def max_top_px(self) -> float:
        """The furthest scroll position."""
        return max(0.0, self.content_px - self.height_px)

    def y(self, pitch: float) -> float:
        """The upper edge of the row of `pitch`, from the upper edge of the view."""
        return (PITCHES - 1 - pitch) * self.row_px - self.top_px

    def pitch(self, y_px: float) -> int:
        """The pitch of the row under `y_px`, held in 0-127."""
        row = int((y_px + self.top_px) // self.row_px)
        return min(max(PITCHES - 1 - row, 0), PITCHES - 1)

    def set_height(self, height_px: int) -> None:
        if height_px != self.height_px:
            by = (self.height_px - height_px) / 2  # what stands in the middle stays there
            self.height_px = height_px
            self._show(self.top_px + by)

    def scroll_to(self, top_px: float) -> None:
        if top_px != self.top_px:
            self._show(top_px)

    def zoom(self, factor: float, y_px: float) -> None:
        """Zoom so that the row under `y_px` stays where it is."""
        row = (y_px + self.top_px) / self.row_px
        self.row_px = min(max(self.row_px * factor, MIN_ROW_PX), MAX_ROW_PX)
        self._show(row * self.row_px - y_px)

    def fit(self, low: int, high: int, middle: float | None = None) -> None:
        """Show the pitches from `low` to `high`, at a height where notes stay easy to grab.

        Where they do not all fit, those round `middle` are shown.
        """
        rows = high - low + 5
        self.row_px = min(max(self.height_px / rows, 9.0), 18.0)
        fits = rows * self.row_px <= self.height_px + self.row_px
        self.centre((low + high) / 2 if fits or middle is None else middle)

    def centre(self, pitch: float) -> None:
        """Scroll so that `pitch` stands in the middle."""
        self._show((PITCHES - 0.5 - pitch) * self.row_px - self.height_px / 2)

    def standing(self) -> tuple[float, float, int]:
        """Zoom and scroll, for `resume` of another axis."""
        return self.row_px, self.top_px, self.height_px

    def resume(self, standing: tuple[float, float, int]) -> None:
        """Show what another axis showed."""
        self.row_px, top_px, self.height_px = standing
        self._show(top_px)

    def reveal(self, pitch: int) -> None:
        """Scroll just far enough to see `pitch`."""
        y_px = self.y(pitch)
        if y_px < 0:
            self._show(self.top_px + y_px)
        elif y_px + self.row_px > self.height_px:
            self._show(self.top_px + y_px + self.row_px - self.height_px)

    def _show(self, top_px: float) -> None:
        self.top_px = min(max(0.0, top_px), self.max_top_px)
        self.changed.emit()
