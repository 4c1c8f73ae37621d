"""Pictures to learn from: folders, ZIP files and single files, a fixed tenth set aside.

A picture is set aside where the SHA-256 of its file name (without folders and suffix) begins with a byte
below 26: the same pictures whatever else is in the data, and a painting at two sizes goes to one side.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as pil

from artstudio.sdk import BadFile, Progress
from artstudio.sdk.nn.arrays import Pixels

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp")
FORMATS: Final = (*SUFFIXES, ".zip")
KINDS: Final = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "MPO")
SHORT_SIDE_PX: Final = 512  # larger pictures are shrunk: brushwork is learned from, not pores
MAX_PIXELS: Final = 100_000_000
MAX_MEMBER_BYTES: Final = 128 << 20
MAX_PICTURES: Final = 4000
_ASIDE_BELOW: Final = 26  # of 256
BROKEN: Final = (OSError, SyntaxError, ValueError, LookupError, TypeError, MemoryError, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pictures by name; `held_out` are never trained on. A side that gets none takes the other's."""

    train: tuple[tuple[str, Pixels], ...]
    held_out: tuple[tuple[str, Pixels], ...]


def is_held_out(name: str) -> bool:
    """Whether the picture of this file name is set aside."""
    return hashlib.sha256(PurePosixPath(name).stem.encode()).digest()[0] < _ASIDE_BELOW


def read_corpus(paths: Sequence[Path]) -> Generator[Progress, None, Corpus]:
    """All pictures below `paths`, RGB, at most 512 pixels at the short side; what is broken is left out.

    Raises:
        BadFile: a path is missing, an archive is damaged or unsafe, or there is no picture at all.
    """
    found: list[tuple[str, Pixels]] = []
    for path in paths:
        for name, data in _files(path):
            pixels = _read(data)
            if pixels is not None and len(found) < MAX_PICTURES:
                found.append((name, pixels))
            yield Progress(len(found), 0, "pictures read")
    if not found:
        where = ", ".join(path.name for path in paths)
        raise BadFile("there is no picture in {where}: bring PNG, JPEG, WebP or TIFF files", where=where)
    train = tuple(one for one in found if not is_held_out(one[0]))
    held_out = tuple(one for one in found if is_held_out(one[0]))
    return Corpus(train or held_out, held_out or train)


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix.lower() in FORMATS and file.is_file():
                yield from _files(file)
    elif path.suffix.lower() == ".zip":
        yield from _members(path)
    else:
        try:
            yield path.name, path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadFile("{name} cannot be read: {reason}", name=path.name, reason=reason) from None


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for info in sorted(archive.infolist(), key=lambda member: member.filename):
                place = PurePosixPath(info.filename.replace("\\", "/"))
                if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
                    raise BadFile(
                        "{name} holds the unsafe path {member}: it is not opened at all",
                        name=path.name, member=info.filename,
                    )  # fmt: skip
                if place.suffix.lower() in SUFFIXES and info.file_size <= MAX_MEMBER_BYTES:
                    yield place.name, archive.read(info)
    except (*BROKEN, RuntimeError, NotImplementedError) as error:
        raise BadFile("{name} is no ZIP file or is damaged: pack it again", name=path.name) from error


def _read(data: bytes) -> Pixels | None:
    try:
        with pil.open(io.BytesIO(data), formats=KINDS) as picture:
            if picture.width * picture.height > MAX_PIXELS or min(picture.size) < 16:
                return None
            picture.draft("RGB", (2 * SHORT_SIDE_PX, 2 * SHORT_SIDE_PX))  # JPEG decodes small at once
            opaque = picture.convert("RGBA") if picture.has_transparency_data else picture.convert("RGB")
    except BROKEN:
        return None
    if opaque.mode == "RGBA":
        white = pil.new("RGBA", opaque.size, "white")
        opaque = pil.alpha_composite(white, opaque).convert("RGB")
    if min(opaque.size) > SHORT_SIDE_PX:
        ratio = SHORT_SIDE_PX / min(opaque.size)
        size = (round(opaque.width * ratio), round(opaque.height * ratio))
        opaque = opaque.resize(size, pil.Resampling.LANCZOS)
    return np.asarray(opaque)
