"""The flat button with an icon that every bar is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.ui import theme
from artstudio.ui.key_tips import KeyedButton, leads_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QToolButton


def tool_button(
    icon: str,
    tip: str,
    clicked: Callable[[], object] | None = None,
    *,
    colour: str | None = None,
    checkable: bool = False,
    action: str = "",
) -> QToolButton:
    """A button that its tooltip also names to screen readers.

    Args:
        icon: As `theme.icon` takes it; "" for a button that shows something else.
        tip: Translated; with the key, if that is not an action's.
        clicked: Called without arguments.
        colour: Of the icon; of text, if None.
        checkable: Stays down when clicked.
        action: Id of the action that does the same; the tooltip names its key.
    """
    button = KeyedButton()
    button.setAutoRaise(True)
    if icon:
        button.setIcon(theme.icon(icon, colour))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(checkable)
    if action:
        leads_to(button, action)
    if clicked is not None:
        button.clicked.connect(lambda: clicked())
    return button
