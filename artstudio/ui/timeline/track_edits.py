"""Edits of whole tracks: add, remove, duplicate, move, and their settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.sdk import DRUMS, Track

if TYPE_CHECKING:
    from artstudio.documents.music import Music
    from artstudio.documents.sheet import Sheet


def shown_tracks(music: Music) -> tuple[MusicTrack, ...]:
    """The tracks with a place of their own on the timeline."""
    return tuple(track for track in music.tracks if not track.track.conductor)


def free_channel(music: Music) -> int:
    """A channel that no track plays on; the least used one when all 15 are taken (the drums' is left out)."""
    used = [track.track.channel for track in shown_tracks(music)]
    return min((channel for channel in range(16) if channel != DRUMS), key=used.count)


def added(sheet: Sheet, label: str, name: str) -> Put:
    """A new track behind the others."""
    track = MusicTrack(sheet.fresh_id("track"), Track(name=name, channel=free_channel(sheet.music)))
    return Put(label, "track", track.id, track)


def removed(label: str, track: MusicTrack) -> Put:
    """The track goes."""
    return Put(label, "track", track.id, None)


def duplicated(sheet: Sheet, label: str, track: MusicTrack, name: str) -> Put:
    """A copy right behind the track, on a channel of its own so that the two can sound apart."""
    channel = track.track.channel if track.track.channel == DRUMS else free_channel(sheet.music)
    copy = replace(
        track, id=sheet.fresh_id("track"), track=replace(_on_channel(track.track, channel), name=name)
    )
    return Put(label, "track", copy.id, copy, sheet.music.tracks.index(track) + 1)


def moved(sheet: Sheet, label: str, track: MusicTrack, by: int) -> Put | None:
    """The track `by` places further down (negative: up) among those shown; None at the end of the list."""
    shown = shown_tracks(sheet.music)
    place = shown.index(track) + by
    if not 0 <= place < len(shown):
        return None
    return Put(label, "track", track.id, track, sheet.music.tracks.index(shown[place]))


def changed(label: str, track: MusicTrack, **fields: Any) -> Put:
    """Other `mute` or `solo`, or other fields of the sdk's track (`name`, `volume`, `pan`, `program`)."""
    own = {name: fields.pop(name) for name in ("mute", "solo") if name in fields}
    return Put(label, "track", track.id, replace(track, track=replace(track.track, **fields), **own))


def with_instrument(sheet: Sheet, label: str, track: MusicTrack, program: int | None) -> Put:
    """Play the track on the instrument `program`, or on the drum kit (None)."""
    part = track.track
    if program is None:
        part = _on_channel(part, DRUMS)
    else:
        if part.channel == DRUMS:
            part = _on_channel(part, free_channel(sheet.music))
        part = replace(part, program=program)
    return Put(label, "track", track.id, replace(track, track=part))


def _on_channel(track: Track, channel: int) -> Track:
    notes = track.notes.copy()
    notes["channel"] = channel
    events = tuple((tick, _message_on(message, channel)) for tick, message in track.events)
    return replace(track, notes=notes, channel=channel, events=events)


def _message_on(message: bytes, channel: int) -> bytes:
    if message and 0x80 <= message[0] < 0xF0:
        return bytes([message[0] & 0xF0 | channel]) + message[1:]
    return message
