"""Which names of files a package may hold: those that mean the same file everywhere, below one folder."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_MEMBERS: Final = 20_000
MAX_TOTAL_BYTES: Final = 2 << 30
MAX_NAME: Final = 1000
# Windows takes these for devices, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_SKIPPED_FOLDERS = frozenset(
    {".git", ".hg", ".svn", ".venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
)


def is_kept(name: str) -> bool:
    """Whether a file (a posix path) belongs to a package: compiled files and what tools leave behind do not.

    Compiled files could hold other code than the sources that were signed and looked at.
    """
    return not name.endswith((".pyc", ".pyo")) and _SKIPPED_FOLDERS.isdisjoint(name.split("/"))


def check_name(name: str, package: str, *, devices: bool = False) -> None:
    """Refuses one name of a file or folder (posix, without a slash at its end) in the `package` so called.

    `devices` lets names through that only Windows takes for devices.

    Raises:
        BadFile: the name leads out of the package, or is another one on another system.
    """
    if "\0" in name:
        fault = "a NUL in its name"
    elif "\\" in name:
        fault = "a backslash in its name"
    elif name.startswith("/"):
        fault = "an absolute path"
    elif ":" in name:
        fault = "a drive or a colon in its name"
    elif len(name) > MAX_NAME:
        fault = "too long a name"
    elif any(part in ("", ".", "..") for part in name.split("/")):
        fault = "a path that leads elsewhere"
    elif any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        fault = "a control character in its name"
    elif any(part.endswith((".", " ")) for part in name.split("/")):
        fault = "a dot or a space at the end of its name"
    elif not devices and any(_DEVICES.fullmatch(part) for part in name.split("/")):
        fault = "the name of a device"
    else:
        return
    raise BadFile(
        "{package} is refused: {name} in it has {fault}",
        package=package, name=repr(name[:120]), fault=fault,
    )  # fmt: skip


def check_names(names: Iterable[tuple[str, bool]], package: str, *, devices: bool = False) -> None:
    """Refuses a package whose `names` (path, whether a folder) cannot all be files beside each other.

    Raises:
        BadFile: as `check_name`; names that some systems take for one; a file that is also a folder.
    """
    spelled: dict[str, str] = {}
    files: set[str] = set()
    folders: set[str] = set()
    for name, is_folder in names:
        check_name(name, package, devices=devices)
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            path = "/".join(parts[:end])
            if spelled.setdefault(_folded(path), path) != path:
                raise BadFile(
                    "{package} is refused: {one} and {other} in it are one file on some systems",
                    package=package, one=repr(spelled[_folded(path)]), other=repr(path),
                )  # fmt: skip
            if end < len(parts) or is_folder:
                folders.add(path)
        if not is_folder:
            if name in files:
                raise BadFile("{package} is refused: {name} is in it twice", package=package, name=repr(name))
            files.add(name)
    for name in files & folders:
        raise BadFile(
            "{package} is refused: {name} in it is a file and a folder", package=package, name=repr(name)
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
