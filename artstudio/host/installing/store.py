"""Installed plugins on the disk: one small file decides for each, and is replaced in one step.

    <id>/installed.json        what is in use; its replacement is the moment of every change
    <id>/checked.json          what the files looked like when their hash was last found right
    <id>/versions/<name>/      plugin/, site/, environment.json, facts.json
    .staging/<random>/         what is under way, and what is being thrown away

A process killed anywhere leaves the old state or the new one, and rubbish that `sweep` takes away.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.base.atomic import write_bytes
from artstudio.base.lock import FileLock
from artstudio.host.installing import tree
from artstudio.host.installing.records import FAILURES_ALLOWED, RECORD_NAME, Installed
from artstudio.sdk.errors import BadFile, StudioError
from artstudio.sdk.manifest import PLUGIN_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

PLUGIN_NAME: Final = "plugin"
VERSIONS_NAME: Final = "versions"
_CHECKED_NAME: Final = "checked.json"
_STAGING_NAME: Final = ".staging"
_LOCK_NAME: Final = ".lock"


class Store:
    """The plugins installed below `root` (`Folders.plugins`), which need not exist yet.

    Reading needs no lock. Whoever changes something holds `writing()`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """The right to change what is installed; ends with its process, however that ends.

        Raises:
            BadFile: somebody else has it, or the folder cannot be written.
        """
        lock = FileLock(self.root / _LOCK_NAME)
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            taken = lock.acquire()
        except OSError as error:
            raise BadFile("cannot write {path} ({reason})", path=self.root, reason=error.strerror) from None
        if not taken:
            raise BadFile("plugins are being changed by another window or command: wait until it is done")
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def staging(self) -> Iterator[Path]:
        """A new folder on the same disk for what is under way; removed at the end, after a kill by `sweep`.

        Raises:
            BadFile: it cannot be made.
        """
        place = self.root / _STAGING_NAME
        try:
            place.mkdir(parents=True, exist_ok=True)
            # the lock file is there first: whoever sweeps never sees a folder that nobody holds
            name = secrets.token_hex(8)
            lock = FileLock(place / f"{name}.lock")
            lock.acquire()
            folder = place / name
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise BadFile("cannot write {path} ({reason})", path=place, reason=error.strerror) from None
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            lock.release()

    def sweep(self) -> None:
        """Takes away what killed processes left. The caller holds `writing()`."""
        for folder in self._folders(self.root / _STAGING_NAME):
            lock = FileLock(folder.with_name(f"{folder.name}.lock"))
            if lock.acquire():
                shutil.rmtree(folder, ignore_errors=True)
                lock.release()
        for path in (self.root / _STAGING_NAME).glob("*.lock"):
            lock = FileLock(path)
            if not path.with_suffix("").exists() and lock.acquire():
                lock.release()
        for folder in self._folders(self.root):
            if (folder / RECORD_NAME).is_file():
                self._sweep_one(folder)
            elif all(
                _is_ours(path.name) for path in folder.iterdir()
            ):  # of others', some author may take care
                shutil.rmtree(folder, ignore_errors=True)

    def ids(self) -> list[str]:
        """The ids of all that is installed, whether or not its record can be read."""
        return [folder.name for folder in self._folders(self.root) if (folder / RECORD_NAME).is_file()]

    def records(self) -> list[Installed]:
        """All readable records, by id."""
        found = []
        for plugin_id in self.ids():
            with contextlib.suppress(StudioError):
                if record := self.record(plugin_id):
                    found.append(record)
        return found

    def record(self, plugin_id: str) -> Installed | None:
        """What is written down about a plugin; None where it is not installed.

        Raises:
            BadFile: its record cannot be read.
        """
        path = self.root / plugin_id / RECORD_NAME
        if not PLUGIN_ID.fullmatch(plugin_id) or not path.is_file():
            return None
        record = Installed.load(path)
        if record.id != plugin_id:
            raise BadFile("{path} is of another plugin: install {id} again", path=path, id=plugin_id)
        return record

    def save(self, record: Installed) -> None:
        """Makes `record` what holds from now on, in one step. The caller holds `writing()`."""
        write_bytes(self.root / record.id / RECORD_NAME, record.to_bytes())

    def version_folder(self, record: Installed, name: str | None = None) -> Path:
        """Where the current version (or the one called `name`) and its environment lie."""
        return self.root / record.id / VERSIONS_NAME / (name or record.current)

    def plugin_root(self, record: Installed) -> Path:
        """Where the plugin's own files lie; its manifest is in there or in its one package."""
        if record.linked is not None:
            return Path(record.linked)
        return self.version_folder(record) / PLUGIN_NAME

    def is_whole(self, record: Installed) -> bool:
        """Whether the files are those that were installed; reads them only when they look changed."""
        if record.linked is not None:
            return True
        root = self.plugin_root(record)
        path = self.root / record.id / _CHECKED_NAME
        try:
            seen = {"digest": record.digest, "current": record.current, "files": tree.fingerprint(root)}
            if _read(path) == seen:
                return True
            if tree.digest(root) != record.digest:
                return False
        except StudioError:
            return False
        with contextlib.suppress(StudioError):  # in a folder that cannot be written it is found again
            write_bytes(path, json.dumps(seen).encode())
        return True

    def note_whole(self, record: Installed, fingerprint: str) -> None:
        """Remembers that the files with this `tree.fingerprint` have just been found right."""
        seen = {"digest": record.digest, "current": record.current, "files": fingerprint}
        write_bytes(self.root / record.id / _CHECKED_NAME, json.dumps(seen).encode())

    def add_version(self, plugin_id: str, staged: Path, name: str) -> str:
        """Moves a version out of its staging; answers the name it got. Nothing refers to it before `save`.

        Raises:
            BadFile: it cannot be moved.
        """
        versions = self.root / plugin_id / VERSIONS_NAME
        taken, number = name, 1
        try:
            versions.mkdir(parents=True, exist_ok=True)
            while (versions / taken).exists():
                number += 1
                taken = f"{name}-{number}"
            staged.rename(versions / taken)
        except OSError as error:
            raise BadFile("cannot write {path} ({reason})", path=versions, reason=error.strerror) from None
        return taken

    def remove(self, plugin_id: str) -> None:
        """Takes a plugin away in one step, with all its versions. The caller holds `writing()`.

        Raises:
            BadFile: it cannot be moved, as when a file of it is open on Windows.
        """
        with self.staging() as rubbish:
            try:
                (self.root / plugin_id).rename(rubbish / plugin_id)
            except OSError as error:
                raise BadFile(
                    "{id} cannot be removed ({reason}): close what uses it", id=plugin_id,
                    reason=error.strerror,
                ) from None  # fmt: skip

    def note_failure(self, plugin_id: str) -> bool:
        """Counts that a plugin failed; True when that has set it aside. Others than installed ones never are.

        Raises:
            BadFile: the record cannot be read or written.
        """
        with self.writing():
            record = self.record(plugin_id)
            if record is None or record.aside:
                return False
            failures = record.failures + 1
            aside = failures >= FAILURES_ALLOWED and record.linked is None
            self.save(record.model_copy(update={"failures": failures, "aside": aside}))
            return aside

    def note_success(self, plugin_id: str) -> None:
        """Forgets earlier failures of a plugin. Raises as `note_failure`."""
        record = self.record(plugin_id)
        if record is None or not record.failures:
            return
        with self.writing():
            record = self.record(plugin_id)
            if record is not None:
                self.save(record.model_copy(update={"failures": 0}))

    def _sweep_one(self, folder: Path) -> None:
        for part in folder.glob(".*.part"):
            part.unlink(missing_ok=True)
        try:
            record = self.record(folder.name)
        except StudioError:
            return  # what it refers to is not known
        if record is not None:
            for version in self._folders(folder / VERSIONS_NAME):
                if version.name not in (record.current, record.previous):
                    shutil.rmtree(version, ignore_errors=True)

    @staticmethod
    def _folders(place: Path) -> list[Path]:
        try:
            return sorted(
                path
                for path in place.iterdir()
                if path.is_dir() and not path.is_symlink() and path.name != _STAGING_NAME
            )
        except OSError:
            return []


def _is_ours(name: str) -> bool:
    return name in (VERSIONS_NAME, _CHECKED_NAME) or (name.startswith(".") and name.endswith(".part"))


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
