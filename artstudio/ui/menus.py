"""Menus and shortcuts made from `Action`s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import MENUS, ROUTED, Action
from artstudio.ui.menu_titles import menu_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artstudio.ui.shortcuts.registry import Shortcuts


def open_menus(bar: QMenuBar) -> None:
    """Put all menus into `bar`, still empty."""
    for menu in MENUS:
        bar.addMenu(menu_title(menu)).setObjectName(menu)


def fill_menus(
    bar: QMenuBar, actions: Iterable[Action], panes: Mapping[str, QWidget], shortcuts: Shortcuts
) -> None:
    """Build the entries and shortcuts of `actions` into the menus of `bar`; a menu that stays empty goes.

    An action with a scope listens to its shortcut only while the focus is in that pane of `panes`; which keys
    it has, `shortcuts` says.
    """
    of_menu: dict[str, list[Action]] = {menu: [] for menu in (*MENUS, "")}
    for action in actions:
        if not (action.scope and action.id in ROUTED):  # the Edit menu's own action leads there
            of_menu[action.menu].append(action)
    # By name: a menu bar too narrow for all its titles has a nameless menu of Qt's own for the rest.
    for name in MENUS:
        menu = bar.findChild(QMenu, name, Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(menu, QMenu)
        if of_menu[name]:
            _fill(menu, of_menu[name], panes, shortcuts)
        else:
            menu.menuAction().setVisible(False)
    for action in of_menu[""]:
        shortcuts.bind(action, _qt_action(action, bar, panes))


def _fill(menu: QMenu, actions: list[Action], panes: Mapping[str, QWidget], shortcuts: Shortcuts) -> None:
    menu.setToolTipsVisible(True)
    made: list[tuple[QAction, Action]] = []
    for action in sorted(actions, key=lambda action: action.group):
        if made and made[-1][1].group != action.group:
            menu.addSeparator()
        if action.entries is None:
            item = _qt_action(action, menu, panes)
            shortcuts.bind(action, item)
            menu.addAction(item)
        else:
            item = _submenu(action, menu, panes)
        made.append((item, action))

    def refresh() -> None:
        for item, action in made:
            item.setText(action.text)
            item.setEnabled(action.possible)
            if action.checked is not None:
                item.setChecked(action.checked())

    def enable_shortcuts() -> None:
        # a disabled action is deaf to its shortcut; while the menu is closed only `when` decides
        for item, action in made:
            if action.entries is None:
                item.setEnabled(True)

    menu.aboutToShow.connect(refresh)
    menu.aboutToHide.connect(enable_shortcuts)


def _submenu(action: Action, parent: QMenu, panes: Mapping[str, QWidget]) -> QAction:
    submenu = QMenu(action.text, parent)

    def rebuild() -> None:
        submenu.clear()
        for entry in action.entries() if action.entries else ():
            submenu.addAction(_qt_action(entry, submenu, panes))

    submenu.aboutToShow.connect(rebuild)
    parent.addMenu(submenu)
    return submenu.menuAction()


def _qt_action(action: Action, parent: QWidget, panes: Mapping[str, QWidget]) -> QAction:
    item = QAction(action.text, parent)
    item.setObjectName(action.id)
    item.setCheckable(action.checked is not None)
    if action.checked is not None:
        item.setChecked(action.checked())
    if action.icon:
        item.setIcon(theme.icon(action.icon))
    if action.scope:
        item.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        panes[action.scope].addAction(item)

    def trigger() -> None:
        if action.possible:
            action.callback()
        if action.checked is not None:
            item.setChecked(action.checked())

    item.triggered.connect(trigger)
    return item
