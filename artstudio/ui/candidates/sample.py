"""Something a model made by the way: small in a strip, large when clicked, heard when it sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QScrollArea, QToolButton, QVBoxLayout

from artstudio.sdk import Audio, Image, Score
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from artstudio.documents.film import Footage
    from artstudio.sdk import Media

LARGE_PX = QSize(720, 480)
SCREEN_SHARE = 0.85  # of the screen, which a sample shown large fills at most


class SampleView(MediaView):
    """A sample of `size` pixels. A click, Return or the space bar shows it large.

    With `follows` what is shown large changes with it.
    """

    accessible_role = QAccessible.Role.Graphic

    play_wanted = Signal(object)  # Media
    shown = Signal(object)  # Media

    def __init__(self, size: QSize, value: Media | None = None, *, follows: bool = False) -> None:
        super().__init__()
        self._follows = follows
        self.setFixedSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Made while it learned; click to see it large"))
        self.setAccessibleName(self.tr("Sample"))
        self._play = QToolButton(self)
        self._play.setIcon(theme.icon("play"))
        self._play.setToolTip(self.tr("Play"))
        self._play.setAccessibleName(self.tr("Play the sample"))
        self._play.move(4, size.height() - 30)
        self._play.clicked.connect(lambda: self.play_wanted.emit(self._value))
        self.show_value(value)

    def show_value(self, value: Media | None) -> None:
        """Show `value`; nothing is shown of None."""
        if value is not self._value:
            self.set_value(value)
            if value is not None:
                self.shown.emit(value)
        self._play.setVisible(isinstance(value, Score | Audio))
        self.setVisible(value is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._enlarge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._enlarge()
        else:
            super().keyPressEvent(event)

    def _enlarge(self) -> None:
        if self._value is not None:
            large = LargeSample(self._value, self)
            if self._follows:
                self.shown.connect(large.show_value)
            large.show()


class LargeSample(QDialog):
    """A value in a window of its own: pictures pixel for pixel (small ones magnified), to scroll in."""

    def __init__(self, value: Media | Footage, parent: SampleView) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sample"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = MediaView(value)
        size = self._size(value)
        scroll = QScrollArea()
        scroll.setWidget(self._view)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        bar = (
            scroll.verticalScrollBar().sizeHint().width() + 4
        )  # no scroll bar across where one down is needed
        self.resize((size + QSize(bar, 4)).boundedTo(self.screen().availableSize() * SCREEN_SHARE))

    def show_value(self, value: Media) -> None:
        """Show another value in its place."""
        self._view.set_value(value)
        self._size(value)

    def _size(self, value: Media | Footage) -> QSize:
        """Give the view the size that the value asks for."""
        if not isinstance(value, Image):
            return LARGE_PX
        times = max(1, LARGE_PX.height() // max(value.width, value.height))
        size = QSize(value.width, value.height) * times
        self._view.setFixedSize(size)
        return size
