"""A look at a picture file before a decoder gets it: some small files take minutes or gigabytes to decode."""

from __future__ import annotations

import struct
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS: Final = 10_000  # beside those of pixels
_SCAN: Final = b"\xff\xda"
_MOST_SCANS: Final = 200
_MOST_SCANNED_PIXELS: Final = 1_500_000_000


def endless_png(data: bytes) -> bool:
    """Whether a PNG has more chunks than any honest one: each takes the decoder microseconds and memory."""
    if not data.startswith(_PNG):
        return False
    at, others = len(_PNG), 0
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        others += kind not in (b"IDAT", b"fdAT")
        if others > _MOST_CHUNKS:
            return True
        at += 12 + length
    return False


def without_text(data: bytes, key: bytes) -> bytes:
    """A PNG without its international texts under `key`; other data as it is.

    Pillow refuses a picture as a whole for one text that unpacks to more than 1 MiB.
    """
    if not data.startswith(_PNG) or key not in data:
        return data
    kept, begin, at = [], 0, len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if kind == b"iTXt" and data.startswith(key + b"\0", at + 8):
            kept.append(data[begin:at])
            begin = end
        at = end
    return b"".join((*kept, data[begin:])) if kept else data


def endless_jpeg(data: bytes, pixels: int) -> bool:
    """Whether a JPEG of so many pixels goes over them more often than is worth it: 10 times is common."""
    scans = data.count(_SCAN)
    return scans > _MOST_SCANS or (scans > 20 and scans * pixels > _MOST_SCANNED_PIXELS)
