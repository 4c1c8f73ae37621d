"""One row of the layers list: an eye to click, the name to edit, what is special about the layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from artstudio.documents.canvas import Layer

ID_ROLE: Final = Qt.ItemDataRole.UserRole
_VISIBLE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NOTE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_MARKS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
_EYE_PX: Final = 28
_MARK_PX: Final = 16

Index = QModelIndex | QPersistentModelIndex


def describe(item: QListWidgetItem, layer: Layer, thumbnail: QIcon) -> None:
    """Write `layer` into the list's item."""
    item.setIcon(thumbnail)
    item.setText(layer.name)
    item.setData(ID_ROLE, layer.id)
    item.setData(_VISIBLE_ROLE, layer.visible)
    item.setData(_NOTE_ROLE, "" if layer.opacity == 1 else f"{layer.opacity * 100:.0f} %")
    marks = {"lock-outline": layer.locked, "checkerboard": layer.alpha_locked, "draw": layer.rough}
    item.setData(_MARKS_ROLE, [icon for icon, shown in marks.items() if shown])
    # not itself a place to drop on: a layer goes between others
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)


class LayerDelegate(QStyledItemDelegate):
    """Draws a row; a click on its eye calls `toggle` with the layer's id."""

    def __init__(self, toggle: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._toggle = toggle
        self._shown = theme.icon("eye-outline")
        self._hidden = theme.icon("eye-off-outline", theme.TEXT_OFF)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.data(_VISIBLE_ROLE):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(theme.TEXT_OFF))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, _inset(option), index)
        icon = self._shown if index.data(_VISIBLE_ROLE) else self._hidden
        eye = QRect(0, 0, _MARK_PX, _MARK_PX)
        eye.moveCenter(_eye(option).center())
        icon.paint(painter, eye)
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

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, _inset(option), index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and _eye(option).contains(event.position().toPoint()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._toggle(index.data(ID_ROLE))
            return True
        return super().editorEvent(event, model, option, index)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _eye(option: QStyleOptionViewItem) -> QRect:
    rect = _rect(option)
    return QRect(rect.left(), rect.top(), _EYE_PX, rect.height())


def _inset(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    inner = QStyleOptionViewItem(option)
    inner.rect = _rect(option).adjusted(_EYE_PX, 0, 0, 0)
    return inner
