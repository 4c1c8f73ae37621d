"""The bytes of a journal: frames of length, checksum and content, of which a torn last one does not count.

A record is some frames with what changed (tiles of a layer, notes, other messages, texts) and one that
commits them with a description of the whole sheet. Changes are found by identity between immutable sheets.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.tiles import TILE, At, Tile, Tiles, changed_tiles
from artstudio.project.prose_frames import prose_changes
from artstudio.project.schema import described
from artstudio.project.tracks import events_to_bytes, notes_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.documents.sheet import Sheet

HEADER, TILES, NOTES, EVENTS, COMMIT = b"HTNEC"  # and those of `prose_frames`
_FRAME = struct.Struct("<QI")  # length of the body, its CRC-32
_HEAD = struct.Struct("<BH")  # kind, length of the id
_TILE = np.dtype([("tx", "<u2"), ("ty", "<u2"), ("array", "?"), ("colour", "<u4")])
_TILES_A_FRAME: Final = 256  # 4 MiB of pixels at most, so that memory stays bounded


@dataclass(frozen=True)
class Frame:
    """One frame: its `kind`, the `id` of what it is about ("" for header and commit) and its content."""

    kind: int
    id: str
    data: bytes


def write_frame(file: BinaryIO, frame: Frame) -> int:
    """Writes one frame, packed; returns its size in bytes."""
    name = frame.id.encode()
    # pixels, stored as differences, pack as small with runs alone, and in half the time
    strategy = zlib.Z_RLE if frame.kind == TILES else zlib.Z_DEFAULT_STRATEGY
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy)
    body = _HEAD.pack(frame.kind, len(name)) + name + packer.compress(frame.data) + packer.flush()
    file.write(_FRAME.pack(len(body), zlib.crc32(body)))
    file.write(body)
    return _FRAME.size + len(body)


def read_frames(file: BinaryIO) -> Iterator[Frame]:
    """All whole frames from here on; ends without a word where the file is torn."""
    left = file.seek(0, 2)
    file.seek(0)
    while left >= _FRAME.size:
        length, checksum = _FRAME.unpack(file.read(_FRAME.size))
        left -= _FRAME.size + length
        if left < 0 or length < _HEAD.size:
            return
        body = file.read(length)
        if zlib.crc32(body) != checksum:
            return
        kind, named = _HEAD.unpack_from(body)
        start = _HEAD.size + named
        try:
            yield Frame(kind, body[_HEAD.size : start].decode(), zlib.decompress(body[start:]))
        except (zlib.error, UnicodeDecodeError):
            return


def changes(old: Sheet | None, new: Sheet, base: Sheet | None) -> Iterator[Frame]:
    """The frames of one record: what leads from `old` (None: from nothing) to `new`.

    `base` is what the project file holds, if there is one.
    """
    layers = {layer.id: layer.pixels for layer in old.canvas.layers} if old else {}
    for layer in new.canvas.layers:
        before = layers.get(layer.id) or Tiles(layer.pixels.width_px, layer.pixels.height_px)
        # by one number each: comparing thousands of pairs would hold up every other thread
        places = sorted(changed_tiles(before, layer.pixels), key=lambda at: at[0] << 16 | at[1])
        for first in range(0, len(places), _TILES_A_FRAME):
            part = places[first : first + _TILES_A_FRAME]
            yield Frame(TILES, layer.id, _tiles_to_bytes([(at, layer.pixels.get(*at)) for at in part]))
    tracks = {track.id: track.track for track in old.music.tracks} if old else {}
    for track in new.music.tracks:
        known = tracks.get(track.id)
        if known is None or known.notes is not track.track.notes:
            yield Frame(NOTES, track.id, notes_to_bytes(track.track.notes))
        if known is None or known.events is not track.track.events:
            yield Frame(EVENTS, track.id, events_to_bytes(track.track.events))
    if old is None or old.passages is not new.passages:
        yield from (Frame(*row) for row in prose_changes(old, new, base))
    yield Frame(COMMIT, "", json.dumps(described(new, texts=False)).encode())


def tiles_from_bytes(data: bytes) -> dict[At, Tile | int]:
    """The tiles of a frame; an emptied one is 0. `ValueError` if it makes no sense."""
    if len(data) < 4:
        raise ValueError("cut off")
    (number,) = struct.unpack_from("<I", data)
    table = np.frombuffer(data, _TILE, number, 4)
    steps = np.frombuffer(data, np.uint8, offset=4 + table.nbytes)
    if len(steps) != int(table["array"].sum()) * TILE * TILE * 4:
        raise ValueError("cut off")
    channels = np.add.accumulate(steps.reshape(-1, TILE, TILE, 4), axis=2, dtype=np.uint8)
    pixels = iter(channels.view(np.uint32)[..., 0])
    return {(tx, ty): next(pixels) if array else colour for tx, ty, array, colour in table.tolist()}


def _tiles_to_bytes(tiles: list[tuple[At, Tile | int]]) -> bytes:
    rows = [(*at, not isinstance(tile, int), tile if isinstance(tile, int) else 0) for at, tile in tiles]
    table = np.array(rows, _TILE)
    arrays = [tile.view(np.uint8).reshape(TILE, TILE, 4) for _, tile in tiles if not isinstance(tile, int)]
    return struct.pack("<I", len(tiles)) + table.tobytes() + b"".join(map(_steps, arrays))


def _steps(channels: npt.NDArray[np.uint8]) -> bytes:
    """Each pixel as the difference to the one on its left."""
    steps = channels.copy()
    np.subtract(channels[:, 1:], channels[:, :-1], out=steps[:, 1:])
    return steps.tobytes()
