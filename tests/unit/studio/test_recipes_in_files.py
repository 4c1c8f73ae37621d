"""Which files carry a recipe, by every way out of the studio, and what is made of a hostile one."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from artstudio.cli import main
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.forks import Branch, Fork
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.media import formats
from artstudio.media.footage import write_footage
from artstudio.sdk import Audio, Image, Media, Score, Text, Track, Video, kind_of, notes_array
from artstudio.studio import files
from artstudio.studio.recipes import MOST_NBYTES, parsed_recipe, recipe_in
from artstudio.studio.rendering import RenderSettings, render, target
from artstudio.studio.studio import Studio

MADE = Recipe("toy", "1.0.0", "fill", "mine", "ab" * 32, {"words": '绘 <b>"--\\\u0007 -->'}, 41, ("cd" * 32,))
LARGE = replace(MADE, params={"words": "long " * 12_500})
HUGE = replace(MADE, params={"words": "x" * MOST_NBYTES})
NOTES = notes_array([(0, 480, 60, 90)])
PIXELS = np.full((24, 32, 4), 90, np.uint8)
GREY = Image(PIXELS)

PICTURES = (".png", ".jpg", ".webp", ".tif")
TUNES = (".mid", ".wav", ".flac", ".ogg")
TEXTS = (".md", ".docx", ".html", ".pdf")
FILMS = (".mp4", ".webm", ".gif", ".webp", ".png")
STILL = (*PICTURES, *TUNES, *TEXTS)


def film(folder: Path) -> Footage:
    return write_footage(folder, 12, [np.full((4, 24, 32, 3), 90, np.uint8)])


def sheet_of(folder: Path, recipe: Recipe = MADE) -> Sheet:
    """Something of everything, all made by `recipe`; the text only in a branch that shows."""
    layer = Layer("l1", "Grey", Tiles.from_image(GREY), recipe=recipe)
    by_hand = MusicTrack("t1", Track(conductor=True))
    fork = Fork("f1", 4, 9, 1, (Branch(Prose()), Branch(Prose.plain(" upon"), recipe)))
    passage = Passage("p1", "Page", Prose.plain("Once upon"), forks=(fork,))
    return Sheet(
        Canvas(32, 24, (layer,)),
        Music(tracks=(by_hand, MusicTrack("t2", Track(NOTES), recipe=recipe))),
        (passage,),
        Film((Clip("c1", "", film(folder / "footage"), 0, 4, recipe=recipe),), 12),
    )


def lying(path: Path) -> Path:
    """The file, or of a folder of numbered pictures one of them."""
    place = path.with_suffix("")
    return sorted(place.iterdir())[2] if place.is_dir() else path


@pytest.fixture(params=[MADE, LARGE], ids=["small", "large"])
def recipe(request: pytest.FixtureRequest) -> Recipe:
    assert isinstance(request.param, Recipe)
    assert len(request.param.canonical()) <= MOST_NBYTES
    return request.param


@pytest.mark.parametrize("suffix", STILL)
def test_what_the_project_exports_carries_its_recipe(
    qapp: object, studio: Studio, tmp_path: Path, suffix: str, recipe: Recipe
) -> None:
    sheet, path = sheet_of(tmp_path, recipe), tmp_path / f"out{suffix}"
    assert files.export(studio, sheet, path) is None
    assert recipe_in(path) == recipe
    assert not [value for value in _opened(path, tmp_path) if value != recipe]
    before = path.read_bytes()
    files.export(studio, sheet, path)
    assert path.read_bytes() == before


def _opened(path: Path, folder: Path) -> Iterator[Recipe | None]:
    if path.suffix not in files.openable():
        return
    sheet = files.open_file(path, folder).sheet
    yield from (layer.recipe for layer in sheet.canvas.layers)
    yield from (track.recipe for track in sheet.music.tracks)
    yield from (passage.recipe for passage in sheet.passages)


@pytest.mark.parametrize("suffix", FILMS)
def test_a_rendered_film_carries_its_recipe(
    studio: Studio, tmp_path: Path, suffix: str, recipe: Recipe
) -> None:
    sheet = sheet_of(tmp_path, recipe)
    for name in ("a", "b"):
        for _done in render(studio, sheet, tmp_path / f"{name}{suffix}", RenderSettings(suffix, sound=False)):
            pass
    first, second = (lying(tmp_path / f"{name}{suffix}") for name in ("a", "b"))
    assert recipe_in(first) == recipe
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("value", "suffixes"),
    [(GREY, PICTURES), (Score((Track(NOTES),)), TUNES), (Text("Once\n"), TEXTS),
     (Audio(np.zeros((99, 2), np.float32)), TUNES[1:]), (None, FILMS)],
    ids=["image", "score", "text", "audio", "film"],
)  # fmt: skip
def test_a_result_carries_its_recipe(
    qapp: object, studio: Studio, tmp_path: Path, value: Media | None, suffixes: tuple[str, ...],
    recipe: Recipe,
) -> None:  # fmt: skip
    made = film(tmp_path / "footage") if value is None else value
    for suffix in suffixes:
        first, second = (tmp_path / name / f"out{suffix}" for name in ("a", "b"))
        for path in (first, second):
            path.parent.mkdir(exist_ok=True)
            assert files.write_result(studio, made, path, recipe) is None
        first, second = lying(first), lying(second)
        assert recipe_in(first) == recipe, suffix
        assert first.read_bytes() == second.read_bytes(), suffix


def test_plain_text_has_no_place_for_one(studio: Studio, tmp_path: Path) -> None:
    files.write_result(studio, Text("Once\n"), tmp_path / "a.txt", MADE)
    assert (tmp_path / "a.txt").read_bytes() == b"Once\n"
    assert recipe_in(tmp_path / "a.txt") is None


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".wav", ".mid", ".docx"])
def test_a_recipe_that_is_too_large_is_left_out_with_a_sentence(
    studio: Studio, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    told = files.export(studio, sheet_of(tmp_path, HUGE), path)
    assert str(told) == (
        f"out{suffix} is written without its recipe, which takes 66 kB, more than the 65 kB that go along"
    )
    assert recipe_in(path) is None
    assert b"xxxxxxxx" not in path.read_bytes()


MINE = MusicTrack("t1", Track(NOTES), recipe=MADE)
OTHER = MusicTrack("t2", Track(NOTES), recipe=replace(MADE, seed=9))


@pytest.mark.parametrize(
    ("tracks", "carried"),
    [
        ((MINE, replace(MINE, id="t3")), MADE),
        ((MINE, replace(OTHER, recipe=None)), MADE),  # a second voice by hand
        ((MINE, OTHER), None),
        ((replace(MINE, recipe=None),), None),
        ((replace(MINE, track=Track()), replace(OTHER, recipe=None)), None),  # none of what it made is left
    ],
    ids=["one", "and by hand", "two", "by hand", "gone"],
)
def test_which_recipe_music_carries(
    studio: Studio, tmp_path: Path, tracks: tuple[MusicTrack, ...], carried: Recipe | None
) -> None:
    files.export(studio, replace(Sheet.blank(8, 8), music=Music(tracks=tracks)), tmp_path / "a.mid")
    assert recipe_in(tmp_path / "a.mid") == carried


def test_sound_carries_the_recipe_of_what_is_heard(studio: Studio, tmp_path: Path) -> None:
    music = Music(tracks=(MINE, replace(OTHER, mute=True)))
    files.export(studio, replace(Sheet.blank(8, 8), music=music), tmp_path / "a.wav")
    assert recipe_in(tmp_path / "a.wav") == MADE


def test_the_command_line_exports_with_the_recipe_and_says_what_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def exported(recipe: Recipe, name: str, *words: str) -> str:
        files.save(sheet_of(tmp_path, recipe), tmp_path / "mine.artstudio")
        with pytest.raises(SystemExit) as end:
            main.run(["export", str(tmp_path / "mine.artstudio"), "--out", str(tmp_path / name), *words])
        assert not end.value.code
        return capsys.readouterr().err

    for name in ("a.jpg", "a.webp", "a.mid", "a.wav", "a.docx", "a.mp4"):
        assert exported(MADE, name) == ""
        assert recipe_in(tmp_path / name) == MADE, name
    for name in ("b.jpg", "b.gif"):
        assert exported(HUGE, name).startswith(f"{name} is written without its recipe, which takes 66 kB")
        assert recipe_in(tmp_path / name) is None
    assert target(tmp_path / "b.gif").is_file()


# ------------------------------------------------------------------------------------- hostile recipes

STRANGE = {
    "10 MB": json.dumps({**MADE.to_json(), "params": {"words": "x" * 10_000_000}}),
    "deep": '{"plugin": ' + "[" * 400_000,
    "no recipe": '{"plugin": {"b": 1}}',
}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize(
    ("value", "suffixes"),
    [(GREY, (".png", ".webp", ".tif", ".jpg")), (Score((Track(NOTES),)), (".mid",)),
     (Text("Once\n"), (".md", ".docx", ".html")), (Audio(np.zeros((99, 2), np.float32)), TUNES[1:])],
    ids=["image", "score", "text", "audio"],
)  # fmt: skip
def test_a_hostile_recipe_is_none_and_the_value_opens_all_the_same(
    tmp_path: Path, value: Media, suffixes: tuple[str, ...], strange: str
) -> None:
    for suffix in suffixes:
        path = tmp_path / f"a{suffix}"
        formats.write(value, path, STRANGE[strange])
        assert recipe_in(path) is None, suffix
        assert kind_of(files.read_media(path)) == kind_of(value), suffix


@pytest.mark.parametrize("strange", STRANGE)
def test_a_hostile_recipe_in_a_film_or_pdf_is_none(qapp: object, tmp_path: Path, strange: str) -> None:
    from artstudio.media.pdf import metadata
    from artstudio.render.pdf import write_pdf

    for suffix in (".mp4", ".webm", ".gif"):
        formats.write(Video(np.zeros((2, 16, 16, 3), np.uint8)), tmp_path / f"a{suffix}", STRANGE[strange])
        assert recipe_in(tmp_path / f"a{suffix}") is None, suffix
    write_pdf(Prose.plain("Once"), tmp_path / "a.pdf", "a", metadata("a", STRANGE[strange]))
    assert recipe_in(tmp_path / "a.pdf") is None


def test_a_packed_recipe_of_ten_megabytes_does_not_cost_the_picture(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_itxt("artstudio-recipe", STRANGE["10 MB"], zip=True)
    PillowImage.fromarray(PIXELS).save(tmp_path / "a.png", pnginfo=info)
    assert (tmp_path / "a.png").stat().st_size < 100_000
    assert recipe_in(tmp_path / "a.png") is None
    assert files.read_media(tmp_path / "a.png") == GREY


def test_a_word_file_full_of_other_parts_is_looked_through_quickly(tmp_path: Path) -> None:
    formats.write(Text("Once"), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx", "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(100, 400):
            archive.writestr(f"customXml/item{number}.xml", "<a>" + "x" * 1_000_000 + "</a>")
    assert recipe_in(tmp_path / "a.docx") is None


@pytest.mark.parametrize(
    "change",
    [
        {"plugin": "x" * 201}, {"plugin": ""}, {"version": "1\n2"}, {"action": "\u202egnp.a"},
        {"model": "m" * 300}, {"model_hash": "\ud800"}, {"parents": ["p"] * 20_000}, {"parents": ["p" * 500]},
        {"params": {"a": json.loads("[" * 40 + "]" * 40)}}, {"seed": "many"}, {"params": []},
    ],
    ids=str,
)  # fmt: skip
def test_a_recipe_from_a_file_is_held_to_bounds(change: dict[str, object]) -> None:
    assert parsed_recipe(json.dumps(MADE.to_json())) == MADE
    assert parsed_recipe(json.dumps({**MADE.to_json(), **change})) is None
