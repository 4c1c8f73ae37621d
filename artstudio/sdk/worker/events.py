"""Events across the wire: sent by the worker, made whole again by the host."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter, ValidationError

from artstudio.sdk.errors import InvalidValue
from artstudio.sdk.events import Checkpoint, Event, Metrics, Notice, Output, Preview, Progress, TrainStep
from artstudio.sdk.worker.messages import Sent, send

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from artstudio.sdk.worker.parcel import Box

# Faster than an eye can follow would only keep the host busy.
SHORTEST_GAP_S = 1 / 30
# Of values that lie in the folder: one that the host deals with and one for when it is done with that.
MOST_VALUES = 2
EVENTS = (Progress, Notice, Preview, Output, TrainStep, Checkpoint, Metrics)
_PLAIN = {kind.__name__: TypeAdapter(kind) for kind in (Progress, Notice, TrainStep, Checkpoint, Metrics)}


class EventSender:
    """Sends a run's events; Progress and Preview that come too fast are merged to the newest.

    A Progress right behind a Preview that was sent goes with it: so one knows how far that had come.
    A value waits until the host has dealt with those before it: what a run yields may be longer than memory.
    """

    def __init__(self, connection: Connection, box: Box) -> None:
        self._connection = connection
        self._box = box
        self._held: dict[type, Event] = {}
        self._last_s: dict[type, float] = {}
        self._before: Event | None = None  # what was sent, if it was what came last
        self._turn = threading.Condition()
        self._values = 0  # sent and not yet taken
        self.outputs = 0

    def begin(self) -> None:
        """Forgets what an earlier run left."""
        self._held.clear()
        self._last_s.clear()
        self._before = None
        with self._turn:
            self._values = 0
        self.outputs = 0

    def taken(self) -> None:
        """The host has dealt with one value; called by the thread that reads the wire."""
        with self._turn:
            self._values -= 1
            self._turn.notify_all()

    def send(self, event: Event) -> None:
        """Sends now, or holds a Progress or Preview back until the next one is due.

        Raises:
            InvalidValue: it is no event, or carries no media value.
        """
        if not isinstance(event, EVENTS):
            raise InvalidValue("the plugin yielded a {kind}, which is no event", kind=type(event).__name__)
        before, self._before = self._before, None
        if isinstance(event, Progress | Preview):
            now = time.monotonic()
            goes_with = isinstance(event, Progress) and isinstance(before, Preview)
            if now - self._last_s.get(type(event), 0.0) < SHORTEST_GAP_S and not goes_with:
                self._held[type(event)] = event
                return
            self._last_s[type(event)] = now
            self._held.pop(type(event), None)
        else:
            self.flush()
            self.outputs += isinstance(event, Output)
        self._send(event)
        self._before = event

    def flush(self) -> None:
        """Sends what was held back."""
        held, self._held = self._held, {}
        for event in held.values():
            self._send(event)

    def _send(self, event: Event) -> None:
        fields: dict[str, Any] = {f.name: getattr(event, f.name) for f in dataclasses.fields(event)}
        value = fields.pop("value", None)
        parcel = None
        if value is not None:
            with self._turn:
                self._turn.wait_for(lambda: self._values < MOST_VALUES)
            parcel = self._box.pack(value)
            with self._turn:
                self._values += 1
        send(
            self._connection,
            Sent.model_validate({"event": type(event).__name__, "fields": _plain(fields), "value": parcel}),
        )


def received(message: Sent, box: Box) -> Event:
    """The event that a message carries.

    Raises:
        InvalidValue: its fields or value are not those of the event.
    """
    try:
        if message.event not in ("Preview", "Output"):
            return cast("Event", _PLAIN[message.event].validate_python(message.fields))
        if message.value is None:
            raise InvalidValue("a plugin sent a result without a value")
        value = box.unpack(message.value)
        return Preview(value) if message.event == "Preview" else Output(value, str(message.fields["name"]))
    except (ValidationError, KeyError) as error:
        raise InvalidValue("a plugin sent a damaged {event}", event=message.event) from error


def _plain(value: Any) -> Any:
    """What JSON can hold: numbers of numpy and torch and paths made plain."""
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, Path):
        return str(value)
    return value.item() if hasattr(value, "item") else value
