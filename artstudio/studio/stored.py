"""What the studio keeps on this computer, where, how much of it, and how it goes."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from artstudio.base.paths import Folders

Kind = Literal["settings", "journals", "footage", "models", "plugins", "library", "cache", "logs"]


@dataclass(frozen=True)
class Kept:
    """One kind of thing. `paths` are files and folders; `deletable` says whether `delete` may take them."""

    kind: Kind
    paths: tuple[Path, ...]
    deletable: bool = True


def kept(folders: Folders) -> list[Kept]:
    """All there can be, the artist's own first.

    Not to be deleted from here: footage (open projects need it; what nobody needs goes by itself), plugins
    (removed one by one, so that workers end first), the library (its own pane cleans it up) and settings.
    """
    return [
        Kept("models", (folders.models,)),
        Kept("library", (folders.data / "library",), deletable=False),
        Kept("journals", (folders.journals,)),
        Kept("footage", (folders.footage,), deletable=False),
        Kept("plugins", (folders.plugins,), deletable=False),
        Kept("cache", (folders.cache,)),
        Kept("logs", (folders.logs,)),
        Kept("settings", (folders.config,), deletable=False),
    ]


def size_nbytes(one: Kept) -> int:
    """How much of the disk it takes. Walks the folders: call it off the window's thread."""
    total = 0
    for path in one.paths:
        files = path.rglob("*") if path.is_dir() else [path]
        for file in files:
            with contextlib.suppress(OSError):  # gone meanwhile
                if file.is_file() and not file.is_symlink():
                    total += file.stat().st_size
    return total


def delete(one: Kept) -> None:
    """Takes it off the disk. Journals of open windows stay; so does what the system holds in use.

    Raises:
        ValueError: it is not to be deleted from here.
    """
    if not one.deletable:
        raise ValueError(one.kind)
    if one.kind == "journals":
        from artstudio.project.recovery import recoverable

        for path in one.paths:
            for work in recoverable(path) if path.is_dir() else ():
                work.discard()
        return
    for path in one.paths:
        for entry in list(path.iterdir()) if path.is_dir() else []:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    entry.unlink()
