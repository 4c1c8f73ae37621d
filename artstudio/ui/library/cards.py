"""How an entry is painted: its look, its title, what it is, its stars."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from artstudio.ui import theme
from artstudio.ui.library.model import EntryModel
from artstudio.ui.library.words import ICONS, measure

if TYPE_CHECKING:
    from artstudio.library.entry import Entry
    from artstudio.ui.library.shelf import Look

Index = QModelIndex | QPersistentModelIndex

CELL_PX: Final = QSize(156, 154)
_GAP_PX: Final = 4
_PICTURE_PX: Final = 104  # high
_LINE_PX: Final = 18
_ICON_PX: Final = 40  # of what has no picture
_MOST_PAINTED: Final = 240  # cards that are kept as painted: more than are in sight


class Cards(QStyledItemDelegate):
    """Paints each card once for each way it can look."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._painted: OrderedDict[object, QPixmap] = OrderedDict()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return CELL_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        rect: QRect = option.rect
        entry, look = model.entry(index.row()), model.look(index.row())
        states = QStyle.StateFlag
        state = tuple(
            bool(option.state & one)
            for one in (states.State_Selected, states.State_MouseOver, states.State_HasFocus)
        )
        ratio = painter.device().devicePixelRatioF()
        key = (entry, id(look), state, ratio, theme.SUNKEN)  # each theme has a ground of its own
        card = self._painted.pop(key, None)
        if card is None:
            card = QPixmap(CELL_PX * ratio)
            card.setDevicePixelRatio(ratio)
            card.fill(QColor(theme.SUNKEN))
            within = QPainter(card)
            within.setFont(painter.font())
            _paint_card(within, QRect(QPoint(0, 0), CELL_PX), entry, look, *state)
            within.end()
        if (entry is None) == (look is None):  # else it will soon look otherwise
            self._painted[key] = card
            if len(self._painted) > _MOST_PAINTED:
                self._painted.popitem(last=False)
        painter.drawPixmap(rect.topLeft(), card)


def _paint_card(
    painter: QPainter,
    rect: QRect,
    entry: Entry | None,
    look: Look | None,
    selected: bool,
    over: bool,
    focused: bool,
) -> None:
    card = QRectF(rect).adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme.ACCENT_BRIGHT if focused else theme.ACCENT if selected else theme.LINE
    painter.setPen(QPen(QColor(edge), 2 if selected or focused else 1))
    painter.setBrush(QColor(theme.ACCENT_DIM if selected else theme.HOVER if over else theme.RAISED))
    painter.drawRoundedRect(card, 5, 5)
    picture = QRectF(card.left() + 2, card.top() + 2, card.width() - 4, _PICTURE_PX)
    painter.fillRect(picture, QColor(theme.DESK))
    if look is not None:
        _paint_look(painter, picture, look)
    if entry is None:
        return
    if entry.kind == "model" and (look is None or look.picture is None):
        icon = theme.icon(ICONS["model"], theme.TEXT_DIM)
        middle = picture.center() - QPointF(_ICON_PX / 2, _ICON_PX / 2)
        icon.paint(painter, QRect(middle.toPoint(), QSize(_ICON_PX, _ICON_PX)))
    _paint_words(painter, card, entry)


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
