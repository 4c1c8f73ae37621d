"""Schemas are read once for each state of a plugin's code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from artstudio.host.discovery import Found
from artstudio.host.schemas import SCHEMA_NAME, code_key, load, refresh
from artstudio.host.spawner import spawn
from artstudio.sdk import ManifestError, StudioError
from artstudio.sdk.manifest import read_manifest
from tests.unit.host.conftest import PLUGINS, make_host, said


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the workers started so far."""
    pids: list[int] = []

    def counted(start: Callable[[], Popen[bytes]]) -> Popen[bytes]:
        worker = spawn(start)
        pids.append(worker.pid)
        return worker

    monkeypatch.setattr("artstudio.host.process.spawn", counted)
    return pids


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    """A copy of the calm plugin, in a built-in folder of its own."""
    folder = tmp_path / "builtin" / "calm"
    shutil.copytree(PLUGINS / "calm", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_a_schema_is_asked_for_once_and_again_when_the_code_changes(
    tmp_path: Path, calm: Path, started: list[int]
) -> None:
    host = make_host(tmp_path, calm.parent)
    schema = host.schema("calm")
    assert [a.name for a in schema.actions][:2] == ["copy", "count"]
    assert schema.training(None).formats == (".txt",)
    assert (schema.evaluates, len(started)) == (True, 1)
    assert host.schema("calm") == schema
    later = make_host(tmp_path, calm.parent)  # another start of the studio
    assert later.schema("calm") == schema
    assert len(started) == 1
    code = calm / "calm_plugin" / "actions.py"
    code.write_text(code.read_text().replace('@action("Copy")', '@action("Copy all")'))
    assert later.schema("calm").action("copy").title == "Copy all"
    assert len(started) == 2
    host.close()
    later.close()


def test_a_running_worker_of_old_code_is_replaced_after_a_rescan(tmp_path: Path, calm: Path) -> None:
    host = make_host(tmp_path, calm.parent)
    assert said(host, "calm", "is-warm") == ["False"]
    code = calm / "calm_plugin" / "actions.py"
    code.write_text(code.read_text().replace("Text(str(self._warm))", 'Text("new")'))
    host.rescan()
    assert said(host, "calm", "is-warm") == ["new"]
    host.close()


def test_a_damaged_cache_is_read_anew(tmp_path: Path, calm: Path, started: list[int]) -> None:
    schema = make_host(tmp_path, calm.parent).schema("calm")
    for damage in ("", "[]", '{"key": 1}', json.dumps({"key": code_key(calm), "schema": {"actions": 5}})):
        (tmp_path / "cache" / "schemas" / "calm.json").write_text(damage)
        assert make_host(tmp_path, calm.parent).schema("calm") == schema
    assert len(started) == 5


def test_a_schema_beside_the_manifest_starts_no_worker(
    tmp_path: Path, calm: Path, started: list[int]
) -> None:
    path = refresh(calm)
    assert path == calm / SCHEMA_NAME
    assert len(started) == 1
    assert "copy" in [a.name for a in make_host(tmp_path, calm.parent).schema("calm").actions]
    assert len(started) == 1
    assert not (tmp_path / "cache").exists()


def test_the_key_follows_the_code_and_nothing_else(calm: Path) -> None:
    key = code_key(calm)
    (calm / "notes.txt").write_text("x")
    (calm / "tests").mkdir()
    (calm / "tests" / "test_x.py").write_text("x")
    (calm / "calm_plugin" / "__pycache__").mkdir(exist_ok=True)
    (calm / "calm_plugin" / "__pycache__" / "x.py").write_text("x")
    code = calm / "calm_plugin" / "actions.py"
    code.write_bytes(code.read_bytes().replace(b"\n", b"\r\n"))
    assert code_key(calm) == key
    (calm / "calm_plugin" / "more.py").touch()
    assert code_key(calm) != key


def test_a_schema_of_other_code_is_not_taken(calm: Path) -> None:
    path = refresh(calm)
    found = Found(read_manifest(calm), calm, "user")
    assert load(path, code_key(found.folder)) is not None
    assert load(path, "other") is None


def test_refreshing_what_is_no_plugin_says_why(tmp_path: Path, calm: Path) -> None:
    with pytest.raises(ManifestError, match=r"holds no artstudio-plugin\.toml"):
        refresh(tmp_path)
    (calm / "calm_plugin" / "actions.py").write_text("import nothing_like_it")
    with pytest.raises(StudioError, match="nothing_like_it"):
        refresh(calm)
    assert not (calm / SCHEMA_NAME).exists()
