"""A dock that holds its place: its pane may come later, and scrolls where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QFrame, QMainWindow, QScrollArea, QWidget

_LEAST_PX = QSize(140, 90)


class Dock(QDockWidget):
    """Empty until `hold`; neither that nor a pane that wants more room moves what is around it.

    Args:
        dock_id: Its name in the remembered layout.
        title: Translated.
        size_px: How large it opens.
        window: Where it docks.

    Attributes:
        width_px: How wide it opens.
    """

    def __init__(self, dock_id: str, title: str, size_px: QSize, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(dock_id)
        self.width_px = size_px.width()
        self._room = _Room(size_px)
        self.setWidget(self._room)
        self.set_title(title)
        self._no_title = QWidget()
        self._titled, self._bare = True, False

    def set_title(self, title: str) -> None:
        """Call it `title`, and its buttons what they are called in the language of now."""
        self.setWindowTitle(title)
        for name, words in (
            ("qt_dockwidget_closebutton", self.tr("Close {title}")),
            ("qt_dockwidget_floatbutton", self.tr("Take {title} out of the window, or put it back")),
        ):
            if (button := self.findChild(QAbstractButton, name)) is not None:
                button.setToolTip(words.format(title=title))
                button.setAccessibleName(words.format(title=title))

    def hold(self, pane: QWidget) -> None:
        """Fill the dock."""
        self._room.setWidget(pane)

    def show_title(self, shown: bool) -> None:
        """With or without its bar; where docks share a place, a tab names each already."""
        self._titled = shown
        self._show_bar(shown and not self._bare)

    def set_bare(self, bare: bool) -> None:
        """Without its bar, whatever is said of that meanwhile; or as it was."""
        self._bare = bare
        self._show_bar(self._titled and not bare)

    def _show_bar(self, shown: bool) -> None:
        if shown != (self.titleBarWidget() is None):
            # None brings Qt's own bar back, which the stubs do not know
            self.setTitleBarWidget(None if shown else self._no_title)  # type: ignore[arg-type]


class _Room(QScrollArea):
    """As small as one likes, whatever the pane in it asks for."""

    def __init__(self, size_px: QSize) -> None:
        super().__init__()
        self._size_px = size_px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it is gone to, not the room

    def sizeHint(self) -> QSize:
        return self._size_px

    def minimumSizeHint(self) -> QSize:
        return _LEAST_PX
