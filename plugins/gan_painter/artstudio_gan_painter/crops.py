"""Training examples: crops of pictures at many scales, blocked in roughly, some with parts to fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PIL import Image as pil

from artstudio.sdk.nn.arrays import Floats, Pixels, as_floats, as_pixels
from artstudio_gan_painter.filling import pushed_in
from artstudio_gan_painter.roughs import any_rough, shrunk
from artstudio_gan_painter.shape import SKETCH_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL_PX: Final = 256  # short side at which pictures are seen most often
REGION_PX: Final = 224  # blocked in at once; a few colours are shared by a region, not by a crop
_HOLES, _NOTHING = 0.25, 0.05  # shares of the examples


@dataclass(frozen=True, slots=True)
class Example:
    """float32 (channels, height, width): real and rough 3 in [-1, 1], guess and known 1 of 0 or 1."""

    real: Floats
    rough: Floats
    guess: Floats
    known: Floats


class Crops:
    """Deals examples of `side_px` (a multiple of 16) and little whole pictures, without end."""

    def __init__(self, pictures: Sequence[Pixels], side_px: int, seed: int) -> None:
        self.pictures, self.side_px = pictures, side_px
        self.chance = np.random.default_rng(seed)
        self.order: list[int] = []

    def batch(self, rows: int) -> list[Example]:
        """`rows` examples, two of each picture."""
        examples: list[Example] = []
        while len(examples) < rows:
            region = self._region(self._next())
            rough = any_rough(region, self.chance)
            for _ in range(min(2, rows - len(examples))):
                y, x = (int(self.chance.integers(0, n - self.side_px + 1)) for n in region.shape[:2])
                part = (slice(y, y + self.side_px), slice(x, x + self.side_px))
                examples.append(self._example(region[part], rough[part]))
        return examples

    def sketches(self, rows: int) -> Floats:
        """Most of a picture each, (rows, 3, SKETCH_PX, SKETCH_PX) in [-1, 1]."""
        out = np.empty((rows, 3, SKETCH_PX, SKETCH_PX), np.float32)
        for row in range(rows):
            pixels = self.pictures[int(self.chance.integers(len(self.pictures)))]
            height, width = pixels.shape[:2]
            side = int(min(height, width) * self.chance.uniform(0.75, 1))
            y, x = (
                int(self.chance.integers(0, height - side + 1)),
                int(self.chance.integers(0, width - side + 1)),
            )
            crop = pil.fromarray(pixels[y : y + side, x : x + side])
            small = np.asarray(crop.resize((SKETCH_PX, SKETCH_PX), pil.Resampling.BOX))
            out[row] = as_floats(small[:, ::-1] if self.chance.random() < 0.5 else small)
        return out

    def state(self) -> dict[str, Any]:
        """Where it is, as JSON."""
        return {"order": self.order, "chance": self.chance.bit_generator.state}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to `state`."""
        self.order, self.chance.bit_generator.state = list(state["order"]), state["chance"]

    def _next(self) -> Pixels:
        if not self.order:
            self.order = self.chance.permutation(len(self.pictures)).tolist()
        return self.pictures[self.order.pop()]

    def _region(self, pixels: Pixels) -> Pixels:
        """A part of the picture at a random scale, perhaps mirrored."""
        least = max(REGION_PX, self.side_px)
        short = min(pixels.shape[:2])
        wanted = USUAL_PX if self.chance.random() < 0.5 else self.chance.uniform(least, max(512, least + 1))
        ratio = max(min(wanted / short, 1.1), least / short)
        height, width = (max(least, round(n * ratio)) for n in pixels.shape[:2])
        y = self.chance.integers(0, height - least + 1) / ratio
        x = self.chance.integers(0, width - least + 1) / ratio
        box = (x, y, min(x + least / ratio, pixels.shape[1]), min(y + least / ratio, pixels.shape[0]))
        kind = pil.Resampling.LANCZOS if self.chance.random() < 0.7 else pil.Resampling.BICUBIC
        region = np.asarray(pil.fromarray(pixels).resize((least, least), kind, box=box))
        return region[:, ::-1].copy() if self.chance.random() < 0.5 else region

    def _example(self, real: Pixels, rough: Pixels) -> Example:
        side, chance = self.side_px, self.chance
        known = np.zeros((side, side), np.float32)
        guess = np.zeros((side, side), np.float32)
        colours, blocked = as_floats(real), as_floats(rough)
        dice = chance.random()
        if dice < _NOTHING:
            blocked = np.broadcast_to(colours.mean((1, 2), keepdims=True), colours.shape)
            guess[:] = 1
        elif dice < _NOTHING + _HOLES:
            known = 1 - hole(side, chance)
            if chance.random() < 0.65:
                guess = 1 - known
                pushed = pushed_in(colours.transpose(1, 2, 0), known).transpose(2, 0, 1)
                blocked = guessed(pushed)
        return Example(colours, np.ascontiguousarray(blocked), guess[None], known[None])


def hole(side: int, chance: np.random.Generator) -> Floats:
    """1 where something is to be filled in: a box, an ellipse, or all beyond a line; (side, side)."""
    y, x = np.mgrid[:side, :side].astype(np.float32) / side
    kind = chance.random()
    if kind < 0.3:
        angle = chance.uniform(0, 2 * np.pi)
        inside = np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5) > chance.uniform(-0.15, 0.3)
    else:
        cx, cy = chance.uniform(0.2, 0.8, 2)
        rx, ry = chance.uniform(0.1, 0.38, 2)
        dx, dy = (x - cx) / rx, (y - cy) / ry
        inside = np.maximum(abs(dx), abs(dy)) < 1 if kind < 0.6 else dx**2 + dy**2 < 1
    covered: Floats = inside.astype(np.float32)
    return covered


def guessed(pushed: Floats) -> Floats:
    """The rough of a guess: (3, height, width) without anything finer than about 12 pixels."""
    pixels = as_pixels(pushed)
    height, width = pixels.shape[:2]
    return as_floats(shrunk(pixels, (max(2, width // 12), max(2, height // 12)), None))
