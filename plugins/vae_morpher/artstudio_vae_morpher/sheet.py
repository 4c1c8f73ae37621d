"""Sheets to look at: what a model makes of pictures that it never learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio_vae_morpher.cleaning import cleaned_unasked
from artstudio_vae_morpher.codes import MorpherCoder, done
from artstudio_vae_morpher.paths import walked
from artstudio_vae_morpher.shape import CELL_PX
from artstudio_vae_morpher.spoiling import USUAL_SIGMA, with_noise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.model import Morpher

BETWEEN: Final = 7


def contact_sheet(model: Morpher, pictures: Sequence[Pixels], device: str = "cpu") -> Pixels:
    """Rows of pictures of one size, all square.

    One row for each neighbouring pair: a picture, the morph to the next one, and that. Then the pictures with
    noise over the cleaned ones, and a row from nothing.
    """
    coder = MorpherCoder(model, device)
    side = pictures[0].shape[0]
    codes = [coder.encoded(pixels) for pixels in pictures]
    columns, cells = BETWEEN + 2, side // CELL_PX
    rows = []
    for number in range(len(pictures) - 1):
        way = [one for one in walked(coder, codes[number : number + 2], BETWEEN, "even", "growing", 0) if one]
        drawn = coder.pictures(way, side, side, grain=0, seed=0)
        rows.append([pictures[number], *drawn, pictures[number + 1]])
    spoilt = [with_noise(one, USUAL_SIGMA, seed) for seed, one in enumerate(pictures[:columns])]
    rows += [spoilt, [cleaned_unasked(model.cleaner, one, device) for one in spoilt]]
    dreams = [done(coder.sampled(cells, cells, 1.0, seed)) for seed in range(columns)]
    rows.append([coder.pictures([one], side, side, grain=1, seed=seed)[0] for seed, one in enumerate(dreams)])
    blank = np.zeros((side, side, 3), np.uint8)
    return np.vstack([np.hstack([*row, *[blank] * (columns - len(row))]) for row in rows])
