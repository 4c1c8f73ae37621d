"""The rows of the grid: all ids at once, what belongs to them only where it is looked at."""

from __future__ import annotations

import operator
from bisect import bisect_left
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from artstudio.ui.library.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from PySide6.QtCore import QObject

    from artstudio.library.entry import Entry
    from artstudio.library.reading import Ids
    from artstudio.ui.library.shelf import Look, Shelf

Index = QModelIndex | QPersistentModelIndex

_MOST_ENTRIES: Final = 4_000
_MOST_LOOKS: Final = 600  # some 80 MB of pictures
_NOBODY: Final = QModelIndex()


class EntryModel(QAbstractListModel):
    """Entries newest first. Asking for one that is not there yet has it fetched; `dataChanged` tells.

    Attributes:
        ids: Of all rows, falling.
    """

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.ids: Ids = np.empty(0, np.int64)
        self._entries: OrderedDict[int, Entry] = OrderedDict()
        self._looks: OrderedDict[int, Look] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._doubtful: set[int] = set()  # entries that may look otherwise by now
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        shelf.fetched.connect(self._take)

    # ------------------------------------------------------------------------------------------- filling

    def begin(self, entries: Sequence[Entry]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self._remember({entry.id: entry for entry in entries}, {})
        self.ids = np.array([entry.id for entry in entries], np.int64)
        self.endResetModel()

    def complete(self, ids: Ids) -> None:
        """Show just these; rows that stay are left where they are, so that selection and place stay too."""
        old, new = self.ids, ids
        gone = np.flatnonzero(~_among(old, new))
        if len(gone) <= 64:
            for row in gone[::-1]:
                self.beginRemoveRows(_NOBODY, int(row), int(row))
                self.ids = np.delete(self.ids, row)
                self.endRemoveRows()
            old = self.ids
            if len(old) == len(new):
                return
            if np.array_equal(new[len(new) - len(old) :], old):  # what came lately
                self.beginInsertRows(_NOBODY, 0, len(new) - len(old) - 1)
                self.ids = new
                self.endInsertRows()
                return
            if np.array_equal(new[: len(old)], old):  # what lies behind the first ones
                self.beginInsertRows(_NOBODY, len(old), len(new) - 1)
                self.ids = new
                self.endInsertRows()
                return
        self.beginResetModel()
        self.ids = new
        self.endResetModel()

    def forget(self, ids: Sequence[int]) -> None:
        """Fetch these anew when they are next seen."""
        for one in ids:
            self._entries.pop(one, None)
            if (row := self.row(one)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def doubt(self) -> None:
        """Fetch all anew when they are next seen; what is known stays in sight until then."""
        self._doubtful.update(self._entries)
        if len(self.ids):
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    # ------------------------------------------------------------------------------------------- reading

    def row(self, entry: int) -> int | None:
        """Where an entry stands."""
        at = bisect_left(self.ids, -entry, key=operator.neg)
        return at if at < len(self.ids) and self.ids[at] == entry else None

    def entry(self, row: int) -> Entry | None:
        """What stands at a row; None while it is fetched."""
        found: Entry | None = self._of(self._entries, row)
        return found

    def look(self, row: int) -> Look | None:
        """How that looks; None while it is fetched."""
        found: Look | None = self._of(self._looks, row)
        return found

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SPOKEN:
            return None
        entry = self.entry(index.row())
        if entry is None:
            return self.tr("Loading…")
        return entry.title if role == Qt.ItemDataRole.DisplayRole else spoken(entry)

    def _of(self, known: OrderedDict[int, Any], row: int) -> Any:
        entry = int(self.ids[row])
        found = known.get(entry)
        if found is not None:
            known.move_to_end(entry)
        if (found is None or entry in self._doubtful) and entry not in self._wanted:
            self._wanted[entry] = None
            self._asking.start()
        return found

    def _ask(self) -> None:
        wanted = tuple(self._wanted)
        self._wanted.clear()
        self._shelf.want(wanted)

    def _take(self, entries: dict[int, Entry], looks: dict[int, Look]) -> None:
        self._remember(entries, looks)
        rows = [row for one in entries if (row := self.row(one)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def _remember(self, entries: dict[int, Entry], looks: dict[int, Look]) -> None:
        self._entries.update(entries)
        self._doubtful.difference_update(entries)
        self._looks.update(looks)
        while len(self._entries) > _MOST_ENTRIES:
            self._entries.popitem(last=False)
        while len(self._looks) > _MOST_LOOKS:
            self._looks.popitem(last=False)


def _among(some: Ids, ids: Ids) -> npt.NDArray[np.bool_]:
    """Which of `some` are in `ids`; both fall. `np.isin` would take the window a frame for 100,000."""
    if not len(ids):
        return np.zeros(len(some), bool)
    at = np.minimum(np.searchsorted(-ids, -some), len(ids) - 1)
    return np.asarray(ids[at] == some)


_SPOKEN: Final = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
)  # fmt: skip
