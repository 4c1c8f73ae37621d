"""The frames of a film as they are seen: in a render and on the canvas, the same ones."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.media.footage import FootageReader, Frames
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from types import TracebackType

    from artstudio.documents.film import Film, Footage

_OPEN: Final = 4  # footage files at a time; each holds a decoder


class FilmFrames:
    """Frames of `film` at a size. What `frame` gives hangs on film, number and size alone.

    For one thread at a time. Close it, or use it as a context manager: it keeps footage files open.

    Raises:
        InvalidValue: no size.
    """

    def __init__(self, film: Film, width_px: int, height_px: int) -> None:
        if min(width_px, height_px) < 1:
            raise InvalidValue("a film cannot be {w} × {h} pixels large", w=width_px, h=height_px)
        self._film = film
        self._size = width_px, height_px
        self._readers: OrderedDict[str, FootageReader] = OrderedDict()
        self._black = _fixed(np.zeros((height_px, width_px, 3), np.uint8))
        self._last: tuple[str, int] | None = None
        self._shown = self._black

    def frame(self, number: int) -> Frames:
        """The film's frame `number` as uint8 (height, width, 3), sRGB, not to be written to.

        The picture of the clip there is fitted into the size whole, on black; all is black where no clip is.

        Raises:
            BadFile: the clip's footage is missing or damaged.
        """
        clip = self._film.at(number)
        if clip is None:
            return self._black
        asked = clip.footage.name, clip.footage_frame(number, self._film.fps)
        if asked != self._last:  # slow footage in a fast film: one picture for several frames
            self._shown = _fixed(fitted(self._reader(clip.footage).frame(asked[1]), *self._size))
            self._last = asked
        return self._shown

    def close(self) -> None:
        """Lets go of all footage."""
        while self._readers:
            self._readers.popitem()[1].close()

    def _reader(self, footage: Footage) -> FootageReader:
        if footage.name not in self._readers:
            while len(self._readers) >= _OPEN:
                self._readers.popitem(last=False)[1].close()
            self._readers[footage.name] = FootageReader(footage)
        self._readers.move_to_end(footage.name)
        return self._readers[footage.name]

    def __enter__(self) -> FilmFrames:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def fitted(picture: Frames, width_px: int, height_px: int) -> Frames:
    """A picture scaled to lie in the middle of a size whole, black bars beside it where its shape differs."""
    from PIL import Image as pil

    height, width = picture.shape[:2]
    if (width, height) == (width_px, height_px):
        return picture
    scale = min(width_px / width, height_px / height)
    inner = max(1, round(width * scale)), max(1, round(height * scale))
    if inner != (width, height):
        picture = np.asarray(pil.fromarray(picture).resize(inner, pil.Resampling.LANCZOS))
    out = np.zeros((height_px, width_px, 3), np.uint8)
    left, top = (width_px - inner[0]) // 2, (height_px - inner[1]) // 2
    out[top : top + inner[1], left : left + inner[0]] = picture
    return out


def _fixed(frames: Frames) -> Frames:
    frames.flags.writeable = False
    return frames
