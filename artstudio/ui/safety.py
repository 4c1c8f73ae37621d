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
        self._taken: list[tuple[Project, Recovered]] = []  # on their way to be opened
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

    def recover(self, work: Recovered, then: Callable[[Project, Callable[[], None]], None]) -> None:
        """Hand `work` to `then` as an unsaved project; opening that takes over from the old journal.

        `then` also gets what to call where it cannot be opened: the work is offered again.
        """

        def hand_over(loaded: Loaded) -> None:
            project = Project(loaded.sheet, work.path, saved=False)
            taken = project, work

            def refused() -> None:
                self._taken.remove(taken)
                self.found.emit(work)

            self._taken.append(taken)
            then(project, refused)
            if loaded.notice is not None:
                self._session.failed.emit(loaded.notice)

        def fail(error: Exception) -> None:
            self._session.failed.emit(error)
            self.found.emit(work)

        footage = self._footage
        in_background(self, "recover", lambda: work.load(footage), hand_over, fail)

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
        old = self._journal
        taken = [work for project, work in self._taken if project is self._session.project]
        self._taken = [one for one in self._taken if one[1] not in taken]
        self._start_journal()
        new = self._journal
        for work in taken:
            self._offers.remove(work)

        def end() -> None:
            if old is not None:
                old.close(clean=True)  # its work is saved, or given up on purpose
            for work in taken:
                if new is not None and new.flush():
                    work.discard()
                else:
                    work.leave()

        start_qthread("end of a journal", end)

    def _take_found(self, works: list[Recovered]) -> None:
        self._offers = works
        for work in reversed(works):  # the newest last: of many notices the last stay in sight
            self.found.emit(work)
