"""The flat button with an icon that every bar is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable


def tool_button(
    icon: str,
    tip: str,
    clicked: Callable[[], object] | None = None,
    *,
    colour: str | None = None,
    checkable: bool = False,
) -> QToolButton:
    """A button that its tooltip also names to screen readers.

    Args:
        icon: As `theme.icon` takes it; "" for a button that shows something else.
        tip: Translated, with the shortcut.
        clicked: Called without arguments.
        colour: Of the icon; of text, if None.
        checkable: Stays down when clicked.
    """
    button = QToolButton()
    button.setAutoRaise(True)
    if icon:
        button.setIcon(theme.icon(icon, colour))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(checkable)
    if clicked is not None:
        button.clicked.connect(lambda: clicked())
    return button
