"""Finding plugins without importing anything of them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from artstudio.host.installing.pins import Environment
from artstudio.host.installing.records import RECORD_NAME, Installed
from artstudio.host.installing.store import Store
from artstudio.host.installing.tree import manifest_folder
from artstudio.sdk.errors import ManifestError, StudioError
from artstudio.sdk.manifest import MANIFEST_NAME, Manifest, Permissions, check_api, read_manifest

ENTRY_POINTS = "artstudio.plugins"
Origin = Literal["builtin", "installed", "user", "package"]


@dataclass(frozen=True, slots=True)
class Found:
    """A usable plugin in `folder`, where its manifest lies.

    `record` and `environment` are there for one that was installed (origin "installed").
    """

    manifest: Manifest
    folder: Path
    origin: Origin
    environment: Environment | None = None
    record: Installed | None = None

    @property
    def id(self) -> str:
        """The manifest's id."""
        return self.manifest.id

    @property
    def permissions(self) -> Permissions:
        """What was granted when it was installed: nothing to one that came along or was put there by hand."""
        return Permissions() if self.record is None else self.record.allowed


@dataclass(frozen=True, slots=True)
class Broken:
    """A plugin that cannot be used, and why: one sentence.

    `record` is there for one that was installed, as when the artist switched it off.
    """

    id: str
    folder: Path
    reason: str
    record: Installed | None = None


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


def look_at_installed(store: Store, plugin_id: str, api: str) -> Found | Broken:
    """The plugin that is installed under this id, as it stands now."""
    folder = store.root / plugin_id
    record = None
    try:
        record = store.record(plugin_id)
        if record is None:
            return Broken(plugin_id, folder, "it is not installed")
        folder = store.plugin_root(record)
        if record.hindrance is not None:
            return Broken(plugin_id, folder, record.hindrance, record)
        if not store.is_whole(record):
            return Broken(plugin_id, folder, "its files are not those that were installed: repair it", record)
        folder = manifest_folder(folder)
        manifest = read_manifest(folder)
        if manifest.id != plugin_id:
            reason = f"its manifest says that it is {manifest.id}: install it again"
            return Broken(plugin_id, folder, reason, record)
        check_api(manifest, api)
        environment = Environment.load(store.version_folder(record))
        if problem := environment.problem():
            return Broken(plugin_id, folder, problem, record)
    except StudioError as error:
        return Broken(plugin_id, folder, str(error), record)
    return Found(manifest, folder, "installed", environment, record)


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
