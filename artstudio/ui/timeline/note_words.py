"""Notes in words, for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.ui.timeline.pitches import pitch_name
from artstudio.ui.words import counted, number

if TYPE_CHECKING:
    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View


def spoken(editor: NoteEditor, view: View) -> str:
    """The chosen note with its place, how many are chosen, or how many there are."""
    tr = QCoreApplication.translate
    some = editor.notes[editor.chosen]
    if not len(some):
        return counted(len(editor.notes), tr("NoteWords", "{n} note"), tr("NoteWords", "{n} notes"))
    first = some[0]
    bar = view.clock.bar_at(int(first["start"]))
    beat_ticks = max(1, bar.length // bar.metre.numerator)
    place = tr("NoteWords", "{pitch}, bar {bar}, beat {beat}").format(
        pitch=pitch_name(int(first["pitch"])),
        bar=bar.number + 1,
        beat=(int(first["start"]) - bar.start) // beat_ticks + 1,
    )
    if len(some) == 1:
        return place
    return tr("NoteWords", "{note}, the first of {n} chosen").format(n=number(len(some)), note=place)
