"""Layers made into one: merged down, a group into a layer, the whole picture flattened.

Each gives an edit for one undo step. Call them off the window's thread: a large canvas takes seconds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.documents import pile
from artstudio.documents.canvas import Layer
from artstudio.documents.edits import SetCanvas
from artstudio.render.compositor import composite_tiles, without_rough
from artstudio.sdk import Image, InvalidValue

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet


def layer_picture(sheet: Sheet, layer_id: str) -> Image:
    """What is on a layer, or what shows of all that a group holds; its own opacity and mode left aside.

    Raises:
        InvalidValue: there is no such layer.
    """
    layer = sheet.layer(layer_id)
    if not layer.group:
        return layer.pixels.to_image()
    held = pile.node(sheet.canvas, layer_id)[:-1]
    return composite_tiles(held, sheet.canvas.width_px, sheet.canvas.height_px).to_image()


def merge_down(sheet: Sheet, layer_id: str, label: str) -> Edit:
    """A layer or group merged into the one below it, which keeps its name, mode and place.

    The upper one mixes into the lower by its own mode and opacity; the lower one's opacity becomes part of
    the pixels. Where the lower one is "normal" and covers what the upper one covers, or both are "normal",
    the picture looks as before.

    Raises:
        InvalidValue: there is nothing below in its group, or one of the two is hidden or locked.
    """
    canvas = sheet.canvas
    upper = sheet.layer(layer_id)
    lower = pile.below(canvas, layer_id)
    if lower is None:
        raise InvalidValue("there is nothing below {name} to merge it with", name=upper.name)
    for one in (upper, lower, *pile.groups_around(canvas, layer_id)):
        _check_open(one)
    both = (
        *pile.node(canvas, lower.id)[:-1],
        replace(lower, mode="normal"),
        *pile.node(canvas, upper.id),
    )
    merged = replace(
        lower,
        pixels=composite_tiles(both, canvas.width_px, canvas.height_px),
        opacity=1.0, group=False, recipe=None,
    )  # fmt: skip
    return SetCanvas(label, pile.replaced(canvas, (lower.id, upper.id), merged))


def merge_group(sheet: Sheet, group_id: str, label: str) -> Edit:
    """A group made into one layer with its name, mode and opacity; what is hidden in it is gone.

    Raises:
        InvalidValue: it is no group, or it or what holds it is hidden or locked.
    """
    canvas = sheet.canvas
    group = sheet.layer(group_id)
    if not group.group:
        raise InvalidValue("{name} is no group", name=group.name)
    for one in (group, *pile.groups_around(canvas, group_id)):
        _check_open(one)
    held = pile.node(canvas, group_id)[:-1]
    merged = replace(
        group, pixels=composite_tiles(held, canvas.width_px, canvas.height_px), group=False, recipe=None
    )
    return SetCanvas(label, pile.replaced(canvas, (group_id,), merged))


def flatten(sheet: Sheet, name: str, label: str) -> Edit:
    """All that shows made into one layer called `name`, with the canvas's background in it.

    Hidden layers and rough ones, which exports leave out too, are gone with it.

    Raises:
        InvalidValue: there is no layer.
    """
    canvas = sheet.canvas
    if not canvas.layers:
        raise InvalidValue("there is no layer to flatten")
    shown = without_rough(canvas.layers)
    pixels = composite_tiles(shown, canvas.width_px, canvas.height_px, canvas.background or 0)
    layer = Layer(sheet.fresh_id("layer"), name, pixels)
    return SetCanvas(label, replace(canvas, layers=(layer,)))


def _check_open(layer: Layer) -> None:
    if not layer.visible:
        raise InvalidValue("{name} is hidden: show it to merge it", name=layer.name)
    if layer.locked:
        raise InvalidValue("{name} is locked: unlock it to merge it", name=layer.name)
