"""The Layer menu: what stands in it, in the menu bar and under the right mouse button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from artstudio.ui import theme
from artstudio.ui.actions import EVERYWHERE, Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.ui.canvas.layer_commands import LayerCommands


def layer_actions(commands: LayerCommands, rename: Callable[[], object]) -> list[Action]:
    """The verbs on layers; their keys count in the whole window."""

    def one(
        name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = 0,
        when: Callable[[], bool] | None = lambda: commands.selected() is not None,
        checked: Callable[[], bool] | None = None,
    ) -> Action:  # fmt: skip
        return Action(f"layer.{name}", title, "layer", call, keys, when, checked, icon, group, EVERYWHERE)

    def has(flag: str) -> Callable[[], bool]:
        return lambda: bool(getattr(commands.selected(), flag, False))

    down, group, step = commands.has_below, commands.is_group, commands.step
    switch = {flag: partial(commands.toggle, flag) for flag in ("visible", "locked", "alpha_locked", "rough")}
    paints = lambda: commands.selected() is not None and not group()  # noqa: E731
    return [
        one("add", _tr("&Add layer"), commands.add, "Ctrl+Shift+N", icon="plus", when=None),
        one("add_group", _tr("Add &group"), commands.add_group, icon="folder-plus-outline", when=None),
        one("duplicate", _tr("&Duplicate"), commands.duplicate, "Ctrl+J", icon="content-duplicate"),
        one("delete", _tr("De&lete"), commands.delete, icon="trash-can-outline"),
        one("rename", _tr("Re&name"), rename),
        one("merge_down", _tr("&Merge down"), commands.merge_down, "Ctrl+E", group=1, when=down,
            icon="arrow-collapse-down"),
        one("merge_group", _tr("Merge gro&up"), commands.merge_group, group=1, when=group),
        one("flatten", _tr("&Flatten image"), commands.flatten, group=1, when=commands.any_layer),
        one("group", _tr("&Put into a group"), commands.group, "Ctrl+G", icon="folder-outline", group=2),
        one("ungroup", _tr("U&ngroup"), commands.ungroup, "Ctrl+Shift+G", group=2, when=group),
        one("up", _tr("Move u&p"), lambda: step(1), "Ctrl+PgUp", icon="arrow-up", group=3),
        one("down", _tr("Move do&wn"), lambda: step(-1), "Ctrl+PgDown", icon="arrow-down", group=3),
        one("visible", _tr("&Visible"), switch["visible"], group=4, checked=has("visible")),
        one("lock", _tr("Loc&ked"), switch["locked"], group=4, checked=has("locked")),
        one("lock_alpha", _tr("Lock &transparency"), switch["alpha_locked"], group=4,
            checked=has("alpha_locked"), when=paints),
        one("rough", _tr("&Rough sketch"), switch["rough"], group=4, checked=has("rough")),
        one("recipe", _tr("Use its &settings again"), commands.use_recipe, group=5, when=has("recipe")),
    ]  # fmt: skip


def menu_of(actions: list[Action], parent: QWidget) -> QMenu:
    """A menu of the actions as they can be done now."""
    menu = QMenu(parent)
    last = 0
    for action in actions:
        if action.group != last:
            menu.addSeparator()
        last = action.group
        item = menu.addAction(action.text, action.callback)
        item.setObjectName(action.id)
        item.setEnabled(action.possible)
        if action.icon:
            item.setIcon(theme.icon(action.icon))
        if action.checked is not None:
            item.setCheckable(True)
            item.setChecked(action.checked())
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerMenu", text)
