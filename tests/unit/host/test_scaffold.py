"""A new plugin works before its author has changed a line."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from artstudio.host.discovery import Found
from artstudio.host.scaffold import KINDS, new_plugin
from artstudio.sdk import BadFile, InvalidValue
from artstudio.sdk.testing import check_plugin
from tests.unit.host.conftest import make_host


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_conforms(tmp_path: Path, kind: str) -> None:
    folder = new_plugin(f"my-{kind}", tmp_path, kind)
    assert folder == tmp_path / f"my-{kind}"
    assert [str(found) for found in check_plugin(folder) if not found.ok] == []
    assert {path.name for path in tmp_path.iterdir()} == {f"my-{kind}"}


def test_it_is_found_by_the_host_and_describes_its_action(tmp_path: Path) -> None:
    new_plugin("image", tmp_path / "user", "image")
    host = make_host(tmp_path, tmp_path / "builtin")
    (found,) = host.plugins()
    assert isinstance(found, Found)
    assert host.schema("image").action("blur").inputs[0].kind == "image"
    host.close()


def test_its_project_file_names_what_it_holds(tmp_path: Path) -> None:
    folder = new_plugin("star-gazer", tmp_path, "video")
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"]["artstudio.plugins"] == {"star-gazer": "artstudio_star_gazer"}
    assert project["project"]["dependencies"] == []
    assert (folder / "artstudio_star_gazer" / "actions.py").is_file()
    for path in folder.rglob("*"):
        assert "$" not in (path.read_text(encoding="utf-8") if path.is_file() else "")


def test_its_own_test_passes(tmp_path: Path) -> None:
    folder = new_plugin("my-text", tmp_path, "text")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


BAD_NAMES = ["", "My Plugin", "a_b", "-a", "a-", "1st", "../x", "a/b", "é", "x" * 41, "a\n"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_cannot_be_an_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValue, match="cannot be a plugin's id") as refused:
        new_plugin(name, tmp_path)
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_the_sentence_offers_a_name_that_would_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="as in my-plugin"):
        new_plugin("My Plugin!", tmp_path)


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "blur").write_text("mine")
    with pytest.raises(BadFile, match="is already there: choose another name"):
        new_plugin("blur", tmp_path)
    assert (tmp_path / "blur").read_text() == "mine"


def test_an_unknown_kind_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="no kind of plugin smell; known are: image, music, text, video"):
        new_plugin("blur", tmp_path, "smell")


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadFile, match="cannot be made"):
        new_plugin("blur", tmp_path / "file")
