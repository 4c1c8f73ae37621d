"""Work in progress, kept on disk while it is made, so that a crash costs seconds.

A journal holds what changed since its base: the project file as last saved, or nothing. A thread of its own
writes it; whoever paints never waits. A clean end removes it, anything else leaves it to `recovery`.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from artstudio.base.lock import FileLock
from artstudio.documents.sheet import Sheet
from artstudio.project.archive import content_id
from artstudio.project.durable import sync_folder
from artstudio.project.frames import HEADER, Frame, changes, write_frame
from artstudio.sdk import BadFile, StudioError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

INTERVAL_S: Final = 1.0
BUDGET_NBYTES: Final = 64 << 20
_RETRY_S: Final = 5.0
SUFFIX: Final = ".journal"
FORMAT: Final = 3  # 1: its records tell nothing of a film; 2: texts are plain, and whole in every record


@dataclass(frozen=True)
class Base:
    """What a journal's changes start from: the `sheet` that the file `path` held, or nothing."""

    path: Path | None = None
    content: str = ""
    sheet: Sheet | None = None


class Journal:
    """Keeps one project's unsaved work in `folder`.

    `sheet` is the work as it is now, and what the file `path` holds, if any: nothing is written before the
    first change. But `unsaved` work, as after a recovery, is written whole and at once. When the disk
    refuses, `on_trouble` gets one sentence, on the journal's thread; work goes on, and it tries again.
    """

    def __init__(
        self,
        folder: Path,
        sheet: Sheet,
        path: Path | None = None,
        *,
        unsaved: bool = False,
        on_trouble: Callable[[StudioError], None] = log.warning,
        interval_s: float = INTERVAL_S,
        budget_nbytes: int = BUDGET_NBYTES,
    ) -> None:
        self._folder = folder
        self._on_trouble = on_trouble
        self._interval_s = interval_s
        self._budget_nbytes = budget_nbytes
        self._turn = threading.Condition()
        self._wanted = sheet  # the latest; what is older and unwritten is skipped
        self._written = None if unsaved else sheet
        self._base = self._wanted_base = _base(path, None if unsaved else sheet)
        self._hurry = False
        self._ending = self._clean = False
        self._troubled = self._told = False
        self._file: BinaryIO | None = None
        self._lock: FileLock | None = None
        self._place = Path()
        self._nbytes = self._compact_at = 0
        self._thread = threading.Thread(target=self._write_on, name="journal", daemon=True)
        self._thread.start()

    def record(self, sheet: Sheet) -> None:
        """Notes the present state; returns at once. It is on disk at most 2 s later."""
        with self._turn:
            self._wanted = sheet
            self._turn.notify_all()

    def saved(self, sheet: Sheet, path: Path) -> None:
        """Starts anew from what was just saved to `path`."""
        base = _base(path, sheet)
        with self._turn:
            self._wanted_base = base
            self._turn.notify_all()

    def flush(self) -> bool:
        """Waits until all that was recorded is on disk; False if the disk refuses it."""
        with self._turn:
            self._hurry, self._troubled = True, False
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._idle() or self._troubled or not self._thread.is_alive())
            return self._idle()

    def close(self, *, clean: bool) -> None:
        """Ends it: `clean` (all saved, or given up on purpose) removes it, else the next start finds it."""
        with self._turn:
            self._ending = True
            self._clean = clean
            self._turn.notify_all()
        self._thread.join()
        if clean:
            self._remove()
        self._close_file()
        if self._lock is not None:
            self._lock.release()

    def _idle(self) -> bool:
        return self._wanted is self._written and self._wanted_base is self._base

    def _write_on(self) -> None:
        not_before = 0.0
        while True:
            with self._turn:
                if self._idle():
                    self._hurry = False
                    self._turn.notify_all()
                self._turn.wait_for(lambda: self._ending or not self._idle())
                self._turn.wait_for(
                    lambda: self._hurry or self._ending, max(0.0, not_before - time.monotonic())
                )
                if self._ending and (self._clean or self._idle()):
                    return
                if self._idle():
                    continue
                sheet, base = self._wanted, self._wanted_base
            written = self._try_to_write(sheet, base)
            not_before = time.monotonic() + (self._interval_s if written else _RETRY_S)
            with self._turn:
                if written:
                    self._written, self._base = sheet, base
                else:
                    self._hurry = False
                self._troubled = not written
                self._turn.notify_all()
                if self._ending and not written:
                    return

    def _try_to_write(self, sheet: Sheet, base: Base) -> bool:
        try:
            if base.sheet is sheet:
                self._remove()
            elif self._file is None or base is not self._base or self._nbytes > self._compact_at:
                self._start_anew(sheet, base)
            else:
                self._append(sheet)
        except OSError as error:
            self._tell(error.strerror or str(error))
            return False
        except Exception as error:  # whatever it is, the thread must live to try again
            log.exception("the journal failed")
            self._tell(str(error))
            return False
        self._told = False
        return True

    def _tell(self, reason: str) -> None:
        if not self._told:
            self._told = True
            self._on_trouble(
                BadFile(
                    "unsaved work is not safe from a crash ({reason} in {folder}): save it, free some space",
                    reason=reason,
                    folder=self._folder,
                )
            )

    def _append(self, sheet: Sheet) -> None:
        assert self._file is not None
        try:
            nbytes = sum(
                write_frame(self._file, frame) for frame in changes(self._written, sheet, self._base.sheet)
            )
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError:
            self._close_file()  # half a record may stand there: the next one starts a new file
            raise
        self._nbytes += nbytes

    def _start_anew(self, sheet: Sheet, base: Base) -> None:
        """A new file with all changes since the base takes the old one's place in one step."""
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._place, self._lock = _free_place(self._folder)
        header = {
            "format": FORMAT,
            "base": None if base.path is None else str(base.path),
            "content": base.content,
        }
        draft = self._place.with_suffix(".part")
        with draft.open("wb") as file:
            nbytes = write_frame(file, Frame(HEADER, "", json.dumps(header).encode()))
            nbytes += sum(write_frame(file, frame) for frame in changes(base.sheet, sheet, base.sheet))
            file.flush()
            os.fsync(file.fileno())
        self._close_file()
        draft.replace(self._place)
        sync_folder(self._folder)
        self._file = self._place.open("ab")
        self._nbytes = nbytes
        self._compact_at = max(self._budget_nbytes, 2 * nbytes)

    def _remove(self) -> None:
        if self._lock is not None:
            self._close_file()
            self._place.unlink(missing_ok=True)
            self._place.with_suffix(".part").unlink(missing_ok=True)

    def _close_file(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            with contextlib.suppress(OSError):  # what a full disk left unwritten
                file.close()


def _base(path: Path | None, sheet: Sheet | None) -> Base:
    if path is None or sheet is None:
        return Base(path and path.resolve())
    try:
        return Base(path.resolve(), content_id(path), sheet)
    except StudioError:  # gone already: the journal then holds everything
        return Base(path.resolve())


def _free_place(folder: Path) -> tuple[Path, FileLock]:
    """A journal's name that nobody uses and that is not left over from a crash, with its lock."""
    for number in count(1):
        place = folder / f"work-{number}{SUFFIX}"
        lock = FileLock(place.with_suffix(".lock"))
        if lock.acquire():
            if not place.exists():
                return place, lock
            lock.release()
    raise AssertionError("there is always a next number")
