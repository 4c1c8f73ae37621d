"""The head of one track: name, instrument, volume, pan, mute and solo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.key_tips import KeyedButton, leads_to
from artstudio.ui.timeline.arrange import LANE_PX
from artstudio.ui.timeline.colours import faded, mix
from artstudio.ui.timeline.fields import NameField
from artstudio.ui.timeline.instruments import instrument_of
from artstudio.ui.timeline.knob import Knob

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent

    from artstudio.documents.music import MusicTrack

DEFAULT_VOLUME, DEFAULT_PAN = 100, 64  # what a synthesiser takes where the file says nothing
WIDTH_PX = 250
STRIPE_PX = 5
BUTTON_PX = 20
VOLUME_PX = 74


class TrackHeader(QFrame):
    """Shows a track and says what the artist wants of it; changes nothing by itself."""

    accessible_role = QAccessible.Role.Grouping

    picked = Signal()
    renamed = Signal(str)
    switched = Signal(str, bool)  # "mute" or "solo"
    slid = Signal(str, int)  # "volume" or "pan"
    slide_ended = Signal()
    instrument_wanted = Signal(QPoint)
    menu_wanted = Signal(QPoint)
    dragged = Signal(int)  # places up (-1) or down (1)

    def __init__(self) -> None:
        super().__init__()
        self._colour: str = theme.TEXT_DIM
        self._selected = False
        self._drag_y: float | None = None
        self.setFixedSize(WIDTH_PX, LANE_PX)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.name = NameField()
        self.mute = self._switch("M", "mute", self.tr("Mute"), theme.WARN)
        self.solo = self._switch("S", "solo", self.tr("Solo"), theme.ACCENT)
        self.instrument = QToolButton()
        self.instrument.setAutoRaise(True)
        self.instrument.setToolTip(self.tr("Choose the instrument"))
        theme.dress(
            self.instrument,
            "QToolButton { color: $TEXT_DIM; text-align: left; padding: 0 2px; min-height: 16px; }",
        )
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 127)
        self.volume.setFixedWidth(VOLUME_PX)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.pan = Knob(0, 127, DEFAULT_PAN)
        self.pan.setAccessibleName(self.tr("Pan"))
        self._lay_out()
        self.name.editingFinished.connect(lambda: self.renamed.emit(self.name.text()))
        self.instrument.clicked.connect(
            lambda: self.instrument_wanted.emit(
                self.instrument.mapToGlobal(self.instrument.rect().bottomLeft())
            )
        )
        for what, slider in (("volume", self.volume), ("pan", self.pan)):
            slider.valueChanged.connect(lambda value, what=what: self.slid.emit(what, value))
            slider.sliderReleased.connect(self.slide_ended)
            slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_track(self, track: MusicTrack, colour: str, *, selected: bool) -> None:
        """Show `track` without saying anything back."""
        part = track.track
        with QSignalBlocker(self.volume), QSignalBlocker(self.pan), QSignalBlocker(self.mute), \
             QSignalBlocker(self.solo):  # fmt: skip
            self.volume.setValue(DEFAULT_VOLUME if part.volume is None else part.volume)
            self.pan.setValue(DEFAULT_PAN if part.pan is None else part.pan)
            self.mute.setChecked(track.mute)
            self.solo.setChecked(track.solo)
        self.pan.update()
        if self.name.isReadOnly():
            self.name.setText(part.name or self.tr("Track"))
            self.name.setCursorPosition(0)
        instrument = instrument_of(part)
        room = WIDTH_PX - VOLUME_PX - self.pan.width() - 44
        self.instrument.setText(
            QFontMetrics(self.instrument.font()).elidedText(
                instrument, Qt.TextElideMode.ElideRight, max(room, 40)
            )
        )
        self.volume.setToolTip(self.tr("Volume {n} of 127").format(n=self.volume.value()))
        side = self.pan.value() - DEFAULT_PAN
        where = self.tr("left {n}") if side < 0 else self.tr("right {n}") if side else self.tr("centre")
        self.pan.setToolTip(
            self.tr("Pan {where}; double-click for the centre").format(where=where.format(n=abs(side)))
        )
        self.setAccessibleName(f"{part.name} ({instrument})")
        self.setAccessibleDescription(self.tr("chosen") if selected else "")
        self._colour, self._selected = colour, selected
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = mix(theme.PANEL, theme.HOVER, 0.55) if self._selected else QColor(theme.PANEL)
        painter.fillRect(self.rect(), ground)
        stripe = QColor(theme.now(self._colour)) if self._selected else faded(theme.now(self._colour), 0.75)
        painter.fillRect(0, 0, STRIPE_PX, self.height() - 1, stripe)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.LINE))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_y = event.globalPosition().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_y is None:
            return
        far = event.globalPosition().y() - self._drag_y
        if abs(far) > LANE_PX * 0.7:
            self.dragged.emit(1 if far > 0 else -1)
            self._drag_y += LANE_PX if far > 0 else -LANE_PX

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag_y = None
        self.slide_ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.name.geometry().contains(event.position().toPoint()):
            self.name.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.picked.emit()
        self.menu_wanted.emit(event.globalPos())

    def _switch(self, text: str, what: str, tip: str, colour: theme.Shade) -> QToolButton:
        button = KeyedButton()
        button.setText(text)
        button.setCheckable(True)
        button.setFixedSize(BUTTON_PX, BUTTON_PX)
        button.setToolTip(tip)
        leads_to(button, f"music.{what}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.dress(
            button,
            "QToolButton { padding: 0; min-height: 0; font-size: 10px; font-weight: 700; }"
            f"QToolButton:checked {{ background: ${colour.role}; border-color: ${colour.role};"
            " color: $ON_ACCENT; }"
            "QToolButton:focus { border: 1px solid $ACCENT_BRIGHT; }"
            "QToolButton:checked:focus { border-color: $TEXT; }",
        )
        button.toggled.connect(lambda on: self.switched.emit(what, on))
        return button

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.name, 1)
        for widget in (self.mute, self.solo):
            upper.addWidget(widget)
        lower.addWidget(self.instrument)
        lower.addStretch(1)
        lower.addWidget(self.volume)
        lower.addWidget(self.pan)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(STRIPE_PX + 6, 3, 6, 3)
        whole.setSpacing(1)
        for line in (upper, lower):
            line.setSpacing(4)
            whole.addLayout(line)


def corner(*widgets: QWidget) -> QWidget:
    """The head above the track heads: widgets in a row."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(STRIPE_PX + 6, 2, 6, 2)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return box
