"""Bringing files and dragged pictures into the open project, one after the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from artstudio.ui.drops import Dropped, picture_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from artstudio.documents.edits import Edit
    from artstudio.documents.prose import Prose
    from artstudio.documents.recipe import Recipe
    from artstudio.documents.sheet import Sheet
    from artstudio.sdk import Media
    from artstudio.ui.session import Session

Read = tuple["Media | Prose | None", "Recipe | None"]
T = TypeVar("T")


class Opens(Protocol):
    """What opens projects and works beside the window."""

    def open(self, path: Path) -> None: ...
    def do(self, what: str, work: Callable[[], T], then: Callable[[T], None]) -> None: ...


class Imports(QObject):
    """A picture becomes a layer, MIDI tracks, text a passage; a project is opened.

    What a model made brings its recipe: the layer keeps it, and the session is told that it is wanted. A
    film, a sound or a PDF brings nothing else.
    """

    def __init__(self, session: Session, files: Opens) -> None:
        super().__init__(session)
        self._session, self._files = session, files

    def take(self, what: Dropped, centre_px: tuple[float, float] | None = None) -> None:
        """Bring in what was dragged here; pictures are put on the point `centre_px` of the canvas."""
        if what.paths:
            self.paths(what.paths, centre_px)
        elif what.content is not None:
            suffix, content = what.content
            self._bring([(self.tr("Picture"), lambda: _read_content(suffix, content))], centre_px)
        elif (image := what.image) is not None:
            self._bring([(self.tr("Picture"), lambda: (picture_of(image), None))], centre_px)

    def paths(self, paths: Iterable[Path], centre_px: tuple[float, float] | None = None) -> None:
        """Bring in files; where there is a project among them, it is opened and the others are left."""
        from artstudio.studio.files import ORA_SUFFIX, PROJECT_SUFFIX

        wanted = list(paths)
        for path in wanted:
            if path.suffix.lower() in (PROJECT_SUFFIX, ORA_SUFFIX):
                self._files.open(path)
                return
        self._bring([(path.name, partial(_read, path)) for path in wanted], centre_px)

    def _bring(
        self, waiting: list[tuple[str, Callable[[], Read]]], centre_px: tuple[float, float] | None
    ) -> None:
        def next_one() -> None:
            if not waiting:
                return
            name, read = waiting.pop(0)

            def land(found: Read) -> None:
                self._land(found, Path(name).stem, centre_px, next_one)

            self._files.do(self.tr("Importing {name}…").format(name=name), read, land)

        next_one()

    def _land(
        self, found: Read, title: str, centre_px: tuple[float, float] | None, then: Callable[[], None]
    ) -> None:
        from artstudio.studio.landing import Where, landing_edit

        value, recipe = found
        if value is None:
            if recipe is not None:
                self._session.recipe_wanted.emit(recipe)
            then()
            return
        sheet, selection = self._session.project.sheet, self._session.selection
        where = Where(layer_id=selection.layer_id, centre_px=centre_px)

        def done(edit: Edit) -> None:
            if self._session.project.sheet is not sheet:  # it may take an id that is used by now
                self._land(found, title, centre_px, then)
                return
            self._session.do(edit)
            self._select_new(sheet)
            if recipe is not None:
                self._session.recipe_wanted.emit(recipe)
            then()

        self._files.do(
            self.tr("Importing {name}…").format(name=title),
            lambda: landing_edit(sheet, value, title, recipe=recipe, where=where),
            done,
        )

    def _select_new(self, before: Sheet) -> None:
        """Select what came since `before`, so that the artist sees where it went."""
        now = self._session.project.sheet
        for kind in ("layer", "track", "passage"):
            old = {node.id for node in before.nodes(kind)}
            for node in now.nodes(kind):
                if node.id not in old:
                    self._session.select(**{f"{kind}_id": node.id})
                    break


def _read(path: Path) -> Read:
    from artstudio.media import formats
    from artstudio.studio.files import read_content
    from artstudio.studio.recipes import recipe_in

    recipe = recipe_in(path)
    lands = [suffix for kind in ("image", "score", "text") for suffix in formats.suffixes(kind)]
    if recipe is not None and path.suffix.lower() not in lands:
        return None, recipe
    return read_content(path), recipe


def _read_content(suffix: str, content: bytes) -> Read:
    """A picture that came without a file, through one: every way in goes through the same checks."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="artstudio-drop-") as folder:
        path = Path(folder) / f"picture{suffix}"
        path.write_bytes(content)
        return _read(path)
