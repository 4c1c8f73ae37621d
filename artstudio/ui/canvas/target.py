"""Which layer a tool works on, and the edit that gives it other pixels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put, Together
from artstudio.documents.tiles import Tiles, changed_tiles

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.session import Session


def selected_layer(session: Session) -> Layer | None:
    """The layer that is selected, whatever its state."""
    wanted = session.selection.layer_id
    return next((one for one in session.project.sheet.canvas.layers if one.id == wanted), None)


def paint_target(session: Session, *, fresh: bool = True) -> Layer | None:
    """The layer to paint on, or None with the reason said.

    With `fresh` an empty canvas gets a layer, which is not in the document yet.
    """
    sheet = session.project.sheet
    if not sheet.canvas.layers:
        if not fresh:
            session.said.emit(session.tr("There is no layer yet: paint something first."))
            return None
        pixels = Tiles(sheet.canvas.width_px, sheet.canvas.height_px)
        return Layer(sheet.fresh_id("layer"), session.tr("Layer {n}").format(n=1), pixels)
    layer = selected_layer(session) or sheet.canvas.layers[-1]
    if reason := _refusal(session, layer):
        session.said.emit(reason)
        return None
    return layer


def in_sheet(sheet: Sheet, layer: Layer) -> Layer:
    """`layer` as it is in `sheet`; itself while it is not there yet."""
    return next((one for one in sheet.canvas.layers if one.id == layer.id), layer)


def painted(sheet: Sheet, layer: Layer, pixels: Tiles, label: str) -> Edit | None:
    """The edit that gives `layer` these pixels, adding it where the sheet lacks it; None: nothing differs."""
    changed = changed_tiles(layer.pixels, pixels)
    if not changed:
        return None
    edit = PaintTiles(label, layer.id, {at: pixels.get(*at) for at in changed})
    if all(one.id != layer.id for one in sheet.canvas.layers):
        if sheet.canvas.layers:
            return None  # it was deleted while its pixels were worked out
        return Together(label, (Put(label, "layer", layer.id, layer), edit))
    return edit


def with_layer(canvas: Canvas, layer: Layer) -> Canvas:
    """`canvas` with `layer` in place of the one of its id, or on top if it is new."""
    if any(one.id == layer.id for one in canvas.layers):
        return replace(canvas, layers=tuple(layer if one.id == layer.id else one for one in canvas.layers))
    return replace(canvas, layers=(*canvas.layers, layer))


def locked(canvas: Canvas, layer: Layer) -> bool:
    """Whether the layer, or a group it is in, is locked."""
    return any(one.locked for one in _with_groups(canvas, layer))


def _refusal(session: Session, layer: Layer) -> str:
    if layer.group:
        return session.tr("{name} is a group: choose a layer in it, or add one, to paint on.").format(
            name=layer.name
        )
    for one in _with_groups(session.project.sheet.canvas, layer):
        if one.locked:
            return session.tr("{name} is locked: unlock it to paint on it.").format(name=one.name)
        if not one.visible:
            return session.tr("{name} is hidden: show it to paint on it.").format(name=one.name)
    return ""


def _with_groups(canvas: Canvas, layer: Layer) -> list[Layer]:
    """The layer, the group it is in, the group that is in..."""
    by_id, found = {one.id: one for one in canvas.layers}, [layer]
    while (parent := found[-1].parent) is not None:
        found.append(by_id[parent])
    return found
