"""Puts the window together. What need not be there at first sight comes after the first paint."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from artstudio.base.logs import start_logging
from artstudio.base.network import Network, Offline
from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.project import Project
from artstudio.studio.studio import SETTINGS_NAME, Studio
from artstudio.ui import accessible, languages, theme
from artstudio.ui.actions import Action
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.closing import Closing, Signals
from artstudio.ui.files import Files
from artstudio.ui.main_window import MainWindow
from artstudio.ui.manual.help import Help
from artstudio.ui.new_project import NewProject
from artstudio.ui.panes import pane_specs
from artstudio.ui.qthreads import start_qthread
from artstudio.ui.safety import Safety
from artstudio.ui.session import Session
from artstudio.ui.status_bar import StatusBar
from artstudio.ui.workspaces.desks import Desks
from artstudio.ui.workspaces.switch import WorkspaceSwitch

if TYPE_CHECKING:
    from artstudio.project.recovery import Recovered
    from artstudio.ui.drops import Dropped
    from artstudio.ui.start.page import StartPage
    from artstudio.ui.start.starting import Starting

STARTUP_PROBE = "--startup-probe"  # for the benchmark: say when the window is painted, then end
SAFE_MODE = "--safe-mode"  # without third-party plugins
_USAGE = (
    "usage: artstudio [--safe-mode] [FILE] | artstudio COMMAND ...  (artstudio --help lists the commands)"
)
_SIZE_PX = (1440, 900)

StudioFactory = Callable[[Folders, Settings], Studio]


class App(QObject):
    """One window and all that belongs to it."""

    def __init__(self, studio: Studio, network: Network | None = None) -> None:
        """`network` is the switch in force for the process, if there is one."""
        super().__init__()
        accessible.install()
        self.studio = studio
        self.network = network or Network(online=studio.settings.online)
        self.session = Session(
            studio, Project(NewProject().sheet(), budget_nbytes=studio.settings.undo_mib << 20)
        )
        self.window = MainWindow(self.session, pane_specs())
        self.files = Files(self.session, studio, self.window)
        journals = studio.folders.journals if studio.settings.journal else None
        self.safety = Safety(self.session, journals, studio.folders.footage)
        self.closing = Closing(self.session, studio, self.window, self.files, self.safety)
        self.actions: list[Action] = []  # of menus and shortcuts, once all panes are there
        self.session.failed.connect(self._fail)
        self.session.settings_changed.connect(self._apply)
        self._set_status_bar()
        self.files.saved.connect(self.safety.saved)
        self.window.dropped.connect(self._take_drop)
        self.session.recipe_wanted.connect(lambda _recipe: self.window.reveal("models"))
        self.session.pane_wanted.connect(self.window.reveal)
        self.safety.found.connect(self._offer_recovery)
        self.help = Help(self.session, self.window, lambda: self.actions)
        self._offer_more: Callable[[], list[Action]] = list  # what else stands in the menus, once it is there
        self.page: StartPage | None = None  # made when first wanted, as is what it leads to
        self._starting: Starting | None = None
        self.desks = Desks(self.window, studio.settings)
        self.closing.ends.connect(self.desks.keep)
        self.files.opened.connect(self.desks.show_what_is_in)
        if not self.window.restore_geometry(studio.settings.window_geometry):
            self.window.resize(*_SIZE_PX)
        self.desks.begin()
        self._set_switch()
        self.window.panes["canvas"].setFocus()

    def _set_status_bar(self) -> None:
        self.status = StatusBar(self.session)
        self.window.setStatusBar(self.status)
        for busy in (self.files.busy, self.session.busy):
            busy.connect(self.status.show_busy)
        self.closing.closed.connect(self.status.stop)

    def _set_switch(self) -> None:
        old = self.window.menuBar().cornerWidget()  # a new menu bar takes it over
        self.switch = WorkspaceSwitch(self.desks, self.session.shortcuts)
        self.window.menuBar().setCornerWidget(self.switch)
        if old is not None:
            old.deleteLater()

    def _offer(self) -> None:
        """Fill the menus."""
        from artstudio.ui.manual.whats_this import explain
        from artstudio.ui.shell_actions import shell_actions

        shell = shell_actions(self.session, self.window, self.files, self.desks)
        self.actions = self.window.install([*shell, *self._offer_more(), self._page_action()])
        explain(self.window)

    def _retranslate(self) -> None:
        """Make anew what is on the screen; the work, the results and the jobs are the session's and stay."""
        from artstudio.ui.dialogs.preferences import PreferencesDialog

        opened = self.window.findChild(PreferencesDialog)
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        covered = self.page is not None and self.page.isVisible()
        if self.page is not None:
            self.page.setParent(None)
            self.page.deleteLater()
            self.page = None
        if self._starting is not None:
            self._starting.end()
            self._starting = None
        self.desks.begin_anew()
        self.window.rebuild(pane_specs())
        self._set_status_bar()
        self.status.start()
        self._set_switch()
        for one in (self._plugins, self.commands, self.help):
            one.begin_anew()
        self._offer()
        if covered:
            self.welcome()
        if opened is not None:
            titles = self.window.pane_titles()
            again = PreferencesDialog(self.session, self.studio, titles, self.window)
            again.show_page("language")
            again.open()
        self.session.catalog.load()

    def welcome(self) -> None:
        """Cover the empty window with the start page."""
        from artstudio.ui.start.page import StartPage

        if self.page is None:
            settings = self.studio.settings
            page = self.page = StartPage(self.window, settings.recent)
            page.again.setChecked(settings.start_page)
            page.start_wanted.connect(lambda start: self.starting().begin(start))
            page.recent.chosen.connect(self.files.open)
            page.new_wanted.connect(self.files.new)
            page.open_wanted.connect(self.files.ask_and_open)
            page.tour.setHidden(settings.tour_offered)
            page.tour_wanted.connect(self.help.start_tour)
            page.left.connect(self._note_tour)
            page.shown_at_start.connect(self._show_at_start)
            page.left.connect(lambda: self.window.set_covered(False))
            page.left.connect(self.window.give_keys_back)
            self.session.project_replaced.connect(page.leave)
            self.desks.changed.connect(page.leave)
        else:
            self.page.recent.fill(self.studio.settings.recent)
            self.page.recent.look()
        self.window.set_covered(True)
        self.page.appear()

    def starting(self) -> Starting:
        """What leads to a first result; made when first wanted."""
        if self._starting is None:
            from artstudio.ui.start.starting import Starting

            self._starting = Starting(self.session, self.window, self.files, self.desks)
        return self._starting

    def _page_action(self) -> Action:
        return Action(
            "help.start", self.tr("&Start page"), "help", self.welcome, icon="rocket-launch-outline"
        )

    def _note_tour(self) -> None:
        """The tour was offered; from now on it is in the Help menu only."""
        if not self.studio.settings.tour_offered:
            self.studio.settings.tour_offered = True
            self.session.save_settings()
        if self.page is not None:
            self.page.tour.hide()

    def _show_at_start(self, shown: bool) -> None:
        self.studio.settings.start_page = shown
        self.session.save_settings()

    def start_in_turns(self, file: Path | None = None) -> None:
        """`start`, with a turn of the event loop between the panes, so that each is seen when it is there."""
        if self.closing.ending:
            return
        if self.window.build_pane():
            QTimer.singleShot(0, self, lambda: self.start_in_turns(file))
        else:
            self.start(file)

    def start(self, file: Path | None = None) -> None:
        """Everything that could wait for the first paint."""
        while self.window.build_pane():
            pass
        from artstudio.ui.canvas.image_commands import ImageCommands
        from artstudio.ui.commands.commands import Commands
        from artstudio.ui.plugins.desk import PluginsDesk
        from artstudio.ui.rendering import Rendering
        from artstudio.ui.retranslation import Retranslation

        self.session.tray.added.connect(lambda _take: self.window.reveal("candidates"))
        image = ImageCommands(self.session, self.window)
        rendering = Rendering(self.session, self.studio, self.window)
        plugins = self._plugins = PluginsDesk(self.session, self.studio, self.window)
        self.closing.closed.connect(plugins.shut_down)
        self.commands = Commands(self.session, self.window, lambda: self.actions)
        self._offer_more = lambda: [
            *rendering.actions(),
            *image.actions(),
            *plugins.actions(),
            *self.commands.actions(),
            *self.help.actions(),
        ]
        self._offer()
        self._retranslation = Retranslation(self.session, self.window, self._retranslate)
        self.closing.closed.connect(self.help.begin_anew)
        self.status.start()
        self.files.look_for_recent()
        if self.page is not None:
            self.page.recent.look()
        self.files.closed.connect(self._when_empty)
        start_qthread("footage", self.studio.use_footage)
        self.safety.start()
        self._name_missing_font()
        rendering.look_for_unfinished()
        plugins.start()
        if file is not None:
            self.files.open(file)

    def _name_missing_font(self) -> None:
        if sentence := languages.missing_font(languages.current()):
            self.window.notices.offer(sentence, [])

    def terminate(self) -> None:
        """Told to end at once: nothing is asked, unsaved work stays in the journal."""
        self.closing.end(keep_journal=self.session.project.dirty)

    def _apply(self, setting: str) -> None:
        """Let a changed setting take effect; panes see to what is theirs."""
        from artstudio.ui.settings_in_force import put_in_force

        put_in_force(setting, self.studio, self.session, self.safety, self.network, self.status)
        if setting == "language":
            self._name_missing_font()

    def _when_empty(self) -> None:
        if self.studio.settings.start_page:
            self.welcome()

    def _fail(self, error: BaseException) -> None:
        """Show an error; where it is that the network was wanted, with the way there."""
        offline = isinstance(error, Offline)
        way = [(self.tr("Go online"), lambda: self.session.set_online(True))] if offline else []
        self.window.notices.fail(error, way)

    def _take_drop(self, what: Dropped, place: QPoint) -> None:
        """Bring in what was dropped at `place` on the screen, and there if that is on the canvas."""
        pane, canvas = self.window.panes["canvas"], self.session.project.sheet.canvas
        centre_px = None
        if isinstance(pane, CanvasPane):
            local = pane.view.mapFromGlobal(place)
            at = pane.view.to_canvas(QPointF(local))
            on_canvas = 0 <= at.x() < canvas.width_px and 0 <= at.y() < canvas.height_px
            if on_canvas and pane.view.rect().contains(local):
                centre_px = (at.x(), at.y())
        self.files.imports.take(what, centre_px)

    def _offer_recovery(self, work: Recovered) -> None:
        changed = QDateTime.fromSecsSinceEpoch(int(work.changed.timestamp()))
        when = QLocale().toString(changed, QLocale.FormatType.ShortFormat)
        name = work.title or self.tr("an unsaved project")
        self.window.notices.offer(
            self.tr("artstudio ended unexpectedly. Unsaved work on {name} from {when} was kept.").format(
                name=name, when=when
            ),
            [
                (self.tr("Recover"), lambda: self.files.when_safe(lambda: self._recover(work))),
                (self.tr("Discard"), lambda: self.safety.discard(work)),
            ],
        )

    def _recover(self, work: Recovered) -> None:
        self.safety.recover(work, self.files.adopt_unguarded)


