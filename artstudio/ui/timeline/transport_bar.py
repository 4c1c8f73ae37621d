"""The bar of buttons that plays: play, stop, loop, metronome, time, tempo, metre, volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QSlider, QToolButton

from artstudio.ui import theme
from artstudio.ui.key_tips import set_tip
from artstudio.ui.sign import Sign
from artstudio.ui.timeline.fields import TempoField
from artstudio.ui.timeline.folding_row import FoldingRow
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.sdk import Clock, Metre

COMMON_METRES = ((2, 4), (3, 4), (4, 4), (5, 4), (7, 4), (2, 2), (3, 8), (6, 8), (7, 8), (9, 8), (12, 8))
VOLUME_STEPS = 100
VOLUME_PX, LEAST_VOLUME_PX = 96, 44


class TransportBar(FoldingRow):
    """Buttons and displays; says what is wanted."""

    play_toggled = Signal()
    stopped = Signal()
    rewound = Signal()
    loop_toggled = Signal(bool)
    metronome_toggled = Signal(bool)
    follow_toggled = Signal(bool)
    tempo_chosen = Signal(float)  # quarters a minute
    tempo_ended = Signal()
    metre_chosen = Signal(int, int)
    volume_changed = Signal(float)  # 0-1
    soundfont_wanted = Signal()
    default_soundfont_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("transport")
        self.rewind = tool_button("skip-previous", self.tr("To the beginning"), action="music.rewind")
        self.rewind.clicked.connect(self.rewound)
        self.play = tool_button("play", self.tr("Play"), action="music.play")
        self.play.clicked.connect(self.play_toggled)
        self.stop = tool_button("stop", self.tr("Stop and go back"), action="music.stop")
        self.stop.clicked.connect(self.stopped)
        self.loop = tool_button("repeat", self.tr("Loop"), checkable=True, action="music.loop")
        self.loop.toggled.connect(self.loop_toggled)
        self.metronome = tool_button(
            "metronome", self.tr("Metronome"), checkable=True, action="music.metronome"
        )
        self.metronome.toggled.connect(self.metronome_toggled)
        self.follow = tool_button("arrow-expand-right", self.tr("Follow the playhead"), checkable=True)
        self.follow.toggled.connect(self.follow_toggled)
        self.place = self._display("001:1:000", self.tr("Bar, beat and tick"))
        self.time = self._display("00:00.000", self.tr("Minutes and seconds"))
        self.tempo = TempoField()
        self.tempo.setFixedWidth(74)
        self.tempo.setToolTip(self.tr("Tempo at the playhead, in quarter notes a minute"))
        self.tempo.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tempo.valueChanged.connect(self.tempo_chosen)
        self.tempo.editingFinished.connect(self.tempo_ended)
        self.metre = QToolButton()
        self.metre.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.metre.setToolTip(self.tr("Metre at the playhead"))
        self.metre.setAccessibleName(self.tr("Metre"))
        self._fill_metres()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, VOLUME_STEPS)
        self.volume.setMinimumWidth(LEAST_VOLUME_PX)
        self.volume.setMaximumWidth(VOLUME_PX)
        self.volume.setToolTip(self.tr("Master volume"))
        self.volume.setAccessibleName(self.tr("Master volume"))
        self.volume.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.volume.valueChanged.connect(lambda value: self.volume_changed.emit(value / VOLUME_STEPS))
        self.status = QLabel()
        # it takes what room is left; all of it is in the tip
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.status.setProperty("dim", True)
        self.sound = tool_button("piano", self.tr("Choose the sounds"))
        self.sound.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.sound)
        menu.addAction(self.tr("Choose SoundFont…"), self.soundfont_wanted.emit)
        menu.addAction(self.tr("Use the Built-in Sounds"), self.default_soundfont_wanted.emit)
        self.sound.setMenu(menu)
        self._lay_out()

    # ------------------------------------------------------------------------------------------- showing

    def show_playing(self, playing: bool) -> None:
        self.play.setIcon(theme.icon("pause" if playing else "play"))
        set_tip(self.play, self.tr("Pause") if playing else self.tr("Play"))

    def show_place(self, tick: float, clock: Clock) -> None:
        """The playhead as bar:beat:tick and as time."""
        bar = clock.bar_at(tick)
        beat = max(1, bar.length // bar.metre.numerator)
        ahead = int(tick) - bar.start
        self.place.setText(f"{bar.number + 1:03}:{ahead // beat + 1}:{ahead % beat:03}")
        seconds = clock.seconds(tick)
        self.time.setText(f"{int(seconds // 60):02}:{seconds % 60:06.3f}")

    def show_tempo(self, bpm: float, metre: Metre) -> None:
        with QSignalBlocker(self.tempo):
            self.tempo.setValue(bpm)
        self.metre.setText(f"{metre.numerator}/{metre.denominator}")

    def show_loop(self, on: bool) -> None:
        with QSignalBlocker(self.loop):
            self.loop.setChecked(on)

    def show_options(self, *, metronome: bool, follow: bool, volume: float) -> None:
        with QSignalBlocker(self.metronome), QSignalBlocker(self.follow), QSignalBlocker(self.volume):
            self.metronome.setChecked(metronome)
            self.follow.setChecked(follow)
            self.volume.setValue(round(volume * VOLUME_STEPS))

    def show_status(self, sentence: str) -> None:
        """One line about the sound, such as that there is no device; "" for none."""
        self.status.setText(sentence)
        self.status.setToolTip(sentence)

    # ------------------------------------------------------------------------------------------ building

    def _display(self, text: str, tip: str) -> QLabel:
        label = QLabel(text)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(11)
        label.setFont(font)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(text + "0") + 4)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.dress(label, "background: $DESK; border-radius: 4px; padding: 3px 6px;")
        label.setToolTip(tip)
        return label

    def _fill_metres(self) -> None:
        menu = QMenu(self.metre)
        for numerator, denominator in COMMON_METRES:
            action = menu.addAction(f"{numerator}/{denominator}")
            action.triggered.connect(lambda _on, n=numerator, d=denominator: self.metre_chosen.emit(n, d))
        self.metre.setMenu(menu)

    def _lay_out(self) -> None:
        self.add(self.rewind, fold=4)
        for button in (self.play, self.stop, self.loop, self.metronome):
            self.add(button)
        self.add(self.follow, fold=5)
        self.add_gap(fold=8)
        self.add(self.place)
        self.add(self.time, fold=6)
        self.add_gap(fold=8)
        self.add(self.tempo)
        self.add(self.metre, fold=2)
        self.add_gap(fold=8)
        self.add(self.status, stretch=1)
        self.add(Sign("volume-high", theme.TEXT_DIM), fold=7)
        self.add(self.volume)
        self.add(self.sound, fold=3)
