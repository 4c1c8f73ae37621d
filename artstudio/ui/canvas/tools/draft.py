"""What a gesture would leave, seen while it lasts: worked out beside the window, the newest wish first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.ui.canvas.target import with_layer
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.canvas import Layer
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.tools import Shows
    from artstudio.ui.session import Session


class Draft(QObject):
    """Shows a layer as it would be, in its place among the others; the document stays as it is."""

    def __init__(self, session: Session, shows: Shows, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._shows = session, shows
        self._wish: tuple[Layer, Callable[[], Tiles]] | None = None
        self._gesture = 0
        self._working = self._shown = False

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._working

    def want(self, layer: Layer, work: Callable[[], Tiles]) -> None:
        """Show `layer` with the pixels that `work` gives; a wish not yet begun gives way to this one."""
        self._wish = (layer, work)
        self._next()

    def drop(self) -> None:
        """Show the canvas as it is, and forget what is being worked out."""
        self._gesture += 1
        self._wish = None
        if self._shown:
            self._shown = False
            self._shows.show_canvas(self._session.project.sheet.canvas)

    def _next(self) -> None:
        if self._working or self._wish is None:
            return
        (layer, work), self._wish = self._wish, None
        gesture, self._working = self._gesture, True
        in_background(self, "draft", work, lambda pixels: self._show(gesture, layer, pixels), self._fail)

    def _show(self, gesture: int, layer: Layer, pixels: Tiles) -> None:
        self._working = False
        canvas = self._session.project.sheet.canvas
        fits = (canvas.width_px, canvas.height_px) == (pixels.width_px, pixels.height_px)
        if gesture == self._gesture and fits:
            self._shown = True
            self._shows.show_canvas(with_layer(canvas, replace(layer, pixels=pixels)))
        self._next()

    def _fail(self, error: Exception) -> None:
        self._working = False
        self._session.failed.emit(error)
        self._next()
