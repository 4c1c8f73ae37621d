"""Films into files: asks how, shows the job, tells when it is done, and offers what was not finished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from artstudio.engine.job import Outcome
from artstudio.sdk import StudioError
from artstudio.ui.actions import Action
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet
    from artstudio.engine.job import Job
    from artstudio.studio.generate import Candidate
    from artstudio.studio.rendering import RenderSettings, Unfinished
    from artstudio.studio.studio import Studio
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.session import Session


class Rendering(QObject):
    """The renders of one window."""

    def __init__(self, session: Session, studio: Studio, window: MainWindow) -> None:
        super().__init__(session)
        self._session, self._studio, self._window = session, studio, window
        self._paths: dict[Job, Path] = {}  # what the jobs under way write
        self._last: Path | None = None
        session.render_wanted.connect(self.ask)
        session.film_export_wanted.connect(self.export)
        session.feed.ended.connect(self._tell)

    def actions(self) -> list[Action]:
        """The entry of the File menu."""
        return [
            Action(
                "file.render_film", self.tr("Render &film…"), "file", self.ask, ("Ctrl+Shift+R",),
                when=lambda: bool(self._session.project.sheet.film.clips), icon="movie-open-outline", group=2,
            )
        ]  # fmt: skip

    def look_for_unfinished(self) -> None:
        """Offer to go on with what an earlier run of the studio did not finish."""

        def look() -> list[Unfinished]:
            from artstudio.studio.rendering import unfinished_renders

            return unfinished_renders(self._studio)

        def offer(found: list[Unfinished]) -> None:
            for unfinished in found:
                self._offer(unfinished)

        in_background(self, "unfinished renders", look, offer, self._session.failed.emit)

    def ask(self) -> None:
        """Ask how to render the film, then begin."""
        from artstudio.ui.dialogs.render_film import RenderDialog

        dialog = RenderDialog(self._window, self._session.project.sheet, self._start_path())
        dialog.accepted.connect(lambda: self.start(dialog.path, dialog.answer()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start(self, path: Path, settings: RenderSettings) -> None:
        """Render the film as it is now into `path`."""
        self._start(self._session.project.sheet, path, settings)

    def export(self, made: Candidate, path: Path) -> None:
        """Render a film result by itself into `path`, by its suffix."""
        from artstudio.studio.rendering import RenderSettings, film_alone

        self._start(film_alone(made), path, RenderSettings(path.suffix.lower(), sound=False))

    def _start(self, sheet: Sheet, path: Path, settings: RenderSettings) -> None:
        from artstudio.studio.recipes import left_out, recipe_of_film
        from artstudio.studio.rendering import start_render

        listener = self._session.feed.listener
        try:
            self._watch(start_render(self._studio, sheet, path, settings, listener), path)
        except StudioError as error:
            self._session.failed.emit(error)
        else:
            self._last = path
            if (untold := left_out(recipe_of_film(sheet.film), path.name)) is not None:
                self._session.failed.emit(untold)

    def _start_path(self) -> Path:
        project = self._session.project.path
        name = project.stem if project is not None else self.tr("Film")
        folder = self._last.parent if self._last is not None else project.parent if project else Path.home()
        return folder / name

    def _watch(self, job: Job, path: Path) -> None:
        self._paths[job] = path
        self._window.reveal("jobs")

    def _tell(self, job: Job) -> None:
        path = self._paths.pop(job, None)
        if path is None:
            return
        if job.outcome is Outcome.DONE:
            self._tell_done(path)
        elif job.error is not None:
            self._session.failed.emit(job.error)
        elif job.outcome is Outcome.CANCELLED:
            self._session.said.emit(self.tr("Stopped. Rendering the same film again goes on from there."))

    def _tell_done(self, path: Path) -> None:
        from artstudio.studio.rendering import target

        made = target(path)

        def show(what: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(what)))

        self._window.notices.offer(
            self.tr("Rendered {name}.").format(name=made.name),
            [(self.tr("Play"), lambda: show(made)), (self.tr("Show in folder"), lambda: show(made.parent))],
        )

    def _offer(self, unfinished: Unfinished) -> None:
        from artstudio.studio.rendering import discard_render, resume_render

        def go_on() -> None:
            listener = self._session.feed.listener
            self._watch(resume_render(self._studio, unfinished, listener), unfinished.path)

        def discard() -> None:
            in_background(
                self, "discard a render", lambda: discard_render(unfinished), lambda _none: None,
                self._session.failed.emit,
            )  # fmt: skip

        share = round(100 * unfinished.done / max(1, unfinished.total))
        self._window.notices.offer(
            self.tr("The render of {name} was not finished: {n} % of it is there.").format(
                name=unfinished.path.name, n=share
            ),
            [(self.tr("Go on"), go_on), (self.tr("Discard"), discard)],
        )
