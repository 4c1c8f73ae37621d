"""What the encoder sees in a whole picture of any size, found piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor
from torch.nn import functional

from artstudio.sdk.nn.device import autocast
from artstudio_stylize.moments import Moments
from artstudio_stylize.painting import Seen
from artstudio_stylize.steps import Step
from artstudio_stylize.tiles import tiles

if TYPE_CHECKING:
    from collections.abc import Generator

    from artstudio_stylize.network import Encoder
    from artstudio_stylize.pictures import Canvas

POOL: Final = 2048  # features of each level that stand for all of them
ENOUGH_PX: Final = 1 << 20  # of a style: of larger ones some pieces are looked at, evenly spread


@dataclass(frozen=True, slots=True)
class Sight:
    """The moments of a picture, and of its colours and each level's features a sample (channels, n)."""

    seen: Seen
    pools: tuple[Tensor, ...]


class Tally:
    """Sums over features that come piece by piece, each place counting by its weight."""

    def __init__(self, channels: int, device: str) -> None:
        self.count = torch.zeros((), dtype=torch.float64, device=device)
        self.sum = torch.zeros(channels, dtype=torch.float64, device=device)
        self.products = torch.zeros(channels, channels, dtype=torch.float64, device=device)

    def add(self, features: Tensor, weight: Tensor) -> None:
        """(1, channels, height, width) and (1, 1, height, width)."""
        flat, share = features[0].flatten(1).float(), weight[0].flatten(1).float()
        self.count += share.sum()
        self.sum += (flat * share).sum(1)
        self.products += (flat * share) @ flat.T

    def moments(self) -> Moments:
        """As `moments.moments` finds them, in single precision."""
        count = self.count.clamp(min=1e-6)
        mean = self.sum / count
        cov = self.products / count - mean[:, None] * mean
        return Moments(mean[None].float(), cov[None].float())


@torch.no_grad()
def looked(
    encoder: Encoder, canvas: Canvas, chance: torch.Generator, *, inside_px: int, most_px: int = 0
) -> Generator[Step, None, Sight]:
    """Looks at a picture whose sides are multiples of 8.

    All of it counts the same where its weight is nothing. `most_px` other than 0 lets some pieces of a larger
    picture do.
    """
    picture, weight = canvas.colours, canvas.weight
    height, width = picture.shape[2:]
    pieces = tiles(height, width, inside_px)
    if most_px:
        pieces = pieces[:: -(-height * width // most_px)]
    weight = weight if bool(weight.any()) else torch.ones_like(weight)
    tallies: list[Tally] = []
    samples: list[list[Tensor]] = []
    share = POOL / sum((one.bottom - one.top) * (one.right - one.left) for one in pieces)
    for number, piece in enumerate(pieces):
        with autocast(str(picture.device)):
            features = [piece.place(picture), *(
                piece.inside(one, 1 << level) for level, one in enumerate(encoder(piece.around(picture)))
            )]  # fmt: skip
        counts = piece.place(weight)
        for level, one in enumerate(features):
            if number == 0:
                tallies.append(Tally(one.shape[1], str(picture.device)))
                samples.append([])
            scale = 1 << max(0, level - 1)
            counted = functional.avg_pool2d(counts, scale) if scale > 1 else counts
            tallies[level].add(one, counted)
            wanted = max(1, round(share * counts.shape[2] * counts.shape[3]))
            samples[level].append(sampled(one, counted, wanted, chance))
        yield Step((number + 1) / len(pieces))
    found = [tally.moments() for tally in tallies]
    return Sight(Seen(found[0], tuple(found[1:])), tuple(torch.cat(one, 1) for one in samples))


def sampled(features: Tensor, weight: Tensor, count: int, chance: torch.Generator) -> Tensor:
    """(channels, n) of (1, channels, height, width): `count` random places that count, fewer where there
    are fewer."""
    flat = weight[0, 0].flatten()
    places = flat.gt(0.5 * flat.max()).nonzero()[:, 0]
    if len(places) > count:
        places = places[torch.randperm(len(places), generator=chance)[:count].to(places.device)]
    return features[0].flatten(1).index_select(1, places).float()
