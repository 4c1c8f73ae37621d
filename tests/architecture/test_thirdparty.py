"""The plugins in tests/thirdparty are strangers: they see the public sdk and nothing else of artstudio."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
STRANGERS = sorted(manifest.parent for manifest in TOP.glob("tests/thirdparty/*/artstudio-plugin.toml"))


@pytest.mark.parametrize("folder", STRANGERS, ids=lambda folder: folder.name)
def test_a_stranger_sees_only_the_sdk(folder: Path) -> None:
    seen = set()
    for source in folder.glob("artstudio_*/**/*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                seen |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                seen.add(node.module or "")
    ours = {name for name in seen if name == "artstudio" or name.startswith("artstudio.")}
    assert ours
    assert {
        name for name in ours if name != "artstudio.sdk" and not name.startswith("artstudio.sdk.")
    } == set()


@pytest.mark.parametrize("folder", STRANGERS, ids=lambda folder: folder.name)
def test_a_stranger_is_under_the_rules(folder: Path) -> None:
    tools = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert folder.relative_to(TOP).as_posix() in tools["pytest"]["ini_options"]["pythonpath"]
    assert any(known.endswith(f"/tests/thirdparty/{folder.name}") for known in tools["mypy"]["mypy_path"])
    manifest = tomllib.loads((folder / "artstudio-plugin.toml").read_text(encoding="utf-8"))
    assert not any(manifest.get("permissions", {}).values())
