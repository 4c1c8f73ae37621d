"""Training music: folders, ZIPs and files of MIDI and chorale JSON, as pieces on the grid."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import mido
import numpy as np

from artstudio.sdk import NOTE_DTYPE, BadFile, Clock, Metre, Notice, Progress, Score, Track
from artstudio.sdk.nn.training_files import training_files
from artstudio_rnn_composer.tokens import GRID, STYLES, Piece
from artstudio_rnn_composer.voices import frames, parts_of, piece_of

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_SUFFIXES = (".mid", ".midi", ".json")
_MOST_MIB = 64  # of one file
_MAX_NOTES = 200_000  # of one file: more is no piece of music
_LIED_WORDS = ("voice", "singstimme", "gesang", "chant", "soprano", "klavier", "pianoforte")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pieces to learn from and pieces set aside."""

    train: tuple[Piece, ...]
    held_out: tuple[Piece, ...]


def read_corpus(paths: tuple[Path, ...]) -> Generator[Notice | Progress, None, Corpus]:
    """Reads everything below `paths` and returns it; on the way says how far it is and what it had to skip.

    Set aside are: of a chorale file its "valid" and "test" pieces, of MIDI files those whose name's SHA-256
    begins with a byte divisible by ten; where that leaves none, the last bars of the longest piece.

    Raises:
        BadFile: a path does not exist, a ZIP holds a path that leads out of it, or nothing readable is there.
    """
    train: list[Piece] = []
    held_out: list[Piece] = []
    skipped: list[str] = []
    files = training_files(paths, _SUFFIXES, skipped, most_mib=_MOST_MIB, wanted="music")
    for count, (name, content) in enumerate(files):
        if name.endswith("index.json"):
            continue
        if count % 20 == 0:
            yield Progress(count, 0, "files read")
        try:
            if name.lower().endswith(".json"):
                chorales = _chorales(content)
                train += chorales.train
                held_out += chorales.held_out
            elif len((piece := midi_piece(name, content)).notes):
                (held_out if set_aside(name) else train).append(piece)
            else:
                skipped.append(f"{name} (no notes)")
        except (BadFile, ValueError) as problem:
            skipped.append(f"{name} ({problem})")
    if skipped:
        more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
        yield Notice(f"left out what could not be read as music: {', '.join(skipped[:3])}{more}")
    if not train and held_out:
        train, held_out = held_out, []
    if not train:
        raise BadFile("there is no music to learn from: no readable MIDI file or chorale JSON was found")
    if not held_out:
        train, held_out = _split_longest(train)
    return Corpus(tuple(train), tuple(held_out))


def set_aside(name: str) -> bool:
    """Whether the file of this name (without its folder) is held out."""
    return hashlib.sha256(PurePosixPath(name).name.encode()).digest()[0] % 10 == 0


