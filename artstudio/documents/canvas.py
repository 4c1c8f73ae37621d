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


@dataclass(frozen=True)
class Layer:
    """One sheet of pixels.

    `locked` and `alpha_locked` (paint only where there is paint) bind the tools, not the edits. A `rough`
    layer is a sketch for a model to work from: shown, but left out of exports.

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

    Raises:
        InvalidValue: a side is not 1-8192 pixels, a layer has another size, or two have the same id.
    """

    width_px: int
    height_px: int
    layers: tuple[Layer, ...] = ()
    background: int | None = 0xFFFFFFFF

    def __post_init__(self) -> None:
        check_size(self.width_px, self.height_px)
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
        return replace(self, width_px=width_px, height_px=height_px, layers=layers)
