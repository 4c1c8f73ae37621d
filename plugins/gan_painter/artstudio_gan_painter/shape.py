"""The sizes of the networks, as `config.json` holds them. Knows no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk import BadModel

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY: Final = "gan-painter"
VERSION: Final = 1
LATENT: Final = 64  # numbers that a dream begins with
SKETCH_PX: Final = 32  # side of the little picture that a dream is painted from
STRIDE_PX: Final = 16  # a picture's sides are padded to multiples of this


@dataclass(frozen=True, slots=True)
class Shape:
    """Channels of the painter at 1/2, 1/4, 1/8 and 1/16 of the picture's size, and of the sketcher."""

    widths: tuple[int, int, int, int] = (48, 96, 144, 160)
    sketch_width: int = 48

    @staticmethod
    def scaled(width: int) -> Shape:
        """The usual proportions with `width` channels at half size."""
        return Shape((width, 2 * width, 3 * width, width * 10 // 3), max(8, width))

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
            raise BadModel("this model is not one of the GAN painter's: choose one that it has trained")
        widths, sketch = config.get("widths"), config.get("sketch_width")
        sizes = [*widths, sketch] if isinstance(widths, list) and len(widths) == 4 else []
        if not sizes or not all(isinstance(size, int) and 4 <= size <= 1024 for size in sizes):
            raise BadModel("the model's sizes {widths} make no sense: copy it again", widths=widths)
        return Shape(tuple(sizes[:4]), sizes[4])
