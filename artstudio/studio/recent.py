"""What can be seen of a project file without opening it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_MEMBER: Final = "Thumbnails/thumbnail.png"
_MOST_BYTES: Final = 1 << 20


def thumbnail(path: Path) -> bytes | None:
    """The small picture in a project file, as PNG; None where there is none. Never raises for a bad file."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_MEMBER).file_size > _MOST_BYTES:
                return None
            with archive.open(_MEMBER) as member:
                return member.read(_MOST_BYTES)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, EOFError):
        return None
