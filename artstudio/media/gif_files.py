"""Animated GIF: 256 colours chosen anew for each stretch, error diffusion where it is meant to look good.

A stretch file holds the bare blocks of its frames, each with its colours, so joining puts them in a row.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from artstudio.base.atomic import replacing, write_bytes
from artstudio.media.film_format import FilmFormat
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.media.film_format import FrameAt, Look, Quality
    from artstudio.media.footage import Frames

_TICKS: Final = 100  # a second
_HEADER_NBYTES: Final = 13
_COLOURS_NBYTES: Final = 3 * 256
_CONTROL_NBYTES, _PLACE_NBYTES = 8, 10
_OWN_COLOURS: Final = 0x87  # a table of 256 follows
_DITHERS: Final[dict[Quality, str]] = {
    "draft": "bayer:bayer_scale=3",  # smallest: its pattern stands still
    "good": "sierra2_4a",
    "best": "sierra2",
}
_LOOKED_AT, _LOOKED_AT_PX = 6, 20_000
_UNIT: Final = Fraction(1, _TICKS)


@dataclass(frozen=True, kw_only=True)
class GifFiles(FilmFormat):
    """Players slow down what runs faster than 50 frames a second."""

    def encode(self, look: Look, frame: FrameAt, first: int, end: int, path: Path) -> Iterator[int]:
        import av

        try:
            painter = _Painter(look, _palette([_sampled(frame(number)) for number in _some(first, end)]))
            blocks = io.BytesIO()
            for number in range(first, end):
                shown, gone = (round(n * _TICKS / look.fps) for n in (number, number + 1))
                blocks.write(painter.block(frame(number), number - first, gone - shown))
                yield number + 1 - first
        except av.FFmpegError as error:
            raise BadFile("{name} cannot be written: {reason}", name=path.name, reason=error) from error
        write_bytes(path, blocks.getvalue())

    def join(self, look: Look, stretches: Sequence[Path], path: Path, sound: Path | None) -> Iterator[int]:  # noqa: ARG002 - a GIF is silent
        with replacing(path) as part, part.open("wb") as file:
            file.write(b"GIF89a" + look.width_px.to_bytes(2, "little") + look.height_px.to_bytes(2, "little"))
            file.write(b"\x70\0\0")  # eight bits a colour; no colours that all frames share
            file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")  # again and again
            if look.recipe is not None:
                file.write(b"\x21\xfe" + _in_blocks(look.recipe.encode()))
            for number, stretch in enumerate(stretches, start=1):
                file.write(stretch.read_bytes())
                yield number
            file.write(b"\x3b")


class _Painter:
    """Frames as blocks of a GIF, each but the first holding only what changed."""

    def __init__(self, look: Look, palette: Any) -> None:
        import av

        self._graph = av.filter.Graph()
        self._frames = self._graph.add_buffer(
            width=look.width_px, height=look.height_px, format=av.VideoFormat("rgb24"), time_base=_UNIT
        )
        colours = self._graph.add_buffer(width=16, height=16, format=av.VideoFormat("bgra"), time_base=_UNIT)
        use = self._graph.add("paletteuse", f"dither={_DITHERS[look.quality]}:diff_mode=rectangle")
        self._sink = self._graph.add("buffersink")
        self._frames.link_to(use, 0, 0)
        colours.link_to(use, 0, 1)
        use.link_to(self._sink)
        self._graph.configure()
        colours.push(palette)
        colours.push(None)
        self._encoder: Any = av.CodecContext.create("gif", "w")
        self._encoder.width, self._encoder.height = look.width_px, look.height_px
        self._encoder.pix_fmt, self._encoder.time_base = "pal8", _UNIT
        self._colours = b""

    def block(self, picture: Frames, number: int, ticks: int) -> bytes:
        """The next frame, to be seen for so many hundredths of a second."""
        self._frames.push(_as_frame(picture, number))
        (packet,) = self._encoder.encode(self._sink.pull())
        data = bytes(packet)
        if not self._colours:  # the encoder begins a file, whose colours it means for all frames
            self._colours = data[_HEADER_NBYTES : _HEADER_NBYTES + _COLOURS_NBYTES]
            data = data[_HEADER_NBYTES + _COLOURS_NBYTES :]
        control, place = data[:_CONTROL_NBYTES], data[_CONTROL_NBYTES : _CONTROL_NBYTES + _PLACE_NBYTES]
        timed = control[:4] + ticks.to_bytes(2, "little") + control[6:]
        rest = data[_CONTROL_NBYTES + _PLACE_NBYTES :]
        return timed + place[:-1] + bytes([_OWN_COLOURS]) + self._colours + rest


def _palette(pictures: Sequence[Frames]) -> Any:
    """The colours that suit all pictures together best, as a frame of 16 × 16."""
    import av

    height, width = pictures[0].shape[:2]
    graph = av.filter.Graph()
    source = graph.add_buffer(width=width, height=height, format=av.VideoFormat("rgb24"), time_base=_UNIT)
    make, sink = graph.add("palettegen", "stats_mode=full"), graph.add("buffersink")
    source.link_to(make)
    make.link_to(sink)
    graph.configure()
    for number, picture in enumerate(pictures):
        source.push(_as_frame(picture, number))
    source.push(None)
    palette = sink.pull()
    palette.pts = 0
    return palette


def _some(first: int, end: int) -> Sequence[int]:
    """Frames of a stretch to choose the colours by: all would take ten times as long as painting them."""
    return range(first, end, max(1, (end - first) // _LOOKED_AT))


def _sampled(picture: Frames) -> Frames:
    """Every so manieth pixel: averages would be colours that nowhere show."""
    step = max(1, math.isqrt(picture.shape[0] * picture.shape[1] // _LOOKED_AT_PX))
    return picture[::step, ::step]


def _as_frame(picture: Frames, number: int) -> Any:
    import av

    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), "rgb24")
    frame.pts, frame.time_base = number, _UNIT
    return frame


def _in_blocks(data: bytes) -> bytes:
    """Data as a GIF holds it: blocks of at most 255 bytes, an empty one last."""
    pieces = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"


GIF: Final = GifFiles(suffix=".gif", most_fps=50.0)
