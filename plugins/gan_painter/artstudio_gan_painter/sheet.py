"""Contact sheets: roughs, paintings and originals side by side, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artstudio_gan_painter.dreaming import dreamt
from artstudio_gan_painter.judging import SIDE_PX, middle
from artstudio_gan_painter.painting import painted
from artstudio_gan_painter.roughs import standard_rough

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_gan_painter.arrays import Pixels
    from artstudio_gan_painter.model import Studio


def contact_sheet(studio: Studio, pictures: Sequence[Pixels], device: str = "cpu") -> Pixels:
    """A row a picture: rough, painted, original and a dream, each 256 x 256."""
    rows = []
    for seed, pixels in enumerate(pictures):
        real = middle(pixels)
        rough = standard_rough(real)
        dream = painted(
            studio.painter, dreamt(studio.sketcher, seed, 0.8, (SIDE_PX, SIDE_PX), device), device=device
        )
        rows.append(np.hstack([rough, painted(studio.painter, rough, seed=seed, device=device), real, dream]))
    return np.vstack(rows)
