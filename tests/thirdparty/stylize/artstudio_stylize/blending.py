"""Between up to four styles that stand around a square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from artstudio_stylize.moments import Move
from artstudio_stylize.painting import Moves, moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from artstudio_stylize.painting import Seen


def shares(count: int, across: float, down: float) -> list[float]:
    """How much each style counts where the puck stands; their sum is 1.

    Four stand in the corners, the upper two first; of three the last is the whole lower edge, two are the
    sides.
    """
    columns, rows = (1 - across, across), (1 - down, down)
    if count == 1:
        return [1.0]
    if count == 2:
        return list(columns)
    upper = [rows[0] * share for share in columns]
    return [*upper, rows[1]] if count == 3 else [*upper, *(rows[1] * share for share in columns)]


def between(content: Seen, styles: Sequence[Seen], weights: Sequence[float], strength: float) -> Moves:
    """The maps towards a mixture of styles, gone `strength` (0-1) of the way."""
    each = [moves(content, style) for style in styles]
    manner = _sum([one.manner for one in each], weights)
    return Moves(
        _mixed([one.colours for one in each], weights, strength),
        tuple(_mixed(level, weights, strength) for level in zip(*(one.levels for one in each), strict=True)),
        torch.lerp(content.manner, manner, strength),
    )


def _mixed(each: Sequence[Move], weights: Sequence[float], strength: float) -> Move:
    first = each[0]
    still = torch.eye(first.matrix.shape[-1], device=first.matrix.device)
    matrix, after = (_sum([getattr(one, name) for one in each], weights) for name in ("matrix", "after"))
    return Move(
        torch.lerp(still.expand_as(matrix), matrix, strength),
        first.before,
        torch.lerp(first.before, after, strength),
    )


def _sum(tensors: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    total = torch.zeros_like(tensors[0])
    for tensor, weight in zip(tensors, weights, strict=True):
        total = total + weight * tensor
    return total
