"""What is read from the database. All of it takes a connection and changes nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.recipe import Recipe
from artstudio.library.changing import names_of
from artstudio.library.entry import Details, Entry, Thumbnail
from artstudio.library.query import COLUMNS, Query, sql_of
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

Ids = npt.NDArray[np.int64]

_AT_ONCE: Final = 500  # entries in one statement


@dataclass(frozen=True)
class Names:
    """What there is to choose from, with how many entries each has."""

    kinds: dict[str, int]
    actions: dict[tuple[str, str], int]  # (plugin, action)
    models: dict[str, int]
    tags: dict[str, int]
    collections: dict[str, int]
    parameters: tuple[str, ...]


def page(db: sqlite3.Connection, query: Query, limit: int, before: int | None) -> list[Entry]:
    """The newest entries that `query` wants, of those before `before`."""
    sql = sql_of(query, with_entry=True)
    return [Entry(*row) for row in db.execute(sql.statement(COLUMNS, limit, before), sql.values)]


def ids(db: sqlite3.Connection, query: Query) -> Ids:
    """All that `query` wants, newest first."""
    sql = sql_of(query, with_entry=False)
    # one string instead of 100,000 rows: a third of the time, and the window's thread can run meanwhile
    inner = sql.statement(f"{sql.key} AS id")
    text = db.execute(f"SELECT group_concat(id) FROM ({inner})", sql.values).fetchone()[0]
    if not text:
        return np.empty(0, np.int64)
    found = np.fromstring(str(text), np.int64, sep=",")
    return found if (found[:-1] > found[1:]).all() else np.sort(found)[::-1]


def entries(db: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, Entry]:
    """Those of the wanted entries that are still there."""
    found = {}
    for row in _of(db, f"SELECT {COLUMNS} FROM entry e WHERE e.id IN", wanted):
        found[row[0]] = Entry(*row)
    return found


def thumbnails(db: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, Thumbnail]:
    """How the wanted entries look."""
    rows = _of(db, "SELECT entry, webp, words FROM thumbnail WHERE entry IN", wanted)
    return {entry: Thumbnail(webp, words) for entry, webp, words in rows}


def details(db: sqlite3.Connection, entry: int) -> Details:
    """All of an entry.

    Raises:
        BadFile: it is no longer there, or makes no sense.
    """
    shown = entries(db, [entry]).get(entry)
    row = db.execute(
        "SELECT recipe, project_path, folder, notes, inputs, footage FROM detail WHERE entry = ?", (entry,)
    ).fetchone()
    if shown is None or row is None:
        raise BadFile("this result is no longer in the library")
    try:
        recipe = Recipe.from_json(json.loads(row[0]))
        inputs, footage = json.loads(row[4]), json.loads(row[5])
    except (ValueError, TypeError) as error:
        raise BadFile("how this was made cannot be read any more") from error
    return Details(
        shown, recipe, row[1], row[2], row[3], names_of(db, "tag", entry), names_of(db, "collected", entry),
        inputs, footage,
    )  # fmt: skip


def names(db: sqlite3.Connection) -> Names:
    """What there is to choose from."""

    def counted(sql: str) -> dict[str, int]:
        return {name: int(number) for name, number in db.execute(sql) if name}

    actions = db.execute("SELECT plugin, action, count(*) FROM entry GROUP BY plugin, action")
    # from name to name through the index, instead of over all rows
    parameters = db.execute(
        "WITH RECURSIVE known(name) AS (SELECT min(name) FROM parameter UNION ALL SELECT (SELECT min(name) "
        "FROM parameter WHERE name > known.name) FROM known WHERE known.name IS NOT NULL) "
        "SELECT name FROM known WHERE name IS NOT NULL"
    )
    return Names(
        kinds=counted("SELECT kind, count(*) FROM entry GROUP BY kind"),
        actions={(plugin, action): int(number) for plugin, action, number in actions},
        models=counted("SELECT model, count(*) FROM entry GROUP BY model"),
        tags=counted("SELECT name, count(*) FROM tag GROUP BY name"),
        collections=counted("SELECT name, count(*) FROM collected GROUP BY name"),
        parameters=tuple(row[0] for row in parameters),
    )


def _of(db: sqlite3.Connection, sql: str, wanted: Sequence[int]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = [int(one) for one in wanted[start : start + _AT_ONCE]]
        rows += db.execute(f"{sql} ({', '.join('?' * len(some))})", some).fetchall()
    return rows
