"""What is asked of a painter, and how work that is done in steps is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

    from torch import Tensor

    from artstudio_stylize.pictures import Canvas

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to paint: a picture, styles and how much each counts, how far to go, how large the strokes are."""

    content: Canvas
    styles: tuple[Canvas, ...]
    weights: tuple[float, ...]
    strength: float
    strokes: float


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is (0-1), and what there is by now to be looked at."""

    share: float
    painting: Tensor | None = None


def part_of(work: Generator[Step, None, T], begin: float, end: float) -> Generator[Step, None, T]:
    """Does `work` as the part of something larger that reaches from `begin` to `end`; gives what it gives."""
    while True:
        try:
            step = next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        yield Step(begin + step.share * (end - begin), step.painting)


def bounds(works: list[int]) -> list[float]:
    """Where parts begin and end that take so much work each: one number more than there are parts."""
    return [sum(works[:number]) / sum(works) for number in range(len(works) + 1)]
