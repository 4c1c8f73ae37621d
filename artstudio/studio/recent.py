"""What can be seen of a project file without opening it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_MEMBER: Final = "Thumbnails/thumbnail.png"
_MOST_BYTES: Final = 1 << 20


class Sight(NamedTuple):
    """What a project is mostly about, "image", "score" or "text", and its small picture as PNG."""

    kind: str
    thumbnail: bytes | None


def sight(path: Path) -> Sight:
    """A look at a project: an "image" without picture where it cannot be had. A bad file never raises."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_MEMBER).file_size > _MOST_BYTES:
                return Sight("image", None)
            with archive.open(_MEMBER) as member:
                return Sight(_kind(archive), member.read(_MOST_BYTES))
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, EOFError):
        return Sight("image", None)


def _kind(archive: zipfile.ZipFile) -> str:
    """A white canvas says nothing of a tune or a story."""
    names = archive.namelist()
    if any(name.startswith("data/layer") for name in names):
        return "image"
    if any(name.startswith("music/") for name in names):
        return "score"
    return "text" if "text.md" in names and archive.getinfo("text.md").file_size > 1 else "image"
