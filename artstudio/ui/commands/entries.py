"""Everything that can be done now, as entries of the command palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.ui.actions import ROUTED, plain
from artstudio.ui.menu_titles import menu_title
from artstudio.ui.shortcuts.registry import native

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artstudio.ui.actions import Action
    from artstudio.ui.catalog import Catalog
    from artstudio.ui.shortcuts.registry import Shortcuts

ARROW = " › "


@dataclass(frozen=True)
class Entry:
    """A line of the palette.

    Attributes:
        id: Unique; what is remembered as used of late.
        title: Translated, without mnemonics.
        path: Where else it is found, "Edit" or "Models › GAN painter".
        keys: Its shortcut as this system writes it, or "".
        icon: As `theme.icon` takes it, or "".
        run: Does it.
        possible: Whether that can be done now.
    """

    id: str
    title: str
    path: str
    keys: str
    icon: str
    run: Callable[[], object]
    possible: bool = True


def of_actions(actions: Iterable[Action], shortcuts: Shortcuts, panes: dict[str, str]) -> list[Entry]:
    """Entries for the actions of the menus and those with keys alone; `panes` are titles by id."""
    made: dict[str, Entry] = {}
    for action in actions:
        if action.scope and action.id in ROUTED:
            continue  # the Edit menu's own action leads there
        menu = plain(menu_title(action.menu)) if action.menu else panes.get(action.scope, "")
        if action.entries is None:
            made[action.id] = _entry(action, menu, shortcuts)
        elif action.possible:
            path = f"{menu}{ARROW}{plain(action.text)}"
            for n, inner in enumerate(action.entries()):
                if inner.entries is None and "\t" not in inner.text:  # else it is there already
                    entry_id = inner.id if inner.id not in made else f"{inner.id} {n}"
                    made[entry_id] = _entry(inner, path, shortcuts, entry_id)
    return list(made.values())


def of_catalog(catalog: Catalog, choose: Callable[[str, str], object]) -> Iterator[Entry]:
    """Entries for what the plugins can do; `choose` shows an action's settings."""
    models = QCoreApplication.translate("Commands", "Models")
    for plugin_id, schema in catalog.schemas.items():
        plugin = catalog.plugins[plugin_id].manifest.title
        for action in schema.actions:
            yield Entry(
                f"plugin {plugin_id} {action.name}", action.title, f"{models}{ARROW}{plugin}", "",
                action.icon or "creation",
                partial(choose, plugin_id, action.name),
            )  # fmt: skip


def _entry(action: Action, path: str, shortcuts: Shortcuts, entry_id: str = "") -> Entry:
    keys = shortcuts.keys(action)
    return Entry(
        entry_id or action.id, plain(action.text), path, native(keys[0]) if keys else "", action.icon,
        action.callback, action.possible,
    )  # fmt: skip
