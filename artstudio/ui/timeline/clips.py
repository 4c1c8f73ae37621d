"""Where a track has music: runs of bars with notes, as the overview shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from artstudio.sdk import Notes
    from artstudio.ui.timeline.grid import Grid


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of whole bars, in ticks."""

    start: int
    end: int


def clips_of(notes: Notes, grid: Grid) -> tuple[Clip, ...]:
    """The runs of bars in which notes sound; an empty bar parts two clips."""
    if not len(notes):
        return ()
    bounds = grid.bar_lines(0, float((notes["start"] + notes["length"]).max()))[0]
    first = np.searchsorted(bounds, notes["start"], "right") - 1
    last = np.searchsorted(bounds, notes["start"] + notes["length"] - 1, "right") - 1
    change = np.zeros(len(bounds) + 1, np.int64)
    np.add.at(change, first, 1)
    np.add.at(change, last + 1, -1)
    sounding = np.cumsum(change) > 0
    edges = np.flatnonzero(np.diff(np.concatenate([[False], sounding, [False]]).astype(np.int8)))
    return tuple(Clip(int(bounds[a]), int(bounds[b])) for a, b in zip(edges[::2], edges[1::2], strict=True))
