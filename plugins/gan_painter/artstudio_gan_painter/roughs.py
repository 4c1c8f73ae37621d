"""Rough versions of finished pictures, as an artist might block them in: what the painter learns from.

Everything here is uint8 (height, width, 3), and all chance comes from the generator that is passed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as pil
from PIL import ImageDraw, ImageFilter

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Pixels

_MEDIAN_CUT, _FAST_OCTREE, _MAX_COVERAGE = (
    pil.Quantize.MEDIANCUT,
    pil.Quantize.FASTOCTREE,
    pil.Quantize.MAXCOVERAGE,
)
STANDARD_CELLS: Final = 20
STANDARD_COLOURS: Final = 10


def standard_rough(pixels: Pixels) -> Pixels:
    """The rough that paintings are judged by: 20 x 20 cells, 10 colours."""
    return shrunk(pixels, (STANDARD_CELLS, STANDARD_CELLS), STANDARD_COLOURS, _MEDIAN_CUT)


def shrunk(
    pixels: Pixels, cells: tuple[int, int], colours: int | None, method: pil.Quantize = _MEDIAN_CUT
) -> Pixels:
    """Shrunk to `cells` (columns, rows) by area, enlarged bicubically, and left with few `colours`."""
    picture = pil.fromarray(pixels)
    small = picture.resize(cells, pil.Resampling.BOX)
    wide = small.resize(picture.size, pil.Resampling.BICUBIC)
    if colours is not None:
        wide = wide.quantize(colours, method=method, dither=pil.Dither.NONE).convert("RGB")
    return np.asarray(wide)


def any_rough(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """One of the many ways to block a picture in."""
    height, width = pixels.shape[:2]
    cell_px = float(np.exp(chance.uniform(np.log(7), np.log(24))))
    if chance.random() < 0.4:
        cell_px = 12.8
    cells = max(2, round(width / cell_px)), max(2, round(height / cell_px))
    kind = chance.random()
    if kind < 0.62:
        methods = (_MEDIAN_CUT, _MEDIAN_CUT, _MEDIAN_CUT, _FAST_OCTREE, _MAX_COVERAGE)
        colours = 10 if chance.random() < 0.4 else int(chance.integers(5, 25))
        rough = shrunk(pixels, cells, colours, methods[chance.integers(len(methods))])
    elif kind < 0.72:
        rough = shrunk(pixels, cells, None)
    elif kind < 0.87:
        rough = _strokes(pixels, cell_px, chance)
    else:
        rough = _patches(pixels, cells, chance)
    return _outlined(rough, pixels, chance) if chance.random() < 0.1 else rough


def _strokes(pixels: Pixels, cell_px: float, chance: np.random.Generator) -> Pixels:
    """Short flat strokes, each in the colour under its middle, over a coarse ground."""
    height, width = pixels.shape[:2]
    colours = shrunk(pixels, (max(2, width // 8), max(2, height // 8)), 24)
    ground = pil.fromarray(shrunk(pixels, (max(2, width // 40), max(2, height // 40)), 8))
    draw = ImageDraw.Draw(ground)
    for _ in range(int(3 * width * height / cell_px**2)):
        x, y = chance.uniform(0, width), chance.uniform(0, height)
        angle, length = chance.uniform(0, np.pi), cell_px * chance.uniform(0.6, 2.0)
        dx, dy = np.cos(angle) * length / 2, np.sin(angle) * length / 2
        colour = tuple(int(value) for value in colours[int(y), int(x)])
        draw.line((x - dx, y - dy, x + dx, y + dy), colour, max(2, int(cell_px * chance.uniform(0.4, 1))))
    return np.asarray(ground)


def _patches(pixels: Pixels, cells: tuple[int, int], chance: np.random.Generator) -> Pixels:
    """Flat regions with the picture's own outlines: its colours made few, then its small parts swallowed."""
    few = pil.fromarray(pixels).filter(ImageFilter.GaussianBlur(chance.uniform(1, 4)))
    few = few.quantize(int(chance.integers(4, 14)), dither=pil.Dither.NONE).convert("RGB")
    return np.asarray(few.filter(ImageFilter.MedianFilter(5 if cells[0] > 16 else 9)))


def _outlined(rough: Pixels, pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """The strongest edges of the picture as dark lines over the rough."""
    grey = pil.fromarray(pixels).convert("L").filter(ImageFilter.GaussianBlur(2))
    edges = np.asarray(grey.filter(ImageFilter.FIND_EDGES), np.float32)
    edges[[0, -1]] = edges[:, [0, -1]] = 0  # the filter's frame is no edge
    lines = edges > np.quantile(edges, chance.uniform(0.93, 0.98))
    drawn = rough.copy()
    drawn[lines] = chance.integers(0, 60)
    return drawn
