"""Painting clips on the film lane: pictures along their length, a strip with their name."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from artstudio.ui import theme
from artstudio.ui.timeline.colours import faded, mix

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.documents.film import Clip
    from artstudio.ui.film.thumbnails import Thumbnails
    from artstudio.ui.timeline.film_time import FilmTime

FILM_PX: Final = 68  # the height of the lane
PAD_PX: Final = 4
STRIP_PX: Final = 15
EDGE_PX: Final = 7  # from an end of a clip, where a press trims it
_ROUND_PX: Final = 4
_LEAST_PICTURE_PX: Final = 18
_LEAST_NAME_PX: Final = 28
_LEAST_BOX_PX: Final = 6


@dataclass(frozen=True)
class ClipLook:
    """How one clip is painted. `yields`: it makes room for the one that is dragged."""

    chosen: bool = False
    yields: bool = False
    edge: str = ""  # the end under the mouse, "left" or "right"


def clip_box(time: FilmTime, clip: Clip) -> QRectF:
    """Where a clip lies on the lane."""
    left, right = time.x(clip.start), time.x(clip.end)
    return QRectF(left, PAD_PX, max(right - left, 2.0), FILM_PX - 2 * PAD_PX - 1)


def paint_clip(
    painter: QPainter,
    time: FilmTime,
    clip: Clip,
    thumbnails: Thumbnails,
    look: ClipLook,
    fps: float,
    width_px: int,
) -> None:
    """Paint a clip of a film at `fps`, as far as it lies in the `width_px` of the lane."""
    box = clip_box(time, clip).adjusted(0.5, 0.5, -0.5, -0.5)
    if box.right() < -1 or box.left() > width_px + 1:
        return
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(box, _ROUND_PX, _ROUND_PX)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, mix(theme.DESK, theme.SERIES[5], 0.16))
    _paint_pictures(painter, time, clip, thumbnails, box, fps, width_px)
    strip = QRectF(box.left(), box.top(), box.width(), STRIP_PX)
    painter.fillRect(strip, mix(theme.DESK, theme.SERIES[5], 0.85 if look.chosen else 0.36))
    seen = strip.intersected(QRectF(0, 0, width_px, FILM_PX)).adjusted(5, 0, -5, 0)
    if seen.width() >= _LEAST_NAME_PX:
        font = painter.font()
        font.setPixelSize(10)
        font.setBold(look.chosen)
        painter.setFont(font)
        painter.setPen(QColor(theme.ON_ACCENT if look.chosen else theme.TEXT))
        name = painter.fontMetrics().elidedText(clip.name, Qt.TextElideMode.ElideRight, int(seen.width()))
        painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    painter.restore()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.yields:
        painter.setPen(QPen(QColor(theme.WARN), 1.4, Qt.PenStyle.DashLine))
    elif look.chosen:
        painter.setPen(QPen(QColor(theme.TEXT), 1.6))
    else:
        painter.setPen(QPen(mix(theme.SERIES[5], theme.DESK, 0.45), 1))
    painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    if look.edge:
        _paint_grip(painter, box, look.edge)
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)


def paint_ghost(painter: QPainter, time: FilmTime, clip: Clip, by: float) -> None:
    """Paint where the hand holds a clip, `by` frames from its place; where it lands is painted as a clip."""
    box = clip_box(time, clip)
    box.moveLeft(time.x(clip.start + by))
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(theme.TEXT, 0.75), 1, Qt.PenStyle.DotLine))
    painter.setBrush(faded(theme.SERIES[5], 0.30))
    painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)


def paint_snap(painter: QPainter, x_px: float) -> None:
    """Paint the line that a drag has snapped to."""
    painter.fillRect(QRectF(round(x_px) - 0.5, 0, 1.5, FILM_PX), QColor(theme.WARN))


def _paint_pictures(
    painter: QPainter,
    time: FilmTime,
    clip: Clip,
    thumbnails: Thumbnails,
    box: QRectF,
    fps: float,
    width_px: int,
) -> None:
    footage = clip.footage
    if box.width() < _LEAST_BOX_PX:
        return  # hundreds of clips, all in sight: more pictures than can be kept, to see nothing in them
    top, height = box.top() + STRIP_PX, box.height() - STRIP_PX
    if thumbnails.damaged(footage):
        painter.setPen(QPen(faded(theme.BAD, 0.7), 1))
        painter.drawLine(QPointF(box.left(), top), box.bottomRight())
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), top))
        return
    wide = max(_LEAST_PICTURE_PX, round(height * footage.width_px / footage.height_px))
    # counted from where the footage begins: trimming must not make the pictures run along
    origin = time.x(clip.start - clip.skipped_s * fps)
    first = math.floor((max(box.left(), 0.0) - origin) / wide)
    last = math.ceil((min(box.right(), width_px) - origin) / wide)
    pixels = round(height * painter.device().devicePixelRatioF())
    for slot in range(first, last):
        x = origin + slot * wide
        frame = clip.footage_frame(math.floor(time.frame_at(x + wide / 2)), fps)
        step = footage.fps / fps * (time.frame_at(x + wide) - time.frame_at(x))  # frames a picture stands for
        coarse = 2 ** max(0, math.floor(math.log2(max(step, 1.0))))  # so that zooming asks for few new ones
        found = thumbnails.get(footage, frame // coarse * coarse, pixels)
        if found is not None:
            painter.drawImage(QRectF(x, top, wide, height), found)
            painter.fillRect(QRectF(x + wide - 1, top, 1, height), faded(theme.DESK, 0.55))


def _paint_grip(painter: QPainter, box: QRectF, edge: str) -> None:
    bar = QRectF(0, box.top() + STRIP_PX + 6, 3, box.height() - STRIP_PX - 12)
    bar.moveLeft(box.left() + 3 if edge == "left" else box.right() - 6)
    painter.setPen(QPen(faded(theme.DESK, 0.8), 1))
    painter.setBrush(QColor(theme.TEXT))
    painter.drawRoundedRect(bar, 1.5, 1.5)
