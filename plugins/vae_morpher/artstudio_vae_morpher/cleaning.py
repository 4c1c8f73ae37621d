"""Cleaning a picture of any size: in overlapping tiles, at one level for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio.sdk.nn.device import autocast
from artstudio_vae_morpher.frames import padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.cleaner import Cleaner

FOLD_PX: Final = 8  # sides that the cleaner takes are multiples of this
TILE_PX: Final = 384  # a multiple of it
SEEN_PX: Final = 56  # around a tile, cleaned and thrown away; as far as the cleaner sees, a multiple too


@torch.inference_mode()
def judged(network: Cleaner, pixels: Pixels, device: str = "cpu") -> float:
    """How spoilt a picture is: the root of the mean squared error to the clean one, in levels of 255.

    Of a large picture nine parts are looked at, and the middle one of their verdicts counts.
    """
    height, width = pixels.shape[:2]
    verdicts = []
    for y in _spread(height, TILE_PX):
        for x in _spread(width, TILE_PX):
            part = padded(pixels[y : y + TILE_PX, x : x + TILE_PX], FOLD_PX)
            given = torch.from_numpy(as_floats(part))[None].to(device, memory_format=torch.channels_last)
            with autocast(device):
                verdicts.append(float(network.judge(given)) * 127.5)
    return float(np.median(verdicts))


@torch.inference_mode()
def cleaned(
    network: Cleaner, pixels: Pixels, level: float, device: str = "cpu"
) -> Iterator[tuple[int, int, Pixels]]:
    """Cleans for noise of `level` (of 255); yields (tiles done, tiles, the picture as far as it is clean)."""
    out = pixels.copy()
    height, width = pixels.shape[:2]
    wide = np.pad(pixels, ((SEEN_PX, SEEN_PX), (SEEN_PX, SEEN_PX), (0, 0)), "symmetric")
    tiles = [(y, x) for y in range(0, height, TILE_PX) for x in range(0, width, TILE_PX)]
    told = torch.tensor([level / 127.5], device=device)
    yield 0, len(tiles), out
    for number, (y, x) in enumerate(tiles, 1):
        high, across = min(TILE_PX, height - y), min(TILE_PX, width - x)
        part = padded(wide[y : y + high + 2 * SEEN_PX, x : x + across + 2 * SEEN_PX], FOLD_PX)
        given = torch.from_numpy(as_floats(part))[None].to(device, memory_format=torch.channels_last)
        with autocast(device):
            clean = network(given, told)[0, :, SEEN_PX : SEEN_PX + high, SEEN_PX : SEEN_PX + across]
        out[y : y + high, x : x + across] = as_pixels(clean.float().cpu().numpy())
        yield number, len(tiles), out


def cleaned_unasked(network: Cleaner, pixels: Pixels, device: str = "cpu") -> Pixels:
    """A picture cleaned as strongly as it asks for itself."""
    *_, (_, _, clean) = cleaned(network, pixels, judged(network, pixels, device), device)
    return clean


def _spread(side: int, part: int) -> list[int]:
    """Where one to three parts begin along a side."""
    free = max(0, side - part)
    return sorted({0, free // 2, free})
