"""What a kind of film file can do: encode one stretch of a film after the other, and join them as they are.

Every stretch is closed in itself: what was encoded stays good whatever becomes of the rest, and joining
copies.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from artstudio.media.footage import Frames
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    Blocks = Iterable[npt.NDArray[np.float32]]

Quality = Literal["draft", "good", "best"]
QUALITIES: Final[tuple[Quality, ...]] = ("draft", "good", "best")
FrameAt = Callable[[int], Frames]
LEAST_PX: Final = 2
MOST_PX: Final = 8192
_STRETCH_S: Final = 2


@dataclass(frozen=True)
class Look:
    """How a film is written: its size, frames a second, quality, and the recipe (JSON) that goes along.

    Raises:
        InvalidValue: sides outside 2-8192 pixels, a rate outside 1-240, or no such quality.
    """

    width_px: int
    height_px: int
    fps: float
    quality: Quality = "good"
    recipe: str | None = None

    def __post_init__(self) -> None:
        sides = self.width_px, self.height_px
        if min(sides) < LEAST_PX or max(sides) > MOST_PX:
            raise InvalidValue(
                "a film file of {w} × {h} pixels cannot be written: sides are {least} to {most} pixels",
                w=self.width_px, h=self.height_px, least=LEAST_PX, most=MOST_PX,
            )  # fmt: skip
        if not 1 <= self.fps <= 240:
            raise InvalidValue("a film cannot run at {fps} frames a second", fps=self.fps)
        if self.quality not in QUALITIES:
            raise InvalidValue("there is no quality {quality}", quality=self.quality)


@dataclass(frozen=True, kw_only=True)
class FilmFormat(ABC):
    """A kind of film file. `encode` and `join` are generators, so that they can be stopped at each yield.

    Attributes:
        suffix: of the files.
        even: whether sides must be even.
        sound: whether there is a place for it.
        most_fps: the highest rate that players keep to.
    """

    suffix: str
    even: bool = False
    sound: bool = False
    most_fps: float = 240.0

    @abstractmethod
    def encode(self, look: Look, frame: FrameAt, first: int, end: int, path: Path) -> Iterator[int]:
        """Writes frames `first` to `end` as the stretch `path`; yields how many are done, now and then.

        Raises:
            BadFile: it cannot be written; nothing is left behind.
        """

    @abstractmethod
    def join(self, look: Look, stretches: Sequence[Path], path: Path, sound: Path | None) -> Iterator[int]:
        """Writes the film `target(path)`, whole or not at all; yields how many stretches are done.

        Args:
            look: that of the stretches.
            stretches: all of them, each `stretch_frames` long but the last.
            path: the film's file.
            sound: a file that `encode_sound` wrote, where the format has a place for it.

        Raises:
            BadFile: it cannot be written; nothing is left behind.
        """

    def encode_sound(self, blocks: Blocks, rate_hz: int, path: Path) -> Iterator[None]:  # noqa: ARG002
        """Writes sound, blocks of (samples, 2) at `rate_hz`, in a file of its own for `join`; yields often.

        Raises:
            InvalidValue: the format has no place for sound.
            BadFile: it cannot be written; nothing is left behind.
        """
        raise InvalidValue("{suffix} has no place for sound: use MP4 or WebM", suffix=self.suffix)

    def target(self, path: Path) -> Path:
        """Where the film lies that `join` writes for `path`."""
        return path


def stretch_frames(fps: float) -> int:
    """How many frames one stretch has: two seconds' worth."""
    return max(1, round(_STRETCH_S * fps))
