"""Hue, saturation, value, red, green and blue as sliders on their own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from artstudio.ui.colour.wheel import Hsv

_TRACK_PX: Final = 12
_STOPS: Final = 12


class Track(QWidget):
    """A bar of colours with a mark; `moved` carries 0-1."""

    accessible_role = QAccessible.Role.Graphic

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._colours: Sequence[QColor] = (QColor(0, 0, 0), QColor(255, 255, 255))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _TRACK_PX + 6)

    def show_part(self, part: float, colours: Sequence[QColor]) -> None:
        """Mark `part` (0-1) on a run of `colours`."""
        self._part, self._colours = part, colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._bar()
        run = QLinearGradient(bar.topLeft(), bar.topRight())
        for i, colour in enumerate(self._colours):
            run.setColorAt(i / (len(self._colours) - 1), colour)
        painter.setPen(QPen(QColor(theme.LINE), 1))
        painter.setBrush(run)
        painter.drawRoundedRect(bar, 3, 3)
        x = bar.left() + bar.width() * self._part
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge, width in ((theme.DESK, 3.5), (theme.TEXT, 1.6)):
            painter.setPen(QPen(QColor(edge), width))
            painter.drawRoundedRect(QRectF(x - 2.5, bar.top() - 2, 5, bar.height() + 4), 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._bar()
        self.moved.emit(min(max((event.position().x() - bar.left()) / max(bar.width(), 1), 0.0), 1.0))

    def _bar(self) -> QRectF:
        return QRectF(4, (self.height() - _TRACK_PX) / 2, self.width() - 8, _TRACK_PX)


class Channels(QWidget):
    """`picked_hsv` carries an `Hsv`, `picked_rgb` a colour 0xRRGGBB."""

    picked_hsv = Signal(object)
    picked_rgb = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._hsv: Hsv = (0.0, 0.0, 0.0)
        self._rgb = 0
        self.fields: dict[str, QSpinBox] = {}
        self.tracks: dict[str, Track] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_PX)
        grid.setVerticalSpacing(2)
        rows = (
            ("H", self.tr("Hue"), 359), ("S", self.tr("Saturation"), 100), ("V", self.tr("Brightness"), 100),
            ("R", self.tr("Red"), 255), ("G", self.tr("Green"), 255), ("B", self.tr("Blue"), 255),
        )  # fmt: skip
        for row, (name, title, most) in enumerate(rows):
            label, track, field = QLabel(name), Track(), QSpinBox()
            label.setProperty("dim", "true")
            label.setToolTip(title)
            field.setRange(0, most)
            field.setWrapping(name == "H")
            field.setFixedWidth(48)
            for widget in (track, field):
                widget.setAccessibleName(title)
                widget.setToolTip(title)
            track.moved.connect(lambda part, name=name, most=most: self._set(name, round(part * most)))
            field.valueChanged.connect(lambda value, name=name: self._set(name, value))
            grid.addWidget(label, row, 0)
            grid.addWidget(track, row, 1)
            grid.addWidget(field, row, 2)
            self.tracks[name], self.fields[name] = track, field

    def show_colour(self, hsv: Hsv, rgb: int) -> None:
        """Mark a colour: both say the same one, but a grey has a hue only in `hsv`."""
        self._hsv, self._rgb = hsv, rgb
        hue, saturation, value = hsv
        red, green, blue = rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255
        hues = [QColor.fromHsvF(i / _STOPS % 1, saturation, value) for i in range(_STOPS + 1)]
        self._show("H", round(hue * 360) % 360, hue, hues)
        ends = QColor.fromHsvF(hue % 1, 0, value), QColor.fromHsvF(hue % 1, 1, value)
        self._show("S", round(saturation * 100), saturation, ends)
        ends = QColor(0, 0, 0), QColor.fromHsvF(hue % 1, saturation, 1)
        self._show("V", round(value * 100), value, ends)
        self._show("R", red, red / 255, (QColor(0, green, blue), QColor(255, green, blue)))
        self._show("G", green, green / 255, (QColor(red, 0, blue), QColor(red, 255, blue)))
        self._show("B", blue, blue / 255, (QColor(red, green, 0), QColor(red, green, 255)))

    def _show(self, name: str, number: int, part: float, colours: Sequence[QColor]) -> None:
        field = self.fields[name]
        field.blockSignals(True)  # the rounded number must not come back as the artist's wish
        field.setValue(number)
        field.blockSignals(False)
        self.tracks[name].show_part(part, colours)

    def _set(self, name: str, number: int) -> None:
        if name in "HSV":
            hsv = list(self._hsv)
            at = "HSV".index(name)
            hsv[at] = number / (360, 100, 100)[at]
            self.picked_hsv.emit(tuple(hsv))
        else:
            shift = {"R": 16, "G": 8, "B": 0}[name]
            self.picked_rgb.emit(self._rgb & ~(0xFF << shift) | number << shift)
