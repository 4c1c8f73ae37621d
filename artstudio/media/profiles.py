"""Colour profiles (ICC): from the space that a file is in to sRGB, and the profile that says it is sRGB."""

from __future__ import annotations

import io
import struct
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image as pil
    from PIL import ImageCms

_MOST_NBYTES: Final = 4 << 20  # profiles of printing presses have 2 MiB; lcms would read any length
_D50: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = {  # of sRGB, adapted to D50
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTATION: Final = (1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01707, -0.00923, 0.01508, 0.75168)
_DATE: Final = (2020, 1, 1, 0, 0, 0)
_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """An ICC profile (version 4) of sRGB, the same bytes always: lcms would write the time into it."""
    curve = b"para" + struct.pack(">4xH2x", 3) + _numbers(_CURVE)
    parts = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": b"XYZ \0\0\0\0" + _numbers(_D50),
        b"chad": b"sf32\0\0\0\0" + _numbers(_ADAPTATION),
        **{tag: b"XYZ \0\0\0\0" + _numbers(xyz) for tag, xyz in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(parts)
    table, body, places = struct.pack(">I", len(parts)), b"", dict[bytes, int]()
    for tag, data in parts.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4xI4s4s4s6H4s28x12s",
        start + len(body), 0x04300000, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp", _numbers(_D50),
    )  # fmt: skip
    return header.ljust(128, b"\0") + table + body


def to_srgb(profile: bytes | None, mode: str) -> ImageCms.ImageCmsTransform | None:
    """What turns a picture of `mode` (L, RGB, CMYK or LAB) in the space of `profile` into RGB in sRGB.

    None where nothing is to be done: no profile, our own, a broken one, or one for other channels.
    """
    from PIL import ImageCms

    try:
        if mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif not profile or profile == srgb_profile() or len(profile) > _MOST_NBYTES:
            return None
        else:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def applied(transform: ImageCms.ImageCmsTransform | None, strip: pil.Image) -> pil.Image:
    """A strip of a picture as RGB."""
    from PIL import ImageCms

    if transform is None:
        return strip.convert("RGB")
    return ImageCms.applyTransform(strip, transform) or strip.convert("RGB")


def _numbers(values: tuple[float, ...]) -> bytes:
    """Fixed-point numbers of 16 and 16 bits."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
