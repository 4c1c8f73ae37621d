"""The only way a sheet changes: an edit is applied to one sheet and gives the next and its own inverse.

Sheets are immutable, so an edit that fails has changed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.film import Film
from artstudio.documents.footprint import SMALL_NBYTES, node_nbytes, unshared_nbytes
from artstudio.documents.music import MusicTrack
from artstudio.documents.packing import PackedTiles
from artstudio.documents.sheet import Kind, Node, Sheet
from artstudio.documents.tiles import At, Tile, Tiles, identical, tiles_nbytes
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Key, Metre, Tempo


class Edit(Protocol):
    """A change, named by `label` for the history; `nbytes` is what keeping it costs."""

    @property
    def label(self) -> str: ...

    @property
    def nbytes(self) -> int: ...

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        """The changed sheet and the edit that leads back; `InvalidValue` if it does not fit the sheet."""
        ...

    def merged(self, later: Edit) -> Edit | None:
        """One edit that does this and then `later`, where the two are of one gesture; else None."""
        ...


@dataclass(frozen=True)
class Put:
    """Adds, replaces, moves or (value None) removes the layer, track or passage `id`.

    `index` is its place among its kind afterwards; None: where it was, or last if it is new.
    """

    label: str
    kind: Kind
    id: str
    value: Node | None
    index: int | None = None
    weight: int | None = None  # bytes that only this edit keeps alive, where known

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + (node_nbytes(self.value) if self.weight is None else self.weight)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        nodes = list(sheet.nodes(self.kind))
        was = next((i for i, node in enumerate(nodes) if node.id == self.id), None)
        old = None if was is None else nodes.pop(was)
        if self.value is None:
            if old is None:
                raise InvalidValue("there is no {kind} {id} to remove", kind=self.kind, id=self.id)
        else:
            if not isinstance(self.value, _NODES[self.kind]) or self.value.id != self.id:
                raise InvalidValue("this is not the {kind} {id}", kind=self.kind, id=self.id)
            place = self.index if self.index is not None else len(nodes) if was is None else was
            if not 0 <= place <= len(nodes):
                raise InvalidValue(
                    "there is no place {i} among {n} {kind}s", i=place, n=len(nodes), kind=self.kind
                )
            nodes.insert(place, self.value)
            if place == was:
                was = None  # stayed in its place: going back does not move it either
        inverse = Put(self.label, self.kind, self.id, old, was, unshared_nbytes(old, self.value))
        return _with_nodes(sheet, self.kind, tuple(nodes)), inverse

    def merged(self, later: Edit) -> Edit | None:
        if not isinstance(later, Put) or (later.kind, later.id) != (self.kind, self.id):
            return None
        if self.value is None or later.value is None:
            return None
        index = self.index if later.index is None else later.index
        return replace(later, index=index)


@dataclass(frozen=True)
class PaintTiles:
    """Replaces some tiles of a layer; None or 0 empties one."""

    label: str
    layer_id: str
    changes: Mapping[At, Tile | int | None]

    @property
    def nbytes(self) -> int:
        changes = self.changes
        if isinstance(changes, PackedTiles):
            return SMALL_NBYTES + changes.nbytes
        return SMALL_NBYTES + tiles_nbytes(changes.values())

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        layer = sheet.layer(self.layer_id)
        old, pixels = layer.pixels, layer.pixels.with_changes(self.changes)
        back: dict[At, Tile | int | None] = {
            at: old.get(*at) for at in self.changes if not identical(old.get(*at), pixels.get(*at))
        }
        painted = _with_layer(sheet, replace(layer, pixels=pixels))
        return painted, PaintTiles(self.label, self.layer_id, back)

    def merged(self, later: Edit) -> Edit | None:
        if not isinstance(later, PaintTiles) or later.layer_id != self.layer_id:
            return None
        return replace(self, changes={**self.changes, **later.changes})


@dataclass(frozen=True)
class SetMaps:
    """Replaces the music's resolution and its maps of tempo, metre and key; None leaves one as it is."""

    label: str
    ticks_per_quarter: int | None = None
    tempos: tuple[Tempo, ...] | None = None
    metres: tuple[Metre, ...] | None = None
    keys: tuple[Key, ...] | None = None

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + 64 * sum(len(part or ()) for part in (self.tempos, self.metres, self.keys))

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        new = {name: value for name, value in self._maps().items() if value is not None}
        old = {name: getattr(sheet.music, name) for name in new}
        return replace(sheet, music=replace(sheet.music, **new)), SetMaps(self.label, **old)

    def merged(self, later: Edit) -> Edit | None:
        if not isinstance(later, SetMaps):
            return None
        return replace(self, **{name: value for name, value in later._maps().items() if value is not None})

    def _maps(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("ticks_per_quarter", "tempos", "metres", "keys")}


