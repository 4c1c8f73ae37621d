"""The tutorial's plugins are made from its own text, conform, and learn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from artstudio.engine.job import Control
from artstudio.host.requests import TrainRequest
from artstudio.sdk import Checkpoint, TrainStep
from artstudio.sdk.testing import check_plugin
from tests.unit.host.conftest import make_host, said

PAGE = Path(__file__).parents[3] / "plugins" / "README.md"
FILE = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of plugins that a reader has written at the end of the page."""
    folder = tmp_path_factory.mktemp("tutorial")
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if path.name == "actions.py":
            (path.parent / "__init__.py").touch()
    return folder


def test_the_page_writes_two_plugins(plugins: Path) -> None:
    assert {path.name for path in plugins.iterdir()} == {"posterise", "name-maker"}


@pytest.mark.parametrize("name", ["posterise", "name-maker"])
def test_they_conform(plugins: Path, name: str) -> None:
    assert [str(found) for found in check_plugin(plugins / name) if not found.ok] == []


def test_the_name_maker_learns_and_invents(plugins: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\n".join(f"{a}{b}{c}a" for a in "LMN" for b in "aeio" for c in ("ri", "li", "na")))
    host = make_host(tmp_path, plugins)
    events = list(host.train(TrainRequest("name-maker", (names,), tmp_path / "run"), Control()))
    assert isinstance(events[0], TrainStep)
    assert isinstance(events[-1], Checkpoint)
    model = events[-1].folder
    (made,) = said(host, "name-maker", "invent", params={"count": 20}, model=model, seed=3)
    assert len(made.splitlines()) == 20
    assert all(re.fullmatch(r"[LMN][aeio](?:ri|li|na)*\w*a", name) for name in made.splitlines())
    assert said(host, "name-maker", "invent", params={"count": 20}, model=model, seed=3) == [made]
    host.close()
