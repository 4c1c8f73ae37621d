"""Shows the film's frame at the playhead: over the canvas, while it plays or somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from artstudio.documents.film import Film
    from artstudio.documents.project import Change
    from artstudio.ui.film.screening import Screening
    from artstudio.ui.session import Session


class Projector(QObject):
    """What of the film is to be seen; the timeline moves it, the canvas shows it.

    On while there are clips and the film plays, is scrubbed or watched, until the artist turns back to the
    canvas (`leave`).

    Attributes:
        watching: The artist wants to see the film also while it stands.
    """

    framed = Signal(object)  # QImage: show it over the canvas; None: no more
    changed = Signal()  # `on` or `watching`

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.watching = False
        self._playing = self._scrubbing = False
        self._left = False
        self._was_on = False
        self._at_s = 0.0
        self._size = QSize(640, 640)
        self._screening: Screening | None = None  # made when there is something to show
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
        if self._screening is not None:
            self._screening.close()

    # ------------------------------------------------------------------------------------------- answers

    def _on_change(self, change: Change) -> None:
        if change.new.film is not change.old.film:
            self._refresh()

    def _refresh(self) -> None:
        if self._was_on and not self.on:
            if self._screening is not None:
                self._screening.forget()
            self.framed.emit(None)
        self._was_on = self.on
        self._wish()
        self.changed.emit()

    def _wish(self) -> None:
        if not self.on:
            return
        if self._screening is None:
            from artstudio.ui.film.screening import Screening

            self._screening = Screening(self)
            self._screening.made.connect(self._show)
            self._screening.failed.connect(self._fail)
        self._screening.want(self.film, self._at_s, self._size, running=self._playing)

    def _show(self, film: Film, frame: QImage) -> None:
        if self.on and film is self.film:
            self.framed.emit(frame)

    def _fail(self, error: Exception) -> None:
        if self.on:
            self._session.failed.emit(error)
            self.leave()
