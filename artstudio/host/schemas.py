"""Plugins' schemas, read once in a worker and kept by the plugin's code and the sdk's version."""

from __future__ import annotations

import hashlib
import json
import threading
from typing import TYPE_CHECKING

from pydantic import ValidationError

from artstudio.base.atomic import write_bytes
from artstudio.engine.job import Control
from artstudio.host.discovery import Found
from artstudio.host.grants import Bounds
from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import ManifestError
from artstudio.sdk.manifest import check_api, read_manifest
from artstudio.sdk.schema import PluginSchema
from artstudio.sdk.worker.messages import Describe, Described

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMA_NAME = "schema.json"
# Describing a plugin imports nothing heavy.
_BOUNDS = Bounds(2 * 2**30)
_PATIENCE_S = 30.0


def code_key(folder: Path) -> str:
    """A hash of the plugin's code, its manifest and the sdk's version."""
    digest = hashlib.sha256(API_VERSION.encode())
    files = [path for path in folder.rglob("*") if path.suffix in (".py", ".toml") and path.is_file()]
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if name.startswith(("tests/", ".")) or "__pycache__" in name:
            continue
        # Line ends differ between checkouts on Windows and elsewhere.
        digest.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


class Schemas:
    """Finds a plugin's schema: beside its manifest, in the cache, or by asking its worker (`read`)."""

    def __init__(self, cache: Path, read: Callable[[Found], PluginSchema]) -> None:
        self._cache = cache
        self._read = read
        self._known: dict[tuple[str, str], PluginSchema] = {}

    def of(self, plugin: Found) -> PluginSchema:
        """The plugin's schema. Starts a worker only when the plugin's code is new.

        Raises:
            StudioError: the plugin's code does not load or describes no usable actions.
        """
        key = code_key(plugin.folder)
        known = self._known.get((plugin.id, key))
        if known is None:
            cached = self._cache / f"{plugin.id}.json"
            known = load(plugin.folder / SCHEMA_NAME, key) or load(cached, key)
            if known is None:
                known = self._read(plugin)
                cached.parent.mkdir(parents=True, exist_ok=True)
                save(cached, key, known)
            self._known[plugin.id, key] = known
        return known


def load(path: Path, key: str) -> PluginSchema | None:
    """The schema in `path`; None where it is absent, damaged or of other code."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return PluginSchema.model_validate(kept["schema"]) if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None


def save(path: Path, key: str, schema: PluginSchema) -> None:
    """Writes a schema with the key of the code it describes."""
    text = json.dumps({"key": key, "schema": schema.model_dump(mode="json")}, indent=1, ensure_ascii=False)
    write_bytes(path, (text + "\n").encode())


def read_schema(plugin: Found) -> PluginSchema:
    """Asks the plugin itself, in a worker of its own.

    Raises:
        StudioError: its code does not load, or describes no usable actions.
    """
    from artstudio.host.process import WorkerProcess  # not at the window's start

    worker = WorkerProcess(plugin, threads=1, bounds=_BOUNDS)
    control = Control()
    patience = threading.Timer(_PATIENCE_S, control.cancel)
    patience.daemon = True
    patience.start()
    try:
        for message in worker.ask(Describe(), control):
            if isinstance(message, Described):
                return PluginSchema.model_validate(worker.box.take(message.name))
    except ValidationError as error:
        raise ManifestError(
            "{title} describes no usable actions: {reason}", title=plugin.manifest.title, reason=error
        ) from None
    finally:
        patience.cancel()
        worker.close()
    raise ManifestError(
        "{title} did not describe itself within {seconds} seconds: ask its author",
        title=plugin.manifest.title,
        seconds=int(_PATIENCE_S),
    )


def refresh(folder: Path) -> Path:
    """Writes the schema of the plugin in `folder` beside its manifest, so that no worker is asked for it.

    Raises:
        StudioError: the plugin cannot be used.
    """
    manifest = read_manifest(folder)
    check_api(manifest, API_VERSION)
    path = folder / SCHEMA_NAME
    save(path, code_key(folder), read_schema(Found(manifest, folder, "builtin")))
    return path
