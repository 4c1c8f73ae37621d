"""Messages and events between host and worker: bounded, checked, merged, whole again on the other side."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from artstudio.sdk import (
    Checkpoint,
    Event,
    InvalidValue,
    Metrics,
    Notice,
    Output,
    Preview,
    Progress,
    Text,
    TrainStep,
)
from artstudio.sdk.worker import events
from artstudio.sdk.worker.events import EventSender, received
from artstudio.sdk.worker.messages import (
    MESSAGE_LIMIT_BYTES,
    Act,
    BadMessage,
    Parcel,
    Sent,
    receive_from_host,
    receive_from_worker,
    send,
)
from artstudio.sdk.worker.parcel import Box


@pytest.fixture
def ends() -> Iterator[tuple[Connection, Connection]]:
    ours, theirs = Pipe()
    with ours, theirs:
        yield ours, theirs


@pytest.fixture
def sender(ends: tuple[Connection, Connection], tmp_path: Path) -> EventSender:
    made = EventSender(ends[1], Box(tmp_path, "w"))
    made.begin()
    return made


def arrived(ends: tuple[Connection, Connection], folder: Path) -> list[Event]:
    found = []
    while ends[0].poll(0):
        message = receive_from_worker(ends[0])
        assert isinstance(message, Sent)
        found.append(received(message, Box(folder, "h")))
    return found


ALL: list[Event] = [
    Progress(1, 2, "bars"),
    Notice("Read this."),
    Preview(Text("half")),
    Output(Text("whole"), "first"),
    TrainStep(3, 0.5, 0.25, held_out=0.75),
    TrainStep(3, float("inf"), 0.25),
    Checkpoint(Path("run") / "best", 7, 0.5, best=False),
    Metrics({"loss": 1.5, "perplexity": float("inf")}, 12),
]


@pytest.mark.parametrize("event", ALL, ids=lambda event: type(event).__name__)
def test_events_arrive_as_they_were_sent(
    ends: tuple[Connection, Connection], sender: EventSender, tmp_path: Path, event: Event
) -> None:
    sender.send(event)
    assert arrived(ends, tmp_path) == [event]


def test_numbers_of_numpy_are_made_plain(
    ends: tuple[Connection, Connection], sender: EventSender, tmp_path: Path
) -> None:
    sender.send(TrainStep(np.int64(3), np.float32(0.5), np.float64(0.25)))  # type: ignore[arg-type]
    sender.send(Metrics({"loss": np.float32(1.5)}))  # type: ignore[dict-item]
    assert arrived(ends, tmp_path) == [TrainStep(3, 0.5, 0.25), Metrics({"loss": 1.5})]


def test_fast_progress_and_previews_are_merged_and_outputs_are_not(
    ends: tuple[Connection, Connection],
    sender: EventSender,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 10.0
    monkeypatch.setattr(events, "time", SimpleNamespace(monotonic=lambda: now))
    for i in range(1000):
        sender.send(Progress(i, 1000))
        sender.send(Preview(Text(str(i))))
    # one that comes right behind a preview goes with it, so that both are of one moment
    assert arrived(ends, tmp_path) == [Progress(0, 1000), Preview(Text("0")), Progress(1, 1000)]
    sender.taken()
    now += 2 * events.SHORTEST_GAP_S
    sender.send(Progress(1000, 1000))
    assert arrived(ends, tmp_path) == [Progress(1000, 1000)]
    sender.send(Output(Text("done")))  # what was held comes before it
    assert arrived(ends, tmp_path) == [Preview(Text("999")), Output(Text("done"))]
    sender.flush()
    assert arrived(ends, tmp_path) == []
    assert list(tmp_path.iterdir()) == []  # a merged preview was never written


def test_a_value_waits_until_the_host_is_done_with_those_before_it(
    ends: tuple[Connection, Connection], sender: EventSender, tmp_path: Path
) -> None:
    def parcels() -> int:
        return len(list(tmp_path.glob("*.json")))

    def run() -> None:
        for number in range(5):
            sender.send(Output(Text(str(number))))

    worker = threading.Thread(target=run)
    worker.start()
    for number in range(5):
        assert ends[0].poll(10)
        message = receive_from_worker(ends[0])
        assert isinstance(message, Sent)
        if number == 1:
            assert not ends[0].poll(0.3), "the third value waits"
        assert parcels() <= events.MOST_VALUES
        assert received(message, Box(tmp_path, "h")) == Output(Text(str(number)))
        if number:
            sender.taken()
    worker.join(10)
    assert not worker.is_alive()


def test_what_is_no_event_is_refused(sender: EventSender) -> None:
    with pytest.raises(InvalidValue, match="yielded a str"):
        sender.send("done")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="a int is no media value"):
        sender.send(Output(5))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "message",
    [
        Sent(event="Progress", fields={"done": "soon", "total": 1}),
        Sent(event="Progress", fields={}),
        Sent(event="TrainStep", fields={"step": 1, "loss": None, "fraction": 0}),
        Sent(event="Metrics", fields={"metrics": {"loss": []}}),
        Sent(event="Checkpoint", fields={"folder": 5, "step": 1}),
        Sent(event="Output", fields={"name": ""}),
        Sent(event="Output", fields={"name": ""}, value=Parcel(kind="text", name="w9")),
    ],
)
def test_damaged_events_are_refused(tmp_path: Path, message: Sent) -> None:
    with pytest.raises(InvalidValue):
        received(message, Box(tmp_path, "h"))


def test_no_message_is_over_64_kib(ends: tuple[Connection, Connection], sender: EventSender) -> None:
    ours, theirs = ends
    with pytest.raises(BadMessage, match="over the limit of 65536"):
        sender.send(Notice("x" * MESSAGE_LIMIT_BYTES))
    with pytest.raises(BadMessage):
        send(ours, Act(action="a", params={"words": "好" * 30_000}))
    theirs.send_bytes(b" " * (MESSAGE_LIMIT_BYTES + 1))
    with pytest.raises(BadMessage, match="length"):
        receive_from_worker(ours)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b"[]", b'{"type": "act"}', b'{"type": "sent", "event": "Boom"}', b"9" * 9000]
)
def test_what_is_no_message_is_refused(ends: tuple[Connection, Connection], data: bytes) -> None:
    ends[1].send_bytes(data)
    with pytest.raises(BadMessage) as refused:
        receive_from_worker(ends[0])
    assert len(str(refused.value)) < 400


def test_a_closed_connection_is_no_bad_message(ends: tuple[Connection, Connection]) -> None:
    ends[1].close()
    with pytest.raises(EOFError):
        receive_from_worker(ends[0])


def test_requests_arrive_whole(ends: tuple[Connection, Connection]) -> None:
    request = Act(action="blur", media={"a": [Parcel(kind="text", name="h1")], "b": None}, params={"x": 1.5})
    send(ends[0], request)
    assert receive_from_host(ends[1]) == request
