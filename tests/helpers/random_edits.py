"""Edits of every kind at random, each of which fits the sheet it is made for."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from artstudio.documents import pile
from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.edits import Edit, PaintTiles, Put, SetCanvas, SetMaps, Together
from artstudio.documents.forks import Branch, shown_forks
from artstudio.documents.music import MusicTrack
from artstudio.documents.prose import ALIGNS, KINDS, ORIGINS, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Branched, Pin, Prune, ReplaceText, Restyle, Walk
from artstudio.documents.tiles import Tile, Tiles
from artstudio.documents.turning import Turn, turned
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Key, Metre, Tempo, Track, notes_array


def random_edit(sheet: Sheet, rng: random.Random) -> Edit:
    """Any edit that fits the sheet, of all kinds."""
    return rng.choice([put, put, paint, paint, retype, retype, set_maps, set_canvas, together])(sheet, rng)


def put(sheet: Sheet, rng: random.Random) -> Edit:
    kind = rng.choice(["layer", "track", "passage"])
    if kind == "layer":
        return put_layer(sheet, rng)
    nodes = sheet.nodes(kind)  # type: ignore[arg-type]
    if nodes and rng.random() < 0.2:
        return Put("Remove", kind, rng.choice(nodes).id, None)  # type: ignore[arg-type]
    make = {"track": track, "passage": passage}[kind]
    if nodes and rng.random() < 0.5:
        node_id, index = rng.choice(nodes).id, rng.choice([None, rng.randrange(len(nodes))])
    else:
        node_id, index = sheet.fresh_id(kind), rng.choice([None, rng.randint(0, len(nodes))])  # type: ignore[arg-type]
    return Put("Put", kind, node_id, make(sheet, node_id, rng), index)  # type: ignore[arg-type]


def put_layer(sheet: Sheet, rng: random.Random) -> Edit:
    """A layer or group added or changed, or the pile rearranged."""
    canvas = sheet.canvas
    chosen = rng.choice(canvas.layers) if canvas.layers else None
    if chosen is None or rng.random() < 0.3:
        place = pile.place_above(canvas, chosen.id if chosen else None)
        new = layer(sheet, sheet.fresh_id("layer"), rng)
        return Put("Add", "layer", new.id, replace(new, parent=place.parent), place.at)
    if rng.random() < 0.4:
        changed = layer(sheet, chosen.id, rng)
        pixels = chosen.pixels if chosen.group else changed.pixels
        kept = replace(changed, pixels=pixels, group=chosen.group, parent=chosen.parent)
        return Put("Change", "layer", chosen.id, kept)
    ids = sheet.fresh_ids("layer")
    turn: Turn = rng.choice(["mirror", "right"])
    ways: list[Callable[[], Canvas]] = [
        lambda: pile.removed(canvas, chosen.id),
        lambda: pile.duplicated(canvas, chosen.id, ids, str)[0],
        lambda: pile.stepped(canvas, chosen.id, rng.choice([1, -1])),
        lambda: pile.grouped(canvas, [chosen.id, rng.choice(canvas.layers).id], next(ids), "Group"),
        lambda: pile.ungrouped(canvas, chosen.id),
        lambda: pile.moved(canvas, chosen.id, None, None),
        lambda: turned(canvas, turn),
    ]
    try:
        arranged = rng.choice(ways)()
    except InvalidValue:
        arranged = canvas
    return SetCanvas("Arrange", arranged)


def layer(sheet: Sheet, node_id: str, rng: random.Random) -> Layer:
    size = sheet.canvas.width_px, sheet.canvas.height_px
    old = next((one.pixels for one in sheet.canvas.layers if one.id == node_id), Tiles(*size))
    pixels = rng.choice([old, Tiles(*size).with_changes(random_tiles(sheet, rng))])
    return Layer(node_id, f"Layer {rng.random()}", pixels, opacity=rng.random(), mode=rng.choice(list(MODES)))


def track(sheet: Sheet, node_id: str, rng: random.Random) -> MusicTrack:
    rows = [
        (rng.randrange(9999), rng.randint(1, 900), rng.randrange(128), rng.randint(1, 127)) for _ in range(5)
    ]
    return MusicTrack(node_id, Track(notes_array(rows), program=rng.randrange(128)), mute=rng.random() < 0.5)


def passage(sheet: Sheet, node_id: str, rng: random.Random) -> Passage:
    return Passage(node_id, "Title", Prose.plain(f"Once {rng.random()} upon") + rich(rng))


def random_tiles(sheet: Sheet, rng: random.Random) -> dict[tuple[int, int], Tile | int | None]:
    columns, rows = (
        Tiles(sheet.canvas.width_px, sheet.canvas.height_px).columns,
        -(-sheet.canvas.height_px // 64),
    )
    noise = np.random.default_rng(rng.randrange(10**6))
    fills = [None, 0, rng.randrange(2**32), noise.integers(0, 2**32, (64, 64), dtype=np.uint32)]
    return {(rng.randrange(columns), rng.randrange(rows)): rng.choice(fills) for _ in range(3)}


def paint(sheet: Sheet, rng: random.Random) -> Edit:
    paintable = [layer.id for layer in sheet.canvas.layers if not layer.group]
    if not paintable:
        return put(sheet, rng)
    return PaintTiles("Brush", rng.choice(paintable), random_tiles(sheet, rng))


def retype(sheet: Sheet, rng: random.Random) -> Edit:
    if not sheet.passages:
        return put(sheet, rng)
    chosen = rng.choice(sheet.passages)
    start = rng.randint(0, len(chosen.text))
    end = min(len(chosen.text), start + rng.choice([0, 0, 1, 4]))
    edits: list[Callable[[], Edit]] = [
        lambda: ReplaceText("Typing", chosen.id, start, end, rng.choice(["", "a", "字", "𝄞 b", "\n"])),
        lambda: ReplaceText("Paste", chosen.id, start, end, prose=rich(rng), first=rng.random() < 0.5),
        lambda: Restyle("Bold", chosen.id, start, end, Runs.of(look(rng), end - start)),
        lambda: Restyle("Quote", chosen.id, 0, 0, None, 0, Runs.of(paragraph(rng), 1)),
        lambda: Branched("Continue", chosen.id, start, end, Branch(rich(rng))),
        lambda: fork_edit(chosen, rng),
    ]
    return rng.choice(edits)()


def look(rng: random.Random) -> CharStyle:
    picture = rng.choice([None, None, Picture(rng.randbytes(3), 2, 1, "字")])
    return CharStyle(rng.random() < 0.5, link=rng.choice(["", "https://example.org"]), picture=picture)


def paragraph(rng: random.Random) -> ParagraphStyle:
    return ParagraphStyle(rng.choice(KINDS), rng.randrange(9), rng.choice(ALIGNS))


def rich(rng: random.Random) -> Prose:
    text = rng.choice(["a", "two\nlines", "", "𝄞\n\n"])
    return Prose.plain(text, rng.choice(ORIGINS), look(rng), paragraph(rng))


def fork_edit(passage: Passage, rng: random.Random) -> Edit:
    forks = list(shown_forks(passage.forks))
    if not forks:
        return Branched("Continue", passage.id, 0, len(passage.text), Branch(rich(rng)))
    fork = rng.choice(forks)
    index = rng.randrange(len(fork.branches))
    hidden = index != fork.shown and not fork.branches[index].pinned
    edits: list[Edit] = [
        Branched("Retry", passage.id, 0, 0, Branch(rich(rng)), fork.id),
        Walk("Walk", passage.id, fork.id, index),
        Pin("Pin", passage.id, fork.id, index),
        Prune("Prune", passage.id, fork.id, index) if hidden else Walk("Walk", passage.id, fork.id, index),
    ]
    return rng.choice(edits)


def set_maps(sheet: Sheet, rng: random.Random) -> Edit:
    return SetMaps(
        "Tempo",
        ticks_per_quarter=rng.choice([None, 96, 480]),
        tempos=rng.choice([None, (Tempo(rng.randrange(99), rng.randint(1, 10**6)),)]),
        metres=rng.choice([None, (), (Metre(0, rng.randint(1, 12), 8),)]),
        keys=rng.choice([None, (Key(0, "F#m"),)]),
    )


def set_canvas(sheet: Sheet, rng: random.Random) -> Edit:
    canvas = sheet.canvas.resized(
        rng.randint(1, 300), rng.randint(1, 300), rng.choice([0, 9]), rng.choice([0, -64])
    )
    return SetCanvas("Canvas size", replace(canvas, background=rng.choice([None, 0xFF000000])))


def together(sheet: Sheet, rng: random.Random) -> Edit:
    edits: list[Edit] = []
    for _ in range(rng.randint(0, 4)):
        edits.append(random_edit(sheet, rng))
        sheet, _ = edits[-1].apply(sheet)
    return Together("Several", tuple(edits))
