"""Pictures of 16 bits a channel: Pillow keeps the upper eight of each, here they are rounded.

Pillow can be told in which order a file's bytes stand. Told the wrong one it gives the lower eight, so
reading twice gives all sixteen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PIL import ImageFile

if TYPE_CHECKING:
    from collections.abc import Callable

_SWAPPED = {";16B": ";16L", ";16L": ";16B", ";16N": ";16B"}


@dataclass(frozen=True)
class Deep:
    """A picture in two halves; `clear` is the colour, 16 bits a channel, that a file declares transparent."""

    upper: ImageFile.ImageFile
    lower: ImageFile.ImageFile | None  # None: upper and lower bytes of grey and alpha stand in one
    clear: tuple[int, ...] | None

    def strip(self, top: int, bottom: int) -> npt.NDArray[np.uint8]:
        """Rows `top` to `bottom`, rounded to 8 bits: (rows, width, 3 or 4)."""
        box = (0, top, self.upper.width, bottom)
        upper = np.asarray(self.upper.crop(box)).astype(np.uint32)
        if self.lower is None:
            grey, alpha = (_rounded(upper[:, :, i] << 8 | upper[:, :, i + 1]) for i in (0, 2))
            return np.stack((grey, grey, grey, alpha), axis=2)
        values = upper << 8 | np.asarray(self.lower.crop(box))
        rounded = _rounded(values)
        if self.clear is None:
            return rounded
        opaque = (values[:, :, :3] != np.array(self.clear, np.uint32)).any(axis=2)
        return np.dstack((rounded, opaque.astype(np.uint8) * 255))


def deep(picture: ImageFile.ImageFile, again: Callable[[], ImageFile.ImageFile]) -> Deep | None:
    """The halves of a colour picture of 16 bits; None for any other. `again` opens the file once more."""
    order = _order(picture)
    if order not in _SWAPPED or _raw_mode(picture)[:-4] not in ("RGB", "RGBA", "LA"):
        return None
    if _raw_mode(picture)[:-4] == "LA":
        picture.tile = [_retold(tile, "RGBA") for tile in picture.tile]
        return Deep(picture, None, None)
    lower = again()
    raw_mode = _raw_mode(picture).replace(order, _SWAPPED[order])
    lower.tile = [_retold(tile, raw_mode) for tile in lower.tile]
    clear = picture.info.get("transparency")
    fits = picture.mode == "RGB" and isinstance(clear, tuple) and len(clear) == 3
    return Deep(picture, lower, clear if fits else None)


def _order(picture: ImageFile.ImageFile) -> str:
    return _raw_mode(picture)[-4:]


def _raw_mode(picture: ImageFile.ImageFile) -> str:
    if not picture.tile:
        return ""
    args = picture.tile[0].args
    first = args[0] if isinstance(args, tuple) and args else args
    return first if isinstance(first, str) else ""


def _retold(tile: ImageFile._Tile, raw_mode: str) -> ImageFile._Tile:
    args: Any = (raw_mode, *tile.args[1:]) if isinstance(tile.args, tuple) else raw_mode
    return tile._replace(args=args)


def _rounded(values: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """0-65535 as 0-255."""
    return ((values + 128) // 257).astype(np.uint8)
