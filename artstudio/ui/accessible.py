"""What widgets that paint themselves are to a screen reader: Qt takes a plain widget for a mere surface.

A class says so by `accessible_role`; its name and what is chosen in it are the widget's accessible name
and description, as everywhere.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


@cache
def install() -> None:
    """Let Qt's tree of what is on the screen hold the roles; once a process."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    return QAccessibleWidget(thing, role) if isinstance(thing, QWidget) and role is not None else None
