"""Where the artist gives actions other keys: find the action, press the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.actions import plain
from artstudio.ui.fuzzy import match
from artstudio.ui.menu_titles import menu_title
from artstudio.ui.search_field import SearchField
from artstudio.ui.shortcuts.presets import PRESETS
from artstudio.ui.shortcuts.registry import native

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.ui.actions import Action
    from artstudio.ui.shortcuts.registry import Shortcuts

_ID = Qt.ItemDataRole.UserRole


class ShortcutEditor(QWidget):
    """All actions with their keys. Every change holds at once; keys that are taken are asked about in place.

    Args:
        shortcuts: What it changes.
        panes: Titles of the panes by id, for keys that count only there.
    """

    def __init__(self, shortcuts: Shortcuts, panes: Mapping[str, str]) -> None:
        super().__init__()
        self._shortcuts, self._panes = shortcuts, panes
        self._wanted = ""  # a key that is taken, until the artist said what to do
        self._kept: tuple[str, ...] = ()
        self.search = SearchField(self.tr("Find by name, menu or key"))
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Set of keys"))
        self.preset.setToolTip(self.tr("Set of keys"))
        self.preset.addItems(list(PRESETS))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Where"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, wide in ((1, 100), (2, 150)):
            self.tree.setColumnWidth(column, wide)
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.tree.header().setStretchLastSection(False)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("Press the new keys"))
        for line in self.keys.findChildren(QLineEdit):  # the focus is the line's
            line.setAccessibleName(self.tr("Press the new keys"))
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Keep the present keys, too"))
        self.replace = QPushButton(self.tr("Set"))
        self.remove = QPushButton(self.tr("No keys"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setToolTip(self.tr("The keys that this action has in the chosen set"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.take = QPushButton(self.tr("Take them away there"))
        self.leave = QPushButton(self.tr("Leave them"))
        self._lay_out()
        self.search.textChanged.connect(self._list)
        self.preset.activated.connect(lambda: self._shortcuts.use_preset(self.preset.currentText()))
        self.tree.currentItemChanged.connect(self._show_action)
        self.tree.itemActivated.connect(lambda: self.keys.setFocus())
        self.keys.keySequenceChanged.connect(self._show_buttons)
        self.replace.clicked.connect(lambda: self._want(keep=False))
        self.add.clicked.connect(lambda: self._want(keep=True))
        self.remove.clicked.connect(lambda: self._with_action(lambda action: shortcuts.set_keys(action, ())))
        self.reset.clicked.connect(lambda: self._with_action(shortcuts.reset))
        self.reset_all.clicked.connect(shortcuts.reset_all)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._show_action)
        shortcuts.changed.connect(self._list)
        self._list()

    @property
    def action(self) -> Action | None:
        """The action that is chosen."""
        item = self.tree.currentItem()
        wanted = None if item is None else item.data(0, _ID)
        return next((one for one in self._shortcuts.actions if one.id == wanted), None)

    def choose(self, action_id: str) -> None:
        """Choose an action, if it is listed."""
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None and item.data(0, _ID) == action_id:
                self.tree.setCurrentItem(item)

    # ---------------------------------------------------------------------------------------- changing

    def _want(self, *, keep: bool) -> None:
        action = self.action
        key = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if action is None or not key:
            return
        self._kept = self._shortcuts.keys(action) if keep else ()
        self._wanted = key
        if taken := self._shortcuts.in_the_way(action, key):
            names = ", ".join(f"“{plain(one.text)}” ({self._where(one)})" for one in taken)
            self._ask(self.tr("{key} is in use for {names}.").format(key=native(key), names=names))
        else:
            self._take()

    def _take(self) -> None:
        action = self.action
        if action is not None and self._wanted:
            self._shortcuts.set_keys(action, (*self._kept, self._wanted))

    def _with_action(self, change: object) -> None:
        action = self.action
        if action is not None and callable(change):
            change(action)

    # ----------------------------------------------------------------------------------------- showing

    def _list(self) -> None:
        """Show what the search names; the choice stays."""
        chosen = self.action.id if self.action is not None else ""
        query = self.search.text()
        self.preset.setCurrentText(self._shortcuts.preset)
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        bold = self.font()
        bold.setBold(True)
        for action in self._shortcuts.actions:
            keys = "  ".join(native(key) for key in self._shortcuts.keys(action))
            title, where = plain(action.text).partition("\t")[0], self._where(action)
            if match(query, title, f"{where} {keys}") is None:
                continue
            item = QTreeWidgetItem([title, where, keys])
            item.setData(0, _ID, action.id)
            if self._shortcuts.is_changed(action):
                item.setFont(2, bold)
                item.setToolTip(2, self.tr("Changed by you"))
            self.tree.addTopLevelItem(item)
            if action.id == chosen:
                self.tree.setCurrentItem(item)
        self.tree.setUpdatesEnabled(True)
        self._show_action()

    def _show_action(self, *_items: object) -> None:
        self._wanted = ""
        self._kept = ()
        self.keys.clear()
        self._ask("")
        self._show_buttons()

    def _show_buttons(self, *_keys: object) -> None:
        action = self.action
        typed = not self.keys.keySequence().isEmpty()
        for button in (self.replace, self.add):
            button.setEnabled(action is not None and typed)
        self.keys.setEnabled(action is not None)
        self.remove.setEnabled(action is not None and bool(self._shortcuts.keys(action)))
        self.reset.setEnabled(action is not None and self._shortcuts.is_changed(action))
        self.reset_all.setEnabled(any(self._shortcuts.is_changed(one) for one in self._shortcuts.actions))

    def _ask(self, text: str) -> None:
        self.problem.setText(text)
        for widget in (self.problem, self.take, self.leave):
            widget.setVisible(bool(text))

    def _where(self, action: Action) -> str:
        return plain(menu_title(action.menu)) if action.menu else self._panes.get(action.scope, "")

    def _lay_out(self) -> None:
        top, press, ask = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(QLabel(self.tr("Set of keys")))
        top.addWidget(self.preset)
        label = QLabel(self.tr("Press the new &keys"))
        label.setBuddy(self.keys)
        press.addWidget(label)
        press.addWidget(self.keys, 1)
        for button in (self.replace, self.add, self.remove, self.reset, self.reset_all):
            press.addWidget(button)
        ask.addWidget(self.problem, 1)
        ask.addWidget(self.take)
        ask.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        column.addLayout(press)
        column.addLayout(ask)
