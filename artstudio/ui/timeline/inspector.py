"""Beside the keyboard: what is chosen, how loud it is, and what the mouse can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from artstudio.ui.timeline import note_edits
from artstudio.ui.timeline.instruments import instrument_of
from artstudio.ui.timeline.pitches import pitch_name
from artstudio.ui.timeline.view import Tool
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View


ROOM_FOR_HINT_PX, ROOM_FOR_VELOCITY_PX = 230, 150


class Inspector(QWidget):
    """The selected track in words, and a slider for the velocity of the chosen notes."""

    def __init__(self, view: View, editor: NoteEditor) -> None:
        super().__init__()
        self._view = view
        self._editor = editor
        self._track = QLabel()
        self._track.setProperty("heading", True)
        self._instrument, self._count, self._range, self._hint = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._instrument, self._range, self._hint):
            label.setProperty("dim", True)
        self._hint.setWordWrap(True)
        self.velocity = QSlider(Qt.Orientation.Horizontal)
        self.velocity.setRange(1, 127)
        self.velocity.setAccessibleName(self.tr("Velocity of the chosen notes"))
        self.velocity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._velocity_title, self._number = QLabel(self.tr("Velocity")), QLabel()
        self._number.setMinimumWidth(24)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()
        self.velocity.valueChanged.connect(self._slide)
        self.velocity.sliderReleased.connect(lambda: editor.choose(editor.chosen))
        editor.changed.connect(self.refresh)
        view.music_changed.connect(self.refresh)
        view.options_changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.height() >= ROOM_FOR_HINT_PX)
        for widget in (self._velocity_title, self._number, self.velocity):
            widget.setVisible(self.height() >= ROOM_FOR_VELOCITY_PX)

    def refresh(self) -> None:
        """Show what is chosen now."""
        track, notes = self._editor.track, self._editor.notes
        chosen = self._editor.chosen
        some = notes[chosen]
        self._track.setText(track.track.name or self.tr("Track") if track else self.tr("No track"))
        self._instrument.setText(instrument_of(track.track) if track else "")
        if len(some):
            words = self.tr("{n} note chosen"), self.tr("{n} notes chosen")
            self._count.setText(counted(len(some), *words))
            low, high = int(some["pitch"].min()), int(some["pitch"].max())
            names = pitch_name(low) if low == high else f"{pitch_name(low)} – {pitch_name(high)}"
            bar = self._view.clock.bar_at(int(some["start"].min()))
            self._range.setText(
                self.tr("{pitches}, from bar {bar}").format(pitches=names, bar=bar.number + 1)
            )
        else:
            self._count.setText(
                counted(len(notes), self.tr("{n} note"), self.tr("{n} notes")) if track else ""
            )
            self._range.setText("")
        velocity = round(float(some["velocity"].mean())) if len(some) else self._editor.velocity
        with QSignalBlocker(self.velocity):
            self.velocity.setValue(velocity)
        self.velocity.setEnabled(track is not None)
        self._number.setText(str(velocity))
        self._hint.setText(self._hints()[self._view.tool])

    def _hints(self) -> dict[Tool, str]:
        return {
            Tool.PENCIL: self.tr(
                "Click to write, drag for the length. Ctrl+drag chooses, the right button erases."
            ),
            Tool.SELECT: self.tr(
                "Drag round notes to choose. Ctrl+drag on a note copies, double-click writes."
            ),
            Tool.ERASER: self.tr("Drag over notes to erase them."),
        }

    def _slide(self, value: int) -> None:
        """Take the chosen notes along by as much; with none chosen, set what the pencil writes."""
        editor = self._editor
        self._number.setText(str(value))
        if not editor.chosen.any():
            editor.velocity = value
            return
        mean = round(float(editor.notes["velocity"][editor.chosen].mean()))
        notes = note_edits.louder(editor.notes, editor.chosen, value - mean)
        editor.put(self.tr("Velocity"), notes, editor.chosen, run="velocity slider")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        self._velocity_title.setProperty("dim", True)
        grid.addWidget(self._velocity_title, 0, 0)
        grid.addWidget(self._number, 0, 1)
        grid.addWidget(self.velocity, 1, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(2)
        for widget in (self._track, self._instrument):
            column.addWidget(widget)
        column.addSpacing(10)
        for widget in (self._count, self._range):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(self._hint)
