"""Sheets to look at: what a model makes beside what it was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as pil

from artstudio_gan_painter.dreaming import dreamt
from artstudio_gan_painter.judging import SIDE_PX, middle
from artstudio_gan_painter.painting import painted
from artstudio_gan_painter.roughs import standard_rough

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_gan_painter.model import Studio

_LOOK_PX: Final = 32  # side at which pictures are compared
_MOST_KNOWN: Final = 1000


def contact_sheet(studio: Studio, pictures: Sequence[Pixels], known: Sequence[Pixels], device: str) -> Pixels:
    """A row a picture, all 256 x 256: rough, painting, its nearest, original, a dream and its nearest.

    Nearest are the training pictures (`known`) that look most like the painting and like the dream.
    """
    shown = [middle(pixels) for pixels in known[:_MOST_KNOWN]]
    rows = []
    for seed, pixels in enumerate(pictures):
        real = middle(pixels)
        rough = standard_rough(real)
        painting = painted(studio.painter, rough, seed=seed, device=device)
        idea = dreamt(studio.sketcher, seed, 0.8, (SIDE_PX, SIDE_PX), device)
        dream = painted(studio.painter, idea, seed=seed, device=device)
        row = [rough, painting, *nearest(painting, shown, 1), real, dream, *nearest(dream, shown, 1)]
        rows.append(np.hstack(row))
    return np.vstack(rows)


def nearest(pixels: Pixels, known: Sequence[Pixels], count: int) -> list[Pixels]:
    """The `count` pictures of `known` with the least mean squared difference at 32 x 32: is it a copy?"""
    own = _small(pixels)
    distances = [float(((_small(other) - own) ** 2).mean()) for other in known]
    return [known[i] for i in np.argsort(distances)[:count]]


def _small(pixels: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.asarray(pil.fromarray(pixels).resize((_LOOK_PX, _LOOK_PX), pil.Resampling.BOX), np.float32)
