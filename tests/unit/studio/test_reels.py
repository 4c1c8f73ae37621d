"""Films as results: their parts become footage while they come, and a clip when they are kept."""

from __future__ import annotations

import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.film import Film, Footage
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.engine.job import Job, Outcome
from artstudio.media.footage import FootageReader, write_footage
from artstudio.sdk import BadFile, InvalidValue, Output, Preview, Video
from artstudio.studio.generate import Candidate, Generation, start_generation
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.reels import Reel
from artstudio.studio.studio import Studio


def part(shade: int, count: int = 2, width: int = 16, fps: float = 12.0) -> Video:
    return Video(np.full((count, 12, width, 3), shade, np.uint8), fps)


def shades(footage: Footage) -> list[int]:
    with FootageReader(footage) as reader:
        return [int(reader.frame(number)[0, 0, 0]) for number in range(footage.frames)]


def run(studio: Studio, **params: object) -> tuple[Job, list[object]]:
    heard: list[object] = []
    job = start_generation(
        studio, Generation("echo", "film", params=params, seed=3), lambda _, event: heard.append(event)
    )
    assert job.wait(30)
    return job, heard


def files(studio: Studio) -> list[str]:
    store = studio.folders.footage
    return sorted(path.name for path in store.iterdir()) if store.exists() else []


def test_parts_that_follow_each_other_are_one_film(studio: Studio) -> None:
    job, heard = run(studio)
    assert job.outcome is Outcome.DONE
    assert not any(isinstance(event, Output) for event in heard)
    assert any(isinstance(event, Preview) and isinstance(event.value, Video) for event in heard)
    (made,) = [event for event in heard if isinstance(event, Candidate)]
    assert isinstance(made.value, Footage)
    assert shades(made.value) == [0, 0, 1, 1, 2, 2]
    assert (made.value.fps, made.label) == (12.0, "film 0")
    assert (made.recipe.action, made.recipe.seed) == ("film", 3)
    assert files(studio) == [f"{made.value.name}.mkv"]


def test_each_name_is_a_film_of_its_own(studio: Studio) -> None:
    _, heard = run(studio, films=2)
    made = [event for event in heard if isinstance(event, Candidate)]
    assert [one.label for one in made] == ["film 0", "film 1"]
    assert [shades(one.value)[-1] for one in made if isinstance(one.value, Footage)] == [2, 102]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [("size", "must all have the same size"), ("rate", "cannot go on at 30.0"), ("failure", "the film tore")],
)
def test_a_film_that_fails_leaves_nothing_but_its_sentence(studio: Studio, fault: str, sentence: str) -> None:
    job, heard = run(studio, fault=fault)
    assert job.outcome is Outcome.FAILED
    assert sentence in str(job.error)
    assert not any(isinstance(event, Candidate) for event in heard)
    assert files(studio) == []
    assert run(studio)[0].outcome is Outcome.DONE, "the worker serves on"


def test_a_film_that_is_stopped_leaves_nothing(studio: Studio) -> None:
    heard: list[object] = []

    def stop(job: Job, event: object) -> None:
        heard.append(event)
        if isinstance(event, Preview):
            assert files(studio) == [] or all(name.endswith(".part") for name in files(studio))
            studio.queue.cancel(job)

    job = start_generation(studio, Generation("echo", "film", params={"parts": 500}), stop)
    assert job.wait(30)
    assert job.outcome is Outcome.CANCELLED
    assert not any(isinstance(event, Candidate) for event in heard)
    assert files(studio) == []


def test_no_part_is_held_however_long_the_film_is(tmp_path: Path) -> None:
    alive: list[weakref.ref[np.ndarray]] = []
    most = 0
    with Reel(tmp_path) as reel:
        for number in range(60):
            frames = np.full((1, 12, 16, 3), number, np.uint8)
            alive.append(weakref.ref(frames))
            reel.add(Video(frames), "")
            del frames
            most = max(most, sum(one() is not None for one in alive))
        ((_, footage),) = reel.finish()
    assert most <= 1
    assert shades(footage) == list(range(60))


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadFile), Reel(tmp_path / "file") as reel:
        reel.add(part(1), "")


def test_the_first_clip_decides_the_rate_and_undo_takes_it_back(tmp_path: Path) -> None:
    footage = write_footage(tmp_path, 12.0, [part(1, 6).frames])
    project = Project(Sheet.blank(8, 8))
    before = project.sheet
    project.do(landing_edit(before, footage, "Morph", where=Where(film_frame=24)))
    (clip,) = project.sheet.film.clips
    assert (project.sheet.film.fps, clip.id, clip.name) == (12.0, "c1", "Morph")
    assert (clip.start, clip.length) == (12, 6), "one second in, whole"
    project.undo()
    assert project.sheet == before
    project.redo()
    assert project.sheet.film.clips == (clip,)


def test_a_clip_lands_where_there_is_room_and_makes_room_where_there_is_none(tmp_path: Path) -> None:
    footage = write_footage(tmp_path, 24.0, [part(1, 6).frames])
    sheet = replace(Sheet.blank(8, 8), film=Film(fps=12.0))

    def landed(sheet: Sheet, frame: int | None) -> Sheet:
        return landing_edit(sheet, footage, "Morph", where=Where(film_frame=frame)).apply(sheet)[0]

    def places(sheet: Sheet) -> list[tuple[str, int]]:
        return [(clip.id, clip.start) for clip in sheet.film.clips]

    sheet = landed(landed(sheet, None), None)
    assert places(sheet) == [("c1", 0), ("c2", 6)]
    sheet = landed(sheet, 100)
    assert places(sheet) == [("c1", 0), ("c2", 6), ("c3", 100)]
    sheet = landed(sheet, 7)
    assert places(sheet) == [("c1", 0), ("c4", 7), ("c2", 13), ("c3", 100)]


def test_what_a_film_cannot_be_written_to_is_said(studio: Studio, tmp_path: Path) -> None:
    from artstudio.studio.files import write_result

    footage = write_footage(tmp_path, 12.0, [part(1).frames])
    with pytest.raises(InvalidValue, match="cannot hold this video"):
        write_result(studio, footage, tmp_path / "film.wav")
