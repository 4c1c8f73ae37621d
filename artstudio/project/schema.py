"""The shape of `project.json`: all of a sheet but its bulk (pixels, notes, other MIDI messages).

The same description, without the texts, is what a journal record commits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.forks import Fork
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.prose import Prose
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import MAX_SIDE_PX, Tiles
from artstudio.documents.writing import Passage
from artstudio.project.parts import Part, RecipePart, clean, described_recipe, recipe_of
from artstudio.project.prose_parts import (
    ForkPart,
    ProsePart,
    branch_texts,
    check_forks,
    described_fork,
    described_prose,
    fork_of,
    prose_of,
    text_name,
)
from artstudio.sdk import Key, Metre, Notes, Tempo, Track, no_notes

FORMAT: Final = 3


class LayerPart(Part):
    """A layer; its pixels are the member `ora.layer_src` names."""

    id: str
    name: str
    visible: bool
    opacity: float
    mode: str
    locked: bool
    alpha_locked: bool
    rough: bool
    recipe: RecipePart | None
    group: bool = False  # files of before there were groups say nothing of them
    parent: str | None = None


class CanvasPart(Part):
    """The canvas; layers stand bottom first."""

    width_px: int
    height_px: int
    background: int | None
    layers: list[LayerPart]


class TrackPart(Part):
    """A track; its notes and events are members of their own."""

    id: str
    name: str
    program: int
    channel: int
    volume: int | None
    pan: int | None
    conductor: bool
    mute: bool
    solo: bool
    recipe: RecipePart | None


class MusicPart(Part):
    """Maps as (tick, values...), and the tracks."""

    ticks_per_quarter: int
    tempos: list[tuple[int, int]]
    metres: list[tuple[int, int, int]]
    keys: list[tuple[int, str]]
    tracks: list[TrackPart]


class PassagePart(Part):
    """A passage; `texts` has those of its forks' branches, by name. A journal keeps these apart."""

    id: str
    title: str
    recipe: RecipePart | None
    prose: ProsePart = ProsePart(text="")
    forks: tuple[ForkPart, ...] = ()
    texts: dict[str, ProsePart] = Field(default_factory=dict)


class FootagePart(Part):
    """Footage; its file is the member `film/<name>.mkv`, `name` its SHA-256."""

    name: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    frames: int
    fps: float
    width_px: Annotated[int, Field(le=MAX_SIDE_PX)]
    height_px: Annotated[int, Field(le=MAX_SIDE_PX)]


class ClipPart(Part):
    """A clip of the film; times are frames of the film, `skipped_s` seconds of the footage."""

    id: str
    name: str
    footage: FootagePart
    start: int
    length: int
    skipped_s: float
    recipe: RecipePart | None


class FilmPart(Part):
    """The film; clips stand by their start."""

    fps: float
    clips: list[ClipPart]


class ProjectPart(Part):
    """The whole of `project.json`."""

    format: Literal[3]
    canvas: CanvasPart
    music: MusicPart
    passages: list[PassagePart]
    film: FilmPart


@dataclass
class Bulk:
    """What a description leaves out, by the ids of layers, tracks and passages; what is missing is empty.

    `footage` says by name where it lies; a clip of footage that is missing there is left out of the film.
    """

    pixels: dict[str, Tiles] = field(default_factory=dict)
    notes: dict[str, Notes] = field(default_factory=dict)
    events: dict[str, tuple[tuple[int, bytes], ...]] = field(default_factory=dict)
    texts: dict[str, Prose] = field(default_factory=dict)
    forks: dict[str, tuple[Fork, ...]] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    footage: dict[str, Path] = field(default_factory=dict)


def described(sheet: Sheet, *, texts: bool = True) -> dict[str, Any]:
    """A sheet without its bulk, as plain JSON; without `texts` the passages are empty."""
    canvas, music = sheet.canvas, sheet.music
    return {
        "format": FORMAT,
        "canvas": {
            "width_px": canvas.width_px,
            "height_px": canvas.height_px,
            "background": canvas.background,
            "layers": [_layer(layer) for layer in canvas.layers],
        },
        "music": {
            "ticks_per_quarter": music.ticks_per_quarter,
            "tempos": [[tempo.tick, tempo.us_per_quarter] for tempo in music.tempos],
            "metres": [[metre.tick, metre.numerator, metre.denominator] for metre in music.metres],
            "keys": [[key.tick, key.name] for key in music.keys],
            "tracks": [_track(track) for track in music.tracks],
        },
        "passages": [_passage(passage, texts) for passage in sheet.passages],
        "film": {"fps": float(sheet.film.fps), "clips": [_clip(clip) for clip in sheet.film.clips]},
    }


