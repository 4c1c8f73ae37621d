"""The pile of layers: where a new one goes, and what moving, grouping and removing leave.

All are functions from one canvas to the next, which keep every group right above what it holds; `SetCanvas`
makes an edit of the result. A node is a layer or a group with all that it holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from artstudio.documents.canvas import MAX_DEPTH, Canvas, Layer
from artstudio.documents.tiles import Tiles
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator


class Place(NamedTuple):
    """Where a layer stands: its index among all layers, and the group that holds it."""

    at: int
    parent: str | None


class Split(NamedTuple):
    """A pile in three parts, each bottom first and each with whole groups only."""

    below: tuple[Layer, ...]
    active: tuple[Layer, ...]
    above: tuple[Layer, ...]


def span(canvas: Canvas, layer_id: str) -> range:
    """The indexes of a node: of the layer alone, or of all that a group holds and then the group.

    Raises:
        InvalidValue: there is no such layer.
    """
    top = _index(canvas.layers, layer_id)
    held = {layer_id}
    start = top
    # what a group holds lies right below it, each inner group again above its own
    while start > 0 and canvas.layers[start - 1].parent in held:
        start -= 1
        held.add(canvas.layers[start].id)
    return range(start, top + 1)


def node(canvas: Canvas, layer_id: str) -> tuple[Layer, ...]:
    """The layers of `span`."""
    part = span(canvas, layer_id)
    return canvas.layers[part.start : part.stop]


def groups_around(canvas: Canvas, layer_id: str) -> list[Layer]:
    """The groups that hold a layer, the innermost first."""
    by_id = {layer.id: layer for layer in canvas.layers}
    around: list[Layer] = []
    parent = canvas.layers[_index(canvas.layers, layer_id)].parent
    while parent is not None:
        around.append(by_id[parent])
        parent = by_id[parent].parent
    return around


def siblings(canvas: Canvas, parent: str | None) -> list[Layer]:
    """The layers and groups that one group, or the canvas itself (None), holds directly; bottom first."""
    return [layer for layer in canvas.layers if layer.parent == parent]


def below(canvas: Canvas, layer_id: str) -> Layer | None:
    """What lies right below a layer in its group; None where it is the lowest."""
    of_group = siblings(canvas, canvas.layers[_index(canvas.layers, layer_id)].parent)
    at = [layer.id for layer in of_group].index(layer_id)
    return of_group[at - 1] if at else None


def split_at(canvas: Canvas, layer_id: str) -> Split:
    """The pile below, at and above a layer, for keeping what lies below as one picture while it is painted.

    Within a group the whole outermost group is the active part, since it shows as one.
    """
    outermost = [layer_id, *(group.id for group in groups_around(canvas, layer_id))][-1]
    part = span(canvas, outermost)
    layers = canvas.layers
    return Split(layers[: part.start], layers[part.start : part.stop], layers[part.stop :])


def place_above(canvas: Canvas, layer_id: str | None, folded: Collection[str] = ()) -> Place:
    """Where a new layer goes while `layer_id` is selected: above it, or into it where it is a group.

    A group that is folded or locked stays as it is: the new layer goes above it. Nothing selected: on top.
    """
    by_id = {layer.id: layer for layer in canvas.layers}
    selected = by_id.get(layer_id or "")
    if selected is None:
        return Place(len(canvas.layers), None)
    around = groups_around(canvas, selected.id)
    if selected.group and selected.id not in folded and not selected.locked:
        around.insert(0, selected)
    above = selected
    locked = [number for number, group in enumerate(around) if group.locked]
    if locked:
        above = around[locked[-1]]
        around = around[locked[-1] + 1 :]
    index = _index(canvas.layers, above.id)
    parent = around[0].id if around else None
    return Place(index if parent == above.id else index + 1, parent)


def added(canvas: Canvas, layer: Layer, place: Place) -> Canvas:
    """With a new layer or an empty group at a place that `place_above` gave."""
    layers = list(canvas.layers)
    layers.insert(place.at, replace(layer, parent=place.parent))
    return replace(canvas, layers=tuple(layers))


def removed(canvas: Canvas, layer_id: str) -> Canvas:
    """Without a node."""
    part = span(canvas, layer_id)
    return replace(canvas, layers=canvas.layers[: part.start] + canvas.layers[part.stop :])


def next_after_removal(canvas: Canvas, layer_id: str) -> str | None:
    """Which layer to select once a node is gone: the one below it, else above it, else around it."""
    of_group = siblings(canvas, canvas.layers[_index(canvas.layers, layer_id)].parent)
    at = [layer.id for layer in of_group].index(layer_id)
    if at > 0:
        return of_group[at - 1].id
    if at + 1 < len(of_group):
        return of_group[at + 1].id
    return of_group[at].parent


def duplicated(
    canvas: Canvas, layer_id: str, ids: Iterator[str], named: Callable[[str], str]
) -> tuple[Canvas, str]:
    """With a copy of a node right above it, and the copy's id.

    `ids` gives unused ids; `named` the copy's name from the original's, what a group holds keeps its names.
    """
    part = span(canvas, layer_id)
    originals = canvas.layers[part.start : part.stop]
    fresh = {layer.id: next(ids) for layer in reversed(originals)}  # the top one first: it has the least
    copies = [
        replace(layer, id=fresh[layer.id], parent=fresh.get(layer.parent or "", layer.parent))
        for layer in originals
    ]
    copies[-1] = replace(copies[-1], name=named(copies[-1].name))
    layers = canvas.layers[: part.stop] + tuple(copies) + canvas.layers[part.stop :]
    return replace(canvas, layers=layers), copies[-1].id


def moved(canvas: Canvas, layer_id: str, parent: str | None, above: str | None) -> Canvas:
    """With a node in the group `parent` (None: in none), right above the node `above` (None: at its bottom).

    Raises:
        InvalidValue: it would hold itself, `above` is not in `parent`, or the groups would nest too deep.
    """
    part = span(canvas, layer_id)
    taken = canvas.layers[part.start : part.stop]
    rest = canvas.layers[: part.start] + canvas.layers[part.stop :]
    name = taken[-1].name
    if any(parent == layer.id or above == layer.id for layer in taken):
        raise InvalidValue("{name} cannot be put into itself", name=name)
    without = replace(canvas, layers=rest)
    if above is not None:
        at = _index(rest, above) + 1
        if rest[at - 1].parent != parent:
            raise InvalidValue("{name} cannot be put there", name=name)
    elif parent is not None:
        at = span(without, parent).start
        if not rest[_index(rest, parent)].group:
            raise InvalidValue("{name} cannot be put into a layer", name=name)
    else:
        at = 0
    taken = (*taken[:-1], replace(taken[-1], parent=parent))
    return replace(canvas, layers=rest[:at] + taken + rest[at:])


def outermost(canvas: Canvas, layer_ids: Iterable[str]) -> list[str]:
    """Those of some layers and groups that lie in none of the others; bottom first."""
    wanted = set(layer_ids)
    inside: set[str] = set()  # of a wanted group
    found: list[str] = []
    for layer in reversed(canvas.layers):  # a group comes before what it holds
        if layer.parent in inside or layer.parent in wanted:
            inside.add(layer.id)
        elif layer.id in wanted:
            found.append(layer.id)
    return found[::-1]


def all_moved(canvas: Canvas, layer_ids: Iterable[str], parent: str | None, above: str | None) -> Canvas:
    """With several nodes where `moved` would put one, in the order that they have.

    Raises:
        InvalidValue: as `moved`.
    """
    nodes = outermost(canvas, layer_ids)
    while above in nodes:  # above one that moves itself: above what stays below it
        under = below(canvas, above)
        above = under.id if under else None
    for layer_id in nodes:
        canvas = moved(canvas, layer_id, parent, above)
        above = layer_id
    return canvas


def stepped(canvas: Canvas, layer_id: str, by: int, folded: Collection[str] = ()) -> Canvas:
    """With a node one step up (1) or down (-1): past the next one, into an open group, or out of its own."""
    parent = canvas.layers[_index(canvas.layers, layer_id)].parent
    of_group = siblings(canvas, parent)
    at = [layer.id for layer in of_group].index(layer_id)
    if 0 <= at + by < len(of_group):
        other = of_group[at + by]
        if other.group and other.id not in folded and not other.locked and _fits(canvas, layer_id, other.id):
            inside = siblings(canvas, other.id)
            return moved(canvas, layer_id, other.id, inside[-1].id if inside and by < 0 else None)
        if by > 0:
            return moved(canvas, layer_id, parent, other.id)
        return moved(canvas, layer_id, parent, of_group[at - 2].id if at > 1 else None)
    if parent is None:
        return canvas
    outer = canvas.layers[_index(canvas.layers, parent)].parent
    if by > 0:
        return moved(canvas, layer_id, outer, parent)
    around = [layer.id for layer in siblings(canvas, outer)]
    below = around.index(parent) - 1
    return moved(canvas, layer_id, outer, around[below] if below >= 0 else None)


def grouped(canvas: Canvas, layer_ids: Iterable[str], group_id: str, name: str) -> Canvas:
    """With some nodes in a new group, which stands where the topmost of them stood.

    Raises:
        InvalidValue: none is named, or the groups would nest too deep.
    """
    wanted = outermost(canvas, layer_ids)
    tops = [layer for layer in canvas.layers if layer.id in wanted]
    if not tops:
        raise InvalidValue("choose a layer to put into the group")
    taken: list[Layer] = []
    for top in tops:
        taken += [*node(canvas, top.id)[:-1], replace(top, parent=group_id)]
    gone = {layer.id for layer in taken}
    last, layers = tops[-1], canvas.layers
    at = _index(layers, last.id)
    group = Layer(group_id, name, Tiles(canvas.width_px, canvas.height_px), group=True, parent=last.parent)
    below = tuple(layer for layer in layers[:at] if layer.id not in gone)
    above = tuple(layer for layer in layers[at + 1 :] if layer.id not in gone)
    return replace(canvas, layers=(*below, *taken, group, *above))


def ungrouped(canvas: Canvas, group_id: str) -> Canvas:
    """With what a group held in its place; its own opacity and mode are gone with it."""
    group = canvas.layers[_index(canvas.layers, group_id)]
    if not group.group:
        raise InvalidValue("{name} is no group", name=group.name)
    return replace(
        canvas,
        layers=tuple(
            replace(layer, parent=group.parent) if layer.parent == group_id else layer
            for layer in canvas.layers
            if layer.id != group_id
        ),
    )


def replaced(canvas: Canvas, layer_ids: Iterable[str], layer: Layer) -> Canvas:
    """With one layer in the place of some nodes that stand next to each other, at the lowest one's place."""
    gone = {one.id for layer_id in layer_ids for one in node(canvas, layer_id)}
    at = min(index for index, one in enumerate(canvas.layers) if one.id in gone)
    rest = [one for one in canvas.layers if one.id not in gone]
    return replace(canvas, layers=(*rest[:at], layer, *rest[at:]))


def _fits(canvas: Canvas, layer_id: str, group_id: str) -> bool:
    """Whether a node may go into a group without nesting too deep."""
    deepest = max(len(groups_around(canvas, one.id)) + one.group for one in node(canvas, layer_id)) - len(
        groups_around(canvas, layer_id)
    )
    return len(groups_around(canvas, group_id)) + 1 + deepest <= MAX_DEPTH


def _index(layers: tuple[Layer, ...], layer_id: str) -> int:
    for index, layer in enumerate(layers):
        if layer.id == layer_id:
            return index
    raise InvalidValue("there is no layer {id}; it may have been deleted", id=layer_id)
