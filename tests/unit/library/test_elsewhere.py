"""Two programs over one library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.library.changing import Change
from artstudio.library.entry import Addition, Changed
from artstudio.library.library import Library
from tests.unit.library.test_library import picture, put, recipe

if TYPE_CHECKING:
    from pathlib import Path


def test_what_another_program_does_is_heard_of_and_nothing_else(tmp_path: Path) -> None:
    ours, other = Library(tmp_path), Library(tmp_path)
    heard: list[Changed] = []
    ours.listen(lambda what: heard.append(what) if isinstance(what, Changed) and what.elsewhere else None)

    def look() -> int:
        heard.clear()
        ours.look_elsewhere()
        assert ours.finish()
        return len(heard)

    assert look() == 0
    put(ours, Addition("Paint", recipe(), picture()))
    assert look() == 0  # its own
    [made] = put(other, Addition("Paint", recipe(), picture()))[:1]
    assert look() == 1
    assert look() == 0
    other.change([made], Change(star=3))
    assert other.finish()
    put(ours, Addition("Paint", recipe(), picture()))  # does not hide it
    assert look() == 1
    ours.close()
    other.close()
