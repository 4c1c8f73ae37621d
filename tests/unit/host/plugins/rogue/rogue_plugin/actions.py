"""A plugin that breaks every rule, each action another one."""

from __future__ import annotations

import ctypes
import json
import os
import socket
import struct
import sys
import threading
from multiprocessing.connection import Connection

from artstudio.sdk import InvalidValue, Metrics, Notice, Output, Plugin, Progress, Results, Run, Text, action


def wire() -> Connection:
    """The worker's own connection, which is no business of a plugin."""
    return Connection(os.dup(int(sys.argv[1])))


def raw(message: dict[str, object]) -> None:
    with wire() as connection:
        connection.send_bytes(json.dumps(message).encode())


class Rogue(Plugin):
    @action("Fine")
    def fine(self, run: Run) -> Results[Text]:
        yield Output(Text(str(os.getpid())))

    @action("Wait")
    def waits(self, run: Run) -> Results[Text]:
        pause = threading.Event()
        while not pause.wait(0.005):
            yield Progress(0, 1)

    @action("Segfault")
    def segfault(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        ctypes.string_at(0)

    @action("Exit")
    def exits(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        os._exit(3)

    @action("Leave")
    def leaves(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        sys.exit("goodbye")

    @action("Raise")
    def raises(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        raise KeyError("{lost}")

    @action("Refuse")
    def refuses(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        raise InvalidValue("{what} is too wide", what="the {picture}")

    @action("Print")
    def prints(self, run: Run) -> Results[Text]:
        for line in range(40_000):
            print(line, "x" * 100)  # noqa: T201  # what is tested
        os.write(1, b"\xff" * 4_000_000)
        yield Output(Text("printed"))

    @action("Spin")
    def spin(self, run: Run) -> Results[Text]:
        # Not by a yield: when the host hears of this, the action is past any chance to stop.
        raw({"type": "sent", "event": "Progress", "fields": {"done": 0, "total": 1}})
        while True:
            pass
        yield Progress(0, 1)

    @action("Eat")
    def eat(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        eaten = []
        pause = threading.Event()
        for _ in range(64):
            eaten.append(b"x" * (16 << 20))
            pause.wait(0.01)
        while True:
            pause.wait(1.0)

    @action("Flood")
    def flood(self, run: Run) -> Results[Text]:
        message = {"type": "sent", "event": "Progress", "fields": {"done": 0, "total": 1}}
        with wire() as connection:
            while True:
                connection.send_bytes(json.dumps(message).encode())
        yield Progress(0, 1)

    @action("Garbage")
    def garbage(self, run: Run) -> Results[Text]:
        os.write(int(sys.argv[1]), b"garbage" * 100)
        yield from self.spin(run)

    @action("Half")
    def half(self, run: Run) -> Results[Text]:
        progress = b'{"type": "sent", "event": "Progress", "fields": {"done": 0, "total": 1}}'
        whole = struct.pack("!i", len(progress)) + progress
        os.write(int(sys.argv[1]), whole + struct.pack("!i", 5000) + b'{"type": ')
        while True:
            pass
        yield Progress(0, 1)

    @action("Hello")
    def hello(self, run: Run) -> Results[Text]:
        raw({"type": "hello", "protocol": 1, "api": "1.0"})
        yield from self.spin(run)

    @action("Unknown")
    def unknown(self, run: Run) -> Results[Text]:
        raw({"type": "launch", "missiles": 2})
        yield from self.spin(run)

    @action("Damaged")
    def damaged(self, run: Run) -> Results[Text]:
        value = {"kind": "image", "name": "w99"}
        raw({"type": "sent", "event": "Output", "fields": {"name": ""}, "value": value})
        yield from self.spin(run)

    @action("Damaged number")
    def damaged_number(self, run: Run) -> Results[Text]:
        raw({"type": "sent", "event": "Progress", "fields": {"done": "soon", "total": 1}})
        yield from self.spin(run)

    @action("Hang up")
    def hangs_up(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        socket.socket(fileno=os.dup(int(sys.argv[1]))).shutdown(socket.SHUT_RDWR)
        yield from self.spin(run)

    @action("No event")
    def no_event(self, run: Run) -> Results[Text]:
        yield "done"  # type: ignore[misc]

    @action("Long")
    def long(self, run: Run) -> Results[Text]:
        yield Notice("x" * 100_000)

    @action("Long at last")
    def long_at_last(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        yield Progress(0, 1, "x" * 100_000)  # held back, sent when all is over

    @action("Long error")
    def long_error(self, run: Run) -> Results[Text]:
        values = {f"v{i}": "\x01" * 2000 for i in range(30)}
        raise InvalidValue("".join(f"{{{name}}}" for name in values), **values)
        yield Metrics()
