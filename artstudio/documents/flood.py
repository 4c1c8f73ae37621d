"""Areas of like colour: which pixels are near a colour, and which of these hang together.

A picture is cut into runs along its rows, and runs that touch are joined; so the work grows with the number
of runs, and no step goes pixel by pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.selecting import Cover
    from artstudio.documents.tiles import Tile

Mask = npt.NDArray[np.bool_]
_Ints = npt.NDArray[np.int64]
_EVERY_CHANNEL = 0x01010101


def like(strips: Iterable[tuple[int, Tile]], shape: tuple[int, int], colour: int, tolerance: int) -> Mask:
    """Which pixels of a picture differ from `colour` by at most `tolerance` (0-255) in every channel.

    Args:
        strips: The picture in pieces of its full width: (first row, premultiplied 0xAARRGGBB pixels).
        shape: (height, width) of the picture.
        colour: Premultiplied 0xAARRGGBB.
        tolerance: 0: only the very colour.
    """
    found = np.zeros(shape, np.bool_)
    channels = np.frombuffer(np.uint32(colour).tobytes(), np.uint8).astype(np.int32)
    low = np.maximum(channels - tolerance, 0).astype(np.uint8)
    span = np.minimum(channels + tolerance, 255).astype(np.uint8) - low
    for top, pixels in strips:
        out = found[top : top + len(pixels)]
        if tolerance == 0:
            np.equal(pixels, np.uint32(colour), out=out)
        else:
            bytes_ = np.ascontiguousarray(pixels).view(np.uint8).reshape(*pixels.shape, 4)
            # what lies below `low` wraps round to large numbers, so one comparison holds both ends
            near = (bytes_ - low <= span).view(np.uint32)[..., 0]
            np.equal(near, _EVERY_CHANNEL, out=out)
    return found


def connected(mask: Mask, x: int, y: int) -> Mask:
    """The part of `mask` that hangs together, edge to edge, with the pixel (x, y)."""
    height, width = mask.shape
    if not mask[y, x]:
        return np.zeros_like(mask)
    line = width + 1  # a gap ends each row, so that no run goes over into the next
    padded = np.zeros((height, line), np.int8)
    padded[:, :width] = mask
    flat = padded.ravel()
    steps = np.flatnonzero(np.diff(flat, prepend=np.int8(0)))
    starts, ends = steps[0::2], steps[1::2]
    roots = _joined(len(starts), *_touching(starts, ends, line))
    seed = np.searchsorted(starts, y * line + x, side="right") - 1
    chosen = roots == roots[seed]
    marks = np.zeros(height * line, np.int8)
    marks[starts[chosen]] = 1
    marks[ends[chosen]] = -1
    filled = np.cumsum(marks, dtype=np.int8).reshape(height, line)[:, :width]
    return filled.astype(np.bool_)


def softened(mask: Mask, *, grow: bool = False) -> Cover:
    """The mask as cover with a soft edge outside it; `grow` first widens it by a pixel.

    The edge lies outside so that a fill meets the lines around it without a gap.
    """
    cover = mask.astype(np.uint8)
    if grow:
        wide = cover.copy()
        for one, other in ((np.s_[1:], np.s_[:-1]), (np.s_[:-1], np.s_[1:])):
            wide[one] |= cover[other]
            wide[:, one] |= cover[:, other]
        cover = wide
    sums = np.zeros_like(cover)
    padded = np.pad(cover, 1)
    height, width = cover.shape
    for dy in range(3):
        for dx in range(3):
            sums += padded[dy : dy + height, dx : dx + width]
    soft: Cover = sums * np.uint8(28)  # of nine; at a straight edge three, a third
    soft[cover > 0] = 255
    return soft


def _touching(starts: _Ints, ends: _Ints, line: int) -> tuple[_Ints, _Ints]:
    """Pairs of runs that lie one below the other, as indexes."""
    first = np.searchsorted(ends, starts + line, side="right")
    last = np.searchsorted(starts, ends + line, side="left")
    counts = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(len(starts)), counts)
    offsets = np.arange(len(upper)) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, np.repeat(first, counts) + offsets


def _joined(count: int, one: _Ints, other: _Ints) -> _Ints:
    """For each of `count` things the least thing it hangs together with, by the pairs (one, other).

    In each round every group that has a lower neighbour joins it, so that their number at least halves.
    """
    roots = np.arange(count)
    while len(one):
        a, b = roots[one], roots[other]
        apart = a != b
        one, other, a, b = one[apart], other[apart], a[apart], b[apart]
        roots[np.maximum(a, b)] = np.minimum(a, b)
        while True:
            further = roots[roots]
            if np.array_equal(further, roots):
                break
            roots = further
    return roots
