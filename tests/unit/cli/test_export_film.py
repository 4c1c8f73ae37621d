"""`artstudio export` of a project with a film."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from artstudio.cli import main
from artstudio.documents.canvas import Canvas
from artstudio.documents.film import Clip, Film
from artstudio.documents.sheet import Sheet
from artstudio.media.footage import write_footage
from artstudio.studio import files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file of twelve dark red pictures beside an empty canvas."""
    pictures = np.full((12, 24, 32, 3), (90, 0, 0), np.uint8)
    footage = write_footage(tmp_path / "footage", 12, [pictures])
    sheet = Sheet(Canvas(32, 24), film=Film((Clip("c1", "", footage, 0, 12),), 12))
    files.save(sheet, tmp_path / "mine.artstudio")
    return tmp_path / "mine.artstudio"


def exported(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main.run(["export", *map(str, words)])
    out, err = capsys.readouterr()
    return int(end.value.code or 0), out, err


def test_a_film_is_written_as_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project.with_name("a.mp4")
    words = ("--out", out, "--fps", 24, "--width", 64, "--quality", "draft", "--no-sound", "--json")
    status, said, _err = exported(capsys, project, *words)
    assert (status, json.loads(said)) == (0, {"output": str(out)})
    with av.open(str(out)) as file:
        picture = file.streams.video[0]
        assert (picture.width, picture.height, picture.frames) == (64, 48, 24)


def test_picture_or_film_where_the_suffix_can_be_both(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def corner(name: str, *flags: str) -> tuple[int, ...]:
        out = project.with_name(name)
        status, said, err = exported(capsys, project, "--out", out, *flags)
        assert status == 0, err
        written = Path(said.strip())
        with Image.open(written if written.is_file() else written / f"{written.name}_00012.png") as picture:
            return tuple(np.asarray(picture.convert("RGB"))[0, 0].tolist())

    white, red = (255, 255, 255), (90, 0, 0)
    assert corner("a.webp") == corner("a.png") == corner("b.webp", "--no-film") == white
    assert corner("a.png", "--film") == red
    for name, flags in (("a.gif", ()), ("c.webp", ("--film",))):
        assert np.abs(np.subtract(corner(name, *flags), red)).max() < 8


def test_what_is_no_film_is_wrong_usage_and_no_clips_one_sentence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, part in ((("a.wav", "--film"), ".webm"), (("a.mp4", "--no-film"), ".wav")):
        status, _said, err = exported(capsys, project, "--out", project.with_name(words[0]), *words[1:])
        assert (status, part in err) == (2, True)
    files.save(Sheet.blank(16, 16), project)
    status, said, err = exported(capsys, project, "--out", project.with_name("a.mp4"))
    assert (status, said, err.count("\n")) == (1, "", 1)
    assert "no film" in err
