"""Rendering a project's film: a job that can be stopped at any moment, or killed, and gone on with later."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil

from artstudio.base.atomic import replacing
from artstudio.base.lock import FileLock
from artstudio.documents.canvas import Canvas
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.sheet import Sheet
from artstudio.engine.job import Control, Crashed, Work
from artstudio.media.film_format import Look, Quality
from artstudio.media.movies import FILM_FORMATS, film_format, shape
from artstudio.sdk import BadFile, InvalidValue, Progress, StudioError
from artstudio.sound.notes import played
from artstudio.sound.renderer import channel_of
from artstudio.studio.files import soundfont
from artstudio.studio.recipes import carried, recipe_of_film
from artstudio.studio.render_plan import PLAN_NAME, Plan, keep, kept
from artstudio.studio.render_worker import LOCK_NAME

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from artstudio.engine.job import Job
    from artstudio.engine.queue import Listener
    from artstudio.studio.generate import Candidate
    from artstudio.studio.studio import Studio

SUFFIXES: Final = tuple(FILM_FORMATS)
LANE: Final = "film"  # a lane of its own: films and models do not wait for each other


@dataclass(frozen=True)
class RenderSettings:
    """How a film is rendered; the suffix says into what.

    A side or rate that is None is the canvas's or the film's own; one side alone takes the other with it.
    MP4 and WebM round down to even sides and take the music along if `sound`.
    """

    suffix: str = ".mp4"
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    quality: Quality = "good"
    sound: bool = True


@dataclass(frozen=True)
class Unfinished:
    """A render that was begun: `done` of `total` frames lie ready for the file `path`."""

    folder: Path
    path: Path
    done: int
    total: int


def start_render(
    studio: Studio, sheet: Sheet, path: Path, settings: RenderSettings, listener: Listener | None = None
) -> Job:
    """Queues the render of a sheet's film into `path`; `target` says where the film will lie.

    What was made for the same film before and stopped is gone on with.

    Raises:
        InvalidValue: there is no film, or the settings are out of their range.
    """
    look_of(sheet, settings)
    return _queued(studio, path, lambda control: render(studio, sheet, path, settings, control), listener)


def film_alone(made: Candidate) -> Sheet:
    """A sheet with nothing but a film result as its film, at the result's own size and rate."""
    footage = made.value
    assert isinstance(footage, Footage)
    clip = Clip("c1", made.label, footage, 0, footage.frames, recipe=made.recipe)
    return Sheet(Canvas(footage.width_px, footage.height_px), film=Film((clip,), footage.fps))


def render(
    studio: Studio, sheet: Sheet, path: Path, settings: RenderSettings, control: Control | None = None
) -> Generator[Progress]:
    """As `start_render`, here and now: to stop, close it. The path gets the suffix if it has another.

    Raises:
        InvalidValue: as `start_render`.
        BadFile: footage is missing or damaged, or something cannot be written; at `path` nothing has changed.
        StudioError: the music cannot be rendered.
        Crashed: the process that renders ended by itself.
    """
    path = path.absolute()
    if path.suffix.lower() != settings.suffix:
        path = path.with_name(path.name + settings.suffix)
    plan = _planned(studio, sheet, path, settings)
    _check_writable(plan)
    folder = _renders(studio) / plan.key
    keep(plan, folder)
    yield from _driven(folder, control or Control())


def unfinished_renders(studio: Studio) -> list[Unfinished]:
    """Renders that were begun, and that nobody is working on, oldest first."""
    found = []
    for plan_file in sorted(_renders(studio).glob(f"*/{PLAN_NAME}"), key=lambda one: one.stat().st_mtime):
        folder = plan_file.parent
        with contextlib.suppress(BadFile, OSError):
            plan = kept(folder)
            lock = FileLock(folder / LOCK_NAME)
            if lock.acquire():
                lock.release()
                found.append(Unfinished(folder, plan.path, plan.done(folder), plan.film.frames))
    return found


