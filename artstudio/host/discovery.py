"""Finding plugins without importing anything of them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from artstudio.sdk.errors import ManifestError
from artstudio.sdk.manifest import MANIFEST_NAME, Manifest, check_api, read_manifest

ENTRY_POINTS = "artstudio.plugins"
Origin = Literal["builtin", "user", "package"]


@dataclass(frozen=True, slots=True)
class Found:
    """A usable plugin in `folder`."""

    manifest: Manifest
    folder: Path
    origin: Origin

    @property
    def id(self) -> str:
        """The manifest's id."""
        return self.manifest.id


@dataclass(frozen=True, slots=True)
class Broken:
    """A plugin that cannot be used, and why: one sentence."""

    id: str
    folder: Path
    reason: str


def find_plugins(builtin: Path, user: Path, api: str, *, packages: bool = True) -> list[Found | Broken]:
    """All plugins, sorted by id: built-in ones win over the user's, those over installed packages.

    `packages` looks for distributions with an entry point in the group "artstudio.plugins" whose
    value names the package that holds the manifest.
    """
    places: list[tuple[Path, Origin]] = []
    for root, origin in ((builtin, "builtin"), (user, "user")):
        if root.is_dir():
            places += [(f, origin) for f in sorted(root.iterdir()) if (f / MANIFEST_NAME).is_file()]  # type: ignore[misc]
    if packages:
        places += [(folder, "package") for folder in _installed()]
    found: dict[str, Found | Broken] = {}
    for folder, origin in places:
        entry = _look_at(folder, origin, api)
        known = found.get(entry.id)
        if known is None:
            found[entry.id] = entry
        elif known.folder.resolve() != folder.resolve() and origin == "user":
            reason = f"another plugin with the id {entry.id} is already here: remove one of them"
            found[f"{entry.id} ({folder.name})"] = Broken(entry.id, folder, reason)
    return sorted(found.values(), key=lambda entry: entry.id)


def _look_at(folder: Path, origin: Origin, api: str) -> Found | Broken:
    try:
        manifest = read_manifest(folder)
        check_api(manifest, api)
    except ManifestError as error:
        return Broken(folder.name, folder, str(error))
    return Found(manifest, folder, origin)


def _installed() -> list[Path]:
    folders = []
    for entry in importlib.metadata.entry_points(group=ENTRY_POINTS):
        try:
            # of a dotted name Python would import the packages above it
            spec = importlib.util.find_spec(entry.value.partition(":")[0].partition(".")[0])
        except (ImportError, ValueError):
            continue
        if spec is not None and spec.submodule_search_locations:
            package = Path(spec.submodule_search_locations[0])
            folders += [f for f in (package, package.parent) if (f / MANIFEST_NAME).is_file()][:1]
    return folders
