"""The installer as the studio's faces use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.base.paths import builtin_plugins
from artstudio.host.build_rules import in_sandbox
from artstudio.host.installing.environment import Environments
from artstudio.host.installing.installer import Installer
from artstudio.host.installing.store import Store
from artstudio.sandbox.report import confines, not_enforced

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.base.paths import Folders


def installer(folders: Folders, builtin: Path | None = None) -> Installer:
    """An installer for the artist's own plugins. Makes no folder and starts nothing.

    `builtin` is where the plugins lie that came with the studio, whose ids are taken.
    """
    return Installer(
        Store(folders.plugins),
        Environments(folders.cache / "environments"),
        builtin=builtin or builtin_plugins(),
        cache=folders.cache,
        not_enforced=not_enforced(),
        confine=in_sandbox if confines() else None,
    )
