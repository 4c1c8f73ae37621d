"""The sizes of the networks, as `config.json` holds them. Knows no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk import BadModel

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY: Final = "stylize"
VERSION: Final = 1
LEVELS: Final = 4  # features at 1/1, 1/2, 1/4 and 1/8 of the picture's size
CELL_PX: Final = 8  # a feature of the last level stands for so many pixels each way
# what is further away changes no pixel: 30 for the encoder, 23 for the painter, 7 for cells cut through
REACH_PX: Final = 64


@dataclass(frozen=True, slots=True)
class Shape:
    """Channels of the features at each level, and of the summary that the painter is told of a style."""

    widths: tuple[int, int, int, int] = (16, 32, 64, 64)
    summary: int = 32

    @staticmethod
    def scaled(width: int) -> Shape:
        """The usual proportions with `width` channels at half size."""
        return Shape((max(4, width // 2), width, 2 * width, 2 * width), width)

    @property
    def numbers(self) -> int:
        """How many numbers describe a manner: mean and spread of every channel."""
        return 2 * sum(self.widths)

    def config(self, about: Mapping[str, Any]) -> dict[str, Any]:
        """What is written beside the weights; `about` says how they came about."""
        sizes = {"widths": list(self.widths), "summary": self.summary}
        return {"family": FAMILY, "version": VERSION, **sizes, "about": dict(about)}

    @staticmethod
    def of(config: Mapping[str, Any]) -> Shape:
        """The reverse of `config`.

        Raises:
            BadModel: another kind of model, or sizes that make no sense.
        """
        if config.get("family") != FAMILY or config.get("version") != VERSION:
            raise BadModel("this model is not one of Stylize's: choose one that it has trained")
        widths, summary = config.get("widths"), config.get("summary")
        sizes = [*widths, summary] if isinstance(widths, list) and len(widths) == LEVELS else []
        if not sizes or not all(type(size) is int and 4 <= size <= 512 for size in sizes):
            raise BadModel("the model's sizes {widths} make no sense: copy it again", widths=widths)
        return Shape(tuple(sizes[:LEVELS]), sizes[LEVELS])
