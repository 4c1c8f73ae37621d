"""A project's film as a file: whole or not at all, stopped and gone on with, the same every time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from av.container import InputContainer
from PIL import Image, ImageSequence

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Canvas
from artstudio.documents.film import Clip, Film
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.engine.job import Job, Outcome
from artstudio.media import formats
from artstudio.media.film_frames import FilmFrames
from artstudio.media.footage import write_footage
from artstudio.sdk import InvalidValue, StudioError, Track, notes_array
from artstudio.sdk.events import Event
from artstudio.studio.rendering import (
    RenderSettings,
    discard_render,
    render,
    resume_render,
    start_render,
    target,
    unfinished_renders,
)
from artstudio.studio.studio import Studio

RECIPE = Recipe("echo", "1.0.0", "echo")
MUSIC = Music(tracks=(MusicTrack("t1", Track(notes_array([(0, 480, 60, 90), (960, 480, 67, 90)]))),))
DRAFT = RenderSettings(quality="draft")


def sheet_of(folder: Path, frames: int = 60, fps: float = 12, music: Music = MUSIC) -> Sheet:
    """A bright bar that wanders over a film, in two clips with a gap of six frames."""
    pictures = np.zeros((frames, 24, 32, 3), np.uint8)
    for number, picture in enumerate(pictures):
        picture[:, number % 32] = (255, 200, number % 256)
    footage = write_footage(folder / "footage", fps, [pictures])
    half = frames // 2
    clips = (
        Clip("c1", "", footage, 0, half, recipe=RECIPE),
        Clip("c2", "", footage, half + 6, frames - half, half / fps, RECIPE),
    )
    return Sheet(Canvas(32, 24), music, film=Film(clips, fps))


def pictures_in(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as file:
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]


def length_s(file: InputContainer) -> float:
    assert file.duration is not None
    return file.duration / 1e6


def all_of(studio: Studio, sheet: Sheet, path: Path, settings: RenderSettings = DRAFT) -> bytes:
    for _progress in render(studio, sheet, path, settings):
        pass
    return path.read_bytes()


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_film_is_rendered_with_its_music(studio: Studio, tmp_path: Path, suffix: str) -> None:
    sheet, path = sheet_of(tmp_path), tmp_path / f"film{suffix}"
    seen = list(render(studio, sheet, path, RenderSettings(suffix, quality="best")))
    assert (seen[0].done, seen[-1].done, seen[-1].total) == (0, 66, 66)
    made = pictures_in(path)
    assert len(made) == 66
    with FilmFrames(sheet.film, 32, 24) as film:
        for number in (0, 29, 33, 36, 65):
            off = np.abs(made[number].astype(int) - film.frame(number)).mean()
            assert off < 12, number  # colours are stored at half the size
    assert not made[33].max() > 20
    with av.open(str(path)) as file:
        assert file.streams.video[0].average_rate == 12
        sound = np.concatenate([frame.to_ndarray().astype(float) for frame in file.decode(audio=0)], axis=1)
        assert length_s(file) == pytest.approx(66 / 12, abs=0.03)
        assert sound.any()
    assert formats.read_recipe(path) == RECIPE.canonical().decode()
    assert not unfinished_renders(studio)


def test_a_render_that_was_stopped_goes_on_and_makes_the_same_file(studio: Studio, tmp_path: Path) -> None:
    sheet, path = sheet_of(tmp_path), tmp_path / "film.mp4"
    whole = all_of(studio, sheet, path)
    path.unlink()
    events = render(studio, sheet, path, DRAFT)
    stopped = next(event.done for event in events if event.done >= 50)
    events.close()
    assert not path.exists()
    (left,) = unfinished_renders(studio)
    assert (left.path, left.done, left.total) == (path, 48, 66)
    shutil.rmtree(tmp_path / "footage")  # the project is gone
    done: list[float] = []
    job = resume_render(
        studio, left, lambda job, event: done.append(job.progress.done) if job.progress else None
    )
    assert job.wait(60)
    assert job.outcome is Outcome.DONE
    assert done[0] == 48 < stopped
    assert path.read_bytes() == whole
    assert not unfinished_renders(studio)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.studio.rendering import render
from artstudio.studio.studio import Studio
from tests.unit.studio.test_rendering import DRAFT, sheet_of

folder = Path(sys.argv[1])
studio = Studio(Folders.under(folder / "home"), Settings(), packages=False)
for progress in render(studio, sheet_of(folder), folder / "film.mp4", DRAFT):
    print(progress.done, flush=True)
"""
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if float(line) >= 30:
                process.kill()
                break
    assert not (tmp_path / "film.mp4").exists()
    studio = Studio(Folders.under(tmp_path / "home"), Settings(), packages=False)
    other = Studio(Folders.under(tmp_path / "other"), Settings(), packages=False)
    try:
        progress = render(studio, sheet_of(tmp_path), tmp_path / "film.mp4", DRAFT)
        assert next(progress).done == 24  # the helper of the killed process has let go
        for _rest in progress:
            pass
        whole = all_of(other, sheet_of(tmp_path), tmp_path / "whole.mp4")
    finally:
        studio.close()
        other.close()
    assert (tmp_path / "film.mp4").read_bytes() == whole


