"""Keeps one rendered stem a track equal to the document, off the window's thread."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from artstudio.documents.music import Music
from artstudio.sdk import Clock, Score, Track, notes_array
from artstudio.sound.mix import Mix, Stem
from artstudio.sound.notes import played
from artstudio.sound.renderer import Renderer, SoundFailed, channel_of
from artstudio.ui.qthreads import in_background
from artstudio.ui.timeline.track_edits import shown_tracks

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.documents.music import MusicTrack
    from artstudio.sdk import Tempo
    from artstudio.sound.mix import Piece

NOTE_TICKS = 480  # of a note heard alone: half a second at 120 quarters a minute
# a track of which not even the gaps are known yet
UNKNOWN = Stem(gaps=np.array([[-1, 0, np.iinfo(np.int64).max]]))


class _Kept(NamedTuple):
    """What is heard of a track; `whole` when it is the sound of `track` from beginning to end."""

    track: Track
    tempos: tuple[Tempo, ...]
    ticks_per_quarter: int
    stem: Stem
    whole: bool

    def in_time(self, music: Music) -> bool:
        return (music.tempos, music.ticks_per_quarter) == (self.tempos, self.ticks_per_quarter)


class _Grown(NamedTuple):
    turn: int
    tracks: list[MusicTrack]
    before: dict[str, Stem]
    stems: tuple[Stem, ...]


class Stems(QObject):
    """Renders what changed, newest state first, from the playhead on.

    A track that did not change is never rendered again. One that did is heard as it was until each stretch
    is there anew, unless the tempo changed: then it has gaps, at which the transport waits.
    """

    changed = Signal()  # another stretch is there
    failed = Signal(object)
    _made = Signal()

    def __init__(self, soundfont: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.renderer = Renderer(soundfont)
        self.first_s = 0.0  # where the rendering that goes on began
        self._music = Music()
        self._kept: dict[str, _Kept] = {}
        self._grown: _Grown | None = None  # the newest result, until the window's thread takes it
        self._turn = 0  # counts the states of the music that were asked for; a stale rendering ends itself
        self._running = False
        self._broken = False
        self._closed = False
        # held while the renderer is used, so that closing it cannot be overtaken by a last request
        self._rendering, self._sounding = threading.Lock(), threading.Lock()
        self._made.connect(self._keep)

    @property
    def complete(self) -> bool:
        """Whether every track can be heard as it is now, or never will."""
        return self._broken or not self._stale()

    def mix(self, music: Music) -> Mix:
        """What is rendered so far, at the levels of `music`."""
        return Mix(
            tuple(
                (self._stem(track, music), replace(channel_of(track.track), mute=track.mute, solo=track.solo))
                for track in shown_tracks(music)
            )
        )

    def render(self, music: Music, first_s: float) -> None:
        """Bring the stems up to `music`, what sounds at `first_s` and after it first."""
        self._music = music
        self.first_s = first_s
        self._turn += 1
        self._broken = False
        self._kept = {track.id: self._kept[track.id] for track in music.tracks if track.id in self._kept}
        if not self._running:
            self._start()

    def note(self, track: Track, pitch: int, velocity: int) -> Piece:
        """The sound of one note on the instrument of `track`. For any thread; takes milliseconds.

        Raises:
            SoundFailed, BadFile: as `Renderer.piece`; also once this is closed.
        """
        note = notes_array([(0, NOTE_TICKS, pitch, velocity)], track.channel)
        alone = Track(note, program=track.program, channel=track.channel)
        with self._sounding:
            if self._closed:
                raise SoundFailed("the sound has been switched off")
            return self.renderer.piece(played(alone, Clock(Score())))

    def close(self) -> None:
        """End the helper; waits for the piece that is being rendered. For any thread."""
        self._closed = True
        self._turn += 1
        with self._rendering, self._sounding:
            self.renderer.close()

    def _start(self) -> None:
        stale = self._stale()
        if self._closed or not stale:
            return
        self._running = True
        turn, music, first_s = self._turn, self._music, self.first_s
        before = {
            track.id: kept.stem
            for track in stale
            if (kept := self._kept.get(track.id)) and kept.in_time(music)
        }

        def work() -> None:
            with self._rendering:
                tracks = [track.track for track in stale]
                for stems in self.renderer.stems(tracks, music.clock(), first_s):
                    if self._turn != turn:
                        return
                    self._grown = _Grown(turn, stale, before, stems)
                    self._made.emit()

        in_background(self, "sound", work, lambda _none: self._end(), self._fail)

    def _keep(self) -> None:
        grown, self._grown = self._grown, None
        if grown is None or grown.turn != self._turn:
            return
        music = self._music
        for track, stem in zip(grown.tracks, grown.stems, strict=True):
            before = grown.before.get(track.id)
            heard = stem if before is None else stem.over(before)
            self._kept[track.id] = _Kept(
                track.track, music.tempos, music.ticks_per_quarter, heard, not len(stem.gaps)
            )
        self.changed.emit()

    def _end(self) -> None:
        self._running = False
        self._start()  # the music may have changed meanwhile

    def _fail(self, error: Exception) -> None:
        self._running = False
        self._broken = True
        self.failed.emit(error)

    def _stem(self, track: MusicTrack, music: Music) -> Stem:
        kept = self._kept.get(track.id)
        stem = kept.stem if kept and kept.in_time(music) else UNKNOWN
        # what cannot be rendered is silent and keeps nothing else waiting
        return Stem(stem.pieces) if self._broken or not len(track.track.notes) else stem

    def _stale(self) -> list[MusicTrack]:
        return [track for track in shown_tracks(self._music) if not self._holds(track)]

    def _holds(self, track: MusicTrack) -> bool:
        """Whether the stem kept is of this very sound; name, levels and place do not matter."""
        kept = self._kept.get(track.id)
        if kept is None:
            return False
        now, then = track.track, kept.track
        return (
            kept.whole
            and now.notes is then.notes
            and (now.program, now.channel, now.events) == (then.program, then.channel, then.events)
            and kept.in_time(self._music)
        )
