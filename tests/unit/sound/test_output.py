from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from artstudio.sound.mix import Mix
from artstudio.sound.output import DEVICE_LOST, NO_DEVICE, Fill, NoDevice, Output, PortAudioSink, SilentSink
from artstudio.sound.transport import Transport


class Loudspeaker:
    """A device that pulls when told, and can be unplugged."""

    name = "loudspeaker"
    latency_s = 0.05
    opened: Loudspeaker | None = None

    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        Loudspeaker.opened = self
        self.fill, self.lost, self.closed = fill, lost, False

    def stop(self) -> None:
        self.closed = True


class Broken(Loudspeaker):
    def start(self, fill: Fill, lost: Callable[[], None]) -> None:
        raise NoDevice("unplugged")


def test_the_first_sink_that_opens_is_used() -> None:
    transport = Transport()
    output = Output(transport, pytest.fail, (Broken, Loudspeaker))
    assert output.start() is None
    assert output.name == "loudspeaker"
    assert transport.latency_s == 0.05
    assert Loudspeaker.opened is not None
    assert Loudspeaker.opened.fill(64).shape == (64, 2)
    output.stop()
    assert Loudspeaker.opened.closed
    assert output.name is None


def test_without_a_device_the_playhead_moves_in_silence() -> None:
    transport = Transport()
    transport.set_mix(Mix(), end_s=3600)
    transport.play()
    moved = threading.Event()
    fill = transport.fill

    def watched(frames: int) -> object:
        if transport.position_s > 0:
            moved.set()
        return fill(frames)

    transport.fill = watched  # type: ignore[method-assign, assignment]
    output = Output(transport, pytest.fail, (Broken,))
    assert output.start() == NO_DEVICE
    assert output.name == "silent"
    assert moved.wait(5)
    output.stop()


def test_a_lost_device_is_replaced_by_silence() -> None:
    said: list[str] = []
    heard = threading.Event()

    def notice(sentence: str) -> None:
        said.append(sentence)
        heard.set()

    output = Output(Transport(), notice, (Loudspeaker,))
    output.start()
    device = Loudspeaker.opened
    assert device is not None
    device.lost()
    assert heard.wait(5)
    assert (output.name, said, device.closed) == ("silent", [DEVICE_LOST], True)
    device.lost()  # late news of a device that is no longer used
    output.stop()
    assert output.name is None


def test_no_portaudio_is_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(NoDevice, match="PortAudio is not installed"):
        PortAudioSink().start(Transport().fill, lambda: None)


def test_silence_stops_at_once() -> None:
    pulled = threading.Event()
    sink = SilentSink()

    def fill(frames: int) -> object:
        pulled.set()
        return None

    sink.start(fill, lambda: None)  # type: ignore[arg-type]
    assert pulled.wait(5)
    sink.stop()
    pulled.clear()
    assert not pulled.wait(0.05)
