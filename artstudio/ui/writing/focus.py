"""Focus: nothing but the text on the screen, its line held in the middle, its paragraph alone bright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from artstudio.ui.dock import Dock

if TYPE_CHECKING:
    from artstudio.ui.writing.editor import PassageEditor


class Focus(QObject):
    """Of one pane and its editor."""

    changed = Signal(bool)  # on or off

    def __init__(self, pane: QWidget, editor: PassageEditor) -> None:
        super().__init__(pane)
        self._pane, self._editor = pane, editor
        self._state: QByteArray | None = None
        self._was = Qt.WindowState.WindowNoState
        self._hidden: list[QWidget] = []
        self._bar_px = 0
        self._on = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        editor.cursor_moved.connect(self._follow)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether there is nothing but the text."""
        return self._on

    def toggle(self) -> None:
        """Show nothing but the text, or everything again."""
        self._on = not self._on
        window = self._pane.window()
        if isinstance(window, QMainWindow):
            self._clear(window) if self._on else self._restore(window)
        self.changed.emit(self._on)
        if not self._on:
            self._editor.galley.bright = None
            self._editor.galley.set_room(8, 24)
        self._editor.setFocus()
        self._soon.start()

    def _clear(self, window: QMainWindow) -> None:
        window.installEventFilter(self)  # closing, it must remember how it looked before
        self._state, self._was = window.saveState(), window.windowState()
        own = self._dock()
        if own is not None:
            own.set_bare(True)
            own.show()
        others: list[QWidget | None] = [dock for dock in window.findChildren(QDockWidget) if dock is not own]
        others += [window.centralWidget(), window.statusBar()]
        self._hidden = [widget for widget in others if widget is not None and widget.isVisible()]
        for widget in self._hidden:
            widget.hide()
        # a hidden menu bar would be deaf to the shortcuts of its entries
        self._bar_px = window.menuBar().maximumHeight()
        window.menuBar().setMaximumHeight(0)
        window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)

    def _restore(self, window: QMainWindow) -> None:
        window.removeEventFilter(self)
        window.menuBar().setMaximumHeight(self._bar_px)
        window.setWindowState(self._was)
        if (own := self._dock()) is not None:
            own.set_bare(False)
        for widget in self._hidden:
            widget.show()
        if self._state is not None:
            window.restoreState(self._state)
        self._hidden, self._state = [], None

    def _dock(self) -> Dock | None:
        widget = self._pane.parentWidget()
        while widget is not None and not isinstance(widget, Dock):
            widget = widget.parentWidget()
        return widget

    def _settle(self) -> None:
        if self._on:
            self._follow()
        else:
            self._editor.ensureCursorVisible()

    def _follow(self, *_: int) -> None:
        """Brighten the cursor's paragraph and hold its line in the middle."""
        if not self._on:
            return
        editor, galley = self._editor, self._editor.galley
        half = editor.viewport().height() / 2
        galley.set_room(half, half)
        number = editor.textCursor().blockNumber()
        if galley.bright != number:
            galley.bright = number
            galley.repaint()
        by = editor.cursorRect().center().y() - round(half)
        bar = editor.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), bar.value() + by))
        bar.setValue(bar.value() + by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._on:
            if event.type() == QEvent.Type.Resize and watched is self._editor.viewport():
                self._soon.start()  # once the editor has done with it
            elif (
                isinstance(event, QKeyEvent)
                and (event.type(), event.key()) == (QEvent.Type.KeyPress, Qt.Key.Key_Escape)
                and watched is self._editor
            ):
                self.toggle()
                return True
            elif event.type() == QEvent.Type.Close and watched is self._pane.window():
                self.toggle()
        return super().eventFilter(watched, event)
