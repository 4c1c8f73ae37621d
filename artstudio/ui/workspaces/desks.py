"""Changes between the workspaces; each remembers where the artist put things in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.ui.actions import Action
from artstudio.ui.workspaces.arrangements import workspaces

if TYPE_CHECKING:
    from artstudio.base.settings import Settings
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.workspace import Workspace, WorkspaceId


class Desks(QObject):
    """The workspaces of one window. Reads and writes `Settings.workspace` and `Settings.layouts`."""

    changed = Signal()

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.all = workspaces()

    def begin_anew(self) -> None:
        """Call the workspaces what they are called in the language of now."""
        self.all = workspaces()

    @property
    def current(self) -> Workspace:
        """The one that is shown."""
        return self.all[self._settings.workspace]

    def begin(self) -> None:
        """Show the one that was shown last."""
        self._show()

    def use(self, workspace_id: WorkspaceId) -> None:
        """Show another one, as it was left."""
        if workspace_id != self.current.id:
            self.keep()
            self._settings.workspace = workspace_id
            self._show()
            self._window.pane_to_type_in(self.current.focus)
        self.changed.emit()

    def keep(self) -> None:
        """Remember how the present one looks."""
        self._settings.layouts = {**self._settings.layouts, self.current.id: self._window.layout_state()}

    def reset(self) -> None:
        """Give the present one its first arrangement."""
        self._window.arrange(self.current)

    def actions(self) -> list[Action]:
        """For the View menu, above the panes."""

        def action(one: Workspace) -> Action:
            return Action(
                f"view.workspace_{one.id}", one.title, "view", lambda: self.use(one.id), (one.key,),
                checked=lambda: self.current is one, icon=one.icon, group=-1,
            )  # fmt: skip

        return [action(one) for one in self.all.values()]

    def _show(self) -> None:
        self._window.session.enter(self.current.id)
        state = self._settings.layouts.get(self.current.id, "")
        if not (state and self._window.restore_layout(state)):
            self._window.arrange(self.current)
