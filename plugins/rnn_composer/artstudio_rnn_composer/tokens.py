"""Music as a stream of tokens, and back.

A piece is written bar by bar on a grid of 12 steps a quarter note::

    STYLE BAND KEY METRE BAR POS NOTE DUR NOTE DUR POS NOTE DUR ... BAR ... CLOSE BAR ... END

`BAR` says how full the coming bar is, `POS` where in the bar, `NOTE` which part plays which pitch, `DUR`
for how long. `METRE` comes again when it changes; `CLOSE` counts the last four bars down, so that a piece
can be told to end. Within a bar notes are ordered by position, part and pitch.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Ints = npt.NDArray[np.int64]

GRID = 12  # steps a quarter note: sixteenths (3), eighth triplets (4), sixteenth triplets (2)
PARTS = 4  # 0 melody, 1 accompaniment or bass, 2 and 3 inner voices
LOWEST, PITCHES = 21, 88  # the piano's keys
STEPS_PER_BAR = 96  # longest bar: 4/2
STYLES = ("any", "lied", "chorale")
METRES = (
    (2, 4), (3, 4), (4, 4), (2, 2), (6, 8), (3, 8), (9, 8), (12, 8), (6, 4), (3, 2), (5, 4), (4, 2),
    (4, 8), (2, 8), (5, 8), (7, 8), (9, 16), (6, 16), (1, 4), (7, 4),
)  # fmt: skip
DURATIONS = (
    1, 2, 3, 4, 6, 8, 9, 12, 15, 16, 18, 21, 24, 27,
    30, 33, 36, 42, 48, 54, 60, 66, 72, 84, 96, 120, 144, 192,
)  # fmt: skip
# A bar's fullness is the number of these that its notes a quarter exceed: 0 is an empty bar.
FULLNESS = (0.0, 1.0, 2.0, 3.0, 4.5, 6.0, 9.0)
CLOSING = 4  # bars that are counted down at the end

END = 0
STYLE = END + 1
BAND = STYLE + len(STYLES)  # which parts play: a set of four bits
KEY = BAND + 2**PARTS  # 0-11 major on C, C#, ...; 12-23 minor
METRE = KEY + 24
CLOSE = METRE + len(METRES)
BAR = CLOSE + CLOSING
POS = BAR + len(FULLNESS) + 1
DUR = POS + STEPS_PER_BAR
NOTE = DUR + len(DURATIONS)
SIZE = NOTE + PARTS * PITCHES


def _slots() -> Ints:
    slots = np.full(SIZE, -1, np.int64)
    edges = (STYLE, BAND, KEY, METRE, CLOSE, BAR, POS)
    for slot, (low, high) in enumerate(zip(edges, (*edges[1:], DUR), strict=True)):
        slots[low:high] = slot
    for part in range(PARTS):
        slots[NOTE + part * PITCHES : NOTE + (part + 1) * PITCHES] = len(edges) + part
    return slots


# The kind of each token of which the latest stays in force: style, band, key, metre, close, bar, position,
# and the latest note of each part. -1: durations and END.
SLOT_OF = _slots()
SLOTS = int(SLOT_OF.max()) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece on the grid.

    `bars` holds (index into `METRES`, length in steps); `notes` is int64 (n, 5) with the columns bar,
    position in the bar (steps), part, MIDI pitch and duration (steps), sorted and without doubles.
    """

    bars: tuple[tuple[int, int], ...]
    notes: Ints
    style: int = 0
    name: str = ""

    def with_parts(self, parts: int) -> Piece:
        """The same piece with only the parts whose bits are set in `parts`."""
        return replace(self, notes=self.notes[(1 << self.notes[:, 2] & parts) > 0])

    @property
    def band(self) -> int:
        """The set of parts that play, as bits."""
        return int(np.bitwise_or.reduce(1 << self.notes[:, 2])) if len(self.notes) else 0


def nearest_metre(numerator: int, denominator: int) -> int:
    """The index into `METRES` of that metre, else of the one whose bar is about as long."""
    if (numerator, denominator) in METRES:
        return METRES.index((numerator, denominator))
    length = numerator / denominator
    return min(range(len(METRES)), key=lambda i: abs(METRES[i][0] / METRES[i][1] - length))


