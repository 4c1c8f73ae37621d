"""What the pen does on the canvas: each tool a small class between the view's signals and the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put, Together
from artstudio.documents.pile import groups_around
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import composite_image
from artstudio.render.dabs import Brush, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.tiles import At
    from artstudio.ui.canvas.view import PenPoint
    from artstudio.ui.session import Session

RADIUS_RANGE_PX = (0.5, 500.0)


class BrushSettings(QObject):
    """The brush at hand; tools read it, the brush bar and the keys set it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.brush = Brush()

    def set(self, **fields: object) -> None:
        """Replace the named fields of the brush."""
        brush = replace(self.brush, **fields)  # type: ignore[arg-type]
        if brush != self.brush:
            self.brush = brush
            self.changed.emit()

    def step_size(self, direction: int) -> None:
        """A size larger (1) or smaller (-1)."""
        radius = self.brush.radius_px * 1.2**direction
        least, most = RADIUS_RANGE_PX
        self.set(radius_px=min(max(radius, least), most))


class Shows(Protocol):
    """Where a tool's unfinished work is seen."""

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None: ...


class Tool(Protocol):
    """One gesture of the pen: `press`, any number of `move`, `release`; or `cancel` at any time."""

    @property
    def outline_px(self) -> float:
        """The radius of the circle shown around the pointer, 0 for none."""
        ...

    def press(self, point: PenPoint) -> None: ...
    def move(self, point: PenPoint) -> None: ...
    def release(self) -> None: ...
    def cancel(self) -> None: ...


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
        said = self._session.said.emit
        if layer.group:
            said(
                self._tr("{name} is a group: choose a layer in it, or add one, to paint on.").format(
                    name=layer.name
                )
            )
            return None
        for one in (layer, *groups_around(sheet.canvas, layer.id)):
            if one.locked:
                said(self._tr("{name} is locked: unlock it to paint on it.").format(name=one.name))
                return None
            if not one.visible:
                said(self._tr("{name} is hidden: show it to paint on it.").format(name=one.name))
                return None
        return layer

    def _tr(self, text: str) -> str:
        return self._session.tr(text)


class PickTool:
    """Takes the colour under the pen into the brush."""

    outline_px = 0.0

    def __init__(self, session: Session, settings: BrushSettings) -> None:
        self._session, self._settings = session, settings

    def press(self, point: PenPoint) -> None:
        self.move(point)

    def move(self, point: PenPoint) -> None:
        canvas = self._session.project.sheet.canvas
        x, y = int(point.x), int(point.y)
        if 0 <= x < canvas.width_px and 0 <= y < canvas.height_px:
            colour = composite_image(canvas, (x, y, 1, 1)).pixelColor(0, 0)
            if colour.alpha():
                self._settings.set(colour=colour.rgb() & 0xFFFFFF)

    def release(self) -> None:
        """Nothing is left to do."""

    def cancel(self) -> None:
        """Nothing to take back."""


def _with_layer(canvas: Canvas, layer: Layer) -> Canvas:
    """`canvas` with `layer` in place of the one of its id, or on top if it is new."""
    if any(one.id == layer.id for one in canvas.layers):
        return replace(canvas, layers=tuple(layer if one.id == layer.id else one for one in canvas.layers))
    return replace(canvas, layers=(*canvas.layers, layer))
