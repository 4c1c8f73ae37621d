"""What can be done with the chosen entries, as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from artstudio.ui.library.verbs import MOST_COMPARED

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.library.reading import Names


def entry_menu(
    parent: QWidget,
    number: int,
    model: bool,
    names: Names | None,
    do: Callable[[str], None],
    collect: Callable[[str], None],
) -> QMenu:
    """A menu for `number` entries; `model` where the one is a model. `do` gets a verb's key."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)

    def add(title: str, key: str, possible: bool = True) -> None:
        shown = {"Return": _tr("Enter"), "Del": _tr("Del"), "Space": _tr("Space")}.get(key, key)
        action = menu.addAction(f"{title}\t{shown}")
        action.triggered.connect(lambda: do(key))
        action.setEnabled(possible)

    one, made = number == 1, number == 1 and not model
    add(_tr("Work with It") if model else _tr("Open in Pane"), "Return", one)
    add(_tr("Use as Input"), "I", made)
    add(_tr("Play"), "Space", made)
    add(_tr("Compare"), "C", 1 < number <= MOST_COMPARED)
    menu.addSeparator()
    add(_tr("Again"), "Shift+R", made)
    add(_tr("Again with a New Seed"), "R", made)
    add(_tr("Vary"), "V", made)
    add(_tr("Use These Settings"), "U", made)
    add(_tr("Show Recipe"), "X", one)
    menu.addSeparator()
    stars = menu.addMenu(_tr("Stars"))
    for lit in range(6):
        title = "★" * lit or _tr("None")
        stars.addAction(f"{title}\t{lit}").triggered.connect(lambda _=False, lit=lit: do(str(lit)))
    if names is not None and names.collections:
        below = menu.addMenu(_tr("Add to Collection"))
        for name in names.collections:
            below.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _=False, name=name: collect(name)
            )
    add(_tr("Export…"), "E", made)
    add(_tr("Delete"), "Del", number > 0)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("Library", text)
