"""What uv and pip have in common when they choose versions: the question and the answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from artstudio.engine.job import Control


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be chosen.

    Attributes:
        lines: Requirements as PEP 508 spells them.
        offers: Name -> version to take wherever it fits.
        folders: Folders with wheels, beside the indexes.
        online: Whether the indexes are asked at all.
        deps: Whether the requirements of the requirements count.
        without: Names to leave out altogether.
    """

    lines: tuple[str, ...]
    offers: dict[str, str]
    folders: tuple[Path, ...]
    online: bool = True
    deps: bool = True
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wheel:
    """One chosen package, and its wheel for this machine. `sha256` is empty where nobody says it."""

    name: str
    version: str
    url: str
    sha256: str
    size_bytes: int | None


class Unsolvable(Exception):
    """No versions go together: `reason` is what the tool says; `unbuilt` are the names that have no wheel."""

    def __init__(self, reason: str, unbuilt: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.unbuilt = unbuilt


class Solver(Protocol):
    """Chooses versions that go together. No code of any package runs."""

    def solve(self, question: Question, folder: Path, control: Control | None) -> list[Wheel]:
        """The packages that answer `question`; `folder` is empty and may be filled.

        Raises:
            Unsolvable: there are none.
            Stopped: the artist stopped it.
        """


def local_file(url: str) -> Path | None:
    """The file that a `file:` address names; None for any other address."""
    parts = urlsplit(url)
    return Path(url2pathname(parts.path)) if parts.scheme == "file" else None


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
