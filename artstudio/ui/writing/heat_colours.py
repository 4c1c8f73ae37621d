"""The colours of a heat: even steps to the eye, from cool and dark to warm and light.

Blue against amber, and light against dark, are told apart whichever colours an eye does not see.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from PySide6.QtGui import QColor

MOST_BITS: Final = 12.0
"""Surprise from which on a token is as hot as can be: a chance of one in 4096."""
STEPS: Final = 64

_COOL: Final = (0.27, -0.012, -0.060)  # OKLab: lightness, green-red, blue-yellow
_HOT: Final = (0.53, 0.045, 0.100)
_LOOKED_AT: Final = (0.52, 0.110, -0.090)
_FADES: Final = 0.2  # of the scale, up to which what is likely fades into the ground


def heat(probability: float) -> QColor:
    """The ground of a token: nothing where it was certain, the hotter the less likely it was."""
    return _heat(round(surprise(probability) * STEPS))


def surprise(probability: float) -> float:
    """0 for what was certain, to 1."""
    return min(1.0, -math.log2(max(probability, 2.0**-MOST_BITS)) / MOST_BITS)


def attention(share: float) -> QColor:
    """The ground of a token that another looks at, for 0 to 1 of the most that it looks at any."""
    colour = _colour(_LOOKED_AT)
    colour.setAlphaF(min(1.0, max(0.0, share)) ** 0.5)
    return colour


@cache
def _heat(step: int) -> QColor:
    t = step / STEPS
    colour = _colour(tuple(cool + t * (hot - cool) for cool, hot in zip(_COOL, _HOT, strict=True)))
    colour.setAlphaF(min(1.0, t / _FADES))
    return colour


def _colour(lab: tuple[float, ...]) -> QColor:
    """From OKLab, whose distances are as the eye sees them, to a colour of the screen."""
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
