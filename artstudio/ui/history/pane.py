"""The history pane: every step there is, the present one marked; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from artstudio.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


class _Steps(QAbstractListModel):
    """Row n is the state after n steps; row 0 is how it was opened."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        return len(self._session.project.history.steps) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        history, row = self._session.project.history, index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return history.steps[row - 1].label if row else self.tr("Start")
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.TEXT if row <= history.position else theme.TEXT_OFF)
        if role == Qt.ItemDataRole.DecorationRole:
            return theme.icon("content-save-outline", theme.TEXT_DIM) if row == history.saved else None
        return None

    def renew(self) -> None:
        """The history has changed."""
        self.beginResetModel()
        self.endResetModel()


class HistoryPane(QWidget):
    """One list over all panes' steps."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model = _Steps(session)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(14, 14))  # no higher than the letters
        self.list.setAccessibleName(self.tr("History"))
        self.list.setToolTip(self.tr("Click a step to go back or forward to it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.addWidget(self.list)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        session.changed.connect(self._show)
        session.project_replaced.connect(self._show)
        self._show()

    def _go(self, index: QModelIndex) -> None:
        if index.row() != self._session.project.history.position:
            self._session.project.go_to(index.row())

    def _show(self) -> None:
        self._model.renew()
        present = self._model.index(self._session.project.history.position)
        self.list.setCurrentIndex(present)
        self.list.scrollTo(present)
