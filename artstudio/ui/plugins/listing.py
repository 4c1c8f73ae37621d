"""The plugins at the left of the Plugins window, and the line to search them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.phrases import phrase
from artstudio.ui.plugins.roster import Entry, Standing
from artstudio.ui.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROLE = Qt.ItemDataRole.UserRole
_ICONS = {
    Standing.READY: ("puzzle", theme.ACCENT_BRIGHT),
    Standing.OFF: ("power-plug-off-outline", theme.TEXT_DIM),
    Standing.ASIDE: ("alert-outline", theme.WARN),
    Standing.BROKEN: ("alert-circle-outline", theme.BAD),
    Standing.RESTING: ("sleep", theme.TEXT_DIM),
}


class Listing(QWidget):
    """Tells which entry is chosen; keeps the choice by its key when it is shown anew."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._updates: Mapping[str, str] = {}
        self.search = SearchField(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the plugins"))
        self.search.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Plugins"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda _now, _before: self.chosen.emit())
        self._nothing = QLabel()
        self._nothing.setProperty("dim", True)
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    @property
    def entry(self) -> Entry | None:
        """The one that is chosen."""
        row = self.list.currentRow()
        entry: Entry | None = self.list.item(row).data(_ROLE) if row >= 0 else None
        return entry

    def show_entries(self, entries: Sequence[Entry], updates: Mapping[str, str]) -> None:
        """List `entries`; `updates` are newer versions by plugin id."""
        self._entries, self._updates = entries, updates
        self._show()

    def choose(self, key: str) -> bool:
        """Select an entry by its key or id; False where it is not listed."""
        for row in range(self.list.count()):
            entry = self.list.item(row).data(_ROLE)
            if entry is not None and key in (entry.key, entry.id):
                self.list.setCurrentRow(row)
                return True
        return False

    def _show(self) -> None:
        kept, row = self.entry, self.list.currentRow()
        wanted = self.search.text().strip().casefold()
        shown = [one for one in self._entries if not wanted or wanted in _searched(one)]
        with QSignalBlocker(self.list):
            self.list.clear()
            headed = ""
            for entry in shown:
                group = self.tr("With the studio") if entry.origin == "builtin" else self.tr("Installed")
                if group != headed:
                    self._add_heading(group)
                    headed = group
                self._add(entry)
            if kept is None or not self.choose(kept.key):
                self._choose_near(row)
        self._nothing.setText(self.tr("Nothing is called like that.") if wanted else "")
        self._nothing.setVisible(bool(wanted) and not shown)
        self.chosen.emit()

    def _choose_near(self, row: int) -> None:
        rows = [one for one in range(self.list.count()) if self.list.item(one).data(_ROLE) is not None]
        near = min(rows, key=lambda one: abs(one - row), default=-1)
        self.list.setCurrentRow(near)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(theme.TEXT_DIM))
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, entry: Entry) -> None:
        name, colour = _ICONS[entry.standing]
        title, update = entry.title, self._updates.get(entry.id, "")
        below = [self._standing(entry)]
        if update and entry.installed:
            below.append(self.tr("Update: {version}").format(version=update))
            name, colour = "arrow-up-bold-circle-outline", theme.ACCENT_BRIGHT
        words = " · ".join(word for word in below if word)
        item = QListWidgetItem(theme.icon(name, colour), f"{title} {entry.version}\n{words}".strip())
        item.setData(_ROLE, entry)
        height = 2 * self.fontMetrics().lineSpacing() + 2 * theme.GAP_PX
        item.setSizeHint(QSize(0, height))  # however long its words are
        item.setToolTip(entry.reason or words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title} {entry.version}, {words} {entry.reason}")
        self.list.addItem(item)

    def _standing(self, entry: Entry) -> str:
        if entry.standing is Standing.READY:
            if entry.record is not None and entry.record.linked is not None:
                return self.tr("Linked")
            summary = "" if entry.manifest is None else phrase(entry.manifest.summary)
            return self.tr("Put there by hand") if entry.origin == "user" else summary
        return {
            Standing.OFF: self.tr("Switched off"),
            Standing.ASIDE: self.tr("Set aside after failures"),
            Standing.BROKEN: self.tr("Cannot be used"),
            Standing.RESTING: self.tr("Rests in safe mode"),
        }[entry.standing]


def _searched(entry: Entry) -> str:
    summary = "" if entry.manifest is None else phrase(entry.manifest.summary)
    return f"{entry.title} {entry.id} {summary}".casefold()
