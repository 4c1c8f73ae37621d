"""What a brush is: numbers and switches, without any drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KINDS: Final = ("round", "soft", "textured", "ink")
SYMMETRIES: Final = ("none", "vertical", "horizontal", "both", "radial")

_LEAST_RADIUS_PX: Final = 0.5
_INK_CURVE: Final = 1.6  # ink thins faster than the pressure falls, so that lines taper
_DENSE: Final = 0.5  # of the usual spacing: bristles and fingers leave lines, not rows of dabs
_LEAST_STEP_PX: Final = 0.5


@dataclass(frozen=True)
class Brush:
    """How a stroke looks.

    Attributes:
        radius_px: At full pressure, 0.5-1000.
        hardness: 0-1, the share of the radius that is fully covered; ink is always hard.
        opacity: 0-1, of the whole stroke, also where it crosses itself.
        colour: 0xRRGGBB.
        erases: Takes paint away instead; the colour does not matter then.
        pressure_sizes: The radius follows the pen's pressure.
        kind: One of `KINDS`: round, soft (an airbrush), textured (bristles on a grainy ground), ink.
        flow: 0-1, how much of what it can give each dab gives.
        spacing: From dab to dab, in diameters, 0.02-1; soft brushes show their dabs above 0.2.
        smoothing: 0-1, how far the stroke lags behind a trembling hand; it always ends where the pen does.
        pressure_fades: The opacity follows the pressure.
        pressure_flows: The flow follows the pressure.
        smudges: Drags along the colours it finds instead of giving its own.
        length: 0-1, how long smudging holds what it took up.
        symmetry: One of `SYMMETRIES`, about the canvas' middle: mirrored left to right (about a vertical
            line), top to bottom, both, or turned.
        sectors: 2-32, how often "radial" repeats the stroke.
    """

    radius_px: float = 12.0
    hardness: float = 0.8
    opacity: float = 1.0
    colour: int = 0x000000
    erases: bool = False
    pressure_sizes: bool = True
    kind: str = "round"
    flow: float = 1.0
    spacing: float = 0.12
    smoothing: float = 0.0
    pressure_fades: bool = False
    pressure_flows: bool = False
    smudges: bool = False
    length: float = 0.7
    symmetry: str = "none"
    sectors: int = 6

    def radius_at_px(self, pressure: float) -> float:
        """The radius of a dab made with a pressure of 0-1."""
        if not self.pressure_sizes:
            return max(_LEAST_RADIUS_PX, self.radius_px)
        size = pressure**_INK_CURVE if self.kind == "ink" else pressure
        return max(_LEAST_RADIUS_PX, self.radius_px * size)

    def step_at_px(self, pressure: float) -> float:
        """How far it is from a dab to the next."""
        spacing = self.spacing * (_DENSE if self.kind == "textured" or self.smudges else 1.0)
        return max(_LEAST_STEP_PX, 2 * self.radius_at_px(pressure) * spacing)