def sheet_of(part: ProjectPart, bulk: Bulk) -> Sheet:
    """The sheet that was described; raises `InvalidValue` where values are out of range."""
    size = part.canvas.width_px, part.canvas.height_px
    layers = tuple(
        Layer(
            **{**dict(layer), "recipe": recipe_of(layer.recipe)},
            pixels=bulk.pixels.get(layer.id) or Tiles(*size),
        )
        for layer in part.canvas.layers
    )
    music = Music(
        part.music.ticks_per_quarter,
        tuple(Tempo(*entry) for entry in part.music.tempos),
        tuple(Metre(*entry) for entry in part.music.metres),
        tuple(Key(*entry) for entry in part.music.keys),
        tuple(_music_track(track, bulk) for track in part.music.tracks),
    )
    passages = tuple(_written(passage, bulk) for passage in part.passages)
    clips = (_film_clip(clip, bulk) for clip in part.film.clips if clip.footage.name in bulk.footage)
    film = Film(tuple(clips), part.film.fps)
    return Sheet(Canvas(*size, layers, part.canvas.background), music, passages, film)


def _layer(layer: Layer) -> dict[str, Any]:
    flags = {
        name: getattr(layer, name)
        for name in ("visible", "opacity", "mode", "locked", "alpha_locked", "rough", "group", "parent")
    }
    return {"id": layer.id, "name": clean(layer.name), **flags, "recipe": described_recipe(layer.recipe)}


def _track(track: MusicTrack) -> dict[str, Any]:
    names = ("program", "channel", "volume", "pan", "conductor")
    setup = {name: getattr(track.track, name) for name in names}
    flags = {"mute": track.mute, "solo": track.solo, "recipe": described_recipe(track.recipe)}
    return {"id": track.id, "name": clean(track.track.name), **setup, **flags}


def _music_track(part: TrackPart, bulk: Bulk) -> MusicTrack:
    notes, events = bulk.notes.get(part.id, no_notes()), bulk.events.get(part.id, ())
    setup = part.program, part.channel, part.volume, part.pan
    track = Track(notes, part.name, *setup, events, part.conductor)
    return MusicTrack(part.id, track, part.mute, part.solo, recipe_of(part.recipe))


def _passage(passage: Passage, texts: bool) -> dict[str, Any]:
    head = {"id": passage.id, "title": clean(passage.title), "recipe": described_recipe(passage.recipe)}
    if not texts:
        return head
    named = {text_name(text): text for text in branch_texts(passage.forks)}
    return {
        **head,
        "prose": described_prose(passage.prose),
        "forks": [described_fork(fork) for fork in passage.forks],
        "texts": {name: described_prose(text) for name, text in named.items()},
    }


def _written(part: PassagePart, bulk: Bulk) -> Passage:
    prose = bulk.texts.get(part.id)
    if prose is None:
        prose = prose_of(part.prose, bulk.pictures)
    forks = bulk.forks.get(part.id)
    if forks is None:
        texts = {name: prose_of(text, bulk.pictures) for name, text in part.texts.items()}
        forks = tuple(fork_of(fork, texts) for fork in part.forks)
    check_forks(forks, len(prose.text))
    return Passage(part.id, part.title, prose, recipe_of(part.recipe), forks)


def _clip(clip: Clip) -> dict[str, Any]:
    footage = clip.footage
    return {
        "id": clip.id,
        "name": clean(clip.name),
        "footage": {
            "name": footage.name,
            "frames": footage.frames,
            "fps": float(footage.fps),
            "width_px": footage.width_px,
            "height_px": footage.height_px,
        },
        "start": clip.start,
        "length": clip.length,
        "skipped_s": float(clip.skipped_s),
        "recipe": described_recipe(clip.recipe),
    }


def _film_clip(part: ClipPart, bulk: Bulk) -> Clip:
    footage = Footage(**dict(part.footage), path=bulk.footage[part.footage.name])
    return Clip(**{**dict(part), "footage": footage, "recipe": recipe_of(part.recipe)})
