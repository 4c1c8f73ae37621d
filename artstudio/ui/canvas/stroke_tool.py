"""Painting, erasing and smudging: one stroke of the pen becomes one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put, Together
from artstudio.documents.tiles import Tiles
from artstudio.render.dabs import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.tiles import At
    from artstudio.ui.canvas.blocks import Painted
    from artstudio.ui.canvas.tools import BrushSettings
    from artstudio.ui.canvas.view import PenPoint
    from artstudio.ui.session import Session


class ShowsStroke(Protocol):
    """Where a stroke is seen while it is drawn."""

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None: ...
    def begin_stroke(self, canvas: Canvas, layer_id: str, painted: Painted) -> None: ...
    def stroke_changed(self, boxes: Iterable[tuple[int, int, int, int]]) -> None: ...


class StrokeTool:
    """Works on the selected layer. The whole stroke becomes one edit when the pen lifts."""

    def __init__(
        self,
        session: Session,
        view: ShowsStroke,
        settings: BrushSettings,
        *,
        erases: bool = False,
        smudges: bool = False,
    ) -> None:
        self._session, self._view, self._settings = session, view, settings
        self._erases, self._smudges = erases, smudges
        self._stroke: Stroke | None = None
        self._layer: Layer | None = None
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
        self._layer = layer
        self._stroke = Stroke(
            layer.pixels, brush, alpha_locked=layer.alpha_locked, selection=canvas.selection
        )
        self._view.begin_stroke(_with_layer(canvas, layer), layer.id, self._stroke)
        self.move(point)

    def move(self, point: PenPoint) -> None:
        if self._stroke is not None:
            # every point is drawn at once; the view composites when it paints, once for all that came by then
            self._view.stroke_changed(self._stroke.move_to(point.x, point.y, point.pressure))

    def release(self) -> None:
        stroke, layer = self._stroke, self._layer
        self._stroke = self._layer = None
        if stroke is None or layer is None:
            return
        self._view.stroke_changed(stroke.finish())
        canvas = self._session.project.sheet.canvas
        tiles = stroke.take()
        if not tiles:
            self._view.show_canvas(canvas, ())
            return
        painted = replace(layer, pixels=layer.pixels.with_changes(dict(tiles)))
        self._view.show_canvas(_with_layer(canvas, painted), ())  # it looks so already
        edit: Edit = PaintTiles(self._label, layer.id, {at: painted.pixels.get(*at) for at in tiles})
        if all(one.id != layer.id for one in canvas.layers):
            edit = Together(self._label, (Put(self._label, "layer", layer.id, layer), edit))
        self._session.do(edit, origin=self)
        self._session.select(layer_id=layer.id)

    def cancel(self) -> None:
        stroke = self._stroke
        self._stroke = self._layer = None
        if stroke is not None:
            self._view.show_canvas(self._session.project.sheet.canvas, stroke.take().keys())

    def _target(self, erases: bool) -> Layer | None:
        """The layer to paint on, a new one on an empty canvas, or None with the reason said."""
        sheet = self._session.project.sheet
        if not sheet.canvas.layers:
            if erases or self._smudges:
                return None
            pixels = Tiles(sheet.canvas.width_px, sheet.canvas.height_px)
            return Layer(sheet.fresh_id("layer"), self._tr("Layer {n}").format(n=1), pixels)
        wanted = self._session.selection.layer_id
        layer = next((one for one in sheet.canvas.layers if one.id == wanted), sheet.canvas.layers[-1])
        reason = self._reason_against(layer, erases)
        if reason:
            self._session.said.emit(reason.format(name=layer.name))
            return None
        return layer

    def _reason_against(self, layer: Layer, erases: bool) -> str:
        """Why this layer cannot be painted on; empty if it can."""
        if layer.group:
            return self._tr("{name} is a group: choose a layer in it to paint on.")
        if layer.locked:
            return self._tr("{name} is locked: unlock it to paint on it.")
        if not layer.visible:
            return self._tr("{name} is hidden: show it to paint on it.")
        if erases and layer.alpha_locked:
            return self._tr("{name} keeps its transparency: unlock it to erase.")
        return ""

    def _name(self, erases: bool) -> str:
        if self._smudges:
            return self._tr("Smudge")
        return self._tr("Erase") if erases else self._tr("Brush stroke")

    def _tr(self, text: str) -> str:
        return self._session.tr(text)


def _with_layer(canvas: Canvas, layer: Layer) -> Canvas:
    """`canvas` with `layer` in place of the one of its id, or on top if it is new."""
    if any(one.id == layer.id for one in canvas.layers):
        return replace(canvas, layers=tuple(layer if one.id == layer.id else one for one in canvas.layers))
    return replace(canvas, layers=(*canvas.layers, layer))
