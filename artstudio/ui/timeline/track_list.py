"""The heads of all tracks, in line with the lanes of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from artstudio.ui.timeline import track_edits
from artstudio.ui.timeline.instrument_menu import instrument_menu
from artstudio.ui.timeline.note_layers import colour_of
from artstudio.ui.timeline.track_header import TrackHeader

if TYPE_CHECKING:
    from artstudio.documents.edits import Put
    from artstudio.documents.music import MusicTrack
    from artstudio.ui.session import Session
    from artstudio.ui.timeline.view import View


class TrackList(QScrollArea):
    """Keeps one head a track, and turns what is done to the heads into edits."""

    scrolled = Signal(int)

    def __init__(self, session: Session, view: View) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._shown_id: str | None = None
        self._run = ""  # edits of one drag of a slider merge
        self.heads: dict[str, TrackHeader] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are for the notes
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        view.music_changed.connect(self.refresh)
        session.selection_changed.connect(self._show_selected)
        self.refresh()

    def _show_selected(self) -> None:
        if self._session.selection.track_id != self._shown_id:
            self.refresh()

    def refresh(self) -> None:
        """Show the tracks as they are now."""
        tracks = track_edits.shown_tracks(self._view.music)
        for gone in self.heads.keys() - {track.id for track in tracks}:
            self.heads.pop(gone).deleteLater()
        selected = self._shown_id = self._session.selection.track_id
        for place, track in enumerate(tracks):
            head = self.heads.get(track.id)
            if head is None:
                head = self.heads[track.id] = self._new_head(track.id)
            if self._column.indexOf(head) != place:
                self._column.insertWidget(place, head)
            head.show_track(track, colour_of(self._view, track), selected=track.id == selected)

    # --------------------------------------------------------------------------------------------- edits

    def add(self) -> None:
        """A new track, selected."""
        sheet = self._session.project.sheet
        count = len(track_edits.shown_tracks(sheet.music)) + 1
        edit = track_edits.added(sheet, self.tr("Add Track"), self.tr("Track {n}").format(n=count))
        self._session.do(edit)
        self._session.select(track_id=edit.id)

    def remove(self, track_id: str) -> None:
        """Delete a track; its neighbour is selected."""
        shown = track_edits.shown_tracks(self._session.project.sheet.music)
        place = next((i for i, track in enumerate(shown) if track.id == track_id), None)
        if place is None:
            return
        rest = [track.id for track in shown if track.id != track_id]
        self._session.do(track_edits.removed(self.tr("Delete Track"), shown[place]))
        if rest:
            self._session.select(track_id=rest[min(place, len(rest) - 1)])

    def duplicate(self, track_id: str) -> None:
        """A copy behind the track, selected."""
        track = self._track(track_id)
        if track:
            name = self.tr("{name} copy").format(name=track.track.name or self.tr("Track"))
            edit = track_edits.duplicated(
                self._session.project.sheet, self.tr("Duplicate Track"), track, name
            )
            self._session.do(edit)
            self._session.select(track_id=edit.id)

    def shift(self, track_id: str, by: int, run: str = "") -> None:
        """Swap places with the neighbour above (-1) or below (1)."""
        track = self._track(track_id)
        if track and (
            edit := track_edits.moved(self._session.project.sheet, self.tr("Move Track"), track, by)
        ):
            self._do(edit, run)

    def switch(self, track_id: str, what: str, on: bool) -> None:
        """Switch `mute` or `solo`."""
        track = self._track(track_id)
        label = self.tr("Mute") if what == "mute" else self.tr("Solo")
        if track and getattr(track, what) != on:
            self._do(track_edits.changed(label, track, **{what: on}))

    def step(self, direction: int) -> None:
        """Select the track below (1) or above (-1)."""
        shown = [track.id for track in track_edits.shown_tracks(self._view.music)]
        here = self._session.selection.track_id
        place = shown.index(here) + direction if here in shown else -1
        if 0 <= place < len(shown):
            self._session.select(track_id=shown[place])

    def choose_instrument(self, track_id: str, program: int | None) -> None:
        """Another instrument; None is the drum kit."""
        if track := self._track(track_id):
            sheet = self._session.project.sheet
            self._do(track_edits.with_instrument(sheet, self.tr("Choose Instrument"), track, program))

    def _rename(self, track_id: str, name: str) -> None:
        track = self._track(track_id)
        if track and name.strip() and name.strip() != track.track.name:
            self._do(track_edits.changed(self.tr("Rename Track"), track, name=name.strip()))

    def _slide(self, track_id: str, what: str, value: int) -> None:
        track = self._track(track_id)
        label = self.tr("Volume") if what == "volume" else self.tr("Pan")
        if track and getattr(track.track, what) != value:
            self._do(track_edits.changed(label, track, **{what: value}), run=f"{what} {track_id}")

    def _do(self, edit: Put, run: str = "") -> None:
        self._session.do(edit, merge=bool(run) and run == self._run)
        self._run = run

    def _end_run(self) -> None:
        self._run = ""

    def _track(self, track_id: str) -> MusicTrack | None:
        tracks = self._session.project.sheet.music.tracks
        return next((track for track in tracks if track.id == track_id), None)

    # --------------------------------------------------------------------------------------------- menus

    def _show_instruments(self, track_id: str, at: QPoint) -> None:
        if track := self._track(track_id):
            menu = instrument_menu(
                self, track.track, lambda program: self.choose_instrument(track_id, program)
            )
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def _show_menu(self, track_id: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Rename"), self.heads[track_id].name.edit)
        menu.addAction(self.tr("Duplicate"), lambda: self.duplicate(track_id))
        menu.addAction(self.tr("Move Up"), lambda: self.shift(track_id, -1))
        menu.addAction(self.tr("Move Down"), lambda: self.shift(track_id, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.remove(track_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _new_head(self, track_id: str) -> TrackHeader:
        head = TrackHeader()
        head.picked.connect(lambda: self._session.select(track_id=track_id))
        head.renamed.connect(lambda name: self._rename(track_id, name))
        head.switched.connect(lambda what, on: self.switch(track_id, what, on))
        head.slid.connect(lambda what, value: self._slide(track_id, what, value))
        head.slide_ended.connect(self._end_run)
        head.instrument_wanted.connect(lambda at: self._show_instruments(track_id, at))
        head.menu_wanted.connect(lambda at: self._show_menu(track_id, at))
        head.dragged.connect(lambda by: self.shift(track_id, by, run=f"place {track_id}"))
        return head