class _FirstPaint(QObject):
    """Calls back after the first paint of a window."""

    def __init__(self, window: QObject, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def main(argv: list[str], studio_factory: StudioFactory | None = None) -> int:
    """Open the window with the file that `argv` names, if any; returns the exit status."""
    probe = STARTUP_PROBE in argv
    safe_mode = SAFE_MODE in argv
    files = [word for word in argv if word not in (STARTUP_PROBE, SAFE_MODE)]
    if len(files) > 1 or (files and files[0].startswith("-")):
        sys.stderr.write(f"{_USAGE}\n")
        return 2
    if not _has_display():
        sys.stderr.write(
            "There is no display to open a window on; artstudio --help lists what works without one.\n"
        )
        return 1
    QGuiApplication.setApplicationName("artstudio")
    QGuiApplication.setDesktopFileName("artstudio")
    # every point of the pen counts, not only the last before a repaint
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application = QApplication.instance() or QApplication(["artstudio"])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)  # ending the workers comes after the window has gone
    folders = Folders.default()
    start_logging(folders.logs)
    settings = Settings.load(folders.config / SETTINGS_NAME)
    theme.apply(application, settings.theme, less_motion=settings.reduced_motion)
    languages.apply(application, settings.language)
    make = studio_factory or (_safe_studio if safe_mode else _studio)
    studio = make(folders, settings)
    network = Network(online=settings.online)
    network.guard()
    app = App(studio, network)
    app.closing.closed.connect(application.quit)
    signals = Signals(app)
    signals.received.connect(app.terminate)
    file = Path(files[0]) if files else None

    def painted() -> None:
        # what was built so far stays for good: collecting need not look at it again and stall the loop
        gc.freeze()
        gc.enable()
        if probe:
            sys.stdout.write("shown\n")
            sys.stdout.flush()
            app.terminate()
        else:
            app.start_in_turns(file)

    if file is None and settings.start_page:
        app.welcome()
    _FirstPaint(app.window, painted)
    app.window.show()
    status = application.exec()
    signals.restore()
    return status


def _studio(folders: Folders, settings: Settings) -> Studio:
    return Studio(folders, settings, start_qthread)


def _safe_studio(folders: Folders, settings: Settings) -> Studio:
    return Studio(folders, settings, start_qthread, third_party=False)


def _has_display() -> bool:
    """Whether Qt can open a window: without one it would end the process with a core dump."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
