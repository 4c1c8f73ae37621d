"""From a result to the rows that stand for it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.film import Footage
from artstudio.library.colour import mean_colour
from artstudio.library.entry import MODEL, Addition, Lab, Thumbnail
from artstudio.library.query import facets_of
from artstudio.library.strips import first_words, looks, packed
from artstudio.library.values import film_numbers
from artstudio.library.words import indexed
from artstudio.sdk import Audio, Image, Score, StudioError, Text, TileMap, Video, kind_of
from artstudio.sdk.clock import Clock

if TYPE_CHECKING:
    import sqlite3

    from artstudio.library.values import ValueStore
    from artstudio.sdk import Media

log = logging.getLogger(__name__)

_MOST_INDEXED: Final = 4_000  # characters of a text or a parameter that it is found by
_MOST_WORD: Final = 200  # characters of a parameter that are compared as a whole


@dataclass(frozen=True)
class Prepared:
    """Everything but the rows themselves, made without holding the database."""

    addition: Addition
    kind: str
    measures: tuple[int, int, float, int]
    thumbnail: Thumbnail
    colour: Lab | None
    value: tuple[str, int]
    inputs: Mapping[str, Any]
    held: Mapping[str, int]
    footage: Mapping[str, Any]
    problem: StudioError | None


def prepared(addition: Addition, store: ValueStore) -> Prepared:
    """Writes the values and makes the thumbnail. What cannot be kept is left out, and `problem` says why."""
    value, problem = addition.value, None
    own, held, inputs = ("", 0), {}, {}
    pixels = None
    try:
        if value is not None:
            own = store.keep(value)
            held[own[0]] = own[1]
            if isinstance(value, Footage):
                value = Footage(name=value.name, path=store.path(own[0]), **film_numbers(value))
        inputs = {name: _kept(store, one, held) for name, one in addition.inputs.items()}
        pixels = looks(addition.sample if value is None else value)
    except (StudioError, OSError) as error:
        log.warning("not all of %s is kept in the library: %s", addition.title, error)
        problem = error if isinstance(error, StudioError) else None
    flat = isinstance(addition.sample if value is None else value, Score | Audio | TileMap)
    coloured = isinstance(value, Image | Video | Footage) and pixels is not None
    return Prepared(
        addition, _kind(addition), _measures(value),
        Thumbnail(packed(pixels, flat=flat), first_words(value) or addition.words[:400]),
        mean_colour(pixels) if coloured and pixels is not None else None,
        own, inputs, held, film_numbers(value) if isinstance(value, Footage) else {}, problem,
    )  # fmt: skip


def insert(db: sqlite3.Connection, made: Prepared) -> int:
    """Writes the rows of an entry; gives its id."""
    what, recipe = made.addition, made.addition.recipe
    cursor = db.execute(
        "INSERT INTO entry(made_ms, kind, title, plugin, action, model, project, width_px, height_px, "
        "seconds, amount, star, value, nbytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
        (
            what.made_ms or time.time_ns() // 1_000_000, made.kind, what.title, recipe.plugin, recipe.action,
            recipe.model, what.project, *made.measures, *made.value,
        ),
    )  # fmt: skip
    entry = int(cursor.lastrowid or 0)
    place = "" if what.project_path is None else str(what.project_path)
    folder = "" if what.folder is None else str(what.folder)
    plain = (recipe.canonical().decode("utf-8", "replace"), place, folder, "")
    db.execute(
        "INSERT INTO detail VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry, *plain, json.dumps(made.inputs), json.dumps(made.footage)),
    )
    db.execute("INSERT INTO thumbnail VALUES (?, ?, ?)", (entry, made.thumbnail.webp, made.thumbnail.words))
    if made.colour is not None:
        db.execute("INSERT INTO colour VALUES (?, ?, ?, ?)", (entry, *made.colour))
    db.executemany("INSERT INTO holds VALUES (?, ?, ?)", [(name, entry, n) for name, n in made.held.items()])
    params = {**recipe.params, "seed": recipe.seed}
    db.executemany("INSERT INTO parameter VALUES (?, ?, ?, ?)", _parameters(entry, params))
    db.execute(
        "INSERT INTO words(rowid, title, action, plugin, prompt, tags, notes, project, facets) "
        "VALUES (?, ?, ?, ?, ?, '', '', ?, ?)",
        (
            entry, indexed(what.title), indexed(recipe.action), indexed(f"{recipe.plugin} {recipe.model}"),
            indexed(_prompt(what)), indexed(what.project),
            facets_of(
                made.kind, recipe.plugin, recipe.action, recipe.model, what.project, 0, (), (),
                word_parameters(recipe.params),
            ),
        ),
    )  # fmt: skip
    return entry


def word_parameters(params: Mapping[str, Any]) -> dict[str, str]:
    """Those that are looked for as a whole: short texts and switches."""
    return {
        name: _word(value)
        for name, value in params.items()
        if isinstance(value, bool | str) and len(str(value)) <= _MOST_WORD
    }


def _word(value: bool | str) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def _parameters(entry: int, params: Mapping[str, Any]) -> list[tuple[int, str, float | None, str | None]]:
    rows: list[tuple[int, str, float | None, str | None]] = []
    for name, value in params.items():
        if isinstance(value, bool | str):
            rows.append((entry, name, None, _word(value)[:_MOST_WORD]))
        elif isinstance(value, int | float):
            try:
                rows.append((entry, name, float(value), None))
            except OverflowError:
                continue
    return rows


def _prompt(what: Addition) -> str:
    texts = [value for value in what.recipe.params.values() if isinstance(value, str)]
    if isinstance(what.value, Text):
        texts.append(what.value.text)
    return "\n".join(text[:_MOST_INDEXED] for text in [*texts, what.words])


def _kind(addition: Addition) -> str:
    value = addition.value
    if value is None:
        return MODEL
    return "video" if isinstance(value, Footage) else kind_of(value)


def _measures(value: Media | Footage | None) -> tuple[int, int, float, int]:
    match value:
        case Image():
            return value.width, value.height, 0.0, 0
        case Footage():
            return value.width_px, value.height_px, value.seconds, 0
        case Video():
            count, height, width, _ = value.frames.shape
            return width, height, count / value.fps, 0
        case TileMap():
            return value.cells.shape[1], value.cells.shape[0], 0.0, 0
        case Audio():
            return 0, 0, value.seconds, 0
        case Score():
            return 0, 0, Clock(value).seconds(value.end_tick), value.note_count
        case Text():
            return 0, 0, 0.0, len(value.text)
    return 0, 0, 0.0, 0


def _kept(store: ValueStore, value: Media | Sequence[Media] | None, held: dict[str, int]) -> Any:
    """The name of an input's value, a list of names or None."""
    if value is None:
        return None
    if isinstance(value, Sequence):
        return [_kept(store, one, held) for one in value]
    name, nbytes = store.keep(value)
    held[name] = nbytes
    return name
