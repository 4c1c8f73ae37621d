"""A plugin as the studio sees it: usable, or not and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # dataclasses read their annotations
from typing import Literal

from artstudio.host.installing.pins import Environment
from artstudio.host.installing.records import Installed
from artstudio.host.installing.store import Store  # noqa: TC001
from artstudio.host.installing.tree import manifest_folder
from artstudio.sdk.errors import StudioError
from artstudio.sdk.manifest import Manifest, Permissions, check_api, read_manifest

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
