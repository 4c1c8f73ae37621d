"""What the views of the pane share beside the document: axes, grid, tool, loop and playhead."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.ui.timeline.axes import PitchAxis, TimeAxis
from artstudio.ui.timeline.grid import Division, Grid
from artstudio.ui.timeline.raster import NoteIndex

if TYPE_CHECKING:
    from artstudio.documents.music import Music
    from artstudio.sdk import Clock, Notes

EMPTY_BARS = 16  # shown of a piece without notes
ROOM_BARS = 8  # to write in behind the last note


class Tool(Enum):
    """What a press of the mouse on the piano roll begins."""

    PENCIL = "pencil"
    SELECT = "select"
    ERASER = "eraser"


@dataclass(frozen=True, slots=True)
class Loop:
    """The stretch to be repeated, in ticks; empty until the artist draws one."""

    start: int = 0
    end: int = 0
    on: bool = False

    @property
    def playing(self) -> bool:
        """Whether it takes hold."""
        return self.on and self.end > self.start


class View(QObject):
    """How the music is looked at; none of it is saved or undone."""

    options_changed = Signal()  # tool, division, ghosts, scale, follow
    loop_changed = Signal()
    playhead_moved = Signal()
    music_changed = Signal()

    def __init__(self, music: Music, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.time = TimeAxis(self)  # of the roll
        self.overview = TimeAxis(self)  # of all tracks; shows the whole piece until the artist zooms into it
        self.pitch = PitchAxis(self)
        self.tool = Tool.PENCIL
        self.division = Division()
        self.ghosts = True
        self.scale = False
        self.follow = True
        self.loop = Loop()
        self.playhead_tick = 0.0
        self.film_s = 0.0  # how long the film is; it may go on behind the music
        self.music = music
        self.grid = Grid(music.metres, music.ticks_per_quarter, self.division)
        self._indexes: dict[int, NoteIndex] = {}
        self.set_music(music)

    @property
    def clock(self) -> Clock:
        """Ticks to seconds and bars."""
        return self.music.clock()

    @property
    def end_tick(self) -> int:
        """Where both music and film are over."""
        return max(self.music.score().end_tick, math.ceil(self.clock.tick(self.film_s)))

    def set_film(self, seconds: float) -> None:
        """The film is so long from now on."""
        if seconds != self.film_s:
            self.film_s = seconds
            self.set_music(self.music)

    def set_music(self, music: Music) -> None:
        """Look at `music` from now on."""
        self.music = music
        kept = {id(track.track.notes) for track in music.tracks}
        self._indexes = {key: index for key, index in self._indexes.items() if key in kept}
        self.grid = Grid(music.metres, music.ticks_per_quarter, self.division)
        clock = music.clock()
        end = max(self.end_tick, self.loop.end)
        bar = clock.bar_at(end)
        bars = max(ROOM_BARS, EMPTY_BARS - bar.number)
        for axis in (self.time, self.overview):
            axis.set_content(bar.end + bars * bar.length, music.ticks_per_quarter)
        if not self.overview.zoomed:
            self.fit_overview()
        self.music_changed.emit()

    def index(self, notes: Notes) -> NoteIndex:
        """`notes`, made searchable by time; made once for as long as the music holds them."""
        found = self._indexes.get(id(notes))
        if found is None or found.notes is not notes:
            found = self._indexes[id(notes)] = NoteIndex(notes)
        return found

    def set_tool(self, tool: Tool) -> None:
        self.tool = tool
        self.options_changed.emit()

    def set_division(self, division: Division) -> None:
        self.division = division
        self.grid = Grid(self.music.metres, self.music.ticks_per_quarter, division)
        self.options_changed.emit()

    def set_option(self, name: str, on: bool) -> None:
        """Switch `ghosts`, `scale` or `follow`."""
        setattr(self, name, on)
        self.options_changed.emit()

    def set_loop(self, loop: Loop) -> None:
        if loop != self.loop:
            self.loop = loop
            self.loop_changed.emit()

    def move_playhead(self, tick: float) -> None:
        if tick != self.playhead_tick:
            self.playhead_tick = tick
            self.playhead_moved.emit()

    def resume(self, other: View) -> None:
        """Look at the same music as `other` does."""
        self.tool, self.ghosts, self.scale, self.follow = other.tool, other.ghosts, other.scale, other.follow
        self.set_division(other.division)
        self.set_loop(other.loop)
        self.time.resume(other.time.standing())
        self.overview.resume(other.overview.standing())
        self.pitch.resume(other.pitch.standing())

    def fit_overview(self) -> None:
        """Show the whole piece in the overview."""
        self.overview.fit(0, self._end_tick())
        self.overview.zoomed = False

    def fit_roll(self) -> None:
        """Show the whole piece in the roll."""
        self.time.fit(0, self._end_tick())

    def _end_tick(self) -> int:
        bar = self.clock.bar_at(max(0, self.end_tick - 1))
        return max(bar.end, self.clock.bar_at(0).length * EMPTY_BARS)
