"""What a crash left behind, found and read back."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from artstudio.base.lock import FileLock
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import At, Tile, Tiles
from artstudio.project import frames
from artstudio.project.archive import content_id, open_project, versions
from artstudio.project.footage import present_footage
from artstudio.project.journal import FORMAT, SUFFIX
from artstudio.project.migrations import parsed
from artstudio.project.prose_frames import WritingReplay
from artstudio.project.schema import Bulk, ProjectPart, sheet_of
from artstudio.project.tracks import events_from_bytes, notes_from_bytes
from artstudio.sdk import BadFile, StudioError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Loaded:
    """Recovered work. `notice` is a sentence where not all of it could be had, else None."""

    sheet: Sheet
    notice: StudioError | None = None


@dataclass(frozen=True)
class Recovered:
    """One journal that a crash left, locked until `discard` or `leave` so that only one window offers it.

    `path` is the project file it belongs to, None for work never saved; `title` is a name to show, "" for
    such work; `changed` is when it was last written.
    """

    title: str
    path: Path | None
    changed: datetime
    _journal: Path
    _content: str
    _lock: FileLock

    def load(self, footage: Path) -> Loaded:
        """The work up to the last whole record; `footage` is the folder where its film's footage lies.

        Raises:
            BadFile: there is no whole record.
        """
        replay = _Replay()
        notice = self._start_from_base(replay, footage)
        try:
            with self._journal.open("rb") as file:
                for frame in frames.read_frames(file):
                    replay.take(frame)
            return Loaded(replay.sheet(footage), notice or replay.loss())
        except (OSError, ValueError, ValidationError, StudioError) as error:
            log.warning("cannot recover %s", self._journal, exc_info=True)
            raise BadFile(
                "the unsaved work of {changed} cannot be recovered, its journal {journal} is damaged",
                changed=self.changed.strftime("%c"), journal=self._journal,
            ) from error  # fmt: skip

    def discard(self) -> None:
        """Removes the journal: the work is safe elsewhere, or not wanted."""
        self._journal.unlink(missing_ok=True)
        self._journal.with_suffix(".part").unlink(missing_ok=True)
        self._lock.release()

    def leave(self) -> None:
        """Leaves it for the next start."""
        self._lock.release()

    def _start_from_base(self, replay: _Replay, footage: Path) -> StudioError | None:
        if self.path is None or not self._content:  # the journal starts from nothing
            return None
        for candidate in (self.path, *versions(self.path)):
            try:
                if content_id(candidate) == self._content:
                    replay.start_from(open_project(candidate, footage))
                    return None
            except StudioError:  # gone or damaged: perhaps an older version is the right one
                continue
        return BadFile(
            "{name} is not as it was when last saved, so only what was made after that could be recovered",
            name=self.path.name,
        )


def recoverable(folder: Path) -> list[Recovered]:
    """The journals in `folder` that a crash left, the latest first, but not those of living windows."""
    found = [_recovered(journal) for journal in sorted(folder.glob(f"work-*{SUFFIX}"))]
    return sorted((one for one in found if one is not None), key=lambda one: one.changed, reverse=True)


def _recovered(journal: Path) -> Recovered | None:
    lock = FileLock(journal.with_suffix(".lock"))
    try:
        if not lock.acquire():
            return None
    except OSError:
        return None
    try:
        with journal.open("rb") as file:
            first = next(frames.read_frames(file), None)
        changed = datetime.fromtimestamp(journal.stat().st_mtime).astimezone()
        if first is None or first.kind != frames.HEADER:
            raise ValueError("no header")
        header = json.loads(first.data)
        if header["format"] not in range(1, FORMAT + 1):
            raise ValueError(f"format {header['format']}")
        path = None if header["base"] is None else Path(header["base"])
        return Recovered(path.stem if path else "", path, changed, journal, header["content"], lock)
    except (OSError, ValueError, KeyError, TypeError):
        log.warning("passed over the journal %s", journal, exc_info=True)
        lock.release()
        return None


@dataclass
class _Replay:
    """A sheet in the making: only a commit makes what came before it count."""

    part: ProjectPart | None = None
    pixels: dict[str, dict[At, Tile | int]] = field(default_factory=dict)
    bulk: Bulk = field(default_factory=Bulk)
    writing: WritingReplay = field(default_factory=WritingReplay)
    waiting: list[frames.Frame] = field(default_factory=list)

    def start_from(self, sheet: Sheet) -> None:
        self.pixels = {layer.id: dict(layer.pixels.items()) for layer in sheet.canvas.layers}
        self.bulk.notes = {track.id: track.track.notes for track in sheet.music.tracks}
        self.bulk.events = {track.id: track.track.events for track in sheet.music.tracks}
        self.writing.start_from(sheet)

    def take(self, frame: frames.Frame) -> None:
        self.waiting.append(frame)
        if frame.kind == frames.COMMIT:
            for waiting in self.waiting:
                self._apply(waiting)
            self.waiting.clear()

    def sheet(self, footage: Path) -> Sheet:
        if self.part is None:
            raise ValueError("no whole record")
        size = self.part.canvas.width_px, self.part.canvas.height_px
        empty = Tiles(*size)
        self.bulk.pixels = {
            # an emptied place may lie outside by now: the canvas has become smaller
            name: empty.with_changes({at: tile for at, tile in tiles.items() if not _is_empty(tile)})
            for name, tiles in self.pixels.items()
        }
        self.bulk.texts, self.bulk.forks = self.writing.texts, self.writing.forks
        self.bulk.footage = present_footage(self.part.film, footage)
        return sheet_of(self.part, self.bulk)

    def loss(self) -> StudioError | None:
        """A sentence on the clips whose footage is gone."""
        clips = self.part.film.clips if self.part is not None else []
        lost = [clip.name or clip.id for clip in clips if clip.footage.name not in self.bulk.footage]
        if not lost:
            return None
        return BadFile(
            "everything was recovered but these clips, whose pictures are gone: {clips}",
            clips=", ".join(lost),
        )

    def _apply(self, frame: frames.Frame) -> None:
        match frame.kind:
            case frames.TILES:
                self.pixels.setdefault(frame.id, {}).update(frames.tiles_from_bytes(frame.data))
            case frames.NOTES:
                self.bulk.notes[frame.id] = notes_from_bytes(frame.data)
            case frames.EVENTS:
                self.bulk.events[frame.id] = events_from_bytes(frame.data)
            case frames.COMMIT:
                self._commit(parsed(frame.data, "the journal"))
            case _:
                self.writing.apply(frame.kind, frame.id, frame.data)

    def _commit(self, part: ProjectPart) -> None:
        """What is deleted is forgotten: should it come back, its journal frames bring all of it."""
        self.part = part
        layers = {layer.id for layer in part.canvas.layers}
        self.pixels = {name: tiles for name, tiles in self.pixels.items() if name in layers}
        tracks = {track.id for track in part.music.tracks}
        self.bulk.notes = {name: notes for name, notes in self.bulk.notes.items() if name in tracks}
        self.bulk.events = {name: events for name, events in self.bulk.events.items() if name in tracks}
        self.writing.keep({passage.id for passage in part.passages})


def _is_empty(tile: Tile | int) -> bool:
    return isinstance(tile, int) and tile == 0
