"""Opening, bringing in and writing files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.sheet import Sheet
from artstudio.media import formats
from artstudio.sdk import Audio, Image, InvalidValue, Score, Text, Track, notes_array
from artstudio.studio import files
from artstudio.studio.landing import landing_edit
from artstudio.studio.studio import Studio

TUNE = Score((Track(notes_array([(0, 480, 69, 100), (480, 480, 69, 100)]), name="Voice"),))
RED = Image(np.full((20, 30, 4), (255, 0, 0, 255), np.uint8))


@pytest.fixture
def sheet() -> Sheet:
    made = Sheet.blank(30, 20)
    for value in (RED, TUNE, Text("Once\nupon")):
        made = landing_edit(made, value, "Given").apply(made)[0]
    return made


def test_a_project_comes_back_as_it_was_saved(sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "all.artstudio"
    files.save(sheet, path)
    project = files.open_file(path, tmp_path)
    assert project.sheet == sheet
    assert project.path == path
    assert not project.dirty


@pytest.mark.parametrize(
        "suffix",
    [".artstudio", ".ora", ".png", ".jpg", ".webp", ".mid", ".wav", ".md", ".txt", ".docx", ".html"],
)
def test_a_project_is_written_in_every_format(
    studio: Studio, sheet: Sheet, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    files.export(studio, sheet, path)
    first = path.read_bytes()
    files.export(studio, sheet, path)
    assert path.read_bytes() == first


def test_the_sound_of_a_score_is_as_long_as_the_score(studio: Studio, sheet: Sheet, tmp_path: Path) -> None:
    files.export(studio, sheet, tmp_path / "out.wav")
    sound = formats.read(tmp_path / "out.wav")
    assert isinstance(sound, Audio)
    assert sound.seconds > 1.0
    assert 0.01 < float(np.abs(sound.samples).max()) <= 1.0


@pytest.mark.parametrize(("name", "value"), [("a.png", RED), ("a.mid", TUNE), ("a.md", Text("Hello"))])
def test_other_files_open_as_new_projects(tmp_path: Path, name: str, value: Image | Score | Text) -> None:
    formats.write(value, tmp_path / name)
    project = files.open_file(tmp_path / name, tmp_path)
    assert project.path is None
    if isinstance(value, Image):
        assert files.flattened(project.sheet) == value
    elif isinstance(value, Score):
        assert project.sheet.music.score().tracks[0].notes.tolist() == value.tracks[0].notes.tolist()
    else:
        assert project.sheet.passages[0].text == "Hello"


def test_an_unknown_suffix_lists_the_known_ones(studio: Studio, sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"\.odt.*\.png"):
        files.export(studio, sheet, tmp_path / "a.odt")
    with pytest.raises(InvalidValue, match=r"\.odt.*\.mid"):
        files.open_file(tmp_path / "a.odt", tmp_path)


def test_there_must_be_something_to_write(studio: Studio, tmp_path: Path) -> None:
    for name in ("a.mid", "a.wav", "a.txt", "a.docx", "a.pdf"):
        with pytest.raises(InvalidValue, match=r"there (are no notes|is no text)"):
            files.export(studio, Sheet.blank(8, 8), tmp_path / name)
