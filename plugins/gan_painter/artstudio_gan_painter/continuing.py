"""Going on with a picture coarsely, where nothing of it is known: a rough for the painter to fill in.

The picture is seen as a grid of cells. Each unknown cell, those with the most known neighbours first, takes
the colour of the known cell whose surroundings are most like its own (Efros and Leung, "Texture Synthesis by
Non-parametric Sampling", 1999), so edges and bands run on into the hole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view
from PIL import Image as pil

from artstudio_gan_painter.filling import pushed_in

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Floats, Pixels

CELL_PX: Final = 12
MOST_CELLS: Final = 72  # a side; larger pictures get larger cells
AROUND: Final = 2  # cells to each side that are compared
_LIKELY: Final = 1.15  # of those at most so much worse than the best, chance takes one


def continued(colours: Pixels, known: Floats, seed: int) -> Pixels:
    """A rough of the whole picture (height, width, 3); `known` is 0 where it is to be gone on with."""
    height, width = known.shape
    cell_px = max(CELL_PX, -(-max(height, width) // MOST_CELLS))
    size = max(2, round(width / cell_px)), max(2, round(height / cell_px))
    share = _shrunk(known, size)
    seen = np.dstack([_shrunk(colours[..., channel] * known, size) for channel in range(3)])
    cells = seen / np.maximum(share, 1e-6)[..., None]
    given = share > 0.5
    grid = _grown_in(pushed_in(cells.astype(np.float32), given.astype(np.float32)), given, seed)
    pixels = np.clip(np.rint(grid), 0, 255).astype(np.uint8)
    return np.asarray(pil.fromarray(pixels).resize((width, height), pil.Resampling.BICUBIC))


def _shrunk(values: npt.NDArray[np.floating[Any]], size: tuple[int, int]) -> Floats:
    picture = pil.fromarray(np.asarray(values, np.float32))
    return np.asarray(picture.resize(size, pil.Resampling.BOX), np.float32)


def _grown_in(guess: Floats, given: npt.NDArray[np.bool_], seed: int) -> Floats:
    """Cells (rows, columns, 3): those not given are taken from where it looks alike, or left as guessed."""
    side = 2 * AROUND + 1
    grid, done = guess.copy(), given.copy()
    if min(grid.shape[:2]) < side or not given.any():
        return grid
    whole = sliding_window_view(given, (side, side)).all((2, 3))
    if not whole.any():
        return grid
    windows = sliding_window_view(guess, (side, side), (0, 1))[whole]  # (count, 3, side, side)
    chance = np.random.default_rng(seed)
    ring = np.exp(-((np.mgrid[-AROUND : AROUND + 1, -AROUND : AROUND + 1] ** 2).sum(0)) / (2 * 1.2**2))
    padded = np.pad(grid, ((AROUND, AROUND), (AROUND, AROUND), (0, 0)), "edge")
    sure = np.pad(done, AROUND)
    while not done.all():
        support = sliding_window_view(np.pad(done, 1), (3, 3)).sum((2, 3)) * ~done
        for y, x in np.argwhere(support == support.max()):
            here = (slice(y, y + side), slice(x, x + side))
            weight = ring * sure[here]
            around = padded[here].transpose(2, 0, 1)
            unlike = (((windows - around) ** 2) * weight).sum((1, 2, 3))
            likely = np.flatnonzero(unlike <= unlike.min() * _LIKELY + 1e-3)
            taken = windows[chance.choice(likely), :, AROUND, AROUND]
            padded[y + AROUND, x + AROUND] = grid[y, x] = taken
            sure[y + AROUND, x + AROUND] = done[y, x] = True
    return grid
