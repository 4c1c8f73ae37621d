"""A plugin's files by their hash, and copies of folders that are not trusted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from artstudio.host.installing import archives, tree
from artstudio.sdk.errors import BadFile
from tests.unit.host.installing.plugins import files, put, snapshot

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs a privilege for these")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "toy", files())


def test_the_hash_is_of_names_and_contents_and_of_nothing_else(folder: Path, tmp_path: Path) -> None:
    known = tree.digest(folder)
    assert tree.digest(put(tmp_path / "elsewhere", files())) == known
    put(folder, {"artstudio-plugin.sig": "x", "toy_p/__pycache__/a.pyc": "x", ".git/config": "x"})
    assert tree.digest(folder) == known
    (folder / "setup.py").rename(folder / "setup2.py")
    assert tree.digest(folder) != known


def test_a_copy_has_the_same_hash_and_no_rubbish(folder: Path, tmp_path: Path) -> None:
    put(folder, {"toy_p/__pycache__/actions.pyc": "evil", "toy_p/hidden.pyc": "evil", ".venv/a.py": "x"})
    tree.copy(folder, tmp_path / "copy")
    assert tree.digest(tmp_path / "copy") == tree.digest(folder)
    assert set(snapshot(tmp_path / "copy")) == set(files())


@unix
@pytest.mark.parametrize("kind", ["link", "link to a folder", "hard link", "pipe"])
def test_what_leads_out_of_a_folder_is_refused(kind: str, folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("key")
    if kind == "link":
        (folder / "x").symlink_to(secret)
    elif kind == "link to a folder":
        (folder / "x").symlink_to(tmp_path)
    elif kind == "hard link":
        os.link(secret, folder / "x")
    else:
        os.mkfifo(folder / "x")
    with pytest.raises(BadFile, match=r"^toy is refused: x in it (is a link|has a second name|is no plain)"):
        tree.copy(folder, tmp_path / "copy")
    assert not (tmp_path / "copy" / "x").exists()


@unix
def test_a_file_that_is_swapped_for_a_link_meanwhile_is_noticed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("key")
    real = os.open

    def swap_first(path: Path, *args: int) -> int:
        if Path(path).name == "setup.py":
            Path(path).unlink()
            Path(path).symlink_to(secret)
        return real(path, *args)

    monkeypatch.setattr(os, "open", swap_first)
    with pytest.raises(BadFile, match=r"cannot read|was swapped"):
        tree.copy(folder, tmp_path / "copy")


def test_too_much_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "PLUGIN", archives.Bounds(total_bytes=10))
    with pytest.raises(BadFile, match="toy is refused: it holds over"):
        tree.copy(folder, tmp_path / "copy")
    monkeypatch.setattr(tree, "PLUGIN", archives.Bounds(members=3))
    with pytest.raises(BadFile, match="toy is refused: it holds over 3 files"):
        tree.digest(folder)
