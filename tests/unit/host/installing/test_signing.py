"""Signatures: made, found good, and found bad after any change."""

from __future__ import annotations

import json
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from artstudio.host.installing import signing, wheels
from artstudio.sdk.errors import BadFile
from tests.unit.host.installing.plugins import files, make_plugin_wheel, manifest, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "toy", files())


def test_who_signed_is_known_and_any_change_is_noticed(folder: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    public = signing.new_key(key)
    assert signing.verify(folder) is None
    assert signing.sign(folder, key) == public
    assert signing.verify(folder) == public
    for name, text in (
        ("toy_p/actions.py", "evil = 1"),
        ("toy_p/more.py", ""),
        ("artstudio-plugin.toml", manifest("toy", "1.1")),
    ):
        kept = (folder / name).read_bytes() if (folder / name).exists() else None
        (folder / name).write_text(text)
        with pytest.raises(BadFile, match="Toy is refused: its files are not those that its author signed"):
            signing.verify(folder)
        (folder / name).unlink() if kept is None else (folder / name).write_bytes(kept)
    assert signing.verify(folder) == public


def test_a_signature_under_anothers_key_is_bad(folder: Path, tmp_path: Path) -> None:
    signing.new_key(tmp_path / "mine.pem")
    other = signing.new_key(tmp_path / "other.pem")
    signing.sign(folder, tmp_path / "mine.pem")
    said = json.loads((folder / "artstudio-plugin.sig").read_text())
    (folder / "artstudio-plugin.sig").write_text(json.dumps(said | {"key": other}))
    with pytest.raises(BadFile, match="not those that its author signed"):
        signing.verify(folder)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"key": "00"}', '{"key": "zz", "signature": 1}', "[" * 4000, "x" * 5000]
)
def test_rubbish_is_no_signature(folder: Path, text: str) -> None:
    (folder / "artstudio-plugin.sig").write_text(text)
    with pytest.raises(BadFile, match="is no signature"):
        signing.verify(folder)


def test_a_key_is_written_once_and_for_its_owner_only(tmp_path: Path) -> None:
    signing.new_key(tmp_path / "key.pem")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    with pytest.raises(BadFile, match="is there already"):
        signing.new_key(tmp_path / "key.pem")


def test_a_key_in_the_plugins_folder_or_of_another_kind_is_refused(folder: Path, tmp_path: Path) -> None:
    signing.new_key(folder / "key.pem")
    with pytest.raises(BadFile, match="lies in the plugin"):
        signing.sign(folder, folder / "key.pem")
    (tmp_path / "text").write_text("no key")
    with pytest.raises(BadFile, match="holds no Ed25519 key"):
        signing.sign(folder, tmp_path / "text")


def test_a_wheel_is_signed_in_its_place_and_still_a_wheel(tmp_path: Path) -> None:
    public = signing.new_key(tmp_path / "key.pem")
    wheel = make_plugin_wheel(tmp_path)
    for _ in range(2):  # the second signature takes the place of the first
        assert wheels.sign(wheel, tmp_path / "key.pem") == public
    root = tmp_path / "unpacked"
    wheels.unpack(wheel, root)
    assert signing.verify(root / "toy_p") == public
    with zipfile.ZipFile(wheel) as archive:
        record = archive.read("toy_p-1.0.dist-info/RECORD").decode().splitlines()
    assert [row.partition(",")[0] for row in record] == ["toy_p/artstudio-plugin.sig"]
    (root / "toy_p" / "actions.py").write_text("evil = 1")
    with pytest.raises(BadFile, match="not those that its author signed"):
        signing.verify(root / "toy_p")
