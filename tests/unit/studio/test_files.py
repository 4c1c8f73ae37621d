"""Opening, bringing in and writing files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.media import formats
from artstudio.sdk import Audio, Image, InvalidValue, Score, Text, Track, notes_array
from artstudio.studio import files
from artstudio.studio.landing import landing_edit
from artstudio.studio.recipes import recipe_in
from artstudio.studio.studio import Studio
from tests.unit.media.prose.prose_rig import BOOK

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


@pytest.mark.parametrize("suffix", [".md", ".docx", ".html"])
def test_a_book_opens_with_its_looks_and_recipe(studio: Studio, tmp_path: Path, suffix: str) -> None:
    recipe = Recipe("writer", "1", "continue", seed=7)
    passage = Passage("p1", "Frost", BOOK, recipe)
    path = tmp_path / f"book{suffix}"
    files.export(studio, Sheet(Sheet.blank(8, 8).canvas, passages=(passage,)), path)
    opened = files.open_file(path, tmp_path).sheet.passages
    assert [(one.title, one.prose, one.recipe) for one in opened] == [("book", BOOK, recipe)]
    brought = landing_edit(Sheet.blank(8, 8), files.read_content(path), "book", recipe=recipe_in(path))
    assert [one.prose for one in brought.apply(Sheet.blank(8, 8))[0].passages] == [BOOK]


def test_all_passages_are_written_one_after_the_other(studio: Studio, tmp_path: Path) -> None:
    one, two = Passage("p1", "One", BOOK), Passage.plain("p2", "Two", "the end")
    sheet = Sheet(Sheet.blank(8, 8).canvas, passages=(one, two))
    for suffix in (".docx", ".html", ".md"):
        files.export(studio, sheet, tmp_path / f"a{suffix}")
        text = files.open_file(tmp_path / f"a{suffix}", tmp_path).sheet.passages[0].prose.text
        assert text == f"{BOOK.text}\n\nthe end"
    files.export(studio, sheet, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").endswith("霜降。\n\nthe end")


def test_a_result_is_written_as_it_is_or_as_paragraphs(studio: Studio, tmp_path: Path) -> None:
    words = Text("# not *a* heading\n\n霜降")
    for suffix in (".md", ".txt"):
        files.write_result(studio, words, tmp_path / f"a{suffix}")
        assert (tmp_path / f"a{suffix}").read_bytes() == words.text.encode()
    for suffix in (".docx", ".html"):
        files.write_result(studio, words, tmp_path / f"a{suffix}")
        assert files.read_media(tmp_path / f"a{suffix}") == words
        assert files.read_content(tmp_path / f"a{suffix}") == Prose.plain(words.text)
    files.check_writable(tmp_path / "a.pdf", ["text"])
    assert ".pdf" in files.exportable()
    assert ".pdf" not in files.openable()


def test_pdf_is_written_of_passages_and_of_results(qapp: object, studio: Studio, tmp_path: Path) -> None:
    sheet = Sheet(Sheet.blank(8, 8).canvas, passages=(Passage("p1", "One", BOOK),))
    files.export(studio, sheet, tmp_path / "a.pdf")
    files.write_result(studio, Text("frost"), tmp_path / "b.pdf")
    for name in ("a.pdf", "b.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_an_unknown_suffix_lists_the_known_ones(studio: Studio, sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"\.odt.*\.png"):
        files.export(studio, sheet, tmp_path / "a.odt")
    with pytest.raises(InvalidValue, match=r"\.odt.*\.mid"):
        files.open_file(tmp_path / "a.odt", tmp_path)


def test_there_must_be_something_to_write(studio: Studio, tmp_path: Path) -> None:
    for name in ("a.mid", "a.wav", "a.txt", "a.docx", "a.pdf"):
        with pytest.raises(InvalidValue, match=r"there (are no notes|is no text)"):
            files.export(studio, Sheet.blank(8, 8), tmp_path / name)
