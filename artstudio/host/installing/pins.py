"""The packages that a plugin stands on: what was chosen, and where it lies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from artstudio.sdk.errors import BadFile

ENVIRONMENT_NAME = "environment.json"
SITE_NAME = "site"


@dataclass(frozen=True, slots=True)
class Pin:
    """One package in one version: the wheel at `url` whose SHA-256 is `sha256` (64 hex digits)."""

    name: str
    version: str
    url: str
    sha256: str
    size_bytes: int | None
    """Of the wheel, where the index says it."""
    shared: bool
    """The studio has this very version itself: it is not installed again."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Versions that go together."""

    pins: tuple[Pin, ...] = ()
    unbuilt: tuple[str, ...] = ()
    """Names for which only a source distribution exists; then `pins` may be incomplete."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What a plugin's worker sees beside the sdk and the plugin: packages of its own and of the studio."""

    site: Path | None
    """The folder of its own packages; None where all are shared."""
    shared: dict[str, str]
    """Name -> version of the packages that it takes from the studio."""

    @classmethod
    def load(cls, folder: Path) -> Environment:
        """The environment of the installed version in `folder`; of one without packages, an empty one.

        Raises:
            BadFile: `environment.json` cannot be read.
        """
        site = folder / SITE_NAME
        path = folder / ENVIRONMENT_NAME
        try:
            shared = json.loads(path.read_text(encoding="utf-8"))["shared"] if path.is_file() else {}
            return cls(site if site.is_dir() else None, {str(k): str(v) for k, v in shared.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise BadFile("{path} cannot be read: repair the plugin", path=path) from None

    def problem(self) -> str | None:
        """A sentence when a package that the studio shares is of another version by now, else None."""
        for name, version in sorted(self.shared.items()):
            try:
                have = metadata.version(name)
            except metadata.PackageNotFoundError:
                return f"it was installed with {name} {version} of the studio, which is gone: repair it"
            if have != version:
                return (
                    f"it was installed with {name} {version} of the studio, which now has {have}: repair it"
                )
        return None
