"""Notes to pixels with numpy: 100,000 notes on screen cost a few milliseconds, a page of them less than one.

A note becomes a span of pixels in the row of its pitch. One assignment writes the spans of all
notes; the later note covers the earlier one, as when it is played. Rows are then stretched to
the height they have on screen, with a border round each note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.sdk import Notes

Levels = npt.NDArray[np.uint8]
Colours = npt.NDArray[np.uint32]


class NoteIndex:
    """Finds the notes of one track that can be seen, without looking at the others."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.starts = np.ascontiguousarray(notes["start"])
        self.ends = self.starts + notes["length"]
        # never falls, so it can be searched: before the first place where it passes a tick, all are over
        self._latest_end = np.maximum.accumulate(self.ends) if len(notes) else self.ends

    def between(self, start: float, end: float) -> slice:
        """A run of indexes that holds every note sounding between two ticks (and perhaps a few more)."""
        first = int(np.searchsorted(self._latest_end, start, "right"))
        last = int(np.searchsorted(self.starts, end, "left"))
        return slice(min(first, last), last)


@dataclass(frozen=True, slots=True)
class Spans:
    """Notes as pixel spans [x0, x1) in rows, ready to be written; all inside the picture."""

    x0: npt.NDArray[np.int64]
    x1: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    kept: npt.NDArray[np.intp]  # which of the notes given these are


def spans(
    starts: npt.NDArray[np.int32],
    ends: npt.NDArray[np.int32],
    rows: npt.ArrayLike,
    scale: float,
    left: float,
    width: int,
    row_count: int,
) -> Spans:
    """Place notes: `scale` pixels a tick, `left` pixels scrolled away; spans are at least a pixel wide."""
    x0 = np.floor(starts * scale - left + 0.5).astype(np.int64)
    x1 = np.maximum(np.floor(ends * scale - left + 0.5).astype(np.int64), x0 + 1)
    row = np.asarray(rows, np.int64)
    kept = np.flatnonzero((x1 > 0) & (x0 < width) & (row >= 0) & (row < row_count))
    return Spans(np.maximum(x0[kept], 0), np.minimum(x1[kept], width), row[kept], kept)


def filled(found: Spans, levels: npt.ArrayLike, width: int, row_count: int) -> Levels:
    """Write `levels` (1-255, one a note) along the spans: (row_count, width), 0 where no note is."""
    picture = np.zeros((row_count, width), np.uint8)
    lengths = found.x1 - found.x0
    total = int(lengths.sum())
    if total:
        ahead = np.cumsum(lengths) - lengths
        places = np.repeat(found.rows * width + found.x0 - ahead, lengths) + np.arange(total)
        picture.reshape(-1)[places] = np.repeat(
            np.broadcast_to(np.asarray(levels, np.uint8), len(lengths)), lengths
        )
    return picture


def bordered(found: Spans, levels: Levels, fills: Colours, borders: Colours) -> tuple[Colours, Colours]:
    """Two lines of pixels a row: the upper or lower edge of its notes, and their body; (rows, width) each.

    `fills` and `borders` are colours by level, level 0 transparent.
    """
    body = fills[levels]
    edge = borders[levels]
    wide = found.x1 - found.x0 >= 3
    for x in (found.x0[wide], found.x1[wide] - 1):
        rows = found.rows[wide]
        body[rows, x] = borders[levels[rows, x]]
        # an edge without its corner pixels looks round
        edge[rows, x] = 0
    return edge, body


def stretched(
    edge: Colours, body: Colours, top: float, row_height: float, height: int
) -> tuple[Colours, int]:
    """Rows to those lines of a picture of `height` that have notes, and which line is the first.

    Row 0 begins at line -`top`. Rows are parted by one empty line.
    """
    used = np.flatnonzero(body.any(axis=1)).tolist()
    bounds = np.round(np.arange(len(body) + 1) * row_height - top).astype(int)
    above, below = bounds[[used[0], used[-1] + 1]].clip(0, height).tolist() if used else (0, 0)
    picture = np.zeros((below - above, body.shape[1]), np.uint32)
    lines = (bounds - above).tolist()
    gap = 1 if row_height >= 3 else 0
    for row in used:
        first, last = lines[row], lines[row + 1] - gap
        if row_height < 6:
            picture[max(first, 0) : max(last, 0)] = body[row]
            continue
        picture[max(first + 1, 0) : max(last - 1, 0)] = body[row]
        for line in (first, last - 1):
            if 0 <= line < len(picture):
                picture[line] = edge[row]
    return picture, above


def draw(painter: QPainter, pixels: Colours, top: int = 0) -> None:
    """Draw premultiplied ARGB pixels across the whole device of `painter`, one to one, from line `top` on."""
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    ratio = painter.device().devicePixelRatioF()
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(0, top / ratio), image)  # while `pixels` is alive: the image only borrows it


def premultiplied(red: float, green: float, blue: float, alpha: float = 1.0) -> int:
    """A pixel value from channels in 0-1."""
    parts = [
        round(255 * min(max(part, 0.0), 1.0)) for part in (alpha, red * alpha, green * alpha, blue * alpha)
    ]
    return parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]
