"""Reads a worker's messages without ever waiting for the rest of one."""

from __future__ import annotations

import os
import struct
import sys
from typing import TYPE_CHECKING

from artstudio.sdk.worker.messages import (
    MESSAGE_LIMIT_BYTES,
    BadMessage,
    FromWorker,
    parse_from_worker,
    receive_from_worker,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# How `multiprocessing.connection` frames a message on a socket or pipe.
_HEADER = struct.Struct("!i")


class Inbox:
    """The host's end of a connection.

    `recv_bytes` blocks until a message is whole, and a worker that sends half of one would hold its job's
    thread for ever; this keeps what came and looks again later.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._data = bytearray()

    def receive(self, timeout_s: float) -> FromWorker | None:
        """The next message; None when none is whole within `timeout_s`.

        Raises:
            BadMessage: it is too long, no JSON or not a message.
            EOFError, OSError: the worker is gone.
        """
        if sys.platform == "win32":  # a message pipe there: messages come whole
            return receive_from_worker(self._connection) if self._connection.poll(timeout_s) else None
        message = self._whole()
        if message is None and self._connection.poll(timeout_s):
            piece = os.read(self._connection.fileno(), MESSAGE_LIMIT_BYTES)
            if not piece:
                raise EOFError
            self._data += piece
            message = self._whole()
        return message

    def _whole(self) -> FromWorker | None:
        if len(self._data) < _HEADER.size:
            return None
        (length,) = _HEADER.unpack_from(self._data)
        if not 0 <= length <= MESSAGE_LIMIT_BYTES:
            raise BadMessage(f"a message of {length} bytes is over the limit of {MESSAGE_LIMIT_BYTES}")
        end = _HEADER.size + length
        if len(self._data) < end:
            return None
        message = parse_from_worker(self._data[_HEADER.size : end])
        del self._data[:end]
        return message
