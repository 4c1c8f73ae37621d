"""What a render is to make, and its work folder, which holds all that is needed to go on with it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from artstudio.base.atomic import write_bytes
from artstudio.documents.film import Clip, Film, Footage
from artstudio.media.film_format import Look, stretch_frames
from artstudio.media.movies import film_format
from artstudio.sdk import BadFile, StudioError
from artstudio.sound.mix import Channel
from artstudio.sound.notes import PLAYED_DTYPE, Played

if TYPE_CHECKING:
    from artstudio.media.film_format import FilmFormat

PLAN_NAME: Final = "plan.json"
_FORMAT: Final = 1  # of work folders and of what encoding makes: what an older studio began is begun anew


@dataclass(frozen=True)
class Plan:
    """A render, wholly described.

    Attributes:
        path: the file to write.
        look: how; its rate is that of `film`.
        film: without recipes.
        parts: the music as it is played, empty for a silent film.
        soundfont: what plays it.
    """

    path: Path
    look: Look
    film: Film
    parts: tuple[tuple[Played, Channel], ...] = ()
    soundfont: Path | None = None

    @property
    def kind(self) -> FilmFormat:
        """The kind of file that is written."""
        return film_format(self.path)

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """First frame and end of each stretch."""
        step, end = stretch_frames(self.look.fps), self.film.frames
        return [(first, min(end, first + step)) for first in range(0, end, step)]

    @property
    def key(self) -> str:
        """The same for two renders whose stretches are the same, wherever they write to."""
        import av

        clips = [(c.footage.name, c.start, c.length, c.skipped_s) for c in self.film.clips]
        music = [(hashlib.sha256(notes.tobytes()).hexdigest(), asdict(own)) for notes, own in self.parts]
        font = None if self.soundfont is None else str(self.soundfont)
        said = [_FORMAT, av.__version__, self.kind.suffix, asdict(self.look), clips, music, font]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]

    def stretch(self, folder: Path, number: int) -> Path:
        """The file (or folder) of a stretch in the work folder."""
        return folder / f"{number:06}{self.kind.suffix}"

    def done(self, folder: Path) -> int:
        """How many frames lie ready in the work folder."""
        ready = (self.stretch(folder, number).exists() for number in range(len(self.stretches)))
        return sum(end - first for (first, end), there in zip(self.stretches, ready, strict=True) if there)


def keep(plan: Plan, folder: Path) -> None:
    """Writes the plan into its work folder; its footage gets a second name there and outlives the project.

    Raises:
        BadFile: the folder cannot be written.
    """
    try:
        (folder / "footage").mkdir(parents=True, exist_ok=True)
        clips = [replace(clip, footage=_linked(clip.footage, folder / "footage")) for clip in plan.film.clips]
        for number, (notes, _channel) in enumerate(plan.parts):
            write_bytes(_notes(folder, number), notes.tobytes())
    except OSError as error:
        raise BadFile(
            "the film cannot be prepared in {folder} ({reason}): free some space",
            folder=folder, reason=error.strerror or error,
        ) from error  # fmt: skip
    said = {
        "path": str(plan.path),
        "look": asdict(plan.look),
        "clips": [_clip(clip) for clip in clips],
        "channels": [asdict(channel) for _notes, channel in plan.parts],
        "soundfont": None if plan.soundfont is None else str(plan.soundfont),
    }
    write_bytes(folder / PLAN_NAME, json.dumps(said, indent=1).encode())


def kept(folder: Path) -> Plan:
    """The plan in a work folder.

    Raises:
        BadFile: there is none that makes sense.
    """
    try:
        said: dict[str, Any] = json.loads((folder / PLAN_NAME).read_bytes())
        look = Look(**said["look"])
        film = Film(tuple(_made(clip) for clip in said["clips"]), look.fps)
        parts = tuple(
            (np.frombuffer(_notes(folder, number).read_bytes(), PLAYED_DTYPE), Channel(**channel))
            for number, channel in enumerate(said["channels"])
        )
        font = said["soundfont"]
        plan = Plan(Path(said["path"]), look, film, parts, None if font is None else Path(font))
        film_format(plan.path)
    except (OSError, ValueError, TypeError, KeyError, StudioError) as error:
        raise BadFile("there is no render to go on with in {folder}: start anew", folder=folder) from error
    return plan


def _linked(footage: Footage, folder: Path) -> Footage:
    name = folder / footage.path.name
    if not name.exists():
        try:
            os.link(footage.path, name)
        except FileNotFoundError as error:
            raise BadFile("{name} is missing: make the clip again", name=footage.path.name) from error
        except OSError:  # another disk, or one without second names
            part = name.with_suffix(".part")
            shutil.copyfile(footage.path, part)
            part.replace(name)
    return replace(footage, path=name)


def _notes(folder: Path, number: int) -> Path:
    return folder / f"music-{number:03}.notes"


def _clip(clip: Clip) -> dict[str, Any]:
    footage = {**asdict(clip.footage), "path": str(clip.footage.path)}
    own = {"id": clip.id, "start": clip.start, "length": clip.length, "skipped_s": clip.skipped_s}
    return {**own, "footage": footage}


def _made(said: dict[str, Any]) -> Clip:
    footage = said.pop("footage")
    return Clip(name="", footage=Footage(**{**footage, "path": Path(footage["path"])}), **said)
