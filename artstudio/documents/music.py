"""The music: tracks with ids over shared maps of tempo, metre and key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from artstudio.documents.recipe import Recipe
from artstudio.sdk import Clock, InvalidValue, Key, Metre, Score, Tempo, Track

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class MusicTrack:
    """One part as the timeline shows it."""

    id: str
    track: Track
    mute: bool = False
    solo: bool = False
    recipe: Recipe | None = None


@dataclass(frozen=True)
class Music:
    """All tracks; times in ticks of 1/`ticks_per_quarter` quarter.

    Raises:
        InvalidValue: two tracks have the same id, or a map holds what `sdk.Score` refuses.
    """

    ticks_per_quarter: int = 480
    tempos: tuple[Tempo, ...] = ()
    metres: tuple[Metre, ...] = ()
    keys: tuple[Key, ...] = ()
    tracks: tuple[MusicTrack, ...] = ()

    def __post_init__(self) -> None:
        if len({track.id for track in self.tracks}) < len(self.tracks):
            raise InvalidValue("two tracks cannot have the same id")
        for name in ("tempos", "metres", "keys"):  # sorted and checked by Score
            object.__setattr__(self, name, getattr(self._score, name))

    def score(self) -> Score:
        """All tracks as the sdk's value, muted ones too."""
        return self._score

    def clock(self) -> Clock:
        """Ticks to seconds and bars; made once."""
        return self._clock

    def audible(self) -> tuple[MusicTrack, ...]:
        """The tracks to be heard: the soloed ones if there are any, else those not muted."""
        played = [track for track in self.tracks if not track.track.conductor]
        soloed = [track for track in played if track.solo]
        return tuple(soloed or [track for track in played if not track.mute])

    @property
    def silent(self) -> bool:
        """Whether no track has a note."""
        return not any(len(track.track.notes) for track in self.tracks)

    @cached_property
    def _score(self) -> Score:
        tracks = tuple(track.track for track in self.tracks)
        return Score(tracks, self.ticks_per_quarter, self.tempos, self.metres, self.keys)

    @cached_property
    def _clock(self) -> Clock:
        return Clock(self._score)


def music_from_score(score: Score, ids: Iterator[str]) -> Music:
    """A score as music with one instrument a track; `ids` are taken as needed (`Sheet.fresh_ids`).

    A track that plays on several channels, as in a MIDI file of format 0, becomes one track a channel.
    A conductor track stays.
    """
    parts = [part for track in score.tracks for part in _one_per_channel(track)]
    tracks = tuple(MusicTrack(next(ids), part) for part in parts)
    return Music(score.ticks_per_quarter, score.tempos, score.metres, score.keys, tracks)


def _one_per_channel(track: Track) -> list[Track]:
    channels = [int(channel) for channel in np.unique(track.notes["channel"])]
    if track.conductor or len(channels) < 2:
        return [track]
    return [_part(track, channel, first=channel == channels[0]) for channel in channels]


def _part(track: Track, channel: int, *, first: bool) -> Track:
    """What `track` plays on one channel; the first part also takes what belongs to no channel heard."""
    heard = set(track.notes["channel"].tolist())
    own: list[tuple[int, bytes]] = []
    setup: dict[str, int | None] = {"program": None, "volume": None, "pan": None}
    if channel == track.channel:
        setup = {"program": track.program, "volume": track.volume, "pan": track.pan}
    for tick, message in track.events:
        sent_to = message[0] & 0x0F if message and 0x80 <= message[0] < 0xF0 else None
        if sent_to != channel and not (first and sent_to not in heard):
            continue
        name = _setup_name(message) if sent_to == channel else None
        if name and setup[name] is None:
            setup[name] = message[-1] & 0x7F
        else:
            own.append((tick, message))
    return Track(
        track.notes[track.notes["channel"] == channel],
        track.name,
        setup["program"] or 0,
        channel,
        setup["volume"],
        setup["pan"],
        tuple(own),
    )


def _setup_name(message: bytes) -> str | None:
    """Which of a track's settings a channel message sets, if any."""
    if message[0] & 0xF0 == 0xC0:
        return "program"
    if message[0] & 0xF0 == 0xB0 and len(message) == 3:
        return {7: "volume", 10: "pan"}.get(message[1])
    return None
