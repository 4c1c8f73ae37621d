from __future__ import annotations

import gc

from artstudio.project.remembered import Remembered


class Key:
    pass


def test_it_is_made_once_for_each_object_and_forgotten_with_it() -> None:
    made: list[Key] = []

    def make(key: Key) -> str:
        made.append(key)
        return f"value {len(made)}"

    remembered = Remembered(make, len, budget_nbytes=1000)
    one, two = Key(), Key()
    assert [remembered.get(key) for key in (one, two, one, two)] == ["value 1", "value 2"] * 2
    made.clear()
    del one
    gc.collect()
    assert len(remembered._made) == 1


def test_beyond_its_budget_what_was_asked_for_longest_ago_is_forgotten() -> None:
    asked: list[Key] = []

    def make(key: Key) -> bytes:
        asked.append(key)
        return bytes(40)

    remembered = Remembered(make, len, budget_nbytes=100)
    one, two, three = Key(), Key(), Key()
    for key in (one, two, one, three, one):
        remembered.get(key)
    assert asked == [one, two, three]
    remembered.get(two)
    assert asked == [one, two, three, two]
