from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writer_toys import story

from artstudio.sdk import BadModel
from artstudio_transformer_writer.tokens import Tokens, learn_bytes, learn_characters, load_tokens

BYTES = learn_bytes([story()], 400)
CHARACTERS = learn_characters(["春眠不觉晓，处处闻啼鸟。" * 3], 300)


@pytest.mark.parametrize("tokens", [BYTES, CHARACTERS], ids=["bytes", "characters"])
@given(text=st.text(max_size=40))
def test_any_text_comes_back(tokens: Tokens, text: str) -> None:
    assert tokens.text(tokens.encode(text)) == text


@pytest.mark.parametrize("tokens", [BYTES, CHARACTERS], ids=["bytes", "characters"])
def test_the_mark_of_an_end_in_a_text_is_text(tokens: Tokens) -> None:
    assert tokens.text(tokens.encode("a<|end|>b")) == "a<|end|>b"
    assert tokens.end not in tokens.encode("<|end|>")


def test_places_tell_where_each_token_stands() -> None:
    text = "The fox saw the sea.\n龙"
    places = BYTES.places(text)
    assert len(places) == len(BYTES.encode(text))
    for (start, end), token in zip(places[:6], BYTES.encode(text)[:6], strict=True):
        assert BYTES.text([token]) == text[start:end]


def test_known_characters_are_one_token_each_and_rare_ones_bytes() -> None:
    assert len(CHARACTERS.encode("春眠不觉晓")) == 5
    assert len(CHARACTERS.encode("龘")) == 3


def test_a_tokenizer_is_kept(tmp_path: Path) -> None:
    BYTES.save(tmp_path)
    again = load_tokens(tmp_path)
    assert again.encode("The old king sang") == BYTES.encode("The old king sang")
    assert (again.end, len(again)) == (BYTES.end, len(BYTES))


@pytest.mark.parametrize("content", ["", "{}", '{"version": "1.0"', "[1, 2]"])
def test_a_damaged_tokenizer_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "tokenizer.json").write_text(content)
    with pytest.raises(BadModel, match=r"tokenizer\.json"):
        load_tokens(tmp_path)


def test_a_missing_tokenizer_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match=r"has no tokenizer\.json"):
        load_tokens(tmp_path)
