"""Rendered stems, and the levels at which they are heard together."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sound.notes import volume_gain

if TYPE_CHECKING:
    from collections.abc import Iterable

Samples = npt.NDArray[np.float32]
Gaps = npt.NDArray[np.int64]
NO_GAPS = np.zeros((0, 3), np.int64)
LOUD = 0.8  # from here on `soft_limit` bends


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """The sound of the notes that begin in one stretch of a track, with their tails.

    `samples` is int16 (frames, 2), to be multiplied by `scale`: SoundFonts are 16-bit recordings, and so
    memory holds twice as long a song.
    """

    samples: npt.NDArray[np.int16]
    scale: float

    @property
    def nbytes(self) -> int:
        """The memory it takes."""
        return int(self.samples.nbytes)


@dataclass(frozen=True, slots=True, eq=False)
class Stem:
    """One track's sound before volume and pan.

    Attributes:
        pieces: by the frame at which each begins, in order.
        gaps: pieces still to be rendered, (n, 3): where each begins, and the frames from and to which its
            notes last.
    """

    pieces: tuple[tuple[int, Piece], ...] = ()
    gaps: Gaps = field(default_factory=lambda: NO_GAPS)
    starts: npt.NDArray[np.int64] = field(init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", np.array([start for start, _piece in self.pieces], np.int64))
        longest = max((len(piece.samples) for _start, piece in self.pieces), default=0)
        object.__setattr__(self, "longest", longest)

    @property
    def frames(self) -> int:
        """Where the sound ends."""
        return max((start + len(piece.samples) for start, piece in self.pieces), default=0)

    def over(self, old: Stem) -> Stem:
        """This, with the pieces of `old` in its gaps: what was heard there is, until the new is rendered."""
        gaps = set(self.gaps[:, 0].tolist())
        pieces = dict(self.pieces) | {start: piece for start, piece in old.pieces if start in gaps}
        return Stem(
            tuple(sorted(pieces.items(), key=itemgetter(0))),
            self.gaps[np.isin(self.gaps[:, 0], old.gaps[:, 0])],
        )

    def add_to(self, out: Samples, at: int, left: float, right: float) -> None:
        """Add the sound from frame `at` on to `out`, float32 (frames, 2)."""
        end = at + len(out)
        first = int(np.searchsorted(self.starts, at - self.longest))
        for start, piece in self.pieces[first : int(np.searchsorted(self.starts, end))]:
            low, high = max(at, start), min(end, start + len(piece.samples))
            if low < high:
                gains = np.array([left, right], np.float32) * np.float32(piece.scale)
                out[low - at : high - at] += piece.samples[low - start : high - start] * gains


@dataclass(frozen=True, slots=True)
class Channel:
    """How one track is heard: `volume` and `pan` are MIDI values (0-127; pan 64 is the middle)."""

    volume: int = 100
    pan: int = 64
    mute: bool = False
    solo: bool = False

    @property
    def gains(self) -> tuple[float, float]:
        """The factors of the left and the right side, without mute and solo."""
        angle = (max(1, self.pan) - 1) / 126 * np.pi / 2
        level = volume_gain(self.volume)
        # a stem is stereo already: towards one side only the other grows quieter
        return (
            level * min(1.0, float(np.sqrt(2) * np.cos(angle))),
            level * min(1.0, float(np.sqrt(2) * np.sin(angle))),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """All stems with their channels. Immutable: the sound's thread reads one while the next is made.

    Attributes:
        gaps: those of the stems that are heard, (n, 3).
    """

    parts: tuple[tuple[Stem, Channel], ...] = ()
    gaps: Gaps = field(init=False)

    def __post_init__(self) -> None:
        gaps = [stem.gaps for stem, _gains in self.audible()]
        object.__setattr__(self, "gaps", np.concatenate(gaps) if gaps else NO_GAPS)

    @property
    def frames(self) -> int:
        """Where the last sound ends."""
        return max((stem.frames for stem, _channel in self.parts), default=0)

    def ready(self, at: int, frames: int) -> bool:
        """Whether all that sounds in `frames` from frame `at` on has been rendered."""
        return not ((self.gaps[:, 1] < at + frames) & (self.gaps[:, 2] > at)).any()

    def audible(self) -> Iterable[tuple[Stem, tuple[float, float]]]:
        """The stems that are heard, with their gains."""
        alone = any(channel.solo for _stem, channel in self.parts)
        for stem, channel in self.parts:
            if not channel.mute and (channel.solo or not alone):
                yield stem, channel.gains

    def add_to(self, out: Samples, at: int) -> None:
        """Add the sound from frame `at` on to `out`, float32 (frames, 2)."""
        for stem, (left, right) in self.audible():
            stem.add_to(out, at, left, right)


def soft_limit(block: Samples) -> Samples:
    """Bend what is louder than `LOUD` so that nothing reaches 1; quieter sound stays as it is."""
    level = np.abs(block)
    if not len(block) or level.max() <= LOUD:
        return block
    room = np.float32(1 - LOUD)
    bent: Samples = np.copysign(LOUD + room * np.tanh((level - LOUD) / room), block)
    return np.where(level > LOUD, bent, block).astype(np.float32)
