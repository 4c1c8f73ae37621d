"""A short stroke as the picture of a brush."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QIcon, QPixmap

from artstudio.documents.tiles import Tiles
from artstudio.render.dabs import Stroke
from artstudio.render.raster import image_over
from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from artstudio.render.brush import Brush

_POINTS = 24


def sample_icon(brush: Brush, size: QSize) -> QIcon:
    """A wave drawn with `brush`, its colour and size aside, swelling to the middle; in logical pixels."""
    width, height, ratio = size.width() * 2, size.height() * 2, 2
    pixels = Tiles(width, height)
    shown = replace(
        brush,
        radius_px=height * 0.24,
        colour=QColor(theme.TEXT).rgb() & 0xFFFFFF,
        opacity=1.0,
        symmetry="none",
        smoothing=0.0,
        pressure_sizes=True,
        erases=False,
        smudges=False,
    )
    stroke = Stroke(pixels, shown)
    for point in range(_POINTS + 1):
        part = point / _POINTS
        x = height * 0.3 + part * (width - height * 0.6)
        y = height * (0.5 - 0.18 * math.sin(2 * math.pi * part))
        stroke.move_to(x, y, 0.25 + 0.75 * math.sin(math.pi * part))
    stroke.finish()
    raster = pixels.with_changes(dict(stroke.take())).region(0, 0, width, height)
    pixmap = QPixmap.fromImage(image_over(raster).copy())  # its own copy, since the array goes
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
