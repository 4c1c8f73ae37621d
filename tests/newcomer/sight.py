"""Finds on a picture of the screen what a newcomer would press. All it knows of artstudio are two colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ACCENTS = ((0x4F, 0xB3, 0xA5), (0x6F, 0xD0, 0xC2))  # of what is to be pressed; the second below the mouse
GROUND = (0x1C, 0x1D, 0x21)  # of lists
CELL_PX = 8
"""Things that are nearer than this to each other are one thing."""
PICTURE_PX = 48
"""What is lower in the list of recent projects is a name that waits for its picture."""


class Area(NamedTuple):
    """A rectangle on the screen, right and bottom outside of it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[int, int]:
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


def big_starts(screen: NDArray[np.uint8]) -> list[Area]:
    """The icons of the start page's big buttons, from left to right."""
    found = areas(_coloured(screen, *ACCENTS))
    return sorted(area for area in found if 32 <= area.width <= 72 and 32 <= area.height <= 72)


def big_button(screen: NDArray[np.uint8], middle_px: int) -> Area | None:
    """The wide coloured button whose middle is at `middle_px` from the left, while it can be pressed."""
    for area in areas(_coloured(screen, *ACCENTS)):
        wide = area.width >= 250 and 16 <= area.height <= 64
        if wide and abs(area.centre[0] - middle_px) <= 2 * CELL_PX:
            return area
    return None


def pictures(screen: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """Where the small pictures in the widest list stand, from left to right; none before all are there."""
    lists = [area for area in areas(_coloured(screen, GROUND)) if area.width > 400 and area.height > 100]
    if not lists:
        return []
    box = max(lists, key=lambda area: area.width)
    inside = screen[box.top + CELL_PX : box.bottom - CELL_PX, box.left + CELL_PX : box.right - CELL_PX]
    rows, columns = np.nonzero(~_coloured(inside, GROUND))
    if not len(rows):
        return []
    taken = np.unique(columns)
    spans = np.split(taken, np.nonzero(np.diff(taken) > CELL_PX)[0] + 1)
    if min(int(np.ptp(rows[np.isin(columns, span)])) for span in spans) < PICTURE_PX:
        return []
    y = box.top + CELL_PX + int(rows.min() + rows.max()) // 2
    return [(box.left + CELL_PX + int(span[0] + span[-1]) // 2, y) for span in spans]


def is_painted(screen: NDArray[np.uint8]) -> bool:
    """Whether the middle of the screen has more colours than anything that is not a painting."""
    height, width, _ = screen.shape
    middle = screen[height // 3 : height // 2, width // 3 : width // 2].reshape(-1, 3)
    return len(np.unique(middle, axis=0)) > 1000


def areas(mask: NDArray[np.bool_]) -> list[Area]:
    """The rectangles around what is set in `mask`, (height, width), to the nearest cell."""
    height, width = (side // CELL_PX for side in mask.shape)
    cells = (
        mask[: height * CELL_PX, : width * CELL_PX].reshape(height, CELL_PX, width, CELL_PX).any(axis=(1, 3))
    )
    left = {(int(y), int(x)) for y, x in np.argwhere(cells)}
    found = []
    while left:
        one = [left.pop()]
        for y, x in one:  # grows while it is gone through
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            one += near
        ys, xs = [y for y, _ in one], [x for _, x in one]
        edges = (min(xs), min(ys), max(xs) + 1, max(ys) + 1)
        found.append(Area(*(edge * CELL_PX for edge in edges)))
    return found


def _coloured(screen: NDArray[np.uint8], *colours: tuple[int, int, int]) -> NDArray[np.bool_]:
    found = np.zeros(screen.shape[:2], bool)
    for colour in colours:
        found |= (screen == np.array(colour, np.uint8)).all(axis=2)
    return found
