"""Painting and erasing: one stroke of the pen becomes one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put, Together
from artstudio.documents.tiles import Tiles
from artstudio.render.dabs import Stroke

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.tiles import At
    from artstudio.ui.canvas.tools import BrushSettings, Shows
    from artstudio.ui.canvas.view import PenPoint
    from artstudio.ui.session import Session


class StrokeTool:
    """Paints or erases on the selected layer. The whole stroke becomes one edit when the pen lifts."""

    def __init__(
        self, session: Session, view: Shows, settings: BrushSettings, *, erases: bool = False
    ) -> None:
        self._session, self._view, self._settings, self._erases = session, view, settings, erases
        self._stroke: Stroke | None = None
        self._live: Layer | None = None
        self._touched: set[At] = set()

    @property
    def outline_px(self) -> float:
        return self._settings.brush.radius_px

    def press(self, point: PenPoint) -> None:
        layer = self._target()
        if layer is None:
            return
        brush = replace(self._settings.brush, erases=self._erases or point.eraser_end)
        self._stroke = Stroke(layer.pixels, brush, alpha_locked=layer.alpha_locked)
        self._live, self._touched = layer, set()
        self.move(point)

    def move(self, point: PenPoint) -> None:
        if self._stroke is None or self._live is None:
            return
        self._stroke.move_to(point.x, point.y, point.pressure)
        tiles = self._stroke.take()
        self._live = replace(self._live, pixels=self._live.pixels.with_changes(dict(tiles)))
        self._touched |= tiles.keys()
        self._view.show_canvas(_with_layer(self._session.project.sheet.canvas, self._live), tiles.keys())

    def release(self) -> None:
        layer, touched = self._live, self._touched
        self._stroke = self._live = None
        if layer is None or not touched:
            return
        label = self._tr("Erase") if self._erases else self._tr("Brush stroke")
        edit: Edit = PaintTiles(label, layer.id, {at: layer.pixels.get(*at) for at in touched})
        if all(one.id != layer.id for one in self._session.project.sheet.canvas.layers):
            canvas = self._session.project.sheet.canvas
            empty = replace(layer, pixels=Tiles(canvas.width_px, canvas.height_px))
            edit = Together(label, (Put(label, "layer", layer.id, empty), edit))
        self._session.do(edit, origin=self)
        self._session.select(layer_id=layer.id)

    def cancel(self) -> None:
        if self._live is not None:
            self._stroke = self._live = None
            self._view.show_canvas(self._session.project.sheet.canvas, self._touched)

    def _target(self) -> Layer | None:
        """The layer to paint on, a new one on an empty canvas, or None with the reason said."""
        sheet = self._session.project.sheet
        if not sheet.canvas.layers:
            if self._erases:
                return None
            pixels = Tiles(sheet.canvas.width_px, sheet.canvas.height_px)
            return Layer(sheet.fresh_id("layer"), self._tr("Layer {n}").format(n=1), pixels)
        wanted = self._session.selection.layer_id
        layer = next((one for one in sheet.canvas.layers if one.id == wanted), sheet.canvas.layers[-1])
        if layer.locked:
            self._session.said.emit(
                self._tr("{name} is locked: unlock it to paint on it.").format(name=layer.name)
            )
            return None
        if not layer.visible:
            self._session.said.emit(
                self._tr("{name} is hidden: show it to paint on it.").format(name=layer.name)
            )
            return None
        return layer

    def _tr(self, text: str) -> str:
        return self._session.tr(text)


def _with_layer(canvas: Canvas, layer: Layer) -> Canvas:
    """`canvas` with `layer` in place of the one of its id, or on top if it is new."""
    if any(one.id == layer.id for one in canvas.layers):
        return replace(canvas, layers=tuple(layer if one.id == layer.id else one for one in canvas.layers))
    return replace(canvas, layers=(*canvas.layers, layer))
