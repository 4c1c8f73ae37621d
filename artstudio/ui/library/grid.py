"""Cards in rows as wide as there is room for, of which only those in sight are ever touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from artstudio.ui.library.cards import CELL_PX, Cards
from artstudio.ui.library.model import EntryModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QItemSelectionRange
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from artstudio.ui.library.shelf import Shelf

Index = QModelIndex | QPersistentModelIndex

KEYS: Final = "0123456789RVUIECXN/"


class Grid(QListView):
    """The entries of a model. Keys do what they say on the menu.

    A list view for who listens to it; where cards stand is reckoned here. Qt's own layout asks for every row
    whenever the width or a row changes, which takes a tenth of a second for 100,000 of them.
    """

    opened = Signal()
    chosen = Signal()
    key_wanted = Signal(str)  # a verb's key, or a digit

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.entries = EntryModel(shelf, self)
        self.setModel(self.entries)
        self._cards = Cards(self)
        self.setItemDelegate(self._cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Results in the library"))
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def picked(self) -> list[int]:
        """The ids of the selected entries, in their order."""
        rows = sorted({row for first, last in self._ranges() for row in range(first, last + 1)})
        return [int(self.entries.ids[row]) for row in rows]

    def pick(self, row: int) -> None:
        """Select one row, and no other, and bring it into sight."""
        if 0 <= row < self._count:
            self.setCurrentIndex(self.entries.index(row))
            self.scrollTo(self.entries.index(row))

    def _ranges(self) -> list[tuple[int, int]]:
        """The first and last row of each stretch that is selected."""
        ranges = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())  # the stubs lack it
        return [(one.top(), one.bottom()) for one in ranges]

    # -------------------------------------------------------------------------------- where cards stand

    @property
    def _count(self) -> int:
        return len(self.entries.ids)

    @property
    def _columns(self) -> int:
        return max(1, self.viewport().width() // CELL_PX.width())

    def _row_at(self, place: QPoint) -> int:
        """The row at a place of the viewport, or the next one before it; -1 before all."""
        line = (place.y() + self.verticalOffset()) // CELL_PX.height()
        column = min(max(place.x() // CELL_PX.width(), 0), self._columns - 1)
        return min(max(line * self._columns + column, -1), self._count - 1)

    def visualRect(self, index: Index) -> QRect:
        line, column = divmod(index.row(), self._columns)
        at = QPoint(column * CELL_PX.width(), line * CELL_PX.height() - self.verticalOffset())
        return QRect(at, CELL_PX) if index.isValid() else QRect()

    def indexAt(self, place: QPoint) -> QModelIndex:
        row = self._row_at(place)
        index = self.entries.index(row) if row >= 0 else QModelIndex()
        return index if self.visualRect(index).contains(place) else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        lines = -(-self._count // self._columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, lines * CELL_PX.height() - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(CELL_PX.height() // 3)

    def viewportSizeHint(self) -> QSize:
        return QSize(3 * CELL_PX.width(), CELL_PX.height())

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, high = self.visualRect(index), self.viewport().height()
        if rect.top() < 0 or rect.height() > high:
            self.verticalScrollBar().setValue(self.verticalOffset() + rect.top())
        elif rect.bottom() >= high:
            self.verticalScrollBar().setValue(self.verticalOffset() + rect.bottom() - high + 1)

    # ------------------------------------------------------------------------------- choosing and keys

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        actions, row, columns = QAbstractItemView.CursorAction, self.currentIndex().row(), self._columns
        page = max(1, self.viewport().height() // CELL_PX.height()) * columns
        if not self._count:
            return QModelIndex()
        to = {
            actions.MoveLeft: row - 1, actions.MovePrevious: row - 1, actions.MoveRight: row + 1,
            actions.MoveNext: row + 1, actions.MoveUp: row - columns if row >= columns else row,
            actions.MoveDown: row + columns if row + columns < self._count else row,
            actions.MovePageUp: row - page, actions.MovePageDown: row + page, actions.MoveHome: 0,
            actions.MoveEnd: self._count - 1,
        }[action]  # fmt: skip
        return self.entries.index(min(max(to, 0), self._count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = sorted((self._row_at(rect.topLeft()), self._row_at(rect.bottomRight())))
        selection = QItemSelection()
        if self._count and last >= 0:
            selection.select(self.entries.index(max(first, 0)), self.entries.index(last))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """All in sight where there is a selection: repainting it costs little."""
        return QRegion(self.viewport().rect()) if selection.count() else QRegion()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.key_wanted.emit("Space")
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.key_wanted.emit("Del")
        elif (plain or shift) and event.text() and event.text().upper() in KEYS:
            self.key_wanted.emit(("Shift+" if shift else "") + event.text().upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here; words are looked for in the search line."""

    # ----------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        idle, states = option.state, QStyle.StateFlag
        chosen = self._ranges()
        current, mouse = self.currentIndex().row(), self.viewport().mapFromGlobal(self.cursor().pos())
        under = self.indexAt(mouse).row() if self.viewport().underMouse() else -1
        area = event.rect()
        first = max(0, self._row_at(QPoint(0, area.top())))
        last = self._row_at(QPoint(self.viewport().width(), area.bottom()))
        for row in range(first, last + 1):
            index = self.entries.index(row)
            option.rect = self.visualRect(index)
            option.state = idle & ~(states.State_HasFocus | states.State_Selected | states.State_MouseOver)
            if any(top <= row <= bottom for top, bottom in chosen):
                option.state |= states.State_Selected
            if row == current and self.hasFocus():
                option.state |= states.State_HasFocus
            if row == under:
                option.state |= states.State_MouseOver
            self._cards.paint(painter, option, index)
        painter.end()