def bar_steps(metre: int) -> int:
    """Length of a bar of `METRES[metre]` in steps."""
    numerator, denominator = METRES[metre]
    return 4 * GRID * numerator // denominator


def folded(pitch: int) -> int:
    """`pitch` moved by octaves onto the piano's keys."""
    if pitch < LOWEST:
        return pitch + 12 * -(-(LOWEST - pitch) // 12)
    top = LOWEST + PITCHES - 1
    return pitch - 12 * -(-(pitch - top) // 12) if pitch > top else pitch


def duration_index(steps: float) -> int:
    """The index into `DURATIONS` nearest to `steps`."""
    above = bisect_left(DURATIONS, steps)
    if above == 0 or above == len(DURATIONS):
        return min(above, len(DURATIONS) - 1)
    return above if DURATIONS[above] - steps < steps - DURATIONS[above - 1] else above - 1


def fullness(notes: int, steps: int) -> int:
    """The `BAR` level of a bar with so many notes in so many steps."""
    return sum(notes * GRID / steps > level for level in FULLNESS)


def header(style: int, band: int, key: int) -> list[int]:
    """The tokens before the first bar's metre."""
    return [STYLE + style, BAND + band, KEY + key]


def encode(piece: Piece, key: int, *, shift: int = 0, ends: bool = True) -> list[int]:
    """The tokens of `piece`, moved by `shift` semitones from `key`.

    `ends` says whether the last bar is the end of the music: without it the closing bars are not marked and
    the stream is open, ready to be continued.
    """
    key = (key + shift) % 12 + key // 12 * 12
    tokens = header(piece.style, piece.band, key)
    rows: list[list[int]] = piece.notes.tolist()
    counts = np.bincount(piece.notes[:, 0], minlength=len(piece.bars)).tolist()
    metre_now, done = -1, 0
    for bar, (metre, steps) in enumerate(piece.bars):
        if metre != metre_now:
            tokens.append(METRE + metre)
            metre_now = metre
        if ends and len(piece.bars) - bar <= CLOSING:
            tokens.append(CLOSE + len(piece.bars) - bar - 1)
        tokens.append(BAR + fullness(counts[bar], steps))
        position = -1
        for _, at, part, pitch, length in rows[done : done + counts[bar]]:
            if at != position:
                tokens.append(POS + at)
                position = at
            tokens.append(NOTE + part * PITCHES + folded(pitch + shift) - LOWEST)
            tokens.append(DUR + duration_index(length))
        done += counts[bar]
    if ends:
        tokens.append(END)
    return tokens


def decode(tokens: Sequence[int]) -> Piece:
    """The piece that `tokens` spell; whatever is out of place is passed over."""
    bars: list[tuple[int, int]] = []
    notes: list[tuple[int, int, int, int, int]] = []
    style, metre, position, note = 0, METRES.index((4, 4)), -1, -1
    for token in tokens:
        if token == END:
            break
        if STYLE <= token < BAND:
            style = token - STYLE
        elif METRE <= token < CLOSE:
            metre = token - METRE
        elif BAR <= token < POS:
            bars.append((metre, bar_steps(metre)))
            position = -1
        elif POS <= token < DUR:
            position = token - POS
        elif token >= NOTE:
            note = token - NOTE
        elif DUR <= token < NOTE and bars and position >= 0 and note >= 0:
            part, pitch = divmod(note, PITCHES)
            notes.append((len(bars) - 1, position, part, pitch + LOWEST, DURATIONS[token - DUR]))
            note = -1
    return Piece(tuple(bars), np.array(notes, np.int64).reshape(-1, 5), style)


def contexts(tokens: Sequence[int]) -> Ints:
    """For each token the latest token of every slot up to and with it: int64 (n, SLOTS), END where none."""
    stream = np.asarray(tokens, np.int64)
    slots = SLOT_OF[stream]
    latest = np.zeros((len(stream), SLOTS), np.int64)
    for slot in range(SLOTS):
        found = np.maximum.accumulate(np.where(slots == slot, np.arange(len(stream)), -1))
        latest[:, slot] = np.where(found >= 0, stream[found], END)
    return latest
