"""Tooltips that name the key of what a button does, also after the artist gave it another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QToolButton

from artstudio.ui.menu_titles import with_key

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from artstudio.ui.shortcuts.registry import Shortcuts

_ACTION: Final = "artstudioAction"
_TIP: Final = "artstudioTip"


def leads_to(button: QAbstractButton, action_id: str) -> None:
    """Say that `button` does what the action does; its tooltip (set before, without) will name the key."""
    button.setProperty(_ACTION, action_id)
    set_tip(button, button.toolTip())


def set_tip(button: QAbstractButton, tip: str) -> None:
    """Give `button` another tooltip, without a key."""
    button.setProperty(_TIP, tip)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    _name(button)


def action_of(button: QAbstractButton) -> str:
    """What `leads_to` said of `button`, or ""."""
    return str(button.property(_ACTION) or "")


class KeyTips(QObject):
    """Belongs to a window and names the keys in it; buttons that come later ask for it as they are shown."""

    def __init__(self, window: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(window)
        self._window, self._shortcuts = window, shortcuts
        shortcuts.changed.connect(self.name_all)
        self.name_all()

    def name_all(self) -> None:
        """Name the keys as they are now."""
        for button in self._window.findChildren(QAbstractButton):
            if action_of(button):
                self.name(button)

    def name(self, button: QAbstractButton) -> None:
        """Name the key of one button; screen readers hear it, too."""
        tip = with_key(str(button.property(_TIP)), self._shortcuts.text(action_of(button)))
        button.setToolTip(tip)
        button.setAccessibleName(tip)


class KeyedButton(QToolButton):
    """A tool button that learns its key when it is first seen."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _name(self)


def _name(button: QAbstractButton) -> None:
    tips = button.window().findChild(KeyTips, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(tips, KeyTips) and action_of(button):
        tips.name(button)
