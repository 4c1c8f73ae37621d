"""The timeline pane: joins its views to the session and to the player."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QLayout, QVBoxLayout, QWidget

from artstudio.sdk import Score
from artstudio.ui.qthreads import in_background
from artstudio.ui.splitter import Splitter
from artstudio.ui.timeline.arrange import LANE_PX
from artstudio.ui.timeline.editor import NoteEditor
from artstudio.ui.timeline.map_edits import holding
from artstudio.ui.timeline.mark_menu import MapEditor
from artstudio.ui.timeline.note_area import NoteArea
from artstudio.ui.timeline.note_commands import NoteCommands, Quantise
from artstudio.ui.timeline.overview import Overview
from artstudio.ui.timeline.pane_actions import timeline_actions
from artstudio.ui.timeline.player import Player
from artstudio.ui.timeline.preview import Preview
from artstudio.ui.timeline.ruler import PLAIN_PX
from artstudio.ui.timeline.transport_bar import TransportBar
from artstudio.ui.timeline.view import Loop, View

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QResizeEvent, QShowEvent

    from artstudio.documents.project import Change
    from artstudio.sdk import Media
    from artstudio.ui.actions import Action
    from artstudio.ui.session import Session

OVERVIEW_SHARE, MOST_LANES = 0.3, 4
ROOM_FOR_OVERVIEW_PX = 300  # a lower pane is left to the selected track
FIRST_BARS = 8
MIDI_SUFFIXES = (".mid", ".midi")


@dataclass(frozen=True)
class Standing:
    """What a timeline hands on to its successor; `view` is None where it was never seen."""

    view: View | None
    halves_px: list[int]
    quantising: Quantise
    tick: float
    playing: bool
    metronome: bool
    volume: float


class TimelinePane(QWidget):
    """All tracks above, the notes of the selected one below, and what plays them."""

    def __init__(self, session: Session, player: Player | None = None) -> None:
        super().__init__()
        self.session = session
        music = session.project.sheet.music
        self.view = View(music, self)
        self.editor = NoteEditor(session, self)
        self.commands = NoteCommands(self.editor, self.view, self)
        self.maps = MapEditor(session, self)
        self.transport = TransportBar()
        self.overview = Overview(session, self.view, self.editor)
        self.area = NoteArea(self.view, self.editor)
        self.tracks, self.arrange = self.overview.tracks, self.overview.arrange
        self.film = self.overview.film
        self.tools, self.roll = self.area.tools, self.area.roll
        self.player = player or Player(self._soundfont())
        self.player.setParent(self)
        self._fitted = False
        self._film_px = 0  # the height of the film's lane
        self._preview = Preview()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.roll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a click on a head or a button leaves the keys here
        self._lay_out()
        self._connect()
        self._show_music()
        self._show_options()
        self._show_player()

    def pane_actions(self) -> list[Action]:
        """What the menus and keys do here."""
        return timeline_actions(
            self.view, self.editor, self.commands, self.tracks, self.player, self.film,
            seek=self.seek, fit=self.fit,
        )  # fmt: skip

    def show_preview(self, value: object) -> None:
        """Show notes while a model makes them, and go along with them; anything but a score ends that."""
        if not isinstance(value, Score):
            self.roll.set_preview(None)
            return
        notes = self._preview.new_notes(value, self.view.music)
        self.roll.set_preview(notes)
        if len(notes) and self.view.follow and not self.player.playing:
            self.view.time.grow(int(notes["start"][-1]))
            self.view.time.reveal(int(notes["start"][-1]))

    def audition(self, value: object) -> None:
        """Let a score be heard by itself, such as a candidate; anything else ends that."""
        if isinstance(value, Score):
            self.player.play_alone(value)
        else:
            self.player.stop_alone()

    def seek(self, tick: float) -> None:
        """Put the playhead at `tick`, playing or not."""
        self.player.seek(tick)
        self.session.select(playhead_tick=self.view.playhead_tick)

    def shut_down(self) -> None:
        """Fall silent and end the helper that renders; the pane is not used afterwards."""
        self.player.close()
        self.film.close()

    def standing(self) -> Standing:
        """How the music is looked at and played."""
        player = self.player
        return Standing(
            self.view if self._fitted else None, self._halves.sizes(), self.commands.quantising, player.tick,
            player.playing and not player.alone, player.metronome, player.transport.volume,
        )  # fmt: skip

    def resume(self, standing: Standing) -> None:
        """Go on as `standing` said of another pane, with the same music."""
        if standing.view is not None:
            self._fitted = True
            self._halves.setSizes(standing.halves_px)
            self.view.resume(standing.view)
        self.commands.quantising = standing.quantising
        self.player.set_volume(standing.volume)
        if standing.metronome:
            self.player.toggle_metronome()
        self.seek(standing.tick)
        if standing.playing:
            self.player.play()
        self._show_player()

    # ------------------------------------------------------------------------------------------- answers

    def _on_change(self, change: Change) -> None:
        if change.new.music is not change.old.music:
            had_notes = any(len(track.track.notes) for track in change.old.music.tracks)
            self._show_music()
            if not had_notes and change.origin is not self.editor:
                self._show_beginning()

    def _on_other_project(self) -> None:
        self.player.pause()
        self.view.set_loop(Loop())
        self._show_music()
        self.player.seek(self.session.selection.playhead_tick)
        self._show_beginning()

    def _on_selection(self) -> None:
        tick = self.session.selection.playhead_tick
        if not self.player.playing and tick != self.view.playhead_tick:
            self.player.seek(tick)

    # --------------------------------------------------------------------------------------------- sound

    def _soundfont(self) -> Path | None:
        """The artist's own SoundFont, as long as it is there."""
        studio = self.session.studio
        if not studio or not studio.settings.soundfont:
            return None
        path = Path(studio.settings.soundfont)
        if path.is_file():
            return path
        missing = self.tr("The SoundFont {name} is gone; the built-in sounds play.")
        self.transport.show_status(missing.format(name=path.name))
        return None

    def _follow_sound(self, tick: float) -> None:
        self.view.move_playhead(tick)
        if self.player.playing and self.view.follow:
            self.view.time.reveal(tick)
            self.view.overview.reveal(tick)
        if not self.player.playing:
            self.session.select(playhead_tick=tick)

    def _show_player(self) -> None:
        player = self.player
        self.transport.show_playing(player.playing)
        self.transport.show_options(
            metronome=player.metronome, follow=self.view.follow, volume=player.transport.volume
        )

    def _hear(self, pitch: int, velocity: int) -> None:
        if track := self.editor.track:
            self.player.audition(track.track, pitch, velocity)

    def _choose_soundfont(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose SoundFont"))
        dialog.setNameFilter(self.tr("SoundFonts (*.sf2 *.SF2)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.player.set_soundfont(Path(path)))
        dialog.open()

    def _on_setting(self, name: str) -> None:
        if name == "soundfont":
            self.player.set_soundfont(self._soundfont())

    def _remember_soundfont(self, path: str) -> None:
        if self.session.studio:
            self.session.studio.settings.soundfont = path
            self.session.save_settings()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.player.warm()

    def _show_music(self) -> None:
        music = self.session.project.sheet.music
        self.view.set_music(music)
        self.player.set_music(music)
        self._show_playhead()

    def _show_playhead(self) -> None:
        tick, music = self.view.playhead_tick, self.view.music
        clock = self.view.clock
        self.transport.show_place(tick, clock)
        if not self.transport.tempo.hasFocus():
            self.transport.show_tempo(clock.bpm(tick), clock.bar_at(tick).metre)
        key = holding(music.keys, tick)
        self.tools.show_key(key.name if key else "C")

    def _show_options(self) -> None:
        view = self.view
        self.tools.show_options(view.tool, view.division, ghosts=view.ghosts, scale=view.scale)
        self.transport.show_loop(view.loop.on)

    # ---------------------------------------------------------------------------------------------- view

    def fit(self) -> None:
        """Show the whole piece in roll and overview, and the pitches of the selected track."""
        self.view.fit_roll()
        self.view.fit_overview()
        self._fit_pitches()

    def _show_beginning(self) -> None:
        """A new piece: all of it in the overview, its first bars in the roll."""
        bar = self.view.clock.bar_at(0)
        self.view.time.fit(0, FIRST_BARS * bar.length)
        self.view.fit_overview()
        self._fit_pitches()

    def _fit_pitches(self) -> None:
        notes = self.editor.notes
        if len(notes):
            pitches = notes["pitch"]
            self.view.pitch.fit(int(pitches.min()), int(pitches.max()), float(np.median(pitches)))
        else:
            self.view.pitch.centre(64)

    def _open_clip(self, track_id: str, start: int, end: int) -> None:
        self.session.select(track_id=track_id)
        self.view.time.fit(start, end)
        self._fit_pitches()

    def minimumSizeHint(self) -> QSize:
        bar, area = self.transport.minimumSizeHint(), self.area.minimumSizeHint()
        return QSize(max(bar.width(), area.width()), bar.height() + area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overview.setVisible(self.height() >= ROOM_FOR_OVERVIEW_PX)

    def _make_room_for_film(self) -> None:
        """The lane of the film comes and goes at the cost of the lower half: the tracks keep their height."""
        upper, lower = self._halves.sizes()
        by = self.overview.film_px - self._film_px
        if by and self._fitted:
            self._halves.setSizes([upper + by, lower - by])
        self._film_px = self.overview.film_px

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:  # only now the views have their sizes
            self._fitted = True
            lanes = min(max(round((self.height() * OVERVIEW_SHARE - PLAIN_PX) / LANE_PX), 1), MOST_LANES)
            upper = PLAIN_PX + lanes * LANE_PX + self.overview.film_px  # no track is cut in half
            self._halves.setSizes([upper, self.height() - upper])
            self._show_beginning()

    # --------------------------------------------------------------------------------------------- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).suffix.lower() in MIDI_SUFFIXES for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if path.suffix.lower() in MIDI_SUFFIXES:
                self.import_file(path)
        event.acceptProposedAction()

    def import_file(self, path: Path) -> None:
        """Add the tracks of a MIDI file to the project, as one step."""
        from artstudio.studio.files import read_media
        from artstudio.studio.landing import landing_edit

        def land(value: Media) -> None:
            self.session.do(landing_edit(self.session.project.sheet, value, path.stem))

        in_background(self, "import", lambda: read_media(path), land, self.session.failed.emit)

    # ------------------------------------------------------------------------------------------ building

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._on_other_project)
        session.selection_changed.connect(self._on_selection)
        session.settings_changed.connect(self._on_setting)
        session.previewed.connect(self.show_preview)
        session.audition.connect(self.audition)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.shut_down)
        view.options_changed.connect(self._show_options)
        view.loop_changed.connect(self._show_options)
        view.playhead_moved.connect(self._show_playhead)
        self.editor.track_changed.connect(self._fit_pitches)
        for ruler in (self.area.ruler, self.overview.ruler):
            ruler.sought.connect(self.seek)
            ruler.held.connect(session.projector.scrub)
            ruler.mark_opened.connect(self.maps.open_mark)
            ruler.menu_wanted.connect(self.maps.show_menu)
        self.arrange.track_pressed.connect(lambda track_id: session.select(track_id=track_id))
        self.arrange.clip_opened.connect(self._open_clip)
        tools = self.tools
        tools.tool_chosen.connect(view.set_tool)
        tools.division_chosen.connect(view.set_division)
        tools.quantise_wanted.connect(self.commands.quantise)
        tools.quantise_changed.connect(lambda how: setattr(self.commands, "quantising", how))
        tools.option_toggled.connect(view.set_option)
        tools.key_chosen.connect(lambda key: self.maps.set_key(view.playhead_tick, key))
        tools.fit_wanted.connect(self.fit)
        tools.zoomed.connect(lambda factor: view.time.zoom(factor, view.time.width_px / 2))
        transport = self.transport
        player = self.player
        player.moved.connect(self._follow_sound)
        self.film.follow(player)
        self.film.sought.connect(self.seek)
        self.film.shown.connect(self._make_room_for_film)
        self._make_room_for_film()
        player.changed.connect(self._show_player)
        player.said.connect(transport.show_status)
        player.failed.connect(session.failed)
        player.soundfont_changed.connect(self._remember_soundfont)
        self.roll.track_wanted.connect(self.tracks.add)
        self.editor.heard.connect(self._hear)
        self.area.keyboard.pressed.connect(lambda pitch: self._hear(pitch, self.editor.velocity))
        view.loop_changed.connect(lambda: player.set_loop(view.loop))
        transport.play_toggled.connect(player.toggle)
        transport.stopped.connect(player.stop)
        transport.rewound.connect(lambda: self.seek(0))
        transport.loop_toggled.connect(lambda on: view.set_loop(Loop(view.loop.start, view.loop.end, on)))
        transport.metronome_toggled.connect(player.toggle_metronome)
        transport.follow_toggled.connect(lambda on: view.set_option("follow", on))
        transport.volume_changed.connect(player.set_volume)
        transport.soundfont_wanted.connect(self._choose_soundfont)
        transport.default_soundfont_wanted.connect(lambda: player.set_soundfont(None))
        transport.tempo_chosen.connect(lambda bpm: self.maps.set_tempo(view.playhead_tick, bpm))
        transport.tempo_ended.connect(self.maps.end_run)
        transport.metre_chosen.connect(lambda n, d: self.maps.set_metre(view.playhead_tick, n, d))

    def _lay_out(self) -> None:
        halves = self._halves = Splitter(Qt.Orientation.Vertical)
        for half in (self.overview, self.area):
            halves.addWidget(half)
        halves.setStretchFactor(1, 1)
        halves.setCollapsible(1, False)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.transport)
        column.addWidget(halves, 1)
