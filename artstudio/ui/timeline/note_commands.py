"""What the keys and menus do to the chosen notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from artstudio.ui.timeline import note_edits
from artstudio.ui.timeline.clipboard import copied_notes, copy_notes

if TYPE_CHECKING:
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View

MIDDLE_C = 60


@dataclass(frozen=True, slots=True)
class Quantise:
    """How notes are pulled to the grid; `strength` is 0-1."""

    strength: float = 1.0
    starts: bool = True
    lengths: bool = False


class NoteCommands(QObject):
    """Commands on the editor's chosen notes; each is one undo step, none does anything without notes."""

    def __init__(self, editor: NoteEditor, view: View, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._view = view
        self.quantising = Quantise()

    def any_chosen(self) -> bool:
        return bool(self._editor.chosen.any())

    def select_all(self) -> None:
        self._editor.choose(np.ones(len(self._editor.notes), bool))

    def delete(self) -> None:
        self._delete(self.tr("Delete Notes"))

    def copy(self) -> None:
        if self.any_chosen():
            copy_notes(self._editor.notes[self._editor.chosen], self._view.music.ticks_per_quarter)

    def cut(self) -> None:
        self.copy()
        self._delete(self.tr("Cut Notes"))

    def paste(self) -> None:
        """Paste with the first note at the playhead."""
        clip = copied_notes(self._view.music.ticks_per_quarter)
        if clip is None or self._editor.track is None:
            return
        tick = max(0, round(self._view.playhead_tick))
        pasted = note_edits.pasted(self._editor.notes, clip, tick, self._editor.channel)
        self._editor.put(self.tr("Paste Notes"), *pasted)

    def span(self) -> tuple[int, int]:
        """From the first start to the last end of the chosen notes; of none, the bar of the playhead."""
        some = self._editor.notes[self._editor.chosen]
        if len(some):
            return int(some["start"].min()), int((some["start"] + some["length"]).max())
        bar = self._view.clock.bar_at(max(0, round(self._view.playhead_tick)))
        return bar.start, bar.end

    def step(self, direction: int, *, add: bool = False) -> None:
        """Choose the note after (1) or before (-1) the chosen ones, with `add` besides them, and hear it.

        Where none is chosen, the one nearest to the playhead.
        """
        editor, count = self._editor, len(self._editor.notes)
        if not count:
            return
        chosen = np.flatnonzero(editor.chosen)
        if len(chosen):
            note = int(chosen[-1]) + 1 if direction > 0 else int(chosen[0]) - 1
        else:
            note = int(np.abs(editor.notes["start"].astype(np.int64) - self._view.playhead_tick).argmin())
        note = min(max(note, 0), count - 1)
        mask = note_edits.mask_of(note, count)
        editor.choose(mask | editor.chosen if add else mask)
        self._show(note)
        editor.hear(note)

    def write(self) -> int | None:
        """Write a note at the playhead, as high as the chosen one; returns where it ends, None: no track."""
        editor = self._editor
        if editor.track is None:
            return None
        some = editor.notes[editor.chosen]
        pitch = int(some["pitch"][-1]) if len(some) else MIDDLE_C
        start = max(0, round(self._view.playhead_tick))
        length = editor.length_ticks or max(1, round(self._view.grid.step_ticks))
        notes, chosen = note_edits.with_note(
            editor.notes, start, length, pitch, editor.velocity, editor.channel
        )
        editor.put(self.tr("Write Note"), notes, chosen)
        note = int(np.flatnonzero(editor.chosen)[0])
        self._show(note)
        editor.hear(note)
        return start + length

    def lengthen(self, steps: int) -> None:
        """Let the chosen notes end so many steps of the grid later, or earlier."""
        if self.any_chosen():
            editor = self._editor
            by = max(1, round(self._view.grid.step_ticks)) * steps
            notes, chosen = note_edits.resized(editor.notes, editor.chosen, by, "right")
            editor.put(self.tr("Change Length"), notes, chosen, run="length by keys")

    def _show(self, note: int) -> None:
        self._view.time.reveal(int(self._editor.notes["start"][note]))
        self._view.pitch.reveal(int(self._editor.notes["pitch"][note]))

    def duplicate(self) -> None:
        if self.any_chosen():
            editor = self._editor
            editor.put(
                self.tr("Duplicate Notes"),
                *note_edits.duplicated(editor.notes, editor.chosen, self._view.grid),
            )

    def quantise(self) -> None:
        """Pull the chosen notes to the grid, or all of them where none is chosen."""
        editor, how = self._editor, self.quantising
        chosen = editor.chosen if self.any_chosen() else np.ones(len(editor.notes), bool)
        if not chosen.any() or self._view.grid.division.off:
            return
        notes, moved = note_edits.quantised(
            editor.notes, chosen, self._view.grid, how.strength, starts=how.starts, lengths=how.lengths
        )
        editor.put(self.tr("Quantise"), notes, moved if self.any_chosen() else np.zeros(len(notes), bool))

    def transpose(self, pitches: int) -> None:
        """Move the chosen notes up or down by half tones."""
        if self.any_chosen():
            editor = self._editor
            before = editor.notes
            editor.put(self.tr("Transpose"), *note_edits.moved(before, editor.chosen, 0, pitches))
            if editor.notes is not before and editor.chosen.sum() == 1:
                editor.hear(int(np.flatnonzero(editor.chosen)[0]))

    def nudge(self, steps: int) -> None:
        """Move the chosen notes by whole steps of the grid."""
        if self.any_chosen():
            editor = self._editor
            ticks = round(self._view.grid.step_ticks * steps)
            editor.put(self.tr("Move Notes"), *note_edits.moved(editor.notes, editor.chosen, ticks, 0))

    def _delete(self, label: str) -> None:
        if self.any_chosen():
            kept = note_edits.without(self._editor.notes, self._editor.chosen)
            self._editor.put(label, kept, np.zeros(len(kept), bool))
