"""Bar lines, beats and grid steps, as fine as the zoom lets one see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from artstudio.ui import theme
from artstudio.ui.timeline.colours import faded, mix
from artstudio.ui.timeline.pitches import is_black, scale_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.ui.timeline.axes import PitchAxis, TimeAxis
    from artstudio.ui.timeline.view import View

MIN_BAR_PX = 14.0  # bars narrower than this are drawn in powers of two
MIN_BEAT_PX = 8.0
MIN_STEP_PX = 7.0


def bar_step(view: View, time: TimeAxis) -> int:
    """How many bars there are from one drawn bar line to the next: a power of two."""
    bar_px = view.clock.bar_at(max(0.0, time.span()[0])).length * time.px_per_tick
    every = 1
    while bar_px * every < MIN_BAR_PX:
        every *= 2
    return every


def paint_lines(painter: QPainter, view: View, time: TimeAxis, height: float) -> None:
    """Vertical lines: bars strong, beats weaker, grid steps weakest."""
    start, end = time.span()
    every = bar_step(view, time)
    step = view.grid.step_ticks
    steps: list[QLineF] = []
    beats: list[QLineF] = []
    for bar in view.clock.bars(start, end) if every == 1 else ():
        beat = max(1.0, 4 * time.ticks_per_quarter / bar.metre.denominator)
        if not view.division.off and step * time.px_per_tick >= MIN_STEP_PX and step < beat:
            steps += _lines(np.arange(bar.start + step, bar.end - 0.5, step), time, height)
        if beat * time.px_per_tick >= MIN_BEAT_PX:
            beats += _lines(np.arange(bar.start + beat, bar.end - 0.5, beat), time, height)
    bars = _lines(view.grid.bar_lines(start, end, every)[0].astype(float), time, height)
    for colour, lines in (
        (mix(theme.SUNKEN, theme.LINE, 0.45), steps),
        (mix(theme.SUNKEN, theme.LINE, 0.95), beats),
        (QColor(theme.LINE_STRONG), bars),
    ):
        if lines:
            painter.setPen(QPen(colour, 1))
            painter.drawLines(lines)


def _lines(ticks: npt.NDArray[np.float64], time: TimeAxis, height: float) -> list[QLineF]:
    places = np.round(ticks * time.px_per_tick - time.left_px) + 0.5
    return [QLineF(x, 0, x, height) for x in places[(places >= 0) & (places <= time.width_px)].tolist()]


def paint_margin(painter: QPainter, time: TimeAxis, height: float) -> None:
    """What lies before the beginning."""
    painter.fillRect(QRectF(0, 0, time.x(0), height), QColor(theme.PANEL))


def lit_pitches(view: View) -> frozenset[int]:
    """The pitch classes (0-11) of the key at the left edge, where the artist wants them lit."""
    start = max(0.0, view.time.span()[0])
    key = next((key.name for key in reversed(view.music.keys) if key.tick <= start), "C")
    return frozenset(scale_of(key)) if view.scale else frozenset()


def paint_rows(
    painter: QPainter, pitch: PitchAxis, bright: frozenset[int], width: float, height: float
) -> None:
    """The ground of the piano roll: rows of black keys darker, those of the pitch classes `bright` lit."""
    painter.fillRect(QRectF(0, 0, width, height), QColor(theme.SUNKEN))
    black, line = QColor(theme.DESK), mix(theme.SUNKEN, theme.LINE, 0.35)
    octave = QColor(theme.LINE)
    lit = faded(theme.ACCENT, 0.10)
    high, low = pitch.pitch(0), pitch.pitch(height)
    for note in range(low, high + 1):
        top = pitch.y(note)
        row = QRectF(0, top, width, pitch.row_px)
        if is_black(note):
            painter.fillRect(row, black)
        if note % 12 in bright:
            painter.fillRect(row, lit)
        if pitch.row_px >= 8 or note % 12 == 0:
            colour = octave if note % 12 == 0 else line
            painter.fillRect(QRectF(0, round(top + pitch.row_px) - 1, width, 1), colour)
