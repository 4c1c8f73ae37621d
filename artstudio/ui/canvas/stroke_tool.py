"""Painting, erasing and smudging: one stroke of the pen becomes one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from artstudio.documents.edits import PaintTiles, Put, Together
from artstudio.render.dabs import Stroke
from artstudio.ui.canvas.target import paint_target, with_layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.edits import Edit
    from artstudio.documents.tiles import At, Tiles
    from artstudio.ui.canvas.blocks import Painted
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools import BrushSettings, Shows
    from artstudio.ui.session import Session


@runtime_checkable
class ShowsStroke(Protocol):
    """A view that takes a stroke's pixels from the stroke itself, when it paints."""

    def begin_stroke(self, canvas: Canvas, layer_id: str, painted: Painted) -> bool:
        """Show `canvas` with that layer as `painted` has it; False: show me whole canvases instead."""
        ...

    def stroke_changed(self, boxes: Iterable[tuple[int, int, int, int]]) -> None: ...


class StrokeTool:
    """Works on the selected layer. The whole stroke becomes one edit when the pen lifts."""

    def __init__(
        self,
        session: Session,
        view: Shows,
        settings: BrushSettings,
        *,
        erases: bool = False,
        smudges: bool = False,
    ) -> None:
        self._session, self._view, self._settings = session, view, settings
        self._erases, self._smudges = erases, smudges
        self._stroke: Stroke | None = None
        self._layer: Layer | None = None  # as it was
        self._seen_by: ShowsStroke | None = None  # the view, if it follows the stroke itself
        self._pixels: Tiles | None = None  # the layer's, as far as they were taken from the stroke
        self._touched: set[At] = set()
        self._label = ""

    @property
    def outline_px(self) -> float:
        return self._settings.brush.radius_px

    def press(self, point: PenPoint) -> None:
        erases = self._erases or (point.eraser_end and not self._smudges)
        layer = self._target(erases)
        if layer is None:
            return
        canvas = self._session.project.sheet.canvas
        brush = replace(self._settings.brush, erases=erases, smudges=self._smudges)
        self._label = self._name(erases)
        self._layer, self._pixels, self._touched = layer, layer.pixels, set()
        stroke = Stroke(layer.pixels, brush, alpha_locked=layer.alpha_locked, selection=canvas.selection)
        self._stroke = stroke
        view = self._view
        follows = isinstance(view, ShowsStroke) and view.begin_stroke(
            with_layer(canvas, layer), layer.id, stroke
        )
        self._seen_by = view if follows and isinstance(view, ShowsStroke) else None
        self.move(point)

    def move(self, point: PenPoint) -> None:
        if self._stroke is not None:
            # every point is drawn at once; the view composites when it paints, once for all that came by then
            self._show(self._stroke.move_to(point.x, point.y, point.pressure))

    def release(self) -> None:
        stroke, layer = self._stroke, self._layer
        if stroke is None or layer is None:
            return
        self._show(stroke.finish())
        self._take()
        pixels, touched = self._pixels, self._touched
        self._stroke = self._layer = None
        canvas = self._session.project.sheet.canvas
        if not touched or pixels is None:
            self._view.show_canvas(canvas, ())
            return
        if self._seen_by is not None:
            self._view.show_canvas(
                with_layer(canvas, replace(layer, pixels=pixels)), ()
            )  # it looks so already
        edit: Edit = PaintTiles(self._label, layer.id, {at: pixels.get(*at) for at in touched})
        if all(one.id != layer.id for one in canvas.layers):
            edit = Together(self._label, (Put(self._label, "layer", layer.id, layer), edit))
        self._session.do(edit, origin=self)
        self._session.select(layer_id=layer.id)

    def cancel(self) -> None:
        if self._stroke is not None:
            self._take()
            self._stroke = self._layer = None
            self._view.show_canvas(self._session.project.sheet.canvas, self._touched)

    def _show(self, boxes: list[tuple[int, int, int, int]]) -> None:
        if self._seen_by is not None:
            self._seen_by.stroke_changed(boxes)
        elif self._layer is not None and self._pixels is not None:
            tiles = self._take()
            shown = replace(self._layer, pixels=self._pixels)
            self._view.show_canvas(with_layer(self._session.project.sheet.canvas, shown), tiles)

    def _take(self) -> set[At]:
        """Bring `_pixels` up to date; returns which tiles that changed."""
        if self._stroke is None or self._pixels is None:
            return set()
        tiles = self._stroke.take()
        self._pixels = self._pixels.with_changes(dict(tiles))
        self._touched |= tiles.keys()
        return set(tiles)

    def _target(self, erases: bool) -> Layer | None:
        """The layer to paint on, a new one on an empty canvas, or None with the reason said."""
        layer = paint_target(self._session, fresh=not (erases or self._smudges))
        if layer is not None and erases and layer.alpha_locked:
            said = self._tr("{name} keeps its transparency: unlock it to erase.")
            self._session.said.emit(said.format(name=layer.name))
            return None
        return layer

    def _name(self, erases: bool) -> str:
        if self._smudges:
            return self._tr("Smudge")
        return self._tr("Erase") if erases else self._tr("Brush stroke")

    def _tr(self, text: str) -> str:
        return self._session.tr(text)
