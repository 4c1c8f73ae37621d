"""Small plugins as folders, ZIPs and wheels, and an installer that knows no index but folders."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from artstudio.host.discovery import Broken, Found, find_plugins
from artstudio.host.installing.installer import Installer
from artstudio.host.installing.store import Store
from tests.unit.host.installing.parcels import make_wheel, offline

ACTIONS = '''"""One action."""

from artstudio.sdk import Output, Plugin, Results, Run, Text, action


class P(Plugin):
    @action("Say")
    def say(self, run: Run) -> Results[Text]:
        """Say which version this is."""
        yield Output(Text("{version}"))
'''
RAISES = "raise SystemExit('code of the plugin ran')\n"


def manifest(plugin_id: str, version: str, more: str = "", *, api: str = ">=1.0,<2") -> str:
    return (
        f'id = "{plugin_id}"\nversion = "{version}"\napi = "{api}"\ntitle = "{plugin_id.title()}"\n'
        f'entry = "{plugin_id.replace("-", "_")}_p.actions:P"\nlicence = "MIT"\n{more}'
    )


def files(plugin_id: str = "toy", version: str = "1.0", more: str = "", **options: Any) -> dict[str, str]:
    """A plugin's files by their posix paths; what runs at a build is a trap."""
    package = f"{plugin_id.replace('-', '_')}_p"
    return {
        "artstudio-plugin.toml": manifest(plugin_id, version, more, **options),
        f"{package}/__init__.py": "",
        f"{package}/actions.py": ACTIONS.format(version=version),
        "setup.py": RAISES,
    }


def put(folder: Path, content: Mapping[str, str | bytes]) -> Path:
    """Lays files into a folder."""
    for name, text in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def make_zip(path: Path, content: Mapping[str, str | bytes], around: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(around + name, text)
    return path


def make_plugin_wheel(
    folder: Path, plugin_id: str = "toy", version: str = "1.0", more: str = "", **options: Any
) -> Path:
    """A wheel with the manifest inside its package, as the scaffold's pyproject.toml makes it."""
    package = f"{plugin_id.replace('-', '_')}_p"
    content = {
        f"{package}/artstudio-plugin.toml": manifest(plugin_id, version, more),
        f"{package}/__init__.py": "",
        f"{package}/actions.py": ACTIONS.format(version=version),
    }
    return make_wheel(folder, package, version, {**content, **options.pop("files", {})}, **options)


def make_installer(root: Path, **options: Any) -> Installer:
    """An installer into root/plugins; packages come from root/links only."""
    (root / "links").mkdir(parents=True, exist_ok=True)
    environments = offline(root / "cache" / "environments", root / "links")
    options = {"builtin": root / "builtin", "cache": root / "cache"} | options
    return Installer(Store(root / "plugins"), environments, **options)


def install(installer: Installer, src: Path | str, **options: Any) -> None:
    """Plans and commits."""
    with installer.plan(str(src)) as prepared:
        installer.commit(prepared, **options)


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file below `root`, what is kept only to be quick left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in ("checked.json", ".lock") and "cache" not in path.parts
    }


def seen(installer: Installer) -> dict[str, Found | Broken]:
    root = installer.store.root
    return {p.id: p for p in find_plugins(root.parent / "builtin", root, "1.0", packages=False)}


def usable(installer: Installer, plugin_id: str = "toy") -> Found:
    entry = seen(installer)[plugin_id]
    assert isinstance(entry, Found), entry
    return entry


def reason(installer: Installer, plugin_id: str = "toy") -> str:
    entry = seen(installer)[plugin_id]
    assert isinstance(entry, Broken)
    assert entry.record is not None
    return entry.reason
