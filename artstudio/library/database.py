"""Connections to the library's file, and what becomes of one that is damaged."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from typing import TYPE_CHECKING, Final

from artstudio.library.schema import bring_up
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

_WAIT_S: Final = 20.0  # that another program may hold the file
_BESIDE: Final = ("-wal", "-shm")  # SQLite's own files beside it
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """The file. Connections are made when first needed and handed from thread to thread.

    `notice` hears in any thread of what the artist should know: that a damaged file was set aside.
    """

    def __init__(self, path: Path, notice: Callable[[BadFile], None]) -> None:
        self.path = path
        self._notice = notice
        self._free: list[sqlite3.Connection] = []
        # those that were free last; one, where one thread writes
        self._writers: list[sqlite3.Connection] = []
        self._seen: tuple[sqlite3.Connection, int] | None = None  # who was asked, and said what
        self._lock = threading.Lock()
        self._generation = 0  # of the file: raised when it is set aside

    def connection(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        """A connection to read with for as long as the block runs.

        Raises:
            BadFile: the file cannot be used now, or is from a newer artstudio. What was damaged is set aside
                first, so that the next try finds a new one.
        """
        return self._connection(self._free)

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since this was last asked, False the first time.

        For the one thread that writes: a connection does not count what it wrote itself.

        Raises:
            BadFile: as `connection`.
        """
        with self._connection(self._writers) as db:
            now = db, int(db.execute("PRAGMA data_version").fetchone()[0])
        before, self._seen = self._seen, now
        return before is not None and now != before  # of two connections the numbers say nothing

    @contextlib.contextmanager
    def _connection(self, free: list[sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
        db, generation = self._taken(free)
        try:
            yield db
        except sqlite3.DatabaseError as error:
            db.close()
            self._look_at(error)
            raise _unusable(self.path, error) from error
        except BaseException:
            db.close()
            raise
        with self._lock:
            if generation == self._generation:
                free.append(db)
                return
        db.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection that holds the only right to write; all is written when the block ends well."""
        with self._connection(self._writers) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def close(self) -> None:
        """Lets go of the file; it is opened again when it is needed."""
        with self._lock:
            free = self._let_go()
        for db in free:
            db.close()

    def _let_go(self) -> list[sqlite3.Connection]:
        free = [*self._free, *self._writers]
        self._free.clear()
        self._writers.clear()
        self._generation += 1
        return free

    def _taken(self, free: list[sqlite3.Connection]) -> tuple[sqlite3.Connection, int]:
        with self._lock:
            generation = self._generation
            if free:
                return free.pop(), generation
        try:
            return self._opened(), generation
        except sqlite3.DatabaseError as error:
            if not self._look_at(error):
                raise _unusable(self.path, error) from error
        try:  # a new one
            return self._opened(), self._generation
        except sqlite3.DatabaseError as error:
            raise _unusable(self.path, error) from error

    def _opened(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(self.path, error) from error
        db = sqlite3.connect(self.path, _WAIT_S, isolation_level=None, check_same_thread=False)
        try:
            bring_up(db)
            # on a network drive it stays another mode, which is slower and works; another program that opens
            # it just now does the same
            with contextlib.suppress(sqlite3.OperationalError):
                db.execute("PRAGMA journal_mode = WAL")
            # a power cut may take the last entries, never the file
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA temp_store = MEMORY")
            db.execute("PRAGMA cache_size = -24000")
        except BaseException:
            db.close()
            raise
        return db

    def _look_at(self, error: sqlite3.DatabaseError) -> bool:
        """Sets the file aside if it is damaged; says whether a new one can be begun.

        Another program may have done so already: what counts is the file that is there now.
        """
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) not in _DAMAGED:
            return False
        log.warning("the library %s: %s", self.path, error)
        with self._lock:
            seen = _identity(self.path)
            if _sound(self.path):
                return True
            for db in self._let_go():
                db.close()
            if _identity(self.path) != seen:
                return True
            aside = self.path.with_name(f"{self.path.stem}-damaged-{time.strftime('%Y%m%d-%H%M%S')}.sqlite")
            try:
                self.path.replace(aside)
                for suffix in _BESIDE:
                    with contextlib.suppress(FileNotFoundError):
                        beside = self.path.with_name(self.path.name + suffix)
                        beside.replace(aside.with_name(aside.name + suffix))
            except OSError as trouble:
                log.warning("it cannot be set aside: %s", trouble)
                return False
        self._notice(
            BadFile(
                "the library was damaged: it is kept as {name}, a new one was begun, and your results on the "
                "disk were left alone",
                name=aside.name,
            )
        )
        return True


def _sound(path: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(path, _WAIT_S, isolation_level=None)) as db:
            return str(db.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
    except sqlite3.DatabaseError:
        return False


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _unusable(path: Path, error: Exception) -> BadFile:
    return BadFile(
        "the library {path} cannot be used ({reason}): see that its folder can be written and has room",
        path=path, reason=error,
    )  # fmt: skip
