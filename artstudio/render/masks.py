"""The shape of one dab: how much of its paint each pixel gets, float32 in 0-1.

A shape depends on nothing but the brush's kind, hardness, size and the dab's place within a pixel, all in
coarse enough steps that most dabs of a stroke find theirs made already.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from artstudio.render.brush import Brush

Cover = npt.NDArray[np.float32]

GRAIN_PX: Final = 256  # the grain repeats at this distance

_KEPT_BYTES: Final = 48 << 20
_FINE_BELOW_PX: Final = 16.0  # of radius: smaller dabs are placed to a quarter of a pixel, others to a half
_BRISTLES: Final = 26  # in a radius
_TABLE_ABOVE_PX: Final = 64.0  # of radius: larger shapes are looked up by their distance, in this many
_TABLE_STEPS: Final = 32  # steps a pixel


class Masks:
    """The shapes of one brush's dabs, kept while there is room."""

    def __init__(self, brush: Brush) -> None:
        self._kind, self._hardness = brush.kind, brush.hardness
        self._made: OrderedDict[tuple[float, int, int], Cover] = OrderedDict()
        self._bytes = 0

    def at(self, x: float, y: float, radius_px: float) -> tuple[Cover, int, int]:
        """The shape of a dab at (x, y), and the pixel on which its left top corner lies."""
        radius = _stepped(radius_px)
        parts = 4 if radius < _FINE_BELOW_PX else 2
        column, row = math.floor(x * parts + 0.5), math.floor(y * parts + 0.5)
        half = math.ceil(radius) + 1
        key = (radius, column % parts, row % parts)
        mask = self._made.get(key)
        if mask is None:
            mask = self._make(radius, half, key[1] / parts, key[2] / parts)
            self._keep(key, mask)
        return mask, column // parts - half, row // parts - half

    def _make(self, radius: float, half: int, part_x: float, part_y: float) -> Cover:
        places = np.arange(2 * half + 1, dtype=np.float32) + np.float32(0.5 - half)
        right, down = places - np.float32(part_x), places - np.float32(part_y)
        distance = right * right + (down * down)[:, None]
        np.sqrt(distance, out=distance)
        if radius > _TABLE_ABOVE_PX:
            steps = np.arange(math.ceil(distance.max() * _TABLE_STEPS) + 2, dtype=np.float32)
            table = self._fall(_single(steps / np.float32(_TABLE_STEPS)), radius)
            distance *= np.float32(_TABLE_STEPS)
            distance += np.float32(0.5)
            cover = table.take(distance.astype(np.int32))
        else:
            cover = self._fall(distance, radius)
        if self._kind == "textured":
            cover *= _bristles(right / np.float32(radius), down / np.float32(radius))
        return _single(cover)

    def _fall(self, distance: Cover, radius: float) -> Cover:
        """The cover at distances from the dab's middle, in pixels."""
        if self._kind == "soft":
            fall = np.clip(1 - (distance / radius) ** 2, 0, 1)
            return _single(fall ** (1 + 3 * (1 - self._hardness)))
        disc = np.clip(radius + 0.5 - distance, 0, 1)
        if self._kind == "ink" or self._hardness >= 0.99:
            return _single(disc)
        part = np.clip((distance / radius - self._hardness) / (1 - self._hardness), 0, 1)
        return _single(disc * (0.5 + 0.5 * np.cos(np.pi * part)))

    def _keep(self, key: tuple[float, int, int], mask: Cover) -> None:
        self._made[key] = mask
        self._bytes += mask.nbytes
        while self._bytes > _KEPT_BYTES and len(self._made) > 1:
            self._bytes -= self._made.popitem(last=False)[1].nbytes


def _single(values: npt.NDArray[Any]) -> Cover:
    return values.astype(np.float32, copy=False)


def _stepped(radius_px: float) -> float:
    """The radius in steps of 1/8 pixel, of 1/64 of itself for large ones."""
    if radius_px <= _FINE_BELOW_PX:
        return max(4, round(radius_px * 8)) / 8
    step = 2.0 ** math.floor(math.log2(radius_px)) / 64
    return round(radius_px / step) * step


def _bristles(right: Cover, down: Cover) -> Cover:
    """Where bristles touch, at places in radiuses from the dab's middle: across, and down."""
    tuft = _tuft()
    row, below = _neighbours(down, tuft.shape[0])
    touch = tuft[row] + (tuft[row + 1] - tuft[row]) * below[:, None]
    touch *= np.float32(3)
    touch -= np.float32(3 * 0.45)
    column, beside = _neighbours(right, tuft.shape[0])
    step = np.diff(touch, axis=1).take(column, axis=1)
    step *= beside
    step += touch.take(column, axis=1)
    return np.clip(step, 0, 1, out=step)


def _neighbours(places: Cover, count: int) -> tuple[npt.NDArray[np.intp], Cover]:
    """The bristle before each place, and how near the next is, 0-1."""
    at = (places * np.float32(_BRISTLES) + np.float32(count / 2)).clip(0, count - 1.001)
    before = at.astype(np.intp)
    return before, _single(at - before)


@cache
def _tuft() -> Cover:
    return np.random.default_rng(7).random((2 * _BRISTLES + 8,) * 2, np.float32)


@cache
def grain() -> Cover:
    """The ground's height, float32 (256, 256) in 0-1, evenly spread; it continues at its own edges."""
    noise = np.random.default_rng(11).standard_normal((GRAIN_PX, GRAIN_PX))
    ground = sum(_blurred(noise, reach) for reach in (1, 2, 5))
    ranks = np.empty(GRAIN_PX * GRAIN_PX, np.float32)
    ranks[np.argsort(ground, axis=None, kind="stable")] = np.linspace(0, 1, ranks.size, dtype=np.float32)
    return ranks.reshape(GRAIN_PX, GRAIN_PX)


def _blurred(noise: npt.NDArray[np.float64], reach: int) -> npt.NDArray[np.float64]:
    for axis in (0, 1):
        noise = np.mean([np.roll(noise, by, axis) for by in range(-reach, reach + 1)], axis=0)
    blurred: npt.NDArray[np.float64] = noise / noise.std()
    return blurred
