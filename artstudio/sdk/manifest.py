"""`artstudio-plugin.toml`: what a plugin says of itself, read without importing anything of it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from artstudio.sdk.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST_NAME = "artstudio-plugin.toml"
PLUGIN_ID = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_COMPARISON = re.compile(r"(>=|<=|==|<|>)\s*(\d+)(?:\.(\d+))?$")


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


DeviceName = Literal["camera", "microphone", "midi", "serial"]
PermissionName = Literal["network", "files", DeviceName]


class Permissions(_Section):
    """What the worker may reach beyond its own folder, its models and the inputs handed to it.

    The GPU is always granted. `reasons` says why each is needed, in words for artists: they are shown
    beside it when the plugin is installed.
    """

    network: bool = False
    files: Literal[False, "read", "write"] = False
    devices: tuple[DeviceName, ...] = ()
    reasons: dict[PermissionName, Annotated[str, Field(max_length=200)]] = {}

    @property
    def names(self) -> tuple[PermissionName, ...]:
        """What is asked for: "network", "files" and the names of devices."""
        asked: list[PermissionName] = ["network"] if self.network else []
        if self.files:
            asked.append("files")
        return (*asked, *dict.fromkeys(self.devices))

    def without(self, names: Iterable[str]) -> Permissions:
        """These permissions less those with `names`."""
        gone = set(names)
        return Permissions(
            network=self.network and "network" not in gone,
            files=False if "files" in gone else self.files,
            devices=tuple(name for name in self.devices if name not in gone),
            reasons=self.reasons,
        )


class ModelEntry(_Section):
    """A model that comes with the plugin: `folder` lies below `models` in the plugin's own folder.

    Those of plugins that come with the studio lie below its `resources/models`.
    """

    name: str
    folder: str
    title: str = ""

    @field_validator("folder")
    @classmethod
    def _inside(cls, folder: str) -> str:
        parts = folder.split("/")
        if any(part in ("", ".", "..") for part in parts) or re.search(r"[\\:\x00]", folder):
            raise PydanticCustomError("folder", "write a folder inside of models, like starter")
        return folder


class Manifest(_Section):
    """The checked content of a manifest file."""

    id: Annotated[str, Field(pattern=PLUGIN_ID.pattern, max_length=64)]
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+)*([a-z0-9.+-]*)$", max_length=32)]
    api: str
    title: Annotated[str, Field(min_length=1, max_length=80)]
    summary: str = ""
    entry: Annotated[str, Field(pattern=r"^[A-Za-z_][\w.]*:[A-Za-z_]\w*$")]
    licence: str = ""
    trains: bool = False
    permissions: Permissions = Permissions()
    models: tuple[ModelEntry, ...] = ()

    @property
    def package(self) -> str:
        """The importable top-level package of the entry."""
        return self.entry.split(":")[0].split(".")[0]


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`.

    Raises:
        ManifestError: one sentence saying what is missing or wrong and which side to mend.
    """
    path = folder / MANIFEST_NAME
    try:
        if path.stat().st_size > 65_536:
            raise ManifestError("{name} is over 64 KiB: shorten it", name=MANIFEST_NAME)
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ManifestError("{folder} holds no {name}", folder=folder.name, name=MANIFEST_NAME) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ManifestError("{name} cannot be read: {reason}", name=MANIFEST_NAME, reason=error) from None
    try:
        manifest = Manifest.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ManifestError(
            "{name}: {key}: {reason}", name=MANIFEST_NAME, key=key, reason=first["msg"].lower()
        ) from None
    return manifest


def check_api(manifest: Manifest, offered: str) -> None:
    """Refuses a plugin made for another api than the `offered` one ("1.0").

    Raises:
        ManifestError: a malformed range, or a sentence saying which side to upgrade.
    """
    have = tuple(int(part) for part in offered.split(".")[:2])
    for clause in manifest.api.split(","):
        match = _COMPARISON.match(clause.strip())
        if match is None:
            raise ManifestError('api = "{api}" is no range: write it like ">=1.0,<2"', api=manifest.api)
        sign, major, minor = match[1], int(match[2]), int(match[3] or 0)
        want = (major, minor)
        if (sign == ">=" and have < want) or (sign == ">" and have <= want) or (sign == "==" and have < want):
            raise ManifestError(
                "{title} needs plugin api {api}, this studio offers {offered}: update artstudio",
                title=manifest.title,
                api=manifest.api,
                offered=offered,
            )
        if (sign == "<" and have >= want) or (sign == "<=" and have > want) or (sign == "==" and have > want):
            raise ManifestError(
                "{title} was made for plugin api {api}, this studio offers {offered}: update the plugin",
                title=manifest.title,
                api=manifest.api,
                offered=offered,
            )
