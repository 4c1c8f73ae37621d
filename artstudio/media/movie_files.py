"""MP4 with H.264 and AAC, WebM with VP9 and Opus, through libav. The same pictures give the same bytes."""

from __future__ import annotations

import heapq
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from artstudio.base.atomic import replacing, write_bytes
from artstudio.media.film_format import FilmFormat, FrameAt, Look, Quality, stretch_frames
from artstudio.media.footage import rate
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.media.film_format import Blocks

_EXACT: Final = {"fflags": "+bitexact"}  # no date, no random id
# as many on every machine: what the encoders make hangs on how many there are
_THREADS: Final = "4"


@dataclass(frozen=True, kw_only=True)
class MovieFiles(FilmFormat):
    """One container with its codecs; `by_quality` are the picture encoder's options."""

    container: str
    picture: str
    voice: str
    voice_rate_hz: int
    voice_bit_rate: int
    by_quality: Mapping[Quality, Mapping[str, str]]
    joining: Mapping[str, str]

    def encode(self, look: Look, frame: FrameAt, first: int, end: int, path: Path) -> Iterator[int]:
        import av
        from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, VideoReformatter

        buffer = io.BytesIO()  # two seconds: some megabytes
        options = {**self.by_quality[look.quality], "g": str(stretch_frames(look.fps)), "threads": _THREADS}
        scaler = VideoReformatter()
        try:
            with av.open(buffer, "w", format=self.container, options=dict(_EXACT)) as file:
                stream: Any = file.add_stream(self.picture, rate(look.fps), options)
                context = stream.codec_context
                stream.width, stream.height, stream.pix_fmt = look.width_px, look.height_px, "yuv420p"
                context.flags |= av.codec.context.Flags.bitexact
                context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
                context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
                for number in range(first, end):
                    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame(number)), "rgb24")
                    picture = scaler.reformat(
                        picture, format="yuv420p", interpolation="LANCZOS",
                        dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG,
                    )  # fmt: skip
                    picture.pts = number - first
                    picture.time_base = 1 / rate(look.fps)
                    file.mux(stream.encode(picture))
                    yield number + 1 - first
                file.mux(stream.encode())
        except av.FFmpegError as error:
            raise _failed(path, error) from error
        write_bytes(path, buffer.getvalue())

    def encode_sound(self, blocks: Blocks, rate_hz: int, path: Path) -> Iterator[None]:
        import av

        try:
            with (
                replacing(path) as part,
                av.open(str(part), "w", format=self.container, options=dict(_EXACT)) as file,
            ):
                stream: Any = file.add_stream(self.voice, self.voice_rate_hz)
                stream.layout, stream.bit_rate = "stereo", self.voice_bit_rate
                stream.codec_context.flags |= av.codec.context.Flags.bitexact
                at = 0
                for block in blocks:
                    samples = np.ascontiguousarray(block.reshape(1, -1))
                    heard = av.AudioFrame.from_ndarray(samples, format="flt", layout="stereo")
                    heard.sample_rate, heard.time_base, heard.pts = rate_hz, Fraction(1, rate_hz), at
                    at += len(block)
                    file.mux(stream.encode(heard))
                    yield
                file.mux(stream.encode())
        except av.FFmpegError as error:
            raise _failed(path, error) from error

    def join(self, look: Look, stretches: Sequence[Path], path: Path, sound: Path | None) -> Iterator[int]:
        import av

        options = {**_EXACT, **self.joining}
        try:
            with (
                replacing(path) as part,
                av.open(str(part), "w", format=self.container, options=options) as file,
            ):
                if look.recipe is not None:
                    file.metadata["comment"] = look.recipe
                streams = [_like(file, stretches[0])]
                if sound is not None:
                    streams.append(_like(file, sound))
                heard = iter(()) if sound is None else _packets(sound)
                seen = _in_a_row(stretches, rate(look.fps), stretch_frames(look.fps))
                for packet, at in heapq.merge(seen, ((one, None) for one in heard), key=_time):
                    packet.stream = streams[0 if at is not None else 1]
                    file.mux_one(packet)
                    if at is not None:
                        yield at
        except av.FFmpegError as error:
            raise _failed(path, error) from error


# x264's macroblock tree reads memory that nobody wrote: the same pictures would give other bytes now and then
_SAME: Final = {"x264-params": "no-mbtree=1"}
MP4: Final = MovieFiles(
    suffix=".mp4", even=True, sound=True, container="mp4",
    picture="libx264", voice="aac", voice_rate_hz=44_100, voice_bit_rate=192_000,
    by_quality={
        "draft": {**_SAME, "preset": "veryfast", "crf": "28"},
        "good": {**_SAME, "preset": "medium", "crf": "19"},
        "best": {**_SAME, "preset": "slow", "crf": "14"},
    },
    joining={"movflags": "+faststart"},
)  # fmt: skip
_VP9: Final = {"b": "0", "deadline": "good", "row-mt": "1", "tile-columns": "2", "auto-alt-ref": "1"}
WEBM: Final = MovieFiles(
    suffix=".webm", even=True, sound=True, container="webm",
    picture="libvpx-vp9", voice="libopus", voice_rate_hz=48_000, voice_bit_rate=160_000,
    by_quality={
        "draft": {**_VP9, "cpu-used": "5", "crf": "42"},
        "good": {**_VP9, "cpu-used": "4", "crf": "30"},
        "best": {**_VP9, "cpu-used": "2", "crf": "20"},
    },
    joining={},
)  # fmt: skip


def read_recipe(path: Path) -> str | None:
    """The recipe that was written with a movie, if any.

    Raises:
        BadFile: it cannot be read, or is no film.
    """
    import av

    try:
        with av.open(str(path)) as file:
            found = {name.lower(): text for name, text in file.metadata.items()}.get("comment")
    except (OSError, av.FFmpegError, ValueError) as error:
        raise BadFile("{name} is no film or is damaged: choose another file", name=path.name) from error
    return found if found is not None and found.startswith("{") else None


def _like(file: Any, source: Path) -> Any:
    import av

    with av.open(str(source)) as sample:
        return file.add_stream_from_template(sample.streams[0])


def _packets(path: Path) -> Iterator[Any]:
    import av

    with av.open(str(path)) as file:
        for packet in file.demux():
            if packet.size:  # the last one only says that there are no more
                yield packet


def _in_a_row(
    stretches: Sequence[Path], fps: Fraction, frames: int
) -> Iterator[tuple[Any, int]]:  # (packet, number of its stretch from 1)
    """The packets of all stretches, each moved to its time; containers round times, frames are whole."""
    decoded = None  # counts packets: a last stretch of few frames knows less delay than the others
    for number, path in enumerate(stretches):
        for packet in _packets(path):
            shown, ready = (round(ticks * packet.time_base * fps) for ticks in (packet.pts, packet.dts))
            decoded = ready if decoded is None else decoded + 1
            packet.pts, packet.dts = shown + number * frames, decoded
            packet.duration, packet.time_base = 1, 1 / fps
            yield packet, number + 1


def _time(entry: tuple[Any, int | None]) -> float:
    return float(entry[0].dts * entry[0].time_base)


def _failed(path: Path, error: Exception) -> BadFile:
    reason = getattr(error, "strerror", None) or str(error)
    return BadFile("cannot write {path} ({reason}): choose another folder", path=path, reason=reason)
