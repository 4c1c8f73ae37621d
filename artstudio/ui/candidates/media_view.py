"""Any media value at any size: picture, piano roll, excerpt, waveform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPen, QPixmap, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from artstudio.documents.film import Footage
from artstudio.sdk import Audio, Image, Score, Text, TileMap, Video
from artstudio.sdk.media import kind_of
from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.words import kind_word

if TYPE_CHECKING:
    import numpy.typing as npt
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from artstudio.sdk import Media

MOST_NOTES = 4_000  # drawn at once; of more, every second, third... one is
EXCERPT_CHARS = 2_000
PAD_PX = 6


class MediaView(QWidget):
    """Shows one value, fitted. Drawn once for each value and size, so that repainting costs nothing."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, value: Media | Footage | None = None, base: Media | None = None) -> None:
        super().__init__()
        self.set_value(value, base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changes.changed.connect(self._forget)

    def set_value(self, value: Media | Footage | None, base: Media | None = None) -> None:
        """Show `value`; of a score, what lies behind the end of `base` stands out as new."""
        self._value, self._base = value, base
        self._drawn: QPixmap | None = None
        if value is not None:
            self.setAccessibleName(kind_word("video" if isinstance(value, Footage) else kind_of(value)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawn is None:
            ratio = self.devicePixelRatioF()
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(QColor(theme.DESK))
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, self.rect(), self._value, self._base)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        paint_ring(painter, self)
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._drawn = None

    def _forget(self) -> None:
        self._drawn = None
        self.update()


def draw(painter: QPainter, rect: QRect, value: Media | Footage | None, base: Media | None = None) -> None:
    """Draw `value` into `rect`."""
    match value:
        case Image():
            _picture(painter, rect, value.pixels)
        case Video():
            _picture(painter, rect, value.frames[-1])  # of a film being made, what came last
        case TileMap():
            names = [QColor(name) for name in (*theme.SERIES, theme.DESK)]  # the last one for what is empty
            colours = np.array([(c.red(), c.green(), c.blue()) for c in names], np.uint8)
            cells = np.where(value.cells < 0, -1, value.cells % len(theme.SERIES))
            _picture(painter, rect, np.take(colours, cells, axis=0, mode="wrap"))
        case Score():
            _roll(painter, rect, value, base if isinstance(base, Score) else None)
        case Text():
            _excerpt(painter, rect, value.text)
        case Audio():
            _waveform(painter, rect, value)


def _picture(painter: QPainter, rect: QRect, pixels: npt.NDArray[np.uint8]) -> None:
    height, width = pixels.shape[:2]
    scale = min(rect.width() / width, rect.height() / height)
    # Smoothing a large picture takes long, and every other pixel of it is enough for that.
    step = max(1, int(1 / (2 * scale * painter.device().devicePixelRatioF())))
    pixels = np.ascontiguousarray(pixels[::step, ::step])
    form = QImage.Format.Format_RGBA8888 if pixels.shape[2] == 4 else QImage.Format.Format_RGB888
    image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], form)
    target = QRectF(0, 0, width * scale, height * scale)
    target.moveCenter(QRectF(rect).center())
    if pixels.shape[2] == 4 and pixels[..., 3].min() < 255:
        painter.fillRect(target, QColor(theme.CHECK_LIGHT))
        painter.fillRect(target, Qt.BrushStyle.Dense5Pattern)  # what is transparent shows through as a grid
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2)
    painter.drawImage(target, image)


def _roll(painter: QPainter, rect: QRect, score: Score, base: Score | None) -> None:
    new_tick = base.end_tick if base is not None else 0
    end_tick = max(score.end_tick, 1)
    # A few new bars behind a long tune: what was there is shown for as long again, no more.
    start_tick = max(0, new_tick - (end_tick - new_tick)) if 0 < new_tick < end_tick else 0
    tracks = [
        (i, track.notes[track.notes["start"] + track.notes["length"] > start_tick])
        for i, track in enumerate(score.tracks)
    ]
    tracks = [(i, notes) for i, notes in tracks if len(notes)]
    if not tracks:
        return
    pitches = np.concatenate([notes["pitch"] for _, notes in tracks]).astype(int)
    low, high = pitches.min() - 2, pitches.max() + 2
    x_scale = (rect.width() - 2 * PAD_PX) / (end_tick - start_tick)
    row_px = (rect.height() - 2 * PAD_PX) / (high - low + 1)
    thick = max(2.0, min(row_px * 0.9, 7.0))
    if start_tick < new_tick < end_tick:
        x = rect.left() + PAD_PX + (new_tick - start_tick) * x_scale
        painter.fillRect(QRectF(x, rect.top(), rect.right() - x + 1, rect.height()), QColor(theme.SUNKEN))
        painter.setPen(QPen(QColor(theme.LINE_STRONG), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    every = max(1, sum(len(notes) for _, notes in tracks) // MOST_NOTES)
    for i, notes in tracks:
        colour = QColor(theme.SERIES[i % len(theme.SERIES)])
        for old in (True, False):
            some = notes[(notes["start"] < new_tick) == old][::every]
            colour.setAlphaF(0.4 if old else 1.0)
            painter.setBrush(colour)
            lefts = rect.left() + PAD_PX + (some["start"] - start_tick) * x_scale
            widths = np.maximum(some["length"] * x_scale - 0.5, 1.5)
            tops = rect.top() + PAD_PX + (high - some["pitch"].astype(int)) * row_px
            painter.drawRects([QRectF(x, y, w, thick) for x, y, w in zip(lefts, tops, widths, strict=True)])


def _excerpt(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setPen(QColor(theme.TEXT))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    inner = QRectF(rect).adjusted(PAD_PX, PAD_PX, -PAD_PX, -PAD_PX)
    painter.setClipRect(inner)
    painter.drawText(inner, text[:EXCERPT_CHARS].lstrip("\n"), option)


def _waveform(painter: QPainter, rect: QRect, audio: Audio) -> None:
    mono = audio.samples.mean(axis=1)
    columns = max(1, min(rect.width(), len(mono)))
    edges = np.linspace(0, len(mono), columns, endpoint=False).astype(int)
    if not len(mono):
        return
    lows, highs = np.minimum.reduceat(mono, edges), np.maximum.reduceat(mono, edges)
    middle, reach = rect.center().y(), rect.height() / 2 - PAD_PX
    painter.setPen(QColor(theme.ACCENT))
    for x, (low, high) in enumerate(zip(lows, highs, strict=True)):
        at = rect.left() + x * rect.width() / columns
        painter.drawLine(QPointF(at, middle - high * reach), QPointF(at, middle - low * reach))
