"""Animated WebP, written here from still pictures: Pillow would hold the whole film in memory.

A stretch file holds the bare chunks of its frames, so joining is putting them in a row. After its first
frame a stretch holds only the part that changed; a frame that changed nothing makes the one before it last.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.base.atomic import replacing, write_bytes
from artstudio.media.film_format import FilmFormat
from artstudio.media.images import exif_of
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.media.film_format import FrameAt, Look, Quality
    from artstudio.media.footage import Frames

_QUALITIES: Final[dict[Quality, tuple[int, int]]] = {"draft": (55, 1), "good": (82, 3), "best": (95, 4)}
_HAS_EXIF, _MOVES, _COVERS = 0x08, 0x02, 0x02
_MOST_NBYTES: Final = 2**32 - 2


@dataclass(frozen=True, kw_only=True)
class WebpFiles(FilmFormat):
    """Pictures of VP8; see above."""

    def encode(self, look: Look, frame: FrameAt, first: int, end: int, path: Path) -> Iterator[int]:
        chunks = io.BytesIO()
        before = waiting = None  # the last picture, and what changed in it: (left, top, part)
        since = 0
        for number in range(first, end):
            picture = frame(number)
            change = _changed(before, picture)
            if change is not None:
                if waiting is not None:
                    chunks.write(_frame_chunk(look, *waiting, since, number))
                waiting, since = change, number
            before = picture
            yield number + 1 - first
        if waiting is not None:
            chunks.write(_frame_chunk(look, *waiting, since, end))
        write_bytes(path, chunks.getvalue())

    def join(self, look: Look, stretches: Sequence[Path], path: Path, sound: Path | None) -> Iterator[int]:  # noqa: ARG002 - a WebP is silent
        flags = _MOVES | (_HAS_EXIF if look.recipe is not None else 0)
        size = _three(look.width_px - 1) + _three(look.height_px - 1)
        head = _chunk(b"VP8X", bytes([flags, 0, 0, 0]) + size) + _chunk(b"ANIM", bytes(6))  # black, for ever
        tail = b""
        if look.recipe is not None:
            tail = _chunk(b"EXIF", exif_of(look.recipe.encode()).tobytes().removeprefix(b"Exif\0\0"))
        with replacing(path) as part, part.open("wb") as file:
            length = 4 + len(head) + len(tail) + sum(stretch.stat().st_size for stretch in stretches)
            if length > _MOST_NBYTES:
                raise BadFile("{name} would be over 4 GiB large: use WebM or MP4", name=path.name)
            file.write(b"RIFF" + length.to_bytes(4, "little") + b"WEBP" + head)
            for number, stretch in enumerate(stretches, start=1):
                file.write(stretch.read_bytes())
                yield number
            file.write(tail)


def _changed(before: Frames | None, now: Frames) -> tuple[int, int, Frames] | None:
    """The part of a picture that differs: its left and top, which WebP wants even, and its pixels."""
    if before is None:
        return 0, 0, now
    if before is now:
        return None
    rows = np.flatnonzero((before != now).any(axis=(1, 2)))
    if not len(rows):
        return None
    top, bottom = int(rows[0]) & ~1, int(rows[-1]) + 1
    columns = np.flatnonzero((before[top:bottom] != now[top:bottom]).any(axis=(0, 2)))
    left, right = int(columns[0]) & ~1, int(columns[-1]) + 1
    return left, top, now[top:bottom, left:right]


def _frame_chunk(look: Look, left: int, top: int, part: Frames, since: int, until: int) -> bytes:
    from PIL import Image as pil

    quality, method = _QUALITIES[look.quality]
    still = io.BytesIO()
    pil.fromarray(np.ascontiguousarray(part)).save(still, "WEBP", quality=quality, method=method)
    shown_ms, gone_ms = (round(number * 1000 / look.fps) for number in (since, until))
    height, width = part.shape[:2]
    head = [left // 2, top // 2, width - 1, height - 1, gone_ms - shown_ms]
    data = still.getvalue()[12:]  # without RIFF, its length and WEBP
    return _chunk(b"ANMF", b"".join(map(_three, head)) + bytes([_COVERS]) + data)


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2)


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")


WEBP: Final = WebpFiles(suffix=".webp")
