"""The tables, and how older ones are brought to the present."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.sdk import BadFile

if TYPE_CHECKING:
    import sqlite3

_FIRST: Final = (
    # what lists show and filters ask for, and nothing else: a scan of 100,000 rows must be quick
    """CREATE TABLE entry(
        id INTEGER PRIMARY KEY AUTOINCREMENT, made_ms INTEGER NOT NULL, kind TEXT NOT NULL,
        title TEXT NOT NULL,
        plugin TEXT NOT NULL, action TEXT NOT NULL, model TEXT NOT NULL, project TEXT NOT NULL,
        width_px INTEGER NOT NULL, height_px INTEGER NOT NULL, seconds REAL NOT NULL, amount INTEGER NOT NULL,
        star INTEGER NOT NULL, value TEXT NOT NULL, nbytes INTEGER NOT NULL)""",
    "CREATE INDEX entry_plugin ON entry(plugin, action)",
    "CREATE INDEX entry_model ON entry(model)",
    "CREATE INDEX entry_made ON entry(made_ms)",
    "CREATE INDEX entry_value ON entry(value)",
    """CREATE TABLE colour(
        entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
        light REAL NOT NULL, red REAL NOT NULL, yellow REAL NOT NULL)""",
    "CREATE INDEX colour_light ON colour(light, red, yellow)",
    """CREATE TABLE detail(
        entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
        recipe TEXT NOT NULL, project_path TEXT NOT NULL, folder TEXT NOT NULL, notes TEXT NOT NULL,
        inputs TEXT NOT NULL, footage TEXT NOT NULL)""",
    """CREATE TABLE thumbnail(
        entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
        webp BLOB NOT NULL, words TEXT NOT NULL)""",
    """CREATE TABLE parameter(
        entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
        name TEXT NOT NULL, number REAL, word TEXT, PRIMARY KEY(entry, name)) WITHOUT ROWID""",
    "CREATE INDEX parameter_name ON parameter(name, number)",
    """CREATE TABLE tag(
        name TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
        PRIMARY KEY(name, entry)) WITHOUT ROWID""",
    "CREATE INDEX tag_entry ON tag(entry)",
    """CREATE TABLE collected(
        name TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
        PRIMARY KEY(name, entry)) WITHOUT ROWID""",
    "CREATE INDEX collected_entry ON collected(entry)",
    # which values an entry needs: its own and those it was made from
    """CREATE TABLE holds(
        value TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
        nbytes INTEGER NOT NULL, PRIMARY KEY(value, entry)) WITHOUT ROWID""",
    "CREATE INDEX holds_entry ON holds(entry)",
    """CREATE VIRTUAL TABLE words USING fts5(
        title, action, plugin, prompt, tags, notes, project, facets,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (_FIRST,)
"""The statements that lead from each version to the next; version 0 is an empty file."""


def bring_up(db: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Brings a database to the present version, whole or not at all; another program may do so at once.

    Raises:
        BadFile: it is from a newer artstudio.
    """
    if _version(db) == len(migrations):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        if version > len(migrations):
            raise BadFile(
                "the library is from a newer artstudio (version {made}; this one knows {known}): "
                "update artstudio, nothing is added to it until then",
                made=version, known=len(migrations),
            )  # fmt: skip
        for statements in migrations[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(migrations)}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
