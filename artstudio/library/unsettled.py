"""Which values are on their way into the library or out of it, told in a way that outlives a kill.

A value is written before its entry and removed after it; who is killed in between leaves one that no entry
needs. Looking through all values for such would take long, and one whose database was lost must stay: so
each is noted before, and no longer once it is settled.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Unsettled:
    """Names of values, each an empty file in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, names: Iterable[str]) -> None:
        """Notes values; where the disk refuses, a kill may leave them behind, which is no reason to stop."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                (self._folder / name).touch()

    def settle(self, names: Iterable[str]) -> None:
        """Each has its entries, or is gone."""
        for name in names:
            with contextlib.suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def names(self) -> list[str]:
        """Those noted and not settled."""
        try:
            return [path.name for path in self._folder.iterdir()]
        except OSError:
            return []
