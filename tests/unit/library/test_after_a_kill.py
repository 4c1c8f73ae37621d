"""What a program that was killed left half done goes; nothing else does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.documents.recipe import Recipe
from artstudio.library import adding
from artstudio.library.entry import Addition
from artstudio.library.library import Library
from artstudio.library.query import Query
from artstudio.library.values import ValueStore
from artstudio.sdk import Image


def put(library: Library, grey: int) -> None:
    value = Image(np.full((8, 8, 3), grey, np.uint8))
    library.add(Addition("grey", Recipe("painter", "1.0.0", "paint", "", "", {}, seed=grey), value))
    assert library.finish()


def values(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "values").glob("*/*"))


def stop(*_: object) -> None:
    raise RuntimeError("as if it ended here")


@pytest.fixture
def half_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, str]:
    """A library whose program stops between a value and the entry it is for; with the value's name."""
    library = Library(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(adding, "insert", stop)
        put(library, 1)
    (name,) = values(tmp_path)
    (tmp_path / "values" / name[:2] / f".{name}.1-1.part").touch()
    return library, name


def test_a_value_that_came_to_no_entry_goes(half_added: tuple[Library, str], tmp_path: Path) -> None:
    half_added[0].close()
    again = Library(tmp_path)
    put(again, 2)
    (name,) = values(tmp_path)
    assert name != half_added[1]
    (entry,) = again.page(Query())
    assert entry.value == name
    again.close()


def test_the_same_value_may_come_again(half_added: tuple[Library, str], tmp_path: Path) -> None:
    half_added[0].close()
    again = Library(tmp_path)
    put(again, 1)
    assert values(tmp_path) == [half_added[1]]
    again.close()
    third = Library(tmp_path)
    put(third, 2)
    assert len(values(tmp_path)) == 2
    third.close()


def test_another_program_s_is_left_alone(half_added: tuple[Library, str], tmp_path: Path) -> None:
    other = Library(tmp_path)
    put(other, 2)
    assert half_added[1] in values(tmp_path)
    other.close()
    half_added[0].close()


def test_a_value_whose_entries_are_gone_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path)
    put(library, 1)
    with monkeypatch.context() as patch:
        patch.setattr(ValueStore, "remove", stop)
        library.delete([library.page(Query())[0].id])
        assert library.finish()
    library.close()
    assert len(values(tmp_path)) == 1
    again = Library(tmp_path)
    put(again, 2)
    assert values(tmp_path) == [again.page(Query())[0].value]
    again.close()


def test_values_of_a_database_that_was_lost_stay(tmp_path: Path) -> None:
    library = Library(tmp_path)
    put(library, 1)
    library.close()
    (kept,) = values(tmp_path)
    for path in tmp_path.glob("library.sqlite*"):
        path.unlink()
    again = Library(tmp_path)
    put(again, 2)
    assert kept in values(tmp_path)
    again.close()
