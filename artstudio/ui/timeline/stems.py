"""Keeps one rendered stem a track equal to the document, off the window's thread."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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


class _Kept(NamedTuple):
    track: Track
    tempos: tuple[Tempo, ...]
    ticks_per_quarter: int
    stem: Stem


class Stems(QObject):
    """Renders what changed, newest state first; a track that did not change is never rendered again."""

    changed = Signal()  # another stem is there
    ready = Signal()  # all of them are
    failed = Signal(object)
    _made = Signal(str, object)

    def __init__(self, soundfont: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.renderer = Renderer(soundfont)
        self._music = Music()
        self._kept: dict[str, _Kept] = {}
        self._turn = 0  # counts the states of the music that were asked for; a stale rendering ends itself
        self._running = False
        self._broken = False
        self._closed = False
        # held while the renderer is used, so that closing it cannot be overtaken by a last request
        self._rendering, self._sounding = threading.Lock(), threading.Lock()
        self._made.connect(self._keep)

    @property
    def complete(self) -> bool:
        """Whether every track can be heard as it is now."""
        return self._broken or not self._stale()

    def mix(self, music: Music) -> Mix:
        """What is rendered so far, at the levels of `music`."""
        parts = []
        for track in shown_tracks(music):
            if kept := self._kept.get(track.id):
                channel = replace(channel_of(track.track), mute=track.mute, solo=track.solo)
                parts.append((kept.stem, channel))
        return Mix(tuple(parts))

    def render(self, music: Music) -> None:
        """Bring the stems up to `music`."""
        self._music = music
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
        if self._closed:
            return
        if not stale:
            self.ready.emit()
            return
        self._running = True
        turn, music = self._turn, self._music

        def work() -> None:
            with self._rendering:
                for track in stale:
                    if self._turn != turn:
                        return
                    stem = self.renderer.stem(track.track, music.clock(), lambda: self._turn == turn)
                    if self._turn == turn:
                        kept = _Kept(track.track, music.tempos, music.ticks_per_quarter, stem)
                        self._made.emit(track.id, kept)

        in_background(self, "sound", work, lambda _none: self._end(), self._fail)

    def _keep(self, track_id: str, kept: _Kept) -> None:
        self._kept[track_id] = kept
        self.changed.emit()

    def _end(self) -> None:
        self._running = False
        self._start()  # the music may have changed meanwhile

    def _fail(self, error: Exception) -> None:
        self._running = False
        self._broken = True
        self.failed.emit(error)

    def _stale(self) -> list[MusicTrack]:
        return [track for track in shown_tracks(self._music) if not self._holds(track)]

    def _holds(self, track: MusicTrack) -> bool:
        """Whether the stem kept is of this very sound; name, levels and place do not matter."""
        kept = self._kept.get(track.id)
        if kept is None:
            return False
        music, now, then = self._music, track.track, kept.track
        return (
            now.notes is then.notes
            and (now.program, now.channel, now.events) == (then.program, then.channel, then.events)
            and (music.tempos, music.ticks_per_quarter) == (kept.tempos, kept.ticks_per_quarter)
        )
