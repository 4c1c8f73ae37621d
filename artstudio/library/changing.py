"""What an artist says of entries: stars, tags, notes, collections, a title."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.library.adding import word_parameters
from artstudio.library.entry import MOST_STARS
from artstudio.library.query import facets_of
from artstudio.library.words import indexed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_LONGEST: Final = {"tag": 60, "collected": 60, "title": 200, "notes": 20_000}  # characters


@dataclass(frozen=True)
class Change:
    """To be done to several entries at once; None, or nothing, leaves as it is."""

    star: int | None = None
    title: str | None = None
    notes: str | None = None
    add_tags: tuple[str, ...] = ()
    drop_tags: tuple[str, ...] = ()
    add_to: tuple[str, ...] = ()
    drop_from: tuple[str, ...] = ()

    @property
    def of_names(self) -> bool:
        """Whether there may be other tags or collections afterwards."""
        return bool(self.add_tags or self.drop_tags or self.add_to or self.drop_from)


def change(db: sqlite3.Connection, ids: Iterable[int], wish: Change) -> tuple[int, ...]:
    """Does what is wished to those entries that are still there, which it names."""
    done = []
    for entry in ids:
        if db.execute("SELECT 1 FROM entry WHERE id = ?", (entry,)).fetchone() is None:
            continue
        _change_one(db, entry, wish)
        _index(db, entry)
        done.append(entry)
    return tuple(done)


def _change_one(db: sqlite3.Connection, entry: int, wish: Change) -> None:
    if wish.star is not None:
        star = min(max(wish.star, 0), MOST_STARS)
        db.execute("UPDATE entry SET star = ? WHERE id = ?", (star, entry))
    if wish.title is not None and wish.title.strip():
        title = wish.title.strip()[: _LONGEST["title"]]
        db.execute("UPDATE entry SET title = ? WHERE id = ?", (title, entry))
    if wish.notes is not None:
        db.execute("UPDATE detail SET notes = ? WHERE entry = ?", (wish.notes[: _LONGEST["notes"]], entry))
    for table, added, dropped in (
        ("tag", wish.add_tags, wish.drop_tags),
        ("collected", wish.add_to, wish.drop_from),
    ):
        db.executemany(f"DELETE FROM {table} WHERE name = ? AND entry = ?", ((n, entry) for n in dropped))
        names = [" ".join(name.split())[: _LONGEST[table]] for name in added]
        db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", ((n, entry) for n in names if n))


def _index(db: sqlite3.Connection, entry: int) -> None:
    kind, title, plugin, action, model, project, star, notes, recipe = db.execute(
        "SELECT e.kind, e.title, e.plugin, e.action, e.model, e.project, e.star, d.notes, d.recipe "
        "FROM entry e JOIN detail d ON d.entry = e.id WHERE e.id = ?",
        (entry,),
    ).fetchone()
    tags, collections = names_of(db, "tag", entry), names_of(db, "collected", entry)
    words = word_parameters(json.loads(recipe)["params"])
    facets = facets_of(kind, plugin, action, model, project, star, tags, collections, words)
    db.execute(
        "UPDATE words SET title = ?, tags = ?, notes = ?, facets = ? WHERE rowid = ?",
        (indexed(title), indexed("\n".join((*tags, *collections))), indexed(notes), facets, entry),
    )


def names_of(db: sqlite3.Connection, table: str, entry: int) -> tuple[str, ...]:
    """The tags (`tag`) or collections (`collected`) of an entry."""
    rows = db.execute(f"SELECT name FROM {table} WHERE entry = ? ORDER BY name", (entry,))
    return tuple(row[0] for row in rows)
