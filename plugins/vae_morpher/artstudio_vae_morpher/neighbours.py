"""Neighbours of a picture, and the directions in which pictures differ most.

Directions are the principal components of the bases that the prior draws, found on the very model in use
(after GANSpace, Härkönen et al., 2020): masses, light and colour, one standard deviation long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import Tensor

from artstudio_vae_morpher.codes import FLOW_STEPS, Codes, done
from artstudio_vae_morpher.prior import walk
from artstudio_vae_morpher.shape import GLOBAL

if TYPE_CHECKING:
    from artstudio_vae_morpher.codes import MorpherCoder, Steps

DIRECTIONS: Final = 6
_DRAWN: Final = 768


@torch.inference_mode()
def directions(coder: MorpherCoder) -> Tensor:
    """(DIRECTIONS, GLOBAL): steps of plain global codes."""
    noise = np.random.default_rng(0).standard_normal((_DRAWN, GLOBAL)).astype(np.float32)
    drawn = walk(coder.model.prior.whole_velocity, torch.from_numpy(noise).to(coder.device), FLOW_STEPS)
    codes = done(drawn).double()
    bases = coder.base(codes.float()).flatten(1).double()
    codes, bases = codes - codes.mean(0), bases - bases.mean(0)
    scores, _, _ = torch.linalg.svd(bases, full_matrices=False)
    # for each component the mean code of pictures that lie one deviation along it
    steps = (scores[:, :DIRECTIONS] * _DRAWN**0.5).T @ codes / _DRAWN
    strongest = steps.abs().argmax(1, keepdim=True)
    out: Tensor = (steps * torch.sign(steps.gather(1, strongest))).float()  # the same way on every machine
    return out


@torch.inference_mode()
def varied(
    coder: MorpherCoder, around: Codes, sliders: tuple[float, ...], amount: float, seed: int
) -> Steps[Codes]:
    """A neighbour of a picture: `amount` 0-1 of the way to a picture at random, then moved by the sliders.

    With amount 0 and all sliders at 0 it is the picture's own codes.
    """
    codes = around
    if amount:
        rows, columns = around.detail.shape[1:]
        other = yield from coder.sampled(rows, columns, 1.0, seed, FLOW_STEPS)
        share = torch.tensor([[1 - amount, amount]])
        (codes,) = yield from coder.between([around, other], share, "growing", seed)
    if not any(sliders):
        return codes
    moved = codes.whole
    for value, step in zip(sliders, directions(coder), strict=True):
        moved = moved + value * step
    return Codes(moved, codes.detail)
