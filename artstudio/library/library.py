"""The library: takes every result, finds it again, and lets go of it when told to.

Adding and changing only queue; one thread writes. Reading happens in the caller's thread, and several may
read at once, also while something is written, also from two programs.
"""

from __future__ import annotations

import logging
import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from artstudio.engine.queue import start_thread
from artstudio.library import adding, changing, cleaning, reading
from artstudio.library.database import Database
from artstudio.library.entry import Changed, Entry
from artstudio.library.tasks import Tasks
from artstudio.library.values import ValueStore
from artstudio.sdk import BadFile, StudioError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from artstudio.documents.film import Footage
    from artstudio.engine.queue import Starter
    from artstudio.library.changing import Change
    from artstudio.library.cleaning import Proposal, Unwanted
    from artstudio.library.entry import Addition, Details, Thumbnail
    from artstudio.library.query import Query
    from artstudio.library.reading import Ids, Names
    from artstudio.sdk import Media

log = logging.getLogger(__name__)

PAGE: Final = 200


class Library:
    """Lies in `folder`; nothing is opened or made before it is needed. `start` makes the writer's thread.

    Listeners hear in the writer's thread of every change made here, and of trouble that the artist should
    know of, each kind once. What another program changes they hear of after `look_elsewhere` only.

    Every method that reads or proposes raises `BadFile` where the database cannot be used.
    """

    def __init__(self, folder: Path, start: Starter = start_thread) -> None:
        self.store = ValueStore(folder / "values")
        self._database = Database(folder / "library.sqlite", self._tell_once)
        self._tasks = Tasks("library", start)
        self._listeners: list[Callable[[Changed | StudioError], None]] = []
        self._told: dict[str, StudioError] = {}
        self._lock = threading.Lock()

    # ------------------------------------------------------------------------------------------ writing

    def add(self, what: Addition | Callable[[], Addition]) -> None:
        """Takes a result; what makes it is called in the writer's thread, hashing takes its time."""
        self._tasks.put(partial(self._guarded, partial(self._add, what)))

    def change(self, ids: Iterable[int], wish: Change) -> None:
        """Gives entries stars, tags, notes, a title or a place in collections."""
        self._tasks.put(partial(self._guarded, partial(self._change, tuple(ids), wish)))

    def delete(self, ids: Iterable[int]) -> None:
        """Removes entries for good, and their values where no other entry needs them."""
        self._tasks.put(partial(self._guarded, partial(self._delete, tuple(ids))))

    def look_elsewhere(self) -> None:
        """Sees whether another program changed anything since this was last called; listeners hear of it."""
        self._tasks.put(partial(self._guarded, self._look_elsewhere))

    def finish(self, timeout_s: float = 30.0) -> bool:
        """Waits until all that was asked for is written; False when the time ran out first."""
        return self._tasks.finish(timeout_s)

    def close(self) -> None:
        """Writes what waits and lets go of the files. It may be used again, which opens them again."""
        self.finish()
        self._database.close()

    def listen(self, listener: Callable[[Changed | StudioError], None]) -> Callable[[], None]:
        """Lets `listener` hear from now on, and at once of trouble there was; gives what ends that."""
        with self._lock:
            self._listeners.append(listener)
            told = list(self._told.values())
        for trouble in told:
            listener(trouble)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    # ------------------------------------------------------------------------------------------ reading

    def page(self, query: Query, before: int | None = None, limit: int = PAGE) -> list[Entry]:
        """The newest entries that `query` wants; those behind the entry `before` where one is named."""
        with self._database.connection() as db:
            return reading.page(db, query, limit, before)

    def ids(self, query: Query) -> Ids:
        """All entries that `query` wants, newest first."""
        with self._database.connection() as db:
            return reading.ids(db, query)

    def entries(self, ids: Sequence[int]) -> dict[int, Entry]:
        """Those of the entries that are there."""
        with self._database.connection() as db:
            return reading.entries(db, ids)

    def thumbnails(self, ids: Sequence[int]) -> dict[int, Thumbnail]:
        """How entries look."""
        with self._database.connection() as db:
            return reading.thumbnails(db, ids)

    def details(self, entry: int) -> Details:
        """All of an entry; `BadFile` also where it is no longer there."""
        with self._database.connection() as db:
            return reading.details(db, entry)

    def names(self) -> Names:
        """What there is to choose from."""
        with self._database.connection() as db:
            return reading.names(db)

    def value(self, details: Details) -> Media | Footage:
        """What was made; `BadFile` also where it is missing or damaged."""
        return self.store.read(details.entry.value, details.footage)

    def inputs(self, details: Details) -> dict[str, Media | list[Media] | None]:
        """What it was made from; `BadFile` also where some of that is missing or damaged."""
        return {name: self._input(found) for name, found in details.inputs.items()}

    def proposal(self, unwanted: Unwanted) -> Proposal:
        """What would go; nothing does."""
        with self._database.connection() as db:
            return cleaning.proposal(db, self.store, unwanted)

    def freed(self, ids: Sequence[int]) -> int:
        """How many bytes on the disk deleting these would give back."""
        with self._database.connection() as db:
            return cleaning.freed(db, ids)

    def _input(self, found: object) -> Media | list[Media] | None:
        if found is None:
            return None
        if isinstance(found, list):
            return [self.store.read(str(name), {}) for name in found]  # type: ignore[misc]  # never films
        return self.store.read(str(found), {})  # type: ignore[return-value]

    # ---------------------------------------------------------------------------- in the writer's thread

    def _add(self, what: Addition | Callable[[], Addition]) -> None:
        addition = what() if callable(what) else what
        made = adding.prepared(addition, self.store)
        if made.problem is not None:
            self._tell_once(made.problem)
        with self._database.writing() as db:
            entry = adding.insert(db, made)
            lost = [name for name in made.held if not self.store.has(name)]
            if lost:  # deleted elsewhere just now: with the right to write, nobody else deletes
                adding.prepared(addition, self.store)
        self._tell(Changed(added=(entry,), names=True))

    def _change(self, ids: tuple[int, ...], wish: Change) -> None:
        with self._database.writing() as db:
            altered = changing.change(db, ids, wish)
        self._tell(Changed(altered=altered, names=wish.of_names))

    def _delete(self, ids: tuple[int, ...]) -> None:
        with self._database.writing() as db:
            values = cleaning.delete(db, ids)
        self._tell(Changed(removed=ids, names=True))
        with self._database.writing() as db:  # nobody else adds meanwhile
            for name in cleaning.still_unneeded(db, values):
                self.store.remove(name)

    def _look_elsewhere(self) -> None:
        if self._database.changed_elsewhere():
            self._tell(Changed(names=True, elsewhere=True))

    def _guarded(self, work: Callable[[], None]) -> None:
        """Whatever happens here must cost neither the writer nor the studio."""
        try:
            try:
                work()
            except BadFile:
                work()  # a damaged file was set aside, or another program held it: once more
        except StudioError as error:
            log.warning("the library: %s", error)
            self._tell_once(error)
        except Exception:  # the next result is to be kept all the same
            log.exception("the library failed unexpectedly")

    def _tell_once(self, trouble: StudioError) -> None:
        with self._lock:
            known = trouble.template in self._told
            self._told[trouble.template] = trouble
        if not known:
            self._tell(trouble)

    def _tell(self, what: Changed | StudioError) -> None:
        for listener in list(self._listeners):
            try:
                listener(what)
            except Exception:  # what listens must not cost the others
                log.exception("a listener of the library failed")
