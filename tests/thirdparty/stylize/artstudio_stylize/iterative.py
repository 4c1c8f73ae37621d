"""The iterative mode: the pixels themselves are learned, until the encoder sees in them content and style
alike.

After Gatys, Ecker and Bethge, 2016, coarse to fine. Style is the sliced Wasserstein distance of Heitz et
al., 2021, between colours and features of all levels and those of the styles; of several styles, or of
style and picture where the strength is below 1, the target is their barycentre: the mean of their quantiles
on each direction. Content is how far features are from the picture's own, moved towards the style as in the
fast mode. What is learned is a pyramid of pictures of all sizes, whose sum is the painting (as in Kolkin et
al., 2019): large masses then change as readily as fine strokes. A step goes over the picture in pieces and
adds up their gradients, so size is bounded by time only. Which features others have, each piece takes from
a sample of the step before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor

from artstudio.sdk.nn.device import autocast
from artstudio_stylize.blending import between
from artstudio_stylize.fast import sights
from artstudio_stylize.looking import POOL, sampled
from artstudio_stylize.pictures import Canvas, padded, resized, sizes
from artstudio_stylize.slices import at_ranks
from artstudio_stylize.steps import Step, Wish, bounds, part_of
from artstudio_stylize.tiles import Tile, tiles

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio_stylize.model import Networks
    from artstudio_stylize.painting import Moves

DIRECTIONS: Final = 16
PLACES: Final = 4096  # of each level and piece, that style is looked for at
CONTENT: Final = (0.0, 0.0, 0.5, 1.0)  # what each level counts of it
STYLE: Final = (4.0, 0.8, 0.8, 0.8, 0.8)  # of the colours, and of each level's features
CALM: Final = 0.1  # of the total variation
RATE: Final = 0.012  # much more, and the picture swings from one colour to its opposite


def iterative(
    networks: Networks, wish: Wish, chance: torch.Generator, *, steps: int, inside_px: int
) -> Generator[Step, None, Tensor]:
    """The painting, (1, 3, height, width); half as many steps at each further size."""
    stages = sizes(*wish.content.size)
    counts = [max(1, steps >> stage) for stage in range(len(stages))]
    at = bounds([count * height * width for count, (height, width) in zip(counts, stages, strict=True)])
    painting: Tensor | None = None
    before: tuple[int, int] | None = None
    for stage, size in enumerate(stages):
        own = wish.content.resized(*size)
        start = None
        if painting is not None and before is not None:
            start = resized(painting, *size) + own.colours - resized(resized(own.colours, *before), *size)
        learning = _at_one_size(networks, own, start, wish, chance, counts[stage], inside_px)
        painting = yield from part_of(learning, at[stage], at[stage + 1])
        before = size
    assert painting is not None
    return painting


def _at_one_size(
    networks: Networks,
    content: Canvas,
    start: Tensor | None,
    wish: Wish,
    chance: torch.Generator,
    steps: int,
    inside_px: int,
) -> Generator[Step, None, Tensor]:
    height, width = content.size
    whole = content.padded()
    looking = sights(networks, whole, wish, chance, inside_px)
    sight, styles = yield from part_of(looking, 0.0, 1 / (steps + 1))
    moving = between(sight.seen, [one.seen for one in styles], wish.weights, wish.strength)
    shares = [(1 - wish.strength), *(wish.strength * share for share in wish.weights)]
    wanted = [[one.pools[level] for one in (sight, *styles)] for level in range(len(sight.pools))]
    pools: list[Tensor] = []
    if start is None:
        start = moving.colours(content.colours).clamp(-1, 1)
    pyramid = Pyramid(padded(start))
    optimiser = torch.optim.Adam(pyramid.layers, lr=RATE, betas=(0.9, 0.99))
    pieces = tiles(*whole.size, inside_px)
    share = POOL / (whole.size[0] * whole.size[1])
    for number in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, 2 * (1 - number / steps) + 0.1)
        painting = pyramid.painting()
        picture = painting.detach()
        if not pools:
            pools = list(sight.pools)
        targets = [Target(pool, each, shares, chance) for pool, each in zip(pools, wanted, strict=True)]
        gradient = torch.zeros_like(picture)
        fresh: list[list[Tensor]] = [[] for _ in pools]
        for done, piece in enumerate(pieces):
            part = piece.around(picture).clone().requires_grad_()
            loss = _loss(networks, part, piece, whole, moving, targets, fresh, share, chance)
            loss.backward()  # type: ignore[no-untyped-call]
            assert part.grad is not None
            piece.around(gradient).add_(part.grad)
            yield Step((number + 1 + (done + 1) / len(pieces)) / (steps + 1))
        pools = [torch.cat(one, 1) for one in fresh]
        optimiser.zero_grad(set_to_none=True)
        painting.backward(gradient)  # type: ignore[no-untyped-call]
        optimiser.step()
        yield Step((number + 2) / (steps + 1), picture[..., :height, :width])
    return pyramid.painting().detach()[..., :height, :width]


def _loss(
    networks: Networks, part: Tensor, piece: Tile, whole: Canvas, moving: Moves,
    targets: Sequence[Target], fresh: Sequence[list[Tensor]], share: float, chance: torch.Generator,
) -> Tensor:  # fmt: skip
    """What one piece adds to the loss of the whole picture, the mean over all places."""
    weight = piece.around(whole.weight)
    with autocast(str(part.device)):
        features = networks.encoder(part)
        with torch.no_grad():
            own = networks.encoder(piece.around(whole.colours))
    total = torch.zeros((), device=part.device)
    area = (piece.bottom - piece.top) * (piece.right - piece.left) / (whole.size[0] * whole.size[1])
    counts = piece.inside(weight)
    for level, made in enumerate([part, *features]):
        scale = 1 << max(0, level - 1)
        inner = piece.inside(made, scale)
        if level and CONTENT[level - 1] > 0:
            there = moving.levels[level - 1](piece.inside(own[level - 1], scale))
            total = total + area * CONTENT[level - 1] * (inner.float() - there).square().mean()
        counted = torch.nn.functional.avg_pool2d(counts, scale) if scale > 1 else counts
        wanted = max(1, round(share * counts.shape[2] * counts.shape[3]))
        fresh[level].append(sampled(inner.detach(), counted, wanted, chance))
        some = sampled(inner, counted, PLACES, chance)
        if some.shape[1]:
            total = total + area * STYLE[level] * made.shape[1] ** 0.5 * targets[level](some)
    inner = piece.inside(part)
    rough = inner.diff(dim=3).abs().mean() + inner.diff(dim=2).abs().mean()
    outside = (inner.abs() - 1).clamp(min=0).mean()
    return total + area * (CALM * rough + 10 * outside)


class Target:
    """Where the features of one level are to go, on random directions of its own."""

    def __init__(
        self, now: Tensor, wanted: Sequence[Tensor], shares: Sequence[float], chance: torch.Generator
    ) -> None:
        lines = torch.randn(DIRECTIONS, now.shape[0], generator=chance)
        self.lines = torch.nn.functional.normalize(lines, dim=1).to(now.device)
        self.now = (self.lines @ now).sort(1).values
        quantiles = [at_ranks((self.lines @ one).sort(1).values, self.now.shape[1]) for one in wanted]
        self.goal = torch.zeros_like(self.now)
        for amount, one in zip(shares, quantiles, strict=True):
            self.goal += amount * one

    def __call__(self, features: Tensor) -> Tensor:
        """Mean squared way that features (channels, n) still have to go."""
        at = self.lines @ features
        with torch.no_grad():
            rank = torch.searchsorted(self.now, at.detach().contiguous()).clamp(max=self.now.shape[1] - 1)
            goal = self.goal.gather(1, rank)
        return (at - goal).square().mean()


class Pyramid:
    """A picture as a sum of pictures, each half as large as the one before."""

    def __init__(self, picture: Tensor, depth: int = 5) -> None:
        layers = []
        for _ in range(depth - 1):
            if min(picture.shape[2:]) < 8:
                break
            small = resized(picture, picture.shape[2] // 2, picture.shape[3] // 2)
            layers.append(picture - resized(small, *picture.shape[2:]))
            picture = small
        self.layers = [layer.clone().requires_grad_() for layer in (*layers, picture)]

    def painting(self) -> Tensor:
        """The sum, of the size of the first."""
        picture = self.layers[-1]
        for layer in reversed(self.layers[:-1]):
            picture = resized(picture, *layer.shape[2:]) + layer
        return picture
