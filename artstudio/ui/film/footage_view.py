"""Footage that plays by itself, without sound: in a card, in a comparison."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from artstudio.sdk import StudioError
from artstudio.ui import theme
from artstudio.ui.film.darkroom import Darkroom
from artstudio.ui.film.pictures import picture
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from artstudio.documents.film import Footage
    from artstudio.media.footage import FootageReader

_LEAST_MS: Final = 16
_PAD_PX: Final = 4
_BAR_PX: Final = 3


class _Wish(NamedTuple):
    footage: Footage
    frame: int
    room_px: QSize


class FootageView(QWidget):
    """Shows a frame of `footage`, fitted, with its duration and size in words; plays it over and over."""

    accessible_role = QAccessible.Role.Animation

    toggled = Signal(bool)  # whether it plays
    _made = Signal(object, object)  # _Wish, QImage or why there is none

    def __init__(self, footage: Footage) -> None:
        super().__init__()
        self.footage = footage
        self.frame = 0
        """The frame to be seen; the one that is drawn may be an earlier one."""
        self._drawn: QImage | None = None
        self._problem = ""
        self._clock = QElapsedTimer()
        self._from_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(max(_LEAST_MS, int(500 / footage.fps)))
        self._timer.timeout.connect(self._go_on)
        self._reader: FootageReader | None = None  # the thread's
        self._room = Darkroom[_Wish]("film in a card", self._develop, self._put_away)
        self._made.connect(self._take)
        self.destroyed.connect(self._room.close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def words(self) -> str:
        """Duration and size: "0:04.2 · 512 × 512"."""
        footage = self.footage
        time = f"{int(footage.seconds // 60)}:{footage.seconds % 60:04.1f}"
        return f"{time} · {footage.width_px} × {footage.height_px}"

    @property
    def playing(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    def play(self) -> None:
        """Go on from the frame that is shown."""
        if not self.playing:
            self._from_s = self.frame / self.footage.fps
            self._clock.start()
            self._timer.start()
            self.toggled.emit(True)
            self.update()

    def play_unasked(self) -> None:
        """Play, unless what moves by itself is to stand still."""
        if not theme.reduced_motion:
            self.play()

    def pause(self) -> None:
        """Stay at the frame that is shown."""
        if self.playing:
            self._timer.stop()
            self.toggled.emit(False)
            self.update()

    def toggle(self) -> None:
        """Play, or pause."""
        self.pause() if self.playing else self.play()

    def sizeHint(self) -> QSize:
        return QSize(160, 100)

    # ------------------------------------------------------------------------------------------ showing

    def _go_on(self) -> None:
        seconds = self._from_s + self._clock.elapsed() / 1000
        frame = int(seconds * self.footage.fps) % self.footage.frames
        if frame != self.frame:
            self.frame = frame
            self._wish()

    def _wish(self) -> None:
        if self.isVisible():
            self._room.want(_Wish(self.footage, self.frame, self.size() * self.devicePixelRatioF()))

    def _take(self, _wish: _Wish, made: object) -> None:
        if isinstance(made, QImage):
            self._drawn = made
        elif isinstance(made, StudioError):
            self._problem = sentence(made)
            self._timer.stop()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.DESK))
        if self._problem:
            painter.setPen(QColor(theme.WARN))
            room = self.rect().adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._problem)
            return
        if self._drawn is not None:
            size = self._drawn.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(QRectF(self.rect()).center().toPoint(), size)
            target.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        if self.playing:
            share = self.frame / max(1, self.footage.frames - 1)
            bar = QRectF(0, self.height() - _BAR_PX, self.width() * share, _BAR_PX)
            painter.fillRect(bar, QColor(theme.ACCENT))
        else:
            self._paint_sign(painter)
        paint_ring(painter, self)

    def _paint_words(self, painter: QPainter) -> None:
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(self.words) + 10
        chip = QRectF(_PAD_PX, self.height() - 16 - _BAR_PX - _PAD_PX, wide, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_veil())
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self.words)

    def _paint_sign(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_veil())
        painter.drawEllipse(middle, 15, 15)
        painter.setBrush(QColor(theme.TEXT))
        corners = [QPointF(-5, -7), QPointF(8, 0), QPointF(-5, 7)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wish()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()
        self._room.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    # ----------------------------------------------------------------------------------- in the thread

    def _develop(self, wish: _Wish) -> None:
        from artstudio.media.footage import FootageReader

        made: object
        try:
            if self._reader is None:
                self._reader = FootageReader(wish.footage)
            made = picture(self._reader.frame(wish.frame))
            if made.width() > wish.room_px.width() or made.height() > wish.room_px.height():
                keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                made = made.scaled(wish.room_px, keep, smooth)
        except StudioError as error:
            made = error
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._made.emit(wish, made)

    def _put_away(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _veil() -> QColor:
    veil = QColor(theme.DESK)
    veil.setAlphaF(0.72)
    return veil
