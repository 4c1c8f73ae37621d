"""A run from request to candidate to what is kept, in a real worker."""

from __future__ import annotations

import numpy as np
import pytest

from artstudio.documents.project import Project
from artstudio.documents.recipe import content_hash
from artstudio.documents.sheet import Sheet
from artstudio.engine.job import Job, Outcome
from artstudio.sdk import Image, ManifestError, Output, Preview, Score, Text, Track, notes_array
from artstudio.sdk.events import Event
from artstudio.studio.generate import Candidate, Generation, Inputs, candidate, start_generation
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.studio import Studio

TUNE = Score((Track(notes_array([(0, 480, 60, 80), (480, 480, 62, 80)]), name="Voice"),))


def made(studio: Studio, generation: Generation) -> tuple[Job, list[Event], list[Candidate]]:
    events: list[Event] = []
    job = start_generation(studio, generation, lambda _, event: events.append(event) if event else None)
    assert job.wait(30)
    return job, events, [candidate(studio, generation, e) for e in events if isinstance(e, Output)]


def test_a_tune_comes_back_longer_and_says_how_it_was_made(studio: Studio) -> None:
    generation = Generation("echo", "echo", {"score": TUNE}, {"count": 3}, seed=7)
    job, events, (result,) = made(studio, generation)
    assert job.outcome is Outcome.DONE
    assert any(isinstance(event, Preview) for event in events)
    assert isinstance(result.value, Score)
    assert result.value.note_count == 5
    assert result.recipe.plugin == "echo"
    assert result.recipe.version == "1.2"
    assert result.recipe.seed == 7
    assert result.recipe.params == {"count": 3}
    assert result.recipe.parents == (content_hash(TUNE),)


def test_the_same_generation_gives_the_same_result_and_another_seed_another(studio: Studio) -> None:
    generation = Generation("echo", "echo", {"score": TUNE}, {"count": 8}, seed=1)
    first, again, other = (
        made(studio, g)[2][0].value for g in (generation, generation, generation.alternatives(2)[1])
    )
    assert first == again
    assert first != other


def test_a_parameter_out_of_range_fails_with_its_name_and_the_worker_lives(studio: Studio) -> None:
    job, _, _ = made(studio, Generation("echo", "echo", {"score": TUNE}, {"count": 65}))
    assert job.outcome is Outcome.FAILED
    assert "count = 65" in str(job.error)
    assert made(studio, Generation("echo", "echo", {"score": TUNE}))[0].outcome is Outcome.DONE


def test_a_list_of_too_few_never_reaches_the_plugin(studio: Studio) -> None:
    grey = Image(np.full((4, 4), 90, np.uint8))
    job, _, results = made(studio, Generation("echo", "mix", {"pictures": [grey]}))
    assert job.outcome is Outcome.FAILED
    assert str(job.error) == "at least 2 pictures are needed, not 1"
    assert results == []
    assert made(studio, Generation("echo", "mix", {"pictures": [grey, grey]}))[2][0].value == grey


def test_a_picture_made_of_one_of_its_size_knows_what_was_before(studio: Studio) -> None:
    small, large = Image(np.full((4, 4), 90, np.uint8)), Image(np.full((8, 8), 90, np.uint8))

    def base(media: Inputs, made: Image) -> object:
        return candidate(studio, Generation("echo", "invert", media), Output(made)).base

    assert base({"picture": small, "mask": small}, small) is small
    assert base({"picture": small}, large) is None
    assert base({"rough": small, "style": small}, small) is None
    assert base({"pictures": [small]}, small) is None


def test_an_unknown_plugin_is_said_at_once(studio: Studio) -> None:
    with pytest.raises(ManifestError, match="known are: echo"):
        start_generation(studio, Generation("ehco", "echo"))


def test_several_outputs_become_several_candidates(studio: Studio) -> None:
    job, _, results = made(studio, Generation("echo", "shout", {"text": Text("oh ")}))
    assert [result.value for result in results] == [Text("OH "), Text("OH OH ")]
    assert [result.label for result in results] == ["once", "twice"]
    assert job.notices == ["Twice as loud."]


def test_what_is_kept_is_one_undo_step(studio: Studio) -> None:
    project = Project(Sheet.blank(64, 64))
    project.do(landing_edit(project.sheet, TUNE, "Open"))
    before = project.sheet
    generation = Generation("echo", "echo", {"score": before.music.score()}, {"count": 2})
    (result,) = made(studio, generation)[2]
    project.do(
        landing_edit(project.sheet, result.value, result.label, recipe=result.recipe, base=result.base)
    )
    assert project.sheet.music.score().note_count == 4
    assert project.sheet.music.tracks[0].recipe == result.recipe
    project.undo()
    assert project.sheet == before


def test_a_continuation_leaves_what_was_edited_meanwhile(studio: Studio) -> None:
    project = Project(Sheet.blank(64, 64))
    project.do(landing_edit(project.sheet, TUNE, "Open"))
    base = project.sheet.music.score()
    (result,) = made(studio, Generation("echo", "echo", {"score": base}, {"count": 2}))[2]
    edited = base.with_tracks((base.tracks[0].with_notes(notes_array([(0, 240, 48, 70)])),))
    project.do(landing_edit(project.sheet, edited, "Edit", base=base))
    project.do(landing_edit(project.sheet, result.value, "Keep", base=result.base))
    starts = project.sheet.music.tracks[0].track.notes["start"].tolist()
    assert starts == [0, 960, 1440]


def test_text_lands_at_the_cursor_or_as_a_passage() -> None:
    sheet = landing_edit(Sheet.blank(8, 8), Text("one two"), "First").apply(Sheet.blank(8, 8))[0]
    assert sheet.passages[0].text == "one two"
    where = Where(passage_id="p1", start=4, end=7)
    sheet = landing_edit(sheet, Text("three"), "Replace", where=where).apply(sheet)[0]
    assert sheet.passages[0].text == "one three"


def test_a_tune_of_another_resolution_joins_the_project_in_time() -> None:
    sheet = Sheet.blank(8, 8)
    sheet = landing_edit(sheet, TUNE, "Open").apply(sheet)[0]
    other = Score((Track(notes_array([(96, 48, 70, 80)])),), ticks_per_quarter=96)
    sheet = landing_edit(sheet, other, "Add").apply(sheet)[0]
    assert sheet.music.tracks[1].track.notes[["start", "length"]].tolist() == [(480, 240)]
