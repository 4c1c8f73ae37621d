"""One try of a generator of events, with everything it did noted down."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Event, Output
from artstudio.sdk.worker.events import EVENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Attempt:
    """What came of a try: `refusal` is its `StudioError`, `failure` says what else went wrong."""

    events: list[Event] = field(default_factory=list)
    refusal: StudioError | None = None
    failure: str = ""
    longest_gap_s: float = 0.0
    close_s: float = 0.0

    @property
    def outputs(self) -> list[Output]:  # type: ignore[type-arg]  # of any kind
        """The results, in order."""
        return [event for event in self.events if isinstance(event, Output)]


def attempt(start: Callable[[], Iterator[Event]], *, stop_after: int | None = None) -> Attempt:
    """Iterates what `start` returns; closes it after `stop_after` events where that is given."""
    tried = Attempt()
    last_s = time.perf_counter()
    try:
        events = start()
        for event in events:
            now = time.perf_counter()
            tried.longest_gap_s = max(tried.longest_gap_s, now - last_s)
            last_s = now
            if not isinstance(event, EVENTS):
                tried.failure = f"yielded a {type(event).__name__}, which is no event"
                break
            tried.events.append(event)
            if stop_after is not None and len(tried.events) >= stop_after:
                break
        closing_s = time.perf_counter()
        events.close()  # type: ignore[attr-defined]  # a generator, or the failure is reported
        tried.close_s = time.perf_counter() - closing_s
    except StudioError as error:
        tried.refusal = error
    except BaseException as error:  # noqa: BLE001  # plugin code may raise anything, SystemExit included
        tried.failure = f"raised {last_line(error)}"
    return tried


def last_line(error: BaseException) -> str:
    """The end of a traceback: the error, and where it was raised."""
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = f" ({Path(where[0].filename).name}, line {where[0].lineno})" if where else ""
    return f"{type(error).__name__}: {error}{place}"
