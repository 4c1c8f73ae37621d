"""Where the pen is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PenPoint:
    """Where the pen or mouse is, in canvas pixels, and how hard it presses (0-1; a mouse always 1)."""

    x: float
    y: float
    pressure: float = 1.0
    eraser_end: bool = False
