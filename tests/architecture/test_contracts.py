"""The import contracts of pyproject.toml hold, and each of them bites when something goes against it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
COMPOSER = "plugins/rnn_composer/artstudio_rnn_composer"
PLUGINS = ("plugins/*/artstudio_*", "tests/thirdparty/*/artstudio_*")
STYLIZE = "tests/thirdparty/stylize/artstudio_stylize"

LAYERS = "Layers"
TORCH = "torch is known to sdk.nn and the plugins"
SDK_NN = "sdk.nn is for plugins"
QT = "Qt is known to ui, its raster painter to render"
PLUGIN_SEES = "Plugins see only the sdk"
NO_PLUGIN = "artstudio imports no plugin"
LIGHT_ROOTS = "Package roots stay light"
CYCLES = "No cycles between siblings"

BREAKS = [
    # what is broken, the module that breaks it, the line it gets
    (LAYERS, "artstudio/documents/broken.py", "import artstudio.ui"),
    (LAYERS, "artstudio/host/broken.py", "import artstudio.studio"),
    (LAYERS, "artstudio/cli/broken.py", "import artstudio.ui"),
    (LAYERS, "artstudio/media/broken.py", "import artstudio.engine"),
    (LAYERS, "artstudio/sdk/broken.py", "import artstudio.base"),
    (LAYERS, "artstudio/base/broken.py", "if TYPE_CHECKING: import artstudio.documents"),
    (LAYERS, "artstudio/foo/__init__.py", ""),
    (TORCH, "artstudio/documents/broken.py", "def late(): import torch"),
    (SDK_NN, "artstudio/studio/broken.py", "import artstudio.sdk.nn.fit"),
    (QT, "artstudio/engine/broken.py", "from PySide6.QtCore import QThread"),
    (QT, "artstudio/cli/broken.py", "import PySide6.QtWidgets"),
    (PLUGIN_SEES, f"{COMPOSER}/broken.py", "import artstudio.documents"),
    (PLUGIN_SEES, f"{COMPOSER}/broken.py", "import PySide6.QtGui"),
    (PLUGIN_SEES, f"{STYLIZE}/broken.py", "import artstudio.host"),
    (NO_PLUGIN, "artstudio/host/broken.py", "import artstudio_rnn_composer"),
    (LIGHT_ROOTS, "artstudio/sdk/__init__.py", "import artstudio.sdk.nn.fit"),
    (LIGHT_ROOTS, f"{COMPOSER}/__init__.py", "import torch"),
    (CYCLES, "artstudio/sdk/errors.py", "import artstudio.sdk.score"),
]


def lint_imports(top: Path) -> subprocess.CompletedProcess[str]:
    paths = [top, *(plugin.parent for place in PLUGINS for plugin in top.glob(place))]
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-logo",
        ],
        cwd=top,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sources and the contracts, to be broken."""
    top = tmp_path_factory.mktemp("copy")
    shutil.copy(TOP / "pyproject.toml", top)
    for package in [TOP / "artstudio", *(plugin for place in PLUGINS for plugin in TOP.glob(place))]:
        shutil.copytree(package, top / package.relative_to(TOP), ignore=shutil.ignore_patterns("__pycache__"))
    return top


def test_contracts_hold(copy: Path) -> None:
    checked = lint_imports(copy)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(("contract", "module", "line"), BREAKS)
def test_contract_bites(copy: Path, contract: str, module: str, line: str) -> None:
    path = copy / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    try:
        path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
        checked = lint_imports(copy)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert f"{contract} BROKEN" in checked.stdout
