"""Cards in rows as wide as there is room for, of which only those in sight are ever touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from artstudio.ui import theme
from artstudio.ui.library.model import EntryModel
from artstudio.ui.library.words import ICONS, measure

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from artstudio.library.entry import Entry
    from artstudio.ui.library.shelf import Look, Shelf

Index = QModelIndex | QPersistentModelIndex

CELL_PX: Final = QSize(156, 154)
_GAP_PX: Final = 4
_PICTURE_PX: Final = 104  # high
_LINE_PX: Final = 18


class Grid(QListView):
    """The entries of a model. Keys do what they say on the menu."""

    opened = Signal()
    chosen = Signal()
    key_wanted = Signal(str)  # a verb's key, or a digit

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.entries = EntryModel(shelf, self)
        self.setModel(self.entries)
        # IconMode would place 100,000 items one by one
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL_PX)
        self.setItemDelegate(_Card(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(CELL_PX.height() // 3)
        self.setAccessibleName(self.tr("Results in the library"))
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def picked(self) -> list[int]:
        """The ids of the selected entries, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [int(self.entries.ids[row]) for row in rows]

    def pick(self, row: int) -> None:
        """Select one row, and no other, and bring it into sight."""
        if 0 <= row < len(self.entries.ids):
            self.setCurrentIndex(self.entries.index(row))
            self.scrollTo(self.entries.index(row))

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


KEYS: Final = "0123456789RVUIECXN/"


class _Card(QStyledItemDelegate):
    """Paints an entry."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return CELL_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        card = QRectF(rect).adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        entry, look = model.entry(index.row()), model.look(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = theme.ACCENT_BRIGHT if focused else theme.ACCENT if selected else theme.LINE
        painter.setPen(QPen(QColor(edge), 2 if selected or focused else 1))
        painter.setBrush(QColor(theme.ACCENT_DIM if selected else theme.HOVER if over else theme.RAISED))
        painter.drawRoundedRect(card, 5, 5)
        picture = QRectF(card.left() + 2, card.top() + 2, card.width() - 4, _PICTURE_PX)
        painter.fillRect(picture, QColor(theme.DESK))
        if look is not None:
            _paint_look(painter, picture, look)
        if entry is not None:
            if entry.kind == "model" and (look is None or look.picture is None):
                size = 40
                icon = theme.icon(ICONS["model"], theme.TEXT_DIM)
                middle = picture.center() - QPointF(size / 2, size / 2)
                icon.paint(painter, QRect(middle.toPoint(), QSize(size, size)))
            _paint_words(painter, card, entry)
        painter.restore()


def _paint_look(painter: QPainter, room: QRectF, look: Look) -> None:
    if look.picture is not None:
        size = look.picture.size().toSizeF()
        scale = min(room.width() / size.width(), room.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2)
        painter.drawImage(target, look.picture)
    elif look.words:
        painter.save()
        painter.setClipRect(room)
        painter.setPen(QColor(theme.TEXT))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(room.adjusted(6, 5, -6, 0), look.words[:220], option)
        painter.restore()


def _paint_words(painter: QPainter, card: QRectF, entry: Entry) -> None:
    left, right = card.left() + 7, card.right() - 7
    top = card.top() + 2 + _PICTURE_PX
    line = QRectF(left, top + 1, right - left, _LINE_PX)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(theme.TEXT))
    title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    line.translate(0, _LINE_PX)
    icon = QRect(int(left), int(line.top()) + 2, 14, 14)
    theme.icon(ICONS.get(entry.kind, "file-outline"), theme.TEXT_DIM).paint(painter, icon)
    stars = "★" * entry.star
    wide = metrics.horizontalAdvance(stars)
    painter.setPen(QColor(theme.WARN))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, stars)
    painter.setPen(QColor(theme.TEXT_DIM))
    small = line.adjusted(19, 0, -wide - 4, 0)
    words = metrics.elidedText(measure(entry), Qt.TextElideMode.ElideRight, max(0, int(small.width())))
    painter.drawText(small, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
