"""What the main window has of plugins: their window, their changes on the disk, and news about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.engine.job import Crashed
from artstudio.sdk.errors import PluginFailed
from artstudio.studio.missing import plugins_in
from artstudio.ui.actions import Action
from artstudio.ui.plugins.watching import Watching
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.engine.job import Job
    from artstudio.studio.studio import Studio
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.plugins.window import PluginsWindow
    from artstudio.ui.session import Session


class PluginsDesk(QObject):
    """Lives as long as the main window."""

    def __init__(self, session: Session, studio: Studio, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._studio, self._window = session, studio, window
        self._opened: PluginsWindow | None = None  # made when first wanted
        self._aside: set[str] | None = None  # those that have been told of
        self._to_tell = False  # what the open project misses
        self._told: dict[str, str] = {}  # by plugin: how it was named since the project was opened
        self.watching = Watching(studio.folders.plugins, lambda: session.catalog.stamp, self)
        self.watching.changed.connect(session.catalog.load)
        session.catalog.read.connect(self._take_catalog)
        session.feed.ended.connect(self._job_ended)
        session.project_replaced.connect(self._look_for_missing)
        session.plugin_wanted.connect(self._tell_wanted)

    def actions(self) -> list[Action]:
        """For the menus."""
        return [
            Action("plugins.open", self.tr("&Plugins…"), "models", self.open, ("Ctrl+Alt+P",),
                   icon="puzzle-outline", group=1),
        ]  # fmt: skip

    def start(self) -> None:
        """Begin to watch; without third-party plugins there is nothing to."""
        if not self._studio.safe_mode:
            self.watching.look()
        self._look_for_missing()

    def open(self, plugin_id: str = "") -> PluginsWindow:
        """Show the Plugins window, with a plugin chosen."""
        if self._opened is None:
            from artstudio.ui.plugins.window import PluginsWindow

            self._opened = PluginsWindow(self._session, self._studio, self._window)
        self._opened.open_for(plugin_id)
        return self._opened

    def begin_anew(self) -> None:
        """Have the Plugins window made anew, as for another language; an open plan is thrown away."""
        if self._opened is not None:
            self._opened.shut_down()
            self._opened.close()
            self._opened.deleteLater()
            self._opened = None

    def shut_down(self) -> None:
        """Throw away what an open plan holds."""
        if self._opened is not None:
            self._opened.shut_down()

    def _job_ended(self, job: Job) -> None:
        """A failure may have been one too many; where the disk tells of no changes this is how it is seen."""
        if isinstance(job.error, Crashed | PluginFailed) and not self._studio.safe_mode:
            self.watching.look()

    def _take_catalog(self) -> None:
        self._tell_aside()
        if self._to_tell:
            self._to_tell = False
            self._tell_missing()

    def _tell_aside(self) -> None:
        aside = {
            one.id for one in self._session.catalog.entries if one.record is not None and one.record.aside
        }
        before, self._aside = self._aside, aside
        for plugin_id in sorted(aside - (before or set())):
            words = self.tr("{plugin} failed three times running and was set aside.")
            self._offer(words.format(plugin=plugin_id), plugin_id)

    def _offer(self, words: str, plugin_id: str) -> None:
        self._window.notices.offer(words, [(self.tr("Plugins…"), lambda: self.open(plugin_id))])

    def _tell_wanted(self, words: str, plugin_id: str) -> None:
        if self._told.get(plugin_id) in self._window.notices.texts():
            self._session.said.emit(words)  # a notice names it already
            return
        self._told[plugin_id] = words
        self._offer(words, plugin_id)

    def _look_for_missing(self) -> None:
        self._told = {}
        if self._session.catalog.stamp is not None:
            self._tell_missing()
        else:
            self._to_tell = True  # as soon as the plugins are known

    def _tell_missing(self) -> None:
        sheet, usable = self._session.project.sheet, set(self._session.catalog.plugins)

        def tell(used: frozenset[str]) -> None:
            missing = sorted(used - usable - set(self._told))  # a picture that was opened names its own
            if not missing or self._session.project.sheet is not sheet:
                return
            words = self.tr("Parts of this work were made by plugins that cannot be used here: {names}.")
            all_there = self.tr("Everything is there; only making more of it needs them.")
            said = f"{words.format(names=', '.join(missing))} {all_there}"
            self._told |= dict.fromkeys(missing, said)
            self._offer(said, missing[0])

        in_background(self, "missing plugins", lambda: plugins_in(sheet), tell, self._session.failed.emit)
