"""`artstudio demo`: something of everything the starter models can make, and a project that holds it."""

from __future__ import annotations

import colorsys
from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import PaintTiles, Put
from artstudio.documents.film import Footage
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.engine.job import Outcome
from artstudio.sdk import Image, Media, Score, StudioError, Text
from artstudio.sdk.events import Output
from artstudio.studio.files import flattened, save, write_result
from artstudio.studio.generate import Candidate, Generation, candidate, start_generation
from artstudio.studio.landing import landing_edit

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.engine.job import Job
    from artstudio.studio.studio import Studio

PICTURE_PX = 768
FILM_PX = 384
FILM_FRAMES = 73  # three seconds
_PAPER = 0xFFF6F1E7
_OPENING = "It was on the evening of the third day that we saw the light across the water, and"


def make_demo(studio: Studio, folder: Path, seed: int) -> list[Path]:
    """Writes picture.png, morph.mp4, song.mid, song.wav, text.md and demo.artstudio into `folder`.

    Returns the files. The film turns the picture into another one and back; the text is a tale's beginning.
    What no usable plugin can make is left out. Without a painter the picture is the song as a graphic score,
    drawn with the studio's own brush.

    Raises:
        StudioError: a plugin failed, or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheet = Sheet.blank(PICTURE_PX, PICTURE_PX)
    files = []
    size = {"width": PICTURE_PX, "height": PICTURE_PX}
    picture = _made(studio, Generation("gan-painter", "dream", params=size, seed=seed))
    song = _made(studio, Generation("rnn-composer", "compose", seed=seed))
    if song is not None and isinstance(song.value, Score):
        sheet = landing_edit(sheet, song.value, song.label, recipe=song.recipe).apply(sheet)[0]
        for name in ("song.mid", "song.wav"):
            write_result(studio, song.value, folder / name, song.recipe)
            files.append(folder / name)
    if picture is not None:
        sheet = landing_edit(sheet, picture.value, "Dream", recipe=picture.recipe).apply(sheet)[0]
    elif song is not None and isinstance(song.value, Score):
        sheet = _drawn(sheet, song.value)
    write_result(studio, flattened(sheet), folder / "picture.png", picture.recipe if picture else None)
    film = _made(studio, _morph(studio, flattened(sheet), seed))
    if film is not None and isinstance(film.value, Footage):
        sheet = landing_edit(sheet, film.value, "Morph", recipe=film.recipe).apply(sheet)[0]
        write_result(studio, film.value, folder / "morph.mp4", film.recipe)
        files.append(folder / "morph.mp4")
    opening = Text(_OPENING)
    story = _made(studio, Generation("transformer-writer", "continue", {"text": opening}, seed=seed))
    if story is not None and isinstance(story.value, Text):
        sheet = landing_edit(sheet, story.value, "Story", recipe=story.recipe).apply(sheet)[0]
        write_result(studio, story.value, folder / "text.md", story.recipe)
        files.append(folder / "text.md")
    save(sheet, folder / "demo.artstudio")
    return [folder / "picture.png", *files, folder / "demo.artstudio"]


def _morph(studio: Studio, picture: Image, seed: int) -> Generation:
    """A film from `picture` to another one, as the painter dreams it or the morpher draws it, and back."""
    size = {"width": FILM_PX, "height": FILM_PX}
    dream = Generation("gan-painter", "dream", params=size, seed=seed + 1)
    other = _made(studio, dream) or _made(studio, replace(dream, plugin="vae-morpher", action="sample"))
    stops: list[Media] = [picture]
    if other is not None and isinstance(other.value, Image):
        stops.append(other.value)
    params = {**size, "frames": FILM_FRAMES, "loop": True}
    return Generation("vae-morpher", "morph", media={"pictures": stops}, params=params, seed=seed)


def _made(studio: Studio, generation: Generation) -> Candidate | None:
    """What a starter model makes; None where there is no such plugin or it has no model."""
    try:
        if studio.shelf.starter(studio.host.found(generation.plugin)) is None:
            return None
    except StudioError:
        return None
    made: list[Candidate] = []

    def hear(_: Job, event: object) -> None:
        if isinstance(event, Output):
            made.append(candidate(studio, generation, event))
        elif isinstance(event, Candidate):  # a film
            made.append(event)

    job = start_generation(studio, generation, hear)
    job.wait()
    if job.outcome is not Outcome.DONE:
        raise job.error or StudioError("{plugin} was stopped", plugin=generation.plugin)
    return made[-1] if made else None


def _drawn(sheet: Sheet, song: Score) -> Sheet:
    """A layer with one brush stroke a note: across is time, up is pitch, the hue tells the track."""
    from artstudio.render.dabs import Brush, Stroke

    margin = PICTURE_PX // 12
    span = PICTURE_PX - 2 * margin
    played = [track for track in song.tracks if len(track.notes)]
    low = min(int(track.notes["pitch"].min()) for track in played)
    high = max(int(track.notes["pitch"].max()) for track in played)
    paper = Layer(sheet.fresh_id("layer"), "Paper", Tiles(PICTURE_PX, PICTURE_PX))
    sheet = Put("Paper", "layer", paper.id, paper).apply(sheet)[0]
    columns, rows = paper.pixels.columns, paper.pixels.rows
    tiles = {(tx, ty): _PAPER for ty in range(rows) for tx in range(columns)}
    sheet = PaintTiles("Paper", paper.id, tiles).apply(sheet)[0]
    for number, track in enumerate(played):
        layer = Layer(sheet.fresh_id("layer"), track.name or "Notes", Tiles(PICTURE_PX, PICTURE_PX))
        sheet = Put(layer.name, "layer", layer.id, layer).apply(sheet)[0]
        red, green, blue = colorsys.hls_to_rgb((0.04 + number * 0.382) % 1, 0.42, 0.55)
        colour = (round(red * 255) << 16) | (round(green * 255) << 8) | round(blue * 255)
        pixels = layer.pixels
        for note in track.notes:
            stroke = Stroke(
                pixels, Brush(radius_px=4 + int(note["velocity"]) / 16, opacity=0.75, colour=colour)
            )
            y = margin + span * (high - int(note["pitch"])) / max(1, high - low)
            x = margin + span * int(note["start"]) / song.end_tick
            stroke.move_to(x, y)
            stroke.move_to(x + span * int(note["length"]) / song.end_tick, y, 0.5)
            pixels = pixels.with_changes(stroke.take())
        sheet = PaintTiles(layer.name, layer.id, dict(pixels.items())).apply(sheet)[0]
    return sheet
