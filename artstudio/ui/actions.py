"""Actions as data: what the menus, toolbars and shortcuts are made from.

A pane offers its own by a method `pane_actions() -> list[Action]`. An action whose id is one of
`ROUTED` is the pane's way of doing that verb while the focus is in it; the Edit menu calls it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

MENUS = ("file", "edit", "view", "image", "layer", "canvas", "select", "music", "text", "models", "help")
_APART = re.compile(r"\s*\(&.\)")  # where no letter of the title could be it
ROUTED = ("edit.cut", "edit.copy", "edit.paste", "edit.delete", "edit.select_all", "edit.duplicate")

EVERYWHERE = "*"


@dataclass(frozen=True)
class Action:
    """One thing the artist can do.

    Attributes:
        id: Dotted and unique, "canvas.brush".
        title: Translated, with `&` before its mnemonic; a callable where it changes ("Undo Stroke").
        menu: One of `MENUS`, or "" for a shortcut without a menu entry.
        callback: Called when triggered and `when` allows it.
        shortcuts: In Qt's portable form, "Ctrl+Shift+Z"; the first is the one shown.
        when: Whether it can be done now; always, if None.
        checked: For a switch: whether it is on now.
        icon: Name in Material Design Icons, or "".
        group: Entries of a menu with different groups are parted by a line.
        scope: The pane that must have the focus for the shortcut to count; "" for the whole window.
            Filled in by the window for what a pane offers, unless it offers it `EVERYWHERE`.
        entries: For a submenu: what stands in it, asked each time it opens.
    """

    id: str
    title: str | Callable[[], str]
    menu: str
    callback: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    when: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None
    icon: str = ""
    group: int = 0
    scope: str = ""
    entries: Callable[[], list[Action]] | None = None

    @property
    def text(self) -> str:
        """The title as it reads now."""
        return self.title if isinstance(self.title, str) else self.title()

    @property
    def possible(self) -> bool:
        """Whether it can be done now."""
        return self.when is None or self.when()


@runtime_checkable
class OffersActions(Protocol):
    """A pane with entries for the menus."""

    def pane_actions(self) -> list[Action]: ...


def conflicts(actions: Iterable[Action]) -> list[tuple[str, str, str]]:
    """Shortcuts that two actions claim in one place, as (shortcut, id, id).

    A pane's own key may not equal one of the whole window: Qt would call it ambiguous and do neither.
    """
    found: list[tuple[str, str, str]] = []
    seen: dict[str, list[Action]] = {}
    for action in actions:
        if action.id in ROUTED and action.scope:
            continue  # reached through the Edit menu's own action
        for shortcut in action.shortcuts:
            found += [
                (shortcut, other.id, action.id)
                for other in seen.get(shortcut, ())
                if other.scope == action.scope or not (other.scope and action.scope)
            ]
            seen.setdefault(shortcut, []).append(action)
    return found


def plain(title: str) -> str:
    """`title` without mnemonics: "&Save", "保存(&S)"."""
    return _APART.sub("", title).replace("&&", "\0").replace("&", "").replace("\0", "&")
