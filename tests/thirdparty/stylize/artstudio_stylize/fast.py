"""The fast mode: both networks once at each size, the smallest first.

At each size the features of the picture are moved towards those of the style and painted anew (after Huang
and Belongie, 2017, with the transport of `moments` for their scaling). The next size begins with what was
painted, enlarged, and the fine detail of the picture laid over it: so strokes of every size come about
although the networks see no further than 64 pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor

from artstudio.sdk.nn.device import autocast
from artstudio_stylize.blending import between
from artstudio_stylize.looking import ENOUGH_PX, looked
from artstudio_stylize.painting import Moves, painted
from artstudio_stylize.pictures import Canvas, resized, sizes, style_at
from artstudio_stylize.shape import LEVELS
from artstudio_stylize.steps import Step, Wish, bounds, part_of
from artstudio_stylize.tiles import tiles

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio_stylize.looking import Sight
    from artstudio_stylize.model import Networks

DETAIL: Final = 0.7  # of the picture's fine detail that is laid over an enlarged painting


def fast(
    networks: Networks, wish: Wish, chance: torch.Generator, *, inside_px: int
) -> Generator[Step, None, Tensor]:
    """The painting, (1, 3, height, width) in about [-1, 1]."""
    stages = sizes(*wish.content.size)
    at = bounds([height * width for height, width in stages])
    painting = wish.content.colours
    before: tuple[int, int] | None = None
    for stage, size in enumerate(stages):
        own = wish.content.resized(*size)
        given = own.colours
        if before is not None:
            fine = own.colours - resized(resized(own.colours, *before), *size)
            given = resized(painting, *size) + DETAIL * fine
        once = _at_one_size(networks, Canvas(given, own.weight), wish, chance, inside_px)
        painting = yield from part_of(once, at[stage], at[stage + 1])
        before = size
    return painting


def _at_one_size(
    networks: Networks, content: Canvas, wish: Wish, chance: torch.Generator, inside_px: int
) -> Generator[Step, None, Tensor]:
    height, width = content.size
    whole = content.padded()
    # apart from what draws samples: grain is the same whatever pieces a picture is looked at in
    own_chance = torch.Generator().manual_seed(chance.initial_seed() + height)
    sight, styles = yield from part_of(sights(networks, whole, wish, chance, inside_px), 0.0, 0.5)
    moving = between(sight.seen, [one.seen for one in styles], wish.weights, wish.strength)
    still = between(sight.seen, [one.seen for one in styles], wish.weights, 0.0)
    device = str(whole.colours.device)
    noise = [
        torch.randn(1, 1, whole.size[0] >> level, whole.size[1] >> level, generator=own_chance).to(device)
        for level in range(LEVELS)
    ]
    painting = whole.colours.clone()
    pieces = tiles(*whole.size, inside_px)
    for number, piece in enumerate(pieces):
        part = piece.around(whole.colours)
        grain = [piece.around(one, 1 << level) for level, one in enumerate(noise)]
        made = _painted(networks, part, moving, grain)
        if wish.strength < 1:  # what the networks cannot give back is added again
            made = made + (1 - wish.strength) * (part - _painted(networks, part, still, grain))
        piece.place(painting).copy_(piece.inside(made))
        yield Step(0.5 + 0.5 * (number + 1) / len(pieces), painting[..., :height, :width])
    return painting[..., :height, :width]


@torch.no_grad()
def _painted(networks: Networks, part: Tensor, moving: Moves, grain: Sequence[Tensor]) -> Tensor:
    with autocast(str(part.device)):
        return painted(networks.encoder, networks.painter, part, moving, grain).float()


def sights(
    networks: Networks, content: Canvas, wish: Wish, chance: torch.Generator, inside_px: int
) -> Generator[Step, None, tuple[Sight, list[Sight]]]:
    """What is seen in a content and in the styles at its size."""
    pictures = [content, *(style_at(style, content.size, wish.strokes) for style in wish.styles)]
    found: list[Sight] = []
    at = [number / len(pictures) for number in range(len(pictures) + 1)]
    for number, one in enumerate(pictures):
        looking = looked(
            networks.encoder, one, chance, inside_px=inside_px, most_px=ENOUGH_PX if number else 0
        )
        found.append((yield from part_of(looking, at[number], at[number + 1])))
    return found[0], found[1:]
