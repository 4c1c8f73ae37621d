"""Plugins are found by their manifests; the broken ones are listed with their reasons."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from artstudio.host.discovery import Broken, Found, find_plugins
from artstudio.sdk import ManifestError
from tests.unit.host.conftest import make_host

MANIFEST = 'id = "{id}"\nversion = "1.0"\napi = "{api}"\ntitle = "{id}"\nentry = "{id}_p.actions:P"\n'


def put(folder: Path, plugin_id: str, api: str = ">=1.0,<2") -> Path:
    folder.mkdir(parents=True)
    (folder / "artstudio-plugin.toml").write_text(MANIFEST.format(id=plugin_id, api=api))
    return folder


def test_plugins_come_sorted_with_their_origin(tmp_path: Path) -> None:
    put(tmp_path / "builtin" / "z", "beta")
    put(tmp_path / "user" / "a", "alpha")
    (tmp_path / "user" / "no plugin").mkdir()
    (tmp_path / "user" / "file").touch()
    found = find_plugins(tmp_path / "builtin", tmp_path / "user", "1.0", packages=False)
    usable = [(entry.id, entry.origin) for entry in found if isinstance(entry, Found)]
    assert usable == [("alpha", "user"), ("beta", "builtin")]


def test_a_missing_folder_holds_no_plugins(tmp_path: Path) -> None:
    assert find_plugins(tmp_path / "a", tmp_path / "b", "1.0", packages=False) == []


def test_broken_ones_are_listed_with_their_reasons_and_harm_nobody(tmp_path: Path) -> None:
    put(tmp_path / "builtin" / "good", "good")
    put(tmp_path / "builtin" / "newer", "newer", api=">=9.0")
    (put(tmp_path / "builtin" / "noise", "noise") / "artstudio-plugin.toml").write_bytes(b"\xff\x00\x80")
    (put(tmp_path / "builtin" / "deep", "deep") / "artstudio-plugin.toml").write_text("a = " + "[" * 60_000)
    host = make_host(tmp_path, tmp_path / "builtin")
    reasons = {entry.id: entry.reason for entry in host.plugins() if isinstance(entry, Broken)}
    assert set(reasons) == {"newer", "noise", "deep"}
    assert reasons["newer"] == "newer needs plugin api >=9.0, this studio offers 1.0: update artstudio"
    assert host.found("good").id == "good"
    with pytest.raises(ManifestError, match="the plugin newer cannot be used: newer needs plugin api"):
        host.found("newer")


def test_a_users_plugin_with_a_built_in_id_is_refused_and_the_built_in_one_stays(tmp_path: Path) -> None:
    built_in = put(tmp_path / "builtin" / "echo", "echo")
    put(tmp_path / "user" / "my echo", "echo")
    host = make_host(tmp_path, tmp_path / "builtin")
    assert host.found("echo").folder == built_in
    (other,) = [entry for entry in host.plugins() if isinstance(entry, Broken)]
    assert other.folder == tmp_path / "user" / "my echo"
    assert other.reason == "another plugin with the id echo is already here: remove one of them"


def test_new_plugins_are_found_after_a_rescan(tmp_path: Path) -> None:
    host = make_host(tmp_path, tmp_path / "builtin")
    assert host.plugins() == []
    put(tmp_path / "user" / "late", "late")
    assert host.plugins() == []
    host.rescan()
    assert [entry.id for entry in host.plugins()] == ["late"]


def test_installed_packages_are_found_without_importing_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    package = put(site / "far_p", "far")
    (package / "__init__.py").write_text("raise SystemExit('imported')")
    info = site / "far-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: far\nVersion: 1.0\n")
    points = "[artstudio.plugins]\nfar = far_p\nlost = no_such_package\nodd = far_p.deep.er\n"
    (info / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(site))
    found = {p.id: p for p in find_plugins(tmp_path / "a", tmp_path / "b", "1.0")}
    far = found["far"]
    assert isinstance(far, Found)
    assert (far.origin, far.folder) == ("package", package)
    assert "far_p" not in sys.modules
    put(tmp_path / "b" / "mine", "far")  # the user's own copy wins
    mine = {p.id: p for p in find_plugins(tmp_path / "a", tmp_path / "b", "1.0")}["far"]
    assert isinstance(mine, Found)
    assert mine.origin == "user"
