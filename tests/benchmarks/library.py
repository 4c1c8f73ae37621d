"""How quick a large library is: searching, turning pages, adding.

    python tests/benchmarks/library.py [--entries 100000] [--searches 400] [--folder PLACE]

Makes a library of so many entries with words as common as in prose, Chinese ones among them, and prints how
long a search takes until its first page is there (median, 95th percentile, worst; then the slowest kinds),
until all that was found is known, how long a page anywhere and its thumbnails take, what adding costs the
caller, the writer and the disk, and how large the database is. Times are of the wall clock, in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from artstudio.documents.recipe import Recipe
from artstudio.library import adding
from artstudio.library.adding import Prepared
from artstudio.library.changing import Change
from artstudio.library.entry import Addition, Thumbnail
from artstudio.library.library import Library
from artstudio.library.query import Parameter, Query
from artstudio.library.strips import packed
from artstudio.sdk import Image, Text

PLUGINS = {
    "gan_painter": ("paint", "image"), "diffusion": ("picture-from-words", "image"),
    "vae_morpher": ("morph", "video"), "rnn_composer": ("continue", "score"),
    "transformer_writer": ("continue", "text"), "stylize": ("stylize", "image"),
}  # fmt: skip
MODELS = ("landscapes", "waves", "portraits", "chorales", "prose", "ink", "my own 1", "my own 2")
HAN = "山水花鸟云雨春秋江月夜风雪竹松人家天地金木火土海船灯红白黑青歌诗画书梦"
DAY_MS = 86_400_000


def vocabulary(rng: random.Random) -> tuple[list[str], list[float]]:
    """4,000 made-up words, the n-th as common as 1/n (Zipf), every fifth a Chinese one."""
    letters = "aeiourstlnmkdbhgp"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 9))) for _ in range(3200)]
    words += ["".join(rng.choices(HAN, k=rng.randint(2, 4))) for _ in range(800)]
    rng.shuffle(words)
    return words, [1 / (n + 1) for n in range(len(words))]


def fill(library: Library, entries: int, rng: random.Random) -> None:
    words, weights = vocabulary(rng)
    noise = np.random.default_rng(1)
    looks = [
        packed(np.clip(noise.normal(noise.integers(0, 255, 3), 30, (150, 224, 3)), 0, 255).astype(np.uint8))
        for _ in range(32)
    ]
    now = time.time_ns() // 1_000_000
    with library._database.writing() as db:
        for number in range(entries):
            plugin = rng.choices(list(PLUGINS), (30, 30, 8, 15, 15, 2))[0]
            action, kind = PLUGINS[plugin]
            prompt = " ".join(rng.choices(words, weights, k=rng.randint(3, 14)))
            params = {
                "prompt": prompt, "steps": rng.randint(5, 60), "warmth": rng.random(),
                "fine": rng.random() < 0.5, "style": rng.choice(("ink", "oil", "chalk", "none")),
                "count": rng.randint(1, 9),
            }  # fmt: skip
            recipe = Recipe(
                plugin, "1.0.0", action, rng.choice(MODELS), "0" * 64, params, rng.randrange(10**6)
            )
            made_ms = now - (entries - number) * 6 * 60_000
            project = rng.choice(("House", "Sea", "山水", "Film of May", ""))
            what = Addition(action.capitalize(), recipe, None, project=project, made_ms=made_ms)
            colour = (rng.uniform(5, 95), rng.gauss(0, 25), rng.gauss(0, 25)) if kind != "text" else None
            name = f"{number:064x}.png"
            made = Prepared(
                what, kind, (512, 512, 0.0, 0), Thumbnail(rng.choice(looks), ""), colour, (name, 400_000), {},
                {name: 400_000}, {}, None,
            )  # fmt: skip
            adding.insert(db, made)
    starred = rng.sample(range(1, entries + 1), entries // 50)
    for star in range(1, 6):
        tags = (rng.choice(words[:30]),)
        library.change(
            starred[star::5], Change(star=star, add_tags=tags, add_to=("Best of",) if star > 4 else ())
        )
    library.finish(600)


def searches(number: int, rng: random.Random) -> list[tuple[str, Query]]:
    """Queries as artists make them, common and rare words alike, each with the name of its kind."""
    words, weights = vocabulary(random.Random(7))
    now = time.time_ns() // 1_000_000

    def some(k: int) -> str:
        return " ".join(rng.choices(words, weights, k=k))

    def colour() -> tuple[float, float, float]:
        return rng.uniform(10, 90), rng.gauss(0, 25), rng.gauss(0, 25)

    def steps() -> tuple[Parameter, ...]:
        return (Parameter("steps", least=(low := rng.randint(5, 50)), most=low + rng.randint(0, 20)),)

    def day() -> int:
        return now - rng.randint(5, 400) * DAY_MS

    kinds: dict[str, Callable[[], Query]] = {
        "nothing": Query,
        "a word": lambda: Query(some(1)),
        "any word": lambda: Query(rng.choice(words)),
        "two words": lambda: Query(some(2)),
        "first letters": lambda: Query(rng.choice(words)[:2]),
        "one Chinese letter": lambda: Query(rng.choice(HAN)),
        "Chinese word": lambda: Query(rng.choice(HAN) + rng.choice(HAN)),
        "plugin and word": lambda: Query(some(1), plugins=(rng.choice(list(PLUGINS)),)),
        "kind": lambda: Query(kinds=(rng.choice(("image", "score", "text", "video")),)),
        "model": lambda: Query(models=(rng.choice(MODELS),)),
        "stars": lambda: Query(stars=rng.randint(1, 5)),
        "stars and word": lambda: Query(some(1), stars=rng.randint(1, 5)),
        "tag": lambda: Query(tags=(rng.choice(words[:30]),)),
        "collection": lambda: Query(collection="Best of"),
        "colour": lambda: Query(colour=colour()),
        "colour and word": lambda: Query(some(1), colour=colour()),
        "range": lambda: Query(parameters=steps()),
        "range and word": lambda: Query(some(1), parameters=steps()),
        "value": lambda: Query(parameters=(Parameter("style", "ink"),)),
        "days": lambda: Query(since_ms=(at := day()), until_ms=at + 3 * DAY_MS),
        "days and word": lambda: Query(some(1), since_ms=(at := day()), until_ms=at + 3 * DAY_MS),
    }  # fmt: skip
    names = list(kinds)
    return [(name := names[i % len(names)], kinds[name]()) for i in range(number)]


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def say(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    at95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(f"{what:42} median {statistics.median(ordered):7.2f}   95 % {at95:7.2f}   worst {ordered[-1]:7.2f}")  # noqa: T201


def adding_costs(library: Library) -> None:
    rng = np.random.default_rng(3)
    recipe = Recipe(
        "gan_painter", "1.0.0", "paint", "waves", params={"steps": 20, "prompt": "a sea at night"}
    )
    pictures = [Image(rng.integers(0, 255, (512, 512, 3), np.uint8)) for _ in range(20)]
    texts = [Text(f"It was the {n}th night.\n" * 20) for n in range(100)]
    for what, values in (("picture of 512 x 512", pictures), ("text of 400 characters", texts)):
        calls = []
        began = time.perf_counter()
        for value in values:
            addition = Addition("Paint", recipe, value, project="House")
            calls.append(timed(partial(library.add, addition)))
        library.finish(600)
        whole = (time.perf_counter() - began) * 1000 / len(values)
        say(f"adding a {what}: the caller", calls)
        print(f"{'  the writer, with value and thumbnail':42} {whole:7.2f} each")  # noqa: T201
    made = adding.prepared(Addition("Paint", recipe, pictures[0]), library.store)

    def rows() -> None:
        with library._database.writing() as db:
            adding.insert(db, made)

    say("adding: the rows alone, written", [timed(rows) for _ in range(200)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=420)
    parser.add_argument("--folder", type=Path, help="keeps the library there, and takes one that is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        library = Library(folder)
        if not len(library.ids(Query())):
            made_ms = timed(partial(fill, library, options.entries, random.Random(7)))
            print(f"{'making the entries':42} {made_ms:.0f}")  # noqa: T201
        size = (folder / "library.sqlite").stat().st_size / 2**20
        everything = [int(one) for one in library.ids(Query())]
        print(f"{'entries':42} {len(everything)}, {size:.0f} MiB")  # noqa: T201
        asked = searches(options.searches, random.Random(11))
        pages = [(name, timed(partial(library.page, query))) for name, query in asked]
        say("a search, to its first page of 200", [time_ for _, time_ in pages])
        wholes = [(name, timed(partial(library.ids, query))) for name, query in asked]
        say("a search, to all that it found", [time_ for _, time_ in wholes])
        for name in dict.fromkeys(name for name, _ in asked):
            say(f"  {name}: page", [one for of, one in pages if of == name])
            say(f"  {name}: all", [one for of, one in wholes if of == name])
        rng = random.Random(5)
        places = [rng.randrange(len(everything) - 200) for _ in range(100)]
        say(
            "a page of 200 anywhere, by keyset",
            [timed(partial(library.page, Query(), everything[at])) for at in places],
        )
        say(
            "a page of 100 anywhere, by ids",
            [timed(partial(library.entries, everything[at : at + 100])) for at in places],
        )
        say(
            "their thumbnails",
            [timed(partial(library.thumbnails, everything[at : at + 100])) for at in places],
        )
        say("what there is to choose from", [timed(library.names) for _ in range(10)])
        adding_costs(library)
        library.close()


if __name__ == "__main__":
    main()
