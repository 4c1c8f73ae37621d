"""Makes the film's frames for the canvas on a thread, as fine as there is time for."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from artstudio.sdk import StudioError
from artstudio.ui.film.darkroom import Darkroom
from artstudio.ui.film.pace import Pace
from artstudio.ui.film.pictures import picture

if TYPE_CHECKING:
    from artstudio.documents.film import Film
    from artstudio.media.film_frames import FilmFrames


class _Wish(NamedTuple):
    film: Film
    frame: int
    width_px: int
    height_px: int


class Screening(QObject):
    """The newest frame wished for comes first; those not begun by then are left out."""

    made = Signal(object, object)  # Film, QImage
    failed = Signal(object)  # why there is none
    _came = Signal(object, object, float)  # _Wish, QImage or error, and the seconds it took

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pace = Pace()
        self._wished: _Wish | None = None
        self._running = False
        self._frames: FilmFrames | None = None  # the thread's
        self._loaded: _Wish | None = None
        self._room = Darkroom[_Wish]("film on the canvas", self._develop, self._put_away)
        self._came.connect(self._take)

    def want(self, film: Film, at_s: float, size: QSize, *, running: bool) -> None:
        """Make the frame at a moment, to be seen at `size`.

        While the film is `running` and that takes too long: smaller, and the frame for when it will be there.
        """
        self._running = running
        if not running:
            self._pace.rest()
        width, height = (max(1, side // self._pace.level) for side in (size.width(), size.height()))
        now, then = (int(seconds * film.fps + 1e-6) for seconds in (at_s, at_s + self._pace.lead_s))
        frame = max(now, min(then, film.frames - 1))
        wish = _Wish(film, frame, width, height)
        if wish != self._wished:
            self._wished = wish
            self._room.want(wish)

    def forget(self) -> None:
        """Nothing is wanted for now; the same frame wished for again is made again."""
        self._wished = None
        self._room.forget()

    def close(self) -> None:
        """Make nothing more."""
        self._room.close()

    def _take(self, wish: _Wish, made: object, took_s: float) -> None:
        if not isinstance(made, QImage):
            self.failed.emit(made)
            return
        if self._running:
            self._pace.note(took_s, 1 / wish.film.fps)
        self.made.emit(wish.film, made)

    # ----------------------------------------------------------------------------------- in the thread

    def _develop(self, wish: _Wish) -> None:
        from artstudio.media.film_frames import FilmFrames

        began = time.perf_counter()
        made: object
        try:
            last = self._loaded
            if self._frames is None or last is None or last.film is not wish.film or last[2:] != wish[2:]:
                self._put_away()
                self._frames = FilmFrames(wish.film, wish.width_px, wish.height_px)
            self._loaded = wish
            made = picture(self._frames.frame(wish.frame))
        except StudioError as error:
            made = error
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._came.emit(wish, made, time.perf_counter() - began)

    def _put_away(self) -> None:
        if self._frames is not None:
            self._frames.close()
            self._frames = None
