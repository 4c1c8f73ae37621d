"""Sheets to look at: what a model makes of pictures that it never learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio_vae_morpher.cleaning import cleaned, judged
from artstudio_vae_morpher.codes import MorpherCoder
from artstudio_vae_morpher.paths import walked
from artstudio_vae_morpher.shape import CELL_PX
from artstudio_vae_morpher.spoiling import USUAL_SIGMA, noisy

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
        way = list(walked(coder, codes[number : number + 2], BETWEEN, "even", "growing", 0))
        drawn = coder.pictures(way, side, side, grain=0, seed=0)
        rows.append([pictures[number], *drawn, pictures[number + 1]])
    spoilt = [_with_noise(one, seed) for seed, one in enumerate(pictures[:columns])]
    rows += [spoilt, [_clean(model, one, device) for one in spoilt]]
    dreams = [coder.sampled(cells, cells, 1.0, seed) for seed in range(columns)]
    rows.append([coder.pictures([one], side, side, grain=1, seed=seed)[0] for seed, one in enumerate(dreams)])
    blank = np.zeros((side, side, 3), np.uint8)
    return np.vstack([np.hstack([*row, *[blank] * (columns - len(row))]) for row in rows])


def _with_noise(pixels: Pixels, seed: int) -> Pixels:
    bad = noisy(pixels.astype(np.float32), USUAL_SIGMA, np.random.default_rng(seed))
    return np.clip(np.rint(bad), 0, 255).astype(np.uint8)


def _clean(model: Morpher, pixels: Pixels, device: str) -> Pixels:
    level = judged(model.cleaner, pixels, device)
    *_, (_, _, clean) = cleaned(model.cleaner, pixels, level, device)
    return clean
