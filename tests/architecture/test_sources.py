"""House rules on the sources that no linter knows."""

from __future__ import annotations

import ast
import inspect
import re
import statistics
import tomllib
from pathlib import Path

import pytest

import artstudio.sdk

TOP = Path(__file__).parents[2]
STRANGERS = sorted(TOP.glob("tests/thirdparty/*/artstudio_*"))
PRODUCT = sorted([*TOP.glob("artstudio/**/*.py"), *TOP.glob("plugins/*/artstudio_*/**/*.py")])
PLUGINS = sorted(TOP.glob("plugins/*/artstudio_*"))
TESTS = sorted([*TOP.glob("tests/**/*.py"), *TOP.glob("plugins/*/tests/**/*.py")])

LONGEST = 400
MEDIAN = 150


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_long() -> None:
    assert {str(p.relative_to(TOP)): n for p in PRODUCT + TESTS if (n := lines(p)) > LONGEST} == {}


def test_most_files_are_short() -> None:
    assert statistics.median(n for p in PRODUCT if (n := lines(p))) <= MEDIAN


@pytest.mark.parametrize("package", PLUGINS, ids=lambda package: package.name)
def test_every_plugin_is_under_the_rules(package: Path) -> None:
    tools = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    folder = package.parent.relative_to(TOP).as_posix()
    assert package.name in tools["importlinter"]["root_packages"]
    assert package.name in tools["mypy"]["packages"]
    assert folder in tools["hatch"]["build"]["targets"]["wheel"]["dev-mode-dirs"]
    assert folder in tools["pytest"]["ini_options"]["pythonpath"]


@pytest.mark.parametrize("package", STRANGERS, ids=lambda package: package.name)
def test_a_strangers_plugin_is_under_the_contracts_and_in_no_wheel(package: Path) -> None:
    tools = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    folder = package.parent.relative_to(TOP).as_posix()
    assert package.name in tools["importlinter"]["root_packages"]
    assert folder not in tools["hatch"]["build"]["targets"]["wheel"]["dev-mode-dirs"]


def test_rendering_uses_only_the_raster_painter() -> None:
    allowed = {"PySide6.QtCore", "PySide6.QtGui"}
    used = {
        name
        for path in TOP.glob("artstudio/render/**/*.py")
        for name in imported(path)
        if name.startswith("PySide6")
    }
    assert used <= allowed


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


def test_tests_wait_for_what_they_wait_for() -> None:
    sleeps = re.compile(r"qtbot\.wait\(|QTest\.qWait\(|QThread\.m?sleep\(")
    asleep = [
        str(p.relative_to(TOP)) for p in TESTS if p != Path(__file__) and sleeps.search(p.read_text("utf-8"))
    ]
    assert asleep == []


@pytest.mark.parametrize("name", artstudio.sdk.__all__)
def test_every_word_of_the_sdk_is_explained(name: str) -> None:
    thing = getattr(artstudio.sdk, name)
    if not (inspect.isclass(thing) or inspect.isroutine(thing)):
        return  # a constant or an alias: its comment stands beside it
    text = vars(thing).get("__doc__") if inspect.isclass(thing) else thing.__doc__
    assert text, f"artstudio.sdk.{name} has no docstring"
    assert not text.startswith(f"{name}("), f"artstudio.sdk.{name} has only the docstring dataclasses made"
