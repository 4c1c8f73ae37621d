"""The sizes of the networks, as `config.json` holds them. Knows no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk import BadModel

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY: Final = "vae-morpher"
VERSION: Final = 1
GLOBAL: Final = 128  # numbers that say what a whole picture is like
DETAIL: Final = 8  # numbers for each cell of the picture
CELL_PX: Final = 8  # side of a cell
STRIDE_PX: Final = 16  # a picture's sides are padded to multiples of this
LOOK_PX: Final = 32  # side of the little picture that the global code is made of
BASE_PX: Final = 16  # side of the picture that the global code alone gives


@dataclass(frozen=True, slots=True)
class Shape:
    """Channels at 1/2, 1/4 and 1/8 of a picture's size; the prior's at 1/8 and 1/16; the cleaner's."""

    widths: tuple[int, int, int] = (48, 96, 128)
    prior: tuple[int, int] = (72, 112)
    cleaner: tuple[int, int, int] = (40, 72, 96)

    @staticmethod
    def scaled(width: int) -> Shape:
        """The usual proportions with `width` channels at half size."""
        return Shape(
            (width, 2 * width, max(4, width * 8 // 3)),
            (max(4, width * 3 // 2), max(4, width * 7 // 3)),
            (max(4, width * 5 // 6), max(4, width * 3 // 2), 2 * width),
        )

    def config(self, about: Mapping[str, Any]) -> dict[str, Any]:
        """What is written beside the weights; `about` says how they came about."""
        return {"family": FAMILY, "version": VERSION, **asdict(self), "about": dict(about)}

    @staticmethod
    def of(config: Mapping[str, Any]) -> Shape:
        """The reverse of `config`.

        Raises:
            BadModel: another kind of model, or sizes that make no sense.
        """
        if config.get("family") != FAMILY or config.get("version") != VERSION:
            raise BadModel("this model is not one of the VAE morpher's: choose one that it has trained")
        parts = []
        for name, count in (("widths", 3), ("prior", 2), ("cleaner", 3)):
            sizes = config.get(name)
            good = isinstance(sizes, list) and len(sizes) == count
            if not good or not all(type(size) is int and 4 <= size <= 1024 for size in sizes or ()):
                raise BadModel("the model's sizes {sizes} make no sense: copy it again", sizes=sizes)
            parts.append(tuple(sizes or ()))
        return Shape(*parts)