def test_a_gif_a_webp_and_numbered_pictures(studio: Studio, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path)
    for suffix in (".gif", ".webp"):
        path = tmp_path / f"film{suffix}"
        all_of(studio, sheet, path, RenderSettings(suffix))
        with Image.open(path) as moving:
            lasts = 0.0
            for picture in ImageSequence.Iterator(moving):
                picture.load()
                lasts += picture.info["duration"]
            assert lasts == pytest.approx(66 / 12 * 1000, abs=10)
        assert formats.read_recipe(path) == RECIPE.canonical().decode()
    for _progress in render(studio, sheet, tmp_path / "film.png", RenderSettings(".png")):
        pass
    pictures = sorted(target(tmp_path / "film.png").iterdir())
    assert [pictures[0].name, pictures[-1].name, len(pictures)] == ["film_00001.png", "film_00066.png", 66]
    with FilmFrames(sheet.film, 32, 24) as film:
        assert np.array_equal(np.asarray(Image.open(pictures[40])), film.frame(40))


def test_size_rate_and_silence_are_as_asked(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    asked = RenderSettings(width=67, fps=24, quality="draft", sound=False)
    for _progress in render(studio, sheet_of(tmp_path), path, asked):
        pass
    with av.open(str(path)) as file:
        picture = file.streams.video[0]
        assert (picture.width, picture.height, picture.frames) == (66, 50, 132)
        assert picture.average_rate == 24
        assert not file.streams.audio


def test_music_ends_with_the_film_and_silence_follows_short_music(studio: Studio, tmp_path: Path) -> None:
    endless = Music(tracks=(MusicTrack("t1", Track(notes_array([(0, 480 * 60, 60, 90)], 0), program=19)),))
    for name, music in (("short", MUSIC), ("long", endless)):
        path = tmp_path / f"{name}.mp4"
        all_of(studio, sheet_of(tmp_path, frames=240, music=music), path)
        with av.open(str(path)) as file:
            assert length_s(file) == pytest.approx(246 / 12, abs=0.03)


def test_what_cannot_be_rendered_is_one_sentence(studio: Studio, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path)
    with pytest.raises(InvalidValue, match="no film"):
        start_render(studio, Sheet.blank(), tmp_path / "a.mp4", DRAFT)
    with pytest.raises(InvalidValue, match="sides are"):
        start_render(studio, sheet, tmp_path / "a.mp4", RenderSettings(width=9000))
    with pytest.raises(InvalidValue, match=r"\.webm"):
        start_render(studio, sheet, tmp_path / "a.mov", RenderSettings(".mov"))
    with pytest.raises(StudioError, match="choose another folder"):
        all_of(studio, sheet, tmp_path / "nowhere" / "a.mp4")
    assert not unfinished_renders(studio)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "letter.txt").write_text("dear")
    with pytest.raises(StudioError, match="something else"):
        all_of(studio, sheet, tmp_path / "a.png", RenderSettings(".png"))
    assert (tmp_path / "a" / "letter.txt").read_text() == "dear"


def test_damaged_footage_is_one_sentence_and_leaves_no_file(studio: Studio, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path)
    footage = sheet.film.clips[0].footage.path
    footage.write_bytes(footage.read_bytes()[:900])
    with pytest.raises(StudioError, match=r"\.mkv"):
        all_of(studio, sheet, tmp_path / "a.mp4")
    assert not list(tmp_path.glob("*a.mp4*"))
    (left,) = unfinished_renders(studio)
    discard_render(left)
    assert not unfinished_renders(studio)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files")
def test_a_full_disk_is_one_sentence_and_leaves_no_file(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from artstudio.media.movies import write_movie
from artstudio.sdk import StudioError, Video
import numpy as np

resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
noise = np.random.default_rng(0).integers(0, 256, (48, 64, 64, 3), np.uint8)
try:
    write_movie(Video(noise), Path(sys.argv[1]))
except StudioError as error:
    print(error)
"""
    root = Path(__file__).parents[3]
    for suffix in (".mp4", ".webm", ".gif", ".webp"):
        path = tmp_path / f"film{suffix}"
        ran = subprocess.run(
            [sys.executable, "-c", program, str(path)], capture_output=True, text=True, cwd=root, check=True
        )
        assert "choose another folder" in ran.stdout
        assert not list(tmp_path.iterdir())


def test_a_cancelled_job_leaves_nothing_at_its_target(studio: Studio, tmp_path: Path) -> None:
    def stop(job: Job, event: Event | None) -> None:
        if job.progress is not None and job.progress.done == 5:
            studio.queue.cancel(job)

    running = start_render(studio, sheet_of(tmp_path), tmp_path / "film.mp4", DRAFT, stop)
    assert running.wait(60)
    assert running.outcome is Outcome.CANCELLED
    assert not list(tmp_path.glob("*film.mp4*"))


def test_clips_of_several_recipes_carry_none(studio: Studio, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, frames=24)
    first, second = sheet.film.clips
    mixed = replace(sheet, film=Film((first, replace(second, recipe=None)), 12))
    all_of(studio, mixed, tmp_path / "a.mp4")
    assert formats.read_recipe(tmp_path / "a.mp4") is None
