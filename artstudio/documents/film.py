"""The film: clips of moving pictures, one after the other, beside the music. Times are frames of the film."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.documents.recipe import Recipe
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

USUAL_FPS: Final = 24.0
_LONGEST: Final = 24 * 60 * 60 * 240  # frames of a film; a day at the highest rate


@dataclass(frozen=True)
class Footage:
    """Moving pictures in a file that nobody changes (`media.footage` writes and reads it).

    Two are equal that hold the same: `name` is the SHA-256 of the file's bytes, as hex; `path` only says
    where it lies on this machine.

    Raises:
        InvalidValue: no frames, no size, or a rate outside 1-240.
    """

    name: str
    path: Path
    frames: int
    fps: float
    width_px: int
    height_px: int

    def __post_init__(self) -> None:
        if min(self.frames, self.width_px, self.height_px) < 1 or not 1 <= self.fps <= 240:
            raise InvalidValue("a film needs frames, a size, and 1 to 240 frames a second")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Footage) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def seconds(self) -> float:
        """Duration in seconds."""
        return self.frames / self.fps


@dataclass(frozen=True)
class Clip:
    """A stretch of footage in the film: frames `start` to `end` show `length` frames' time of it.

    `skipped_s` is how many seconds of the footage are cut off at its beginning.
    """

    id: str
    name: str
    footage: Footage
    start: int
    length: int
    skipped_s: float = 0.0
    recipe: Recipe | None = None

    def __post_init__(self) -> None:
        good = self.start >= 0 and self.length >= 1 and self.start + self.length <= _LONGEST
        if not good or not 0 <= self.skipped_s < self.footage.seconds:
            raise InvalidValue("a clip cannot lie outside its film, or show nothing of its footage")

    @property
    def end(self) -> int:
        """The first frame of the film after it."""
        return self.start + self.length

    def footage_frame(self, frame: int, fps: float) -> int:
        """The frame of the footage that the film's `frame` shows; the last one where it has ended."""
        seconds = self.skipped_s + (frame - self.start) / fps
        # the middle of the film's frame: the edges of two like rates must not fall either way by rounding
        at = math.floor((seconds + 0.5 / fps) * self.footage.fps)
        return min(max(at, 0), self.footage.frames - 1)

    def whole(self, fps: float) -> int:
        """How many frames of the film the rest of the footage fills."""
        return max(1, round((self.footage.seconds - self.skipped_s) * fps))


@dataclass(frozen=True)
class Film:
    """All clips by their start, none over another, at `fps` frames a second.

    Raises:
        InvalidValue: two clips overlap or have the same id, or a rate outside 1-240.
    """

    clips: tuple[Clip, ...] = ()
    fps: float = USUAL_FPS

    def __post_init__(self) -> None:
        clips = tuple(sorted(self.clips, key=lambda clip: clip.start))
        object.__setattr__(self, "clips", clips)
        if not 1 <= self.fps <= 240:
            raise InvalidValue("a film cannot run at {fps} frames a second", fps=self.fps)
        if len({clip.id for clip in clips}) < len(clips):
            raise InvalidValue("two clips cannot have the same id")
        if any(one.end > next_.start for one, next_ in pairwise(clips)):
            raise InvalidValue("two clips cannot show at the same time")

    @property
    def frames(self) -> int:
        """How many frames the film has: the end of its last clip."""
        return self.clips[-1].end if self.clips else 0

    def at(self, frame: int) -> Clip | None:
        """The clip that shows in a frame."""
        return next((clip for clip in self.clips if clip.start <= frame < clip.end), None)

    def clip(self, clip_id: str) -> Clip:
        """The clip with this id; `InvalidValue` if there is none."""
        for clip in self.clips:
            if clip.id == clip_id:
                return clip
        raise InvalidValue("there is no clip {id}; it may have been deleted", id=clip_id)

    def with_clip(self, clip: Clip, start: int | None = None) -> Film:
        """With `clip` placed at `start` (None: where it says), new or moved.

        Where it would lie over others it goes in front of the one whose middle it has not passed, behind the
        others, and what follows makes room by moving to the right: nothing is ever covered.
        """
        moved = clip if start is None else replace(clip, start=max(0, start))
        others = [one for one in self.clips if one.id != clip.id]
        before = [one for one in others if (one.start + one.end) / 2 <= moved.start]
        after = others[len(before) :]
        if before:
            moved = replace(moved, start=max(moved.start, before[-1].end))
        return replace(self, clips=(*before, *_pushed(moved, after)))

    def without(self, clip_id: str) -> Film:
        """Without a clip; the others stay where they are."""
        self.clip(clip_id)
        return replace(self, clips=tuple(one for one in self.clips if one.id != clip_id))

    def at_rate(self, fps: float) -> Film:
        """The same clips at the same times, at another rate; frames are rounded, none is lost."""
        moved: list[Clip] = []
        for clip in self.clips:
            start, end = (round(frame / self.fps * fps) for frame in (clip.start, clip.end))
            start = max(start, moved[-1].end if moved else 0)
            moved.append(replace(clip, start=start, length=max(1, end - start)))
        return Film(tuple(moved), fps)


def _pushed(first: Clip, rest: Iterable[Clip]) -> Iterator[Clip]:
    yield first
    end = first.end
    for clip in rest:
        yield clip if clip.start >= end else (clip := replace(clip, start=end))
        end = clip.end
