"""Edits of the history whose pixels are packed until they are needed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put, SetCanvas, Together
from artstudio.documents.footprint import SMALL_NBYTES
from artstudio.documents.packing import PackedTiles
from artstudio.documents.tiles import Tiles

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet

_OWN: Final = 0.9  # of a picture's tiles: with fewer, packing would tear it from what it shares


@dataclass(frozen=True)
class PackedLayer:
    """A layer as it was, its pixels packed; `bare` is the layer without them."""

    bare: Layer
    tiles: PackedTiles

    @staticmethod
    def of(layer: Layer) -> PackedLayer:
        size = layer.pixels.width_px, layer.pixels.height_px
        return PackedLayer(replace(layer, pixels=Tiles(*size)), PackedTiles(dict(layer.pixels.items())))

    def unpacked(self) -> Layer:
        return replace(self.bare, pixels=self.bare.pixels.with_changes(self.tiles))


@dataclass(frozen=True)
class PackedPut:
    """`Put` of a layer."""

    label: str
    layer: PackedLayer
    index: int | None

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + self.layer.tiles.nbytes

    def unpacked(self) -> Put:
        layer = self.layer.unpacked()
        return Put(self.label, "layer", layer.id, layer, self.index)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        return self.unpacked().apply(sheet)

    def merged(self, later: Edit) -> Edit | None:  # noqa: ARG002 - the gesture it was of is long over
        return None


@dataclass(frozen=True)
class PackedCanvas:
    """`SetCanvas`; the canvas of `edit` has empty layers, whose pixels wait in `layers`."""

    edit: SetCanvas
    layers: tuple[PackedLayer, ...]

    @property
    def label(self) -> str:
        return self.edit.label

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + sum(layer.tiles.nbytes for layer in self.layers)

    def unpacked(self) -> SetCanvas:
        layers = tuple(layer.unpacked() for layer in self.layers)
        return replace(self.edit, canvas=replace(self.edit.canvas, layers=layers))

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        return self.unpacked().apply(sheet)

    def merged(self, later: Edit) -> Edit | None:  # noqa: ARG002 - the gesture it was of is long over
        return None


def packed(edit: Edit) -> Edit:
    """An edit that does the same and costs less memory; `edit` itself where nothing can be gained.

    Takes long for large edits and touches nothing that can change: call it on a thread.
    """
    smaller = _packed(edit)
    return smaller if smaller.nbytes < 0.9 * edit.nbytes else edit


def unpacked(edit: Edit) -> Edit:
    """The reverse of `packed`, to be done on a thread as well."""
    match edit:
        case PaintTiles(changes=PackedTiles() as changes):
            return replace(edit, changes=dict(changes.items()))
        case PackedPut() | PackedCanvas():
            return edit.unpacked()
        case Together():
            return replace(edit, edits=tuple(unpacked(one) for one in edit.edits))
    return edit


def _packed(edit: Edit) -> Edit:
    match edit:
        case PaintTiles() if not isinstance(edit.changes, PackedTiles):
            return replace(edit, changes=PackedTiles(edit.changes))
        case Put(value=Layer() as layer) if edit.nbytes > _OWN * layer.pixels.nbytes:
            return PackedPut(edit.label, PackedLayer.of(layer), edit.index)
        case SetCanvas() if edit.nbytes > _OWN * sum(layer.pixels.nbytes for layer in edit.canvas.layers):
            layers = tuple(PackedLayer.of(layer) for layer in edit.canvas.layers)
            bare = replace(edit.canvas, layers=tuple(layer.bare for layer in layers))
            return PackedCanvas(replace(edit, canvas=bare), layers)
        case Together():
            return replace(edit, edits=tuple(packed(one) for one in edit.edits))
    return edit
