"""The menu of instruments, a submenu a family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from artstudio.sdk import DRUMS
from artstudio.sound.instruments import FAMILIES
from artstudio.ui.timeline.instruments import kit_name, translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.sdk import Track


def instrument_menu(parent: QWidget, track: Track, chosen: Callable[[int | None], object]) -> QMenu:
    """A menu that calls `chosen` with a General MIDI number, or None for the drum kit."""
    menu = QMenu(parent)
    drums = track.channel == DRUMS
    for number, (family, names) in enumerate(FAMILIES.items()):
        submenu = menu.addMenu(translated(family))
        for place, name in enumerate(names):
            program = number * 8 + place
            action = submenu.addAction(translated(name))
            action.setCheckable(True)
            action.setChecked(not drums and track.program == program)
            action.triggered.connect(lambda _on, program=program: chosen(program))
        if not drums and track.program // 8 == number:
            font = submenu.menuAction().font()
            font.setBold(True)
            submenu.menuAction().setFont(font)
    menu.addSeparator()
    kit = menu.addAction(kit_name())
    kit.setCheckable(True)
    kit.setChecked(drums)
    kit.triggered.connect(lambda _on: chosen(None))
    return menu
