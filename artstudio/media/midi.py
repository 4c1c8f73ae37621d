"""MIDI files to and from `Score`. What a `Score` has no field for stays in `Track.events`, byte for byte."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

import numpy as np

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.media import smf
from artstudio.sdk import NOTE_DTYPE, BadFile, InvalidValue, Key, Metre, Score, StudioError, Tempo, Track

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MAX_MIB = 64
LAST_TICK = 2**31 - 1
TEXT, NAME, TEMPO, METRE, KEY = 0x01, 0x03, 0x51, 0x58, 0x59
RECIPE = b"artstudio-recipe:"
BANK, VOLUME, PAN, BANK_LSB = 0, 7, 10, 32
MAJOR = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")
MINOR = ("Abm", "Ebm", "Bbm", "Fm", "Cm", "Gm", "Dm", "Am", "Em", "Bm", "F#m", "C#m", "G#m", "D#m", "A#m")
SMPTE_TICKS_PER_S = 960  # 480 a quarter at 120 quarters a minute


def read_midi(path: Path) -> Score:
    """The score in a file of format 0 or 1, one track for each of the file's.

    Raises:
        BadFile: damaged, cut off, over 64 MiB or a million events, or no MIDI file at all.
    """
    return score_from_bytes(read_bytes(path, MAX_MIB), path.name)


def write_midi(score: Score, path: Path, recipe: str | None = None) -> None:
    """Write a file of format 1; `recipe` (JSON) goes along as a text event.

    Raises:
        BadFile: the file cannot be written.
        InvalidValue: a value does not fit into a MIDI file.
    """
    write_bytes(path, score_to_bytes(score, recipe))


def read_recipe(path: Path) -> str | None:
    """The recipe that `write_midi` stored, if any."""
    file = _decode(read_bytes(path, MAX_MIB), path.name)
    for _tick, event in file.tracks[0] if file.tracks else ():
        if event[:2] == bytes((smf.META, TEXT)) and smf.meta_data(event).startswith(RECIPE):
            return smf.meta_data(event)[len(RECIPE) :].decode("utf-8", "replace")
    return None


def score_from_bytes(data: bytes, name: str = "the MIDI file") -> Score:
    """As `read_midi`; `name` is what an error calls the file."""
    file = _decode(data, name)
    if file.format > 1:
        raise BadFile("{name} holds separate patterns (MIDI format 2): save it as format 1 first", name=name)
    if file.division == 0:
        raise BadFile("{name} has no ticks in a quarter note: it is damaged, choose another file", name=name)
    stretch, ticks_per_quarter = 1.0, file.division
    if timed := bool(file.division & 0x8000):
        frames = 256 - (file.division >> 8)
        ticks_per_s = (30_000 / 1001 if frames == 29 else frames) * (file.division & 0xFF)
        stretch, ticks_per_quarter = SMPTE_TICKS_PER_S / max(1, ticks_per_s), 480
    maps = _Maps()
    tracks = []
    for number, (found, last) in enumerate(zip(file.tracks, file.ends, strict=True)):
        events: Sequence[smf.Event] = found
        end = last
        if stretch != 1.0:
            events = [(round(tick * stretch), raw) for tick, raw in found]
            end = round(last * stretch)
        if end > LAST_TICK:
            raise BadFile(
                "{name} lasts {ticks} ticks, more than fit a score: it is damaged, choose another file",
                name=name, ticks=end,
            )  # fmt: skip
        tracks.append(_track(events, end, maps, first=number == 0))
    if tracks == [Track(conductor=True)]:
        tracks = []
    try:
        return Score(
            tuple(tracks),
            ticks_per_quarter,
            () if timed else tuple(dict.fromkeys(maps.tempos)),
            tuple(dict.fromkeys(maps.metres)),
            tuple(dict.fromkeys(maps.keys)),
        )
    except StudioError as error:
        raise BadFile("{name} is damaged ({reason}): choose another file", name=name, reason=error) from error


def _decode(data: bytes, name: str) -> smf.MidiFile:
    try:
        return smf.decode(data)
    except smf.CutOff:
        raise BadFile("{name} is cut off before its end: get a whole copy of it", name=name) from None
    except smf.TooManyEvents:
        raise BadFile(
            "{name} has more than {limit} events, the most that are read: split it into parts",
            name=name, limit=f"{smf.MAX_EVENTS:,}",
        ) from None  # fmt: skip
    except smf.Damaged as error:
        raise BadFile(
            "{name} is not a MIDI file or is damaged ({reason}): choose another file", name=name, reason=error
        ) from None


class _Maps:
    def __init__(self) -> None:
        self.tempos: list[Tempo] = []
        self.metres: list[Metre] = []
        self.keys: list[Key] = []

    def take(self, tick: int, event: bytes) -> bool:
        """Whether a meta event was a tempo, metre or key that a score can hold."""
        data = smf.meta_data(event)
        match event[1]:
            case 0x51 if len(data) == 3 and any(data):
                self.tempos.append(Tempo(tick, int.from_bytes(data)))
            case 0x58 if len(data) == 4 and data[0] and data[1] <= 6:
                self.metres.append(Metre(tick, data[0], 1 << data[1]))
            case 0x59 if len(data) == 2 and (data[0] + 7) % 256 <= 14 and data[1] <= 1:
                self.keys.append(Key(tick, (MINOR if data[1] else MAJOR)[(data[0] + 7) % 256]))
            case _:
                return False
        return True


def _track(events: Sequence[smf.Event], end: int, maps: _Maps, *, first: bool) -> Track:
    rows: list[tuple[int, int, int, int, int]] = []
    # Notes that sound, oldest first: of two equal ones the first to begin is the first to end.
    sounding: defaultdict[tuple[int, int], deque[int]] = defaultdict(deque)
    rest: list[smf.Event] = []
    name: str | None = None
    for tick, event in events:
        status = event[0]
        if 0x80 <= status < 0xA0:
            key = (status & 15, event[1])
            if status >= 0x90 and event[2]:
                sounding[key].append(len(rows))
                rows.append((tick, 0, event[1], event[2], status & 15))
            elif sounding[key]:
                index = sounding[key].popleft()
                start, _length, pitch, velocity, channel = rows[index]
                rows[index] = (start, max(1, tick - start), pitch, velocity, channel)
        elif status != smf.META:
            rest.append((tick, event))
        elif event[1] == NAME and name is None:
            name = _text(smf.meta_data(event))
        elif not maps.take(tick, event) and not smf.meta_data(event).startswith(RECIPE):
            rest.append((tick, event))
    for left in sounding.values():
        for index in left:
            start, _length, pitch, velocity, channel = rows[index]
            rows[index] = (start, max(1, end - start), pitch, velocity, channel)
    channels = [row[4] for row in rows] or [raw[0] & 15 for _tick, raw in rest if raw[0] < 0xF0]
    if first and not channels:
        return Track(name=name or "", events=tuple(sorted(rest, key=_order)), conductor=True)
    channel = channels[0] if channels else 0
    first_tick = rows[0][0] if rows else end
    program = _take(rest, bytes((0xC0 | channel,)), first_tick)
    volume = _take(rest, bytes((0xB0 | channel, VOLUME)), first_tick)
    pan = _take(rest, bytes((0xB0 | channel, PAN)), first_tick)
    if program:
        # a bank is chosen for the program that follows it, so it moves to the beginning with the program
        for index, (tick, event) in enumerate(rest):
            if tick <= program[0] and _is_bank(event) and event[0] & 15 == channel:
                rest[index] = (0, event)
    return Track(
        np.array(rows, NOTE_DTYPE),
        name or "",
        program[1][-1] if program else 0,
        channel,
        volume[1][-1] if volume else None,
        pan[1][-1] if pan else None,
        tuple(sorted(rest, key=_order)),
    )


def _take(events: list[smf.Event], prefix: bytes, until: int) -> smf.Event | None:
    """Remove and return the first event that begins with `prefix`, if it stands at `until` or before."""
    for index, (tick, event) in enumerate(events):
        if tick > until:
            break
        if event.startswith(prefix):
            return events.pop(index)
    return None


def _is_bank(event: bytes) -> bool:
    return event[0] & 0xF0 == 0xB0 and event[1] in (BANK, BANK_LSB)


def _order(entry: smf.Event) -> tuple[int, int]:
    """At the beginning resets come before banks, and banks before the program and all else."""
    tick, event = entry
    if tick > 0:
        return tick, 2
    return 0, 0 if event[0] in (smf.SYSEX, smf.ESCAPE) else 1 if _is_bank(event) else 2


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def score_to_bytes(score: Score, recipe: str | None = None) -> bytes:
    """As `write_midi`. The same score gives the same bytes."""
    if len(score.tracks) > 0xFFFF:
        raise InvalidValue("a MIDI file holds 65535 tracks, not {n}", n=len(score.tracks))
    tracks = []
    for number, track in enumerate(score.tracks or (Track(conductor=True),)):
        ahead = _map_events(score) if number == 0 else []
        if number == 0 and recipe is not None:
            ahead.insert(0, (0, smf.meta(TEXT, RECIPE + recipe.encode())))
        tracks.append(_track_events(track, ahead))
    return smf.encode(score.ticks_per_quarter, tracks)


def _map_events(score: Score) -> list[smf.Event]:
    events: list[smf.Event] = []
    for tempo in score.tempos:
        if tempo.us_per_quarter >= 1 << 24:
            slow = "{bpm} quarters a minute are too slow for a MIDI file: choose at least 4"
            raise InvalidValue(slow, bpm=round(tempo.bpm, 1))
        events.append((tempo.tick, smf.meta(TEMPO, tempo.us_per_quarter.to_bytes(3))))
    for metre in score.metres:
        if metre.numerator > 255:
            raise InvalidValue(
                "a MIDI file cannot hold the metre {n}/{d}", n=metre.numerator, d=metre.denominator
            )
        power = metre.denominator.bit_length() - 1
        events.append((metre.tick, smf.meta(METRE, bytes((metre.numerator, power, 24, 8)))))
    for key in score.keys:
        names = MINOR if key.name.endswith("m") else MAJOR
        if key.name not in names:
            raise InvalidValue("a MIDI file knows no key {key}: write it like Bb or F#m", key=key.name)
        sharps = (names.index(key.name) - 7) % 256
        events.append((key.tick, smf.meta(KEY, bytes((sharps, names is MINOR)))))
    return events


def _track_events(track: Track, ahead: list[smf.Event]) -> list[smf.Event]:
    """A track's events in the order of the file: note-offs before, note-ons after all else of their tick."""
    head = [(0, smf.meta(NAME, track.name.encode()))] if track.name else []
    setup: list[smf.Event] = []
    if not track.conductor:
        setup.append((0, bytes((0xC0 | track.channel, track.program))))
        for controller, value in ((VOLUME, track.volume), (PAN, track.pan)):
            if value is not None:
                setup.append((0, bytes((0xB0 | track.channel, controller, value))))
    for _tick, event in track.events:
        smf.check_event(event)
    ons, offs = [], []
    for start, length, pitch, velocity, channel in track.notes.tolist():
        ons.append((start, bytes((0x90 | channel, pitch, velocity))))
        offs.append((start + length, bytes((0x80 | channel, pitch, 0))))
    # rank at equal ticks; sorting is stable, so each list keeps its own order
    ranked = [(tick, -1, raw) for tick, raw in offs]
    ranked += [(tick, 0, raw) for tick, raw in head + ahead]
    ranked += [(*_order((tick, raw)), raw) for tick, raw in track.events]
    ranked += [(tick, 1, raw) for tick, raw in setup]
    ranked += [(tick, 3, raw) for tick, raw in ons]
    ranked.sort(key=lambda entry: entry[:2])
    return [(tick, raw) for tick, _rank, raw in ranked]