def _split_longest(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    longest = max(range(len(pieces)), key=lambda i: len(pieces[i].notes))
    piece = pieces[longest]
    first = int(np.quantile(piece.notes[:, 0], 0.8, method="nearest"))
    if first == 0:
        return pieces, [piece]  # a single bar: nothing can be set aside
    early = piece.notes[:, 0] < first
    late = piece.notes[~early] - np.array([first, 0, 0, 0, 0])
    pieces = pieces.copy()
    pieces[longest] = Piece(piece.bars[:first], piece.notes[early], piece.style, piece.name)
    return pieces, [Piece(piece.bars[first:], late, piece.style, piece.name)]


def midi_piece(name: str, content: bytes) -> Piece:
    """One MIDI file as a piece.

    Raises:
        BadFile: it is no MIDI file.
    """
    score = aligned(read_midi(content))
    parts = parts_of(score)
    words = " ".join(track.name.lower() for track in score.tracks)
    style = STYLES.index("lied") if any(word in words for word in _LIED_WORDS) else 0
    if score.end_tick == 0:
        return Piece((), np.empty((0, 5), np.int64), style, name)
    return piece_of(score, frames(score, Clock(score).bars(0, score.end_tick)), parts, style=style, name=name)


def read_midi(content: bytes) -> Score:
    """Notes, names and metres of a standard MIDI file: all that training needs.

    Raises:
        BadFile: it cannot be read, or has more notes than a piece of music.
    """
    try:
        midi = mido.MidiFile(file=io.BytesIO(content), clip=True)
        tracks, metres = [], []
        for chunk in midi.tracks:
            now = 0
            sounding: dict[tuple[int, int], list[tuple[int, int]]] = {}
            rows: list[tuple[int, int, int, int, int]] = []
            for message in chunk:
                now += message.time
                if message.type == "time_signature":
                    metres.append(Metre(now, message.numerator, message.denominator))
                elif message.type == "note_on" and message.velocity > 0:
                    place = (message.channel, message.note)
                    sounding.setdefault(place, []).append((now, message.velocity))
                elif message.type in ("note_on", "note_off") and (
                    began := sounding.get((message.channel, message.note))
                ):
                    start, velocity = began.pop(0)
                    rows.append((start, max(1, now - start), message.note, velocity, message.channel))
            if len(rows) > _MAX_NOTES:
                raise BadFile("{n} notes are too many for one piece", n=len(rows))
            tracks.append(Track(np.array(rows, NOTE_DTYPE), name=chunk.name[:200]))
        return Score(tuple(tracks), max(1, midi.ticks_per_beat), metres=tuple(metres))
    except BadFile:
        raise
    except Exception as problem:  # mido raises whatever the bytes lead it into
        raise BadFile("no MIDI file: {problem}", problem=str(problem) or type(problem).__name__) from problem


def aligned(score: Score) -> Score:
    """`score` with its upbeat put before the first bar line.

    Files made from sheet music often begin an upbeat at tick 0 as if it were a downbeat, so that every bar
    line is off. Long and low notes fall on downbeats: where another place in the bar, counted in eighths over
    the first twelve bars, gathers twice as many of them, it becomes the downbeat.
    """
    if not score.tracks or not score.note_count:
        return score
    metre = score.metres[0] if score.metres else Metre(0, 4, 4)
    eighth = score.ticks_per_quarter // 2
    bar = score.ticks_per_quarter * 4 * metre.numerator // metre.denominator
    if eighth < 1 or bar < 2 * eighth or bar % eighth:
        return score
    notes = np.concatenate([track.notes for track in score.tracks])
    notes = notes[(notes["start"] < 12 * bar) & (notes["start"] % eighth == 0)]
    weight = np.minimum(notes["length"], bar) * np.where(notes["pitch"] < np.median(notes["pitch"]), 2.0, 1.0)
    gathered = np.bincount(
        notes["start"] // eighth % (bar // eighth), weights=weight, minlength=bar // eighth
    )
    best = int(np.argmax(gathered))
    if gathered[best] < 2 * gathered[0]:
        return score
    shift = (bar - best * eighth) % bar
    if shift == 0:
        return score
    tracks = []
    for track in score.tracks:
        moved = track.notes.copy()
        moved["start"] += shift
        tracks.append(track.with_notes(moved))
    later = tuple(
        Metre(change.tick + shift, change.numerator, change.denominator) for change in score.metres[1:]
    )
    return Score(
        tuple(tracks), score.ticks_per_quarter, metres=(Metre(0, metre.numerator, metre.denominator), *later)
    )


def _chorales(content: bytes) -> Corpus:
    """Chorales laid out as {"train": [[[soprano, alto, tenor, bass], ...], ...], "valid": ..., "test": ...}.

    Each step is a sixteenth, -1 is silence.

    Raises:
        BadFile: the JSON has another layout.
    """
    try:
        found: Any = json.loads(content)
        split = {
            name: [_chorale(steps, f"{name} {i}") for i, steps in enumerate(found[name])]
            for name in ("train", "valid", "test")
            if name in found
        }
        return Corpus(tuple(split.get("train", ())), tuple(split.get("valid", []) + split.get("test", [])))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as problem:
        raise BadFile("no chorales in the expected layout") from problem


def _chorale(steps: list[list[int]], name: str) -> Piece:
    voices = np.array(steps, np.int64)  # (sixteenths, 4)
    if voices.ndim != 2 or voices.shape[1] != 4 or voices.max() > 127:
        raise ValueError("a chorale is a list of steps of four pitches")
    # An upbeat is told by the last chord, which begins on beat 1 or 3.
    changes = np.flatnonzero((np.diff(voices, axis=0) != 0).any(axis=1)) + 1
    upbeat = int(changes[-1]) % 8 if len(changes) else 0
    shift = (16 - upbeat) % 16 if upbeat % 4 == 0 else 0
    rows = []
    for voice, part in enumerate((0, 2, 3, 1)):  # soprano, alto, tenor, bass
        line = voices[:, voice]
        # Repeated and held notes look alike: a note is taken to end at the bar line at the latest.
        bar_line = (np.arange(1, len(line)) + shift) % 16 == 0
        edges = [0, *(np.flatnonzero((np.diff(line) != 0) | bar_line) + 1).tolist(), len(line)]
        for low, high in itertools.pairwise(edges):
            if high > low and line[low] >= 0:
                bar, at = divmod(low + shift, 16)
                rows.append((bar, at * GRID // 4, part, int(line[low]), (high - low) * GRID // 4))
    table = np.array(sorted(rows), np.int64).reshape(-1, 5)
    common = (2, 4 * GRID)  # METRES[2] is 4/4
    return Piece((common,) * -(-(len(voices) + shift) // 16), table, STYLES.index("chorale"), name)
