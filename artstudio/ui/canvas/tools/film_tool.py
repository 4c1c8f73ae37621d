"""What gradients and shapes have in common: a drag shows a film of paint, letting go lays it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from artstudio.render.films import laid_over
from artstudio.ui.canvas.target import in_sheet, paint_target, painted
from artstudio.ui.canvas.tools.base import CLICK_PX, CanvasTool
from artstudio.ui.canvas.tools.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench


class FilmTool(CanvasTool):
    """`film` says what is painted between where the pen went down and where it is."""

    def __init__(self, bench: Bench, title: str) -> None:
        super().__init__(bench)
        self.title = title
        self._draft = Draft(bench.session, bench.shows, self)
        self._layer: Layer | None = None
        self.start = self.end = QPointF()

    def film(self) -> Callable[[Canvas], Tiles]:
        """What makes the film of paint, on another thread, from what the gesture and the options are now."""
        raise NotImplementedError

    @property
    def dragging(self) -> bool:
        """Whether the pen is down."""
        return self._layer is not None

    def press(self, point: PenPoint) -> None:
        self._layer = paint_target(self.session)
        self.start = self.end = QPointF(point.x, point.y)

    def move(self, point: PenPoint) -> None:
        layer = self._layer
        if layer is None:
            return
        self.end = QPointF(point.x, point.y)
        canvas, film = self.session.project.sheet.canvas, self.film()
        self._draft.want(layer, lambda: _laid(canvas, layer, film))
        self.redraw()

    def release(self) -> None:
        layer, self._layer = self._layer, None
        if layer is None:
            return
        self.redraw()
        if self.bench.screen_distance(self.start, self.end) < CLICK_PX:
            self._draft.drop()
            return
        film, label = self.film(), self.title

        def work(sheet: Sheet) -> Edit | None:
            now = in_sheet(sheet, layer)
            return painted(sheet, now, _laid(sheet.canvas, now, film), label)

        # the draft stays until the edit has landed
        self.bench.steps.make(work, origin=self, then=lambda edit: self._landed(layer, edit))

    def cancel(self) -> None:
        self._layer = None
        self._draft.drop()
        self.redraw()

    def _landed(self, layer: Layer, edit: Edit | None) -> None:
        self._draft.drop()  # also one that is worked out only now: it would hide the canvas
        if edit is not None:
            self.session.select(layer_id=layer.id)


def _laid(canvas: Canvas, layer: Layer, film: Callable[[Canvas], Tiles]) -> Tiles:
    return laid_over(layer.pixels, film(canvas), alpha_locked=layer.alpha_locked, selection=canvas.selection)
