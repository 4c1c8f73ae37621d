"""Where the sound goes: a device, or nowhere in real time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from artstudio.sdk import StudioError
from artstudio.sound.notes import RATE_HZ

if TYPE_CHECKING:
    from artstudio.sound.transport import Transport

Fill = Callable[[int], npt.NDArray[np.float32]]
SILENT_BLOCK = RATE_HZ // 50
NO_DEVICE = "no sound device was found: the playhead moves in silence"
DEVICE_LOST = "the sound device is gone: the playhead moves in silence"


class NoDevice(StudioError):
    """A sink cannot be opened on this machine; the next one is tried."""


class Sink(Protocol):
    """Pulls blocks of `RATE_HZ` stereo on a thread of its own."""

    name: str
    latency_s: float  # from a pull to the ear; known once started

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        """Begin to pull; `lost` is called, on any thread, when the device goes away.

        Raises:
            NoDevice: there is nothing to play on.
        """

    def stop(self) -> None:
        """Pull no more; `fill` is not running when this returns."""


class PortAudioSink:
    """The system's default device, by PortAudio."""

    name = "PortAudio"

    def __init__(self) -> None:
        self.latency_s = 0.0
        self._stream: Any = None
        self._stopping = False

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        try:
            import sounddevice
        except (ImportError, OSError) as error:  # the package, or the system's library
            raise NoDevice("PortAudio is not installed: {reason}", reason=error) from error

        def pull(out: npt.NDArray[np.float32], frames: int, _time: object, _status: object) -> None:
            out[:] = fill(frames)

        def finished() -> None:
            if not self._stopping:
                lost()

        self._stopping = False
        try:
            self._stream = sounddevice.OutputStream(
                samplerate=RATE_HZ, channels=2, dtype="float32", callback=pull, finished_callback=finished
            )
            self._stream.start()
        except (sounddevice.PortAudioError, ValueError, OSError) as error:
            self.stop()
            raise NoDevice("the sound device does not open: {reason}", reason=error) from error
        self.latency_s = float(self._stream.latency)

    def stop(self) -> None:
        self._stopping = True
        if self._stream is not None:
            self._stream.close(ignore_errors=True)
            self._stream = None


class SilentSink:
    """Pulls at the pace of a clock and drops the sound, so that the playhead moves as it would."""

    name = "silent"
    latency_s = 0.0

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:  # noqa: ARG002 - silence cannot be lost
        self._stopping.clear()
        self._thread = threading.Thread(target=self._pull, args=(fill,), name="silent sound", daemon=True)
        self._thread.start()

    def _pull(self, fill: Fill) -> None:
        due = time.monotonic()
        while not self._stopping.wait(max(0.0, due - time.monotonic())):
            fill(SILENT_BLOCK)
            # after the machine slept, go on from now instead of catching up
            due = max(due + SILENT_BLOCK / RATE_HZ, time.monotonic() - 1.0)

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None


class Output:
    """Plays a transport on the first sink that opens; goes on in silence when that one is lost.

    Args:
        transport: what is played; its `latency_s` is kept up to date.
        notice: called with one sentence, on any thread, when the device is lost.
        sinks: tried in order before silence.
    """

    def __init__(
        self,
        transport: Transport,
        notice: Callable[[str], None],
        sinks: Sequence[Callable[[], Sink]] = (PortAudioSink,),
    ) -> None:
        self._transport = transport
        self._notice = notice
        self._sinks = (*sinks, SilentSink)
        self._lock = threading.Lock()
        self._sink: Sink | None = None

    @property
    def name(self) -> str | None:
        """The sink in use; None while stopped."""
        return self._sink.name if self._sink is not None else None

    def start(self) -> str | None:
        """Open a sink, if none is open; returns a sentence when only silence is left."""
        with self._lock:
            if self._sink is not None:
                return None
            return NO_DEVICE if isinstance(self._open(self._sinks), SilentSink) else None

    def _open(self, sinks: Sequence[Callable[[], Sink]]) -> Sink | None:
        for make in sinks:
            sink = make()
            try:
                sink.start(self._transport.fill, lambda sink=sink: self._lost(sink))  # type: ignore[misc]
            except NoDevice:
                continue
            self._sink = sink
            self._transport.latency_s = sink.latency_s
            return sink
        return None

    def _lost(self, sink: Sink) -> None:
        # on a thread of its own: a device cannot be closed from the callback that reports its loss
        threading.Thread(target=self._replace, args=(sink,), name="sound device lost", daemon=True).start()

    def _replace(self, sink: Sink) -> None:
        with self._lock:
            if self._sink is not sink:
                return
            sink.stop()
            self._open((SilentSink,))
        self._notice(DEVICE_LOST)

    def stop(self) -> None:
        """Close the sink; `start` opens one again."""
        with self._lock:
            if self._sink is not None:
                self._sink.stop()
                self._sink = None
