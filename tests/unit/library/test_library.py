"""Results are kept, found again, marked and let go of."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.film import Footage
from artstudio.documents.recipe import Recipe, content_hash
from artstudio.library.changing import Change
from artstudio.library.cleaning import Unwanted
from artstudio.library.colour import mean_colour
from artstudio.library.entry import Addition, Changed
from artstudio.library.library import Library
from artstudio.library.query import Parameter, Query
from artstudio.library.schema import MIGRATIONS, bring_up
from artstudio.library.strips import MOST_NBYTES
from artstudio.media.footage import write_footage
from artstudio.sdk import (
    Audio,
    BadFile,
    Image,
    Media,
    Score,
    StudioError,
    Tempo,
    Text,
    TileMap,
    Track,
    notes_array,
)  # fmt: skip

RED, BLUE = (200, 30, 30), (30, 40, 200)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library")
    yield made
    made.close()


def recipe(plugin: str = "painter", action: str = "paint", model: str = "waves", **params: object) -> Recipe:
    return Recipe(plugin, "1.0.0", action, model, "", params, seed=7)


def picture(colour: tuple[int, int, int] = RED, side_px: int = 32) -> Image:
    return Image(np.full((side_px, side_px, 3), colour, np.uint8))


def tune() -> Score:
    notes = notes_array([(0, 480, 60, 90), (480, 960, 64, 90)])
    return Score((Track(notes, name="Lead", program=3),), tempos=(Tempo(0, 500_000),))


def put(library: Library, *additions: Addition) -> list[int]:
    """The ids of these entries, in their order."""
    heard: list[int] = []
    end = library.listen(lambda what: heard.extend(what.added) if isinstance(what, Changed) else None)
    for one in additions:
        library.add(one)
    assert library.finish()
    end()
    return heard


def found(library: Library, query: Query) -> list[int]:
    """What a query finds, by its pages as by all at once."""
    ids = [int(one) for one in library.ids(query)]
    assert [entry.id for entry in library.page(query)] == ids
    return ids


def files(library: Library) -> list[str]:
    return sorted(path.name for path in library.store.folder.glob("*/*"))


VALUES: dict[str, Media] = {
    "image": Image(np.random.default_rng(1).integers(0, 255, (9, 7, 4), np.uint8)),
    "score": tune(),
    "text": Text("One line.\nAnother, 山水.\n"),
    "audio": Audio(np.random.default_rng(2).normal(0, 0.9, (900, 2)).astype(np.float32), 22_050),
    "tilemap": TileMap(np.array([[0, -1], [1, 1]], np.int32), ("grass", "水")),
}


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_comes_back_as_it_was(library: Library, kind: str) -> None:
    value = VALUES[kind]
    (entry,) = put(library, Addition("Make", recipe(), value))
    details = library.details(entry)
    assert details.entry.kind == kind
    assert content_hash(library.value(details)) == content_hash(value)  # type: ignore[arg-type]  # no film
    look = library.thumbnails([entry])[entry]
    assert 0 < len(look.webp) <= MOST_NBYTES if kind != "text" else look.words.startswith("One line")


def test_a_film_outlives_the_store_it_was_made_in(library: Library, tmp_path: Path) -> None:
    frames = np.random.default_rng(3).integers(0, 255, (5, 24, 32, 3), np.uint8)
    film = write_footage(tmp_path / "footage", 12, [frames])
    (entry,) = put(library, Addition("Morph", recipe(), film))
    film.path.unlink()
    details = library.details(entry)
    again = library.value(details)
    assert isinstance(again, Footage)
    assert (again, again.frames, again.fps) == (film, 5, 12)
    assert hashlib.sha256(again.path.read_bytes()).hexdigest() == film.name
    assert details.entry.width_px == 32
    assert details.entry.seconds == pytest.approx(5 / 12)


def test_how_it_was_made_comes_back(library: Library) -> None:
    made = recipe(prompt="a red boat", steps=20)
    rough, many = picture(BLUE), list[Media]([picture(RED), picture((1, 2, 3))])
    inputs: dict[str, Media | list[Media] | None] = {"rough": rough, "many": many, "mask": None}
    (entry,) = put(
        library, Addition("Paint", made, picture(), inputs, "House", Path("projects/House.artstudio"))
    )
    details = library.details(entry)
    assert details.recipe == made
    assert library.inputs(details) == inputs
    assert details.project_path == str(Path("projects/House.artstudio"))


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("boat", True), ("BOA", True), ("boat red", True), ('"red boat"', True), ('"boat red"', False),
        ("boat -night", True), ("boat -red", False), ("山水", True), ("山水画", True), ("画", True),
        ("水", True), ("山画", False), ("cafe", True), ("painter", True),
        ("pain waves", True), ("House", True), ("sea", False), ("x", True), ("!!", True),
        ('"', True), ("NEAR(", False), ("title:boat", False), ("ink_wash", True),
    ],
)  # fmt: skip
def test_words_find(library: Library, words: str, finds: bool) -> None:
    made = recipe(prompt="A red boat, 山水画, at the Café", style="ink_wash")
    (entry,) = put(library, Addition("Paint", made, picture(), project="House"))
    assert found(library, Query(words)) == ([entry] if finds else [])


def test_texts_are_found_by_what_they_say(library: Library) -> None:
    (entry,) = put(library, Addition("Continue", recipe("writer", "continue"), Text("A lighthouse keeper.")))
    assert found(library, Query("lighthouse")) == [entry]


@pytest.fixture
def shelf(library: Library) -> tuple[Library, list[int]]:
    """A red and a blue picture of different settings, a tune and a text, in that order."""
    ids = put(
        library,
        Addition(
            "Paint", recipe(steps=10, style="ink", fine=True), picture(RED), made_ms=1_000, project="Sea"
        ),
        Addition("Paint", recipe(steps=30, style="oil", model="wood"), picture(BLUE), made_ms=2),
        Addition("Compose", recipe("composer", "continue", "chorales", steps=20), tune(), made_ms=3),
        Addition("Write", recipe("writer", "continue", "prose"), Text("Night."), made_ms=4),
    )
    library.change([ids[0]], Change(star=4, add_tags=("boats",), add_to=("Best",), notes="for the cover"))
    assert library.finish()
    return library, ids


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        (Query(), {0, 1, 2, 3}),
        (Query(kinds=("image",)), {0, 1}),
        (Query(kinds=("score", "text")), {2, 3}),
        (Query(plugins=("painter",)), {0, 1}),
        (Query(action=("composer", "continue")), {2}),
        (Query(models=("wood", "prose")), {1, 3}),
        (Query(project="Sea"), {0}),
        (Query(stars=4), {0}),
        (Query(stars=5), set()),
        (Query(tags=("boats",)), {0}),
        (Query(collection="Best"), {0}),
        (Query("cover"), {0}),
        (Query("boats"), {0}),
        (Query(parameters=(Parameter("steps", least=15),)), {1, 2}),
        (Query(parameters=(Parameter("steps", least=15, most=25),)), {2}),
        (Query(parameters=(Parameter("style", "ink"),)), {0}),
        (Query(parameters=(Parameter("fine", "true"),)), {0}),
        (Query(parameters=(Parameter("style"),)), {0, 1}),
        (Query(parameters=(Parameter("seed", least=7, most=7),), kinds=("text",)), {3}),
        (Query(since_ms=2, until_ms=4), {1, 2}),
        (Query(colour=mean_colour(picture(RED).pixels)), {0}),
        (Query("paint", colour=mean_colour(picture(BLUE).pixels)), {1}),
        (Query("paint", kinds=("score",)), set()),
    ],
)  # fmt: skip
def test_filters_find(shelf: tuple[Library, list[int]], query: Query, finds: set[int]) -> None:
    library, ids = shelf
    assert found(library, query) == [ids[i] for i in sorted(finds, reverse=True)]


def test_pages_follow_each_other(library: Library) -> None:
    ids = put(library, *(Addition(f"Text {n}", recipe(), Text(f"page {n}")) for n in range(23)))
    seen: list[int] = []
    while some := library.page(Query("page"), seen[-1] if seen else None, 10):
        seen += [entry.id for entry in some]
    assert seen == ids[::-1]


def test_marks_are_taken_back(shelf: tuple[Library, list[int]]) -> None:
    library, ids = shelf
    library.change(
        ids, Change(star=0, drop_tags=("boats",), drop_from=("Best",), notes="", title="Sea piece")
    )
    assert library.finish()
    for query in (Query(stars=1), Query(tags=("boats",)), Query(collection="Best"), Query("cover")):
        assert found(library, query) == []
    assert len(found(library, Query("sea"))) == 4
    names = library.names()
    assert (names.tags, names.collections) == ({}, {})
    assert names.models == {"waves": 1, "wood": 1, "chorales": 1, "prose": 1}
    assert names.parameters == ("fine", "seed", "steps", "style")


def test_equal_values_are_kept_once_and_go_with_the_last(library: Library) -> None:
    one, two, three = put(
        library,
        Addition("Paint", recipe(), picture()),
        Addition("Paint", recipe(), picture()),
        Addition("Stylize", recipe(), picture(BLUE), {"image": picture()}),
    )
    assert len(files(library)) == 2
    library.delete([one, two])
    assert library.finish()
    assert len(files(library)) == 2  # an input of the third
    library.delete([three])
    assert library.finish()
    assert files(library) == []
    assert found(library, Query()) == []


def test_cleaning_proposes_and_spares_what_is_marked(shelf: tuple[Library, list[int]]) -> None:
    library, ids = shelf
    old = library.proposal(Unwanted(before_ms=4))
    assert old.ids == (ids[2], ids[1])  # the first has a star
    assert old.freed_nbytes == sum(library.details(entry).entry.nbytes for entry in old.ids)
    assert library.proposal(Unwanted(before_ms=4, nbytes=1 << 20)).ids == ()
    assert found(library, Query()) == ids[::-1]  # nothing went
    lost = library.details(ids[3]).entry.value
    library.store.path(lost).unlink()
    assert library.proposal(Unwanted(missing=True)).ids == (ids[3],)
    again = put(library, *(Addition("Again", recipe(), picture(colour)) for colour in (RED, BLUE, BLUE)))
    assert library.proposal(Unwanted(duplicates=True)).ids == (again[1], again[0], ids[1])


def test_a_missing_value_is_said_in_a_sentence(shelf: tuple[Library, list[int]]) -> None:
    library, ids = shelf
    details = library.details(ids[0])
    library.store.path(details.entry.value).unlink()
    with pytest.raises(BadFile, match="make it again"):
        library.value(details)
    library.delete([ids[0]])
    assert library.finish()
    with pytest.raises(BadFile, match="no longer in the library"):
        library.details(ids[0])


def test_a_damaged_library_is_set_aside(tmp_path: Path) -> None:
    library = Library(tmp_path)
    put(library, *(Addition("Paint", recipe(), picture((n, 0, 0))) for n in range(30)))
    library.close()
    file = tmp_path / "library.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)
    heard: list[object] = []
    library = Library(tmp_path)
    library.listen(heard.append)
    (entry,) = put(library, Addition("Paint", recipe(), picture(BLUE)))
    assert found(library, Query()) == [entry]
    library.close()
    notices = [str(one) for one in heard if isinstance(one, StudioError)]
    assert len(notices) == 1
    assert "damaged" in notices[0]
    aside = list(tmp_path.glob("library-damaged-*.sqlite"))
    assert [one.read_bytes() for one in aside] == [bytes(data)]
    assert len(files(library)) == 31  # nothing else is lost


def test_no_database_at_all_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("this is a letter, no database, and rather long" * 50)
    library = Library(tmp_path)
    assert found(library, Query()) == []
    library.close()
    assert len(list(tmp_path.glob("library-damaged-*"))) == 1


def test_a_newer_library_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = file.read_bytes()
    library = Library(tmp_path)
    heard: list[object] = []
    library.listen(heard.append)
    library.add(Addition("Paint", recipe(), picture()))
    assert library.finish()
    assert "newer artstudio" in str(heard[0])
    with pytest.raises(BadFile, match="newer artstudio"):
        library.page(Query())
    library.close()
    assert file.read_bytes() == before


def test_an_older_library_is_brought_up(library: Library) -> None:
    (entry,) = put(library, Addition("Paint", recipe(), picture()))
    more = (*MIGRATIONS, ("ALTER TABLE entry ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'",))
    with library._database.connection() as db:
        with pytest.raises(sqlite3.OperationalError):
            bring_up(db, (*more, ("INSERT INTO nowhere VALUES (1)",)))
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)  # all or nothing
        bring_up(db, more)
        assert db.execute("SELECT id, mood FROM entry").fetchall() == [(entry, "calm")]


def test_two_programs_may_add_at_once(tmp_path: Path) -> None:
    libraries = [Library(tmp_path), Library(tmp_path)]
    start = threading.Barrier(2)

    def work(library: Library, name: str) -> None:
        start.wait()
        for n in range(20):
            library.add(Addition(name, recipe(), Text(f"{name} {n}")))
        assert library.finish()

    threads = [threading.Thread(target=work, args=(one, f"w{i}")) for i, one in enumerate(libraries)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found(libraries[0], Query())) == len(found(libraries[1], Query())) == 40
    for one in libraries:
        one.close()


def test_what_cannot_be_kept_costs_only_itself(library: Library) -> None:
    heard: list[object] = []
    library.listen(heard.append)

    def fails() -> Addition:
        raise BadFile("the model is gone")

    library.add(fails)
    library.add(Addition("Write", recipe(), Text("half a letter \ud800")))
    (entry,) = put(library, Addition("Paint", recipe(), picture()))
    assert next(str(one) for one in heard if isinstance(one, StudioError)) == "the model is gone"
    assert entry in found(library, Query())


def test_a_model_is_an_entry_with_its_card(library: Library, tmp_path: Path) -> None:
    what = Addition(
        "my waves", recipe(action="train"), None, folder=tmp_path, sample=picture(), words="held-out 0.4"
    )
    (entry,) = put(library, what)
    details = library.details(entry)
    assert (details.entry.kind, details.folder) == ("model", str(tmp_path))
    assert library.thumbnails([entry])[entry].webp
    assert found(library, Query("held-out", kinds=("model",))) == [entry]
    assert library.proposal(Unwanted(missing=True)).ids == ()
    put(library, replace(what, folder=tmp_path / "gone"))
    assert len(library.proposal(Unwanted(missing=True)).ids) == 1


def test_the_mean_colour_is_what_is_seen() -> None:
    half = np.zeros((10, 10, 4), np.uint8)
    assert mean_colour(half) is None
    half[:5] = (255, 255, 255, 255)
    light = mean_colour(half)
    assert light is not None
    assert light == pytest.approx((100, 0, 0), abs=0.05)
    red = mean_colour(np.full((4, 4, 3), (255, 0, 0), np.uint8))
    assert red == pytest.approx((53.24, 80.09, 67.2), abs=0.05)
