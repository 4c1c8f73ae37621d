"""Standard MIDI Files as bytes: chunks, running status, variable-length numbers; no musical meaning.

An event is kept as it stands in the file, its status byte always spelled out, without its delta time:
`90 3c 40`, `ff 03 05 ...` or `f0 05 ...`. mido's parser takes six seconds for a million events, loses escaped
system messages and gives up on one wrong key signature, so the studio reads the format itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artstudio.sdk.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_EVENTS = 1_000_000
Event = tuple[int, bytes]

META, SYSEX, ESCAPE = 0xFF, 0xF0, 0xF7
END_OF_TRACK = b"\xff\x2f\x00"
# data bytes after a channel message's status, by the status' high nibble
DATA_BYTES = {0x8: 2, 0x9: 2, 0xA: 2, 0xB: 2, 0xC: 1, 0xD: 1, 0xE: 2}


class Damaged(Exception):
    """The bytes break the format's rules; the message says where."""


class CutOff(Exception):
    """The bytes end before the file does."""


class TooManyEvents(Exception):
    """More than `MAX_EVENTS`."""


@dataclass(frozen=True, slots=True)
class MidiFile:
    """`division` as in the header; each track is its events as (tick, bytes), without the end-of-track mark.

    `ends` are the ticks of those marks.
    """

    format: int
    division: int
    tracks: tuple[tuple[Event, ...], ...]
    ends: tuple[int, ...]


def decode(data: bytes) -> MidiFile:
    """The file in `data`.

    Raises:
        Damaged: this is no MIDI file or breaks the format.
        CutOff: the end is missing.
        TooManyEvents: it is larger than the studio reads.
    """
    if data[:4] != b"MThd":
        raise Damaged("it does not begin with a MIDI header")
    if len(data) < 14:
        raise CutOff
    header_length = int.from_bytes(data[4:8])
    kind, count, division = (int.from_bytes(data[at : at + 2]) for at in (8, 10, 12))
    tracks: list[tuple[Event, ...]] = []
    ends: list[int] = []
    at, left = 8 + header_length, MAX_EVENTS
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8])
        body = data[at + 8 : at + 8 + length]
        at += 8 + length
        if name != b"MTrk":
            if len(tracks) >= count:
                break  # what follows the last track is not ours
            if not name.isalnum():
                raise Damaged(f"after {len(tracks)} of {count} tracks comes something else")
            continue
        if len(body) < length:
            raise CutOff
        try:
            # an event takes two bytes or more, so that few files need the count
            if length > 2 * left and _exceeds(body, left):
                raise TooManyEvents
            events, end = _decode_track(body)
            if len(events) > left:
                raise TooManyEvents
        except IndexError:
            raise Damaged(f"track {len(tracks) + 1} ends inside an event") from None
        left -= len(events)
        tracks.append(tuple(events))
        ends.append(end)
    if len(tracks) < count:
        raise CutOff
    return MidiFile(kind, division, tuple(tracks), tuple(ends))


def _decode_track(data: bytes) -> tuple[list[Event], int]:
    """A track's events and its last tick. Written for speed: files hold up to a million events."""
    events: list[Event] = []
    append = events.append
    sizes = [DATA_BYTES.get(status >> 4, 0) + 1 for status in range(256)]
    at, end, tick, running = 0, len(data), 0, 0
    while at < end:
        delta = data[at]
        at += 1
        if delta > 0x7F:
            delta, at = _number(data, at - 1)
        tick += delta
        status = data[at]
        if status < 0xF0:
            if status > 0x7F:
                running = status
                size = sizes[status]
                event = data[at : at + size]
            elif running:
                size = sizes[running] - 1
                event = bytes((running,)) + data[at : at + size]
            else:
                raise Damaged("an event has no status byte")
            at += size
            if at > end:
                raise IndexError
            if event[1] > 0x7F or event[-1] > 0x7F:
                raise Damaged("an event's value is over 127")
        else:
            start = at
            at += 2 if status == META else 1
            if status not in (META, SYSEX, ESCAPE):
                raise Damaged(f"an event has the unknown status {status}")
            length, at = _number(data, at)
            at += length
            if at > end:
                raise IndexError
            event = data[start:at]
            if event == END_OF_TRACK:
                break
        append((tick, event))
    return events, tick


def _exceeds(data: bytes, limit: int) -> bool:
    """Whether a track holds more events (its end mark is one), much faster than decoding."""
    sizes = [DATA_BYTES.get(status >> 4, 0) for status in range(256)]
    at, end, size = 0, len(data), 0
    for _event in range(limit + 1):
        if at >= end:
            return False
        while data[at] > 0x7F:
            at += 1
        status = data[at + 1]
        if status < 0x80:
            at += 1 + size
        elif status < 0xF0:
            size = sizes[status]
            at += 2 + size
        else:
            length, at = _number(data, at + (3 if status == META else 2))
            at += length
    return at < end


def _number(data: bytes, at: int) -> tuple[int, int]:
    """The variable-length number at `at`, and where it ends."""
    value = 0
    for place in range(at, at + 4):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    raise Damaged("a number is longer than four bytes")


def number(value: int) -> bytes:
    """`value` (0 to 2**28 - 1) as a variable-length number."""
    if not 0 <= value < 1 << 28:
        raise InvalidValue(
            "a MIDI file cannot hold a pause of {ticks} ticks, bring the notes closer", ticks=value
        )
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(value & 0x7F | 0x80)
    return bytes(reversed(out))


def meta(kind: int, data: bytes) -> bytes:
    """A meta event."""
    return bytes((META, kind)) + number(len(data)) + data


def meta_data(event: bytes) -> bytes:
    """What a meta event carries."""
    return event[_number(event, 2)[1] :]


def check_event(event: bytes) -> None:
    """Refuse bytes that would spoil a file.

    Raises:
        InvalidValue: they are not exactly one event with its status byte.
    """
    try:
        found, _end = _decode_track(b"\x00" + event)
    except (IndexError, Damaged):
        found = []
    if [raw for _tick, raw in found] != [event]:
        raise InvalidValue("{event} is not one MIDI event", event=event[:16].hex(" ") or "nothing")


def encode(division: int, tracks: Iterable[list[Event]]) -> bytes:
    """A file of format 1 from tracks whose events stand in order of their ticks."""
    chunks = []
    for events in tracks:
        body, before = bytearray(), 0
        for tick, event in events:
            body += number(tick - before) + event
            before = tick
        body += b"\x00" + END_OF_TRACK
        chunks.append(b"MTrk" + len(body).to_bytes(4) + bytes(body))
    header = b"MThd" + (6).to_bytes(4) + (1).to_bytes(2) + len(chunks).to_bytes(2) + division.to_bytes(2)
    return header + b"".join(chunks)
