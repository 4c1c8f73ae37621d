"""The other media values: text, sound, moving pictures and tile maps."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.image import Image, read_only
from artstudio.sdk.score import Score


@dataclass(frozen=True, slots=True)
class Token:
    """What a model thinks of one stretch of a text, `start` to `end` in characters.

    `probability` (0-1) is what the model gave to this token at this place, before it was chosen;
    `alternatives` are the likeliest ones there, with theirs, the best first. `attention` (0-1) is how much a
    token that was asked about looks at this one, as a share.

    Raises:
        InvalidValue: the stretch is none, or a number lies outside 0-1.
    """

    start: int
    end: int
    probability: float
    alternatives: tuple[tuple[str, float], ...] = ()
    attention: float = 0.0

    def __post_init__(self) -> None:
        shares = (self.probability, self.attention, *(share for _, share in self.alternatives))
        if not 0 <= self.start <= self.end or not all(0 <= share <= 1 for share in shares):
            raise InvalidValue("a token cannot reach from {start} to {end}", start=self.start, end=self.end)


@dataclass(frozen=True, slots=True)
class Text:
    """Writing, as Unicode; lines end with a single line feed.

    `tokens` says what a model thinks of it, of all or of a part, in order; they are no part of the content.

    Raises:
        InvalidValue: a token lies outside the text.
    """

    text: str
    tokens: tuple[Token, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if any(token.end > len(self.text) for token in self.tokens):
            raise InvalidValue("a token lies outside the text of {n} characters", n=len(self.text))


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """Sound: `samples` is float32 of shape (frames, channels), nominally in [-1, 1].

    Raises:
        InvalidValue: another shape, or a rate outside 8,000-384,000 Hz.
    """

    samples: npt.NDArray[np.float32]
    rate_hz: int = 44_100

    def __post_init__(self) -> None:
        samples = np.asarray(self.samples, np.float32)
        if samples.ndim == 1:
            samples = samples[:, None]
        if samples.ndim != 2 or not 1 <= samples.shape[1] <= 8:
            raise InvalidValue("sound cannot have the shape {shape}", shape=samples.shape)
        if not 8_000 <= self.rate_hz <= 384_000:
            raise InvalidValue("a rate of {rate} Hz cannot be played", rate=self.rate_hz)
        object.__setattr__(self, "samples", read_only(samples))

    @property
    def seconds(self) -> float:
        """Duration in seconds."""
        return len(self.samples) / self.rate_hz

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Audio)
            and self.rate_hz == other.rate_hz
            and np.array_equal(self.samples, other.samples)
        )

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class Video:
    """Moving pictures: `frames` is uint8 (count, height, width, 3), sRGB, at `fps` frames a second.

    A long film is yielded as several `Video` outputs of one name, size and rate that follow each other: so
    it is never held in memory whole.

    Raises:
        InvalidValue: another dtype or shape, or a rate outside 1-240.
    """

    frames: npt.NDArray[np.uint8]
    fps: float = 24.0

    def __post_init__(self) -> None:
        frames = np.asarray(self.frames)
        if frames.dtype != np.uint8 or frames.ndim != 4 or frames.shape[3] != 3 or 0 in frames.shape:
            raise InvalidValue(
                "a film cannot have frames of {shape} {dtype}", shape=frames.shape, dtype=frames.dtype
            )
        if not 1 <= self.fps <= 240:
            raise InvalidValue("a film cannot run at {fps} frames a second", fps=self.fps)
        object.__setattr__(self, "frames", read_only(frames))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Video) and self.fps == other.fps and np.array_equal(self.frames, other.frames)
        )

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class TileMap:
    """A game map: `cells` is int32 (height, width), each an index into `legend`, -1 for empty.

    Raises:
        InvalidValue: another shape, or an index without a legend entry.
    """

    cells: npt.NDArray[np.int32]
    legend: tuple[str, ...]

    def __post_init__(self) -> None:
        cells = np.asarray(self.cells, np.int32)
        if cells.ndim != 2 or 0 in cells.shape:
            raise InvalidValue("a map cannot have the shape {shape}", shape=cells.shape)
        if cells.min() < -1 or cells.max() >= len(self.legend):
            raise InvalidValue("a map's cells must point into its legend of {n} entries", n=len(self.legend))
        object.__setattr__(self, "cells", read_only(cells))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, TileMap)
            and self.legend == other.legend
            and np.array_equal(self.cells, other.cells)
        )

    __hash__ = None  # type: ignore[assignment]


Media = Image | Score | Text | Audio | Video | TileMap

KINDS: dict[str, type[Media]] = {
    "image": Image,
    "score": Score,
    "text": Text,
    "audio": Audio,
    "video": Video,
    "tilemap": TileMap,
}


def kind_of(value: Media) -> str:
    """The wire and schema name of a value's type: a key of `KINDS`. Raises `InvalidValue` for another."""
    for kind, made in KINDS.items():
        if isinstance(value, made):
            return kind
    raise InvalidValue("a {kind} is no media value", kind=type(value).__name__)
