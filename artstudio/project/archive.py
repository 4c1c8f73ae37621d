"""The `.artstudio` file: an OpenRaster file that holds the music, the writing and all else beside the layers.

mimetype, stack.xml, data/, mergedimage.png, Thumbnails/    OpenRaster, for other painting programs
score.mid, text.md                                          for other music and writing programs
project.json                                                all that these cannot hold; read back by us
text/pictures/<SHA-256>.png                                 the pictures in the writing
music/000.notes, music/000.events                           the notes exactly, one pair a track
film/<SHA-256>.mkv                                          the footage of the film's clips
"""

from __future__ import annotations

import hashlib
import json
import logging
import weakref
import zipfile
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.sheet import Sheet
from artstudio.media.midi import score_to_bytes
from artstudio.project import durable
from artstudio.project.container import Container, add_member
from artstudio.project.footage import add_footage, extract_footage
from artstudio.project.migrations import parsed
from artstudio.project.ora import (
    Merged,
    add_canvas,
    layer_src,
    read_canvas,
    read_pixels,
)
from artstudio.project.ora_stack import MAX_LAYERS, read_stack
from artstudio.project.parts import clean
from artstudio.project.prose_parts import pictures_in, texts_of
from artstudio.project.schema import Bulk, ProjectPart, described, sheet_of
from artstudio.project.tracks import events_from_bytes, events_to_bytes, notes_from_bytes, notes_to_bytes
from artstudio.sdk import Image, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.documents.canvas import Canvas

log = logging.getLogger(__name__)

KEPT_VERSIONS: Final = 3
_MAX_JSON_NBYTES: Final = 256 << 20
_MAX_MUSIC_NBYTES: Final = 256 << 20
_MAX_PICTURE_NBYTES: Final = 64 << 20
_PICTURES: Final = "text/pictures/"

versions = durable.versions

_last_merged: list[tuple[weakref.ref[Canvas], Merged]] = []


def save_project(sheet: Sheet, path: Path, merged: Callable[[], Image], *, keep: int = KEPT_VERSIONS) -> None:
    """Writes the project; call it off the window's thread, the sheet cannot change meanwhile.

    `merged` gives the picture of all layers together; it is asked only if the canvas changed since the
    last save. The same sheet gives the same bytes, and a file that holds them already is left alone. Up
    to `keep` versions before the last stay beside it. Hold a `ProjectLock` on the file.

    Raises:
        BadFile: the disk is full, the folder read-only or missing, or footage is lost. The old file is
            untouched then.
    """
    picture = _merged(sheet.canvas, merged)

    def write(file: Any) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            _write(archive, sheet, picture)

    durable.replace_file(path, write, keep=keep)


def open_project(path: Path, footage: Path) -> Sheet:
    """Reads a project, or the layers of an OpenRaster file of another program.

    The film's footage is put into the folder `footage`, where it is not there yet.

    Raises:
        BadFile: not such a file, damaged, cut off, dangerous, or of a newer artstudio.
    """
    with Container(path) as container:
        if "project.json" not in container:
            return Sheet(read_canvas(container))
        part = parsed(container.read("project.json", _MAX_JSON_NBYTES), path.name)
        try:
            bulk = Bulk()
            _read_layers(container, part, bulk)
            for number, track in enumerate(part.music.tracks):
                notes, events = _music_members(number)
                bulk.notes[track.id] = notes_from_bytes(container.read(notes, _MAX_MUSIC_NBYTES))
                bulk.events[track.id] = events_from_bytes(container.read(events, _MAX_MUSIC_NBYTES))
            bulk.pictures = _read_pictures(container)
            bulk.footage = extract_footage(container, part.film, footage)
            return sheet_of(part, bulk)
        except (ValueError, OverflowError, RecursionError, InvalidValue) as error:
            raise container.damaged(str(error)) from None


def content_id(path: Path) -> str:
    """What tells this file's content from any other's; raises `BadFile` as opening does."""
    with Container(path) as container:
        return container.content_id


def _merged(canvas: Canvas, make: Callable[[], Image]) -> Merged:
    """The packed picture of a canvas; that of the canvas saved last is remembered while the canvas lives."""
    for known, packed in _last_merged:
        if known() is canvas:
            return packed
    packed = Merged(make())
    _last_merged[:] = [(weakref.ref(canvas), packed)]
    return packed


def _write(archive: zipfile.ZipFile, sheet: Sheet, picture: Merged) -> None:
    add_canvas(archive, sheet.canvas, picture)
    for number, track in enumerate(sheet.music.tracks):
        notes, events = _music_members(number)
        add_member(archive, notes, notes_to_bytes(track.track.notes), pack=True)
        add_member(archive, events, events_to_bytes(track.track.events), pack=True)
    if (midi := _midi(sheet)) is not None:
        add_member(archive, "score.mid", midi, pack=True)
    add_member(archive, "text.md", _markdown(sheet), pack=True)
    for picture_id, shown in sorted(pictures_in(texts_of(sheet)).items()):
        add_member(archive, f"{_PICTURES}{picture_id}.png", shown.png)
    add_footage(archive, sheet.film)
    text = json.dumps(described(sheet), ensure_ascii=False, indent=1)
    add_member(archive, "project.json", text.encode(), pack=True)


def _midi(sheet: Sheet) -> bytes | None:
    """The music for other programs, where MIDI can hold it: a courtesy, never worth a failed save."""
    try:
        return score_to_bytes(sheet.music.score())
    except InvalidValue:
        return None
    except Exception:
        log.exception("the project was saved without score.mid")
        return None


def _music_members(number: int) -> tuple[str, str]:
    return f"music/{number:03}.notes", f"music/{number:03}.events"


def _markdown(sheet: Sheet) -> bytes:
    parts = [f"# {passage.title}\n\n{passage.text}\n" for passage in sheet.passages]
    return clean("\n".join(parts)).encode()


def _read_pictures(container: Container) -> dict[str, bytes]:
    """The pictures of the writing by their ids; one that is not what its name says is refused."""
    pictures: dict[str, bytes] = {}
    for name in container.names():
        if name.startswith(_PICTURES):
            picture_id = name.removeprefix(_PICTURES).removesuffix(".png")
            png = container.read(name, _MAX_PICTURE_NBYTES)
            if hashlib.sha256(png).hexdigest() != picture_id:
                raise container.damaged(f"{name} is another picture")
            pictures[picture_id] = png
    return pictures


def _read_layers(container: Container, part: ProjectPart, bulk: Bulk) -> None:
    width, height, entries = read_stack(container)
    wanted = part.canvas.layers
    placed = {entry.src: entry for entry in entries}
    if (width, height) != (part.canvas.width_px, part.canvas.height_px) or len(wanted) > MAX_LAYERS:
        raise ValueError("project.json and stack.xml disagree")
    painted = [(layer.id, layer_src(number)) for number, layer in enumerate(wanted) if not layer.group]
    if any(src not in placed for _, src in painted):
        raise ValueError("project.json and stack.xml disagree")
    own = [placed[src] for _, src in painted]
    for (layer_id, _), tiles in zip(painted, read_pixels(container, own, width, height), strict=True):
        bulk.pixels[layer_id] = tiles
