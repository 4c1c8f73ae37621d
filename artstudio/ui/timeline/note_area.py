"""The lower half: the piano roll with its keyboard, velocity lane, tools and scroll bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QSizePolicy, QWidget

from artstudio.ui.timeline.axes import MARGIN_PX
from artstudio.ui.timeline.inspector import Inspector
from artstudio.ui.timeline.instruments import drum_of
from artstudio.ui.timeline.keyboard import WIDTH_PX as KEYBOARD_PX
from artstudio.ui.timeline.keyboard import Keyboard
from artstudio.ui.timeline.pitches import pitch_name
from artstudio.ui.timeline.roll import PianoRoll
from artstudio.ui.timeline.ruler import Ruler
from artstudio.ui.timeline.tool_bar import ToolBar
from artstudio.ui.timeline.track_header import WIDTH_PX as HEADS_PX
from artstudio.ui.timeline.velocity_lane import VelocityLane

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.view import View

VELOCITY_PX = 64
ROOM_FOR_VELOCITY_PX = 300  # a lower half less high than this is left to the notes
ROOM_FOR_INSPECTOR_PX = 520
SCROLL_STEP_PX = 40


class NoteArea(QWidget):
    """Keeps what surrounds the roll in line with it."""

    def __init__(self, view: View, editor: NoteEditor) -> None:
        super().__init__()
        self._view = view
        self._editor = editor
        self.tools = ToolBar()
        self.ruler = Ruler(view, view.time)
        self.inspector = Inspector(view, editor)
        self.keyboard = Keyboard(view)
        self.roll = PianoRoll(view, editor)
        self.velocity = VelocityLane(view, editor)
        self._across = QScrollBar(Qt.Orientation.Horizontal)
        self._down = QScrollBar(Qt.Orientation.Vertical)
        self._lay_out()
        view.time.changed.connect(self._show_axes)
        view.pitch.changed.connect(self._show_axes)
        self._across.valueChanged.connect(view.time.scroll_to)
        self._down.valueChanged.connect(view.pitch.scroll_to)
        self.roll.pointed.connect(self._show_pointed)

    def minimumSizeHint(self) -> QSize:
        """Without what is left out where there is no room for it."""
        tools, roll = self.tools.minimumSizeHint(), self.roll.minimumSize()
        across = KEYBOARD_PX + roll.width() + self._down.sizeHint().width()
        below = self.ruler.minimumHeight() + roll.height() + self._across.sizeHint().height()
        return QSize(max(tools.width(), across), tools.height() + below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.velocity.setVisible(self.height() >= ROOM_FOR_VELOCITY_PX)
        self.inspector.setVisible(self.width() >= ROOM_FOR_INSPECTOR_PX)

    def _show_axes(self) -> None:
        time, pitch = self._view.time, self._view.pitch
        for bar, least, most, page, value in (
            (self._across, -MARGIN_PX, time.max_left_px, time.width_px, time.left_px),
            (self._down, 0.0, pitch.max_top_px, pitch.height_px, pitch.top_px),
        ):
            with QSignalBlocker(bar):
                bar.setRange(round(least), int(most))
                bar.setPageStep(page)
                bar.setSingleStep(SCROLL_STEP_PX)
                bar.setValue(round(value))

    def _show_pointed(self, tick: float, pitch: int) -> None:
        self.keyboard.light(pitch)
        if pitch < 0:
            self.tools.show_pointed("")
            return
        bar = self._view.clock.bar_at(tick)
        beat = int((tick - bar.start) / (bar.length / bar.metre.numerator))
        track = self._editor.track
        name = (drum_of(track.track, pitch) if track else "") or pitch_name(pitch)
        self.tools.show_pointed(f"{name}   {bar.number + 1}:{beat + 1}")

    def _lay_out(self) -> None:
        self.inspector.setFixedWidth(HEADS_PX - KEYBOARD_PX)
        self.inspector.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.velocity.setFixedHeight(VELOCITY_PX)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(2, 1)
        grid.addWidget(self.tools, 0, 0, 1, 4)
        grid.addWidget(self.inspector, 1, 0, 4, 1)
        grid.addWidget(self.ruler, 1, 2)
        grid.addWidget(self.keyboard, 2, 1)
        grid.addWidget(self.roll, 2, 2)
        grid.addWidget(self._down, 2, 3)
        grid.addWidget(self.velocity, 3, 2)
        grid.addWidget(self._across, 4, 2)
