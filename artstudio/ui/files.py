"""New, open, save, import, export: everything that takes time runs on a thread, the window stays usable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from artstudio.documents.project import Project
from artstudio.sdk import StudioError
from artstudio.ui.dialogs import ask
from artstudio.ui.new_project import NewProject
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from artstudio.project.lock import ProjectLock
    from artstudio.studio.studio import Studio
    from artstudio.ui.imports import Imports
    from artstudio.ui.session import Session

T = TypeVar("T")

_IN_MENU = 12


class Files(QObject):
    """The File menu's doings for one window."""

    busy = Signal(str)  # what is being done; "" when nothing is
    saved = Signal(object, object)  # Sheet, Path
    closed = Signal()  # an empty project is open in place of the one before

    def __init__(self, session: Session, studio: Studio, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._studio, self._window = session, studio, window
        self._lock: ProjectLock | None = None
        self._under_way: list[str] = []
        self._last_new = NewProject()
        self._imports: Imports | None = None
        self._gone: set[str] = set()  # recent projects that were not there when last looked for
        self._looking = False

    @property
    def name(self) -> str:
        """What to call the open project."""
        path = self._session.project.path
        return path.stem if path else self.tr("Untitled")

    @property
    def imports(self) -> Imports:
        """What brings files and dragged pictures into the project."""
        if self._imports is None:
            from artstudio.ui.imports import Imports

            self._imports = Imports(self._session, self)
        return self._imports

    # ---------------------------------------------------------------------------------- another project

    def new(self) -> None:
        """Ask what to begin with, then begin."""
        from artstudio.ui.dialogs.new_project import ask_new

        def begin() -> None:
            if wanted := ask_new(self._window, self._last_new):
                self._last_new = wanted
                self.adopt(Project(wanted.sheet(), budget_nbytes=self._budget_nbytes()))

        self.when_safe(begin)

    def ask_and_open(self) -> None:
        """Let the artist choose a file to open."""
        from artstudio.studio.files import openable

        if paths := ask.ask_open(self._window, self.tr("Open"), openable(), self._folder()):
            self.open(paths[0])

    def open(self, path: Path) -> None:
        """Open a project, or any file the studio opens as the beginning of one.

        Of any other file that carries a recipe the settings are shown.
        """
        from artstudio.studio.files import openable

        if path.suffix.lower() not in openable():
            self.imports.paths([path])
            return

        def read() -> tuple[Project, ProjectLock | None]:
            from artstudio.studio.files import PROJECT_SUFFIX, open_file

            lock = _locked(path) if path.suffix.lower() == PROJECT_SUFFIX else None
            try:
                return open_file(path, self._studio.folders.footage, self._budget_nbytes()), lock
            except BaseException:
                if lock is not None:
                    lock.release()
                raise

        def show(result: tuple[Project, ProjectLock | None]) -> None:
            self.adopt(*result)
            if result[0].path is not None:
                self._remember(result[0].path)
                return
            sheet = result[0].sheet
            made_by = [layer.recipe for layer in sheet.canvas.layers]
            made_by += [track.recipe for track in sheet.music.tracks]
            made_by += [passage.recipe for passage in sheet.passages]
            if recipes := [recipe for recipe in made_by if recipe is not None]:
                self._session.recipe_wanted.emit(recipes[0])  # of the one thing that was opened

        if self._session.project.path is not None and path.resolve() == self._session.project.path.resolve():
            self._session.said.emit(self.tr("{name} is open already.").format(name=path.name))
            return
        self.when_safe(lambda: self.do(self.tr("Opening {name}…").format(name=path.name), read, show))

    def adopt(self, project: Project, lock: ProjectLock | None = None) -> None:
        """Make `project`, whose file `lock` guards, the open one."""
        if self._lock is not None:
            self._lock.release()
        self._lock = lock
        self._session.open(project)

    def adopt_unguarded(self, project: Project) -> None:
        """Make `project` the open one and guard its file, unless another window has it."""

        def lock() -> ProjectLock | None:
            return _locked(project.path) if project.path is not None else None

        self.do(self.tr("Opening…"), lock, lambda held: self.adopt(project, held))

    def recent(self) -> list[Path]:
        """Projects opened of late, the latest first, but those that `look_for_recent` missed."""
        self.look_for_recent()
        return [Path(one) for one in self._studio.settings.recent[:_IN_MENU] if one not in self._gone]

    def look_for_recent(self) -> None:
        """See beside the window which projects are still there: a disk may be slow, or far away."""
        if self._looking:
            return
        wanted, self._looking = self._studio.settings.recent[:_IN_MENU], True

        def take(gone: set[str]) -> None:
            self._gone, self._looking = gone, False

        in_background(
            self, "recent", lambda: {one for one in wanted if not Path(one).exists()}, take,
            lambda _error: take(set()),
        )  # fmt: skip

    def close_project(self) -> None:
        """Leave the open project for an empty one."""

        def leave() -> None:
            self.adopt(Project(self._last_new.sheet(), budget_nbytes=self._budget_nbytes()))
            self.closed.emit()

        self.when_safe(leave)

    def when_safe(self, then: Callable[[], None]) -> None:
        """Call `then` once unsaved changes are saved or given up, which the artist may refuse."""
        if self._session.project.dirty:
            answer = ask.ask_unsaved(self._window, self.name)
            if answer == "save":
                self.save(then)
            if answer != "discard":
                return
        then()

    # -------------------------------------------------------------------------------------------- saving

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the project's file, asking for one where there is none; `then` only after success."""
        path = self._session.project.path
        if path is None:
            self.save_as(then)
        else:
            self._save_to(path, self._lock, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Save to a file that the artist chooses, and go on in that one."""
        from artstudio.studio.files import PROJECT_SUFFIX

        start = self._session.project.path or (self._folder() / f"{self.name}{PROJECT_SUFFIX}")
        path = ask.ask_save(
            self._window, self.tr("Save as"), [(self.tr("artstudio project"), [PROJECT_SUFFIX])], start
        )
        if path is not None:
            if path.suffix.lower() != PROJECT_SUFFIX:
                path = path.with_name(path.name + PROJECT_SUFFIX)
            self._save_to(path, None, then)

    def _save_to(self, path: Path, lock: ProjectLock | None, then: Callable[[], None] | None) -> None:
        project, sheet = self._session.project, self._session.project.sheet
        changes_file = project.path is None or project.path.resolve() != path.resolve()

        def write() -> ProjectLock:
            from artstudio.studio.files import save

            held = _locked(path) if changes_file or lock is None else lock
            try:
                save(sheet, path)
            except BaseException:
                if held is not lock:
                    held.release()
                raise
            return held

        def done(held: ProjectLock) -> None:
            if project is self._session.project:
                if self._lock is not None and self._lock is not held:
                    self._lock.release()
                self._lock = held
                project.path = path
                self.saved.emit(sheet, path)
                project.mark_saved(sheet)
            else:
                held.release()
            self._remember(path)
            self._session.said.emit(self.tr("Saved {name}.").format(name=path.name))
            if then is not None:
                then()

        self.do(self.tr("Saving {name}…").format(name=path.name), write, done)

    def export(self) -> None:
        """Write the picture, the music, its sound or the text to a file that the artist chooses."""
        from artstudio.media.formats import suffixes
        from artstudio.studio.files import ORA_SUFFIX, written_suffixes

        kinds = [
            (self.tr("Picture"), suffixes("image", writing=True)),
            (self.tr("Layers (OpenRaster)"), (ORA_SUFFIX,)),
            (self.tr("Music"), suffixes("score", writing=True)),
            (self.tr("Sound"), suffixes("audio", writing=True)),
            (self.tr("Text"), written_suffixes("text")),
        ]
        path = ask.ask_save(self._window, self.tr("Export"), kinds, self._folder() / self.name)
        if path is not None:
            self._export_to(path)

    def export_layers(self) -> None:
        """Write the layers as an OpenRaster file, for other painting programs, beside the project."""
        from artstudio.studio.files import ORA_SUFFIX

        start = self._folder() / f"{self.name}{ORA_SUFFIX}"
        kinds = [(self.tr("Layers (OpenRaster)"), (ORA_SUFFIX,))]
        path = ask.ask_save(self._window, self.tr("Export as .ora"), kinds, start)
        if path is not None:
            if path.suffix.lower() != ORA_SUFFIX:
                path = path.with_name(path.name + ORA_SUFFIX)
            self._export_to(path)

    def _export_to(self, path: Path) -> None:
        from artstudio.studio.files import export

        sheet = self._session.project.sheet

        def done(untold: StudioError | None) -> None:
            self._session.said.emit(self.tr("Exported {name}.").format(name=path.name))
            if untold is not None:
                self._session.failed.emit(untold)

        self.do(
            self.tr("Exporting {name}…").format(name=path.name),
            lambda: export(self._studio, sheet, path),
            done,
        )

    # --------------------------------------------------------------------------------------- bringing in

    def ask_and_import(self) -> None:
        """Let the artist choose files to bring into the project."""
        from artstudio.media.formats import suffixes

        readable = [suffix for kind in ("image", "score", "text") for suffix in suffixes(kind)]
        self.bring_in(ask.ask_open(self._window, self.tr("Import"), readable, self._folder()))

    def bring_in(self, paths: Iterable[Path]) -> None:
        """Bring files into the project."""
        self.imports.paths(paths)

    # ------------------------------------------------------------------------------------------ odds

    def release(self) -> None:
        """Let others open the project's file."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def do(self, what: str, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `work` beside the window, saying `what` it is; `then` gets the result, the session a failure."""
        self._under_way.append(what)
        self.busy.emit(what)

        def finish() -> None:
            self._under_way.remove(what)
            self.busy.emit(self._under_way[-1] if self._under_way else "")

        def done(result: T) -> None:
            finish()
            try:
                then(result)
            except StudioError as error:
                self._session.failed.emit(error)

        def failed(error: Exception) -> None:
            finish()
            self._session.failed.emit(error)

        in_background(self, what, work, done, failed)

    def _remember(self, path: Path) -> None:
        self._studio.settings.remember(path)
        self._session.save_settings()

    def _folder(self) -> Path:
        path = self._session.project.path
        return path.parent if path else Path.home()

    def _budget_nbytes(self) -> int:
        return self._studio.settings.undo_mib << 20


def _locked(path: Path) -> ProjectLock:
    from artstudio.project.lock import ProjectLock

    lock = ProjectLock(path)
    lock.acquire()
    return lock
