"""One stroke of the fast mode, as learning, judging and the action all use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from artstudio_stylize.moments import Moments, Move, manner, moments, transport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio_stylize.network import Encoder, Painter


@dataclass(frozen=True, slots=True)
class Seen:
    """Moments of a picture: of its colours, and of its features at every level."""

    colours: Moments
    levels: tuple[Moments, ...]

    @property
    def manner(self) -> Tensor:
        """What the painter is told, (batch, `Shape.numbers`)."""
        return manner(self.levels)


@dataclass(frozen=True, slots=True)
class Moves:
    """How a content's colours and features are moved towards a style, and what that style is like."""

    colours: Move
    levels: tuple[Move, ...]
    manner: Tensor


def seen(picture: Tensor, features: Sequence[Tensor]) -> Seen:
    """The moments of a whole picture (batch, 3, height, width) and of what the encoder made of it."""
    return Seen(moments(picture), tuple(moments(one) for one in features))


def moves(content: Seen, style: Seen) -> Moves:
    """All maps from a content to a style."""
    levels = tuple(transport(a, b) for a, b in zip(content.levels, style.levels, strict=True))
    return Moves(transport(content.colours, style.colours), levels, style.manner)


def painted(
    encoder: Encoder, painter: Painter, content: Tensor, moving: Moves, noise: Sequence[Tensor]
) -> Tensor:
    """`content` (batch, 3, height, width), sides multiples of 8, painted in the style of `moving`."""
    features = encoder(content)
    moved = [move(one) for move, one in zip(moving.levels, features, strict=True)]
    picture: Tensor = painter(moved, moving.colours(content), moving.manner, noise)
    return picture


def noise_for(picture: Tensor, levels: int) -> list[Tensor]:
    """One channel of normal noise at each size, the finest first, from torch's generator on the CPU."""
    rows, _, height, width = picture.shape
    return [torch.randn(rows, 1, height >> n, width >> n).to(picture.device) for n in range(levels)]
