"""The Plugins window: what is installed, what it may do and uses, and how more comes in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.host.discovery import Found
from artstudio.sdk.errors import StudioError
from artstudio.ui import theme
from artstudio.ui.busy_bar import show_busy
from artstudio.ui.notices import Notices
from artstudio.ui.phrases import phrase
from artstudio.ui.plugins.details import Details
from artstudio.ui.plugins.errands import Errands
from artstudio.ui.plugins.listing import Listing
from artstudio.ui.plugins.plan_page import PlanPage
from artstudio.ui.plugins.roster import Entry, roster, with_problem
from artstudio.ui.plugins.source_bar import SourceBar, dropped_source
from artstudio.ui.qthreads import in_background
from artstudio.ui.splitter import Splitter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from artstudio.engine.job import Control
    from artstudio.host.discovery import Broken
    from artstudio.host.installing.installer import Installer
    from artstudio.host.installing.planning import Prepared
    from artstudio.host.installing.running import Say
    from artstudio.sdk.manifest import PermissionName
    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session


class PluginsWindow(QDialog):
    """Not modal; made once and hidden when closed. Whatever it changes, the catalog reads anew."""

    def __init__(self, session: Session, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._studio = session, studio
        self._entries: list[Entry] = []
        self._updates: dict[str, str] = {}
        self._committing = False
        self._said = ""
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self.doing, self.stop = QLabel(), QPushButton(theme.icon("stop"), self.tr("Stop"))
        self._wanted = ""  # the plugin to choose as soon as it is listed
        self.setWindowTitle(self.tr("Plugins"))
        self.setAcceptDrops(True)
        self.resize(980, 660)
        self.errands = Errands(session, studio, self)
        self.source, self.listing = SourceBar(), Listing()
        self.notices, self.plan = Notices(self), PlanPage()
        self.details = Details(session, studio)
        self._lay_out()

        self.source.install_wanted.connect(self.install)
        self.source.link_wanted.connect(self.link)
        self.source.updates_wanted.connect(self.check_for_updates)
        self.listing.chosen.connect(self._show_entry)
        self.details.wanted.connect(self._do)
        self.details.switched.connect(self._permit)
        self.details.failed.connect(self.notices.fail)
        self.plan.agreed.connect(self._commit)
        self.plan.declined.connect(self._decline)
        self.errands.began.connect(self._begin)
        self.errands.said.connect(lambda line: self.doing.setText(line[:1].upper() + line[1:]))
        self.errands.ended.connect(self._end)
        self.errands.failed.connect(self.notices.fail)
        self.stop.clicked.connect(self.errands.stop)
        session.catalog.changed.connect(self._list)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self.listing.search.setFocus)
        self._list()

    @cached_property
    def _installer(self) -> Installer:
        from artstudio.studio.installing import installer

        return installer(self._studio.folders, self._studio.builtin)

    def open_for(self, plugin_id: str = "") -> None:
        """Come to the front, with a plugin chosen."""
        if plugin_id and not self.listing.choose(plugin_id):
            self._wanted = plugin_id
        if self._session.catalog.stamp is None and not self._session.catalog.loading:
            self._session.catalog.load()
        self.show()
        self.raise_()
        self.activateWindow()
        self.listing.list.setFocus()

    def install(self, src: str) -> None:
        """Show what installing `src` would do."""
        title = self.tr("Look at {source}").format(source=src)
        self._plan(title, lambda say, control: self._installer.plan(src, say=say, control=control))

    def link(self, folder: Path) -> None:
        """Show what using a plugin where it lies would do."""
        title = self.tr("Look at {source}").format(source=folder)
        self._plan(title, lambda say, control: self._installer.link(folder, say=say, control=control))

    def check_for_updates(self) -> None:
        """Look whether the sources hold newer versions; changes nothing."""
        records = [
            one.record for one in self._entries if one.record is not None and one.record.linked is None
        ]

        def look(say: Say, control: Control) -> tuple[dict[str, str], list[str]]:
            found, troubles = {}, []
            for record in records:
                say(self.tr("looking for a newer {id}").format(id=record.id))
                try:
                    prepared = self._installer.update(record.id, control=control)
                except StudioError as error:
                    troubles.append(f"{record.id}: {error}")
                    continue
                if prepared is not None:
                    prepared.close()
                    found[record.id] = prepared.plan.version
            return found, troubles

        def tell(answer: tuple[dict[str, str], list[str]]) -> None:
            self._updates, troubles = answer
            self.listing.show_entries(self._entries, self._updates)
            if self._updates:
                self._say(self.tr("There are updates: {names}.").format(names=", ".join(self._updates)))
            elif not troubles:
                self._say(self.tr("Everything is up to date."))
            for trouble in troubles:
                self.notices.fail(StudioError("{trouble}", trouble=trouble))

        self.errands.begin(self.tr("Check plugins for updates"), look, tell)

    def shut_down(self) -> None:
        """Throw away what was fetched and not used."""
        self.errands.close()

    # ------------------------------------------------------------------------------------ what is done

    def _plan(self, title: str, make: Callable[[Say, Control], Prepared | None]) -> None:
        self._drop_plan()

        def show(prepared: Prepared | None) -> None:
            if prepared is None:
                self._say(self.tr("It is up to date."))
                return
            self.errands.hold(prepared)
            self.plan.show_plan(prepared)
            self._pages.setCurrentWidget(self.plan)

        self.errands.begin(title, make, show)

    def _commit(self, prepared: Prepared, builds: list[str]) -> None:
        def work(say: Say, control: Control) -> Found | Broken:
            return self._installer.commit(prepared, builds, say=say, control=control)

        def done(entry: Found | Broken) -> None:
            self.source.line.clear()
            self._updates.pop(entry.id, None)
            self._changed(entry)

        self._committing = True
        self.plan.setEnabled(False)
        self.errands.begin(self.tr("Install {title}").format(title=prepared.plan.title), work, done)

    def _decline(self, _prepared: Prepared) -> None:
        self._drop_plan()
        self.source.line.setFocus()

    def _drop_plan(self) -> None:
        if self.plan.prepared is not None:
            self.errands.let_go(self.plan.prepared)
            self.plan.clear()
        self._show_entry()

    def _do(self, wish: str) -> None:
        entry = self.listing.entry
        if entry is None:
            return
        plugin_id, made = entry.id, self._installer
        title = self._titles()[wish].format(title=entry.title)

        def remove(_say: Say, _control: Control) -> None:
            self._studio.host.unload(plugin_id)  # on Windows what is in use cannot be moved
            made.remove(plugin_id)

        match wish:
            case "update":
                self._plan(title, lambda say, control: made.update(plugin_id, say=say, control=control))
            case "remove":
                self.errands.begin(title, remove, self._changed)
            case "roll_back":
                self.errands.begin(title, lambda _say, _control: made.roll_back(plugin_id), self._changed)
            case "repair":

                def repair(say: Say, control: Control) -> Found | Broken:
                    return made.repair(plugin_id, say=say, control=control)

                self.errands.begin(title, repair, self._changed)
            case _:
                change = {"enable": made.enable, "disable": made.disable, "retry": made.retry}[wish]
                self.errands.begin(title, lambda _say, _control: change(plugin_id), self._changed)

    def _permit(self, name: PermissionName, allowed: bool) -> None:
        entry = self.listing.entry
        if entry is None:
            return
        plugin_id, made = entry.id, self._installer
        self.errands.begin(
            self.tr("Change what {title} may do").format(title=entry.title),
            lambda _say, _control: made.permit(plugin_id, name, allowed),
            self._changed,
        )

    def _changed(self, entry: Found | Broken | None = None) -> None:
        """Something was done; `entry` is how the plugin stands where that is news."""
        if isinstance(entry, Found):
            words = self.tr("{title} {version} is ready.")
            self._say(words.format(title=phrase(entry.manifest.title), version=entry.manifest.version))
        if entry is not None:
            self._wanted = entry.id
        self._session.catalog.load()

    def _titles(self) -> dict[str, str]:
        return {
            "enable": self.tr("Switch {title} on"),
            "disable": self.tr("Switch {title} off"),
            "retry": self.tr("Try {title} again"),
            "update": self.tr("Look for a newer {title}"),
            "roll_back": self.tr("Roll {title} back"),
            "repair": self.tr("Repair {title}"),
            "remove": self.tr("Remove {title}"),
        }

    # ----------------------------------------------------------------------------------------- showing

    def _list(self) -> None:
        """Read beside the window what there is."""

        def show(entries: list[Entry]) -> None:
            problems = self._session.catalog.problems  # those of the code, too, which the disk does not tell
            self._entries = entries = [with_problem(entry, problems.get(entry.id, "")) for entry in entries]
            self.listing.show_entries(entries, self._updates)
            if self._wanted and self.listing.choose(self._wanted):
                self._wanted = ""

        if self._session.catalog.stamp is not None:
            in_background(self, "plugins", lambda: roster(self._studio), show, self.notices.fail)

    def _show_entry(self) -> None:
        entry = self.listing.entry
        self.details.show_entry(entry)
        if self.plan.prepared is None:
            self._pages.setCurrentWidget(self._empty if entry is None else self.details)

    def _begin(self, title: str) -> None:
        self._show_busy(True)
        self.doing.setText(title)

    def _end(self) -> None:
        if self.errands.busy:
            return
        self.plan.setEnabled(True)
        if self._committing:  # however it ended, the plan is spent
            self._committing = False
            self._drop_plan()
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self.source.set_busy(busy)
        self.details.set_busy(busy)
        for widget in (self._bar, self.stop):
            widget.setVisible(busy)
        if not busy:
            self.doing.setText(self._said)
        self._said = ""

    def _say(self, words: str) -> None:
        self._said = words
        self.doing.setText(words)

    def _lay_out(self) -> None:
        self.doing.setTextFormat(Qt.TextFormat.PlainText)
        self.doing.setAccessibleName(self.tr("What is being done"))
        show_busy(self._bar)
        self._bar.setFixedWidth(140)
        self.stop.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP_PX)
        foot.addWidget(self.doing, 1)
        foot.addWidget(self._bar)
        foot.addWidget(self.stop)
        self._empty = QLabel(self.tr("Drop a folder, ZIP or wheel here, or type above where a plugin is."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("dim", True)
        self._pages = QStackedWidget()
        for page in (self._empty, self.details, self.plan):
            self._pages.addWidget(page)
        middle = Splitter()
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.listing)
        middle.addWidget(self._pages)
        middle.setStretchFactor(1, 1)
        middle.setHandleWidth(2 * theme.GAP_PX)
        middle.setStyleSheet("QSplitter::handle { background: transparent; }")
        middle.setSizes([280, 680])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2 * theme.GAP_PX)
        column.addWidget(self.source)
        column.addWidget(middle, 1)
        column.addLayout(foot)
        self._show_busy(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_source(event.mimeData()) and not self.errands.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if src := dropped_source(event.mimeData()):
            event.acceptProposedAction()
            self.install(src)
