"""The layers of notes on the piano roll: other tracks, the track itself, candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QStaticText

from artstudio.ui import theme
from artstudio.ui.timeline import raster
from artstudio.ui.timeline.axes import PITCHES
from artstudio.ui.timeline.colours import flat_colours, mix, note_colours, track_colour
from artstudio.ui.timeline.pitches import pitch_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from artstudio.documents.music import MusicTrack
    from artstudio.sdk import Notes
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.raster import Colours
    from artstudio.ui.timeline.view import View

GHOST_ALPHA = 0.16
PREVIEW_ALPHA = 0.85
MAX_NAMES = 400  # more names than this nobody reads
NAME_WIDTH_PX, NAME_HEIGHT_PX = 26.0, 12.0

_names: dict[int, QStaticText] = {}


def colour_of(view: View, track: MusicTrack) -> str:
    """The track's colour, or grey where it is not heard."""
    if track not in view.music.audible():
        return theme.TEXT_OFF
    shown = [one.id for one in view.music.tracks if not one.track.conductor]
    return track_colour(shown.index(track.id)) if track.id in shown else theme.TEXT_OFF


def paint_notes(painter: QPainter, view: View, editor: NoteEditor) -> None:
    """The notes of the track, brighter the louder, chosen ones on top."""
    track = editor.track
    if track is None:
        return
    index = editor.index
    run = index.between(*view.time.span())
    notes, chosen = index.notes[run], editor.chosen[run]
    levels = 1 + (notes["velocity"] >> 3) + np.where(chosen, 16, 0)
    if chosen.any():  # chosen ones last, so that they lie on top
        order = np.concatenate([np.flatnonzero(~chosen), np.flatnonzero(chosen)])
        notes, levels = notes[order], levels[order]
    _paint(painter, view, notes, levels, *note_colours(colour_of(view, track)))


def paint_ghosts(painter: QPainter, view: View, track_id: str | None) -> None:
    """The notes of all other tracks, faint."""
    span = view.time.span()
    parts = [
        track.track.notes[view.index(track.track.notes).between(*span)]
        for track in view.music.audible()
        if track.id != track_id
    ]
    if any(len(part) for part in parts):
        colours = flat_colours(theme.TEXT, GHOST_ALPHA)
        _paint(painter, view, np.concatenate(parts), 1, colours, colours)


def paint_preview(painter: QPainter, view: View, notes: Notes) -> None:
    """Notes that are just being made."""
    start, end = view.time.span()
    seen = (notes["start"] < end) & (notes["start"] + notes["length"] > start)
    if seen.any():
        fills, borders = (
            flat_colours(theme.ACCENT, PREVIEW_ALPHA * 0.6),
            flat_colours(theme.ACCENT_BRIGHT, 1.0),
        )
        _paint(painter, view, notes[seen], 1, fills, borders)


def paint_names(painter: QPainter, view: View, editor: NoteEditor) -> None:
    """Pitch names on the notes that have room for them."""
    if view.pitch.row_px < NAME_HEIGHT_PX:
        return
    start, end = view.time.span()
    index = editor.index
    notes = index.notes[index.between(start, end)]
    high, low = view.pitch.pitch(0), view.pitch.pitch(view.pitch.height_px)
    wide = notes["length"] * view.time.px_per_tick >= NAME_WIDTH_PX
    notes = notes[wide & (notes["pitch"] >= low) & (notes["pitch"] <= high)]
    if len(notes) > MAX_NAMES:
        return
    font = QFont(painter.font())
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(QColor(mix(theme.DESK, theme.ON_ACCENT, 0.5)))
    down = (view.pitch.row_px - 1 - painter.fontMetrics().height()) / 2
    for note in notes:
        x = max(view.time.x(float(note["start"])), 0.0) + 4
        y = view.pitch.y(int(note["pitch"])) + down
        painter.drawStaticText(QPointF(x, y), _name(int(note["pitch"])))


def _name(pitch: int) -> QStaticText:
    if pitch not in _names:
        _names[pitch] = QStaticText(pitch_name(pitch))
        _names[pitch].setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return _names[pitch]


def _paint(
    painter: QPainter, view: View, notes: Notes, levels: np.ndarray | int, fills: Colours, borders: Colours
) -> None:
    ratio = painter.device().devicePixelRatioF()
    time, pitch = view.time, view.pitch
    width, height = round(time.width_px * ratio), round(pitch.height_px * ratio)
    if not len(notes) or width < 1 or height < 1:
        return
    high = min(PITCHES - 1, pitch.pitch(0) + 1)
    rows = high - pitch.pitch(pitch.height_px) + 2
    found = raster.spans(
        notes["start"], notes["start"] + notes["length"], high - notes["pitch"].astype(np.int64),
        time.px_per_tick * ratio, round(time.left_px * ratio), width, rows,
    )  # fmt: skip
    picked = levels if isinstance(levels, int) else levels[found.kept]
    picture = raster.filled(found, picked, width, rows)
    edge, body = raster.bordered(found, picture, fills, borders)
    pixels, top = raster.stretched(edge, body, -pitch.y(high) * ratio, pitch.row_px * ratio, height)
    raster.draw(painter, pixels, top)
