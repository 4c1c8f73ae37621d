"""Finding plugins without importing anything of them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path

from artstudio.host.installing.found import Broken, Found, Origin, look_at_installed
from artstudio.host.installing.records import RECORD_NAME
from artstudio.host.installing.store import Store
from artstudio.sdk.errors import ManifestError
from artstudio.sdk.manifest import MANIFEST_NAME, check_api, read_manifest

__all__ = ["Broken", "Found", "Origin", "find_plugins"]

ENTRY_POINTS = "artstudio.plugins"


def find_plugins(
    builtin: Path, user: Path, api: str, *, packages: bool = True, third_party: bool = True
) -> list[Found | Broken]:
    """All plugins, sorted by id: built-in ones win over installed ones, then come the user's, then packages.

    Args:
        builtin: Where the plugins lie that came with the studio.
        user: Where plugins are installed, and where authors may lay their own folders.
        api: The version of the plugin api that this studio offers.
        packages: Look for distributions with an entry point in the group "artstudio.plugins" whose value
            names the package that holds the manifest.
        third_party: False finds the built-in ones only.
    """
    entries: list[tuple[Found | Broken, Origin]] = [
        (_look_at(folder, "builtin", api), "builtin") for folder in _with_manifest(builtin)
    ]
    if third_party:
        store = Store(user)
        entries += [(look_at_installed(store, plugin_id, api), "installed") for plugin_id in store.ids()]
        own = [folder for folder in _with_manifest(user) if not (folder / RECORD_NAME).is_file()]
        entries += [(_look_at(folder, "user", api), "user") for folder in own]
    if third_party and packages:
        entries += [(_look_at(folder, "package", api), "package") for folder in _packages()]
    found: dict[str, Found | Broken] = {}
    for entry, origin in entries:
        known = found.get(entry.id)
        if known is None:
            found[entry.id] = entry
        elif known.folder.resolve() != entry.folder.resolve() and origin != "package":
            reason = f"another plugin with the id {entry.id} is already here: remove one of them"
            found[f"{entry.id} ({entry.folder})"] = Broken(entry.id, entry.folder, reason, entry.record)
    return sorted(found.values(), key=lambda entry: entry.id)


def _with_manifest(root: Path) -> list[Path]:
    return sorted(f for f in root.iterdir() if (f / MANIFEST_NAME).is_file()) if root.is_dir() else []


def _look_at(folder: Path, origin: Origin, api: str) -> Found | Broken:
    try:
        manifest = read_manifest(folder)
        check_api(manifest, api)
    except ManifestError as error:
        return Broken(folder.name, folder, str(error))
    return Found(manifest, folder, origin)


def _packages() -> list[Path]:
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
