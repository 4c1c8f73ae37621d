from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from artstudio.media import formats
from artstudio.sdk import KINDS, Audio, Image, InvalidValue, Media, Score, Text, Track, kind_of, notes_array

VALUES: tuple[Media, ...] = (
    Image(np.full((4, 4, 4), 255, np.uint8)),
    Score((Track(notes_array([(0, 10, 60, 64)])),)),
    Text("word\n"),
    Audio(np.zeros((4410, 2), np.float32)),
)


@pytest.mark.parametrize("value", VALUES, ids=kind_of)
def test_every_writable_suffix_is_read_back(tmp_path: Path, value: Media) -> None:
    suffixes = formats.suffixes(kind_of(value), writing=True)
    assert suffixes
    for suffix in suffixes:
        path = tmp_path / f"a{suffix.upper()}"
        formats.write(value, path, '{"seed": 1}')
        assert kind_of(formats.read(path)) == kind_of(value)
        if kind_of(value) == "text" and suffix in (".txt", ".md"):
            assert formats.read(path) == value
        assert formats.read_recipe(path) == (None if suffix == ".txt" else '{"seed": 1}')


def test_the_table_is_sound() -> None:
    every = formats.suffixes()
    assert len(every) == len(set(every))
    assert all(format_.kind in KINDS for format_ in formats.FORMATS)
    assert ".gif" not in formats.suffixes("image", writing=True)
    assert ".mp4" not in every


def test_other_suffixes_are_refused_with_a_list(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"'\.xyz'.*\.png.*\.mid"):
        formats.read(tmp_path / "a.xyz")
    with pytest.raises(InvalidValue, match=r"\.mid \.midi"):
        formats.write(VALUES[1], tmp_path / "a.png")
    with pytest.raises(InvalidValue, match=r"\.jpg"):
        formats.write(VALUES[0], tmp_path / "a.gif")


def test_the_table_loads_no_codec() -> None:
    code = "import sys, artstudio.media.formats; print(set(sys.modules) & "
    code += "{'PIL', 'av', 'mido', 'soundfile', 'docx', 'lxml', 'markdown_it'})"
    root = Path(formats.__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert ran.stdout.strip() == "set()"
