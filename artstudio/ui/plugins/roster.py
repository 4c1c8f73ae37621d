"""Every plugin there is, as the Plugins window lists it, those that are out of use among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path  # dataclasses read their annotations
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.host.discovery import Broken, Found, Origin
from artstudio.host.installing.found import look_at_installed
from artstudio.host.installing.records import Installed  # as above
from artstudio.host.installing.store import Store
from artstudio.host.installing.tree import manifest_folder
from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import StudioError
from artstudio.sdk.manifest import Manifest, read_manifest
from artstudio.ui.phrases import phrase

if TYPE_CHECKING:
    from artstudio.studio.studio import Studio


class Standing(Enum):
    """Whether a plugin can be used."""

    READY = "ready"
    OFF = "off"
    ASIDE = "aside"
    BROKEN = "broken"
    RESTING = "resting"
    """Not looked at, because this is safe mode."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list.

    Attributes:
        key: Unlike the id, no two entries share it.
        reason: Why it cannot be used: a sentence; "" where it can.
        folder: Where its manifest lies, or should.
        manifest: None where it cannot be read.
        record: Of one that was installed.
        found: Where it can be used.
    """

    key: str
    id: str
    origin: Origin
    standing: Standing
    reason: str
    folder: Path
    manifest: Manifest | None = None
    record: Installed | None = None
    found: Found | None = None

    @property
    def title(self) -> str:
        """What it calls itself; its id where that is not known."""
        return self.id if self.manifest is None else phrase(self.manifest.title)

    @property
    def version(self) -> str:
        """Empty where it is not known."""
        if self.record is not None and self.record.linked is None:
            return self.record.version
        return "" if self.manifest is None else self.manifest.version

    @property
    def installed(self) -> bool:
        """Whether the installer knows it."""
        return self.origin == "installed"


def roster(studio: Studio) -> list[Entry]:
    """All of them: strangers' first, then those of the studio, by title. Reads the disk."""
    entries = [_entry(studio, one) for one in studio.host.plugins()]
    if studio.safe_mode:
        store = Store(studio.folders.plugins)
        for plugin_id in store.ids():
            entry = _entry(studio, look_at_installed(store, plugin_id, API_VERSION))
            if entry.standing is Standing.READY:
                words = QCoreApplication.translate("Plugins", "it rests: this is safe mode")
                entry = replace(entry, standing=Standing.RESTING, reason=words)
            entries.append(entry)
    return sorted(entries, key=lambda one: (one.origin == "builtin", one.title.casefold(), one.key))


def with_problem(entry: Entry, problem: str) -> Entry:
    """The entry as it stands where its code has turned out to be of no use; "" for no `problem`."""
    if not problem or entry.standing is not Standing.READY:
        return entry
    return replace(entry, standing=Standing.BROKEN, reason=phrase(problem))


def _entry(studio: Studio, one: Found | Broken) -> Entry:
    if isinstance(one, Found):
        return Entry(
            one.id, one.id, one.origin, Standing.READY, "", one.folder, one.manifest, one.record, one
        )
    record = one.record
    standing = Standing.BROKEN
    if record is not None and record.disabled:
        standing = Standing.OFF
    elif record is not None and record.aside:
        standing = Standing.ASIDE
    origin: Origin = "user"
    if record is not None or one.folder == studio.folders.plugins / one.id:
        origin = "installed" if one.id in Store(studio.folders.plugins).ids() else "user"
    elif one.folder.is_relative_to(studio.builtin):
        origin = "builtin"
    key = one.id if origin == "installed" else f"{one.id} {one.folder}"
    return Entry(key, one.id, origin, standing, phrase(one.reason), one.folder, _manifest(one.folder), record)


def _manifest(folder: Path) -> Manifest | None:
    try:
        return read_manifest(manifest_folder(folder))
    except (StudioError, OSError):
        return None
