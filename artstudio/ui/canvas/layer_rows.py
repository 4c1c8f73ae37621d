"""One row of the layers tree: an eye to click, the name to edit, what is special about the layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidgetItem

from artstudio.ui import theme
from artstudio.ui.canvas.thumbnails import THUMBNAIL_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from artstudio.documents.canvas import Layer

EYE, NAME = 0, 1  # the columns
EYE_PX: Final = 28
ID_ROLE: Final = Qt.ItemDataRole.UserRole
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_VISIBLE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_SHOWN_ROLE: Final = Qt.ItemDataRole.UserRole + 3
_NOTE_ROLE: Final = Qt.ItemDataRole.UserRole + 4
_MARKS_ROLE: Final = Qt.ItemDataRole.UserRole + 5
_MARK_PX: Final = 16

Index = QModelIndex | QPersistentModelIndex


def describe(item: QTreeWidgetItem, layer: Layer, shown: bool, icon: QIcon) -> None:
    """Write `layer` into the tree's item; `shown` says whether it and all groups around it are visible."""
    item.setIcon(NAME, icon)
    item.setText(NAME, layer.name)
    item.setSizeHint(EYE, QSize(EYE_PX, THUMBNAIL_PX.height() + 8))
    for column in (EYE, NAME):
        item.setData(column, ID_ROLE, layer.id)
    item.setData(EYE, GROUP_ROLE, layer.group)
    item.setData(EYE, _VISIBLE_ROLE, layer.visible)
    item.setData(NAME, _SHOWN_ROLE, shown)
    item.setData(NAME, _NOTE_ROLE, "" if layer.opacity == 1 else f"{layer.opacity * 100:.0f} %")
    marks = {"lock-outline": layer.locked, "checkerboard": layer.alpha_locked, "draw": layer.rough}
    item.setData(NAME, _MARKS_ROLE, [icon for icon, shown in marks.items() if shown])
    spoken = Qt.ItemDataRole.AccessibleTextRole
    tr = QCoreApplication.translate
    item.setData(EYE, spoken, tr("LayerRows", "shown") if layer.visible else tr("LayerRows", "hidden"))
    said = {
        tr("LayerRows", "hidden"): not shown, tr("LayerRows", "locked"): layer.locked,
        tr("LayerRows", "transparency locked"): layer.alpha_locked, tr("LayerRows", "rough"): layer.rough,
        tr("LayerRows", "group"): layer.group,
    }  # fmt: skip
    words = [layer.name, *(word for word, so in said.items() if so), item.data(NAME, _NOTE_ROLE)]
    item.setData(NAME, spoken, ", ".join(filter(None, words)))
    flags = item.flags() | Qt.ItemFlag.ItemIsEditable
    # only a group is itself a place to drop on: a layer goes between others
    item.setFlags(
        flags | Qt.ItemFlag.ItemIsDropEnabled if layer.group else flags & ~Qt.ItemFlag.ItemIsDropEnabled
    )


class EyeDelegate(QStyledItemDelegate):
    """Draws the eye of a row; a click on it calls `toggle` with the layer's id."""

    def __init__(self, toggle: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._toggle = toggle
        self._shown = theme.icon("eye-outline")
        self._hidden = theme.icon("eye-off-outline", theme.TEXT_OFF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        eye = QRect(0, 0, _MARK_PX, _MARK_PX)
        eye.moveCenter(_rect(option).center())
        (self._shown if index.data(_VISIBLE_ROLE) else self._hidden).paint(painter, eye)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._toggle(index.data(ID_ROLE))
            return True
        return super().editorEvent(event, model, option, index)


class NameDelegate(QStyledItemDelegate):
    """Draws the thumbnail and the name, and at the right what is special about the layer."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.data(_SHOWN_ROLE):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(theme.TEXT_OFF))
        metrics, note = option.fontMetrics, index.data(_NOTE_ROLE)
        right = len(index.data(_MARKS_ROLE)) * (_MARK_PX + 2) + (
            metrics.horizontalAdvance(note) if note else 0
        )
        room = _rect(option).width() - THUMBNAIL_PX.width() - right - 4 * theme.GAP_PX
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(0, room))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        room = _rect(option).adjusted(0, 0, -8, 0)
        if note := index.data(_NOTE_ROLE):
            painter.setPen(QColor(theme.TEXT_DIM))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(note) - theme.GAP_PX)
        for mark in index.data(_MARKS_ROLE):
            at = QRect(room.right() - _MARK_PX, 0, _MARK_PX, _MARK_PX)
            at.moveTop(room.center().y() - _MARK_PX // 2)
            theme.icon(mark, theme.TEXT_DIM).paint(painter, at)
            room.setRight(at.left() - 2)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect
