"""The notes of the selected track as the pane edits them.

A gesture of the mouse is tried out on a draft; letting go makes it one edit, Esc leaves no trace.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from artstudio.documents.edits import Put
from artstudio.sdk import no_notes
from artstudio.ui.timeline.note_edits import mask_of
from artstudio.ui.timeline.raster import NoteIndex

if TYPE_CHECKING:
    from artstudio.documents.music import MusicTrack
    from artstudio.documents.project import Change
    from artstudio.sdk import Notes
    from artstudio.ui.session import Session
    from artstudio.ui.timeline.note_edits import Mask

REMEMBERED_CHOICES = 64


class NoteEditor(QObject):
    """Notes and choice of the selected track, with or without a draft on top.

    Attributes:
        length_ticks: How long the next drawn note becomes: as the last one; 0 for a step of the grid.
        velocity: The same for its velocity.
    """

    changed = Signal()  # the notes shown, or which of them are chosen
    track_changed = Signal()  # another track is shown
    heard = Signal(int, int)  # pitch and velocity of a note to sound now
    interrupted = Signal()  # somebody else changed the music: a gesture under way no longer fits it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.length_ticks = 0
        self.velocity = 96
        self._draft: tuple[Notes, Mask] | None = None
        self._run = ""
        # undo brings back the very same array of notes, and with it what was chosen in it
        self._choices: deque[tuple[Notes, frozenset[int]]] = deque(maxlen=REMEMBERED_CHOICES)
        self._chosen: tuple[object, ...] = ()  # what was selected of the music when one last looked
        self._track_id = session.selection.track_id
        self._index = NoteIndex(no_notes())
        self._mask_for: tuple[frozenset[int], int] = (frozenset(), 0)
        self._mask = np.zeros(0, bool)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._on_selection)

    @property
    def track(self) -> MusicTrack | None:
        """The selected track, as it is in the document."""
        wanted = self.session.selection.track_id
        return next((track for track in self.session.project.sheet.music.tracks if track.id == wanted), None)

    @property
    def notes(self) -> Notes:
        """The notes shown: the draft's while a gesture is under way."""
        if self._draft:
            return self._draft[0]
        track = self.track
        return track.track.notes if track else no_notes()

    @property
    def chosen(self) -> Mask:
        """Which of `notes` are chosen."""
        if self._draft:
            return self._draft[1]
        wanted = (self.session.selection.notes, len(self.notes))
        if wanted != self._mask_for:
            self._mask_for = wanted
            self._mask = mask_of(np.fromiter(wanted[0], np.int64, len(wanted[0])), wanted[1])
        return self._mask

    @property
    def index(self) -> NoteIndex:
        """`notes`, made searchable by time."""
        notes = self.notes
        if self._index.notes is not notes:
            self._index = NoteIndex(notes)
        return self._index

    @property
    def channel(self) -> int:
        """The channel that new notes get."""
        track = self.track
        return track.track.channel if track else 0

    @property
    def drafting(self) -> bool:
        """Whether a gesture is under way."""
        return self._draft is not None

    # ------------------------------------------------------------------------------------------ gestures

    def sketch(self, notes: Notes, chosen: Mask) -> None:
        """Show `notes` without editing the document yet."""
        self._draft = (notes, chosen)
        self.changed.emit()

    def keep(self, label: str) -> None:
        """Make the draft one edit; a draft that changes nothing leaves no step."""
        if self._draft:
            notes, chosen = self._draft
            self._draft = None
            self.put(label, notes, chosen)

    def drop(self) -> None:
        """Forget the draft."""
        if self._draft:
            self._draft = None
            self.changed.emit()

    # --------------------------------------------------------------------------------------------- edits

    def put(self, label: str, notes: Notes, chosen: Mask, run: str = "") -> None:
        """Give the track other notes, as one undo step; steps that follow each other in one `run` merge."""
        track = self.track
        if track is None:
            return
        if np.array_equal(notes, track.track.notes):
            self.choose(chosen)
            return
        self._remember()
        value = replace(track, track=track.track.with_notes(notes))
        self.session.do(Put(label, "track", track.id, value), self, bool(run) and run == self._run)
        self._run = run
        self.choose(chosen, keep_run=True)
        self._remember()

    def choose(self, chosen: Mask, *, keep_run: bool = False) -> None:
        """Choose notes by mask."""
        if not keep_run:
            self._run = ""
        self.session.select(notes=frozenset(np.flatnonzero(chosen).tolist()))
        self.changed.emit()

    def hear(self, note: int) -> None:
        """Sound the note at this index."""
        some = self.notes[note]
        self.heard.emit(int(some["pitch"]), int(some["velocity"]))

    # ------------------------------------------------------------------------------------------- answers

    def _remember(self) -> None:
        track = self.track
        if track:
            self._choices.append((track.track.notes, self.session.selection.notes))

    def _on_change(self, change: Change) -> None:
        if change.origin is self or change.old.music is change.new.music:
            return
        self._run = ""
        self._draft = None
        self.interrupted.emit()
        track = self.track
        old = {one.id: one.track.notes for one in change.old.music.tracks}
        if track and old.get(track.id) is not track.track.notes:
            found = (chosen for notes, chosen in reversed(self._choices) if notes is track.track.notes)
            self.session.select(notes=next(found, frozenset()))
        self.changed.emit()

    def _on_selection(self) -> None:
        selection = self.session.selection
        track_id, chosen = selection.track_id, (selection.track_id, selection.notes, selection.playhead_tick)
        if chosen == self._chosen:
            return  # it was elsewhere: the cursor in a text moves with every letter
        self._chosen = chosen
        if track_id != self._track_id:
            self._track_id = track_id
            self._draft = None
            self._run = ""
            if self.session.selection.notes:
                self.session.select(notes=frozenset())
            self.track_changed.emit()
        self.changed.emit()
