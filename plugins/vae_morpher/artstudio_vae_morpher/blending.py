"""Between up to four pictures that stand at the corners of a square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_vae_morpher.codes import Coder, Codes, Path, Steps


def shares(count: int, across: float, down: float) -> list[float]:
    """How much of each picture there is where the puck stands; their sum is 1.

    Four stand in the corners: top left, top right, bottom left, bottom right. Of three the last one is the
    whole bottom edge, of two each is a side.
    """
    left, right, top, bottom = 1 - across, across, 1 - down, down
    match count:
        case 1:
            return [1.0]
        case 2:
            return [left, right]
        case 3:
            return [left * top, right * top, bottom]
    return [left * top, right * top, left * bottom, right * bottom]


def blended(
    coder: Coder, corners: Sequence[Codes], across: float, down: float, path: Path, seed: int
) -> Steps[Codes]:
    """The codes at a place of the square (0-1 each way); in a corner exactly that picture's."""
    weights = shares(len(corners), across, down)
    if max(weights) >= 1:
        return corners[weights.index(max(weights))]
    (mixed,) = yield from coder.between(list(corners), torch.tensor([weights]), path, seed)
    return mixed
