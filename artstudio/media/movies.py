"""All kinds of film files, and footage written as one."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.documents.film import Clip, Film, Footage
from artstudio.media.film_format import FilmFormat, FrameAt, Look, Quality, stretch_frames
from artstudio.media.film_frames import FilmFrames, fitted
from artstudio.media.gif_files import GIF
from artstudio.media.movie_files import MP4, WEBM
from artstudio.media.png_frames import PNG
from artstudio.media.webp_files import WEBP
from artstudio.sdk import InvalidValue, Video

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.media.footage import Frames

FILM_FORMATS: Final[dict[str, FilmFormat]] = {one.suffix: one for one in (MP4, WEBM, GIF, WEBP, PNG)}


def film_format(path: Path) -> FilmFormat:
    """The kind of film that a file's name stands for; `InvalidValue` for another, with the list."""
    found = FILM_FORMATS.get(path.suffix.lower())
    if found is None:
        raise InvalidValue(
            "{name} cannot be written with the suffix {suffix}: use one of {allowed}",
            name=path.name, suffix=repr(path.suffix), allowed=" ".join(FILM_FORMATS),
        )  # fmt: skip
    return found


def write_movie(
    value: Footage | Video,
    path: Path,
    *,
    fps: float | None = None,
    width: int | None = None,
    height: int | None = None,
    quality: Quality = "good",
    recipe: str | None = None,
) -> None:
    """Writes moving pictures by suffix, silent: MP4, WebM, GIF, WebP, or a folder of PNG files.

    Args:
        value: the pictures.
        path: the file; see `target` for PNG.
        fps: None: as the pictures are, or the most that players keep to.
        width: None: as the pictures are, or in proportion to `height`; MP4 and WebM round down to even sides.
        height: the same.
        quality: of what loses something.
        recipe: JSON that goes along, where the format has a place for it.

    Raises:
        BadFile: the pictures cannot be read, or the file not be written.
        InvalidValue: the size or rate is out of its range, or the suffix is of no film.
    """
    kind = film_format(path)
    size = shape(kind, _size(value), width, height)
    look = Look(*size, min(fps or value.fps, kind.most_fps), quality, recipe)
    with _frames(value, look) as (frame, count), tempfile.TemporaryDirectory() as folder:
        step = stretch_frames(look.fps)
        stretches = []
        for first in range(0, count, step):
            stretches.append(Path(folder) / f"{first:08}{kind.suffix}")
            for _done in kind.encode(look, frame, first, min(first + step, count), stretches[-1]):
                pass
        for _done in kind.join(look, stretches, path, None):
            pass


def shape(
    kind: FilmFormat, own: tuple[int, int], width: int | None = None, height: int | None = None
) -> tuple[int, int]:
    """The size to write at: as asked, what is not asked in the proportion of `own`; even where need be."""
    if width is None and height is None:
        width, height = own
    elif width is None and height is not None:
        width = max(1, round(height * own[0] / own[1]))
    elif height is None and width is not None:
        height = max(1, round(width * own[1] / own[0]))
    assert width is not None
    assert height is not None
    return (width // 2 * 2, height // 2 * 2) if kind.even else (width, height)


def _size(value: Footage | Video) -> tuple[int, int]:
    if isinstance(value, Footage):
        return value.width_px, value.height_px
    return value.frames.shape[2], value.frames.shape[1]


@contextlib.contextmanager
def _frames(value: Footage | Video, look: Look) -> Iterator[tuple[FrameAt, int]]:
    """What shows in each frame of the file, and how many there are."""
    if isinstance(value, Footage):
        clip = Clip("", "", value, 0, max(1, round(value.seconds * look.fps)))
        with FilmFrames(Film((clip,), look.fps), look.width_px, look.height_px) as film:
            yield film.frame, clip.length
        return
    count = len(value.frames)

    def frame(number: int) -> Frames:
        at = min(count - 1, int((number + 0.5) / look.fps * value.fps))
        return fitted(value.frames[at], look.width_px, look.height_px)

    yield frame, max(1, round(count / value.fps * look.fps))
