from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from artstudio.base import paths
from artstudio.base.paths import Folders


def test_home_variable_gathers_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTSTUDIO_HOME", str(tmp_path / "stick"))
    folders = Folders.default()
    assert folders == Folders.under(tmp_path / "stick")
    assert all(folder.is_relative_to(tmp_path / "stick") for folder in dataclasses.astuple(folders))


def test_folders_are_distinct_and_not_made(tmp_path: Path) -> None:
    every = dataclasses.astuple(Folders.under(tmp_path))
    assert len(set(every)) == len(every)
    assert list(tmp_path.iterdir()) == []


def test_without_home_variable_the_system_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARTSTUDIO_HOME")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    every = dataclasses.astuple(Folders.default())
    assert all("artstudio" in folder.parts for folder in every)


def test_a_relative_home_does_not_follow_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.under(Path("here")).data == tmp_path / "here" / "data"


def test_a_checkout_has_its_plugins_and_resources_at_the_top() -> None:
    top = Path(paths.__file__).parents[2]
    assert paths.builtin_plugins() == top / "plugins"
    assert paths.resources() == top / "resources"
    assert paths.builtin_plugins().is_dir()
    assert paths.resources().is_dir()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "artstudio"
    (package / "bundled" / "plugins").mkdir(parents=True)
    (package / "bundled" / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.builtin_plugins() == package / "bundled" / "plugins"
    assert paths.resources() == package / "bundled" / "resources"
