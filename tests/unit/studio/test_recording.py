"""Results go into the library by themselves, and come out of it again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.film import Footage
from artstudio.documents.project import Project
from artstudio.documents.recipe import content_hash
from artstudio.documents.sheet import Sheet
from artstudio.engine.job import Outcome
from artstudio.library.entry import Details
from artstudio.library.query import Query
from artstudio.sdk import BadModel, Image, InvalidValue, Media, Score, Text, Track, notes_array
from artstudio.studio.generate import Generation, start_generation
from artstudio.studio.landing import landing_edit
from artstudio.studio.recording import origin_of
from artstudio.studio.remaking import VARIATIONS, remade, reseeded, taken_out, varied
from artstudio.studio.studio import Studio
from artstudio.studio.training import TrainingPlan, keep, new_run, start_training

TUNE = Score((Track(notes_array([(0, 480, 60, 80), (480, 480, 62, 80)]), name="Voice"),))
ECHO = Generation("echo", "echo", {"score": TUNE}, {"count": 3, "top_p": 0.5}, seed=7)


def kept(studio: Studio, generation: Generation, path: Path | None = None) -> list[Details]:
    """What the library has once `generation` has run, newest first."""
    project = Project(Sheet.blank(16, 16), path)
    job = start_generation(studio, generation, None, "Echo the tune", origin_of(project))
    assert job.wait(30)
    assert job.outcome is Outcome.DONE
    assert studio.library.finish()
    return [studio.library.details(entry.id) for entry in studio.library.page(Query())]


def test_a_result_is_kept_with_all_that_made_it(studio: Studio) -> None:
    (one,) = kept(studio, ECHO, Path("projects/House.artstudio"))
    assert (one.entry.title, one.entry.kind, one.entry.project) == ("Echo the tune", "score", "House")
    assert one.recipe.parents == (content_hash(TUNE),)
    value = studio.library.value(one)
    assert isinstance(value, Score)
    assert value.note_count == 5


def test_it_is_made_again_just_so(studio: Studio) -> None:
    (one,) = kept(studio, ECHO)
    again = remade(studio, one)
    two, same = kept(studio, again)
    assert two.entry.value == same.entry.value
    other = reseeded(again)
    assert other.seed != again.seed
    assert kept(studio, other)[0].entry.value != one.entry.value


def test_variations_move_the_sliders_and_keep_the_rest(studio: Studio) -> None:
    (one,) = kept(studio, ECHO)
    schema = studio.host.schema("echo").action("echo")
    made = varied(remade(studio, one), schema)
    assert len(made) == VARIATIONS
    assert {(again.seed, again.params["count"]) for again in made} == {(7, 3)}
    shares = [again.params["top_p"] for again in made]
    assert len(set(shares)) > 1
    assert all(0.1 <= share <= 1 for share in shares)
    plain = Generation("echo", "echo", {"score": TUNE}, {"count": 3})
    assert len({again.seed for again in varied(plain, schema)}) == VARIATIONS


def test_what_is_gone_is_said(studio: Studio) -> None:
    (one,) = kept(studio, ECHO)
    recipe = one.recipe
    stranger = Details(**{**one.__dict__, "recipe": type(recipe)(**{**recipe.__dict__, "plugin": "gone"})})
    with pytest.raises(InvalidValue, match="the plugin gone that made this is not here"):
        remade(studio, stranger)
    other = Details(**{**one.__dict__, "recipe": type(recipe)(**{**recipe.__dict__, "model": "lost"})})
    with pytest.raises(BadModel, match="the model lost"):
        remade(studio, other)


def test_a_film_comes_into_a_project_after_its_own_store_was_emptied(studio: Studio) -> None:
    (film,) = kept(studio, Generation("echo", "film"))
    assert film.entry.kind == "video"
    for path in studio.folders.footage.glob("*.mkv"):
        path.unlink()
    made = taken_out(studio, film)
    assert isinstance(made.value, Footage)
    assert made.value.path.parent == studio.folders.footage
    sheet = Sheet.blank(16, 16)
    sheet, _ = landing_edit(sheet, made.value, made.label, recipe=made.recipe).apply(sheet)
    assert sheet.film.clips[0].recipe == film.recipe


def test_nothing_is_kept_where_none_is_wanted(studio: Studio) -> None:
    studio.settings.library = False
    job = start_generation(studio, ECHO)
    assert job.wait(30)
    assert not (studio.folders.data / "library").exists()


def test_a_trained_model_is_kept(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("one two three")
    run = new_run(studio, TrainingPlan("echo", (str(tmp_path / "data"),), "Counter", seed=3))
    assert start_training(studio, run).wait(30)
    folder = keep(studio, run)
    assert studio.library.finish()
    (model,) = studio.library.page(Query("held-out", kinds=("model",)))
    details = studio.library.details(model.id)
    assert (model.title, details.folder) == ("Counter", str(folder))
    assert details.recipe.seed == 3


def test_an_input_of_many_pictures_is_kept(studio: Studio) -> None:
    pictures: list[Media] = [Image(np.full((4, 4), grey, np.uint8)) for grey in (10, 200)]
    (one, *_) = kept(studio, Generation("echo", "mix", {"pictures": pictures}))
    assert remade(studio, one).media == {"pictures": pictures}
    assert not isinstance(studio.library.value(one), Text)
