"""Areas of like colour in a canvas, as a click on one of their pixels means them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.documents.flood import connected, like, softened
from artstudio.documents.selecting import cover_of, mask_of
from artstudio.documents.tiles import TILE
from artstudio.render.compositor import composite_image
from artstudio.render.raster import raster_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import Tile, Tiles

_STRIP_PX: Final = 4 * TILE


def like_area(
    canvas: Canvas,
    at: tuple[int, int],
    *,
    pixels: Tiles | None = None,
    tolerance: int = 0,
    contiguous: bool = True,
    smooth: bool = True,
    grow: bool = False,
    within: Tiles | None = None,
) -> Tiles | None:
    """The mask of what looks like the pixel `at` (x, y); None where that is outside canvas or selection.

    Args:
        canvas: Its flattened picture is looked at, unless `pixels` are given.
        at: In canvas pixels.
        pixels: Of the one layer to look at.
        tolerance: 0-255, by which a channel may differ.
        contiguous: Only what hangs together with the pixel.
        smooth: With a soft edge of a pixel outside the area.
        grow: A pixel wider on all sides.
        within: A selection beyond which nothing is looked for.
    """
    x, y = at
    width, height = canvas.width_px, canvas.height_px
    if not (0 <= x < width and 0 <= y < height):
        return None
    if pixels is None:
        seed = raster_over(image := composite_image(canvas, (x, y, 1, 1)))[0, 0]
        del image
    else:
        seed = pixels.region(x, y, 1, 1)[0, 0]
    found = like(_strips(canvas, pixels), (height, width), int(seed), tolerance)
    if within is not None:
        found &= cover_of(within, 0, 0, width, height) > 0
        if not found[y, x]:
            return None
    if contiguous:
        found = connected(found, x, y)
    cover = softened(found, grow=grow) if smooth or grow else found.astype(np.uint8) * np.uint8(255)
    return mask_of(cover, 0, 0, width, height)


def _strips(canvas: Canvas, pixels: Tiles | None) -> Iterator[tuple[int, Tile]]:
    for top in range(0, canvas.height_px, _STRIP_PX):
        rows = min(_STRIP_PX, canvas.height_px - top)
        if pixels is not None:
            yield top, pixels.region(0, top, canvas.width_px, rows)
        else:
            image = composite_image(canvas, (0, top, canvas.width_px, rows))
            yield top, raster_over(image)
