"""The library as the window sees it: asked beside the window, the newest wish first."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from artstudio.library.entry import Changed
from artstudio.sdk import StudioError
from artstudio.ui.film.darkroom import Darkroom

if TYPE_CHECKING:
    from artstudio.library.library import Library
    from artstudio.library.query import Query

FIRST: Final = 120  # entries of what is shown at once
_CHUNK: Final = 10  # looks that are shown together


class _Search(NamedTuple):
    number: int
    query: Query


@dataclass(frozen=True)
class Look:
    """How an entry looks at a glance."""

    picture: QImage | None
    words: str


class Shelf(QObject):
    """Searches and fetches for one view. Close it with the view."""

    began = Signal(int, object)  # number of the search; its first entries, list[Entry]
    found = Signal(int, object)  # number of the search; the ids of all it found, newest first
    fetched = Signal(object, object)  # dict of Entry, dict of Look, by id
    changed = Signal(object)  # Changed
    failed = Signal(object)  # StudioError

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self.library = library
        self._number = 0
        self._searching = Darkroom[_Search]("library search", self._search, _nothing)
        # in a thread of its own: the next search need not wait until all of the last one is known
        self._completing = Darkroom[_Search]("library ids", self._complete, _nothing)
        self._fetching = Darkroom[tuple[int, ...]]("library looks", self._fetch, _nothing)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._deafen = library.listen(self._hear)
        self.destroyed.connect(self._deafen)

    _heard = Signal(object)

    def search(self, query: Query, *, again: bool = False) -> int:
        """Look for `query` and forget what was looked for before; gives the search's number.

        `again` asks for all at once, where the first ones are shown already.
        """
        self._number += 1
        (self._completing if again else self._searching).want(_Search(self._number, query))
        return self._number

    def want(self, ids: tuple[int, ...]) -> None:
        """Fetch these next; what was wanted before is asked for again if it is still seen."""
        self._fetching.want(ids)

    def close(self) -> None:
        """Ask and hear nothing more."""
        self._deafen()
        self._searching.close()
        self._completing.close()
        self._fetching.close()

    # ------------------------------------------------------------------------------ in other threads

    def _search(self, wish: _Search) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            try:
                self.began.emit(wish.number, self.library.page(wish.query, None, FIRST))
                self._completing.want(wish)
            except StudioError as error:
                self.failed.emit(error)

    def _complete(self, wish: _Search) -> None:
        with contextlib.suppress(RuntimeError):
            try:
                self.found.emit(wish.number, self.library.ids(wish.query))
            except StudioError as error:
                self.failed.emit(error)

    def _fetch(self, ids: tuple[int, ...]) -> None:
        with contextlib.suppress(RuntimeError):
            try:
                for start in range(0, len(ids), _CHUNK):
                    some = ids[start : start + _CHUNK]
                    entries, looks = self.library.entries(some), self.library.thumbnails(some)
                    self.fetched.emit(
                        entries, {one: _look(look.webp, look.words) for one, look in looks.items()}
                    )
            except StudioError as error:
                self.failed.emit(error)

    def _hear(self, what: Changed | StudioError) -> None:
        with contextlib.suppress(RuntimeError):
            self._heard.emit(what)

    def _take(self, what: Changed | StudioError) -> None:
        (self.changed if isinstance(what, Changed) else self.failed).emit(what)


def _look(webp: bytes, words: str) -> Look:
    picture = QImage.fromData(webp) if webp else QImage()
    if picture.isNull():
        return Look(None, words)
    covers = not picture.hasAlphaChannel()
    fast = QImage.Format.Format_RGB32 if covers else QImage.Format.Format_ARGB32_Premultiplied
    return Look(picture.convertToFormat(fast), words)


def _nothing() -> None:
    """Connections are the library's own to put away."""
