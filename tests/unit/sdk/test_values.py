"""Media values refuse what cannot be, keep what they are given, and compare by content."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from artstudio.sdk import (
    NOTE_DTYPE,
    Audio,
    Image,
    InvalidValue,
    Media,
    Metre,
    Score,
    Tempo,
    Text,
    TileMap,
    Token,
    Track,
    Video,
    kind_of,
    notes_array,
)


@pytest.mark.parametrize("shape", [(4, 6), (4, 6, 3), (4, 6, 4)])
def test_pictures_are_widened_to_four_channels(shape: tuple[int, ...]) -> None:
    picture = Image(np.full(shape, 7, np.uint8))
    assert picture.pixels.shape == (4, 6, 4)
    assert (picture.width, picture.height) == (6, 4)
    assert picture.pixels[0, 0, 3] == (7 if shape[-1] == 4 else 255)


BAD: list[Callable[[], Media]] = [
    lambda: Image(np.zeros((2, 2), np.float32)),
    lambda: Image(np.zeros((0, 2), np.uint8)),
    lambda: Image(np.zeros((2, 2, 2), np.uint8)),
    lambda: Audio(np.zeros((4, 9), np.float32)),
    lambda: Audio(np.zeros(4, np.float32), 100),
    lambda: Video(np.zeros((1, 2, 2, 4), np.uint8)),
    lambda: Video(np.zeros((1, 2, 2, 3), np.uint8), 0.5),
    lambda: TileMap(np.zeros((2, 0), np.int32), ("a",)),
    lambda: TileMap(np.ones((2, 2), np.int32), ("a",)),
    lambda: TileMap(np.full((2, 2), -2, np.int32), ("a",)),
    lambda: Score(ticks_per_quarter=0),
    lambda: Score(tempos=(Tempo(0, 0),)),
    lambda: Score(metres=(Metre(0, 3, 5),)),
    lambda: Score((Track(notes_array([(-1, 1, 60, 90)])),)),
    lambda: Score((Track(notes_array([(0, 0, 60, 90)])),)),
    lambda: Score((Track(notes_array([(0, 1, 128, 90)])),)),
    lambda: Score((Track(notes_array([(0, 1, 60, 0)])),)),
    lambda: Score((Track(notes_array([(0, 1, 60, 90)], channel=16)),)),
    lambda: Score((Track(program=128),)),
    lambda: Score((Track(pan=-1),)),
    lambda: Score((Track(np.zeros(1, np.int32)),)),
]


@pytest.mark.parametrize("make", BAD)
def test_impossible_values_are_refused_with_a_sentence(make: Callable[[], Media]) -> None:
    with pytest.raises(InvalidValue) as refused:
        make()
    assert str(refused.value)
    assert "{" not in str(refused.value)


def test_pictures_and_notes_cannot_be_written_to() -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    with pytest.raises(ValueError, match="read-only"):
        Image(pixels).pixels[0, 0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        Track(notes_array([(0, 1, 60, 90)])).notes["pitch"] = 1
    pixels[0, 0, 0] = 1  # its maker's array stays its maker's


def test_notes_are_sorted_by_start_and_equal_starts_keep_their_order() -> None:
    track = Track(notes_array([(480, 10, 60, 90), (0, 10, 64, 90), (480, 10, 55, 90), (0, 10, 40, 90)]))
    assert track.notes["pitch"].tolist() == [64, 40, 60, 55]
    assert track.end_tick == 490


def test_the_end_of_a_very_late_note_does_not_wrap_round() -> None:
    assert Track(notes_array([(2**31 - 1, 2**31 - 1, 60, 90)])).end_tick == 2**32 - 2


def test_maps_of_a_score_are_sorted() -> None:
    score = Score(tempos=(Tempo(960, 1), Tempo(0, 2)), metres=(Metre(480, 3, 4), Metre(0, 4, 4)))
    assert [tempo.tick for tempo in score.tempos] == [0, 960]
    assert [metre.tick for metre in score.metres] == [0, 480]


def test_values_compare_by_content() -> None:
    notes = notes_array([(0, 10, 60, 90)])
    assert Score((Track(notes, "A"),)) == Score((Track(notes.copy(), "A"),))
    assert Score((Track(notes, "A"),)) != Score((Track(notes, "B"),))
    assert Image(np.zeros((1, 2), np.uint8)) != Image(np.zeros((2, 1), np.uint8))
    assert Audio(np.zeros(4, np.float32)) != Audio(np.zeros(4, np.float32), 48_000)
    assert Track().notes.dtype == NOTE_DTYPE


def test_every_value_has_its_kind_and_nothing_else_has_one() -> None:
    assert kind_of(Text("")) == "text"
    assert kind_of(Score()) == "score"
    with pytest.raises(InvalidValue, match="a str is no media value"):
        kind_of("text")  # type: ignore[arg-type]


def test_tokens_lie_within_their_text_and_are_no_part_of_it() -> None:
    heat = Text("so it goes", (Token(0, 2, 0.5, (("So", 0.25),)), Token(2, 10, 0.125)))
    assert heat == Text("so it goes")
    with pytest.raises(InvalidValue, match="outside"):
        Text("so", (Token(0, 3, 0.5),))
    with pytest.raises(InvalidValue, match="cannot reach"):
        Token(2, 1, 0.5)
    with pytest.raises(InvalidValue):
        Token(0, 1, float("nan"))
