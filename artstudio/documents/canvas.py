"""The picture: layers over a background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from artstudio.documents.recipe import Recipe
from artstudio.documents.tiles import Tiles, check_size
from artstudio.sdk import InvalidValue

MODES: Final[dict[str, str]] = {
    "normal": "svg:src-over",
    "multiply": "svg:multiply",
    "screen": "svg:screen",
    "overlay": "svg:overlay",
    "darken": "svg:darken",
    "lighten": "svg:lighten",
    "color-dodge": "svg:color-dodge",
    "color-burn": "svg:color-burn",
    "hard-light": "svg:hard-light",
    "soft-light": "svg:soft-light",
    "difference": "svg:difference",
    "color": "svg:color",
    "luminosity": "svg:luminosity",
    "hue": "svg:hue",
    "saturation": "svg:saturation",
    "plus": "svg:plus",
}
"""The blending modes, each with its name in OpenRaster."""

MAX_DEPTH: Final = 32
"""How many groups may lie one within the other: painting one needs a picture for each."""


@dataclass(frozen=True)
class Layer:
    """One sheet of pixels.

    `locked` and `alpha_locked` (paint only where there is paint) bind the tools, not the edits. A `rough`
    layer is a sketch for a model to work from: shown, but left out of exports. A `group` has no pixels of its
    own: it gathers the layers that name it as their `parent` into one picture, which mixes with what lies
    below by the group's opacity and mode.

    Raises:
        InvalidValue: the opacity is not in 0-1, or the mode is none of `MODES`.
    """

    id: str
    name: str
    pixels: Tiles
    visible: bool = True
    opacity: float = 1.0
    mode: str = "normal"
    locked: bool = False
    alpha_locked: bool = False
    rough: bool = False
    recipe: Recipe | None = None
    group: bool = False
    parent: str | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.opacity <= 1.0:
            raise InvalidValue("a layer's opacity must lie in 0-1, not {opacity}", opacity=self.opacity)
        if self.mode not in MODES:
            raise InvalidValue(
                "there is no blending mode {mode}; known are {known}", mode=self.mode, known=", ".join(MODES)
            )


@dataclass(frozen=True)
class Canvas:
    """Layers, the bottom one first, all of the canvas's size; `background` is 0xAARRGGBB or None for none.

    A group stands right above all that it holds, as in a list of layers read from the top. `selection` bounds
    what tools do: its alpha is how much each pixel is chosen, its colours are black; None chooses everything.

    Raises:
        InvalidValue: a side is not 1-8192 pixels, a layer has another size, two have the same id, a layer
            does not stand in its group, or groups are nested deeper than `MAX_DEPTH`.
    """

    width_px: int
    height_px: int
    layers: tuple[Layer, ...] = ()
    background: int | None = 0xFFFFFFFF
    selection: Tiles | None = None

    def __post_init__(self) -> None:
        check_size(self.width_px, self.height_px)
        self._check_groups()
        for layer in self.layers:
            if (layer.pixels.width_px, layer.pixels.height_px) != (self.width_px, self.height_px):
                raise InvalidValue(
                    "the layer {name} must be as large as the canvas, {width} × {height} pixels",
                    name=layer.name, width=self.width_px, height=self.height_px,
                )  # fmt: skip
        if len({layer.id for layer in self.layers}) < len(self.layers):
            raise InvalidValue("two layers cannot have the same id")

    def resized(self, width_px: int, height_px: int, x: int = 0, y: int = 0) -> Canvas:
        """The canvas cut or grown, what was its corner now at (x, y)."""
        layers = tuple(
            replace(layer, pixels=layer.pixels.resized(width_px, height_px, x, y)) for layer in self.layers
        )
        selection = self.selection and self.selection.resized(width_px, height_px, x, y)
        return replace(self, width_px=width_px, height_px=height_px, layers=layers, selection=selection)

    def _check_groups(self) -> None:
        """Read from the top, each layer's parent must be the group that is open at its place."""
        open_groups: list[str] = []
        for layer in reversed(self.layers):
            if layer.parent is not None and layer.parent not in open_groups:
                raise InvalidValue("the layer {name} does not stand in its group", name=layer.name)
            while open_groups and open_groups[-1] != layer.parent:
                open_groups.pop()
            if layer.group:
                open_groups.append(layer.id)
                if len(open_groups) > MAX_DEPTH:
                    raise InvalidValue(
                        "groups can lie {most} deep within each other, no more", most=MAX_DEPTH
                    )
