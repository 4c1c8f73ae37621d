"""Reading pictures to learn from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as pil

from artstudio.sdk import BadFile
from artstudio.sdk.nn.pictures import is_held_out, read_corpus


def finished(steps: Iterator[Any]) -> Any:
    """What a generator returns once it is driven to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def png(seed: int = 0) -> bytes:
    out = io.BytesIO()
    pil.fromarray(np.random.default_rng(seed).integers(0, 256, (40, 48, 3), np.uint8)).save(out, "PNG")
    return out.getvalue()


def folder_of(path: Path, count: int) -> Path:
    path.mkdir()
    for number in range(count):
        (path / f"picture-{number}.png").write_bytes(png(number))
    return path


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_folders_and_archives_give_the_same_pictures(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "pictures", 12)
    archive = packed(tmp_path / "a.zip", {f"x/{file.name}": file.read_bytes() for file in folder.iterdir()})
    one, other = finished(read_corpus([folder])), finished(read_corpus([archive]))
    assert [name for name, _ in one.train] == [name for name, _ in other.train]
    assert len(one.train) + len(one.held_out) == 12
    assert all(is_held_out(name) for name, _ in one.held_out)


def test_the_same_name_falls_to_the_same_side_whatever_its_format() -> None:
    names = [f"painting-{n}" for n in range(2000)]
    assert all(is_held_out(f"a/{name}.png") == is_held_out(f"b/{name}.jpg") for name in names)
    assert 0.07 < sum(map(is_held_out, names)) / len(names) < 0.14


def test_broken_pictures_are_left_out_and_nothing_at_all_is_said(tmp_path: Path) -> None:
    archive = packed(tmp_path / "a.zip", {"good.png": png(), "bad.png": b"no picture", "note.txt": b"hello"})
    assert len(finished(read_corpus([archive])).train) == 1
    with pytest.raises(BadFile, match="no picture in"):
        finished(read_corpus([packed(tmp_path / "b.zip", {"bad.png": b"no picture"})]))


@pytest.mark.parametrize("member", ["../out.png", "/etc/out.png", "C:/out.png", "..\\out.png"])
def test_an_unsafe_archive_is_refused_whole(tmp_path: Path, member: str) -> None:
    with pytest.raises(BadFile, match=r"unsafe path|no ZIP file"):
        finished(read_corpus([packed(tmp_path / "a.zip", {"good.png": png(), member: png()})]))


def test_no_archive_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK nonsense")
    with pytest.raises(BadFile, match="damaged"):
        finished(read_corpus([tmp_path / "a.zip"]))
