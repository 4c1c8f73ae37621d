"""Footage files: moving pictures without loss, every frame by itself, so that any one is there at once.

FFV1 (RFC 9043) in Matroska. A file is named by its SHA-256 and never changed, so two clips of the same
pictures share one. Frames are uint8 (height, width, 3), sRGB.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from artstudio.documents.film import Footage
from artstudio.sdk import BadFile, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from types import TracebackType

Frames = npt.NDArray[np.uint8]

SUFFIX: Final = ".mkv"
PART_SUFFIX: Final = ".part"  # of a file in the making
_EXACT: Final = {"fflags": "+bitexact"}  # no random id and no date: the same pictures, the same bytes
_SLICED: Final = {"level": "3", "slices": "4"}  # a frame is decoded by several threads at once
_LEAST_SLICED_PX: Final = 16  # a side
_AHEAD: Final = 48  # frames that are quicker passed over than sought


def rate(fps: float) -> Fraction:
    """Frames a second as films state them: 23.976 is 24000/1001."""
    from fractions import Fraction

    ntsc = Fraction(round(fps * 1001 / 1000) * 1000, 1001)
    return ntsc if abs(float(ntsc) - fps) < 0.002 else Fraction(fps).limit_denominator(1001)


class FootageWriter:
    """Takes frames as they come and holds none of them. Leaves nothing behind if it is not finished.

    The first frames decide the size.
    """

    def __init__(self, folder: Path, fps: float) -> None:
        self._folder, self._fps = folder, fps
        with _plainly(folder):
            folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(PART_SUFFIX, ".footage-", folder)
        os.close(descriptor)
        self._path = Path(name)
        self._container: Any = None
        self._stream: Any = None
        self._size = (0, 0)
        self.frames = 0

    def add(self, frames: Frames) -> None:
        """Writes frames, (count, height, width, 3).

        Raises:
            InvalidValue: their size is another than that of the first.
            BadFile: the disk is full or cannot be written.
        """
        import av

        with _plainly(self._folder):
            if self._container is None:
                self._size = frames.shape[2], frames.shape[1]
                self._container = av.open(str(self._path), "w", format="matroska", options=_EXACT)
                codec = _SLICED if min(self._size) >= _LEAST_SLICED_PX else {}
                self._stream = self._container.add_stream("ffv1", rate=rate(self._fps), options=codec)
                self._stream.width, self._stream.height = self._size
                self._stream.pix_fmt = "bgr0"
                self._stream.codec_context.gop_size = 1  # no frame needs another
                self._stream.codec_context.flags |= av.codec.context.Flags.bitexact
            if (frames.shape[2], frames.shape[1]) != self._size:
                raise InvalidValue("the pictures of a film must all have the same size")
            for frame in frames:
                picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), "rgb24")
                self._container.mux(self._stream.encode(picture))
                self.frames += 1

    def finish(self) -> Footage:
        """The footage, in a file of its own name in the folder.

        Raises:
            InvalidValue: no frames were written.
            BadFile: the disk is full or cannot be written.
        """
        if self._container is None:
            self.abandon()
            raise InvalidValue("a film without pictures cannot be kept")
        with _plainly(self._folder):
            self._container.mux(self._stream.encode())
            self._container.close()
            self._container = None
            with self._path.open("rb+") as file:
                os.fsync(file.fileno())  # before anything on disk may refer to it
            name = hashed(self._path)
            path = self._folder / f"{name}{SUFFIX}"
            self._path.replace(path)
        return Footage(name, path, self.frames, self._fps, *self._size)

    def abandon(self) -> None:
        """Throws away what was written."""
        if self._container is not None:
            with contextlib.suppress(Exception):
                self._container.close()
            self._container = None
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> FootageWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()


def write_footage(folder: Path, fps: float, pieces: Iterable[Frames]) -> Footage:
    """All pieces one after the other as footage in `folder`. Raises as `FootageWriter`."""
    with FootageWriter(folder, fps) as writer:
        for piece in pieces:
            writer.add(piece)
        return writer.finish()


class FootageReader:
    """Frames of a footage file by number; quickest one after the other. For one thread at a time."""

    def __init__(self, footage: Footage) -> None:
        import av

        self.footage = footage
        with _plainly(footage.path):
            self._container = av.open(str(footage.path))
            if not self._container.streams.video:
                raise BadFile("{name} holds no pictures", name=footage.path.name)
            self._stream = self._container.streams.video[0]
            self._stream.thread_type = "SLICE"
            self._tick_s = float(self._stream.time_base or 0)
            if self._tick_s <= 0:
                raise BadFile("{name} does not tell the time: make the clip again", name=footage.path.name)
        self._packets: Any = None
        self._next = -1

    def frame(self, number: int) -> Frames:
        """The frame `number`, the last one for a number beyond it.

        Raises:
            BadFile: the file is missing or damaged.
        """
        number = min(max(number, 0), self.footage.frames - 1)
        with _plainly(self.footage.path):
            if self._packets is None or not self._next <= number <= self._next + _AHEAD:
                time = round((number - 0.25) / self.footage.fps / self._tick_s)
                self._container.seek(max(0, time), stream=self._stream)
                self._packets, self._next = self._container.demux(self._stream), -1
            for packet in self._packets:
                if packet.pts is None:  # the end of the file
                    break
                self._next = round(packet.pts * self._tick_s * self.footage.fps) + 1
                if self._next <= number:
                    continue
                for picture in packet.decode():
                    found: Frames = picture.to_ndarray(format="rgb24")
                    return found
            self._packets = None
        raise BadFile("{name} is cut off: make the clip again", name=self.footage.path.name)

    def close(self) -> None:
        """Lets go of the file."""
        self._packets = None
        self._container.close()

    def __enter__(self) -> FootageReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def hashed(path: Path) -> str:
    """SHA-256 of a file's bytes, as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _plainly(place: Path) -> Any:
    """Turns what libav and the disk complain of into one sentence."""
    import av

    try:
        yield
    except (OSError, av.FFmpegError, ValueError, ArithmeticError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadFile("{name} cannot be read or written: {reason}", name=place.name, reason=reason) from error
