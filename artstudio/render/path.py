"""From the pen's points to the dabs' places: evenly spaced, steadied if wished, mirrored or turned."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.render.brush import Brush

Point = tuple[float, float, float]  # x, y in canvas pixels; pressure in 0-1

_MOST_LAG: Final = (
    0.96  # at full smoothing, the share of its distance to the pen that the brush keeps a point
)


class Path:
    """The way of one stroke; every point of the pen bends it, the last one ends it."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush
        self._last: Point | None = None  # where the brush is
        self._pen: Point | None = None  # where the pen is
        self._to_go_px = 0.0  # along the way to the next dab

    def move_to(self, point: Point) -> Iterator[Point]:
        """The dabs on the way as the pen moves to `point`; the first call sets it down."""
        self._pen = point
        lag = _MOST_LAG * self._brush.smoothing**0.5 if self._brush.smoothing > 0 else 0.0
        if self._last is not None and lag:
            point = _between(point, self._last, lag)
        return self._on_the_way(point)

    def finish(self) -> Iterator[Point]:
        """The dabs that are left to where the pen lifts."""
        if self._pen is None or self._pen == self._last:
            return
        yield from self._on_the_way(self._pen)
        if self._brush.smoothing > 0:
            yield self._pen

    def _on_the_way(self, end: Point) -> Iterator[Point]:
        start, self._last = self._last, end
        if start is None:
            self._to_go_px = self._brush.step_at_px(end[2])
            yield end
            return
        length_px = math.hypot(end[0] - start[0], end[1] - start[1])
        at_px = self._to_go_px
        while at_px <= length_px and length_px > 0:
            point = _between(start, end, at_px / length_px)
            yield point
            at_px += self._brush.step_at_px(point[2])
        self._to_go_px = at_px - length_px


def _between(start: Point, end: Point, part: float) -> Point:
    return (
        start[0] + (end[0] - start[0]) * part,
        start[1] + (end[1] - start[1]) * part,
        start[2] + (end[2] - start[2]) * part,
    )


def copies(x: float, y: float, brush: Brush, size: tuple[int, int]) -> list[tuple[float, float]]:
    """(x, y) and where the brush's symmetry repeats it, on a canvas of `size` pixels."""
    width, height = size
    match brush.symmetry:
        case "vertical":
            return [(x, y), (width - x, y)]
        case "horizontal":
            return [(x, y), (x, height - y)]
        case "both":
            return [(x, y), (width - x, y), (x, height - y), (width - x, height - y)]
        case "radial":
            right, down = x - width / 2, y - height / 2
            turns = [(math.cos(a), math.sin(a)) for a in _angles(brush.sectors)]
            return [(width / 2 + right * c - down * s, height / 2 + right * s + down * c) for c, s in turns]
        case _:
            return [(x, y)]


def _angles(sectors: int) -> list[float]:
    return [2 * math.pi * turn / sectors for turn in range(max(1, sectors))]
