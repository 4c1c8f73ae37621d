"""The timeline's colours: all of them mixed from the theme's."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtGui import QColor

from artstudio.ui import theme
from artstudio.ui.timeline.raster import Colours, premultiplied

VELOCITY_LEVELS = 16


def mix(one: str | QColor, other: str | QColor, share: float) -> QColor:
    """`one` with `share` (0-1) of `other` in it."""
    a, b = QColor(one), QColor(other)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
        a.alphaF() + (b.alphaF() - a.alphaF()) * share,
    )


def faded(colour: str | QColor, alpha: float) -> QColor:
    """`colour` at another opacity."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def track_colour(number: int) -> str:
    """The colour of the track at this place."""
    return theme.SERIES[number % len(theme.SERIES)]


def pixel(colour: str | QColor) -> int:
    """The premultiplied pixel value of `colour`."""
    made = QColor(colour)
    return premultiplied(made.redF(), made.greenF(), made.blueF(), made.alphaF())


@cache
def note_colours(colour: str) -> tuple[Colours, Colours]:
    """Fills and borders by level: 0 nothing, then 16 by velocity, then 16 chosen ones by velocity."""
    fills, borders = [0], [0]
    for chosen in (False, True):
        for level in range(VELOCITY_LEVELS):
            weight = level / (VELOCITY_LEVELS - 1)
            fill = mix(mix(theme.DESK, colour, 0.42), colour, weight)
            if chosen:
                fill = mix(fill, theme.TEXT, 0.72)
            fills.append(pixel(fill))
            borders.append(pixel(theme.TEXT if chosen else mix(fill, theme.DESK, 0.55)))
    return np.array(fills, np.uint32), np.array(borders, np.uint32)


@cache
def flat_colours(colour: str, alpha: float) -> Colours:
    """Nothing at level 0, one colour at level 1: ghost notes and candidates."""
    return np.array([0, pixel(faded(colour, alpha))], np.uint32)


def _forget() -> None:
    note_colours.cache_clear()
    flat_colours.cache_clear()


theme.changes.changed.connect(_forget)
