"""Music as plugins see it: tracks of notes, and the maps of tempo, metre and key.

Times are ticks (integers); `Score.ticks_per_quarter` says how many make a quarter note.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.image import read_only

NOTE_DTYPE = np.dtype(
    [
        ("start", "<i4"),  # ticks, from the beginning of the score
        ("length", "<i4"),  # ticks, at least 1
        ("pitch", "u1"),  # 0-127, 60 is middle C
        ("velocity", "u1"),  # 1-127
        ("channel", "u1"),  # 0-15, 9 is the drum kit
    ]
)
Notes = npt.NDArray[np.void]
DRUMS = 9


def no_notes() -> Notes:
    """An empty array of notes."""
    return np.empty(0, NOTE_DTYPE)


def notes_array(rows: list[tuple[int, int, int, int]], channel: int = 0) -> Notes:
    """Notes from (start, length, pitch, velocity) rows, all on one channel."""
    return np.array([(*row, channel) for row in rows], NOTE_DTYPE)


@dataclass(frozen=True, slots=True)
class Tempo:
    """From `tick` on, a quarter note lasts `us_per_quarter` microseconds."""

    tick: int
    us_per_quarter: int

    @property
    def bpm(self) -> float:
        """Quarter notes a minute."""
        return 60e6 / self.us_per_quarter


@dataclass(frozen=True, slots=True)
class Metre:
    """From `tick` on, a bar holds `numerator` beats of a 1/`denominator` note."""

    tick: int
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Key:
    """From `tick` on, the key is `name`: "C", "F#", "Bbm" (m is minor)."""

    tick: int
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One instrument's part.

    `notes` are sorted by start on construction (order of equal starts is kept). `program` is the
    General MIDI number 0-127; `volume` and `pan` are MIDI controllers 7 and 10 (0-127), None where
    the file says nothing. `events` are all other MIDI messages as (tick, bytes), kept as found.
    A `conductor` track carries only such events for the whole score and is not shown.

    Raises:
        InvalidValue: a note's time, pitch, velocity or channel, or the program, is out of range.
    """

    notes: Notes = field(default_factory=no_notes)
    name: str = ""
    program: int = 0
    channel: int = 0
    volume: int | None = None
    pan: int | None = None
    events: tuple[tuple[int, bytes], ...] = ()
    conductor: bool = False

    def __post_init__(self) -> None:
        notes = np.asarray(self.notes)
        if notes.dtype != NOTE_DTYPE or notes.ndim != 1:
            raise InvalidValue("notes need the layout of artstudio.sdk.NOTE_DTYPE")
        for name in ("program", "channel", "volume", "pan"):
            value = getattr(self, name)
            top = 15 if name == "channel" else 127
            if value is not None and not 0 <= value <= top:
                raise InvalidValue("{name} must lie in 0-{top}, not {value}", name=name, top=top, value=value)
        if len(notes):
            if notes["start"].min() < 0 or notes["length"].min() < 1:
                raise InvalidValue("a note must start at tick 0 or later and last at least one tick")
            if notes["pitch"].max() > 127 or notes["channel"].max() > 15:
                raise InvalidValue("a note's pitch must lie in 0-127 and its channel in 0-15")
            if notes["velocity"].min() < 1 or notes["velocity"].max() > 127:
                raise InvalidValue("a note's velocity must lie in 1-127")
            if (np.diff(notes["start"]) < 0).any():
                notes = notes[np.argsort(notes["start"], kind="stable")]
        object.__setattr__(self, "notes", read_only(notes))

    @property
    def end_tick(self) -> int:
        """Where the last note ends; 0 without notes."""
        ends = self.notes["start"].astype(np.int64) + self.notes["length"]
        return int(ends.max()) if len(ends) else 0

    def with_notes(self, notes: Notes) -> Track:
        """The same track with other notes."""
        return replace(self, notes=notes)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Track)
            and np.array_equal(self.notes, other.notes)
            and all(
                getattr(self, name) == getattr(other, name)
                for name in ("name", "program", "channel", "volume", "pan", "events", "conductor")
            )
        )

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """A piece of music.

    The maps of `tempos`, `metres` and `keys` are sorted by tick; before the first entry the
    defaults of the MIDI standard hold (120 quarters a minute, 4/4, C).

    Raises:
        InvalidValue: `ticks_per_quarter` is not in 1-32767, or a tempo or metre is impossible.
    """

    tracks: tuple[Track, ...] = ()
    ticks_per_quarter: int = 480
    tempos: tuple[Tempo, ...] = ()
    metres: tuple[Metre, ...] = ()
    keys: tuple[Key, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.ticks_per_quarter <= 32767:
            raise InvalidValue("a quarter note must have 1-32767 ticks, not {n}", n=self.ticks_per_quarter)
        for tempo in self.tempos:
            if tempo.us_per_quarter < 1:
                raise InvalidValue(
                    "a tempo of {us} microseconds a quarter cannot be played", us=tempo.us_per_quarter
                )
        for metre in self.metres:
            if metre.numerator < 1 or metre.denominator not in (1, 2, 4, 8, 16, 32, 64):
                raise InvalidValue("{n}/{d} is not a metre", n=metre.numerator, d=metre.denominator)
        for name in ("tracks", "tempos", "metres", "keys"):
            entries: tuple[Any, ...] = tuple(getattr(self, name))
            if name != "tracks":
                entries = tuple(sorted(entries, key=lambda entry: int(entry.tick)))
            object.__setattr__(self, name, entries)

    @property
    def end_tick(self) -> int:
        """Where the last note of any track ends."""
        return max((track.end_tick for track in self.tracks), default=0)

    @property
    def note_count(self) -> int:
        """Notes on all tracks."""
        return sum(len(track.notes) for track in self.tracks)

    def with_tracks(self, tracks: tuple[Track, ...]) -> Self:
        """The same score with other tracks."""
        return replace(self, tracks=tracks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Score) and all(
            getattr(self, name) == getattr(other, name)
            for name in ("ticks_per_quarter", "tempos", "metres", "keys", "tracks")
        )

    __hash__ = None  # type: ignore[assignment]
