"""Large pictures in pieces that fit together: each is worked on with what is around it, and only its inside
kept."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from artstudio_stylize.shape import CELL_PX, REACH_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

INSIDE_PX: Final = 384  # the usual side of a piece without what is around it


@dataclass(frozen=True, slots=True)
class Tile:
    """Rows and columns in pixels: the inside, and the inside with `REACH_PX` around it where there is so
    much."""

    top: int
    bottom: int
    left: int
    right: int
    height: int
    width: int

    def around(self, picture: Tensor, scale: int = 1) -> Tensor:
        """What is worked on, of a picture or of something `scale` times smaller."""
        top, left = max(0, self.top - REACH_PX), max(0, self.left - REACH_PX)
        bottom, right = min(self.height, self.bottom + REACH_PX), min(self.width, self.right + REACH_PX)
        return picture[..., top // scale : bottom // scale, left // scale : right // scale]

    def inside(self, worked: Tensor, scale: int = 1) -> Tensor:
        """The inside of what was made of `around`, which may have become `scale` times smaller."""
        top, left = self.top - max(0, self.top - REACH_PX), self.left - max(0, self.left - REACH_PX)
        height, width = self.bottom - self.top, self.right - self.left
        return worked[..., top // scale : (top + height) // scale, left // scale : (left + width) // scale]

    def place(self, picture: Tensor) -> Tensor:
        """The view of a whole picture that the inside belongs to."""
        return picture[..., self.top : self.bottom, self.left : self.right]


def tiles(height: int, width: int, inside_px: int = INSIDE_PX) -> list[Tile]:
    """Pieces of a picture whose sides are multiples of 8, row by row, as alike in size as can be."""
    rows, columns = (list(_cuts(side, inside_px)) for side in (height, width))
    return [Tile(*row, *column, height, width) for row in rows for column in columns]


def _cuts(side: int, most: int) -> Iterator[tuple[int, int]]:
    cells, count = side // CELL_PX, -(-side // most)
    edges = [cells * number // count * CELL_PX for number in range(count + 1)]
    yield from pairwise(edges)
