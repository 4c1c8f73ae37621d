"""The canvas as a screen: the film over the picture, with a sign that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QTabletEvent
from PySide6.QtWidgets import QLabel

from artstudio.sdk import Image, Video
from artstudio.ui import theme

if TYPE_CHECKING:
    from artstudio.ui.canvas.view import CanvasView
    from artstudio.ui.session import Session

_TOP_PX = 10


class FilmScreen(QObject):
    """Shows over `view` the film's frames, or else a result that is not in the project yet.

    While the film is shown, a press of pen or mouse paints nothing: it turns back to the picture.
    """

    turned = Signal(bool)  # whether the film is shown

    def __init__(self, session: Session, view: CanvasView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._projector = session.projector
        self._frame: QImage | None = None
        self._result: Image | None = None
        self.sign = QLabel(view)
        self.sign.setObjectName("film sign")
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.dress(
            self.sign,
            "background: $ACCENT; color: $ON_ACCENT; font-weight: 600;border-radius: 9px; padding: 3px 12px;",
        )
        self.sign.hide()
        view.installEventFilter(self)
        view.zoomed.connect(self._measure)
        session.previewed.connect(self._show_result)
        session.projector.framed.connect(self._show_frame)

    @property
    def showing(self) -> bool:
        """Whether the film covers the picture."""
        return self._frame is not None

    def _show_result(self, value: object) -> None:
        """A result that is not in the project yet: a picture, or the last one of a film being made."""
        if isinstance(value, Video):
            value = Image(value.frames[-1])
        self._result = value if isinstance(value, Image) else None
        self._view.show_overlay(self._frame or self._result)

    def _show_frame(self, frame: QImage | None) -> None:
        turned = (frame is None) != (self._frame is None)
        self._frame = frame
        self._view.show_overlay(frame or self._result)
        if frame is not None:
            at_s = self._projector.at_s
            time = f"{int(at_s // 60)}:{at_s % 60:04.1f}"
            self.sign.setText(self.tr("Film {time} · click to paint").format(time=time))
            self._place()
        if turned:
            self.sign.setVisible(frame is not None)
            self.turned.emit(frame is not None)

    def _place(self) -> None:
        hint = self.sign.sizeHint()
        self.sign.setGeometry((self._view.width() - hint.width()) // 2, _TOP_PX, hint.width(), hint.height())

    def _measure(self) -> None:
        canvas = self._session.project.sheet.canvas
        scale = min(1.0, self._view.zoom * self._view.devicePixelRatioF())
        size = QSize(canvas.width_px, canvas.height_px) * scale
        self._projector.set_screen(size.expandedTo(QSize(1, 1)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.showing:
            self._place()
        presses = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress)
        if not (presses and self.showing and isinstance(event, QMouseEvent | QTabletEvent)):
            return False
        pans = self._view.cursor().shape() is Qt.CursorShape.OpenHandCursor  # the space bar is held
        if event.button() != Qt.MouseButton.LeftButton or pans:
            return False
        event.accept()
        self._projector.leave()
        return True
