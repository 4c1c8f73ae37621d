"""Shows the film's frame at the playhead: over the canvas, while it plays or somebody looks at it."""

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
    from artstudio.documents.project import Change
    from artstudio.media.film_frames import FilmFrames
    from artstudio.ui.session import Session


class _Wish(NamedTuple):
    film: Film
    frame: int
    width_px: int
    height_px: int


class Projector(QObject):
    """What of the film is to be seen; the timeline moves it, the canvas shows it.

    On while there are clips and the film plays, is scrubbed or watched, until the artist turns back to the
    canvas (`leave`). Frames are made beside the window, the newest first; those too late are left out.

    Attributes:
        watching: The artist wants to see the film also while it stands.
    """

    framed = Signal(object)  # QImage: show it over the canvas; None: no more
    changed = Signal()  # `on` or `watching`
    _made = Signal(object, object, float)  # _Wish, QImage or why there is none, and the seconds it took

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.watching = False
        self._playing = self._scrubbing = False
        self._left = False
        self._was_on = False
        self._at_s = 0.0
        self._size = QSize(640, 640)
        self._wished: _Wish | None = None
        self._pace = Pace()
        self._frames: FilmFrames | None = None  # the thread's
        self._loaded: _Wish | None = None
        self._room = Darkroom[_Wish]("film on the canvas", self._develop, self._put_away)
        self._made.connect(self._show)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._refresh)

    @property
    def film(self) -> Film:
        """The film of the open project."""
        return self._session.project.sheet.film

    @property
    def on(self) -> bool:
        """Whether the canvas shows the film."""
        return (
            bool(self.film.clips) and not self._left and (self.watching or self._playing or self._scrubbing)
        )

    @property
    def at_s(self) -> float:
        """The moment that is shown, in seconds from the beginning."""
        return self._at_s

    # ------------------------------------------------------------------------------------------- wishes

    def move(self, seconds: float) -> None:
        """The playhead is there now."""
        self._at_s = seconds
        self._wish()

    def play(self, on: bool) -> None:
        """The transport runs, or stands; running again makes good that the artist had left."""
        if on != self._playing:
            self._playing = on
            self._left = self._left and not on
            self._refresh()

    def scrub(self, on: bool) -> None:
        """A hand holds the playhead on the film, or lets go."""
        if on != self._scrubbing:
            self._scrubbing = on
            self._left = self._left and not on
            self._refresh()

    def watch(self, on: bool) -> None:
        """Show the film also while it stands."""
        if on != self.watching:
            self.watching = on
            self._left = False
            self._refresh()

    def leave(self) -> None:
        """Turn back to the canvas, until the film is played, scrubbed or watched anew."""
        if self.on:
            self.watching, self._left = False, True
            self._refresh()

    def set_screen(self, size: QSize) -> None:
        """How many device pixels the canvas takes on screen."""
        if size != self._size:
            self._size = size
            self._wish()

    def close(self) -> None:
        """Show nothing more."""
        self._room.close()

    # ------------------------------------------------------------------------------------------- answers

    def _on_change(self, change: Change) -> None:
        if change.new.film is not change.old.film:
            self._refresh()

    def _refresh(self) -> None:
        if not self._playing:
            self._pace.rest()
        if not self.on:
            self._room.forget()
            self._wished = None
            if self._was_on:
                self.framed.emit(None)
        self._was_on = self.on
        self._wish()
        self.changed.emit()

    def _wish(self) -> None:
        if not self.on:
            return
        film, level = self.film, self._pace.level
        frame = int(self._at_s * film.fps + 1e-6)
        width, height = (max(1, side // level) for side in (self._size.width(), self._size.height()))
        wish = _Wish(film, frame, width, height)
        if wish != self._wished:
            self._wished = wish
            self._room.want(wish)

    def _show(self, wish: _Wish, made: object, took_s: float) -> None:
        if not self.on or wish.film is not self.film:
            return
        if not isinstance(made, QImage):
            self._session.failed.emit(made)
            self.leave()
            return
        if self._playing:
            self._pace.note(took_s, 1 / wish.film.fps)
        self.framed.emit(made)

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
            self._made.emit(wish, made, time.perf_counter() - began)

    def _put_away(self) -> None:
        if self._frames is not None:
            self._frames.close()
            self._frames = None
