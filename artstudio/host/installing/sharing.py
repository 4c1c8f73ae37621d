"""The packages of the studio's own that plugins may use, and where each of their modules lies.

Only what a package's RECORD lists counts, so a module of another package never comes along. Packages
without one and those in editable mode, whose files may change at any time, are not shared; the studio itself
never is.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STUDIO = "artstudio"
_MODULE = re.compile(r"[A-Za-z_]\w*$")
_EXTENSIONS = (".py", ".so", ".pyd")


@dataclass(frozen=True, slots=True)
class Shared:
    """What a worker needs to import some packages of the studio."""

    modules: dict[str, Path]
    """Top-level name -> a package's folder (one without `__init__.py` is a namespace) or a module's file."""
    libraries: tuple[Path, ...]
    """Folders and files beside them that are read, not imported: the shared libraries in `numpy.libs`."""
    metadata: tuple[Path, ...]
    """The `*.dist-info` folders."""


@dataclass(frozen=True, slots=True)
class _Package:
    version: str
    stamp: tuple[int, int]
    shared: Shared


_known: dict[str, _Package] = {}
_lock = threading.Lock()


def installed() -> dict[str, str]:
    """Normalised name -> version of all packages of the studio that can be shared. Takes some 50 ms."""
    found: dict[str, str] = {}
    for package in distributions():
        found.setdefault(canonicalize_name(package.metadata["Name"]), package.version)
    return found


def distributions() -> Iterator[metadata.Distribution]:
    """Those packages as `importlib.metadata` knows them, the first of each name."""
    seen = set()
    for package in metadata.distributions():
        name = package.metadata["Name"]
        if not name or canonicalize_name(name) in seen:
            continue
        seen.add(canonicalize_name(name))
        if _shareable(package):
            yield package


def shared_packages(names: Iterable[str]) -> Shared:
    """The modules of the packages `names`; one that the studio does not have, or must not share, is left out.

    The RECORDs are read once in this process and again when they change: asked again, it takes under 1 ms.
    """
    modules: dict[str, Path] = {}
    libraries: list[Path] = []
    folders: list[Path] = []
    for name in names:
        package = _package(name)
        if package is not None:
            modules |= package.modules
            libraries += package.libraries
            folders += package.metadata
    return Shared(modules, tuple(libraries), tuple(folders))


def _package(name: str) -> Shared | None:
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    folder = _metadata_folder(package)
    if folder is None:
        return None
    try:
        status = (folder / "RECORD").stat()
    except OSError:
        return None
    stamp = (status.st_mtime_ns, status.st_size)
    with _lock:
        known = _known.get(str(folder))
        if known is not None and known.stamp == stamp:
            return known.shared
    if not _shareable(package):
        return None
    shared = _read(folder)
    with _lock:
        _known[str(folder)] = _Package(package.version, stamp, shared)
    return shared


def _metadata_folder(package: metadata.Distribution) -> Path | None:
    # its only public way to the folder goes through RECORD, which is what this avoids to parse
    folder = getattr(package, "_path", None)
    return folder if isinstance(folder, Path) and folder.suffix == ".dist-info" else None


def _shareable(package: metadata.Distribution) -> bool:
    folder = _metadata_folder(package)
    if folder is None or canonicalize_name(package.metadata["Name"]) == STUDIO:
        return False
    if not (folder / "RECORD").is_file():
        return False
    try:
        direct = json.loads(package.read_text("direct_url.json") or "{}")
    except ValueError:
        return False
    return not direct.get("dir_info", {}).get("editable", False)


def _read(folder: Path) -> Shared:
    """Some RECORDs have 20,000 lines; all that counts is what stands before the first slash."""
    tops: dict[str, bool] = {}
    with (folder / "RECORD").open(encoding="utf-8") as lines:
        for line in lines:
            name, slash, _ = line.lstrip('"').partition("/")
            tops[name if slash else name.partition(",")[0]] = bool(slash)
    site = folder.parent
    modules: dict[str, Path] = {}
    libraries: list[Path] = []
    for name, is_folder in tops.items():
        if name in ("", "..", "__pycache__", folder.name) or name.endswith(".pth"):
            continue
        module = name if is_folder else name.partition(".")[0]
        if _MODULE.match(module) and (is_folder or name.endswith(_EXTENSIONS)):
            modules[module] = site / name
        else:
            libraries.append(site / name)
    return Shared(modules, tuple(libraries), (folder,))
