"""What is on an input's list, as small pictures in their order: selected, dragged, dropped on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from artstudio.ui import theme
from artstudio.ui.panel.inputs import dropped_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

CELL_PX: Final = QSize(66, 74)
MOST_ROWS: Final = 2  # seen at once; of more one scrolls
_PAD_PX: Final = 4
_IMAGE, _ALERT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN: Final = "application/x-qabstractitemmodeldatalist"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """One thing: its title and tooltip, its picture, and whether something is wrong with it."""

    title: str
    tip: str = ""
    image: QImage | None = None
    alert: bool = False


class PickView(QListWidget):
    """Rows are counted from 0 in reading order."""

    moved = Signal(list, int)  # rows, and the row before which they go
    removed = Signal(list)  # rows
    files_dropped = Signal(list, int)  # paths, and the row before which they go

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._drop_row: int | None = None
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Cell(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = QLabel(self)
        self.hint.setProperty("dim", True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_all(self, entries: Sequence[Shown]) -> None:
        """Show these; what was selected stays so while there are as many as before."""
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        while self.count() < len(entries):
            self.addItem(QListWidgetItem())
        for row, entry in enumerate(entries):
            item = self.item(row)
            item.setText(entry.title)
            item.setToolTip(entry.tip)
            item.setData(_IMAGE, entry.image)
            item.setData(_ALERT, entry.alert)
        self.hint.setVisible(not entries)
        self._fit()

    def rows(self) -> list[int]:
        """Those selected, in order."""
        return sorted(self.row(item) for item in self.selectedItems())

    def select(self, rows: Sequence[int]) -> None:
        """Select these, the first one with the focus."""
        self.clearSelection()
        for row in rows:
            self.item(row).setSelected(True)
        if rows:
            self.selectionModel().setCurrentIndex(
                self.model().index(rows[0], 0), self.selectionModel().SelectionFlag.NoUpdate
            )

    def row_before(self, point: QPoint) -> int:
        """Before which row something lands that is dropped there; their number for the end."""
        for row in range(self.count()):
            rect = self.visualItemRect(self.item(row))
            if point.y() < rect.top() or (point.y() <= rect.bottom() and point.x() < rect.center().x()):
                return row
        return self.count()

    def event(self, event: QEvent) -> bool:
        # what Delete does elsewhere in the window waits while the list has the focus
        own = isinstance(event, QKeyEvent) and event.key() in _DELETE
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.rows()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _DELETE:
            self.removed.emit(rows)
        elif alt and rows and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(rows, max(rows[0] - 1, 0))
        elif alt and rows and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(rows, min(rows[-1] + 2, self.count()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._weigh(event)
        self._drop_row = self.row_before(event.position().toPoint()) if event.isAccepted() else None
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_row = None
        self.viewport().update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        before, self._drop_row = self.row_before(event.position().toPoint()), None
        # told a moment later: the view must not be filled anew while it is in its own drop
        if files := dropped_files(event.mimeData(), self._kind):
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(files, before))
            event.acceptProposedAction()
        elif event.mimeData().hasFormat(_OWN):
            rows = self.rows()
            QTimer.singleShot(0, self, lambda: self.moved.emit(rows, before))
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would let Qt take the rows away
            event.accept()
        self.viewport().update()

    def _weigh(self, event: QDragMoveEvent) -> None:
        own = event.mimeData().hasFormat(_OWN) and event.source() in (self, None)
        if own or dropped_files(event.mimeData(), self._kind):
            event.acceptProposedAction()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row is None or not self.count():
            return
        last = self._drop_row == self.count()
        rect = self.visualItemRect(self.item(self._drop_row - last))
        painter = QPainter(self.viewport())
        line = QRect(rect.right() if last else rect.left() - 1, rect.top() + 4, 2, rect.height() - 8)
        painter.fillRect(line, QColor(theme.ACCENT_BRIGHT))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the rows need."""
        columns = max(1, (self.width() - 2 * self.frameWidth() - 2) // CELL_PX.width())
        rows = min(max(1, -(-self.count() // columns)), MOST_ROWS)
        height = rows * CELL_PX.height() + 2 * self.frameWidth() + 4
        if self.height() != height:
            self.setFixedHeight(height)
        self.hint.setGeometry(self.rect().adjusted(8, 4, -8, -4))


class _Cell(QStyledItemDelegate):
    """Draws the picture with its number, and the title below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return CELL_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        line = painter.fontMetrics().height()
        place = QRectF(cell.adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX - line))
        image = index.data(_IMAGE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(place, 4, 4)
        painter.fillPath(outline, QColor(theme.DESK))
        if isinstance(image, QImage):
            painter.setClipPath(outline)
            scale = max(place.width() / image.width(), place.height() / image.height())
            shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
            shown.moveCenter(place.center())
            painter.fillRect(place, QColor(theme.CHECK_LIGHT))  # what is transparent shows through as a grid
            painter.fillRect(place, Qt.BrushStyle.Dense4Pattern)
            painter.drawImage(shown, image)
            painter.setClipping(False)
        if index.data(_ALERT):
            mark = QRect(0, 0, theme.ICON_PX, theme.ICON_PX)
            mark.moveCenter(place.center().toPoint())
            theme.icon("alert-circle-outline", theme.WARN).paint(painter, mark)
        edge = theme.ACCENT_BRIGHT if chosen else theme.LINE_STRONG
        painter.setPen(QPen(QColor(edge), 2 if chosen else 1))
        painter.drawPath(outline)
        self._number(painter, place, index.row() + 1)
        painter.setPen(QColor(theme.TEXT if chosen else theme.TEXT_DIM))
        below = QRect(cell.left() + 2, cell.bottom() - line, cell.width() - 4, line)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _number(self, painter: QPainter, place: QRectF, number: int) -> None:
        badge = QRectF(place.left() + 3, place.top() + 3, 8 + 7 * len(str(number)), 15)
        ground = QColor(theme.DESK)
        ground.setAlphaF(0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))
