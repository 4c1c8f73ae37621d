"""Parts of pictures to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PIL import Image as pil

from artstudio.sdk.nn.arrays import Floats, Pixels, as_floats

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL_PX: Final = 256  # short side at which pictures are mostly seen


class Crops:
    """Deals square parts of `pictures` without end, each picture as often as any other."""

    def __init__(self, pictures: Sequence[Pixels], seed: int) -> None:
        self.pictures = pictures
        self.chance = np.random.default_rng(seed)
        self.order: list[int] = []

    def batch(self, rows: int, side_px: int) -> tuple[Floats, list[int]]:
        """(rows, 3, side, side) in [-1, 1], and which pictures they are of."""
        numbers = [self._next() for _ in range(rows)]
        return np.stack([as_floats(self.crop(number, side_px)) for number in numbers]), numbers

    def crop(self, number: int, side_px: int) -> Pixels:
        """A square part of a picture at a random scale, perhaps mirrored."""
        pixels = self.pictures[number]
        short = min(pixels.shape[:2])
        wanted = self.chance.uniform(side_px, 2 * USUAL_PX)
        ratio = max(min(wanted / short, 1.0), side_px / short)
        height, width = (max(side_px, round(n * ratio)) for n in pixels.shape[:2])
        y = self.chance.integers(0, height - side_px + 1) / ratio
        x = self.chance.integers(0, width - side_px + 1) / ratio
        box = (x, y, min(x + side_px / ratio, pixels.shape[1]), min(y + side_px / ratio, pixels.shape[0]))
        crop = pil.fromarray(pixels).resize((side_px, side_px), pil.Resampling.LANCZOS, box=box)
        found = np.asarray(crop)
        return found[:, ::-1] if self.chance.random() < 0.5 else found

    def state(self) -> dict[str, Any]:
        """Where it is, as JSON."""
        return {"order": self.order, "chance": self.chance.bit_generator.state}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to `state`."""
        self.order, self.chance.bit_generator.state = list(state["order"]), state["chance"]

    def _next(self) -> int:
        if not self.order:
            self.order = self.chance.permutation(len(self.pictures)).tolist()
        return self.order.pop()
