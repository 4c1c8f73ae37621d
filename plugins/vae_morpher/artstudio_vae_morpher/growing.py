"""Which picture shows where in a mixture: parts turn one after another, so that each part is of one picture.

All mixed alike everywhere would be a cross-fade: two pictures seen through each other.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

KNOTS: Final = 5  # of the smooth fields, each way
UNEVEN: Final = 0.8  # how much earlier than others a part may turn; the fields' spread, in logits
SHARP: Final = 4.0  # how suddenly a part turns


def grown(weights: Tensor, rows: int, columns: int, seed: int) -> Tensor:
    """The share of each picture in each cell, (B, N, rows, columns), for shares (B, N) of the whole.

    The sum over pictures is 1 everywhere. Each picture has a smooth random field of `seed`; where it is high
    the picture comes early and goes late. A picture of share 0 shows nowhere, one of share 1 everywhere.
    """
    chance = np.random.default_rng([seed, 11])
    knots = torch.from_numpy(chance.standard_normal((1, weights.shape[1], KNOTS, KNOTS)).astype(np.float32))
    fields = functional.interpolate(knots, (rows, columns), mode="bicubic", align_corners=True)
    fields = UNEVEN * fields / fields.std((2, 3), keepdim=True).clamp(min=1e-3)
    wanted = weights[..., None, None] * fields.to(weights.device).exp()
    strongest = wanted.amax(1, keepdim=True).clamp(min=1e-12)
    sharp = (wanted / strongest) ** SHARP
    shares: Tensor = sharp / sharp.sum(1, keepdim=True)
    return shares
