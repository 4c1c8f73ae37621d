"""The colours of a heat: even steps to the eye, from near the ground of the text to far from it.

Blue against amber, and light against dark, are told apart whichever colours an eye does not see. The ends of
the scale are the theme's: on a light ground what is hot is darker, on a dark one lighter.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from PySide6.QtGui import QColor

from artstudio.ui import theme

MOST_BITS: Final = 12.0
"""Surprise from which on a token is as hot as can be: a chance of one in 4096."""
STEPS: Final = 64

_FADES: Final = 0.2  # of the scale, up to which what is likely fades into the ground

Lab = tuple[float, float, float]  # OKLab: lightness, green-red, blue-yellow


def heat(probability: float) -> QColor:
    """The ground of a token: nothing where it was certain, the hotter the less likely it was."""
    return _heat(round(surprise(probability) * STEPS), theme.HEAT_COOL, theme.HEAT_HOT)


def surprise(probability: float) -> float:
    """0 for what was certain, to 1."""
    return min(1.0, -math.log2(max(probability, 2.0**-MOST_BITS)) / MOST_BITS)


def attention(share: float) -> QColor:
    """The ground of a token that another looks at, for 0 to 1 of the most that it looks at any."""
    colour = QColor(theme.HEAT_LOOKED_AT)
    colour.setAlphaF(min(1.0, max(0.0, share)) ** 0.5)
    return colour


@cache
def _heat(step: int, cool: str, hot: str) -> QColor:
    t = step / STEPS
    one, two = _lab(QColor(cool)), _lab(QColor(hot))
    colour = _colour(
        (one[0] + t * (two[0] - one[0]), one[1] + t * (two[1] - one[1]), one[2] + t * (two[2] - one[2]))
    )
    colour.setAlphaF(min(1.0, t / _FADES))
    return colour


def _lab(colour: QColor) -> Lab:
    """From a colour of the screen to OKLab, whose distances are as the eye sees them."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    one = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    two = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    three = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * one + 0.7936177850 * two - 0.0040720468 * three,
        1.9779984951 * one - 2.4285922050 * two + 0.4505937099 * three,
        0.0259040371 * one + 0.7827717662 * two - 0.8086757660 * three,
    )


def _colour(lab: Lab) -> QColor:
    """The way back."""
    lightness, a, b = lab
    one = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    two = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    three = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * one - 3.3077115913 * two + 0.2309699292 * three,
        -1.2684380046 * one + 2.6097574011 * two - 0.3413193965 * three,
        -0.0041960863 * one - 0.7034186147 * two + 1.7076147010 * three,
    )
    return QColor.fromRgbF(*(_gamma(min(1.0, max(0.0, part))) for part in linear))


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