def resume_render(studio: Studio, unfinished: Unfinished, listener: Listener | None = None) -> Job:
    """Queues the rest of a render."""
    return _queued(studio, unfinished.path, lambda control: _driven(unfinished.folder, control), listener)


def discard_render(unfinished: Unfinished) -> None:
    """Throws away what was begun."""
    shutil.rmtree(unfinished.folder, ignore_errors=True)


def target(path: Path) -> Path:
    """Where the film lies that is rendered into `path`: for PNG a folder of that name.

    Raises:
        InvalidValue: the suffix is of no film.
    """
    return film_format(path).target(path)


def look_of(sheet: Sheet, settings: RenderSettings) -> tuple[Look, Film]:
    """What settings make of a sheet's film: size and rate of the file, and the film at that rate.

    Raises:
        InvalidValue: there is no film, or the settings are out of their range.
    """
    if not sheet.film.clips:
        raise InvalidValue("there is no film in this project to render: keep a film as a clip first")
    kind = film_format(Path(f"film{settings.suffix}"))
    own = sheet.canvas.width_px, sheet.canvas.height_px
    fps = min(settings.fps or sheet.film.fps, kind.most_fps)
    width, height = shape(kind, own, settings.width, settings.height)
    look = Look(width, height, fps, settings.quality, carried(recipe_of_film(sheet.film)))
    return look, sheet.film if fps == sheet.film.fps else sheet.film.at_rate(fps)


def _planned(studio: Studio, sheet: Sheet, path: Path, settings: RenderSettings) -> Plan:
    look, film = look_of(sheet, settings)
    heard = [track.track for track in sheet.music.audible() if len(track.track.notes)]
    if not (settings.sound and film_format(path).sound and heard):
        return Plan(path, look, film)
    clock = sheet.music.clock()
    parts = tuple((played(track, clock), channel_of(track)) for track in heard)
    return Plan(path, look, film, parts, soundfont(studio).absolute())


def _renders(studio: Studio) -> Path:
    return studio.folders.data / "renders"


def _queued(studio: Studio, path: Path, work: Work, listener: Listener | None) -> Job:
    return studio.queue.submit(path.name, work, lane=LANE, interactive=False, listener=listener)


def _check_writable(plan: Plan) -> None:
    """Says so before hours of work, not after."""
    place = plan.kind.target(plan.path)
    probe = place.with_name(f".{place.name}.probe")
    with replacing(probe):
        pass
    probe.unlink(missing_ok=True)


def _driven(folder: Path, control: Control) -> Iterator[Progress]:
    """Asks the helper for step after step; whenever that ends early, the helper is killed."""
    with (folder / "log.txt").open("wb") as log:
        helper = subprocess.Popen(
            [sys.executable, "-m", "artstudio.studio.render_worker", str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
            env=_environment(), creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    try:
        with contextlib.suppress(psutil.Error):
            psutil.Process(helper.pid).nice(getattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", 10))
        while (progress := _asked(helper, folder)) is not None:
            yield progress
            while control.paused and not control.wait_cancelled(0.1):
                pass
    finally:
        helper.kill()
        for pipe in (helper.stdin, helper.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        helper.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _asked(helper: subprocess.Popen[str], folder: Path) -> Progress | None:
    """One more step; None when the film is there."""
    assert helper.stdin is not None
    assert helper.stdout is not None
    line = ""
    with contextlib.suppress(OSError):
        helper.stdin.write("\n")
        helper.stdin.flush()
        line = helper.stdout.readline()
    if not line:
        crash = Crashed("the film was cut short, its helper ended by itself: render it again, it goes on")
        with contextlib.suppress(OSError):
            crash.log = (folder / "log.txt").read_text(encoding="utf-8", errors="replace")
        raise crash
    answer: dict[str, Any] = json.loads(line)
    if "error" in answer:
        raise StudioError(answer["error"], **answer["values"])
    return None if "finished" in answer else Progress(answer["done"], answer["total"], "frames")


def _environment() -> dict[str, str]:
    """The helper finds this very artstudio, whatever folder it starts in."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}
