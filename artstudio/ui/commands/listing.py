"""The palette's lines: which there are for a query, in which order, and how one is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from artstudio.ui import theme
from artstudio.ui.fuzzy import match

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artstudio.ui.commands.entries import Entry

_ROW_PX: Final = 30
_PAD_PX: Final = 9
_AT = Qt.ItemDataRole.UserRole
_ENTRY = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


def ranked(entries: Iterable[Entry], query: str, recent: Sequence[str]) -> list[tuple[Entry, frozenset[int]]]:
    """The entries that `query` names and the letters it stands on, the best first.

    What was used of late comes before its equals, and first of all where nothing is asked for; what cannot be
    done now comes last.
    """
    used = {entry_id: n for n, entry_id in enumerate(recent)}
    found: list[tuple[tuple[bool, float, int], Entry, frozenset[int]]] = []
    for n, entry in enumerate(entries):
        fits = match(query, entry.title, entry.path)
        if fits is None:
            continue
        late = 4.0 - used[entry.id] / len(used) if entry.id in used else 0.0
        score = late if not query.strip() else fits.score + late
        found.append(((not entry.possible, -score, n), entry, fits.at))
    return [(entry, at) for _, entry, at in sorted(found, key=lambda one: one[0])]


class Lines(QAbstractListModel):
    """What is shown of the entries."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[Entry, frozenset[int]]] = []

    def show_lines(self, lines: list[tuple[Entry, frozenset[int]]]) -> None:
        """Show others."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """What stands in `row`."""
        return self._lines[row][0]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, at = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "" if entry.possible else self.tr("not possible now")
            return ", ".join(part for part in (entry.title, entry.path, entry.keys, state) if part)
        return entry if role == _ENTRY else at if role == _AT else None


class LinePainter(QStyledItemDelegate):
    """Icon, title with the letters that fit in bold, where else it is found, its keys."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ENTRY)
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ACCENT_DIM))
            painter.drawRoundedRect(box, 4, 4)
        text = theme.TEXT if entry.possible else theme.TEXT_OFF
        dim = theme.TEXT_DIM if entry.possible else theme.TEXT_OFF
        if entry.icon:
            place = QRect(box.left() + _PAD_PX, box.center().y() - 8, 17, 17)
            theme.icon(entry.icon, text).paint(painter, place)
        inner = box.adjusted(_PAD_PX + 26, 0, -_PAD_PX, 0)
        metrics = QFontMetrics(option.font)
        centre = Qt.AlignmentFlag.AlignVCenter
        if entry.keys:
            painter.setPen(QColor(dim))
            painter.setFont(option.font)
            painter.drawText(inner, centre | Qt.AlignmentFlag.AlignRight, entry.keys)
            inner.setRight(inner.right() - metrics.horizontalAdvance(entry.keys) - 2 * _PAD_PX)
        x = self._paint_title(painter, option.font, inner, entry.title, index.data(_AT), text)
        rest = QRect(inner)
        rest.setLeft(x + 2 * _PAD_PX)
        if rest.width() > 40:
            painter.setFont(option.font)
            painter.setPen(QColor(dim))
            path = metrics.elidedText(entry.path, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, centre | Qt.AlignmentFlag.AlignLeft, path)

    @staticmethod
    def _paint_title(
        painter: QPainter, font: QFont, box: QRect, title: str, at: frozenset[int], colour: str
    ) -> int:
        """Paints stretch by stretch; returns where it ended."""
        bold = QFont(font)
        bold.setBold(True)
        x, begin = box.left(), 0
        while begin < len(title):
            end = begin + 1
            while end < len(title) and (end in at) == (begin in at):
                end += 1
            painter.setFont(bold if begin in at else font)
            painter.setPen(QColor(theme.ACCENT_BRIGHT if begin in at else colour))
            stretch = title[begin:end]
            painter.drawText(
                QRect(x, box.top(), box.right() - x, box.height()), Qt.AlignmentFlag.AlignVCenter, stretch
            )
            x += QFontMetrics(painter.font()).horizontalAdvance(stretch)
            begin = end
        return x
