"""A track's notes and other messages as bytes, exactly; `score.mid` is for other programs and holds less."""

from __future__ import annotations

import struct

import numpy as np

from artstudio.sdk import NOTE_DTYPE, Notes

_EVENT = struct.Struct("<iI")  # tick, length of the message
Events = tuple[tuple[int, bytes], ...]


def notes_to_bytes(notes: Notes) -> bytes:
    """One record of `NOTE_DTYPE` a note."""
    return notes.tobytes()


def notes_from_bytes(data: bytes) -> Notes:
    """The reverse; `ValueError` if cut off."""
    return np.frombuffer(data, NOTE_DTYPE)


def events_to_bytes(events: Events) -> bytes:
    """Tick, length and bytes of each message."""
    return b"".join(_EVENT.pack(tick, len(message)) + message for tick, message in events)


def events_from_bytes(data: bytes) -> Events:
    """The reverse; `ValueError` if cut off."""
    events: list[tuple[int, bytes]] = []
    at = 0
    while at < len(data):
        if at + _EVENT.size > len(data):
            raise ValueError("cut off")
        tick, length = _EVENT.unpack_from(data, at)
        at += _EVENT.size
        if at + length > len(data):
            raise ValueError("cut off")
        events.append((tick, data[at : at + length]))
        at += length
    return tuple(events)