@dataclass(frozen=True)
class SetCanvas:
    """Replaces the whole canvas: another size or background, layers merged or reordered."""

    label: str
    canvas: Canvas
    weight: int | None = None  # bytes that only this edit keeps alive, where known

    @property
    def nbytes(self) -> int:
        whole = sum(node_nbytes(layer) for layer in self.canvas.layers)
        return SMALL_NBYTES + (whole if self.weight is None else self.weight)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        kept = {layer.id: layer for layer in self.canvas.layers}
        weight = sum(unshared_nbytes(layer, kept.get(layer.id)) for layer in sheet.canvas.layers)
        return replace(sheet, canvas=self.canvas), SetCanvas(self.label, sheet.canvas, weight)

    def merged(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetCanvas) else None


@dataclass(frozen=True)
class SetFilm:
    """Replaces the film: clips placed, cut, moved or taken away. Small: footage is in files."""

    label: str
    film: Film

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES * (1 + len(self.film.clips))

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        return replace(sheet, film=self.film), SetFilm(self.label, sheet.film)

    def merged(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetFilm) else None


@dataclass(frozen=True)
class Select:
    """Replaces the selection; None chooses everything."""

    label: str
    selection: Tiles | None

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + (self.selection.nbytes if self.selection else 0)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        canvas = sheet.canvas
        fits = (canvas.width_px, canvas.height_px)
        if self.selection is not None and (self.selection.width_px, self.selection.height_px) != fits:
            raise InvalidValue(
                "a selection must be as large as the canvas, {w} × {h} pixels", w=fits[0], h=fits[1]
            )
        chosen = replace(canvas, selection=self.selection)
        return replace(sheet, canvas=chosen), Select(self.label, canvas.selection)

    def merged(self, later: Edit) -> Edit | None:
        return later if isinstance(later, Select) else None


@dataclass(frozen=True)
class Together:
    """Several edits as one step: all are made, or none."""

    label: str
    edits: tuple[Edit, ...] = field(default=())

    @property
    def nbytes(self) -> int:
        return SMALL_NBYTES + sum(edit.nbytes for edit in self.edits)

    def apply(self, sheet: Sheet) -> tuple[Sheet, Edit]:
        back: list[Edit] = []
        for edit in self.edits:
            sheet, inverse = edit.apply(sheet)
            back.append(inverse)
        return sheet, Together(self.label, tuple(reversed(back)))

    def merged(self, later: Edit) -> Edit | None:
        if not isinstance(later, Together):
            return None
        return Together(self.label, _pairwise(self.edits, later.edits) or self.edits + later.edits)


def _pairwise(first: tuple[Edit, ...], second: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """Merges edit by edit what replaces the same nodes in place, as dragging notes of several tracks does."""
    if len(first) != len(second) or not all(_in_place(edit) for edit in first + second):
        return None
    mine = {(edit.kind, edit.id): edit for edit in first if isinstance(edit, Put)}
    others = {(edit.kind, edit.id): edit for edit in second if isinstance(edit, Put)}
    if len(mine) < len(first) or mine.keys() != others.keys():
        return None
    return tuple(others[key] for key in mine)


def _in_place(edit: Edit) -> bool:
    return isinstance(edit, Put) and edit.value is not None and edit.index is None


_NODES: Mapping[Kind, type[Node]] = {"layer": Layer, "track": MusicTrack, "passage": Passage}


def _with_nodes(sheet: Sheet, kind: Kind, nodes: tuple[Any, ...]) -> Sheet:
    match kind:
        case "layer":
            return replace(sheet, canvas=replace(sheet.canvas, layers=nodes))
        case "track":
            return replace(sheet, music=replace(sheet.music, tracks=nodes))
        case "passage":
            return replace(sheet, passages=nodes)


def _with_layer(sheet: Sheet, layer: Layer) -> Sheet:
    layers = tuple(layer if one.id == layer.id else one for one in sheet.canvas.layers)
    return replace(sheet, canvas=replace(sheet.canvas, layers=layers))
