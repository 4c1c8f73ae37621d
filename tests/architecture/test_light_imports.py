"""What may not be loaded is not loaded: contracts see import statements, this sees what really happens."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
ACTIONS = [
    (manifest.parent, tomllib.loads(manifest.read_text(encoding="utf-8"))["entry"].partition(":")[0])
    for manifest in sorted(TOP.glob("plugins/*/artstudio-plugin.toml"))
]


def loaded_by(module: str, *, beside: Path = TOP) -> set[str]:
    """The top-level packages that a fresh Python has loaded after importing `module`."""
    program = f"import {module}, sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=beside,  # comes first on the path of `python -c`
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_window_loads_no_torch() -> None:
    if not (TOP / "artstudio/ui/app.py").exists():
        pytest.skip("there is no window yet")
    assert "PySide6" in (loaded := loaded_by("artstudio.ui.app"))
    assert "torch" not in loaded


def test_the_command_line_loads_neither_torch_nor_qt() -> None:
    if not (TOP / "artstudio/cli/main.py").exists():
        pytest.skip("there is no command line yet")
    assert not {"torch", "PySide6", "shiboken6"} & loaded_by("artstudio.cli.main")


def test_the_sdk_needs_numpy_and_pydantic_alone() -> None:
    both = {"numpy", "pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
    strangers = loaded_by("artstudio.sdk") - loaded_by("sys") - both - set(sys.stdlib_module_names)
    # a platform's private part of the standard library is not in that list
    assert {name for name in strangers if not name.startswith("_sysconfigdata")} == {"artstudio"}


@pytest.mark.parametrize(("plugin", "entry"), ACTIONS, ids=[folder.name for folder, _ in ACTIONS])
def test_a_plugin_describes_itself_without_torch(plugin: Path, entry: str) -> None:
    assert "torch" not in loaded_by(entry, beside=plugin)
