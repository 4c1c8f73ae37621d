"""A built wheel carries the built-in plugins and the resources, and finds them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what an installer takes out of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = next(WheelBuilder(str(TOP)).build(directory=str(folder), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def run(site: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def files(folder: Path) -> set[str]:
    """What of a source folder belongs into the wheel, as paths below it."""
    below = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {
        path.as_posix()
        for path in below
        if not {"tests", "__pycache__"} & set(path.parts) and path.name != "conftest.py"
    }


def test_wheel_holds_every_plugin_and_resource(installed: Path) -> None:
    bundled = installed / "artstudio" / "bundled"
    assert files(bundled / "plugins") == files(TOP / "plugins")
    shown_on_the_web = {name for name in files(TOP / "resources") if name.startswith("readme/")}
    assert shown_on_the_web
    assert files(bundled / "resources") == files(TOP / "resources") - shown_on_the_web
    assert (bundled / "plugins/rnn_composer/artstudio_rnn_composer/__init__.py").is_file()


def test_wheel_holds_the_whole_package(installed: Path) -> None:
    held = {name for name in files(installed / "artstudio") if not name.startswith("bundled/")}
    assert held == files(TOP / "artstudio")


def test_wheel_holds_no_tests_and_nothing_beside_the_package(installed: Path) -> None:
    assert {path.name for path in installed.iterdir()} == {"artstudio", "artstudio-0.1.0.dist-info"}
    assert not any("tests" in path.parts for path in installed.rglob("*.py"))


def test_installed_package_finds_them(installed: Path) -> None:
    program = "from artstudio.base.paths import *; print(builtin_plugins(), resources(), sep='\\n')"
    assert run(installed, "-c", program).splitlines() == [
        str(installed / "artstudio/bundled/plugins"),
        str(installed / "artstudio/bundled/resources"),
    ]


def test_installed_studio_lists_its_plugins(installed: Path) -> None:
    if not (TOP / "artstudio/__main__.py").exists():
        pytest.skip("there is no command line yet")
    listed = json.loads(run(installed, "-m", "artstudio", "plugins", "list", "--json"))
    assert "rnn-composer" in {plugin["id"] for plugin in listed["plugins"]}


def test_wheel_holds_the_manual_as_web_pages(installed: Path) -> None:
    manual = installed / "artstudio" / "bundled" / "manual"
    assert "Ctrl+Shift+P" in (manual / "en" / "shortcuts.html").read_text("utf-8")
    assert (manual / "zh_CN" / "paint.html").is_file()
    assert (manual / "images" / "window.png").is_file()
    assert (manual / "index.html").is_file()
