"""The workspaces' buttons, in the corner of the menu bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import plain

if TYPE_CHECKING:
    from artstudio.ui.shortcuts.registry import Shortcuts
    from artstudio.ui.workspaces.desks import Desks


class WorkspaceSwitch(QWidget):
    """One button a workspace; the present one stays down."""

    def __init__(self, desks: Desks, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._desks, self._shortcuts = desks, shortcuts
        self.setAccessibleName(self.tr("Workspaces"))
        theme.dress(self, "QToolButton { min-height: 15px; padding: 1px 6px; }")
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, theme.GAP_PX, 1)
        row.setSpacing(1)
        for one in desks.all.values():
            button = QToolButton()
            button.setAutoRaise(True)
            button.setCheckable(True)
            button.setText(plain(one.title))
            button.setIcon(theme.icon(one.icon))
            button.setIconSize(QSize(15, 15))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, wanted=one.id: desks.use(wanted))
            self.buttons[one.id] = button
            row.addWidget(button)
        desks.changed.connect(self._show)
        shortcuts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for one in self._desks.all.values():
            button = self.buttons[one.id]
            button.setChecked(one is self._desks.current)
            keys = self._shortcuts.text(f"view.workspace_{one.id}") or one.key
            tip = self.tr("Workspace: {name} ({keys})").format(name=plain(one.title), keys=keys)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
