"""What can be done to notes, as pure functions from notes to notes.

Each takes the notes of a track with a mask of the chosen ones and returns both anew, sorted by
start, so that a gesture can be tried on every movement of the mouse and laid down once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from artstudio.sdk import NOTE_DTYPE

if TYPE_CHECKING:
    from artstudio.sdk import Notes
    from artstudio.ui.timeline.grid import Grid

Mask = npt.NDArray[np.bool_]
Edge = Literal["left", "right"]


def in_order(notes: Notes, chosen: Mask) -> tuple[Notes, Mask]:
    """Sort by start (equal starts keep their order), the mask along with the notes."""
    if len(notes) and (np.diff(notes["start"]) < 0).any():
        order = np.argsort(notes["start"], kind="stable")
        return notes[order], chosen[order]
    return notes, chosen


def mask_of(indexes: npt.ArrayLike, count: int) -> Mask:
    """A mask of `count` notes with those at `indexes` chosen (indexes beyond the end are dropped)."""
    mask = np.zeros(count, bool)
    picked = np.asarray(indexes, np.int64).reshape(-1)
    mask[picked[picked < count]] = True
    return mask


def with_note(
    notes: Notes, start: int, length: int, pitch: int, velocity: int, channel: int
) -> tuple[Notes, Mask]:
    """Add one note; it alone is chosen."""
    added = np.array([(max(0, start), max(1, length), pitch, velocity, channel)], NOTE_DTYPE)
    return with_notes(notes, added)


def with_notes(notes: Notes, added: Notes) -> tuple[Notes, Mask]:
    """Add notes; they alone are chosen."""
    chosen = np.concatenate([np.zeros(len(notes), bool), np.ones(len(added), bool)])
    return in_order(np.concatenate([notes, added]), chosen)


def moved(notes: Notes, chosen: Mask, ticks: int, pitches: int, *, copy: bool = False) -> tuple[Notes, Mask]:
    """Move the chosen notes (or copies) together, as far as the beginning and the 128 pitches allow."""
    some = notes[chosen]
    if not len(some):
        return notes, chosen
    ticks = max(ticks, -int(some["start"].min()))
    pitches = min(max(pitches, -int(some["pitch"].min())), 127 - int(some["pitch"].max()))
    some["start"] += ticks
    some["pitch"] = some["pitch"].astype(np.int16) + pitches
    if copy:
        return with_notes(notes, some)
    changed = notes.copy()
    changed[chosen] = some
    return in_order(changed, chosen)


def resized(notes: Notes, chosen: Mask, ticks: int, edge: Edge) -> tuple[Notes, Mask]:
    """Pull one end of every chosen note by `ticks`; none becomes shorter than a tick or starts before 0."""
    changed = notes.copy()
    length = notes["length"][chosen].astype(np.int64)
    if edge == "right":
        changed["length"][chosen] = np.maximum(1, length + ticks)
        return changed, chosen
    start = notes["start"][chosen].astype(np.int64)
    moved_start = np.clip(start + ticks, 0, start + length - 1)
    changed["start"][chosen] = moved_start
    changed["length"][chosen] = length + start - moved_start
    return in_order(changed, chosen)


def louder(notes: Notes, chosen: Mask, change: int) -> Notes:
    """Add `change` to the velocities of the chosen notes, held in 1-127."""
    changed = notes.copy()
    velocity = notes["velocity"][chosen].astype(np.int16) + change
    changed["velocity"][chosen] = np.clip(velocity, 1, 127)
    return changed


def with_velocity(notes: Notes, chosen: Mask, velocity: npt.NDArray[np.float64]) -> Notes:
    """Set the velocities of the chosen notes, held in 1-127."""
    changed = notes.copy()
    changed["velocity"][chosen] = np.clip(np.round(velocity), 1, 127)
    return changed


def without(notes: Notes, chosen: Mask) -> Notes:
    """Drop the chosen notes."""
    return notes[~chosen]


def quantised(
    notes: Notes,
    chosen: Mask,
    grid: Grid,
    strength: float = 1.0,
    *,
    starts: bool = True,
    lengths: bool = False,
) -> tuple[Notes, Mask]:
    """Pull starts (and lengths) of the chosen notes towards the grid; `strength` 1.0 goes all the way."""
    changed = notes.copy()
    start = notes["start"][chosen].astype(np.int64)
    length = notes["length"][chosen].astype(np.int64)
    if starts:
        start = start + np.round((grid.nearest(start) - start) * strength).astype(np.int64)
        changed["start"][chosen] = start
    if lengths:
        steps = np.maximum(1, np.round(length / grid.step_ticks)) * grid.step_ticks
        changed["length"][chosen] = np.maximum(1, np.round(length + (steps - length) * strength))
    return in_order(changed, chosen)


def pasted(notes: Notes, clip: Notes, tick: int, channel: int) -> tuple[Notes, Mask]:
    """Add the notes of `clip` with its first note at `tick`, on the channel of their new track."""
    some = clip.copy()
    some["start"] += tick - int(some["start"].min())
    some["channel"] = channel
    return with_notes(notes, some)


def duplicated(notes: Notes, chosen: Mask, grid: Grid) -> tuple[Notes, Mask]:
    """Repeat the chosen notes right behind themselves, a whole number of grid steps later."""
    some = notes[chosen]
    first = int(some["start"].min())
    span = int((some["start"] + some["length"]).max()) - first
    steps = max(1.0, np.ceil(span / grid.step_ticks - 1e-6))
    return moved(notes, chosen, round(steps * grid.step_ticks), 0, copy=True)


def in_box(notes: Notes, start: float, end: float, low: int, high: int) -> Mask:
    """The notes that touch the box of ticks and pitches."""
    mask: Mask = (
        (notes["start"] < end)
        & (notes["start"] + notes["length"] > start)
        & (notes["pitch"] >= low)
        & (notes["pitch"] <= high)
    )
    return mask
