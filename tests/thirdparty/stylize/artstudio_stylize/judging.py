"""How good a model is: what is kept of contents and reached of styles, on pictures set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from artstudio.sdk import Image
from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio.sdk.nn.patches import patch_distance
from artstudio_stylize.fast import fast
from artstudio_stylize.iterative import iterative
from artstudio_stylize.moments import moments, transport
from artstudio_stylize.painting import moves, noise_for, painted, seen
from artstudio_stylize.pictures import canvas
from artstudio_stylize.shape import LEVELS
from artstudio_stylize.slices import content_distance, style_distance
from artstudio_stylize.steps import Step, Wish, part_of
from artstudio_stylize.tiles import INSIDE_PX

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_stylize.model import Networks

DIRECTIONS, PLACES, JUDGED_STEPS = 64, 4096, 60


def pairs(
    contents: Sequence[Pixels], styles: Sequence[Pixels], count: int, side_px: int
) -> list[tuple[Pixels, Pixels]]:
    """`count` pairs of the middles of pictures, square, each picture used as seldom as possible."""
    return [
        (
            middle(contents[number % len(contents)], side_px),
            middle(styles[(number * 7) % len(styles)], side_px),
        )
        for number in range(count)
    ]


def middle(pixels: Pixels, side_px: int) -> Pixels:
    """The middle of a picture; smaller ones are mirrored outwards."""
    height, width = pixels.shape[:2]
    lack = [max(0, side_px - n) for n in (height, width)]
    pixels = np.pad(pixels, ((0, lack[0]), (0, lack[1]), (0, 0)), "symmetric")
    y, x = (pixels.shape[0] - side_px) // 2, (pixels.shape[1] - side_px) // 2
    return np.ascontiguousarray(pixels[y : y + side_px, x : x + side_px])


@torch.no_grad()
def judged(model: Networks, content: Pixels, style: Pixels, device: str, seed: int) -> tuple[float, float]:
    """Content and style loss of one pair painted once by the networks."""
    given, wanted = (torch.from_numpy(as_floats(one))[None].to(device) for one in (content, style))
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        moving = moves(seen(given, model.encoder(given)), seen(wanted, model.encoder(wanted)))
        made = painted(model.encoder, model.painter, given, moving, noise_for(given, LEVELS))
    return losses(model, as_pixels(made[0].cpu().numpy()), content, style, device)


@torch.no_grad()
def losses(model: Networks, made: Pixels, content: Pixels, style: Pixels, device: str) -> tuple[float, float]:
    """Content and style loss of a finished picture; sides are multiples of 8."""
    found, kept, wanted = (
        model.encoder(torch.from_numpy(as_floats(one))[None].to(device)) for one in (made, content, style)
    )
    with torch.random.fork_rng():
        torch.manual_seed(0)
        styled = style_distance(found, wanted, count=DIRECTIONS, most=PLACES)
    return float(content_distance(found, kept)), float(styled)


def compared(
    model: Networks, content: Pixels, style: Pixels, device: str, seed: int
) -> Generator[Step, None, dict[str, float]]:
    """The figures of one pair, of both modes and of two ways without networks.

    `..._content` and `..._style` are the losses of `losses`, `..._patches` is `artstudio.sdk.nn.patches`'.
    """
    given, wanted = (canvas(Image(one), device) for one in (content, style))
    wish = Wish(given, (wanted,), (1.0,), 1.0, 1.0)
    chance = torch.Generator().manual_seed(seed)
    colours = transport(moments(given.colours), moments(wanted.colours))(given.colours)
    quick = yield from part_of(fast(model, wish, chance, inside_px=INSIDE_PX), 0.0, 0.1)
    working = iterative(model, wish, chance, steps=JUDGED_STEPS, inside_px=INSIDE_PX)
    slow = yield from part_of(working, 0.1, 1.0)
    results = {"untouched": content}
    for name, made in (("colours", colours), ("fast", quick), ("iterative", slow)):
        results[name] = as_pixels(made[0].cpu().numpy())
    figures = {}
    for name, pixels in results.items():
        figures[f"{name}_content"], figures[f"{name}_style"] = losses(model, pixels, content, style, device)
        figures[f"{name}_patches"] = patch_distance(pixels, style)
    return figures


def summary(figures: Sequence[dict[str, float]]) -> dict[str, float]:
    """The means over pairs."""
    return {name: float(np.mean([one[name] for one in figures])) for name in figures[0]}
