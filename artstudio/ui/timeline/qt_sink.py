"""Sound by Qt, for machines without PortAudio."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QByteArray, QIODevice, Qt, QThread

from artstudio.sound.notes import RATE_HZ
from artstudio.sound.output import NoDevice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtMultimedia import QAudioSink

    from artstudio.sound.output import Fill

FRAME_BYTES = 8  # two float32
BUFFER_S = 0.12  # less stutters on a busy machine; the playhead waits as long
OPEN_S = 5.0  # a sound server that has not answered by then never will


class _Source(QIODevice):
    """What Qt reads the sound from: an endless stream."""

    def __init__(self, fill: Fill) -> None:
        super().__init__()
        self._fill = fill

    def readData(self, size: int) -> bytes:
        frames = size // FRAME_BYTES
        return self._fill(frames).astype(np.float32, copy=False).tobytes() if frames else b""

    def writeData(self, _data: QByteArray | bytes | bytearray | memoryview, _size: int) -> int:
        return -1

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        # from Qt 6.10 on, Linux asks before it reads, and takes the default, 0, for the end of the stream
        return int(RATE_HZ * BUFFER_S) * FRAME_BYTES + super().bytesAvailable()


class _Player(QThread):
    """The thread that Qt pulls on, so that a busy window cannot make the sound stutter."""

    def __init__(self, fill: Fill, lost: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("Qt sound")
        self.ready = threading.Event()
        self.error: NoDevice | None = None
        self.latency_s = 0.0
        self._fill = fill
        self._lost = lost

    def run(self) -> None:
        try:
            sink = self._open()
            source = _Source(self._fill)
            source.open(QIODevice.OpenModeFlag.ReadOnly)
            self._begin(sink, source)
        except NoDevice as error:
            self.error = error
            return
        finally:
            self.ready.set()
        self.exec()
        sink.stop()
        source.close()

    def _begin(self, sink: QAudioSink, source: _Source) -> None:
        from PySide6.QtMultimedia import QtAudio

        sink.start(source)
        if sink.error() != QtAudio.Error.NoError:
            raise NoDevice("the sound device does not open: {reason}", reason=sink.error().name)
        self.latency_s = sink.bufferSize() / FRAME_BYTES / RATE_HZ
        sink.stateChanged.connect(lambda: self._check(sink), Qt.ConnectionType.DirectConnection)

    def _open(self) -> QAudioSink:
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError as error:
            raise NoDevice("Qt's sound is not installed: {reason}", reason=error) from error
        device = QMediaDevices.defaultAudioOutput()
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE_HZ)
        wanted.setChannelCount(2)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
        if device.isNull() or not device.isFormatSupported(wanted):
            raise NoDevice("Qt found no sound device")
        sink = QAudioSink(device, wanted)
        sink.setBufferSize(int(RATE_HZ * BUFFER_S) * FRAME_BYTES)
        return sink

    def _check(self, sink: QAudioSink) -> None:
        from PySide6.QtMultimedia import QtAudio

        if (
            sink.error() in (QtAudio.Error.IOError, QtAudio.Error.FatalError)
            and not self.isInterruptionRequested()
        ):
            self._lost()


class QtSink:
    """The system's default device, by Qt; a `sound.output.Sink`."""

    name = "Qt"

    def __init__(self) -> None:
        self.latency_s = 0.0
        self._player: _Player | None = None

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        """Begin to pull.

        Raises:
            NoDevice: Qt finds no device, or it does not open.
        """
        player = self._player = _Player(fill, lost)
        player.start()
        answered = player.ready.wait(OPEN_S)
        if player.error or not answered:
            self.stop()
            raise player.error or NoDevice("the sound device does not answer")
        self.latency_s = player.latency_s

    def stop(self) -> None:
        if self._player is not None:
            self._player.requestInterruption()
            self._player.quit()
            self._player.wait()
            self._player = None
