"""Plays the project: keeps what sounds equal to the document, and says where the music is."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from artstudio.documents.music import Music, music_from_score
from artstudio.sdk import StudioError
from artstudio.sound.metronome import clicks
from artstudio.sound.mix import Mix
from artstudio.sound.notes import USUAL_VOLUME, volume_gain
from artstudio.sound.output import Output, PortAudioSink
from artstudio.sound.soundfont import check_soundfont, default_soundfont
from artstudio.ui.qthreads import in_background
from artstudio.ui.timeline.fader import FadedTransport
from artstudio.ui.timeline.qt_sink import QtSink
from artstudio.ui.timeline.view import Loop
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from artstudio.sdk import Score, Track
    from artstudio.sound.mix import Piece
    from artstudio.sound.output import Sink
    from artstudio.ui.timeline.stems import Stems

FRAME_MS = 16
SETTLE_MS = 120  # a note drawn is sounded first, then its track is rendered
PATIENCE_MS = 250  # that the music waits for its sound before the artist is told why
RELEASE_MS = 10_000  # after so long a silence the sound device is given back


class Player(QObject):
    """Transport and sound of one pane. Times are ticks of the music last set.

    Nothing is rendered and no device is opened before the artist first wants to hear something.
    """

    changed = Signal()  # playing, metronome or volume
    moved = Signal(float)  # the tick that is heard
    said = Signal(str)  # a sentence about the sound, "" when there is nothing to say
    failed = Signal(object)
    soundfont_changed = Signal(str)
    _noticed = Signal(str)

    def __init__(
        self,
        soundfont: Path | None = None,
        sinks: Sequence[Callable[[], Sink]] = (PortAudioSink, QtSink),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.metronome = False
        self.transport = FadedTransport()
        self._output = Output(self.transport, self._noticed.emit, sinks)
        self._soundfont = soundfont
        self._closed = False
        self._stems: Stems | None = None
        self._music = Music()
        self._film_s = 0.0
        self._loop = Loop()
        self._begun_at = 0.0
        self._alone: Music | None = None  # a candidate that is heard in place of the project
        self._waiting = False  # play was pressed, the sound device is not open yet
        self._hungry = 0  # frames for which the music has waited for its sound
        self._preparing = False  # and the artist was told so
        self._opening = False
        self._device_notice = ""
        self._audition: tuple[Track, int, int] | None = None  # the next note to sound, the newest only
        self._auditioning = False
        self._frame = self._timer(FRAME_MS, self._follow, single=False)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._settle = self._timer(SETTLE_MS, self._render)
        self._release = self._timer(RELEASE_MS, self._let_go)
        self._noticed.connect(self._notice)

    @property
    def playing(self) -> bool:
        """Whether music runs, or will as soon as it can."""
        return self._waiting or self.transport.playing

    @property
    def alone(self) -> bool:
        """Whether a candidate is heard in place of the project."""
        return self._alone is not None

    @property
    def tick(self) -> float:
        """The tick that is heard now, or would be."""
        if self._alone:
            return self._begun_at
        return self._music.clock().tick(self.transport.position_s)

    @property
    def position_s(self) -> float:
        """The moment that is heard now, or would be, in seconds from the beginning."""
        if self._alone:
            return self._music.clock().seconds(self._begun_at)
        return self.transport.position_s

    # --------------------------------------------------------------------------------------------- document

    def set_music(self, music: Music) -> None:
        """Play `music` from now on: levels change at once, changed notes as soon as they are rendered."""
        tick, old = self.tick, self._music
        self._music = music
        if self._alone:
            return
        if self._stems:
            self._remix()
            self._settle.start()
        if (old.tempos, old.ticks_per_quarter) != (music.tempos, music.ticks_per_quarter):
            # the mix, which has gaps now, came first: nothing of the old tempo sounds at a new place
            self.transport.seek(music.clock().seconds(tick))
            self.set_loop(self._loop)
            if self.playing:
                self._render()
        if self.metronome:
            self._set_clicks()

    def set_film(self, seconds: float) -> None:
        """The film is so long: the transport runs to its end, also where the music is shorter."""
        if seconds != self._film_s:
            self._film_s = seconds
            if not self._alone:
                self._remix()
                self._set_clicks()

    def warm(self) -> None:
        """Render ahead, because the artist may want to hear something soon."""
        if self._stems is None and not self._music.silent:
            self._render()

    def set_loop(self, loop: Loop) -> None:
        self._loop = loop
        if self._alone:
            return
        clock = self._music.clock()
        if loop.playing:
            self.transport.set_loop(clock.seconds(loop.start), clock.seconds(loop.end))
        else:
            self.transport.set_loop(0, 0)

    # --------------------------------------------------------------------------------------------- transport

    def play_alone(self, score: Score) -> None:
        """Play `score` in place of the project, once; the playhead stays where it is."""
        self.stop_alone()
        self.pause()
        self._begun_at = self.tick
        names = (f"alone {number}" for number in count())
        self._alone = music_from_score(score, names)
        self.transport.set_loop(0, 0)
        self.transport.set_metronome(None)
        self.transport.seek(0)
        self._start()

    def stop_alone(self) -> None:
        """Go back to the project, if something else was played."""
        if self._alone is None:
            return
        self.transport.pause()
        self._waiting = False
        self._alone = None
        self.transport.seek(self._music.clock().seconds(self._begun_at))
        self.set_loop(self._loop)
        self._set_clicks()
        self._render()
        self._remix()
        self._stand()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Go on from the playhead."""
        self.stop_alone()
        self._begun_at = self.tick
        self._start()

    def _start(self) -> None:
        self._waiting = True
        self._release.stop()
        self._render()
        self._open()
        self._frame.start()
        self.changed.emit()
        self._begin()

    def pause(self) -> None:
        if self._alone:
            self.stop_alone()
            return
        self._waiting = False
        self.transport.pause()
        self._stand()

    def stop(self) -> None:
        """Go back to where playing began; once more, to the beginning."""
        was_playing = self.playing
        self.pause()
        self.seek(self._begun_at if was_playing else 0)

    def seek(self, tick: float) -> None:
        self.stop_alone()
        self.transport.seek(self._music.clock().seconds(max(0.0, tick)))
        if self.playing:
            self._render_here()
        self._begun_at = max(0.0, tick)
        self.moved.emit(self._begun_at)

    def toggle_metronome(self) -> None:
        self.metronome = not self.metronome
        if not self._alone:
            self._set_clicks()
        self.changed.emit()

    def set_volume(self, volume: float) -> None:
        """The master volume, 0-1."""
        self.transport.volume = volume

    def audition(self, track: Track, pitch: int, velocity: int) -> None:
        """Let one note of `track` sound at once; of many in a row the newest."""
        self._audition = (track, pitch, velocity)
        self._open()
        self._sound_next()

    def set_soundfont(self, path: Path | None) -> None:
        """Use another SoundFont (None: the built-in one); a file that is none is refused in a sentence."""

        def use(_none: None) -> None:
            self._soundfont = path
            if self._stems:
                stems, self._stems = self._stems, None
                in_background(
                    self, "old sound", stems.close, lambda _none: stems.deleteLater(), self.failed.emit
                )
                self._render()
            self.soundfont_changed.emit(str(path or ""))

        in_background(
            self, "SoundFont", lambda: check_soundfont(path) if path else None, use, self.failed.emit
        )

    def close(self) -> None:
        """Fall silent and give everything back; nothing is rendered afterwards."""
        self._closed = True
        for timer in (self._frame, self._settle, self._release):
            timer.stop()
        self._waiting = False
        self.transport.pause()
        self._output.stop()
        if self._stems:
            self._stems.close()
            self._stems = None

    # --------------------------------------------------------------------------------------------- sound

    def _made_stems(self) -> Stems | None:
        if self._closed:  # a change that was still on its way must not start a helper again
            return None
        if self._stems is None:
            from artstudio.ui.timeline.stems import Stems  # slow to import

            try:
                stems = Stems(self._soundfont or default_soundfont(), self)
            except StudioError as error:
                self.failed.emit(error)
                return None
            stems.changed.connect(self._remix)
            stems.failed.connect(self._fail)
            self._stems = stems
        return self._stems

    def _render(self) -> None:
        self._settle.stop()
        music = self._alone or self._music
        if self._stems is None and music.silent:
            return
        if stems := self._made_stems():
            stems.render(music, self.transport.position_s)

    def _render_here(self) -> None:
        if self._stems and not self._stems.complete:
            self._render()

    def _remix(self) -> None:
        music = self._alone or self._music
        end_s = music.clock().seconds(music.score().end_tick)
        if not self._alone:
            end_s = max(end_s, self._film_s)
        self.transport.set_mix(self._stems.mix(music) if self._stems else Mix(), end_s)

    def _set_clicks(self) -> None:
        clock = self._music.clock()
        ends = (self._music.score().end_tick, clock.tick(self._film_s), self._loop.end)
        end = clock.bar_at(max(ends)).end
        self.transport.set_metronome(clicks(clock, end) if self.metronome else None)

    def _begin(self) -> None:
        """Start the music once there is something to hear it by; it waits by itself for its sound."""
        if self._waiting and self._output.name and not self._opening:
            self._waiting = False
            self._remix()
            self.transport.play()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._remix()

    def _open(self) -> None:
        """Open the sound device on a thread of its own: some take their time."""
        self._release.stop()
        if self._output.name is None and not self._opening:
            self._opening = True
            in_background(self, "sound device", self._output.start, self._opened, self._not_opened)

    def _opened(self, notice: str | None) -> None:
        self._opening = False
        self._notice(notice or "")
        self._begin()
        if not self.playing:
            self._release.start()

    def _not_opened(self, error: Exception) -> None:
        self._opening = False
        self._waiting = False
        self.failed.emit(error)
        self._stand()

    def _notice(self, template: str) -> None:
        """Keep saying what the sound device has to say, until it is opened anew."""
        self._device_notice = sentence(StudioError(template)) if template else ""
        self.said.emit(self._device_notice)

    def _follow(self) -> None:
        self._watch_hunger()
        if self.transport.playing:
            if not self._alone:
                self.moved.emit(self.tick)
        elif not self._waiting:  # the end was reached
            self.stop_alone() if self._alone else self._stand()

    def _watch_hunger(self) -> None:
        starving = self.transport.starving
        if starving and not self._hungry and self._stems and self.transport.position_s < self._stems.first_s:
            self._render_here()  # round the loop, to where rendering had not begun
        self._hungry = self._hungry + 1 if starving else 0
        preparing = self._hungry * FRAME_MS >= PATIENCE_MS
        if preparing != self._preparing:
            self._preparing = preparing
            self.said.emit(self.tr("Preparing the sound…") if preparing else self._device_notice)

    def _stand(self) -> None:
        self._frame.stop()
        self._watch_hunger()
        self._release.start()
        self.moved.emit(self.tick)
        self.changed.emit()

    def _let_go(self) -> None:
        if not self.playing:
            self._output.stop()

    def _sound_next(self) -> None:
        stems = self._made_stems()
        if self._audition is None or self._auditioning or stems is None:
            return
        (track, pitch, velocity), self._audition = self._audition, None
        self._auditioning = True
        volume = volume_gain(USUAL_VOLUME if track.volume is None else track.volume)

        def sound(piece: Piece) -> None:
            self._auditioning = False
            self.transport.preview(piece, volume)
            if not self.playing:
                self._release.start()
            self._sound_next()

        def fail(error: Exception) -> None:
            self._auditioning = False
            self.failed.emit(error)

        in_background(self, "note", lambda: stems.note(track, pitch, velocity), sound, fail)

    def _timer(self, ms: int, call: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(ms)
        timer.setSingleShot(single)
        timer.timeout.connect(call)
        return timer
