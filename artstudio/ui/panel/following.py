"""Which action each workspace shows: the one last used there, at first one that makes what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from artstudio.ui.panel.memory import Memory
    from artstudio.ui.session import Session

KINDS: Final = {
    "paint": ("image",),
    "compose": ("score", "audio"),
    "write": ("text",),
    "animate": ("video", "image"),
}
"""By workspace: what is made there, the likeliest first."""


class Following(QObject):
    """Of one panel.

    Attributes:
        chosen: Whether the artist chose an action since this workspace was entered.
    """

    changed = Signal()  # another workspace was entered, and `wanted` may be another action

    def __init__(self, session: Session, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._memory = session, memory
        self._workspace = session.workspace
        self.chosen = False
        session.workspace_changed.connect(self._enter)

    def note(self, plugin_id: str, action: str) -> None:
        """The artist chose this one."""
        self.chosen = True
        if self._workspace:
            self._memory.put(self._key, {"plugin": plugin_id, "action": action})

    def wanted(self) -> tuple[str, str] | None:
        """The plugin and the action to show as long as none is chosen; None: whichever is shown."""
        schemas = self._session.catalog.schemas
        kept = self._memory.get(self._key)
        for plugin_id, schema in schemas.items():
            for action in schema.actions:
                if (plugin_id, action.name) == (kept.get("plugin"), kept.get("action")):
                    return plugin_id, action.name
        for kind in KINDS.get(self._workspace, ()):
            for plugin_id, schema in schemas.items():
                for action in schema.actions:
                    if action.outputs[:1] == (kind,):
                        return plugin_id, action.name
        return None

    @property
    def _key(self) -> str:
        return f"workspace {self._workspace}"

    def _enter(self) -> None:
        if self._session.workspace != self._workspace:
            self._workspace = self._session.workspace
            self.chosen = False
            self.changed.emit()
