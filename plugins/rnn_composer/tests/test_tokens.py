import numpy as np
from composer_toys import toy_piece
from hypothesis import given
from hypothesis import strategies as st

from artstudio_rnn_composer.recall import Recall, hints
from artstudio_rnn_composer.tokens import (
    DURATIONS,
    END,
    LOWEST,
    METRES,
    NOTE,
    PITCHES,
    SIZE,
    SLOT_OF,
    SLOTS,
    Piece,
    bar_steps,
    contexts,
    decode,
    encode,
    folded,
    fullness,
    nearest_metre,
)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    metres = draw(st.lists(st.integers(0, len(METRES) - 1), min_size=1, max_size=6))
    bars = tuple((metre, bar_steps(metre)) for metre in metres)
    places = st.tuples(
        st.integers(0, len(bars) - 1),
        st.integers(0, 95),
        st.integers(0, 3),
        st.integers(LOWEST + 5, LOWEST + PITCHES - 7),
    )
    found = draw(st.dictionaries(places, st.sampled_from(DURATIONS), max_size=40))
    rows = sorted((*place, length) for place, length in found.items() if place[1] < bars[place[0]][1])
    return Piece(bars, np.array(rows, np.int64).reshape(-1, 5), draw(st.integers(0, 2)))


@given(pieces(), st.integers(0, 23), st.integers(-5, 6))
def test_tokens_spell_the_piece_in_any_key(piece: Piece, key: int, shift: int) -> None:
    spelled = decode(encode(piece, key, shift=shift))
    assert spelled.bars == piece.bars
    assert spelled.style == piece.style
    assert np.array_equal(spelled.notes, piece.notes + np.array([0, 0, 0, shift, 0]))


@given(pieces())
def test_the_latest_tokens_are_what_a_listener_would_keep(piece: Piece) -> None:
    tokens = encode(piece, 0)
    latest = [END] * SLOTS
    for token, found in zip(tokens, contexts(tokens), strict=True):
        if SLOT_OF[token] >= 0:
            latest[SLOT_OF[token]] = token
        assert found.tolist() == latest


@given(st.lists(st.integers(0, SIZE - 1), max_size=200))
def test_any_tokens_can_be_read(tokens: list[int]) -> None:
    piece = decode(tokens)
    assert (piece.notes[:, 0] < len(piece.bars)).all()


def test_an_open_stream_does_not_end() -> None:
    piece = toy_piece()
    assert encode(piece, 0)[-1] == END
    assert END not in encode(piece, 0, ends=False)


@given(st.integers(0, 140))
def test_every_pitch_folds_onto_the_piano_by_octaves(pitch: int) -> None:
    assert 0 <= folded(pitch) - LOWEST < PITCHES
    assert (folded(pitch) - pitch) % 12 == 0


def test_unknown_metres_are_heard_as_bars_of_about_their_length() -> None:
    assert METRES[nearest_metre(6, 8)] == (6, 8)
    assert METRES[nearest_metre(11, 8)] == (12, 8)
    assert fullness(0, 48) == 0
    assert fullness(4, 48) == 1
    assert fullness(5, 48) == 2


def test_recall_points_at_what_followed_the_last_time() -> None:
    phrase = list(range(NOTE, NOTE + 30))
    found = hints([*phrase, *phrase])
    assert (found[:33, 1] == 0).all()  # nothing is repeated yet
    assert found[33:59, 0].tolist() == phrase[4:]
    assert (np.diff(found[33:59, 1]) >= 0).all()  # the longer the places agree, the more it is trusted
    assert found[58, 1] > found[33, 1]


def test_a_copied_recall_goes_its_own_way() -> None:
    recall = Recall()
    for token in [1, 2, 3, 4, 5, 6, 1, 2, 3]:
        recall.push(token)
    twin = recall.copy()
    assert twin.push(9) == (END, 0)
    assert recall.push(4) == (5, 1)
