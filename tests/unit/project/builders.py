"""Small projects with something of everything in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.forks import Branch, Fork
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.prose import ALIGNS, KINDS, ORIGINS, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.media.footage import write_footage
from artstudio.project.archive import open_project
from artstudio.sdk import DRUMS, Image, Key, Metre, Tempo, Track, notes_array

PNG = b"\x89PNG one"
RECIPE = Recipe(
    "gan-painter", "1.2", "paint", "starter", "ab" * 32, {"strength": 0.5, "名": [1, None]}, 7, ("cd" * 32,)
)


def noise(width: int, height: int, seed: int = 0) -> Tiles:
    rng = np.random.default_rng(seed)
    return Tiles.from_image(Image(rng.integers(0, 256, (height, width, 4), dtype=np.uint8)))


def footage(folder: Path, seed: int = 0) -> Footage:
    """Three small pictures that `seed` decides, as footage in `folder`."""
    frames = np.random.default_rng(seed).integers(0, 256, (3, 12, 16, 3), np.uint8)
    return write_footage(folder, 25, [frames])


def rich_sheet(folder: Path) -> Sheet:
    """Every field of every node set to something that is not its default; its footage lies in `folder`."""
    layers = (
        Layer("l1", "Paper 纸", Tiles(200, 130).with_changes({(0, 0): 0xFF112233})),
        Layer("l3", "<Ink> & \u0007", noise(200, 130), False, 0.3, "multiply", True, True, True, RECIPE),
        Layer("l2", "", noise(70, 20).resized(200, 130, 90, 40)),
        Layer("l4", "Empty", Tiles(200, 130), parent="l6"),
        Layer("l6", "Group", Tiles(200, 130), True, 0.75, "screen", group=True),
    )
    # equal notes over each other, as no MIDI file can hold them
    notes = notes_array([(0, 500, 60, 90), (10, 50, 60, 91), (10, 5, 60, 92), (2000, 1, 127, 1)], channel=3)
    tracks = (
        MusicTrack("t1", Track(conductor=True, events=((0, b"\xff\x02\x02hi"), (9, b"\xff\x06\x00")))),
        MusicTrack("t5", Track(notes, "Flöte", 73, 3, 99, 12, ((5, b"\xb3\x40\x7f"),)), True, False, RECIPE),
        MusicTrack("t2", Track(notes_array([], DRUMS), "", 0, DRUMS), False, True),
    )
    music = Music(96, (Tempo(0, 500_001), Tempo(96, 20_000_000)), (Metre(0, 7, 8),), (Key(0, "F#m"),), tracks)
    plain = Passage.plain("p2", "Ein Titel", 'Zeile\n\n"𝄞"\t\\ ', RECIPE)
    passages = (plain, Passage.plain("p1", "", ""), rich_passage())
    first, second = footage(folder), footage(folder, 1)
    clips = (
        Clip("c3", "Früh \u0007", first, 2, 2, 0.04, RECIPE),
        Clip("c1", "", second, 4, 100),
        Clip("c2", "Again", first, 104, 1),
    )
    return Sheet(Canvas(200, 130, layers, 0xFF445566), music, passages, Film(clips, 12.5))


def rich_passage() -> Passage:
    """Every kind of look, picture, paragraph and origin, and forks inside one another."""
    looks = (
        CharStyle(True, True, True, True, True, "https://example.org/ü"),
        CharStyle(picture=Picture(PNG, 4, 3, "Katze 猫")),
        CharStyle(picture=Picture(b"\x89PNG two", 1, 2)),
        CharStyle(),
    )
    styles = [ParagraphStyle(kind, i % 9, ALIGNS[i % 4]) for i, kind in enumerate(KINDS)]
    text = "\n".join(["ab\ufffc\ufffc"] * len(KINDS))
    prose = Prose(
        text,
        Runs.collected((looks[i % 4], 1) for i in range(len(text))),
        Runs.collected((style, 1) for style in styles),
        Runs.collected((ORIGINS[i // 5 % 3], 1) for i in range(len(text))),
    )
    inner = Fork("f2", 1, 2, 0, (Branch(Prose()), Branch(prose.part(3, 9), RECIPE)))
    hidden = Branch(prose.part(0, 12), RECIPE, (replace(inner, id="f3"),), pinned=True)
    outer = Fork("f1", 2, 6, 1, (hidden, Branch(Prose(), RECIPE, (inner,)), Branch(Prose())))
    empty = Fork("f9", 6, 6, 1, (Branch(Prose.plain("字", "generated")), Branch(Prose())))
    return Passage("p7", "Rich", prose, RECIPE, (outer, empty))


def merged_of(sheet: Sheet) -> Image:
    """Some picture of the right size: what it shows is the compositor's business."""
    return Image(np.full((sheet.canvas.height_px, sheet.canvas.width_px, 4), 200, np.uint8))


def with_layer(sheet: Sheet, layer: Layer) -> Sheet:
    layers = tuple(layer if one.id == layer.id else one for one in sheet.canvas.layers)
    return replace(sheet, canvas=replace(sheet.canvas, layers=layers))


def opened(path: Path) -> Sheet:
    """The project in a file; its footage goes into the folder "footage" beside it."""
    return open_project(path, path.parent / "footage")
