"""Puts the manual as web pages into a wheel, made from the Markdown of the checkout. Run by hatchling."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "artstudio/bundled/manual"


class ManualHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration has no type of ours
    """`dependencies` in pyproject.toml see to markdown-it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return  # a checkout shows the Markdown
        sys.path.insert(0, self.root)
        from artstudio.studio.manual.site import write_site

        self._scratch = tempfile.TemporaryDirectory()
        site = Path(self._scratch.name)
        for path in write_site(Path(self.root) / "resources" / "manual", site):
            build_data["force_include"][str(path)] = f"{INSIDE}/{path.relative_to(site).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self._scratch.cleanup()
            sys.path.remove(self.root)
