"""Media values as files in the folder that one worker shares with the host.

Each value is `<name>.json` (everything small) and, where it has one, `<name>.bin` (its array's bytes; the
JSON holds the shape, the kind decides the type). Whoever unpacks a parcel deletes it. The reader trusts
nothing: no link is followed, nothing is parsed but JSON, and an array must be as long as its file.
"""

from __future__ import annotations

import json
import math
import os
import stat
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.image import Image
from artstudio.sdk.media import Audio, Media, Text, TileMap, Token, Video, kind_of
from artstudio.sdk.score import NOTE_DTYPE, Key, Metre, Score, Tempo, Track
from artstudio.sdk.worker.messages import Parcel

if TYPE_CHECKING:
    from pathlib import Path

PARCEL_LIMIT_BYTES = 4 * 2**30
# JSON is parsed in one go and takes many times its size: what is large belongs into an array.
FACTS_LIMIT_BYTES = 256 * 2**20
_DAMAGE = (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError)
_DTYPES = {
    "image": np.dtype("u1"),
    "score": NOTE_DTYPE,
    "audio": np.dtype("<f4"),
    "video": np.dtype("u1"),
    "tilemap": np.dtype("<i4"),
}


class Box:
    """A folder of parcels; `prefix` keeps the two sides' names apart ("h" host, "w" worker)."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self.folder = folder
        self._prefix = prefix
        self._count = 0

    def pack(self, value: Media) -> Parcel:
        """Writes `value` and returns what names it."""
        kind = kind_of(value)
        facts, array = _taken_apart(value)
        if array is None:
            name = self.put(facts)
        else:
            name = self.put({**facts, "shape": array.shape})
            with (self.folder / f"{name}.bin").open("wb") as file:
                file.write(np.ascontiguousarray(array, _DTYPES[kind]).data)
        return Parcel(kind=kind, name=name)

    def put(self, facts: Any) -> str:
        """Writes plain JSON data and returns its name."""
        self._count += 1
        name = f"{self._prefix}{self._count}"
        (self.folder / f"{name}.json").write_text(json.dumps(facts), encoding="utf-8")
        return name

    def take(self, name: str) -> Any:
        """Reads and deletes JSON data that `put` wrote.

        Raises:
            InvalidValue: it is missing, no plain file or no JSON.
        """
        try:
            return json.loads(self._read(f"{name}.json"))
        except (ValueError, RecursionError) as error:
            raise InvalidValue(
                "a value that crossed from a plugin is damaged: {reason}", reason=error
            ) from None

    def unpack(self, parcel: Parcel) -> Media:
        """Reads, checks and deletes a value.

        Raises:
            InvalidValue: the files are missing or damaged, or the value is out of its range.
        """
        facts = self.take(parcel.name)
        try:
            array = None
            if parcel.kind in _DTYPES:
                array = _array(facts["shape"], self._read(f"{parcel.name}.bin"), _DTYPES[parcel.kind])
            return _put_together(parcel.kind, facts, array)
        except _DAMAGE as error:
            raise InvalidValue(
                "a value that crossed from a plugin is damaged: {reason}", reason=error
            ) from None

    def _read(self, name: str) -> bytearray:
        path = self.folder / name
        try:
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
            with os.fdopen(descriptor, "rb") as file:
                found = os.fstat(file.fileno())
                # A hard link would let a worker hand over a file that it could not read itself.
                if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
                    raise InvalidValue("{name} is no plain file", name=name)
                limit = FACTS_LIMIT_BYTES if name.endswith(".json") else PARCEL_LIMIT_BYTES
                if found.st_size > limit:
                    raise InvalidValue("{name} is over {limit} MiB", name=name, limit=limit >> 20)
                data = bytearray(found.st_size)
                file.readinto(data)
            path.unlink()
        except OSError as error:
            raise InvalidValue(
                "a value that crossed from a plugin is missing: {reason}", reason=error
            ) from None
        return data


def _array(shape: Any, data: bytearray, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
    sides = [int(side) for side in shape]
    if min(sides, default=0) < 0 or math.prod(sides) * dtype.itemsize != len(data):
        raise InvalidValue("an array that crossed from a plugin has the wrong size")
    return np.frombuffer(data, dtype).reshape(sides)


def _taken_apart(value: Media) -> tuple[Any, npt.NDArray[Any] | None]:
    match value:
        case Image():
            return {}, value.pixels
        case Text():
            tokens = [[t.start, t.end, t.probability, t.alternatives, t.attention] for t in value.tokens]
            return {"text": value.text, "tokens": tokens}, None
        case Audio():
            return {"rate_hz": value.rate_hz}, value.samples
        case Video():
            return {"fps": value.fps}, value.frames
        case TileMap():
            return {"legend": value.legend}, value.cells
        case Score():
            tracks = [
                {
                    "count": len(track.notes),
                    "name": track.name,
                    "program": track.program,
                    "channel": track.channel,
                    "volume": track.volume,
                    "pan": track.pan,
                    "events": [[tick, data.hex()] for tick, data in track.events],
                    "conductor": track.conductor,
                }
                for track in value.tracks
            ]
            facts = {
                "ticks_per_quarter": value.ticks_per_quarter,
                "tempos": [[t.tick, t.us_per_quarter] for t in value.tempos],
                "metres": [[m.tick, m.numerator, m.denominator] for m in value.metres],
                "keys": [[k.tick, k.name] for k in value.keys],
                "tracks": tracks,
            }
            notes = [track.notes for track in value.tracks]
            return facts, np.concatenate(notes) if notes else np.empty(0, NOTE_DTYPE)


def _put_together(kind: str, facts: Any, array: Any) -> Media:
    match kind:
        case "image":
            return Image(array)
        case "text":
            return Text(str(facts["text"]), tuple(_token(*entry) for entry in facts["tokens"]))
        case "audio":
            return Audio(array, int(facts["rate_hz"]))
        case "video":
            return Video(array, float(facts["fps"]))
        case "tilemap":
            return TileMap(array, tuple(str(entry) for entry in facts["legend"]))
        case "score":
            return _score(facts, array)
    raise InvalidValue("{kind} is no kind of media", kind=kind)


def _token(start: Any, end: Any, probability: Any, alternatives: Any, attention: Any) -> Token:
    others = tuple((str(text), float(share)) for text, share in alternatives)
    return Token(int(start), int(end), float(probability), others, float(attention))


def _score(facts: Any, notes: Any) -> Score:
    tracks, at = [], 0
    for entry in facts["tracks"]:
        count = int(entry["count"])
        if count < 0 or at + count > len(notes):
            raise InvalidValue("a score that crossed from a plugin lacks notes")
        tracks.append(
            Track(
                notes[at : at + count],
                name=str(entry["name"]),
                program=int(entry["program"]),
                channel=int(entry["channel"]),
                volume=None if entry["volume"] is None else int(entry["volume"]),
                pan=None if entry["pan"] is None else int(entry["pan"]),
                events=tuple((int(tick), bytes.fromhex(data)) for tick, data in entry["events"]),
                conductor=bool(entry["conductor"]),
            )
        )
        at += count
    return Score(
        tuple(tracks),
        int(facts["ticks_per_quarter"]),
        tuple(Tempo(int(tick), int(us)) for tick, us in facts["tempos"]),
        tuple(Metre(int(tick), int(n), int(d)) for tick, n, d in facts["metres"]),
        tuple(Key(int(tick), str(name)) for tick, name in facts["keys"]),
    )
