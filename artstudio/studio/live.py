"""Live painting: what a model makes of the rough, kept up with the brush one small part after the other.

A live action takes pictures of any size and paints the same at the same place, whichever part it is given
(its parameters `x` and `y` say which), so parts painted one by one make one picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from artstudio.documents.pile import groups_around
from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.sdk import Image, Output, StudioError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.engine.job import Control
    from artstudio.sdk.schema import ActionSchema, PluginSchema
    from artstudio.studio.studio import Studio

WINDOW_TILES: Final = 4  # a part is at most this many tiles a side
MARGIN_PX: Final = 32  # seen around a part, painted and thrown away


@dataclass(frozen=True)
class LiveSetting:
    """The action that paints along, and how."""

    plugin: str
    action: str
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    model: Path | None = None


@dataclass(frozen=True)
class Window:
    """A part to paint: `tiles` (x, y, columns, rows) are renewed, `seen` (x, y, width, height px) is seen."""

    tiles: tuple[int, int, int, int]
    seen: tuple[int, int, int, int]

    def places(self) -> list[At]:
        """The tiles that the part renews."""
        x, y, columns, rows = self.tiles
        return [(tx, ty) for ty in range(y, y + rows) for tx in range(x, x + columns)]


def is_live(action: ActionSchema) -> bool:
    """Whether an action can paint along: a live one that makes a picture of one picture, perhaps masked."""
    needed = [one for one in action.inputs if not one.optional]
    return (
        action.live
        and [one.kind for one in needed] == ["image"]
        and not needed[0].many
        and action.outputs == ("image",)
        and {"x", "y"} <= action.params.get("properties", {}).keys()
    )


def live_actions(schemas: Mapping[str, PluginSchema]) -> list[tuple[str, ActionSchema]]:
    """(plugin id, action) of all actions that can paint along."""
    return [(plugin, one) for plugin, schema in schemas.items() for one in schema.actions if is_live(one)]


def sketch(canvas: Canvas) -> Canvas:
    """What the model works from: the visible rough layers alone, or everything where none is rough."""
    alone = tuple(replace(layer, parent=None) for layer in _roughs(canvas))
    return replace(canvas, layers=alone, background=None) if alone else canvas


def top_rough(canvas: Canvas) -> str | None:
    """The id of the topmost visible rough layer, or of the outermost group that holds it."""
    roughs = _roughs(canvas)
    return (
        [roughs[-1].id, *(group.id for group in groups_around(canvas, roughs[-1].id))][-1] if roughs else None
    )


def _roughs(canvas: Canvas) -> list[Layer]:
    """The layers that are rough, by themselves or through a group, and that are to be seen."""
    found = []
    for layer in canvas.layers:
        around = [layer, *groups_around(canvas, layer.id)]
        if not layer.group and any(one.rough for one in around) and all(one.visible for one in around):
            found.append(layer)
    return found


def above_the_rough(canvas: Canvas, layer: Layer) -> Canvas:
    """`canvas` with a layer right above `top_rough`, else on top."""
    top, layers = top_rough(canvas), canvas.layers
    at = next((i + 1 for i, one in enumerate(layers) if one.id == top), len(layers))
    return replace(canvas, layers=(*layers[:at], layer, *layers[at:]))


def next_window(canvas: Canvas, dirty: Sequence[At]) -> Window:
    """The part to paint next: around the last of the `dirty` tiles, with as many of the others as fit."""
    columns, rows = -(-canvas.width_px // TILE), -(-canvas.height_px // TILE)
    x, across = _stretch([tx for tx, _ in dirty], dirty[-1][0], columns)
    in_reach = [ty for tx, ty in dirty if x <= tx < x + across]
    y, down = _stretch(in_reach, dirty[-1][1], rows)
    left, right = _seen(x * TILE, (x + across) * TILE, canvas.width_px)
    top, bottom = _seen(y * TILE, (y + down) * TILE, canvas.height_px)
    return Window((x, y, across, down), (left, top, right - left, bottom - top))


def repainted(
    studio: Studio,
    setting: LiveSetting,
    canvas: Canvas,
    window: Window,
    control: Control,
    threads: int | None,
) -> dict[At, Tile]:
    """The tiles of a part as the model paints them, on whatever thread this is called.

    Raises:
        StudioError: the model failed; `Crashed` when its worker ended.
    """
    from artstudio.host.requests import RunRequest  # the window's first paint does without

    schema = studio.host.schema(setting.plugin).action(setting.action)
    media = whole_media(schema, canvas, window.seen)
    x, y, _, _ = window.seen
    params = {**setting.params, "x": x, "y": y}
    request = RunRequest(
        setting.plugin,
        setting.action,
        media,
        params,
        setting.seed,
        setting.model,
        studio.device(setting.plugin).name,
        threads,
    )
    events = studio.host.run(request, control)
    made = [one.value for one in events if isinstance(one, Output) and isinstance(one.value, Image)]
    if not made and not control.cancelled:
        raise StudioError("{action} painted nothing: choose another model", action=schema.title)
    return _cut(made[-1], window) if made else {}


Region = tuple[int, int, int, int]  # x, y, width, height in pixels


def sketched(canvas: Canvas, region: Region | None = None) -> Image:
    """What the model works from, as a picture; clear where no rough layer covers."""
    from artstudio.render.compositor import composite

    return composite(sketch(canvas), region, rough=True)


def selection_mask(canvas: Canvas, region: Region | None = None) -> Image | None:
    """The selection, white and as opaque as each pixel is chosen; None where everything is."""
    if canvas.selection is None:
        return None
    region = region or (0, 0, canvas.width_px, canvas.height_px)
    cover = (canvas.selection.region(*region) >> 24).astype(np.uint8)
    return Image(np.dstack([np.full((*cover.shape, 3), 255, np.uint8), cover]))


def whole_media(
    action: ActionSchema, canvas: Canvas, region: Region | None = None
) -> dict[str, Image | None]:
    """A live action's inputs from a canvas or its `region`: the rough, and the selection as its mask."""
    media: dict[str, Image | None] = {}
    for entry in action.inputs:
        if not entry.optional:
            media[entry.name] = sketched(canvas, region)
        else:
            media[entry.name] = selection_mask(canvas, region) if entry.name == "mask" else None
    return media


def _cut(painting: Image, window: Window) -> dict[At, Tile]:
    left, top, _, _ = window.seen
    pixels = Tiles.from_image(painting)
    return {
        (tx, ty): pixels.region(tx * TILE - left, ty * TILE - top, TILE, TILE) for tx, ty in window.places()
    }


def _stretch(wanted: Sequence[int], last: int, count: int) -> tuple[int, int]:
    """First and number of at most `WINDOW_TILES` of `count` tiles that hold `last` and most `wanted` ones."""
    most = min(WINDOW_TILES, count)
    starts = range(max(0, last - most + 1), min(last, count - most) + 1)
    first = max(starts, key=lambda start: sum(start <= one < start + most for one in wanted))
    inside = [one for one in wanted if first <= one < first + most]
    return min(inside), max(inside) - min(inside) + 1


def _seen(start: int, end: int, length: int) -> tuple[int, int]:
    return max(0, start - MARGIN_PX), min(length, end + MARGIN_PX)
