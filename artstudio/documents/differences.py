"""Where two canvases may look different, told from their layers alone: no pixel is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.documents.tiles import At, Tiles, changed_tiles

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas, Layer

_Look = tuple[object, ...]  # how a layer shows, and after it the groups around it


def differing_tiles(old: Canvas, new: Canvas) -> set[At] | None:
    """The places where two canvases may look different; None for everywhere."""
    if (old.width_px, old.height_px, old.background) != (new.width_px, new.height_px, new.background):
        return None
    before = {layer.id: layer for layer in old.layers}
    after = {layer.id: layer for layer in new.layers}
    looks_before, looks_after = _looks(old), _looks(new)
    places: set[At] = set()
    for layer_id in before.keys() | after.keys():
        was, now = before.get(layer_id), after.get(layer_id)
        if was is None or now is None or looks_before[layer_id] != looks_after[layer_id]:
            places |= _covered(was) | _covered(now)
        else:
            places |= changed_tiles(was.pixels, now.pixels)
    if [i for i in before if i in after] != [i for i in after if i in before]:  # the order changed
        for layer in new.layers:
            places |= _covered(layer)
    return places


def _looks(canvas: Canvas) -> dict[str, _Look]:
    looks: dict[str, _Look] = {}
    for layer in reversed(canvas.layers):  # a group comes before what it holds
        own = (layer.visible, layer.opacity, layer.mode, layer.parent)
        looks[layer.id] = (own, looks.get(layer.parent or "", ()))
    return looks


def _covered(layer: Layer | None) -> set[At]:
    return set() if layer is None else _places(layer.pixels)


def _places(pixels: Tiles) -> set[At]:
    return {at for at, _ in pixels.items()}
