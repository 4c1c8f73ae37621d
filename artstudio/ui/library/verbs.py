"""What can be done with entries. All of it reads beside the window and acts in it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from artstudio.library.entry import MODEL
from artstudio.media.formats import suffixes
from artstudio.sdk import Audio, InvalidValue, Score, StudioError
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.remaking import remade, reseeded, taken_out, varied
from artstudio.ui.candidates.exporting import export_result
from artstudio.ui.candidates.recipe import RecipeWindow
from artstudio.ui.library.compare import Compared, LibraryCompare
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.film import Footage
    from artstudio.library.entry import Details
    from artstudio.sdk import Media
    from artstudio.studio.generate import Candidate, Generation
    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session

T = TypeVar("T")

MOST_COMPARED = 4
PANES = {"image": "canvas", "video": "timeline", "score": "timeline", "text": "text"}
"""Which pane shows a kind once it is in the project."""


class Verbs(QObject):
    """The verbs of one library pane."""

    def __init__(self, session: Session, studio: Studio, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._studio, self._owner = session, studio, owner
        self._playing = 0  # the entry that is heard

    def read(self, entry: int, then: Callable[[Details], None]) -> None:
        """Everything that is known of an entry."""
        self._do(lambda: self._studio.library.details(entry), then)

    def open_in_pane(self, details: Details) -> None:
        """Bring it into the project, as one step, and show it there; a model is chosen to work with."""
        session = self._session
        if details.entry.kind == MODEL:
            self.use_as_input(details)
            return

        def land(made: Candidate) -> None:
            try:
                where = Where(layer_id=session.selection.layer_id)
                session.do(
                    landing_edit(
                        session.project.sheet, made.value, made.label, recipe=made.recipe, where=where
                    )
                )
            except StudioError as error:
                session.failed.emit(error)
                return
            session.pane_wanted.emit(PANES[details.entry.kind])
            session.said.emit(self.tr("It is in the project. Undo takes it out again."))

        self._do(partial(taken_out, self._studio, details), land)

    def again(self, details: Details, *, new_seed: bool) -> None:
        """Make it once more, the same or with another seed."""

        def make() -> list[Generation]:
            made = remade(self._studio, details)
            return [reseeded(made) if new_seed else made]

        self._make(details, make)

    def vary(self, details: Details) -> None:
        """Make some that are a little different."""

        def make() -> list[Generation]:
            schema = self._studio.host.schema(details.recipe.plugin).action(details.recipe.action)
            return varied(remade(self._studio, details), schema)

        self._make(details, make)

    def use_as_input(self, details: Details) -> None:
        """Hand it to the action that is chosen in the Models panel; a model to the panel itself."""
        session, entry = self._session, details.entry
        session.pane_wanted.emit("models")
        if entry.kind == MODEL:
            session.model_wanted.emit(entry.plugin, Path(details.folder))
            return
        try:
            path = self._studio.library.store.path(entry.value)
            if path.suffix not in suffixes(entry.kind):
                raise InvalidValue("no action takes this from a file yet: open it in its pane")
            session.input_wanted.emit(entry.kind, path, entry.title)
        except StudioError as error:
            session.failed.emit(error)

    def use_settings(self, details: Details) -> None:
        """Show in the Models panel what made it."""
        self._session.recipe_wanted.emit(details.recipe)

    def show_recipe(self, details: Details) -> None:
        """How it was made, to be read and copied."""
        recipe = json.dumps(details.recipe.to_json(), indent=2, ensure_ascii=False)
        RecipeWindow(details.entry.title, recipe, self._owner).show()

    def export(self, details: Details) -> None:
        """Write it to a file that the artist chooses."""
        entry = details.entry
        name = f"{entry.title} {entry.id}"

        def ask(made: Candidate) -> None:
            export_result(self._owner, self._session, made, entry.kind, entry.title, name)

        self._do(partial(taken_out, self._studio, details), ask)

    def play(self, details: Details) -> None:
        """Let it be heard; the second time, be quiet."""
        entry = details.entry
        if entry.id == self._playing or entry.kind not in ("score", "audio"):
            self._playing = 0
            self._session.audition.emit(None)
            return

        def hear(value: Media | Footage) -> None:
            if isinstance(value, Score | Audio):
                self._playing = entry.id
                self._session.audition.emit(value)

        self._do(lambda: self._studio.library.value(details), hear)

    def compare(self, entries: Sequence[int]) -> None:
        """Show up to `MOST_COMPARED` side by side."""
        library = self._studio.library

        def look() -> list[Compared]:
            found = [library.details(entry) for entry in entries[:MOST_COMPARED]]
            return [Compared(one, None if one.entry.kind == MODEL else library.value(one)) for one in found]

        def show(found: list[Compared]) -> None:
            window = LibraryCompare(found, self._owner)
            window.open_wanted.connect(self.open_in_pane)
            window.play_wanted.connect(self.play)
            window.star_wanted.connect(self.star)
            window.show()

        self._do(look, show)

    def star(self, entries: Sequence[int], number: int) -> None:
        """Give them so many stars."""
        from artstudio.library.changing import Change

        self._studio.library.change(entries, Change(star=number))

    def _make(self, details: Details, make: Callable[[], list[Generation]]) -> None:
        session, entry = self._session, details.entry

        def on_device() -> list[Generation]:
            device = self._studio.device().name  # slow the first time
            return [replace(one, device=device) for one in make()]

        def start(made: list[Generation]) -> None:
            try:
                for one in made:
                    session.tray.start(one, entry.title, entry.kind, Where())
            except StudioError as error:
                session.failed.emit(error)

        if entry.kind == MODEL:
            words = "a model is made by training: its settings are in its card, in the list of models"
            session.failed.emit(InvalidValue(words))
        else:
            self._do(on_device, start)

    def _do(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        in_background(self, "library entry", work, then, self._session.failed.emit)
