"""The conformance kit run on a plugin that nobody has agreed to yet: under the rules of a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.host.confinement import rules_for
from artstudio.host.discovery import Found
from artstudio.host.grants import Grants
from artstudio.host.launching import launched, worker_environment
from artstudio.sdk.manifest import read_manifest
from artstudio.sdk.testing import Finding, check_plugin

if TYPE_CHECKING:
    from pathlib import Path


def check(folder: Path, *, models: Path, model: Path | None = None) -> list[Finding]:
    """What the kit finds out about the plugin in `folder`, which gets just the permissions it asks for.

    A plugin that conforms here needs nothing that it will not be given. Raises nothing: a manifest that
    cannot be read is a finding.
    """

    def start(
        module: str, arguments: list[str], *, read: list[Path], write: Path
    ) -> tuple[list[str], dict[str, str]]:
        manifest = read_manifest(folder)
        found = Found(manifest, folder.absolute(), "user")
        reached = [models / entry.folder for entry in manifest.models]
        rules = rules_for(found, write, Grants(frozenset(read)), reached, permissions=manifest.permissions)
        return launched(rules, module, *arguments), worker_environment(write / "work", 1)

    return check_plugin(folder, models=models, model=model, start=start)
