"""The command palette: type a few letters of what you want, press Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.commands.listing import LinePainter, Lines, ranked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artstudio.ui.commands.entries import Entry

_WIDTH_PX: Final = 620
_HEIGHT_PX: Final = 420
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QFrame):
    """A card over the middle of `window`; goes by Escape, Enter or a click elsewhere.

    Args:
        window: What it lies over.
        used: Called with the id of what was run.
    """

    def __init__(self, window: QWidget, used: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window, self._used = window, used
        self._entries: list[Entry] = []
        self._recent: Sequence[str] = ()
        self._before: QWidget | None = None
        self.setProperty("overlay", "true")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Commands"))
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("What do you want to do?"))
        self.query.setAccessibleName(self.tr("What do you want to do?"))
        self.query.setMinimumHeight(32)
        self.lines = Lines()
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Commands found"))
        self.view.setModel(self.lines)
        self.view.setItemDelegate(LinePainter(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("Nothing of that name. Try fewer letters, or another word for it."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("dim", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.GAP_PX,) * 4)
        column.addWidget(self.query)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing, 1)
        self.query.textEdited.connect(self._show)
        self.query.installEventFilter(self)
        self.view.clicked.connect(self._run)
        window.installEventFilter(self)
        self.hide()

    def open_over(self, entries: list[Entry], recent: Sequence[str]) -> None:
        """Offer `entries`, those in `recent` first."""
        self._entries, self._recent = entries, recent
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.query.clear()
        self._show("")
        self._place()
        self.show()
        self.raise_()
        self.query.setFocus()

    def leave(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _show(self, query: str) -> None:
        found = ranked(self._entries, query, self._recent)
        self.lines.show_lines(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        if n := self.lines.rowCount():
            index = self.lines.index(max(0, min(n - 1, row)))
            self.view.setCurrentIndex(index)
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.Focus))

    def _run(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        entry = self.lines.entry(index.row())
        if not entry.possible:
            return
        self.leave()
        self._used(entry.id)
        # only now has the pane that it is meant for the focus again
        QTimer.singleShot(0, self, entry.run)

    def _place(self) -> None:
        window = self._window
        wide = min(_WIDTH_PX, window.width() - 40)
        self.setGeometry((window.width() - wide) // 2, 60, wide, min(_HEIGHT_PX, window.height() - 120))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            if QApplication.focusWidget() is not None:  # not when another program comes to the front
                self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, row = Qt.Key(event.key()), self.view.currentIndex().row()
        if key in _MOVES:
            page = max(1, self.view.height() // max(1, self.view.sizeHintForRow(0)) - 1)
            step = page if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) else 1
            up = key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
            self._go_to(row - step if up else row + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True
