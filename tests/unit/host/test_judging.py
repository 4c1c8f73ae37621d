"""Which failures of installed plugins count, and what happens after three of them running."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.engine.job import Control, Crashed
from artstudio.host.discovery import Found
from artstudio.host.installing.records import Installed
from artstudio.host.installing.store import Store
from artstudio.host.judging import judged
from artstudio.sdk.errors import InvalidValue, PluginFailed, StudioError
from artstudio.sdk.events import Event, Notice
from artstudio.sdk.manifest import Manifest

MANIFEST = Manifest(id="toy", version="1.0", api=">=1.0,<2", title="Toy", entry="toy.actions:Toy")
RECORD = Installed(id="toy", version="1.0", digest="", source="x", kind="folder", current="1.0")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path)
    with made.writing():
        (tmp_path / "toy" / "versions").mkdir(parents=True)
        made.save(RECORD)
    return made


def ended(store: Store, error: StudioError | None, control: Control | None = None) -> list[Event]:
    """What one run that ends like this tells."""
    told: list[Event] = []
    calls: list[None] = []

    def events() -> Iterator[Event]:
        yield Notice("at work")
        if error is not None:
            raise error

    plugin = Found(MANIFEST, store.root / "toy", "installed", None, store.record("toy"))
    run = judged(events(), plugin, store, control or Control(), lambda: calls.append(None))
    with contextlib.suppress(StudioError):
        told.extend(run)
        assert error is None
    assert bool(calls) == any("set aside" in one.sentence for one in told if isinstance(one, Notice))
    return told


def failures(store: Store) -> tuple[int, bool]:
    record = store.record("toy")
    assert record is not None
    return record.failures, record.aside


def test_the_third_fault_running_sets_it_aside_with_a_notice_that_says_where_to_try_again(
    store: Store,
) -> None:
    assert len(ended(store, Crashed("Toy crashed"))) == 1
    assert len(ended(store, PluginFailed("Toy failed"))) == 1
    assert failures(store) == (2, False)
    last = ended(store, Crashed("Toy crashed"))[-1]
    assert isinstance(last, Notice)
    assert "Toy failed 3 times running" in last.sentence
    assert "artstudio plugins enable toy" in last.sentence
    assert failures(store)[1]


def test_a_run_that_ends_well_forgets_the_faults_before(store: Store) -> None:
    ended(store, Crashed("Toy crashed"))
    ended(store, Crashed("Toy crashed"))
    ended(store, None)
    assert failures(store) == (0, False)


def test_what_the_artist_can_mend_or_has_stopped_is_no_fault(store: Store) -> None:
    stopped = Control()
    stopped.cancel()
    for _ in range(4):
        ended(store, InvalidValue("the picture is too small"))
        ended(store, Crashed("Toy was ended"), stopped)
    assert failures(store) == (0, False)
    ended(store, Crashed("Toy crashed"))
    ended(store, None, stopped)  # nor is it a proof of health
    assert failures(store) == (1, False)
