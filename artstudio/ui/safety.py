"""Unsaved work is journalled while it is made, and offered back after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.documents.project import Project
from artstudio.ui.qthreads import in_background, start_qthread

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.documents.project import Change
    from artstudio.documents.sheet import Sheet
    from artstudio.project.journal import Journal
    from artstudio.project.recovery import Loaded, Recovered
    from artstudio.ui.session import Session


class Safety(QObject):
    """Keeps the journal of the session's project in `folder`; None keeps none.

    `footage` is where that of recovered work lies.
    """

    found = Signal(object)  # Recovered: work that a crash left
    _trouble = Signal(object)

    def __init__(self, session: Session, folder: Path | None, footage: Path) -> None:
        super().__init__(session)
        self._session, self._folder, self._footage = session, folder, footage
        self._journal: Journal | None = None
        self._offers: list[Recovered] = []
        self._taken: Recovered | None = None  # its journal goes when the new one holds the work
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._on_other_project)
        self._trouble.connect(session.failed)

    def start(self) -> None:
        """Begin, and look for what a crash left."""
        self._start_journal()
        if self._folder is not None:
            folder = self._folder

            def look() -> list[Recovered]:
                from artstudio.project.recovery import recoverable

                return recoverable(folder) if folder.is_dir() else []

            in_background(self, "recovery", look, self._take_found, self._session.failed.emit)

    def keep_in(self, folder: Path | None) -> None:
        """Keep the journal in `folder` from now on; None gives it up."""
        old, self._journal, self._folder = self._journal, None, folder
        self._start_journal()
        if old is not None:
            start_qthread("end of a journal", lambda: old.close(clean=True))

    def recover(self, work: Recovered, then: Callable[[Project], None]) -> None:
        """Hand `work` to `then` as an unsaved project; opening that takes over from the old journal."""

        def hand_over(loaded: Loaded) -> None:
            project = Project(loaded.sheet, work.path, saved=False)
            self._offers.remove(work)
            self._taken = work
            then(project)
            if loaded.notice is not None:
                self._session.failed.emit(loaded.notice)

        footage = self._footage
        in_background(self, "recover", lambda: work.load(footage), hand_over, self._session.failed.emit)

    def discard(self, work: Recovered) -> None:
        """Forget what a crash left."""
        self._offers.remove(work)
        work.discard()

    def saved(self, sheet: Sheet, path: Path) -> None:
        """`path` now holds `sheet`."""
        if self._journal is not None:
            self._journal.saved(sheet, path)
            self._journal.record(self._session.project.sheet)

    def close(self, *, keep: bool) -> None:
        """End; `keep` leaves the journal for the next start. Waits until it is on disk."""
        for work in self._offers:
            work.leave()
        self._offers.clear()
        if self._journal is not None:
            journal, self._journal = self._journal, None
            journal.close(clean=not keep)

    def _start_journal(self) -> None:
        if self._folder is None:
            return
        from artstudio.project.journal import Journal

        project = self._session.project
        self._journal = Journal(
            self._folder, project.sheet, project.path, unsaved=project.dirty, on_trouble=self._trouble.emit
        )

    def _on_change(self, change: Change) -> None:
        if self._journal is not None and change.new is not change.old:
            self._journal.record(change.new)

    def _on_other_project(self) -> None:
        old, taken = self._journal, self._taken
        self._taken = None
        self._start_journal()
        new = self._journal

        def end() -> None:
            if old is not None:
                old.close(clean=True)  # its work is saved, or given up on purpose
            if taken is not None and new is not None and new.flush():
                taken.discard()

        start_qthread("end of a journal", end)

    def _take_found(self, works: list[Recovered]) -> None:
        self._offers = works
        for work in works:
            self.found.emit(work)
