"""What could go: proposed first, and gone only when the artist says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.library.entry import MODEL

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from artstudio.library.values import ValueStore


@dataclass(frozen=True)
class Unwanted:
    """What is no longer wanted. What has a star, a tag, a note or a collection is never among it.

    Attributes:
        before_ms: Made before then; with `nbytes` both must hold.
        nbytes: Takes at least so much.
        missing: The value is no longer on the disk.
        duplicates: The same value as a newer entry; the newest, or the marked one, stays.
    """

    before_ms: int | None = None
    nbytes: int | None = None
    missing: bool = False
    duplicates: bool = False


@dataclass(frozen=True)
class Proposal:
    """Entries that would go, newest first, and how much room on the disk that would give back."""

    ids: tuple[int, ...]
    freed_nbytes: int


_UNMARKED = (
    "e.star = 0 AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.entry = e.id) "
    "AND NOT EXISTS (SELECT 1 FROM collected WHERE collected.entry = e.id) "
    "AND NOT EXISTS (SELECT 1 FROM detail WHERE detail.entry = e.id AND detail.notes <> '')"
)


def proposal(db: sqlite3.Connection, store: ValueStore, unwanted: Unwanted) -> Proposal:
    """Looks for what `unwanted` describes; changes nothing."""
    ids: set[int] = set()
    if unwanted.before_ms is not None or unwanted.nbytes is not None:
        where, values = [_UNMARKED], []
        if unwanted.before_ms is not None:
            where.append("e.made_ms < ?")
            values.append(unwanted.before_ms)
        if unwanted.nbytes is not None:
            where.append("e.nbytes >= ?")
            values.append(unwanted.nbytes)
        ids |= {row[0] for row in db.execute(f"SELECT e.id FROM entry e WHERE {' AND '.join(where)}", values)}
    if unwanted.missing:
        rows = db.execute(
            "SELECT e.id, e.kind, e.value, d.folder FROM entry e JOIN detail d ON d.entry = e.id "
            f"WHERE {_UNMARKED}"
        )
        ids |= {entry for entry, kind, value, folder in rows if not _there(store, kind, value, folder)}
    if unwanted.duplicates:
        ids |= _duplicates(db)
    return Proposal(tuple(sorted(ids, reverse=True)), freed(db, ids))


def freed(db: sqlite3.Connection, ids: Iterable[int]) -> int:
    """What the values take that no other entry needs."""
    return sum(nbytes for _, nbytes in _unneeded(db, ids))


def delete(db: sqlite3.Connection, ids: Iterable[int]) -> list[str]:
    """Takes entries out; gives the values that nothing needs any more, to be removed once this is written."""
    wanted = list(ids)
    gone = [name for name, _ in _unneeded(db, wanted)]
    _choose(db, wanted)
    db.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM chosen)")
    db.execute("DELETE FROM entry WHERE id IN (SELECT id FROM chosen)")
    return gone


def still_unneeded(db: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """Those values that no entry needs; another program may have come to need one meanwhile."""
    return [
        name for name in names if not db.execute("SELECT 1 FROM holds WHERE value = ?", (name,)).fetchone()
    ]


def _there(store: ValueStore, kind: str, value: str, folder: str) -> bool:
    if kind != MODEL:
        return store.has(value)
    return bool(folder) and Path(folder).is_dir()


def _duplicates(db: sqlite3.Connection) -> set[int]:
    """All unmarked entries but one of each value; that one only where no marked entry has it."""
    rows = db.execute(
        "SELECT e.id, e.value, (" + _UNMARKED + ") FROM entry e WHERE e.value <> '' AND e.value IN "
        "(SELECT value FROM entry GROUP BY value HAVING count(*) > 1) ORDER BY e.id DESC"
    ).fetchall()
    stays = {value for _, value, unmarked in rows if not unmarked}
    ids = set()
    for entry, value, unmarked in rows:
        if unmarked and value in stays:
            ids.add(entry)
        stays.add(value)
    return ids


def _unneeded(db: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[str, int]]:
    _choose(db, ids)
    return db.execute(
        "SELECT DISTINCT value, nbytes FROM holds h WHERE entry IN (SELECT id FROM chosen) AND NOT EXISTS "
        "(SELECT 1 FROM holds o WHERE o.value = h.value AND o.entry NOT IN (SELECT id FROM chosen))"
    ).fetchall()


def _choose(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen(id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM chosen")
    db.executemany("INSERT OR IGNORE INTO chosen VALUES (?)", ((entry,) for entry in ids))
