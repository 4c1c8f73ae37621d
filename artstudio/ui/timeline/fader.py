"""The master volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio.sound.transport import Transport

if TYPE_CHECKING:
    from artstudio.sound.mix import Samples


class FadedTransport(Transport):
    """A transport with one more factor for everything: `volume`, 0-1, glided to over a block."""

    def __init__(self) -> None:
        super().__init__()
        self.volume = 1.0
        self._reached = 1.0

    def fill(self, frames: int) -> Samples:
        block = super().fill(frames)
        wanted = self.volume
        if wanted != 1.0 or self._reached != 1.0:
            glide = np.linspace(self._reached, wanted, frames, dtype=np.float32)
            block = block * (glide * glide)[:, None]  # the ear hears loudness roughly as the square
            self._reached = wanted
        return block
