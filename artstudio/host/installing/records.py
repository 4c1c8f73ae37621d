"""What is written down about an installed plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from artstudio.sdk.errors import BadFile
from artstudio.sdk.manifest import PermissionName, Permissions

if TYPE_CHECKING:
    from pathlib import Path

RECORD_NAME: Final = "installed.json"
FACTS_NAME: Final = "facts.json"
FAILURES_ALLOWED: Final = 3
_LIMIT_BYTES: Final = 65_536

Kind = Literal["folder", "zip", "wheel", "git", "index"]
_FolderName = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+_-]*$", max_length=80)]


class Facts(BaseModel):
    """Where one version came from and what was agreed to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    digest: str
    """Of its files, by `tree.digest`; empty for a linked plugin, whose files change."""
    source: str
    """As the artist gave it."""
    kind: Kind
    commit: str | None = None
    url: str | None = None
    sha256: str | None = None
    signed_by: str | None = None
    """The public key (64 hex digits) whose owner signed it."""
    granted: Permissions = Permissions()
    """The permissions that the artist accepted."""
    requirements: tuple[str, ...] = ()
    """The packages that it depends on, as its author names them."""
    built: tuple[str, ...] = ()
    """Packages whose source distributions the artist agreed to build."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Reads what `write_bytes(path, facts.to_bytes())` wrote.

        Raises:
            BadFile: it is missing or damaged.
        """
        try:
            if path.stat().st_size > _LIMIT_BYTES:
                raise ValueError
            return cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError, ValueError):
            raise BadFile("{path} cannot be read: install the plugin again", path=path) from None

    def to_bytes(self) -> bytes:
        """As it is kept."""
        return (self.model_dump_json(indent=1) + "\n").encode()


class Installed(Facts):
    """The content of `installed.json`: the facts of the current version, and how the plugin stands."""

    id: str
    current: _FolderName
    """The name of a folder in `versions`."""
    previous: _FolderName | None = None
    """The version to roll back to."""
    disabled: bool = False
    failures: int = 0
    """How many times running it has failed."""
    aside: bool = False
    """It failed too often running and is not started until the artist tries it again."""
    linked: str | None = None
    """The folder of a plugin under development; then `current` holds its environment only."""
    key: str | None = None
    """The public key that updates must be signed with; None while it has been unsigned."""
    revoked: tuple[PermissionName, ...] = ()
    """What the artist switched off of `granted`."""

    @property
    def allowed(self) -> Permissions:
        """What the plugin's worker may reach."""
        return self.granted.without(self.revoked)

    @property
    def hindrance(self) -> str | None:
        """A sentence when the artist or the studio has taken it out of use."""
        if self.disabled:
            return "it is switched off: switch it on to use it"
        if self.aside:
            return f"it failed {FAILURES_ALLOWED} times running and was set aside: try it again, or update it"
        return None

    def facts(self) -> Facts:
        """Those of the current version alone."""
        return Facts.model_validate({name: getattr(self, name) for name in Facts.model_fields})

    def now(self, current: str, facts: Facts, **changes: object) -> Installed:
        """The record with another current version."""
        values = dict(self) | {name: getattr(facts, name) for name in Facts.model_fields}
        return Installed.model_validate(values | {"current": current} | changes)
