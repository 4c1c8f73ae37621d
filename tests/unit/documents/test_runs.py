from __future__ import annotations

from itertools import chain, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents.runs import Runs

LETTERS = st.text("abc", max_size=12)


def runs(letters: str) -> Runs[str]:
    return Runs.collected((letter, 1) for letter in letters)


def letters(of: Runs[str]) -> str:
    return "".join(chain.from_iterable(value * (end - start) for start, end, value in of))


@given(LETTERS, LETTERS, st.data())
def test_they_behave_as_the_sequence_they_stand_for(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    made = runs(old)
    assert letters(made) == old
    assert "".join(made.at(i) for i in range(len(made))) == old
    assert made.part(start, end) == runs(old[start:end])
    assert made.replaced(start, end, runs(new)) == runs(old[:start] + new + old[end:])
    assert made.replaced(start, end, made) == runs(old[:start] + old + old[end:])
    assert made + runs(new) == runs(old + new)
    upper = made.mapped(start, end, str.upper)
    assert letters(upper) == old[:start] + old[start:end].upper() + old[end:]
    assert set(upper.distinct()) == set(letters(upper))
    assert letters(made) == old


@given(LETTERS, LETTERS)
def test_they_are_equal_if_their_values_are(one: str, two: str) -> None:
    assert (runs(one) == runs(two)) == (one == two)
    assert runs(one).replaced(0, len(one), runs(two)) == runs(two)


def test_equal_neighbours_are_one_run() -> None:
    assert list(runs("aab") + runs("ba")) == [(0, 2, "a"), (2, 4, "b"), (4, 5, "a")]
    assert list(runs("aba").replaced(1, 2, Runs())) == [(0, 2, "a")]
    assert list(runs("abc").mapped(0, 3, lambda _: "z")) == [(0, 3, "z")]
    assert list(Runs.of("a", 0)) == []


def test_what_is_replaced_everywhere_is_forgotten() -> None:
    made = runs("a" * 5 + "b")
    for letter in "cdefgh":
        made = made.replaced(5, 6, runs(letter))
    assert set(made.distinct()) == {"a", "h"}
    assert set(made._palette.values) <= {"a", "g", "h"}


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, 3), (2, 1)])
def test_places_out_of_range_are_refused(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        runs("ab").part(start, end)
    with pytest.raises(IndexError):
        runs("ab").replaced(start, end, Runs())
    with pytest.raises(IndexError):
        runs("ab").at(start if start < 0 else 2)


def same_letters(one: str, two: str) -> int:
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))))


@given(LETTERS, LETTERS)
def test_how_far_they_are_alike(one: str, two: str) -> None:
    front, back = runs(one).alike(runs(two))
    assert front == same_letters(one, two)
    assert back == same_letters(one[::-1], two[::-1])
    values, lengths, numbers = runs(one).table()
    assert "".join(values[number] * length for length, number in zip(lengths, numbers, strict=True)) == one
    assert values == list(dict.fromkeys(one))
