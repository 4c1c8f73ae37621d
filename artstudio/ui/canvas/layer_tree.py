"""The pile of layers as a tree, the top one first: shown, folded, dragged, renamed. Knows no edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from artstudio.ui import theme
from artstudio.ui.canvas.layer_rows import (
    EYE,
    EYE_PX,
    GROUP_ROLE,
    ID_ROLE,
    NAME,
    EyeDelegate,
    NameDelegate,
    describe,
)
from artstudio.ui.canvas.thumbnails import THUMBNAIL_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QDropEvent, QIcon

    from artstudio.documents.canvas import Canvas, Layer

_INDENT_PX: Final = 16


class LayerTree(QTreeWidget):
    """Shows a canvas's layers.

    Attributes:
        folded: The ids of the groups that the artist has closed.
    """

    chosen = Signal(str)  # layer id
    renamed = Signal(str, str)  # layer id, name
    eye_clicked = Signal(str)  # layer id
    dropped = Signal(list, object, object)  # layer ids; as `drop_place` names: the group, what they go above

    def __init__(self) -> None:
        super().__init__()
        self.folded: set[str] = set()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shape: list[tuple[str, str | None, bool]] = []
        self._filling = False
        self._group_icon = theme.icon("folder-outline", theme.TEXT_DIM)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setTreePosition(NAME)
        self.setIndentation(_INDENT_PX)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)  # a double click renames
        self.setIconSize(THUMBNAIL_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        header = self.header()
        header.setMinimumSectionSize(EYE_PX)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(EYE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(EYE, EYE_PX)
        self.setItemDelegateForColumn(EYE, EyeDelegate(self.eye_clicked.emit, self))
        self.setItemDelegateForColumn(NAME, NameDelegate(self))
        self.setEditTriggers(QTreeWidget.EditTrigger.DoubleClicked | QTreeWidget.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)
        self.setAutoExpandDelay(600)
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(self._on_changed)
        self.itemCollapsed.connect(lambda item: self._on_folded(item, True))
        self.itemExpanded.connect(lambda item: self._on_folded(item, False))

    def show_canvas(self, canvas: Canvas, thumbnail: Callable[[Layer], QIcon]) -> None:
        """Show the layers; `thumbnail` gives the picture beside a name."""
        self._filling = True
        shape = [(layer.id, layer.parent, layer.group) for layer in canvas.layers]
        if shape != self._shape:
            self._rebuild(canvas)
            self._shape = shape
        shown: dict[str | None, bool] = {None: True}
        for layer in reversed(canvas.layers):
            shown[layer.id] = layer.visible and shown[layer.parent]
            icon = self._group_icon if layer.group else thumbnail(layer)
            describe(self._items[layer.id], layer, shown[layer.id], icon)
        self._filling = False

    def show_selected(self, layer_id: str | None) -> None:
        """Mark a layer's row and open the groups around it."""
        self._filling = True
        item = self._items.get(layer_id or "")
        parent = item.parent() if item is not None else None
        while parent is not None:
            self.folded.discard(parent.data(EYE, ID_ROLE))
            parent.setExpanded(True)
            parent = parent.parent()
        if item is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif item is not self.currentItem():
            self.setCurrentItem(item, NAME)
        self._filling = False

    def show_thumbnail(self, layer_id: str, thumbnail: QIcon) -> None:
        """Put another picture beside a name."""
        self._filling = True
        if item := self._items.get(layer_id):
            item.setIcon(NAME, thumbnail)
        self._filling = False

    def item_of(self, layer_id: str) -> QTreeWidgetItem:
        """The row of a layer; `KeyError` if it shows none."""
        return self._items[layer_id]

    def marked(self) -> list[str]:
        """The ids of all rows that are marked: one has the focus, others may be marked with it."""
        return [item.data(EYE, ID_ROLE) for item in self.selectedItems()]

    def rename(self, layer_id: str) -> None:
        """Let the artist type another name."""
        self.editItem(self._items[layer_id], NAME)

    def drop_place(self, at: QPoint) -> tuple[str | None, str | None]:
        """Where what is dropped at a point of the viewport goes.

        The id of the group that takes it in, None for none; and of what it comes to stand right above, None
        for nothing.
        """
        item = self.itemAt(at)
        if item is None:
            return None, None
        layer_id, group = item.data(EYE, ID_ROLE), item.data(EYE, GROUP_ROLE)
        parent = item.parent() or self.invisibleRootItem()
        parent_id = parent.data(EYE, ID_ROLE)
        from_top = _share(self.visualItemRect(item), at)
        if group and (0.25 <= from_top <= 0.75 or (from_top > 0.75 and item.isExpanded())):
            return layer_id, _id_at(item, 0)
        if from_top < 0.5:
            return parent_id, layer_id
        return parent_id, _id_at(parent, parent.indexOfChild(item) + 1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what is wished; the rows are drawn anew from the document."""
        event.setDropAction(Qt.DropAction.IgnoreAction)  # or Qt would take the row out once this returns
        event.accept()
        self.setState(QTreeWidget.State.NoState)
        self.viewport().update()
        dragged = self.marked()
        parent, above = self.drop_place(event.position().toPoint())
        around = self._items.get(parent or "")
        while around is not None:
            if around.data(EYE, ID_ROLE) in dragged:  # into itself
                return
            around = around.parent()
        if dragged:
            self.dropped.emit(dragged, parent, above)

    def _rebuild(self, canvas: Canvas) -> None:
        scrolled = self.verticalScrollBar().value()
        self.clear()
        self._items.clear()
        for layer in reversed(canvas.layers):  # a group comes before what it holds
            parent = self._items[layer.parent] if layer.parent else self.invisibleRootItem()
            item = QTreeWidgetItem(parent)
            self._items[layer.id] = item
        self.folded &= {layer.id for layer in canvas.layers if layer.group}
        for layer_id, item in self._items.items():
            item.setExpanded(layer_id not in self.folded)
        self.verticalScrollBar().setValue(scrolled)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(EYE, ID_ROLE))

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == NAME:
            self.renamed.emit(item.data(EYE, ID_ROLE), item.text(NAME).strip())

    def _on_folded(self, item: QTreeWidgetItem, folded: bool) -> None:
        if self._filling:
            return
        layer_id = item.data(EYE, ID_ROLE)
        (self.folded.add if folded else self.folded.discard)(layer_id)
        inside = self.currentItem()
        while inside is not None and inside is not item:
            inside = inside.parent()
        if folded and inside is not None:  # what is selected stays in sight
            self.setCurrentItem(item, NAME)


def _id_at(parent: QTreeWidgetItem, row: int) -> str | None:
    child = parent.child(row)
    return child.data(EYE, ID_ROLE) if child is not None else None


def _share(rect: QRect, at: QPoint) -> float:
    """How far down in a row a point lies, 0-1."""
    return (at.y() - rect.top()) / max(1, rect.height())
