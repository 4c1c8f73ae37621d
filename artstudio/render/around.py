"""What lies around a layer that is painted on: below it flattened, above it ready to be laid on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from artstudio.documents.canvas import Layer
from artstudio.documents.tiles import TILE
from artstudio.render.compositor import QT_MODES, paint_layers
from artstudio.render.hsl import HSL_MODES, HslSource, blend_onto
from artstudio.render.patches import PATCH_PX
from artstudio.render.raster import blank, painter_opacity, raster_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QImage

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import At


@dataclass(frozen=True)
class Look:
    """How a layer or group mixes with what lies below."""

    visible: bool
    opacity: float
    mode: str


@dataclass(frozen=True, eq=False)
class Level:
    """The neighbours of the layer that is painted on, or of a group around it, and the `look` of that."""

    below: tuple[Layer, ...]
    look: Look
    above: tuple[Layer, ...]
    fill: int  # premultiplied, under all: the background, or nothing inside a group

    def __eq__(self, other: object) -> bool:
        """Whether neighbours are the same objects: to compare their pixels would take too long."""
        if not isinstance(other, Level):
            return NotImplemented
        return (
            (self.look, self.fill) == (other.look, other.fill)
            and _same(self.below, other.below)
            and _same(self.above, other.above)
        )

    __hash__ = None  # type: ignore[assignment]  # never a key

    def stands_on(self, other: Level) -> bool:
        """Whether all but what lies above is the same."""
        return (self.look, self.fill) == (other.look, other.fill) and _same(self.below, other.below)


def levels(canvas: Canvas, layer_id: str) -> list[Level]:
    """The way down to the layer, from the canvas' own top level."""
    by_id = {layer.id: layer for layer in canvas.layers}
    way = [by_id[layer_id]]
    while (parent := way[0].parent) is not None:
        way.insert(0, by_id[parent])
    found: list[Level] = []
    members: Sequence[Layer] = canvas.layers
    fill = canvas.background or 0
    for node in way:
        last = next(i for i, layer in enumerate(members) if layer.id == node.id)
        first = last
        while first > 0 and _stands_in(members[first - 1], node.id, by_id):
            first -= 1
        look = Look(node.visible, node.opacity, node.mode)
        found.append(Level(tuple(members[:first]), look, tuple(members[last + 1 :]), fill))
        members, fill = members[first:last], 0
    return found


class Ground:
    """What one patch shows below, flattened where it was asked for."""

    def __init__(self, level: Level, corner: QPoint) -> None:
        self._level, self._corner = level, corner
        self._image = blank(PATCH_PX, PATCH_PX, level.fill)
        self._done: set[At] = set()
        self.nbytes = self._image.sizeInBytes()

    def image(self, wanted: QRect) -> QImage:
        """The patch, right inside `wanted`."""
        if not self._level.below:
            return self._image
        missing = QRect()
        for at in _tiles(wanted):
            if at not in self._done:
                missing = missing.united(QRect(at[0] * TILE, at[1] * TILE, TILE, TILE))
        if not missing.isEmpty():
            part = blank(missing.width(), missing.height(), self._level.fill)
            place = missing.topLeft() + self._corner
            paint_layers(part, place.x(), place.y(), self._level.below)
            painter = QPainter(self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(missing.topLeft(), part)
            painter.end()
            self._done.update(_tiles(missing))
        return self._image


class Overlay:
    """One layer above, or a group as one picture, or several that can be one, of one patch."""

    def __init__(self, image: QImage, mode: str, opacity: float) -> None:
        self._image, self._mode, self._opacity = image, mode, opacity
        self._planes = HslSource(raster_over(image), mode) if mode in HSL_MODES else None
        self.nbytes = image.sizeInBytes() + (self._planes.nbytes if self._planes else 0)

    def lay_on(self, out: QImage, own: QRect) -> None:
        """Lay the part `own` on `out`, which is as large."""
        if self._planes is None:
            mix(out, self._image, own, self._mode, self._opacity)
            return
        rows, columns = slice(own.top(), own.bottom() + 1), slice(own.left(), own.right() + 1)
        blend_onto(raster_over(out), self._planes.part(rows, columns), self._mode, self._opacity)


# Overlays bottom first, by the layers they were made from; None where these show nothing.
Above = list[tuple[tuple[Layer, ...], "Overlay | None"]]


def overlays(level: Level, corner: QPoint, known: Above) -> Above:
    """What lies above in one patch; what was `known` before of the same layers is taken as it is."""
    nodes = [one for one in _nodes(level.above) if one[1].visible and one[1].opacity > 0]
    together = len(nodes)
    while together > 0 and nodes[together - 1][1].mode == "normal":
        together -= 1
    parts = [
        ((*members, node), [*members, replace(node, mode="normal", opacity=1.0)], node.mode, node.opacity)
        for members, node in nodes[:together]
    ]
    # the topmost can be laid together first: it looks the same but for rounding, which no mode magnifies then
    topmost = [one for members, node in nodes[together:] for one in (*members, node)]
    parts.append((tuple(topmost), topmost, "normal", 1.0))
    found: Above = []
    before = {tuple(map(id, layers)): overlay for layers, overlay in known}
    for source, layers, mode, opacity in parts:
        key = tuple(map(id, source))
        if key in before:
            found.append((source, before[key]))
            continue
        image = blank(PATCH_PX, PATCH_PX)
        paint_layers(image, corner.x(), corner.y(), layers)
        found.append((source, Overlay(image, mode, opacity) if raster_over(image).any() else None))
    return found


def mix(out: QImage, image: QImage, part: QRect, mode: str, opacity: float) -> None:
    """Lay `part` of `image` on `out`, which is as large as that part."""
    if mode in HSL_MODES:
        source = raster_over(image)[part.top() : part.bottom() + 1, part.left() : part.right() + 1]
        blend_onto(raster_over(out), source, mode, opacity)
        return
    painter = QPainter(out)
    painter.setOpacity(painter_opacity(opacity))
    painter.setCompositionMode(QT_MODES[mode])
    painter.drawImage(QPoint(), image, part)
    painter.end()


def _nodes(layers: Sequence[Layer]) -> Iterator[tuple[list[Layer], Layer]]:
    """Layers and groups of one level, bottom first, each with what it holds."""
    by_id = {layer.id: layer for layer in layers}
    held: list[Layer] = []
    for layer in layers:
        if layer.parent in by_id:
            held.append(layer)
        else:
            yield held, layer
            held = []


def _stands_in(layer: Layer, group_id: str, by_id: dict[str, Layer]) -> bool:
    parent = layer.parent
    while parent is not None:
        if parent == group_id:
            return True
        parent = by_id[parent].parent
    return False


def _same(some: tuple[Layer, ...], others: tuple[Layer, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def _tiles(rect: QRect) -> list[At]:
    rows = range(rect.top() // TILE, rect.bottom() // TILE + 1)
    return [(c, r) for r in rows for c in range(rect.left() // TILE, rect.right() // TILE + 1)]
