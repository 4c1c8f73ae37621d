"""Project files whose film is not what it says: one sentence each."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from artstudio.documents.sheet import Sheet
from tests.unit.project.conftest import Save
from tests.unit.project.hostile import forge, refused, rewritten, with_json


def member(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return next(name for name in archive.namelist() if name.startswith("film/"))


def test_footage_that_is_not_what_its_name_says(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    name = member(path)
    rewritten(path, lambda members: members.update({name: members[name][:-1] + b"!"}))
    shutil.rmtree(tmp_path / "footage")
    assert "is not what its name says" in refused(path)
    assert list((tmp_path / "footage").iterdir()) == []


def test_footage_that_is_missing(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    name = member(path)
    rewritten(path, lambda members: members.__delitem__(name))
    shutil.rmtree(tmp_path / "footage")
    assert f"{name} is missing" in refused(path)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../" + "a" * 61},
        {"name": "A" * 64},
        {"name": "a" * 63},
        {"name": "a" * 64 + "\n"},
        {"frames": 0},
        {"frames": 10**400},
        {"fps": 1e308},
        {"fps": float("nan")},
        {"width_px": 10**9},
        {"path": "/etc/passwd"},
    ],
)
def test_footage_that_makes_no_sense(sheet: Sheet, save: Save, change: dict[str, Any]) -> None:
    def changed(plain: dict[str, Any]) -> None:
        plain["film"]["clips"][0]["footage"].update(change)

    assert "is damaged" in refused(with_json(save(sheet), changed))


@pytest.mark.parametrize(
    "change", [{"start": -1}, {"start": 5}, {"length": 10**12}, {"skipped_s": float("nan")}, {"id": "c2"}]
)
def test_clips_that_make_no_sense(sheet: Sheet, save: Save, change: dict[str, Any]) -> None:
    path = with_json(save(sheet), lambda plain: plain["film"]["clips"][0].update(change))
    assert "is damaged" in refused(path)


def test_footage_that_would_unpack_to_gigabytes(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    name = member(path)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    with zipfile.ZipFile(path) as archive:
        members = {one: archive.read(one) for one in archive.namelist() if one != name}
    with zipfile.ZipFile(path, "w") as archive:
        for one, data in members.items():
            archive.writestr(one, data)
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, b"")
        forge(archive, info, packed, (2 << 30) - 1)
    shutil.rmtree(tmp_path / "footage")
    assert "unpack to far more" in refused(path)
    assert not (tmp_path / "footage").exists()
