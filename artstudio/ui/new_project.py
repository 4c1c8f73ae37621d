"""What a new project begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from artstudio.documents.canvas import Canvas
from artstudio.documents.music import Music
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Metre, Tempo

WHITE: Final = 0xFFFFFFFF
BLACK: Final = 0xFF000000


@dataclass(frozen=True)
class NewProject:
    """The choices of the New dialog."""

    width_px: int = 1024
    height_px: int = 1024
    background: int | None = WHITE
    bpm: float = 120.0
    metre: tuple[int, int] = (4, 4)

    def sheet(self) -> Sheet:
        """The empty sheet."""
        music = Music(tempos=(Tempo(0, round(60e6 / self.bpm)),), metres=(Metre(0, *self.metre),))
        return Sheet(Canvas(self.width_px, self.height_px, background=self.background), music)
