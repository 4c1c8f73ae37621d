"""Brings the command palette up and remembers what was run from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from artstudio.ui.actions import Action
from artstudio.ui.commands.entries import of_actions, of_catalog

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.commands.palette import CommandPalette
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.session import Session

_RECENT_MOST: Final = 20


class Commands(QObject):
    """Offers the palette over `window`; `offered` says what actions there are."""

    def __init__(self, session: Session, window: MainWindow, offered: Callable[[], list[Action]]) -> None:
        super().__init__(window)
        self._session, self._window, self._offered = session, window, offered
        self.palette: CommandPalette | None = None

    def actions(self) -> list[Action]:
        """The one that opens it."""
        return [
            Action(
                "help.commands", self.tr("&Find a command…"), "help", self.open, ("Ctrl+Shift+P",),
                icon="magnify", group=-1,
            )
        ]  # fmt: skip

    def open(self) -> None:
        """Show it, with what can be done now."""
        if self.palette is None:
            from artstudio.ui.commands.palette import CommandPalette

            self.palette = CommandPalette(self._window, self._note)
        entries = of_actions(self._offered(), self._session.shortcuts, self._window.pane_titles())
        entries += of_catalog(self._session.catalog, self._choose)
        entries = [entry for entry in entries if entry.id != "help.commands"]
        studio = self._session.studio
        self.palette.open_over(entries, studio.settings.recent_commands if studio is not None else ())

    def begin_anew(self) -> None:
        """Have the palette made anew, as for another language."""
        if self.palette is not None:
            self.palette.close()
            self.palette.deleteLater()
            self.palette = None

    def _choose(self, plugin_id: str, action: str) -> None:
        from artstudio.ui.panel.pane import PanelPane

        pane = self._window.panes["models"]
        if isinstance(pane, PanelPane) and plugin_id in self._session.catalog.schemas:
            self._window.reveal("models")
            pane.choose(plugin_id, action)

    def _note(self, entry_id: str) -> None:
        studio = self._session.studio
        if studio is not None:
            others = [one for one in studio.settings.recent_commands if one != entry_id]
            studio.settings.recent_commands = [entry_id, *others][:_RECENT_MOST]
            self._session.save_settings()
