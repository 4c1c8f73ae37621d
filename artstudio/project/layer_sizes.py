"""How much the layers of a file would unpack to, asked of their headers before the first one is decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.project.container import MAX_TOTAL_NBYTES
from artstudio.project.png import png_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.project.container import Container

_ALWAYS_NBYTES: Final = 1 << 30
_MAX_RATIO: Final = 1032  # a PNG of four channels cannot be packed better; one of single bits can, 32 times


def check_sizes(container: Container, names: Iterable[str]) -> None:
    """Looks at the pictures called `names`; one that several layers share is unpacked once.

    Raises:
        BadFile: one is missing or no PNG, or together they would be too large.
    """
    total = packed = 0
    for name in set(names):
        try:
            width, height = png_size(container.head(name, 24))
        except ValueError:
            raise container.damaged(f"{name} is no picture") from None
        total += 4 * width * height
        packed += container.nbytes(name)
    if total > min(MAX_TOTAL_NBYTES, _ALWAYS_NBYTES + _MAX_RATIO * packed):
        raise container.damaged("its layers are too large")
