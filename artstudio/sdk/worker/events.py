"""Events across the wire: sent by the worker, made whole again by the host."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.sdk import events as kinds
from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.events import Checkpoint, Event, Output, Preview, Progress
from artstudio.sdk.worker.messages import Sent, send

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from artstudio.sdk.worker.parcel import Box

# Faster than an eye can follow would only keep the host busy.
SHORTEST_GAP_S = 1 / 30


class EventSender:
    """Sends a run's events; Progress and Preview that come too fast are merged to the newest."""

    def __init__(self, connection: Connection, box: Box) -> None:
        self._connection = connection
        self._box = box
        self._held: dict[type, Event] = {}
        self._last_s: dict[type, float] = {}
        self.outputs = 0

    def begin(self) -> None:
        """Forgets what an earlier run left."""
        self._held.clear()
        self._last_s.clear()
        self.outputs = 0

    def send(self, event: Event) -> None:
        """Sends now, or holds a Progress or Preview back until the next one is due."""
        if isinstance(event, Progress | Preview):
            now = time.monotonic()
            if now - self._last_s.get(type(event), 0.0) < SHORTEST_GAP_S:
                self._held[type(event)] = event
                return
            self._last_s[type(event)] = now
            self._held.pop(type(event), None)
        else:
            self.flush()
            self.outputs += isinstance(event, Output)
        self._send(event)

    def flush(self) -> None:
        """Sends what was held back."""
        held, self._held = self._held, {}
        for event in held.values():
            self._send(event)

    def _send(self, event: Event) -> None:
        fields: dict[str, Any] = {f.name: getattr(event, f.name) for f in dataclasses.fields(event)}
        value = fields.pop("value", None)
        if isinstance(event, Checkpoint):
            fields["folder"] = str(event.folder)
        parcel = None if value is None else self._box.pack(value)
        send(
            self._connection,
            Sent.model_validate({"event": type(event).__name__, "fields": fields, "value": parcel}),
        )


def received(message: Sent, box: Box) -> Event:
    """The event that a message carries.

    Raises:
        InvalidValue: its fields or value are not those of the event.
    """
    kind = getattr(kinds, message.event)
    fields = dict(message.fields)
    if message.event in ("Preview", "Output"):
        if message.value is None:
            raise InvalidValue("a plugin sent a result without a value")
        fields["value"] = box.unpack(message.value)
    if "folder" in fields:
        fields["folder"] = Path(str(fields["folder"]))
    try:
        event: Event = kind(**fields)
    except TypeError as error:
        raise InvalidValue("a plugin sent a damaged event: {reason}", reason=error) from None
    return event
