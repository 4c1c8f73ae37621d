"""An opened picture file to pixels: colours to sRGB, turned upright.

Strip by strip, so that the whole stands in memory twice and not once for every step.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from artstudio.media.deep import Deep, deep
from artstudio.media.profiles import applied, to_srgb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL import Image as pil
    from PIL import ImageFile

Pixels = npt.NDArray[np.uint8]

_STRIP_PX: Final = 256
_ORIENTATION: Final = 0x0112
_KEPT: Final = ("L", "CMYK", "LAB")  # modes that profiles are made for, beside RGB


def pixels(picture: ImageFile.ImageFile, again: Callable[[], ImageFile.ImageFile]) -> Pixels:
    """RGBA (height, width, 4), straight alpha, in sRGB. `again` opens the same file once more.

    Raises whatever Pillow does on damaged files.
    """
    halves = deep(picture, again)  # first: looking for EXIF loads a PNG
    has_alpha = (
        halves is None and picture.has_transparency_data
    )  # asked before loading, as that may tell less
    turn = _orientation(picture)
    picture.load()
    if halves is not None and halves.lower is not None:
        halves.lower.load()
    if picture.mode.startswith(("I", "F")):
        return _turned(_grey(picture), turn)
    has_alpha = has_alpha or picture.has_transparency_data
    out = np.empty((picture.height, picture.width, 4), np.uint8)
    mode = picture.mode if halves is None else "RGB"
    mode = "L" if mode == "LA" else mode if mode in _KEPT else "RGB"
    transform = to_srgb(picture.info.get("icc_profile"), mode)
    for top, strip in _strips(picture, halves):
        rows = out[top : top + strip.height]
        if has_alpha or strip.mode == "RGBA":
            rows[:, :, 3] = np.asarray(strip.convert("RGBA"))[:, :, 3]
        else:
            rows[:, :, 3] = 255
        colour = strip if strip.mode == mode else strip.convert(mode)
        rows[:, :, :3] = np.asarray(applied(transform, colour))
    return _turned(out, turn)


def _strips(picture: pil.Image, halves: Deep | None) -> Iterator[tuple[int, pil.Image]]:
    from PIL import Image as pil

    for top in range(0, picture.height, _STRIP_PX):
        bottom = min(picture.height, top + _STRIP_PX)
        if halves is not None:
            yield top, pil.fromarray(halves.strip(top, bottom))
        else:
            yield top, picture.crop((0, top, picture.width, bottom))


def _orientation(picture: pil.Image) -> int:
    """How the camera was held, 1-8 as EXIF has it; what cannot be read is 1, upright."""
    try:
        found = picture.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, OverflowError, struct.error):
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _turned(upside: Pixels, orientation: int) -> Pixels:
    match orientation:
        case 2:
            return upside[:, ::-1]
        case 3:
            return upside[::-1, ::-1]
        case 4:
            return upside[::-1]
        case 5:
            return upside.swapaxes(0, 1)
        case 6:
            return upside[::-1].swapaxes(0, 1)
        case 7:
            return upside[::-1, ::-1].swapaxes(0, 1)
        case 8:
            return upside[:, ::-1].swapaxes(0, 1)
    return upside


def _grey(picture: pil.Image) -> Pixels:
    """16-bit, 32-bit and floating grey as 8 bits; Pillow's own conversion would clip instead of scale."""
    from PIL import Image as pil

    clear = picture.info.get("transparency")
    greatest = max(float(np.nan_to_num(np.asarray(strip)).max()) for _, strip in _strips(picture, None))
    if picture.mode.startswith("F"):
        most = 1.0 if greatest <= 1.0 else 255.0
    else:
        most = 255.0 if greatest <= 255 and picture.mode == "I" else 65535.0
    transform = to_srgb(picture.info.get("icc_profile"), "L")
    out = np.empty((picture.height, picture.width, 4), np.uint8)
    for top, strip in _strips(picture, None):
        values = np.asarray(strip)
        grey = np.clip(np.nan_to_num(values.astype(np.float32)) / most, 0, 1) * 255 + 0.5
        rows = out[top : top + strip.height]
        rows[:, :, :3] = np.asarray(applied(transform, pil.fromarray(grey.astype(np.uint8))))
        rows[:, :, 3] = (values != clear) * np.uint8(255) if isinstance(clear, int) else 255
    return out
