"""All commands with their keys, as the manual's page of shortcuts shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.ui.actions import MENUS, Action
from artstudio.ui.menu_titles import menu_title, without_signs
from artstudio.ui.shortcuts.registry import native

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.shortcuts.registry import Shortcuts


def key_tables(shortcuts: Shortcuts, panes: dict[str, str], spell: Callable[[str], str] = native) -> str:
    """Markdown: a table for each menu, then one for what has a key and no menu.

    Args:
        shortcuts: Says which actions there are and their keys now.
        panes: Titles by id.
        spell: Writes a key that is given in Qt's portable form.
    """
    tr = QCoreApplication.translate
    parts = []
    for menu in (*MENUS, ""):
        rows = [_row(action, shortcuts, panes, spell) for action in shortcuts.actions if action.menu == menu]
        rows = [row for row in rows if row]
        if rows:
            title = without_signs(menu_title(menu)) if menu else tr("Manual", "Only keys")
            head = (tr("Manual", "Command"), tr("Manual", "Keys"), tr("Manual", "Where"))
            parts.append(f"## {title}\n\n| {' | '.join(head)} |\n| --- | --- | --- |\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _row(action: Action, shortcuts: Shortcuts, panes: dict[str, str], spell: Callable[[str], str]) -> str:
    keys = shortcuts.keys(action)
    if not keys or not action.text:
        return ""
    shown = ", ".join(_code(spell(key)) for key in keys)
    where = panes.get(action.scope, "")
    return f"| {_escaped(without_signs(action.text))} | {shown} | {_escaped(where)} |"


def _code(key: str) -> str:
    fence = "``" if "`" in key else "`"
    return f"{fence}{key}{fence}".replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("_", "\\_")
