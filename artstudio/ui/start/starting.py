"""From the start page to a first result in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from artstudio.documents.project import Project
from artstudio.engine.job import Outcome, State

if TYPE_CHECKING:
    from artstudio.engine.job import Job
    from artstudio.ui.files import Files
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.panel.pane import PanelPane
    from artstudio.ui.session import Session
    from artstudio.ui.start.guide import Guide
    from artstudio.ui.start.starts import Start
    from artstudio.ui.workspaces.desks import Desks


class Starting(QObject):
    """One start after the other; what was made is kept at once, as a step that undo takes back."""

    def __init__(self, session: Session, window: MainWindow, files: Files, desks: Desks) -> None:
        super().__init__(window)
        self._session, self._window, self._files, self._desks = session, window, files, desks
        self._start: Start | None = None
        self._ready = False
        self.guide: Guide | None = None  # made when first wanted
        later = Qt.ConnectionType.QueuedConnection  # the panel and the tray are told first
        session.catalog.changed.connect(self._prepare, later)
        session.feed.changed.connect(self._show_job, later)
        session.feed.ended.connect(self._finish, later)

    def begin(self, start: Start) -> None:
        """Make a project for `start` and lead on from there."""

        def go() -> None:
            studio = self._session.studio
            budget = studio.settings.undo_mib << 20 if studio is not None else 1 << 30
            self._files.adopt(Project(start.sheet(), budget_nbytes=budget))
            self._desks.use(start.workspace)
            self._window.reveal("models")
            if start.opening:
                self._session.select(passage_id="p1", cursor=len(start.opening), anchor=len(start.opening))
            self._start, self._ready = start, False
            self._show_guide()
            if not self._session.catalog.plugins and not self._session.catalog.loading:
                self._session.catalog.load()
            self._prepare()

        self._files.when_safe(go)

    def stop(self) -> None:
        """Lead no more."""
        self._start = None

    def end(self) -> None:
        """Lead no more, and take the guide away."""
        self.stop()
        if self.guide is not None:
            self.guide.setParent(None)
            self.guide.deleteLater()
        self.setParent(None)
        self.deleteLater()

    def _panel(self) -> PanelPane | None:
        return self._window.panes.get("models")  # type: ignore[return-value]  # panes are known by their id

    def _show_guide(self) -> None:
        if self.guide is None:
            from artstudio.ui.start.guide import Guide

            self.guide = Guide(self._window)
            self.guide.make_wanted.connect(self._make)
            self.guide.stop_wanted.connect(self._stop_making)
            self.guide.left.connect(self.stop)
        assert self._start is not None
        titles = {
            "paint": self.tr("Your first picture"),
            "compose": self.tr("Your first tune"),
            "write": self.tr("Your first paragraph"),
        }
        says = {
            "paint": self.tr("The painter dreams one up. Every press of the button is another idea."),
            "compose": self.tr("The composer writes eight bars for melody and piano."),
            "write": self.tr("The writer goes on from the first line. Change that line first, if you like."),
        }
        self.guide.show_ready(titles[self._start.id], says[self._start.id], ready=self._ready)

    def _prepare(self) -> None:
        """Set the panel up as soon as the plugin is read and the devices are known."""
        panel, catalog = self._panel(), self._session.catalog
        if self._start is None or self._ready or panel is None:
            return
        choice = self._start.choice(catalog)
        waits = choice is None or choice != (self._start.plugin, self._start.action)
        if (waits and catalog.loading) or (choice is not None and not catalog.devices):
            return
        if choice is None:
            if not catalog.loading and self.guide is not None and catalog.plugins:
                self.guide.says.setText(self.tr("No plugin is there that can do this."))
            return
        panel.choose(*choice)
        panel.body.form.set_values(self._start.params)
        self._ready = True
        self._show_guide()

    def _make(self) -> None:
        panel = self._panel()
        if panel is not None and self._start is not None and self.guide is not None:
            self.guide.show_making(self.tr("Waiting for the model…"), None)
            panel.generate()

    def _stop_making(self) -> None:
        panel = self._panel()
        if panel is not None:
            panel.stop()

    def _show_job(self, job: Job) -> None:
        if self._start is None or self.guide is None or job.state is State.ENDED or self.guide.isHidden():
            return
        progress = job.progress
        share = progress.done / progress.total if progress is not None and progress.total else None
        self.guide.show_making(self.tr("Being made…"), share)

    def _finish(self, job: Job) -> None:
        start, guide = self._start, self.guide
        if start is None or guide is None or guide.isHidden():
            return
        if job.outcome is not Outcome.DONE:
            self._show_guide()  # why, the notices say
            return
        tray = self._session.tray
        tray.keep([take for take in tray.takes if take.job is job and not take.kept])
        self._window.pane_to_type_in(self._desks.current.focus)  # "Space plays it" must be true
        guide.show_done(
            {
                "paint": self.tr("There it is, as a layer. Paint over it, or let another one be made."),
                "compose": self.tr("There it is, on its tracks. Space plays it."),
                "write": self.tr("There it is. Go on writing yourself, or let more be written."),
            }[start.id]
        )
