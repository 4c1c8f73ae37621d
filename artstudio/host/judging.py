"""Counts how the runs of installed plugins end: one that fails three times running is set aside."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from artstudio.engine.job import Crashed
from artstudio.host.installing.records import FAILURES_ALLOWED
from artstudio.sdk.errors import PluginFailed, StudioError
from artstudio.sdk.events import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from artstudio.engine.job import Control
    from artstudio.host.discovery import Found
    from artstudio.host.installing.store import Store
    from artstudio.sdk.events import Event


def judged(
    events: Iterable[Event], plugin: Found, store: Store, control: Control, set_aside: Callable[[], None]
) -> Generator[Event, None, None]:
    """Passes `events` of one run on, and writes down how it ended.

    A crash, a broken bound and an exception that is no sentence for artists are the plugin's fault; a
    sentence for artists (a picture that is too small, a value out of range) is not. When the fault is one
    too many, a notice says so before the error comes, and `set_aside` is called.

    Raises:
        StudioError: as `events` does.
    """
    try:
        yield from events
    except (Crashed, PluginFailed):
        if plugin.record is not None and not control.cancelled and _one_too_many(store, plugin.id):
            set_aside()
            title = plugin.manifest.title
            yield Notice(
                f"{title} failed {FAILURES_ALLOWED} times running and was set aside: try it again in the "
                f"Plugins window, or by artstudio plugins enable {plugin.id}"
            )
        raise
    if plugin.record is not None and not control.cancelled:
        with contextlib.suppress(StudioError):  # somebody else is changing it; the next run tells as well
            store.note_success(plugin.id)


def _one_too_many(store: Store, plugin_id: str) -> bool:
    with contextlib.suppress(StudioError):
        return store.note_failure(plugin_id)
    return False
